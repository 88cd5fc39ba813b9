"""Bodies of state that are named alone, and whose: "*the army*" is that of the state spoken of."""

from __future__ import annotations

from dragoman.actors.directory.entries import Description
from dragoman.actors.nouns.bodies import body_actor, body_at
from dragoman.actors.owners import Heads, chief_state, is_official, owner_of, state_of
from dragoman.actors.reference.binding import speakers_on
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.own_bodies import army_spoken_of, body_spoken_of
from dragoman.actors.reference.readiness import readiest
from dragoman.actors.roster import Casting, Roster, slug
from dragoman.claims import ActorId

_STATE = Description("country", frozenset(("state",)), frozenset())
_ARMED = "MIL"
_RULED = ("party", "armed_group", "movement", "faction", "union")
_OPPOSED = ("REB", "OPP", "PTY", "LEG")
PARTS = ("compound", "amod", "flat", "det", "nummod", "cc", "advmod")
"""Relations of words that only belong to another's phrase."""


def resolve_body(discourse: Discourse, i: int, heads: Heads) -> ActorId | None:
    """Return the body of the state spoken of that a bare "the army" or "the foreign ministry" names."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    acting = _is_doer(discourse, i)
    body, words = (body_at(syntax, roster, i) if acting or syntax.base(i) not in PARTS else None) or (None, "")
    if body is None or not (body.suffix or acting) or owner_of(syntax, roster, heads, i):
        return None
    named_so = acting or syntax.articled(i) or has("bare_bodies", body.suffix)
    national = has("national_bodies", body.suffix) or not body.suffix
    if not named_so or not (national or has("bodies_at_home", body.suffix)):
        return None
    own = own_states(discourse, i, heads)
    spoken = tuple(roster.enter(state) for state in own) if syntax.quoted[i] and len(own) == 1 else ()
    home = (chief_state(roster, of_few=True) or body_spoken_of(discourse, i, body)) if not own else None
    state = spoken or ((roster.enter(home),) if home else ())
    state = state or (readiest(discourse, _STATE, i, own=own, bare=True) if national else ())
    if state and body.sector == _ARMED and has("without_army", state[0]):
        other = army_spoken_of(discourse)
        state = (roster.enter(other),) if other else ()
    if not state:
        return None
    if not body.suffix:
        return state[0]
    known = _forces(roster, state[0]) if has("armed_bodies", words) else set()
    return known.pop() if len(known) == 1 else body_actor(roster, body, state[0], words)


def _is_doer(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun says whose a deed or weapon is that it stands before: "a *government* airstrike", "*army* helicopters"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    return syntax.base(i) == "compound" and has("doing_bodies", syntax.lemmas[i]) and has("deeds_of_bodies", syntax.lemmas[syntax.heads[i]])


def _forces(roster: Roster, state: ActorId) -> set[ActorId]:
    """Return the armed forces of a state that the report has named, by whichever word: "Chad's *army* … the *military*"."""
    entry = roster.directory.entries.get(state)
    if entry is None:
        return set()
    found: set[ActorId] = set()
    for word in roster.directory.vocabulary.words["armed_bodies"]:
        found |= {slug(f"{state} {word}"), *(ref.id for ref in roster.directory.names.get(f"{entry.adjective} {word}"))}
    return {a for a in found if a in roster.actors and roster.actors[a].sector == _ARMED}


def own_states(discourse: Discourse, i: int, heads: Heads, *, ruled: bool = False) -> frozenset[ActorId]:
    """Return the states of those who act or speak around token i: "the *Kenyan* minister told *the army* …".

    Args:
        discourse: what has been mentioned.
        i: the noun.
        heads: the mentions by head token.
        ruled: whether those count whom a state only rules, too: "*Kenyan* rebels accused *the government*".
    """
    syntax, roster = discourse.syntax, discourse.roster
    around = []
    for t in syntax.above(i):
        subjects = [c for c in syntax.children[t] if c < i and syntax.base(c) == "nsubj"]
        around += subjects
        around += [c for s in subjects if s not in heads for c in syntax.kids(s, "nmod:poss")]
        around += [c for c in syntax.kids(t, "obl") if syntax.marker(c) == "according"]
    if syntax.quoted[i]:
        around += sorted(speakers_on(syntax, i))
    found = {_state_of_speaker(roster, heads[c], ruled=ruled) for c in around if c in heads and len(heads[c].actors) == 1}
    return frozenset(state for state in found if state is not None)


def _state_of_speaker(roster: Roster, casting: Casting, *, ruled: bool) -> ActorId | None:
    """Return the state for which an official, a body or an outlet of it acts or speaks, or under which rebels and parties live."""
    who = roster.actors[casting.actors[0]]
    theirs = is_official(who) or who.kind in ("government_body", "media") or (ruled and (who.kind in _RULED or who.sector in _OPPOSED))
    return state_of(roster, who.country) if theirs else None
