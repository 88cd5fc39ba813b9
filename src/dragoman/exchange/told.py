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


def date_extent(told: Told) -> tuple[str | None, str | None]:
    """Return the last day of a claim's date, and what the date names: ``day``, ``month``, ``year``; its report's date is a day."""
    if told.time is not None and told.day_from == "claim":
        return told.time.end, told.time.precision
    return told.day, "day" if told.day else None
