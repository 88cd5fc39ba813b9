"""What the directory says of somebody on a day, for those who ask it by name."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.actors.directory import Directory
from dragoman.actors.entries import Office
from dragoman.actors.index import pieces_of
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as he stands on a day.

    Attributes:
        offices: those that he holds on the day; all that are known, latest first, where no day is given.
    """

    id: ActorId
    name: str
    kind: str
    country: str | None
    sector: str | None
    other_sectors: tuple[str, ...]
    offices: tuple[Office, ...]


def look_up(directory: Directory, text: str, *, on: date | None = None) -> tuple[Known, ...]:
    """Return whom the names in a text mean, likeliest first; where it holds no name, those with this family name.

    Example:
        >>> from dragoman.actors import load_directory
        >>> [one.country for one in look_up(load_directory(), "Sergei Lavrov", on=date(2011, 3, 1))]
        ['RUS']
    """
    found = [actor for name in directory.find(text, on=on) for actor in name.actors]
    if not found:
        people = directory.families.get((pieces_of(text) or [""])[-1], ())
        found = [p for p in people if on is None or directory.offices_on(p, on)] or list(people)
    return tuple(_known(directory, actor, on) for actor in dict.fromkeys(found))


def _known(directory: Directory, actor: ActorId, on: date | None) -> Known:
    roster = Roster(directory, on)
    who = roster.actors[roster.enter(actor)]
    return Known(
        id=who.id,
        name=who.name,
        kind=who.kind,
        country=who.country,
        sector=who.sector,
        other_sectors=who.other_sectors,
        offices=directory.offices_on(actor, on),
    )
