"""Readings and what a record tells, as one stream of claims spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.claims import Reading
from dragoman.errors import InputError
from dragoman.record import Position, Said, Told, tell


def spelt_out(source: Iterable[Reading | Told | Position | Said]) -> Iterator[Told]:
    """Yield all claims of readings, and claims that a record has told as they are.

    Raises:
        InputError: the record has told something else, such as statements.
    """
    for one in source:
        if isinstance(one, Reading):
            yield from tell(one)
        elif isinstance(one, Position):
            yield one.told
        elif isinstance(one, Told):
            yield one
        else:
            remedy = "give readings, or what timeline, standing or positions tell; statements go through statements_to_arrow"
            raise InputError("claims", f"a {type(one).__name__} is no claim", remedy)
