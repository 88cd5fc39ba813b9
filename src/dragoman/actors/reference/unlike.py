"""Whom a description cannot mean by what stands around it: who says it, who visits, whose own it would be, what nobody calls him."""

from __future__ import annotations

from dragoman.actors.directory.entries import Description
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.nouns.bodies import body_at
from dragoman.actors.owners import actors_at, states_of
from dragoman.actors.reference.binding import speakers_on
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_PERSON = "person"
_PARTY = "party"
_OFFICIALS = frozenset(["GOV", "MIL", "LEG"])
_AROUND = 3


def others_around(discourse: Discourse, described: Description, i: int, own: frozenset[ActorId]) -> set[ActorId]:
    """Return whom a description at token i does not mean by who acts or speaks around it.

    A person is not he who says something of him ("*X* said *the president* …"), a regime is none's own, and who visits a country comes from
    another.

    Args:
        discourse: what has been mentioned.
        described: what the actor must be.
        i: the description's head.
        own: the states whose officials act or speak here.
    """
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    found: set[ActorId] = set(own) if has("of_others", described.lemma) else set()
    verb = syntax.heads[i]
    person = _PERSON in described.kinds and syntax.base(i) != "vocative"
    visited = "state" in described.kinds and has("visiting", syntax.lemmas[verb]) and syntax.base(i) in ("obj", "obl")
    if not person and not visited:
        return found
    heads = {c.head: c for c in discourse.within(i, len(syntax) if syntax.quoted[i] else 0)}
    if person:
        above = [c for t in syntax.above(i) for c in syntax.kids(t, "nsubj", "nsubj:pass") if c < i]
        above += sorted(speakers_on(syntax, i)) if syntax.quoted[i] else []
        found |= actors_at(heads, (c for c in above if syntax.sentence[c] <= syntax.sentence[i]))
    if visited:
        visitors = [roster.actors[a] for a in actors_at(heads, (m for c in syntax.kids(verb, "nsubj") for m in syntax.conjuncts(c)))]
        found |= states_of(roster, (w for w in visitors if not _OFFICIALS.isdisjoint((w.sector, *w.other_sectors))))
    return found


def is_unlike(discourse: Discourse, described: Description, i: int, actor: ActorId) -> bool:
    """Tell whether nobody calls an actor what a description says with the words before it.

    A ministry is no "central bank", a council no "group", and a party of the opposition not the ruling one.
    """
    syntax, roster = discourse.syntax, discourse.roster
    vocabulary, who = roster.directory.vocabulary, roster.actors[actor]
    name = pieces_of(who.name)
    if any(vocabulary.has("never_called", f"{described.lemma} {piece}") for piece in name):
        return True
    opposites = [vocabulary.pairs["standings"].get(syntax.lower[c]) for c in syntax.kids(i, "amod", "compound")]
    if described.lemma == _PARTY and any(word is not None and _is_called(discourse, actor, word) for word in opposites):
        return True
    body, words = body_at(syntax, roster, i) or (None, "")
    if body is None or not body.suffix or " " not in words or who.kind != body.kind:
        return False
    return not actor.endswith(body.suffix) and not set(pieces_of(words)) <= set(name)


def _is_called(discourse: Discourse, actor: ActorId, word: str) -> bool:
    """Tell whether a word has stood close to the name of a party, or in what its leader leads: "the *ruling* Vale Front"."""
    syntax, roster = discourse.syntax, discourse.roster
    named = (c for c in discourse.past if actor in c.actors and c.form == "name")
    styled = {*roster.bodies, *roster.titles}
    leaders = [p for p in styled if any(o.body == actor for o in roster.directory.offices_on(p, roster.published))]
    led = {piece for p in leaders if p in roster.bodies for piece in pieces_of(roster.actors[roster.bodies[p]].name)}
    led |= {piece for p in leaders for title in roster.titles.get(p, ()) for piece in pieces_of(title)}
    return word in led or any(word in syntax.lower[max(0, c.first - _AROUND) : c.last + _AROUND] for c in named)
