"""Kin whom the report calls by given name: "*his son Hannibal*" is of his father's family, whoever else bears that name."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.kin import owner_of_kin
from dragoman.actors.roster import Casting, slug
from dragoman.claims import Actor, ActorId


def kin_by_given_name(discourse: Discourse, i: int, heads: dict[int, Casting]) -> None:
    """Let the given name beside a noun for somebody's kin mean the one of his family, here and wherever it stands alone further on.

    One whom the directory knows by that name alone and who is of another family is not meant: "Haftar and *his son Saddam*".
    """
    syntax, roster = discourse.syntax, discourse.roster
    owner = owner_of_kin(syntax, roster, i, heads)
    beside = [c for c in syntax.kids(i, "appos", "flat") if c > i and c in heads and heads[c].form == "name"]
    if owner is None or len(beside) != 1 or len(heads[beside[0]].actors) != 1 or beside[0] + 1 != heads[beside[0]].last:
        return
    name, called = beside[0], heads[beside[0]].actors[0]
    given = pieces_of(syntax.words[name])
    if len(given) != 1 or roster.actors[called].kind != "person" or called == owner:
        return
    meant = _of_family(discourse, owner, given[0]) or _of_none_known(discourse, owner, called, syntax.words[name])
    if meant is None or meant == called:
        return
    agent = noun(roster.directory.vocabulary.agents, syntax, i)
    if agent is not None and agent.gender:
        roster.genders.setdefault(meant, agent.gender)
    for j, casting in heads.items():
        alone = casting.form == "name" and casting.last - casting.first == 1 and pieces_of(syntax.words[j]) == given
        if casting.actors == (called,) and (j == i or (j >= name and alone)):
            heads[j] = replace(casting, actors=(meant,))


def _of_family(discourse: Discourse, owner: ActorId, given: str) -> ActorId | None:
    """Return the one person of the directory with a given name and a family name of the owner's."""
    roster = discourse.roster
    names, lately = pieces_of(roster.actors[owner].name)[1:], roster.directory.families
    family = {p for piece in names for p in lately.get(piece, ()) if p != owner}
    land = roster.actors[owner].country
    found = [p for p in family if (e := roster.directory.entries[p]).country == land and pieces_of(e.name)[0] == given]
    return roster.enter(found[0]) if len(found) == 1 else None


def _of_none_known(discourse: Discourse, owner: ActorId, called: ActorId, word: str) -> ActorId | None:
    """Return somebody new where the directory knows a given name as that of one of another family."""
    roster = discourse.roster
    if called not in roster.directory.entries:
        roster.learn(called, country=roster.actors[owner].country)
        return None
    if not set(pieces_of(roster.actors[called].name)[1:]).isdisjoint(pieces_of(roster.actors[owner].name)):
        return None
    return roster.add(Actor(id=slug(word), name=word, kind="person", country=roster.actors[owner].country))
