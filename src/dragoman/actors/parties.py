"""Whom a plural description means: the parties last named together."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.discourse import Discourse
from dragoman.actors.owners import state_of
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId

_WINDOW = 8
_CLOSE_BY = 5


def last_party(
    discourse: Discourse,
    i: int,
    count: int | None,
    fits: Callable[[ActorId], bool],
    *,
    home: str | None = None,
    states: bool = False,
) -> tuple[ActorId, ...]:
    """Return the actors last named together before token i that fit, else the only ones of that number nearby.

    Args:
        discourse: what has been mentioned.
        i: the description's head.
        count: how many it means; None where it does not say.
        fits: whether an actor can be described so.
        home: the country of all of them, where the description says so.
        states: whether it describes states, which those who act for them stand for ("Biden and Xi … both countries").
    """
    roster, syntax = discourse.roster, discourse.syntax

    def fitting(actor: ActorId) -> bool:
        return fits(actor) and home in (None, roster.actors[actor].country)

    for party in reversed(discourse.parties):
        if party.at >= i or syntax.sentence[i] - syntax.sentence[party.at] > _WINDOW:
            continue
        actors = tuple(dict.fromkeys(_state(roster, a) for a in party.actors)) if states else party.actors
        if len(actors) > 1 and all(fitting(a) for a in actors) and (count is None or len(actors) == count):
            return tuple(roster.enter(a) if a in roster.directory.entries else a for a in actors)
    if count is None or states:
        return ()
    recent = dict.fromkeys(a for c in discourse.within(i, _CLOSE_BY) if not c.place for a in c.actors if fitting(a))
    return tuple(sorted(recent)) if len(recent) == count else ()


def _state(roster: Roster, actor: ActorId) -> ActorId:
    """Return the state that a person or body of government acts for, or the actor itself."""
    who = roster.actors[actor]
    state = state_of(roster, who.country) if who.kind in ("person", "government_body") and who.sector == "GOV" else None
    return roster.enter(state) if state is not None else actor
