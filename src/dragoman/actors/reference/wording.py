"""Which words can mean somebody by what was said before: most of a report's cannot, whatever stands around them."""

from __future__ import annotations

from functools import lru_cache

from dragoman.actors.directory.index import key_of
from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.lookup import plurals
from dragoman.actors.nouns.bodies import last_words
from dragoman.actors.syntax import Syntax

_LISTS = ("second_persons", "first_of_two", "last_of_two", "sides", "own_state", "provincial", "institutions", "counterparts")
_OLD = "old"  # "the 62-year-*old*"
_PRONOUNS = ("PRON", "DET")


def referring(syntax: Syntax, vocabulary: Vocabulary) -> set[int]:
    """Return the tokens that can mean somebody who was named before: by their word, by who owns them, or as the latter of two.

    The others need not be asked. Nouns for people are not among them, which are mentions already.
    """
    owned = (head for head, dep in zip(syntax.heads, syntax.deps, strict=True) if dep == "nmod:poss")
    latter = vocabulary.words["last_of_two"]
    told = (syntax.heads[i] for i, word in enumerate(syntax.lower) if word in latter)  # "the *latter* group"
    return _worded(syntax, vocabulary).union(owned, told)


def _worded(syntax: Syntax, vocabulary: Vocabulary) -> set[int]:
    """Return the tokens that are a pronoun, or one of the words that refer to somebody, or its plural."""
    words, pronouns = _words(vocabulary), vocabulary.pronouns
    spelt = set(syntax.lower)
    marked = [word for word in spelt if not (word.isalpha() and word.isascii())]
    telling = spelt & _with_plurals(vocabulary)
    telling.update(word for word in marked if key_of(word).rpartition(" ")[2] in words)  # "non-*government*"
    found = {i for i, word in enumerate(syntax.lower) if word in telling or (word in pronouns and syntax.pos[i] in _PRONOUNS)}
    return found | {i for i, lemma in enumerate(syntax.lemmas) if lemma in words}


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which one, or its plural, heads whatever refers to somebody and is no pronoun, as far as words tell it."""
    listed = [word for key in _LISTS for word in vocabulary.words[key]]
    tables = (vocabulary.descriptions, vocabulary.pairs["numbers"])
    wings = (phrase.split()[-1] for phrase in vocabulary.pairs["wings"])
    return frozenset([*listed, *(word for table in tables for word in table), *wings, *last_words(vocabulary), _OLD])


@lru_cache(maxsize=8)
def _with_plurals(vocabulary: Vocabulary) -> frozenset[str]:
    """Return these words and how their plurals may be spelt."""
    words = _words(vocabulary)
    return words.union(*map(plurals, words))
