"""For whom somebody speaks who says "we": an official for his state, a spokesman for his movement."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.actors.owners import Heads, state_of
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_PEOPLE = ("person", "people")
_GOVERNMENT = "government_body"
_OF_STATE = (_GOVERNMENT, "court")
_ITSELF = ("COP", "MED")
_SCHOOLING = "EDU"
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"])


def spoken_for(roster: Roster) -> Mapping[ActorId, Actor]:
    """Return for each person of the report the state or group in whose name he says "we", where there is one."""
    found = {}
    for actor in list(roster.actors.values()):
        side = side_of(roster, actor.id)
        if side is not None:
            found[actor.id] = roster.actors[roster.enter(side)]
    return found


def led(syntax: Syntax, roster: Roster, heads: Heads) -> None:
    """Note whom the report says that somebody leads: "the alliance, *led by* X"."""
    for group, casting in heads.items():
        for clause in syntax.kids(group, "acl"):
            leaders = [heads[c] for c in syntax.kids(clause, "obl:agent") if c in heads and heads[c].form == "name"]
            if len(leaders) != 1 or len(leaders[0].actors) != 1 or len(casting.actors) != 1 or casting.place:
                continue
            leader, body = leaders[0].actors[0], casting.actors[0]
            groups = roster.actors[body].kind not in (*_PEOPLE, *_OF_STATE, "state")
            if (
                roster.directory.vocabulary.has("leading_verbs", syntax.lemmas[clause])
                and roster.actors[leader].kind == "person"
                and groups
            ):
                roster.bodies.setdefault(leader, body)


def side_of(roster: Roster, who: ActorId) -> ActorId | None:
    """Return the body in which a person holds his first office or that the report gives him, a state for its organs; None of others."""
    actor = roster.actors[who]
    if actor.kind not in _PEOPLE:
        return None
    offices = roster.directory.offices_on(actor.id, roster.published) if actor.id in roster.directory.entries else ()
    ranked = sorted(offices, key=lambda o: o.sector != "GOV")
    told = roster.bodies.get(actor.id)
    body = ranked[0].body if ranked and (told is None or ranked[0].sector == "GOV") else told
    if body is not None:
        kind, country = _kind_of(roster, body)
        if _sector_of(roster, body) == _SCHOOLING:  # a researcher's "we" is his team
            return None
        if (
            ranked
            and kind == _GOVERNMENT
            and ranked[0].sector == "GOV"
            and roster.directory.vocabulary.has("one_at_a_time", ranked[0].title)
        ):
            return body  # a body with ministers of its own is a government: the Palestinian Authority
        if kind not in (*_PEOPLE, *_OF_STATE) or (body == told and _sector_of(roster, body) in _ITSELF):
            return body if body in roster.directory.entries or body in roster.actors else None
        return state_of(roster, country)
    if actor.country and not _STATELY.isdisjoint((actor.sector or "", *actor.other_sectors)):
        return state_of(roster, actor.country)
    return None


def _sector_of(roster: Roster, body: ActorId) -> str | None:
    known = roster.actors.get(body) or roster.directory.entries[body]
    return known.sector


def _kind_of(roster: Roster, body: ActorId) -> tuple[str, str | None]:
    who = roster.actors.get(body) or roster.directory.entries[body]
    return who.kind, who.country
