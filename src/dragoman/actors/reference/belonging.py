"""Descriptions by whom they belong to: "*his* government", "their country", "*the country's* military", "*its* troops"."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.entries import Agent
from dragoman.actors.lookup import noun
from dragoman.actors.nouns.bodies import body_actor, body_at
from dragoman.actors.nouns.unnamed import add_generic
from dragoman.actors.owners import Heads, state_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_UNDER_ARMS = ("MIL", "COP")
_MEMBER = "member"
_STATELY = ("GOV", "MIL")
_OF_STATE = frozenset(["GOV", "MIL", "COP", "SPY"])
_TAKING_SIDES = ("nsubj", "obj", "iobj", "obl", "nmod", "conj")


def resolve_owned(syntax: Syntax, roster: Roster, i: int, heads: Heads) -> ActorId | None:
    """Return the state or body that a noun names by a possessor which refers to somebody known; None where it names no such thing."""
    owned = [*_owners_of(syntax, i), *(c for c in syntax.kids(i, "nmod") if _is_wing(syntax, roster, i) and syntax.marker(c) == "of")]
    side = roster.directory.vocabulary.has("sides", syntax.lemmas[i]) and not syntax.plural(i) and syntax.base(i) in _TAKING_SIDES
    if side and not syntax.kids(i, "nmod"):  # "the Syrian *side* of the border" is no party
        owned += [
            c
            for c in syntax.kids(i, "amod")
            if c in heads and heads[c].form == "adjective" and not any("-" in word for word in syntax.words[c - 1 : c + 1])
        ]
    possessor = next((heads[c] for c in owned if c in heads), None) or _ruler(syntax, roster, i, heads)
    if possessor is None or not possessor.actors:
        return None
    if side and len(possessor.actors) == 1 and not possessor.place:
        return possessor.actors[0]
    wing = _wing(syntax, roster, i, possessor)
    if wing is not None:
        return wing
    state = _state(roster, possessor)
    if state is None:
        return None
    if roster.directory.vocabulary.has("own_state", syntax.lemmas[i]):
        if _is_province(syntax, roster, i, possessor, state):
            return roster.provincial.get(possessor.actors[0]) if not syntax.kids(i, "nmod") else None
        if any(not roster.directory.vocabulary.has("of_a_homeland", syntax.lemmas[c]) for c in syntax.kids(i, "amod")):
            return None
        return state if possessor.form != "name" or roster.actors[possessor.actors[0]].kind == "person" else None
    body, words = body_at(syntax, roster, i) or (None, "")
    barred = body is not None and body.sector in _UNDER_ARMS and _out_of_office(roster, possessor)
    return body_actor(roster, body, state, words) if body and body.suffix and not barred else None


def _owners_of(syntax: Syntax, i: int) -> list[int]:
    """Return the possessors of a noun, or of the one that it is joined to with no word of its own: "*its* embassy and *citizens*"."""
    first = syntax.first_conjunct(i)
    alone = first != i and not syntax.kids(i, "nmod:poss", "det", "nummod", "amod", "compound", "case")
    return [c for c in syntax.kids(first, "nmod:poss") if syntax.pos[c] == "PRON"] if alone else syntax.kids(i, "nmod:poss")


def _is_province(syntax: Syntax, roster: Roster, i: int, possessor: Casting, state: ActorId) -> bool:
    """Tell whether a person's "state" is one of a federation: "the senator said *her state* …"."""
    has = roster.directory.vocabulary.has
    persons = all(roster.actors[a].kind == "person" for a in possessor.actors)
    return persons and has("provincial", syntax.lemmas[i]) and has("federations", state)


def _out_of_office(roster: Roster, possessor: Casting) -> bool:
    """Tell whether troops belong to persons of the directory who hold no office of state: those of a cleric are not the nation's."""
    people = [a for a in possessor.actors if roster.actors[a].kind == "person" and a in roster.directory.entries]
    return any(_OF_STATE.isdisjoint((roster.actors[a].sector, *roster.actors[a].other_sectors)) for a in people)


def owned_people(syntax: Syntax, roster: Roster, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the people that a noun names by a pronoun for those that they are of: "*its* ambassador", "Chad and Mali … *their* envoys"."""
    agent = noun(roster.directory.vocabulary.agents, syntax, i)
    possessor = next((heads[c] for c in _owners_of(syntax, i) if c in heads and heads[c].form == "pronoun"), None)
    if agent is None or possessor is None or (len(possessor.actors) > 1 and not syntax.plural(i)):
        return ()
    found = [_owned_by(syntax, roster, i, agent, replace(possessor, actors=(owner,))) for owner in possessor.actors]
    return tuple(actor for actor in found if actor is not None) if None not in found else ()


def _owned_by(syntax: Syntax, roster: Roster, i: int, agent: Agent, possessor: Casting) -> ActorId | None:
    """Return the people that a noun names who are of the one possessor; None where they need not be."""
    vocabulary, owner = roster.directory.vocabulary, roster.actors[possessor.actors[0]]
    if owner.kind == "person" and vocabulary.has("of_persons", agent.lemma):
        return add_generic(syntax, roster, agent, i, possessor, plural=syntax.plural(i))
    barred = ("opposed",) if agent.lemma == _MEMBER and owner.kind != "state" else ("from_anywhere", "either_kind", "opposed")
    if not agent.person or any(vocabulary.has(key, agent.lemma) for key in barred):
        return None
    if owner.kind == "person" and agent.sector in _UNDER_ARMS and owner.sector in _STATELY:
        state = state_of(roster, owner.country)
        possessor = replace(possessor, actors=(roster.enter(state),)) if state else possessor
        owner = roster.actors[possessor.actors[0]]
    if owner.kind in ("person", "people", "media") or owner.id in roster.plural:
        return None
    return add_generic(syntax, roster, agent, i, possessor, plural=syntax.plural(i))


def _is_wing(syntax: Syntax, roster: Roster, i: int) -> str | None:
    """Return of what kind the part of a group is that a noun and its adjective name: "armed *wing*"."""
    wings = roster.directory.vocabulary.pairs["wings"]
    named = (f"{syntax.lemmas[c]} {syntax.lemmas[i]}" for c in syntax.kids(i, "amod", "compound"))
    return next((wings[words] for words in named if words in wings), None)


def _wing(syntax: Syntax, roster: Roster, i: int, possessor: Casting) -> ActorId | None:
    """Return the one wing of a group that the report can mean: "*Hamas's* military wing", the only one or the only one named."""
    kind, entries = _is_wing(syntax, roster, i), roster.directory.entries
    if kind is None or len(possessor.actors) != 1:
        return None
    parts = [entries[part] for part in roster.directory.parts.get(possessor.actors[0], ())]
    living = [p.id for p in parts if p.kind == kind and holds(p.since, p.until, roster.published)]
    named = [p for p in living if p in roster.actors]
    chosen = named or living
    return roster.enter(chosen[0]) if len(chosen) == 1 else None


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
