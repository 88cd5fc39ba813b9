"""What the text says of persons beside their names: titles, gender, whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.titles import titles_of, titles_told
from dragoman.actors.owners import Heads, land_before, place_before
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_STATELY = frozenset(["GOV", "COP", "JUD", "LEG"])


def describe(syntax: Syntax, roster: Roster, named: Heads, head: int, actor: ActorId) -> None:
    """Learn from titles and appositions what a person is."""
    known = actor in roster.directory.entries
    for styled in titles_of(syntax, roster, named, head):
        if styled.gender:
            roster.genders.setdefault(actor, styled.gender)
        roster.titles.setdefault(actor, []).append(styled.text)
        if styled.office and styled.body and styled.body.actors:
            roster.bodies.setdefault(actor, styled.body.actors[0])
        if known or not styled.office:
            continue
        country = roster.actors[styled.body.actors[0]].country if styled.body and styled.body.actors else None
        roster.learn(actor, country=country, sector=styled.sector)
    if not known:
        for styled in titles_told(syntax, roster, named, head):
            country = roster.actors[styled.body.actors[0]].country if styled.body and styled.body.actors else None
            roster.learn(actor, country=country, sector=styled.sector)
    if not known and roster.actors[actor].country is None:
        roster.learn(actor, country=land_before(syntax, roster, named, head))
    if not known and roster.actors[actor].sector in _STATELY:
        roster.learn(actor, country=place_before(syntax, roster, named, head))
    given = roster.directory.vocabulary.given.get(pieces_of(roster.actors[actor].name)[0])
    if given:
        roster.genders.setdefault(actor, given)


def describe_named(syntax: Syntax, roster: Roster, named: Heads, castings: Iterable[Casting]) -> None:
    """Learn titles and genders of the persons that the directory knew by full name."""
    for casting in castings:
        if len(casting.actors) == 1 and roster.actors[casting.actors[0]].kind == "person" and casting.form == "name":
            describe(syntax, roster, named, casting.head, casting.actors[0])
