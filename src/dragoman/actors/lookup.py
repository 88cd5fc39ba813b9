"""Nouns looked up by lemma, and by their plural's spelling where the lemma is none that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from dragoman.actors.syntax import Syntax

V = TypeVar("V")
_ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", ""))


def noun(table: Mapping[str, V], syntax: Syntax, i: int) -> V | None:
    """Return what a table says of the noun at token i."""
    found = table.get(syntax.lemmas[i])
    if found is not None:
        return found
    return next((table[form] for form in singulars(syntax.lower[i]) if form in table), None)


def singulars(word: str) -> Iterator[str]:
    """Yield the word and the forms that it may be the plural of.

    Example:
        >>> list(singulars("parties"))
        ['parties', 'party', 'parti', 'partie']
    """
    yield word
    for ending, single in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + single
