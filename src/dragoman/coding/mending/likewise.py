"""Others who do the same: "Chad welcomed it, *as did Mali and Niger*", "and *so did* Kenya" give the verb before further subjects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIKE = frozenset({"as", "so", "nor", "neither"})
_FOR_VERBS = frozenset({"do", "have", "be", "will", "would"})  # that stand for the verb before
_TIED = frozenset({"advcl", "conj", "parataxis"})
_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "parataxis", "xcomp", "ccomp"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_NAMING = frozenset({"NOUN", "PROPN"})


def mend_likewise(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Coordinate with a subject those who are said to have done as it did.

    A verb that only stands for the one before has a subject and nothing else behind it (Huddleston and Pullum 2002, ch. 17).

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
    """
    for i in deps.at(*_TIED):
        if not 2 <= i < len(heads) - 1:
            continue
        verb = heads[i]
        like = doc[i - 1].lower_ in _LIKE and doc[i].lemma_.lower() in _FOR_VERBS
        if not like or not verb < i or doc[verb].pos_ != "VERB":
            continue
        subject = _subject(heads, deps, verb)
        other = _behind(doc, heads, deps, i)
        if subject is None or other is None:
            continue
        for t, head in enumerate(heads):
            if head == other and deps[t] == "conj":
                heads[t] = subject
        heads[other], deps[other], deps[i] = subject, "conj", "dep"


def _subject(heads: list[int], deps: Relations, verb: int) -> int | None:
    """Return the subject of a verb, or of the one with which it is joined."""
    for host in (verb, heads[verb]) if deps[verb] == "conj" else (verb,):
        found = next((t for t in range(verb) if heads[t] == host and deps[t] in _SUBJECTS), None)
        if found is not None:
            return found
    return None


def _behind(doc: Sequence[Token], heads: list[int], deps: Relations, i: int) -> int | None:
    """Return the noun whose phrase begins right behind a verb and goes on no verb of its own."""
    found = [t for t in range(i + 1, len(heads)) if heads[t] in (i, heads[i]) and deps[t] in _PLACES and doc[t].pos_ in _NAMING]
    if not found or any(heads[t] == i and deps[t] in ("xcomp", "ccomp") for t in range(i + 1, len(heads))):
        return None
    first = min([t for t in range(i + 1, found[0]) if heads[t] == found[0]], default=found[0])
    return found[0] if first == i + 1 else None
