"""Officials whose noun names no land, in a report on several: "Sudan denied it. *A foreign ministry spokesman* said …" is Sudan's."""

from __future__ import annotations

from dragoman.actors.lookup import is_bare, noun
from dragoman.actors.named.titles import title_of
from dragoman.actors.nouns.unnamed import add_generic
from dragoman.actors.owners import CHIEFLY, Heads, is_official, owner_of, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Casting
from dragoman.claims import ActorId

_STATE = "state"
_POLICE = "COP"
_REACH = 2


def of_the_land_before(discourse: Discourse, i: int, known: Casting, heads: Heads) -> ActorId | None:
    """Return the official or opposition at token i as that of the one land whose state or officials acted just before."""
    syntax, roster = discourse.syntax, discourse.roster
    agent = noun(roster.directory.vocabulary.agents, syntax, i)
    if agent is None or known.form != "generic" or len(known.actors) != 1 or roster.home.share >= CHIEFLY or syntax.quoted[i]:
        return None
    who = roster.actors[known.actors[0]]
    if who.country or who.sector == _POLICE or not _is_of_a_land(discourse, i) or owner_of(syntax, roster, heads, i):
        return None
    for reach in range(_REACH):
        past = [c for c in discourse.within(i, reach) if len(c.actors) == 1 and not c.place]
        acting = [c for c in past if syntax.base(syntax.first_conjunct(c.head)) == "nsubj"]
        here = [c for c in acting if syntax.sentence[i] - syntax.sentence[c.head] == reach and not syntax.quoted[c.head]]
        lands = {land for c in here if (land := _land_of(discourse, c)) is not None}
        if len(lands) == 1:
            owner = Casting(i, i, i, (roster.enter(lands.pop()),), "name")
            return add_generic(syntax, roster, agent, i, owner, plural=syntax.plural(i))
        if lands:
            return None
    return None


def _land_of(discourse: Discourse, casting: Casting) -> ActorId | None:
    """Return the state that somebody is or is an official of."""
    who = discourse.roster.actors[casting.actors[0]]
    return state_of(discourse.roster, who.country) if who.kind == _STATE or is_official(who) else None


def _is_of_a_land(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun is for somebody whom each land has: "a *government* spokesman", "the opposition", "the foreign minister"."""
    syntax, vocabulary = discourse.syntax, discourse.roster.directory.vocabulary
    before = [c for c in syntax.kids(i, "compound", "amod") if c < i]
    words = " ".join(syntax.lower[t] for t in range(min(before), i)) if before else ""
    if vocabulary.bodies.get(words) or vocabulary.has("government_nouns", words):
        return syntax.deps[i] == "nsubj" and vocabulary.has("said", syntax.lemmas[syntax.heads[i]])
    each = vocabulary.has("one_at_a_time", title_of(syntax, discourse.roster, i)) or vocabulary.has("each_land_has", syntax.lemmas[i])
    plain = syntax.articled(i) and (is_bare(syntax, i) or bool(before)) and not syntax.kids(i, "nmod", "acl", "acl:relcl")
    return each and plain and syntax.deps[i] == "nsubj"
