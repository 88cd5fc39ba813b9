"""What belongs to those who say "our" and "my", once it is known for whom they speak: "*our* troops", "*my* administration"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from dragoman.actors.lookup import noun
from dragoman.actors.nouns.unnamed import add_generic
from dragoman.actors.owners import Heads
from dragoman.actors.reference.belonging import owned_people, resolve_owned
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_NOT_THEIRS = ("from_anywhere", "either_kind", "opposed", "private_persons")
_SECTORS = ("GOV", "MIL", "COP", "SPY", "LEG", "JUD", "REB", "UAF")
_PEOPLE = ("person", "people", "media")


def owned_by_speaker(syntax: Syntax, roster: Roster, heads: Heads, i: int, side: ActorId) -> dict[int, Actor]:
    """Return whom the noun means that the first person at token i owns, where he speaks for a side; nobody where it is not the side's.

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        heads: the mentions by head token.
        i: "our" or "my".
        side: the state or group for which its speaker speaks.
    """
    owned = syntax.heads[i]
    known = heads.get(owned)
    nameless = known is not None and known.form == "generic" and len(known.actors) == 1
    if syntax.deps[i] != "nmod:poss" or not nameless or side not in roster.actors or roster.actors[side].kind in _PEOPLE:
        return {}
    land = roster.actors[known.actors[0]].country if known else None
    theirs = {**heads, i: Casting(i, i + 1, i, (side,), "pronoun")}
    plural = syntax.plural(i)
    actor = resolve_owned(syntax, roster, owned, theirs)
    if land == roster.actors[side].country:
        actor = None if actor and roster.actors[actor].kind in _PEOPLE else actor  # "our citizens" are citizens
    else:  # of nowhere, or of where it is spoken of
        people = owned_people(syntax, roster, owned, theirs) if plural else ()
        actor = actor or next(iter(people), None) or _body(syntax, roster, owned, theirs[i])
    return {owned: roster.actors[actor]} if actor is not None else {}


def with_owned(castings: Iterable[Casting], owned: Mapping[int, Actor]) -> list[Casting]:
    """Return mentions with those by these heads meaning what is owned, and so the pronouns for what alone is meant by one of them."""
    every = list(castings)
    before: dict[ActorId, set[ActorId]] = {}
    for c in every:
        if c.head in owned and c.form == "generic":
            before.setdefault(c.actors[0], set()).add(owned[c.head].id)
    now = {actor: min(meant) for actor, meant in before.items() if len(meant) == 1}
    return [_meaning(c, owned, now) for c in every]


def _meaning(casting: Casting, owned: Mapping[int, Actor], now: Mapping[ActorId, ActorId]) -> Casting:
    if casting.head in owned and casting.form == "generic":
        return replace(casting, actors=(owned[casting.head].id,))
    if casting.form == "pronoun" and not now.keys().isdisjoint(casting.actors):
        return replace(casting, actors=tuple(dict.fromkeys(now.get(actor, actor) for actor in casting.actors)))
    return casting


def _body(syntax: Syntax, roster: Roster, owned: int, owner: Casting) -> ActorId | None:
    """Return the body or band of a side that a noun names: "our intelligence *community*"; no allies or friends, who are others."""
    agent = noun(roster.directory.vocabulary.agents, syntax, owned)
    of_a_side = agent is not None and (agent.sector in _SECTORS or roster.directory.vocabulary.has("of_a_side", agent.lemma))
    if agent is None or not of_a_side or agent.person or any(roster.directory.vocabulary.has(key, agent.lemma) for key in _NOT_THEIRS):
        return None
    return add_generic(syntax, roster, agent, owned, owner, plural=syntax.plural(owned))
