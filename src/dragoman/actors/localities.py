"""Where those without a country of their own are: "in Kenya, *police* …" are Kenya's."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax


def locate(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> None:
    """Give generic actors the country in which their own sentence places them, where it names exactly one place's country."""
    every = list(castings)
    places: dict[int, set[str]] = {}
    for casting in every:
        entry = roster.directory.entries.get(casting.stands_for) if casting.place and casting.stands_for else None
        if entry and entry.country:
            places.setdefault(syntax.sentence[casting.head], set()).add(entry.country)
    for casting in sorted(every, key=lambda c: c.first):
        here = places.get(syntax.sentence[casting.head], set())
        if casting.form != "generic" or len(here) != 1 or len(casting.actors) != 1:
            continue
        if roster.actors[casting.actors[0]].country is None:
            roster.learn(casting.actors[0], country=min(here))
