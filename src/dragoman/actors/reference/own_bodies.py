"""Whose a body is: "*his movement*" is the one that he leads, "*the army*" the one of which the report has spoken so before."""

from __future__ import annotations

from dragoman.actors.directory.entries import Body, Pronoun
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import is_unmodified
from dragoman.actors.nouns.bodies import body_actor
from dragoman.actors.owners import Heads, state_of
from dragoman.actors.reference.contenders import labels_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.parallels import agrees
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId

_ALONE = ("nmod:poss", "case", "punct", "conj", "cc")
_PARTY = "party"
_OWN = "own"
_UNKNOWN = "group"
_BODY = "government_body"
_ARMED = "MIL"
_NO_BODIES = ("state", "person", "people")
_MINISTER, _MINISTRY = "minister", "ministry"


def their_own(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one body of a person that a noun without more words to it names: "Tim Cook of Apple said *his company* …".

    Those that the report gives him come before those in which he holds office by the directory.
    """
    syntax, roster = discourse.syntax, discourse.roster
    owners = [heads[c] for c in syntax.kids(i, "nmod:poss") if c in heads]
    if len(owners) != 1 or len(owners[0].actors) != 1 or syntax.plural(i) or syntax.kids(i, "appos"):
        return ()
    if any(c < i and syntax.deps[c] not in _ALONE and syntax.lower[c] != _OWN for c in syntax.children[i]):
        return ()
    person = owners[0].actors[0]
    if roster.actors[person].kind != "person" or person in roster.plural:
        return ()
    offices = roster.directory.offices_on(person, roster.published) if person in roster.directory.entries else ()
    told = [roster.bodies[person]] if person in roster.bodies else []
    for bodies in (told, [o.body for o in offices]):
        fitting = list(dict.fromkeys(b for b in bodies if b is not None and _is_called(roster, b, syntax.lemmas[i])))
        if fitting:
            return (roster.enter(fitting[0]),) if len(fitting) == 1 else ()
    if syntax.lemmas[i] == _PARTY:
        return _party_stood_for(discourse, person)
    return _ministry(roster, person, [o.title for o in offices]) if syntax.lemmas[i] == _MINISTRY else ()


def _is_called(roster: Roster, body: ActorId, lemma: str) -> bool:
    """Tell whether a body can be called by a noun: by its kind, or because the noun is in its name."""
    who = roster.actors.get(body) or roster.directory.entries.get(body)
    if who is None or who.kind in _NO_BODIES:
        return False
    if lemma in pieces_of(who.name):
        return True
    vocabulary = roster.directory.vocabulary
    described, agent = vocabulary.descriptions.get(lemma), vocabulary.agents.get(lemma)
    if who.kind == _UNKNOWN and body not in roster.directory.entries and vocabulary.has("institutions", lemma):
        return who.sector in (None, agent.sector if agent else None)
    if described is not None:
        worded = vocabulary.has("worded_only", lemma) and not vocabulary.has("own_bodies", lemma)
        return who.kind in described.kinds and not worded
    return agent is not None and not agent.person and agent.sector == who.sector and vocabulary.has("institutions", lemma)


def _party_stood_for(discourse: Discourse, person: ActorId) -> tuple[ActorId, ...]:
    """Return the party for which somebody stands, as his title or the report has it: "*Republican* candidate"."""
    roster = discourse.roster
    names, country = roster.directory.names, roster.actors[person].country
    found = {ref.id for label in labels_of(discourse, person) for ref in names.get(f"{label.title()} Party")}
    theirs = [a for a in found if roster.directory.entries[a].country == country]
    return (roster.enter(theirs[0]),) if len(theirs) == 1 else ()


def _ministry(roster: Roster, person: ActorId, offices: list[str]) -> tuple[ActorId, ...]:
    """Return the ministry of a minister: "*foreign* minister", foreign ministry."""
    state = state_of(roster, roster.actors[person].country)
    bodies = roster.directory.vocabulary.bodies
    for title in (*roster.titles.get(person, ()), *offices):
        words = title.lower().replace(_MINISTER, _MINISTRY)
        found = bodies.get(words) if words != title.lower() else ()
        actor = body_actor(roster, found[0], roster.enter(state), words) if found and state is not None else None
        if actor is not None:
            return (actor,)
    return ()


def dispatched_by(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return who sends or recalls whom a possessive says to be his: "Chad rejected it, and *Mali* recalled *its* ambassador"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    sent = syntax.heads[i]
    verb = syntax.heads[sent]
    orders = syntax.base(sent) == "obj" and has("dispatched", syntax.lemmas[sent]) and has("dispatching", syntax.lemmas[verb])
    subjects = syntax.kids(verb, "nsubj") if orders and syntax.deps[i] == "nmod:poss" else []
    known = [heads[m] for c in subjects if c < i for m in syntax.conjuncts(c) if m in heads] if len(subjects) == 1 else []
    senders = tuple(dict.fromkeys(a for c in known[: None if pronoun.number == "plur" else 1] for a in c.actors))
    if any(c.place for c in known) or not senders or not agrees(discourse.roster, pronoun, senders):
        return ()
    return senders


def body_spoken_of(discourse: Discourse, i: int, body: Body) -> ActorId | None:
    """Return the state whose body a bare noun has meant before in the report, or the one most spoken of if no other's bodies are named.

    After "Chad's army … The army …" and much about other powers, "*the army*" is still Chad's.
    """
    syntax, roster = discourse.syntax, discourse.roster
    named = [(c, roster.actors[c.actors[0]]) for c in reversed(discourse.past) if len(c.actors) == 1]
    alike = [(c, who) for c, who in named if who.kind == body.kind and who.sector == body.sector and who.country]
    for casting, who in alike:
        bare = syntax.lower[casting.head] == syntax.lower[i] and is_unmodified(syntax, casting.head)
        if bare and casting.form == "description":
            return state_of(roster, who.country)
    lands = {who.country for _, who in named if who.kind == body.kind and who.country}
    return state_of(roster, roster.home.country) if lands == {roster.home.country} else None


def army_spoken_of(discourse: Discourse) -> ActorId | None:
    """Return the state whose armed forces alone a report has named, where its own country has none: in Gaza "*the army*" is Israel's."""
    roster = discourse.roster
    named = [roster.actors[c.actors[0]] for c in discourse.past if len(c.actors) == 1 and not c.place]
    lands = {who.country for who in named if who.kind == _BODY and who.sector == _ARMED}
    return state_of(roster, lands.pop()) if len(lands) == 1 else None
