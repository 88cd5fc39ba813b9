"""Whom a pronoun in a condition means: him whose it is to meet, for what is done to him or for what he is refused."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.parallels import agrees
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_WITH = ("with", "to")


def bound_by_terms(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return to whom something is done on a condition that is his to meet: "it would strike *Chad* unless it opened the border".

    So it is with him who is refused something till then: "ruled out talks with the *rebels* until they left the town".
    """
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    clause = syntax.heads[i]
    marks = [syntax.lower[c] for c in syntax.kids(clause, "mark")]
    if syntax.deps[i] != "nsubj" or syntax.deps[clause] != "advcl" or not any(has("terms_marks", mark) for mark in marks):
        return ()
    verb = syntax.heads[clause]
    if has("befalls_doers", syntax.lemmas[clause]) or any(has("could", syntax.lower[c]) for c in syntax.kids(clause, "aux")):
        return ()  # "if it could", "if it may": his own to do
    others = [c for c in _refused(discourse, verb) if c < clause]
    if not others and has("done_on_terms", syntax.lemmas[verb]) and any(has("condition_marks", mark) for mark in marks):
        others = [c for c in syntax.kids(verb, "obj") if verb < c < clause]
    known = heads.get(others[0]) if len(others) == 1 else None
    return known.actors if known and known.actors and agrees(discourse.roster, pronoun, known.actors) else ()


def _refused(discourse: Discourse, verb: int) -> Iterator[int]:
    """Yield with whom a verb refuses to deal: "will not talk *to X*", "refused to meet *with X*", "ruled out talks *with X*"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    deeds = [verb] if any(has("denials", syntax.lower[c]) for c in syntax.kids(verb, "advmod")) else []
    deeds += syntax.kids(verb, "xcomp", "obj") if has("refused_on_terms", syntax.lemmas[verb]) else []
    if syntax.base(verb) in ("xcomp", "obj") and has("refused_on_terms", syntax.lemmas[syntax.heads[verb]]):
        deeds.append(verb)  # "refused to meet the *rebels* until they left"
    for deed in deeds:
        if has("dealings", syntax.lemmas[deed]):
            yield from _with(syntax, deed)


def _with(syntax: Syntax, deed: int) -> list[int]:
    objects = syntax.kids(deed, "obj") if syntax.pos[deed] == "VERB" else []
    return objects + [c for c in syntax.kids(deed, "obl", "nmod") if syntax.marker(c) in _WITH]
