"""A movement that no name stands beside, and the regime against which a people rises."""

from __future__ import annotations

from dragoman.actors.lookup import is_definite
from dragoman.actors.owners import BANDS, Heads, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_ALONE = ("det", "case", "punct", "cc", "conj")
_PEOPLE = "people"
_OPPOSING = "OPP"
_AGAINST = "against"


def the_movement(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one band that the report has named where a noun for such stands alone: "*the movement*" is the Taliban.

    Where it has named none, "*the movement*" is that of those of whom it says that they protest.
    """
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    alone = is_definite(syntax, roster.directory.vocabulary, i) and syntax.only(i, *_ALONE) and not syntax.plural(i)
    if not alone or not has("movements", syntax.lemmas[i]):
        return ()
    past = discourse.within(i, len(syntax))
    named = dict.fromkeys(a for c in past if c.form in ("name", "description") for a in c.actors if roster.actors[a].kind in BANDS)
    if named:
        return tuple(named) if len(named) == 1 else ()
    if any(syntax.lemmas[c.head] == syntax.lemmas[i] for c in past):
        return ()
    protesting = (c for c in past if c.form == "generic" and has("protesting", syntax.lemmas[c.head]) and syntax.plural(c.head))
    return next((c.actors for c in protesting), ())


def the_regime_opposed(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the state of a people that rises against "a regime": "*the Chadian people* in *their* fight against *a regime* that …"."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    if not has("government_nouns", syntax.lemmas[i]) or not any(syntax.lower[c] == "a" for c in syntax.kids(i, "det")):
        return ()
    risen = next((t for t in syntax.above(i) if has("rising", syntax.lemmas[t])), -1)
    toppled = syntax.heads[i] == risen and syntax.base(i) == "obj"
    if risen < 0 or not (toppled or syntax.marker(i) == _AGAINST):
        return ()
    whose = [heads[c] for c in syntax.kids(risen, "nsubj", "nmod:poss") if c in heads]
    if not whose and syntax.deps[risen] == "xcomp":
        whose = [heads[c] for c in syntax.kids(syntax.heads[risen], "nsubj") if c in heads]
    if not whose and syntax.base(risen) == "nmod" and syntax.heads[risen] in heads:  # "*the people* in their fight"
        whose = [heads[syntax.heads[risen]]]
    people = [roster.actors[a] for c in whose for a in c.actors]
    lands = {who.country for who in people if who.kind == _PEOPLE or who.sector == _OPPOSING}
    state = state_of(roster, lands.pop()) if len(people) == 1 and len(lands) == 1 else None
    return (roster.enter(state),) if state is not None else ()
