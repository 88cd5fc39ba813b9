"""What the directory says of somebody on a day, for those who ask it by name."""

from __future__ import annotations

import re
from datetime import date

import msgspec
from rapidfuzz.fuzz import ratio

from dragoman.actors.directory.directory import Directory
from dragoman.actors.directory.entries import Office
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId

_TITLES = 5
_NEAR, _ALIKE = 5, 80
"""How many near names are listed, and how alike they must be, of 100."""


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
    """Return whom the names in a text mean, likeliest first.

    Where the text as a whole is no name: who holds an office that it names beside its land or body, whom it means by another spelling, who
    bears this name under a title that stands before it, or those with this family name.

    Example:
        >>> from dragoman.actors import load_directory
        >>> directory = load_directory()
        >>> [one.country for one in look_up(directory, "Sergei Lavrov", on=date(2011, 3, 1))]
        ['RUS']
        >>> [one.name for name in ("Fuad Saniora", "Crown Prince Abdullah") for one in look_up(directory, name, on=date(2002, 3, 1))]
        ['Fouad Siniora', 'King Abdullah of Saudi Arabia']
        >>> [one.name for one in look_up(directory, "Russian foreign minister", on=date(2011, 3, 1))]
        ['Sergei Lavrov', 'Russia']
    """
    names = directory.find(text, on=on)
    whole = any(name.end - name.start >= len(text.strip()) for name in names)
    other = None if whole else directory.spelt_otherwise(text, on=on)
    found = [other] if other else [*_in_office(directory, text, on), *(actor for name in names for actor in name.actors)]
    found = found or _titled(directory, text, on)
    if not found:
        people = directory.families.get((pieces_of(text) or [""])[-1], ())
        found = [p for p in people if on is None or directory.offices_on(p, on)] or list(people)
    return tuple(_known(directory, actor, on) for actor in dict.fromkeys(found))


def near(directory: Directory, text: str) -> tuple[str, ...]:
    """Return the names that are spelt nearly so, nearest first.

    Example:
        >>> from dragoman.actors import load_directory
        >>> near(load_directory(), "Hezbolah")[:1]
        ('Hezbollah',)
    """
    from rapidfuzz.process import extract

    wanted = " ".join(pieces_of(text))
    known = extract(wanted, directory.names.names.keys(), scorer=ratio, limit=_NEAR, score_cutoff=_ALIKE)
    ids = dict.fromkeys(ref.id for name, *_ in known for ref in directory.names.names[name])
    return tuple(dict.fromkeys(directory.entries[one].name for one in ids))[:_NEAR]


def _in_office(directory: Directory, text: str, on: date | None) -> list[ActorId]:
    """Return who holds an office that the text names beside its land or body: "the *US secretary of state*", "*president of Chad*"."""
    if on is None:
        return []
    found: list[ActorId] = []
    for name in directory.find(text, on=on):
        before, after = text[: name.start].split(), re.sub(r"^['’]s?(?=\s)", "", text[name.end :]).split()
        held = [" ".join(after[:n]) for n in range(min(_TITLES, len(after)), 0, -1)]
        if before[-1:] == ["of"]:
            held += [" ".join(before[-n - 1 : -1]) for n in range(min(_TITLES, len(before) - 1), 0, -1)]
        for title in (one.lower().strip(".,;:") for one in held):
            titles = (title, directory.vocabulary.pairs["same_office"].get(title, title))
            holders = [person for body in name.actors for one in titles for person in directory.holders(body, one, on)]
            if holders:
                found += holders
                break
    return found


def _titled(directory: Directory, text: str, on: date | None) -> list[ActorId]:
    """Return those who hold on a day the office that a title names, and bear the name that stands after it: "*King* Abdullah"."""
    words = text.split()
    cuts = (n for n in range(min(_TITLES, len(words) - 1), 0, -1) if directory.vocabulary.titles.get(" ".join(words[:n])))
    cut = next(cuts, None)
    if cut is None:
        return []
    title, name = pieces_of(" ".join(words[:cut])), " ".join(pieces_of(" ".join(words[cut:])))
    bare = ((known, " ".join(p for p in known.split() if p not in title)) for known in directory.names.names if name in known)
    bearing = (known for known, rest in bare if f"{rest} ".startswith(f"{name} ") or f" {rest}".endswith(f" {name}"))
    people = dict.fromkeys(ref.id for known in bearing for ref in directory.names.names[known])
    return [p for p in people if any(set(title) <= set(pieces_of(o.title)) for o in directory.offices_on(p, on))]


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
