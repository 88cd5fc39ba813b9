"""Values that are made from their rows when they are first asked for: most of a directory never is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
R = TypeVar("R")
V = TypeVar("V")


class Made(dict[K, V], Generic[K, R, V]):
    """The values made so far; what is asked for and missing is made of its row."""

    __slots__ = ("_make", "_rows")

    def __init__(self, rows: Mapping[K, R], make: Callable[[R], V]) -> None:
        """Keep the rows."""
        self._rows = rows
        self._make = make

    def __missing__(self, key: K) -> V:
        """Return what is made of the row, and keep it."""
        made = self[key] = self._make(self._rows[key])
        return made


class Lazy(Mapping[K, V], Generic[K, R, V]):
    """A mapping from keys to values, with a row of each and what makes a value of a row.

    Attributes:
        rows: what values are made of; whoever asks for many keys of which most are not there, asks here first, which is quick.
        made: the values made so far, which makes those of other rows; whoever asks for many keys that are there, asks here.

    Example:
        >>> shouts = Lazy({"a": "ayes", "n": "noes"}, str.upper)
        >>> shouts["a"], shouts.get("x"), len(shouts)
        ('AYES', None, 2)
    """

    __slots__ = ("made", "rows")

    def __init__(self, rows: Mapping[K, R], make: Callable[[R], V]) -> None:
        """Keep the rows."""
        self.rows = rows
        self.made = Made(rows, make)

    def __getitem__(self, key: K) -> V:
        """Return the value, the same one each time."""
        return self.made[key]

    def get(self, key: K, default: V | None = None) -> V | None:  # type: ignore[override]
        """Return the value, or another where there is no row; no error is raised and caught, for most words of a text begin no name."""
        return self.made[key] if key in self.rows else default

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a row, without making its value."""
        return key in self.rows

    def __iter__(self) -> Iterator[K]:
        """Yield the keys in the order of the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)
