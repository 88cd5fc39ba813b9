"""Titles without a name that mean who holds them now: "*the president*" in a report that chiefly speaks of one country."""

from __future__ import annotations

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.titles import is_styled, title_of
from dragoman.actors.owners import chief_state, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_FURTHER = ("nmod", "amod", "compound", "acl", "appos", "flat", "nummod")
_OFFICIAL = "GOV"
_BEFORE = 4


def the_sitting(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return who holds, on the report's date, the office that a definite title names, where the report chiefly speaks of one country.

    Nobody where the report gives somebody else that title, or says by further words which holder is meant.
    """
    syntax, roster = discourse.syntax, discourse.roster
    if roster.published is None or not syntax.articled(i) or syntax.plural(i):
        return ()
    title = title_of(syntax, roster, i)
    if not _is_bare(syntax, i, title):
        return ()
    alone = roster.directory.vocabulary.has("one_at_a_time", title)
    state = (_state_of_teller(discourse, i) or chief_state(roster)) if alone else None
    if state is None:
        return ()
    titles = (title, roster.directory.vocabulary.pairs["same_office"].get(title, title))
    holders = {person for one in titles for person in roster.directory.holders(state, one, roster.published)}
    known = _once_held(discourse, state, titles) if holders and holders.isdisjoint(roster.actors) else ()
    if known:
        return known
    words = frozenset(pieces_of(title))
    if len(holders) != 1 or any(is_styled(roster, actor, words) for actor in discourse.counts if actor not in holders):
        return ()
    return (roster.enter(holders.pop()),)


def _state_of_teller(discourse: Discourse, i: int) -> ActorId | None:
    """Return the state whose official or spokesman tells what somebody does: "a *Chadian* spokesman said *the president* would go"."""
    syntax, roster = discourse.syntax, discourse.roster
    telling = (t for t in syntax.above(i) if roster.directory.vocabulary.has("said", syntax.lemmas[t]))
    subjects = {c for t in telling for c in syntax.kids(t, "nsubj")}
    tellers = [c.actors[0] for c in discourse.within(i, 0) if c.head in subjects and len(c.actors) == 1]
    if len(tellers) != 1:
        return None
    who = roster.actors[tellers[0]]
    body = roster.actors.get(roster.bodies.get(who.id, who.id), who)
    return state_of(roster, who.country) if who.kind == "person" and _OFFICIAL in (who.sector, body.sector) else None


def _once_held(discourse: Discourse, state: ActorId, titles: tuple[str, ...]) -> tuple[ActorId, ...]:
    """Return the one whom a report names that held an office once, where it names nobody who holds it: "*the prime minister*" who was shot.

    Nobody where the report calls him a former one.
    """
    syntax, roster = discourse.syntax, discourse.roster
    former = roster.directory.vocabulary.words["former"]
    past = {a for a in discourse.counts for o in roster.offices_left(a) if o.body == state and o.title.lower() in titles}
    called = {a for c in discourse.past for a in c.actors if not former.isdisjoint(syntax.lower[max(0, c.first - _BEFORE) : c.last])}
    return tuple(past) if len(past) == 1 and past.isdisjoint(called) else ()


def _is_bare(syntax: Syntax, i: int, title: str) -> bool:
    """Tell whether a title stands without words that say whose or which: "the *prime minister*", not "the former one"."""
    words = title.split()
    return all(syntax.base(c) not in _FURTHER or (c < i and syntax.lower[c] in words) for c in syntax.children[i])
