"""Provinces that are named no more: "*the state* banned it", "that province" after "Texas sued"."""

from __future__ import annotations

from dragoman.actors.lookup import is_definite
from dragoman.actors.named.provinces import add_province, is_province
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_LATELY = 6
_BARE = ("det", "det:predet", "case", "punct", "cc", "cc:preconj", "conj")


def the_province(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the province last named, where "the state" or "that province" stands by itself and no other land was named after it."""
    syntax, roster = discourse.syntax, discourse.roster
    vocabulary = roster.directory.vocabulary
    if not vocabulary.has("provincial", syntax.lemmas[i]) or syntax.plural(i) or not is_definite(syntax, vocabulary, i):
        return ()
    if not syntax.only(i, *_BARE):
        return ()
    abroad: set[str | None] = set()
    for casting in discourse.within(i, _LATELY):
        name = " ".join(syntax.words[casting.first : casting.last])
        if casting.form == "name" and is_province(roster, name):
            return (add_province(roster, name),) if abroad <= {roster.land_of(name)} else ()
        abroad |= {roster.actors[a].country for a in casting.named if a in roster.actors and roster.actors[a].kind == "state"}
    return ()
