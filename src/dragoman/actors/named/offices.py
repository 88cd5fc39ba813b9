"""Offices that a report says somebody holds: "Foreign Minister X", "Y, president of Z"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors.named.titles import titles_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax


@dataclass(frozen=True, slots=True)
class OfficeRead:
    """Token of the person's name, tokens of the title, and the head token of the body where one is named."""

    person: int
    first: int
    last: int
    body: int | None


def offices_read(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> tuple[OfficeRead, ...]:
    """Return the offices in the order of the text, the first time for each person and title."""
    every = list(castings)
    named: dict[int, Casting] = {}
    for casting in every:
        named.setdefault(casting.head, casting)
    seen: set[tuple[str, str]] = set()
    found: list[OfficeRead] = []
    for casting in every:
        if casting.form != "name" or len(casting.actors) != 1 or roster.actors[casting.actors[0]].kind != "person":
            continue
        for styled in titles_of(syntax, roster, named, casting.head):
            key = (casting.actors[0], styled.text.lower())
            if styled.office and key not in seen:
                seen.add(key)
                found.append(OfficeRead(casting.head, styled.first, styled.last, styled.body.head if styled.body else None))
    return tuple(sorted(found, key=lambda o: (o.person, o.first)))
