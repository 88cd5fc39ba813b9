"""What the encoder sees of a word: its pieces, its casing and the white space before it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dragoman.language.markup import unescaped

CASES = 6
GAPS = 4
MOST_PIECES = 10
_REMEMBERED = 60_000
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
    """The word without soft hyphens and other characters that do not show, its accents composed and its entities opened."""
    word = unescaped(word)
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
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def window(self, words: Sequence[str], gaps: Sequence[int]) -> Pieced:
        """One window as the encoder takes it, with its opening and closing marks."""
        pieces, cases, spaces = [self.cls], [0], [0]
        first, last = [], []
        for word, gap in zip(words, gaps, strict=True):
            ids, case = self.of(word)
            first.append(len(pieces))
            pieces.extend(ids)
            cases.extend([case] * len(ids))
            spaces.append(gap)
            spaces.extend([0] * (len(ids) - 1))
            last.append(len(pieces) - 1)
        pieces.append(self.sep)
        cases.append(0)
        spaces.append(0)
        return Pieced(*(np.asarray(a, dtype=np.int64) for a in (pieces, cases, spaces, first, last)))
