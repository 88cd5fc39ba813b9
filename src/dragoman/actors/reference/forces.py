"""Whose soldiers are meant: those whom somebody sends are his, and "*the troops*" are those just named."""

from __future__ import annotations

from dragoman.actors.lookup import is_bare, noun
from dragoman.actors.nouns.unnamed import add_generic
from dragoman.actors.owners import Heads, owner_of
from dragoman.actors.reference.binding import understood
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_ARMED = "MIL"
_SENDING = ("state", "igo")
_LATELY = 3


def the_troops(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the soldiers just named whom a bare plural noun for such means: "Burundian troops … *The soldiers*"."""
    syntax, roster = discourse.syntax, discourse.roster
    agent = noun(roster.directory.vocabulary.agents, syntax, i)
    if agent is None or agent.sector != _ARMED or not syntax.plural(i) or not is_bare(syntax, i):
        return ()
    several = [c for c in discourse.within(i, _LATELY) if len(c.actors) == 1 and syntax.plural(c.head) and syntax.pos[c.head] == "NOUN"]
    soldiers = [c for c in several if roster.actors[c.actors[0]].sector == _ARMED]
    last = {c.actors for c in soldiers if syntax.sentence[c.head] == syntax.sentence[soldiers[0].head]}
    return last.pop() if len(last) == 1 else ()


def the_sent(discourse: Discourse, i: int, heads: Heads) -> ActorId | None:
    """Return the soldiers whom a state or league of states sends or has, who are its own: "Chad will send *600 soldiers* to Mali"."""
    syntax, roster = discourse.syntax, discourse.roster
    vocabulary, verb = roster.directory.vocabulary, syntax.heads[i]
    agent = noun(vocabulary.agents, syntax, i)
    if (
        agent is None
        or agent.sector != _ARMED
        or not syntax.plural(i)
        or syntax.deps[i] != "obj"
        or not vocabulary.has("has_forces", syntax.lemmas[verb])
    ):
        return None
    if syntax.kids(i, "nmod:poss") or syntax.articled(i) or owner_of(syntax, roster, heads, i):
        return None
    subjects = [heads[c] for c in (syntax.kids(verb, "nsubj") or sorted(understood(syntax, verb))) if c in heads]
    one = subjects[0] if len(subjects) == 1 and len(subjects[0].actors) == 1 else None
    if one is None or roster.actors[one.actors[0]].kind not in _SENDING:
        return None
    return add_generic(syntax, roster, agent, i, one, plural=True)
