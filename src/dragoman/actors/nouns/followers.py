"""Those of whose land others tell: "the *wife* of X", "a *supporter* of Y", "*Chadian* soldiers fled and *two soldiers* died"."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax

_THEIRS = ("of", "to", "for")
_ARMED = "MIL"


def give_land_of_their_own(syntax: Syntax, roster: Roster, castings: Collection[Casting]) -> None:
    """Give kin and followers without a country that of him whose they are, and some of the soldiers just named that of these.

    Somebody's killer may be from anywhere.
    """
    vocabulary = roster.directory.vocabulary
    persons = {c.head: c.actors[0] for c in castings if len(c.actors) == 1 and roster.actors[c.actors[0]].kind == "person"}
    for casting in castings:
        if casting.form != "generic" or len(casting.actors) != 1 or roster.actors[casting.actors[0]].country:
            continue
        i = casting.head
        lands: set[str | None] = set()
        if syntax.lemmas[i] in vocabulary.pairs["kin"] or vocabulary.has("followers", syntax.lemmas[i]):
            whose = [c for c in syntax.kids(i, "nmod:poss", "nmod") if syntax.deps[c] == "nmod:poss" or syntax.marker(c) in _THEIRS]
            lands = {roster.actors[persons[c]].country for c in whose if c in persons}
        elif roster.actors[casting.actors[0]].sector == _ARMED:
            lands = _of_those_before(syntax, roster, castings, i)
        if len(lands) == 1:
            roster.learn(casting.actors[0], country=lands.pop())


def _of_those_before(syntax: Syntax, roster: Roster, castings: Collection[Casting], i: int) -> set[str | None]:
    """Return the lands of the soldiers of another clause, just before, of some of whom a bare number tells: "*11 troops* were killed"."""
    if not syntax.kids(i, "nummod") or not syntax.only(i, "nummod", "advmod"):
        return set()
    clause, near = syntax.clause(i), range(syntax.sentence[i] - 1, syntax.sentence[i] + 1)
    alike = [c for c in castings if c.head < i and syntax.lower[c.head] == syntax.lower[i]]
    told = [c for c in alike if len(c.actors) == 1 and syntax.sentence[c.head] in near and syntax.clause(c.head) != clause]
    return {roster.actors[c.actors[0]].country for c in told} - {None}
