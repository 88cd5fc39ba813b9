"""Who is meant beside the speaker by "we" and "our": those who met, or whom the words are spoken to ("Dear Ana, *our* friendship …")."""

from __future__ import annotations

from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Casting
from dragoman.claims import ActorId

Circles = tuple[tuple[ActorId, ...], ...]
"""Those among whom a speaker may stand, the likeliest first."""

_NEAR = 3
_CALLED = 20
_OWN = "our"
_SUBJECT = "we"
_DEAR = "dear"


def circles_of(discourse: Discourse, i: int) -> Circles:
    """Return among whom he may stand who says "we" or "our" at token i of what takes several; none where he may mean his side alone."""
    count = _joint(discourse, i)
    if count is None:
        return ()
    spoken_to = called(discourse, i, _CALLED)
    here = discourse.syntax.sentence[i]
    near = [p for p in reversed(discourse.parties) if p.at < i and here - discourse.syntax.sentence[p.at] <= _NEAR]
    parties = tuple(p.actors for p in near if count in (0, len(p.actors)))
    return ((spoken_to, *parties) if spoken_to else parties) if count in (0, 2) else parties


def _joint(discourse: Discourse, i: int) -> int | None:
    """Return how many stand together in "*our* trilateral talks", 0 where it is not told ("together, *we* …"); None of one side alone."""
    syntax, vocabulary = discourse.syntax, discourse.roster.directory.vocabulary
    head = syntax.heads[i]
    if syntax.lower[i] == _SUBJECT and syntax.base(i) == "nsubj":
        with_others = any(syntax.marker(c) == "with" for c in syntax.kids(head, "obl", "nmod"))
        deeds = [v for v in syntax.conjuncts(head) if v == head or not syntax.kids(v, "nsubj")]
        jointly = [c for v in deeds for c in syntax.kids(v, "advmod") if vocabulary.has("jointly", syntax.lower[c])]
        together = any(syntax.lower[c + 1 : c + 2] != ("with",) for c in jointly)
        return 0 if together and not with_others else None
    if syntax.lower[i] != _OWN or syntax.base(i) != "nmod":
        return None
    if any(syntax.marker(c) in ("with", "and", "to", "toward", "towards") for c in syntax.kids(head, "nmod")):
        return None
    counts = vocabulary.pairs["of_several"]
    told = next((int(counts[syntax.lower[c]]) for c in syntax.kids(head, "amod", "nummod") if syntax.lower[c] in counts), None)
    return 0 if told is None and vocabulary.has("between_several", syntax.lemmas[head]) else told


def called(discourse: Discourse, i: int, sentences: int) -> tuple[ActorId, ...]:
    """Return the person who was last called by name or title before token i, not more than so many sentences ago."""
    syntax, roster = discourse.syntax, discourse.roster

    def names_one(c: Casting) -> bool:
        one = len(c.actors) == 1 and roster.actors[c.actors[0]].kind == "person" and c.form != "generic"
        return one and (syntax.base(c.head) == "vocative" or syntax.lower[c.first - 1 : c.first] == (_DEAR,))

    return next((c.actors for c in discourse.within(i, sentences) if names_one(c)), ())
