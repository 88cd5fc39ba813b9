"""Governments that no name stands beside: "In Cairo, *the government* …", and "*the administration*" of a land that has one."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.lookup import is_bare
from dragoman.actors.owners import Heads, actors_at, chief_state, state_of, states_of
from dragoman.actors.reference.binding import speakers
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import STATES, Casting
from dragoman.claims import ActorId

_IN = ("in", "at")
_FEDERAL = "federal"
_THIS = "this"
_BAND = "armed_group"
_REBEL = "REB"


def the_seat(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the state of the place that opens a sentence whose subject is "the government": "*In Cairo*, the government refused".

    It is that of the rebels who are named beside it, where any are.
    """
    if fought := _the_government_fought(discourse, i, heads):
        return fought
    syntax, roster = discourse.syntax, discourse.roster
    governs = roster.directory.vocabulary.has("government_nouns", syntax.lemmas[i])
    if not governs or syntax.base(i) != "nsubj" or not is_bare(syntax, i):
        return ()
    places = [heads[c] for c in syntax.kids(syntax.heads[i], "obl") if c < i and c in heads and syntax.marker(c) in _IN]
    opening = [c for c in places if c.place and c.stands_for and syntax.words[c.last : c.last + 1] == (",",)]
    land = roster.directory.entries.get(opening[0].stands_for) if len(opening) == 1 and opening[0].stands_for else None
    state = state_of(roster, land.country) if land else None
    return (roster.enter(state),) if state is not None else ()


def _the_government_fought(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the state whose rebels are named beside "the government": "a truce between *the government* and the Tamil Tigers".

    Not where they are a party, too, which may have joined the government or fight another one.
    """
    syntax, roster = discourse.syntax, discourse.roster
    beside = [c for c in syntax.conjuncts(syntax.first_conjunct(i)) if c != i and c in heads]
    if not beside or not roster.directory.vocabulary.has("government_nouns", syntax.lemmas[i]):
        return ()
    who = [roster.actors[a] for c in beside for a in heads[c].actors]
    rebels = all(w.kind == _BAND and w.sector == _REBEL and not w.other_sectors for w in who)
    lands = {state_of(roster, w.country) for w in who} if rebels else set()
    state = lands.pop() if len(lands) == 1 else None
    return (roster.enter(state),) if state is not None else ()


def the_government_named(discourse: Discourse, i: int, own: Collection[ActorId]) -> tuple[ActorId, ...]:
    """Return whose government "the *government*" is where a report speaks by name of one alone: "*Chad's government* … the government".

    What is quoted is of the speaker's own.

    Args:
        discourse: what has been mentioned.
        i: the noun.
        own: the states of those who act or speak around it, whose own it may be.
    """
    syntax = discourse.syntax
    word = syntax.lemmas[i]
    if syntax.quoted[i] or not discourse.roster.directory.vocabulary.has("government_nouns", word):
        return ()
    so = (c for c in discourse.past if syntax.lemmas[c.head] == word and not is_bare(syntax, c.head))
    named = {c.actors for c in so if _is_state(discourse, c)}
    found = named.pop() if len(named) == 1 else ()
    return found if not own or set(own) == set(found) else ()


def _is_state(discourse: Discourse, casting: Casting) -> bool:
    """Tell whether a mention is of one state alone."""
    return len(casting.actors) == 1 and discourse.roster.actors[casting.actors[0]].kind in STATES


def the_administration(discourse: Discourse, i: int, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return for "the administration", or "the federal" one, the one state of the report that has such, for one found that has none."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    if found and any(syntax.lower[c] == _FEDERAL for c in syntax.kids(i, "amod")) and not has("federations", found[0]):
        near = dict.fromkeys(a for c in discourse.within(i, len(syntax)) for a in c.named if has("federations", a))
        return (next(iter(near)),) if len(near) == 1 else ()
    if syntax.lemmas[i] != "administration" or not found or not is_bare(syntax, i) or any(has("administered", a) for a in found):
        return found
    lands = {who.country for who in roster.actors.values() if who.country}
    called = {state for state in (state_of(roster, land) for land in sorted(lands)) if state is not None and has("administered", state)}
    return (roster.enter(called.pop()),) if len(called) == 1 else found


def the_home_government(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the state of which a report chiefly speaks where "the *government*", or "the federal" one, is nobody's that it names."""
    syntax, roster = discourse.syntax, discourse.roster
    home, has = chief_state(roster), roster.directory.vocabulary.has
    governs = (has("government_nouns", syntax.lemmas[i]) or has("own_state", syntax.lemmas[i])) and syntax.articled(i)
    modifiers = [syntax.lower[c] for c in syntax.kids(i, "amod", "compound", "nmod")]
    national = all(has("of_the_nation", word) for word in modifiers)
    return (roster.enter(home),) if home and governs and national else ()


def the_speakers_land(discourse: Discourse, i: int, own: Collection[ActorId], heads: Heads) -> tuple[ActorId, ...]:
    """Return the land of him who says "this country", or of an official who says "the country" where none is named before.

    Args:
        discourse: what has been mentioned.
        i: the noun.
        own: the states of those who act or speak around it.
        heads: the mentions by head token.
    """
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    if not has("own_state", syntax.lemmas[i]):
        return ()
    before = {syntax.lower[c] for c in syntax.kids(i, "det", "amod")}
    here = bool(syntax.quoted[i]) or _THIS in before
    plain = all(has("of_the_nation", word) or has("definite", word) for word in before) and not syntax.kids(i, "acl", "acl:relcl", "nmod")
    if not here or not plain:
        return ()
    who = actors_at(heads, speakers(syntax, i)) if _THIS in before else set()
    lands = set(own) or states_of(roster, (roster.actors[a] for a in who))
    return (roster.enter(lands.pop()),) if len(lands) == 1 else ()
