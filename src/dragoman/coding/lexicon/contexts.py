"""The words that put a claim into a PLOVER context, by the last of them: what a clause is looked through for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

#: How the classes of ``contexts.yaml`` are called that hold a context's words.
PREFIX = "context-"

#: Last word of a phrase to the words before it and the context.
ContextWords = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def context_words(classes: Mapping[str, Collection[str]]) -> ContextWords:
    """Return the words and phrases of contexts by their last word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, phrases in classes.items():
        if name.startswith(PREFIX):
            for phrase in phrases:
                *before, last = phrase.split(" ")
                found[last].append((tuple(before), name.removeprefix(PREFIX)))
    return {last: tuple(phrases) for last, phrases in found.items()}
