"""What the encoder sees of a word: its pieces, its casing and the white space before it."""

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dragoman.language.broken import mended
from dragoman.language.markup import unescaped

CASES = 6
GAPS = 4
MOST_PIECES = 10
REMEMBERED = 60_000
"""Words of which something is remembered at once."""
# Quotation marks that English seldom uses, as those that it uses.
_QUOTES = {
    **dict.fromkeys(("„", "‟", "«", "``", "〝", "「"), "“"),
    **dict.fromkeys(("»", "''", "″", "〞", "」"), "”"),
    **dict.fromkeys(("‚", "‹"), "‘"),
    "›": "’",
}

IntArray = npt.NDArray[np.int64]


class Pieced(NamedTuple):
    """Arrays for one window: pieces, their casing and gap classes, and each word's first and last piece."""

    pieces: IntArray
    cases: IntArray
    gaps: IntArray
    first: IntArray
    last: IntArray


@dataclass(frozen=True, slots=True)
class Laid:
    """A whole text's pieces, of which windows are cut.

    Attributes:
        marks: the pieces that open and close a window.
        pieces: all pieces, one after the other.
        cases: their casing classes.
        gaps: their gap classes, that of a word at its first piece.
        ends: for each word, and after the last, the number of pieces before it.
    """

    marks: tuple[int, int]
    pieces: IntArray
    cases: IntArray
    gaps: IntArray
    ends: IntArray

    def window(self, begin: int, stop: int) -> Pieced:
        """The words from ``begin`` to ``stop`` as the encoder takes them, between its opening and closing marks."""
        ends = self.ends[begin : stop + 1]
        size = int(ends[-1] - ends[0])
        held = np.zeros((3, size + 2), dtype=np.int64)
        held[0, 0], held[0, -1] = self.marks
        for row, of in zip(held, (self.pieces, self.cases, self.gaps), strict=True):
            row[1:-1] = of[ends[0] : ends[-1]]
        places = ends - ends[0]
        return Pieced(held[0], held[1], held[2], first=places[:-1] + 1, last=places[1:])


def case_of(word: str) -> int:
    """Casing class: 0 no letter, 1 lower, 2 Title, 3 UPPER (two letters or more), 4 mixed, 5 has a digit."""
    if any(c.isdigit() for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1
    if upper == len(letters) and upper > 1:
        return 3
    return 2 if upper == 1 and letters[0].isupper() else 4


def plain(word: str) -> str:
    """The word without soft hyphens and other characters that do not show, nor a line end, its accents composed, its entities opened."""
    word = unescaped(mended(word))
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", "".join(c for c in word if unicodedata.category(c) != "Cf")) or word


def gap_of(white: str) -> int:
    """Class of the white space before a word: 0 none, 1 blanks, 2 one line break, 3 an empty line."""
    if not white:
        return 0
    breaks = white.count("\n") or white.count("\r")
    return 1 + min(breaks, 2)


@dataclass(slots=True)
class Pieces:
    """Word pieces of words, remembered, since news repeats its words."""

    tokenizer: Tokenizer
    cls: int
    sep: int
    mask: int
    unknown: int
    _known: dict[str, tuple[tuple[int, ...], int]]

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Reads a ``tokenizer.json``."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        cls_, sep, mask, unknown = (tokenizer.token_to_id(mark) or 0 for mark in ("[CLS]", "[SEP]", "[MASK]", "[UNK]"))
        return cls(tokenizer, cls_, sep, mask, unknown, {})

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """The piece ids of a word (1 to ``MOST_PIECES``) and its casing class."""
        known = self._known.get(word)
        if known is None:
            shown = _QUOTES.get(word) or plain(word)
            ids = self.tokenizer.encode(shown[:200], add_special_tokens=False).ids or [self.unknown]
            if len(ids) > MOST_PIECES:
                ids = ids[: MOST_PIECES - 3] + ids[-3:]
            known = (tuple(ids), case_of(shown))
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is a piece by itself, as common ones are."""
        return self.tokenizer.token_to_id(word) is not None

    def window(self, words: Sequence[str], gaps: Sequence[int]) -> Pieced:
        """One window as the encoder takes it, with its opening and closing marks."""
        return self.lay(words, gaps).window(0, len(words))

    def lay(self, words: Sequence[str], gaps: Sequence[int]) -> Laid:
        """The pieces of a whole text's words, with the gap class before each."""
        known = self._known
        found = [known.get(word) or self.of(word) for word in words]
        ends = np.zeros(len(found) + 1, dtype=np.int64)
        np.cumsum([len(ids) for ids, _ in found], out=ends[1:])
        pieces = np.fromiter(itertools.chain.from_iterable(ids for ids, _ in found), dtype=np.int64, count=int(ends[-1]))
        cases = np.repeat(np.asarray([case for _, case in found], dtype=np.int64), np.diff(ends))
        spaces = np.zeros(len(pieces), dtype=np.int64)
        spaces[ends[:-1]] = gaps
        return Laid((self.cls, self.sep), pieces, cases, spaces, ends)
