"""Readings and what a record tells, as one stream of claims spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.claims import Reading
from dragoman.record import Told, tell


def spelt_out(source: Iterable[Reading | Told]) -> Iterator[Told]:
    """Yield all claims of readings, and claims that a record has told as they are."""
    for one in source:
        if isinstance(one, Reading):
            yield from tell(one)
        else:
            yield one
