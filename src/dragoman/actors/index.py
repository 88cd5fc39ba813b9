"""Names found in running text: a dictionary of word sequences, matched longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
# hyphens, apostrophes and full stops inside a name are spelling, not content: al-Assad, al Assad; U.N., UN stay apart by their pieces
_PIECE = re.compile(r"\w+|&|[^\w\s.'’‘`ʼ\-‐‑]")

_PLAIN = re.compile(r"[A-Za-z0-9 .'\-]*").fullmatch
_SPELLING = str.maketrans(".'-", "   ")


def pieces_of(text: str) -> list[str]:
    """Return the lower-case, unaccented pieces that names are compared by.

    Example:
        >>> pieces_of("Izz ad-Din al-Qassam")
        ['izz', 'ad', 'din', 'al', 'qassam']
        >>> pieces_of("Côte d’Ivoire")
        ['cote', 'd', 'ivoire']
    """
    if _PLAIN(text):
        return text.lower().translate(_SPELLING).split()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _PIECE.findall(text.lower().replace("&", "and"))


@dataclass(frozen=True, slots=True)
class NameIndex(Generic[T]):
    """From sequences of pieces to what they name."""

    names: Mapping[str, tuple[T, ...]] = field(repr=False)
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)

    def get(self, text: str) -> tuple[T, ...]:
        """Return what exactly this text names, whatever its letter case."""
        return self.names.get(" ".join(pieces_of(text)), ())

    def matches(self, pieces: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield every match ``(first, last, values)`` at every piece, longest first at each."""
        lengths, names, size = self.lengths, self.names, len(pieces)
        for i, piece in enumerate(pieces):
            for n in lengths.get(piece, ()):
                if i + n <= size:
                    found = names.get(piece if n == 1 else " ".join(pieces[i : i + n]))
                    if found:
                        yield i, i + n, found


def index_of(named: Iterable[tuple[str, T]]) -> NameIndex[T]:
    """Return the index of these names and their values."""
    names: dict[str, tuple[T, ...]] = {}
    lengths: dict[str, set[int]] = {}
    for text, value in named:
        pieces = pieces_of(text)
        if not pieces:
            continue
        key = " ".join(pieces)
        known = names.get(key)
        if known is None:
            names[key] = (value,)
            sizes = lengths.get(pieces[0])
            if sizes is None:
                lengths[pieces[0]] = {len(pieces)}
            else:
                sizes.add(len(pieces))
        elif value not in known:
            names[key] = (*known, value)
    return NameIndex(names, {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()})
