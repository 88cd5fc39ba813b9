"""Kin and followers of somebody known, who are of his land: "the *wife* of X", "a *supporter* of Y"."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax

_THEIRS = ("of", "to", "for")


def give_land_of_their_own(syntax: Syntax, roster: Roster, castings: Collection[Casting]) -> None:
    """Give kin and followers without a country that of him whose they are; somebody's killer may be from anywhere."""
    vocabulary = roster.directory.vocabulary
    persons = {c.head: c.actors[0] for c in castings if len(c.actors) == 1 and roster.actors[c.actors[0]].kind == "person"}
    for casting in castings:
        if casting.form != "generic" or len(casting.actors) != 1 or roster.actors[casting.actors[0]].country:
            continue
        i = casting.head
        if not (syntax.lemmas[i] in vocabulary.pairs["kin"] or vocabulary.has("followers", syntax.lemmas[i])):
            continue
        whose = [c for c in syntax.kids(i, "nmod:poss", "nmod") if syntax.deps[c] == "nmod:poss" or syntax.marker(c) in _THEIRS]
        lands = {roster.actors[persons[c]].country for c in whose if c in persons}
        if len(lands) == 1:
            roster.learn(casting.actors[0], country=lands.pop())
