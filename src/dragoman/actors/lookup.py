"""Nouns looked up by lemma, or by their plural's spelling where no lemma is known, and whether they are definite."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.syntax import Syntax

V = TypeVar("V")
_SOME = ("a", "an")
_ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", ""))


def noun(table: Mapping[str, V], syntax: Syntax, i: int) -> V | None:
    """Return what a table says of the noun at token i."""
    found = table.get(syntax.lemmas[i])
    if found is not None:
        return found
    for form in singulars(syntax.lower[i]):
        if form in table:
            return table[form]
    return None


def is_definite(syntax: Syntax, vocabulary: Vocabulary, i: int) -> bool:
    """Tell whether the article, or another word before a noun, says that its bearer is known: "*the* rebels", "*those* rebels"."""
    return any(vocabulary.has("definite", syntax.lower[c]) for c in syntax.kids(i, "det"))


def is_relative(syntax: Syntax, vocabulary: Vocabulary, i: int) -> bool:
    """Tell a word that opens a clause about a noun: "the envoy *who* left"."""
    pronoun = vocabulary.pronouns.get(syntax.lower[i])
    return pronoun is not None and pronoun.use == "relative"


def is_bare(syntax: Syntax, i: int) -> bool:
    """Tell whether a noun has "the" before it and nothing more to say who is meant: "*the* bank", "*the* bank and …"."""
    return syntax.articled(i) and is_unmodified(syntax, i)


def is_unmodified(syntax: Syntax, i: int) -> bool:
    """Tell whether a noun has no more than a determiner to say who is meant: "*these* banks", "by *banks* and …"."""
    return syntax.only(i, "det", "case", "punct", "cc", "conj")


def says_what(syntax: Syntax, i: int) -> bool:
    """Tell whether an apposition says what somebody is, and does not name him: "the colonel, *a Muslim*", "the leader, *83*"."""
    return syntax.base(i) == "appos" and (syntax.pos[i] == "NUM" or any(syntax.lower[c] in _SOME for c in syntax.kids(i, "det")))


@lru_cache(maxsize=50_000)
def singulars(word: str) -> tuple[str, ...]:
    """Return the word and the forms that it may be the plural of.

    Example:
        >>> singulars("parties")
        ('parties', 'party', 'parti', 'partie')
    """
    endings = ((ending, single) for ending, single in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)
    return (word, *(word.removesuffix(ending) + single for ending, single in endings))


def plurals(word: str) -> set[str]:
    """Return the forms of which a word may be the singular.

    Example:
        >>> sorted(plurals("party"))
        ['parties', 'partyes', 'partys']
    """
    forms = (word.removesuffix(single) + ending for ending, single in _ENDINGS if word.endswith(single))
    return {form for form in forms if word in singulars(form)}
