"""Names found in running text: a dictionary of word sequences, matched longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from dragoman.actors.directory.lazy import Lazy

R = TypeVar("R")
T = TypeVar("T")
# hyphens, apostrophes and full stops inside a name are spelling, not content: al-Assad, al Assad; U.N., UN stay apart by their pieces
_PLAIN = re.compile(r"[A-Za-z0-9 .'\-]*").fullmatch
_SPELLING = str.maketrans(".'-", "   ")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))  # joiners and soft hyphens
_UNMARKED = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE"}
_ELSEWHERE = str.maketrans(dict.fromkeys("’‘ʼ‐‑", " ") | _UNMARKED | _UNSEEN)
_MARK = re.compile(r"([^\w\s])")
_OTHER_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f"
_LAST = ""


def spelt(text: str) -> str:
    """Return a text lower-case and unaccented, with blanks for spelling's marks and around all others.

    Line breaks stay, so that many names are spelt in one go.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = text.translate({ord(c): None for c in set(text) if unicodedata.combining(c)} | _ELSEWHERE)
    return _MARK.sub(r" \1 ", text.lower().translate(_SPELLING).replace("`", " ").replace("&", "and"))


def pieces_of(text: str) -> list[str]:
    """Return the lower-case, unaccented pieces that names are compared by.

    Example:
        >>> pieces_of("Izz ad-Din al-Qassam")
        ['izz', 'ad', 'din', 'al', 'qassam']
        >>> pieces_of("Côte d’Ivoire")
        ['cote', 'd', 'ivoire']
    """
    if text.isascii() and text.isalpha():
        return [text.lower()]
    return text.lower().translate(_SPELLING).split() if _PLAIN(text) else spelt(text).split()


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """Return the pieces of a text with a blank between, by which a `NameIndex` knows it."""
    return " ".join(pieces_of(text))


def legible(text: str) -> str:
    r"""Return a name as it is read: without marks that nobody sees, and with single blanks.

    Example:
        >>> legible("\u200dVale\n Front")
        'Vale Front'
    """
    return " ".join(text.translate(_UNSEEN).split())


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return the pieces of each of many texts, as `pieces_of` gives them, with a blank between; in one pass for those in plain letters.

    Example:
        >>> keys_of(["Izz ad-Din al-Qassam", "Côte d’Ivoire"])
        ['izz ad din al qassam', 'cote d ivoire']
    """
    plain = [text for text in texts if text.isascii()]
    if len(plain) == len(texts):
        return _in_one_go(texts)
    others = iter(_in_one_go([text for text in texts if not text.isascii()]))
    quick = iter(_in_one_go(plain))
    return [next(quick) if text.isascii() else next(others) for text in texts]


def _in_one_go(texts: Sequence[str]) -> list[str]:
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):  # a line break within one of them
        return [" ".join(pieces_of(text)) for text in texts]
    text = spelt(joined)
    if not text.isascii() or any(blank in text for blank in _OTHER_BLANKS):
        return [" ".join(line.split()) for line in text.split("\n")]
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


@dataclass(frozen=True, slots=True)
class NameIndex(Generic[T]):
    """From sequences of pieces to what they name.

    Attributes:
        lengths: for each first piece and second piece, how many pieces the names that begin so have, longest first; the
            second is empty for names of one piece.
    """

    names: Mapping[str, tuple[T, ...]] = field(repr=False)
    lengths: Lazy[str, list[str], Mapping[str, tuple[int, ...]]] = field(repr=False)

    def get(self, text: str) -> tuple[T, ...]:
        """Return what exactly this text names, whatever its letter case."""
        return self.names.get(key_of(text), ())

    def may_begin(self, word: str) -> bool:
        """Tell whether a name may begin with a word, by its first piece; without a piece it counts for nothing before a name."""
        piece = key_of(word).partition(" ")[0]
        return not piece or piece in self.lengths.rows

    def matches(self, pieces: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield every match ``(first, last, values)`` at every piece, longest first at each."""
        begins, lengths, names, size = self.lengths.rows, self.lengths.made, self.names, len(pieces)
        for i, piece in enumerate(pieces):
            if piece not in begins:
                continue
            begun = lengths[piece]
            if i + 1 < size:
                for n in begun.get(pieces[i + 1], ()):
                    if i + n <= size:
                        found = names.get(" ".join(pieces[i : i + n]))
                        if found:
                            yield i, i + n, found
            if _LAST in begun:
                yield i, i + 1, names[piece]


def index_of(named: Iterable[tuple[str, T]]) -> NameIndex[T]:
    """Return the index of these names and their values."""
    texts, values = [], []
    for text, value in named:
        texts.append(text)
        values.append(value)
    names = _together(keys_of(texts), values)
    return NameIndex(names, _lengths(names))


def lazy_index_of(keys: Iterable[str], rows: Iterable[R], make: Callable[[R], T]) -> NameIndex[T]:
    """Return the index of names, as `keys_of` spells them, and what is made of the row of each when it is first asked for."""
    named = _together(keys, rows)
    return NameIndex(Lazy(named, lambda several: tuple(dict.fromkeys(map(make, several)))), _lengths(named))


def _together(keys: Iterable[str], values: Iterable[T]) -> dict[str, tuple[T, ...]]:
    """Return the values of each key, each of them once."""
    names: dict[str, tuple[T, ...]] = {}
    for key, value in zip(keys, values, strict=True):
        known = names.get(key)
        if known is None:
            names[key] = (value,)
        elif value not in known:
            names[key] = (*known, value)
    names.pop("", None)
    return names


def _lengths(names: Iterable[str]) -> Lazy[str, list[str], Mapping[str, tuple[int, ...]]]:
    """Return the lengths of names as a `NameIndex` holds them; those of the names that begin alike are taken when one is asked for."""
    alike: dict[str, list[str]] = {}
    for name in names:
        first = name.partition(" ")[0]
        if first in alike:
            alike[first].append(name)
        else:
            alike[first] = [name]
    return Lazy(alike, _by_second)


def _by_second(names: list[str]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for pieces in map(str.split, names):
        sizes.setdefault(pieces[1] if len(pieces) > 1 else _LAST, set()).add(len(pieces))
    return {second: tuple(sorted(those, reverse=True)) for second, those in sizes.items()}
