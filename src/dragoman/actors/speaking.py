"""For whom somebody speaks who says "we": an official for his state, a spokesman for his movement."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.actors.owners import state_of
from dragoman.actors.roster import Roster
from dragoman.claims import Actor, ActorId

_PEOPLE = ("person", "people")
_GOVERNMENT = "government_body"
_OF_STATE = (_GOVERNMENT, "court")
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"])


def spoken_for(roster: Roster) -> Mapping[ActorId, Actor]:
    """Return for each person of the report the state or group in whose name he says "we", where there is one."""
    found = {}
    for actor in list(roster.actors.values()):
        side = _side(roster, actor) if actor.kind in _PEOPLE else None
        if side is not None:
            found[actor.id] = roster.actors[roster.enter(side)]
    return found


def _side(roster: Roster, actor: Actor) -> ActorId | None:
    """Return the body in which a person holds his first office or that the report gives him, a state for its organs."""
    offices = roster.directory.offices_on(actor.id, roster.published) if actor.id in roster.directory.entries else ()
    ranked = sorted(offices, key=lambda o: o.sector != "GOV")
    body = ranked[0].body if ranked else roster.bodies.get(actor.id)
    if body is not None:
        kind, country = _kind_of(roster, body)
        if (
            ranked
            and kind == _GOVERNMENT
            and ranked[0].sector == "GOV"
            and roster.directory.vocabulary.has("one_at_a_time", ranked[0].title)
        ):
            return body  # a body with ministers of its own is a government: the Palestinian Authority
        if kind not in (*_PEOPLE, *_OF_STATE):
            return body if body in roster.directory.entries or body in roster.actors else None
        return state_of(roster, country)
    if actor.country and not _STATELY.isdisjoint((actor.sector or "", *actor.other_sectors)):
        return state_of(roster, actor.country)
    return None


def _kind_of(roster: Roster, body: ActorId) -> tuple[str, str | None]:
    who = roster.actors.get(body) or roster.directory.entries[body]
    return who.kind, who.country
