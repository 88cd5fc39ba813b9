"""Values that are made from their rows when they are first asked for: most of a directory never is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
R = TypeVar("R")
V = TypeVar("V")


class Lazy(Mapping[K, V], Generic[K, R, V]):
    """A mapping from keys to values, with a row of each and what makes a value of a row.

    Attributes:
        rows: what values are made of; whoever asks for many keys of which most are not there, asks here first, which is quick.

    Example:
        >>> shouts = Lazy({"a": "ayes", "n": "noes"}, str.upper)
        >>> shouts["a"], shouts.get("x"), len(shouts)
        ('AYES', None, 2)
    """

    __slots__ = ("_made", "_make", "rows")

    def __init__(self, rows: Mapping[K, R], make: Callable[[R], V]) -> None:
        """Keep the rows."""
        self.rows = rows
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        """Return the value, the same one each time."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(self.rows[key])
        return made

    def get(self, key: K, default: V | None = None) -> V | None:  # type: ignore[override]
        """Return the value, or another where there is no row; no error is raised and caught, for most words of a text begin no name."""
        return self[key] if key in self.rows else default

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a row, without making its value."""
        return key in self.rows

    def __iter__(self) -> Iterator[K]:
        """Yield the keys in the order of the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)
