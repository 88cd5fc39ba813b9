"""Which words can mean somebody by what was said before: most of a report's cannot, whatever stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.lookup import singulars
from dragoman.actors.nouns.bodies import last_words
from dragoman.actors.syntax import Syntax

_LISTS = ("second_persons", "first_of_two", "last_of_two", "sides", "own_state", "provincial", "institutions", "counterparts")
_OLD = "old"  # "the 62-year-*old*"
_NOUNS = ("NOUN", "PROPN")


def referring(syntax: Syntax, vocabulary: Vocabulary) -> set[int]:
    """Return the tokens that can mean somebody who was named before: by their word, by who owns them, or as the latter of two.

    The others need not be asked. Nouns for people are not among them, which are mentions already.
    """
    owned = (head for head, dep in zip(syntax.heads, syntax.deps, strict=True) if dep == "nmod:poss")
    latter = vocabulary.words["last_of_two"]
    told = (syntax.heads[i] for i, word in enumerate(syntax.lower) if word in latter)  # "the *latter* group"
    return {*owned, *told, *_worded(syntax, _words(vocabulary))}


def _worded(syntax: Syntax, words: frozenset[str]) -> Iterator[int]:
    """Yield the tokens that are one of some words, or its plural; what is more than plain letters may hold one."""
    for i, word in enumerate(syntax.lower):
        if word in words or syntax.lemmas[i] in words:
            yield i
        elif not (word.isalpha() and word.isascii()):
            if len(word) > 1 or syntax.children[i]:
                yield i
        elif syntax.pos[i] in _NOUNS and not words.isdisjoint(singulars(word)):
            yield i


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which one, or its plural, heads whatever refers to somebody, as far as words tell it."""
    listed = [word for key in _LISTS for word in vocabulary.words[key]]
    tables = (vocabulary.pronouns, vocabulary.descriptions, vocabulary.pairs["numbers"])
    wings = (phrase.split()[-1] for phrase in vocabulary.pairs["wings"])
    return frozenset([*listed, *(word for table in tables for word in table), *wings, *last_words(vocabulary), _OLD])
