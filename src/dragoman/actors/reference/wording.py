"""Which words can mean somebody by what was said before: most of a report's cannot whatever stands around them, and need no more look."""

from __future__ import annotations

from functools import lru_cache

from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.lookup import singulars
from dragoman.actors.nouns.bodies import last_words
from dragoman.actors.syntax import Syntax

_LISTS = ("second_persons", "first_of_two", "last_of_two", "sides", "own_state", "provincial", "institutions", "counterparts")
_OLD = "old"  # "the 62-year-*old*"
_NOUNS = ("NOUN", "PROPN")


def referring(syntax: Syntax, vocabulary: Vocabulary) -> set[int]:
    """Return the tokens whose word can mean somebody who was named before, or that somebody owns ("*his* firm").

    Nouns for people are not among them, who are mentions already.
    """
    words, last = _words(vocabulary), vocabulary.words["last_of_two"]
    found = set()
    for i, word in enumerate(syntax.lower):
        if word in last and syntax.bases[i] == "amod":
            found.add(syntax.heads[i])  # "the *latter* group"
        if syntax.deps[i] == "nmod:poss":
            found.add(syntax.heads[i])
        plain = word.isascii() and word.isalpha()  # of what more than letters makes one word anything may be a part
        if word in words or syntax.lemmas[i] in words or (not plain and (len(word) > 1 or syntax.children[i])):
            found.add(i)
        elif syntax.pos[i] in _NOUNS and not words.isdisjoint(singulars(word)):
            found.add(i)
    return found


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which one, or its plural, heads what refers to somebody, as far as words tell it."""
    listed = [word for key in _LISTS for word in vocabulary.words[key]]
    tables = (vocabulary.pronouns, vocabulary.descriptions, vocabulary.pairs["numbers"])
    wings = (phrase.split()[-1] for phrase in vocabulary.pairs["wings"])
    return frozenset([*listed, *(word for table in tables for word in table), *wings, *last_words(vocabulary), _OLD])
