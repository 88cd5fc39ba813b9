"""Descriptions by whom they belong to: "*his* government", "their country", "*the country's* military"."""

from __future__ import annotations

from dragoman.actors.bodies import body_actor, body_at
from dragoman.actors.owners import Heads, state_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId


def resolve_owned(syntax: Syntax, roster: Roster, i: int, heads: Heads) -> ActorId | None:
    """Return the state or body that a noun names by a possessor which refers to somebody known; None where it names no such thing."""
    possessor = next((heads[c] for c in syntax.kids(i, "nmod:poss") if c in heads), None) or _ruler(syntax, roster, i, heads)
    if possessor is None or not possessor.actors:
        return None
    state = _state(roster, possessor)
    if state is None:
        return None
    if roster.directory.vocabulary.has("own_state", syntax.lemmas[i]):
        return state if possessor.form != "name" or roster.actors[possessor.actors[0]].kind == "person" else None
    body, words = body_at(syntax, roster, i) or (None, "")
    return body_actor(roster, body, state, words) if body and body.suffix else None


def _ruler(syntax: Syntax, roster: Roster, i: int, heads: Heads) -> Casting | None:
    """Return the person whose name stands before a word for a government: "the *Gaddafi* regime"."""
    named = (heads[c] for c in syntax.kids(i, "compound") if c in heads)
    return next((c for c in named if c.form == "name" and c.actors and roster.actors[c.actors[0]].kind == "person"), None)


def _state(roster: Roster, possessor: Casting) -> ActorId | None:
    """Return the one state that all possessors are or are of."""
    states = {_state_of(roster, actor) for actor in possessor.actors}
    state = states.pop() if len(states) == 1 else None
    return roster.enter(state) if state is not None else None


def _state_of(roster: Roster, actor: ActorId) -> ActorId | None:
    who = roster.actors[actor]
    if who.kind == "state":
        return actor if actor in roster.directory.entries else None
    return state_of(roster, who.country)
