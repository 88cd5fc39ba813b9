"""The one and the other of two named before: "Chad and Mali agreed, but *the latter* withdrew"."""

from __future__ import annotations

from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.claims import ActorId

_PAIR = 2
_NEAR = 1
_LATELY = 2
_PARTS = ("amod", "compound", "flat", "advmod")


def the_one_of_two(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom "the former" or "the latter" means: the first or last of the two that were last named together.

    Where none were, they are the only two that the sentence, or else the one before, has named: "Chad accused *Mali*, and *the latter* …".
    """
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    if syntax.pos[i] not in ("ADJ", "NOUN", "PROPN"):
        return ()
    last = _says(discourse, "last_of_two", i)
    if not (last or (has("first_of_two", syntax.lower[i]) and syntax.base(i) not in _PARTS)) or not syntax.articled(i) or syntax.plural(i):
        return ()
    beside = [c for c in syntax.kids(i, "appos") if c in heads] or [c for c in (i + 2,) if c in heads and syntax.words[i + 1] == ","]
    beside = [c for c in beside if heads[c].form == "name" and syntax.words[heads[c].last : heads[c].last + 1] == (",",)]
    if len(beside) == 1:  # "the latter, *Idris*, …"
        return heads[beside[0]].actors
    pairs = [p for p in (*discourse.parties, *discourse.facing) if p.at < i and syntax.sentence[i] - syntax.sentence[p.at] <= _LATELY]
    latest = max(pairs, key=lambda p: p.at, default=None)
    two = latest.actors if latest is not None else _only_two(discourse, i)
    return (two[-1 if last else 0],) if len(two) == _PAIR else ()


def _says(discourse: Discourse, key: str, i: int) -> bool:
    """Tell whether a word of a list heads a noun phrase, or stands before the noun that does: "the *latter* group"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    if has(key, syntax.lower[i]):
        return syntax.base(i) not in _PARTS
    return any(has(key, syntax.lower[c]) for c in syntax.kids(i, "amod"))


def _only_two(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the two whom alone the words of a sentence before token i, or else those of the sentence before, name as parties."""
    for reach in (0, _NEAR):
        near = reversed(discourse.within(i, reach))
        named = (c.actors for c in near if c.form in ("name", "description") and len(c.actors) == 1 and not c.place)
        every = tuple(dict.fromkeys(a for actors in named for a in actors))
        if len(every) > 1:
            return every
    return ()
