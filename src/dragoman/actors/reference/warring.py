"""The two sides of a conflict whom no sentence names together: those whose officials meet, and a band and the state that it fights."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from dragoman.actors.owners import BANDS, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.sides import is_bystander, known_brokers
from dragoman.actors.reference.speaking import side_of
from dragoman.actors.roster import Casting, Roster
from dragoman.claims import ActorId

_PAIR = 2


def as_sides(roster: Roster, actors: Iterable[ActorId], fitting: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return the sides for which those act who are none themselves: "the *president* and the *rebel leader* … both sides"."""
    return tuple(dict.fromkeys(a if fitting(a) else _side(roster, a) for a in actors))


def the_band_and_its_foe(discourse: Discourse, fitting: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return the one band that the report has named and the state that it fights: its own, or the one that it is known to fight."""
    roster = discourse.roster
    named = [c for c in discourse.past if c.form in ("name", "description")]
    bands = dict.fromkeys(side for c in named for side in as_sides(roster, c.actors, fitting) if roster.actors[side].kind in BANDS)
    rebels = [b for b in bands if roster.directory.vocabulary.has("of_no_country", roster.actors[b].sector or "")]
    if len(rebels) != 1 or not fitting(rebels[0]):
        return ()
    against = roster.directory.vocabulary.pairs["fights_abroad"].get(rebels[0])
    country = roster.directory.entries[ActorId(against)].country if against else roster.actors[rebels[0]].country
    state = state_of(roster, country)
    told = state is not None and any(roster.actors[a].country == country for c in discourse.past for a in c.named if a != rebels[0])
    return tuple(sorted((roster.enter(state), rebels[0]))) if state is not None and told else ()


def the_only_two(discourse: Discourse, i: int, near: Iterable[Casting], fitting: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return the only two sides for whom somebody near acts or offers anything, who mediates aside.

    "*Egyptian* mediators met *Hamas* officials to discuss an *Israeli* offer. The two sides …" has Hamas and Israel.
    """
    roster = discourse.roster
    between = known_brokers(discourse, i)
    between |= {state for a in between if (state := state_of(roster, roster.actors[a].country)) is not None}
    acting = (c for c in near if _acts(discourse, c))
    sides = dict.fromkeys(chain.from_iterable(as_sides(roster, c.named, fitting) for c in acting))
    found = [s for s in sides if s not in between and fitting(s) and roster.has_name(s) and not is_bystander(discourse, s)]
    return tuple(sorted(found)) if len(found) == _PAIR else ()


def _acts(discourse: Discourse, casting: Casting) -> bool:
    """Tell whether a mention is of somebody in his own right, or says whose an offer is: "an *Israeli* proposal"."""
    if casting.place:
        return False
    syntax = discourse.syntax
    if casting.form != "adjective":
        return True
    return discourse.roster.directory.vocabulary.has("proposals", syntax.lemmas[syntax.heads[casting.head]])


def _side(roster: Roster, actor: ActorId) -> ActorId:
    """Return the side for which somebody acts, the band that he leads before his party, or the actor itself where none is known."""
    led = (o.body for o in roster.directory.offices_on(actor, roster.published) if o.body) if actor in roster.directory.offices else ()
    side = next((body for body in led if _fights(roster, body)), None) or side_of(roster, actor)
    return actor if side is None else roster.enter(side) if side in roster.directory.entries else side


def _fights(roster: Roster, body: ActorId) -> bool:
    """Tell whether a body of the directory is a band under arms that governs no country."""
    entry = roster.directory.entries[body]
    return entry.kind in BANDS and roster.directory.vocabulary.has("of_no_country", entry.sector or "")
