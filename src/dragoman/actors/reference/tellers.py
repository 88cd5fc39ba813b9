"""What a definite noun means in the words of somebody who speaks for a body: "an IMF spokesman said *the fund* …"."""

from __future__ import annotations

from dragoman.actors.lookup import is_bare, noun
from dragoman.actors.named.titles import is_styled
from dragoman.actors.nouns.bodies import body_actor, body_at
from dragoman.actors.owners import Heads, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_TOLD = ("ccomp", "parataxis", "root", "ROOT")
_ENVOY = frozenset(["ambassador"])
_NO_BODIES = ("state", "person", "people")


def the_tellers_own(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the body of him who tells what a noun for such a body does, with no more than "the": "X of *Vale Bank* said the bank …"."""
    syntax, roster = discourse.syntax, discourse.roster
    vocabulary = roster.directory.vocabulary
    described = vocabulary.descriptions.get(syntax.lemmas[i])
    agent = noun(vocabulary.agents, syntax, i)
    if described is None and (agent is None or not vocabulary.has("institutions", syntax.lemmas[i])):
        return ()
    if not is_bare(syntax, i) or syntax.plural(i) or syntax.quoted[i]:
        return ()
    teller = heads.get(_teller(discourse, i))
    bodies = {roster.bodies.get(a) for a in teller.actors} if teller and len(teller.actors) == 1 else set()
    body = bodies.pop() if len(bodies) == 1 else None
    if body is None or body not in roster.actors or roster.actors[body].kind in _NO_BODIES:
        return ()
    who = roster.actors[body]
    kinds = described.kinds if described else frozenset[str]()
    fits = who.kind in kinds or (agent is not None and agent.sector is not None and agent.sector == who.sector)
    return (body,) if fits and "person" not in kinds and _is_new(discourse, i, heads) else ()


def _teller(discourse: Discourse, i: int) -> int:
    """Return the subject of the verb of saying whose clause a noun is the subject of; -1 where there is none."""
    syntax = discourse.syntax
    clause = syntax.heads[syntax.first_conjunct(i)]
    above = syntax.heads[clause]
    if syntax.base(i) != "nsubj" or syntax.base(clause) not in _TOLD:
        return -1
    verbs = [above] if above != clause else []
    verbs += syntax.kids(clause, "parataxis")
    says = [v for v in verbs if discourse.roster.directory.vocabulary.has("said", syntax.lemmas[v])]
    return next((c for v in says for c in syntax.kids(v, "nsubj") if c < i), -1)


def it_of_teller(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the body for which he speaks who says what "it" does.

    "A spokesman for *the bank* said *it* would close": the bank, whatever the sentences before spoke of.
    """
    syntax, roster = discourse.syntax, discourse.roster
    teller = _teller(discourse, i)
    if teller < 0 or syntax.quoted[i] or syntax.kids(syntax.heads[i], "cop"):
        return ()
    speaks = noun(roster.directory.vocabulary.agents, syntax, teller)
    if speaks is None or not speaks.person:
        return ()
    whose = [heads[c] for c in syntax.kids(teller, "nmod", "nmod:poss", "compound", "amod") if c in heads]
    bodies = [c.actors for c in whose if len(c.actors) == 1 and not c.place and roster.actors[c.actors[0]].kind not in _NO_BODIES]
    return bodies[0] if len(bodies) == 1 else ()


def _is_new(discourse: Discourse, i: int, heads: Heads) -> bool:
    """Tell whether no other body of the sentence is called what the noun says: not "X of Vale Bank said of Tarn Bank that *the bank* …"."""
    syntax = discourse.syntax
    here = [c for c in discourse.within(i, 0) if syntax.lemmas[c.head] == syntax.lemmas[i]]
    return not here or heads.get(i) in here


def the_mission(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the embassy named before "the embassy", where no other was, else that of the ambassador of whom the report speaks."""
    syntax, roster = discourse.syntax, discourse.roster
    if not roster.directory.vocabulary.has("missions", syntax.lemmas[i]) or not is_bare(syntax, i):
        return ()
    known = [c for c in discourse.within(i, len(syntax)) if syntax.lemmas[c.head] == syntax.lemmas[i] and len(c.actors) == 1]
    owned = dict.fromkeys(c.actors[0] for c in known if roster.actors[c.actors[0]].country)
    if owned:
        return (next(iter(owned)),) if len(owned) == 1 else ()
    envoys = {state_of(roster, roster.actors[a].country) for a in discourse.counts if is_styled(roster, a, _ENVOY)}
    state = envoys.pop() if len(envoys) == 1 else None
    body = body_at(syntax, roster, i)
    if state is None or body is None:
        return ()
    mission = body_actor(roster, body[0], roster.enter(state), body[1])
    return (mission,) if mission else ()
