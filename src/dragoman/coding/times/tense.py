"""Whether the clause around a time tells of the past or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.times.grammar import Grammar
from dragoman.coding.times.setting import Direction

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
_CLIMB = 8
_STOPS = frozenset(".?!;:")
_VERBAL = ("VERB", "AUX")
_DEPENDENT = frozenset({"acl", "advcl", "xcomp", "ccomp", "conj", "csubj"})


def direction_of(doc: Doc, first: int, last: int, words: Grammar, *, parsed: bool) -> Direction:
    """Return -1 (past), 1 (future) or 0 (not said) for the time in tokens [first, last).

    The governing verb of the parse decides where there is one, else the nearest telling word before in the sentence.
    """
    if parsed and (verb := _governor(doc, first, last)) is not None:
        limited = first > 0 and words.open_marks.get(doc[first - 1].lower_) == "end" and verb.lemma_ in words.granting
        return 1 if limited or _is_timetabled(verb, first, last, words) else _by_verb(verb, words)
    return _by_words(doc, first, words)


def _governor(doc: Doc, first: int, last: int) -> Token | None:
    """Return the predicate of the clause that the time stands in."""
    inside = range(first, last)
    token: Token = next((doc[i] for i in inside if doc[i].head.i not in inside), doc[first])
    if _has_copula(token):  # "the vote *is on Sunday*"
        return token
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in _VERBAL or _has_copula(token):
            return token
    return token if token.pos_ in _VERBAL else None


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _is_timetabled(verb: Token, first: int, last: int, words: Grammar) -> bool:
    """Tell what a present or a participle arranges or makes a condition of: "talks resume on Monday", "if they leave on Monday"."""
    helpers = [c for c in verb.children if c.dep_.partition(":")[0] in ("aux", "cop")]
    tenses = {t.tag_ for t in (verb, *helpers)}
    if verb.tag_ == "VBG" and verb.lemma_ in words.timetabled and verb.dep_ in ("acl", "advcl") and not helpers:
        return (verb.head.head if verb.dep_ == "acl" else verb.head).lemma_ in words.arranging
    if not tenses & {"VBZ", "VBP"} or any(h.lemma_ == "have" for h in helpers):
        return False
    if first <= verb.i < last:  # "the election is on Sunday"
        return True
    if any(c.dep_ == "mark" and c.lower_ in words.conditions for c in verb.children):
        return True
    beside = [c for c in verb.children if c.dep_.partition(":")[0] in ("obj", "obl")]
    if any(c.lemma_ in words.timetabled_with for c in beside):
        return True
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in words.timetabled and not any(c.dep_ == "obj" for c in beside)


def _by_verb(verb: Token, words: Grammar, depth: int = 0) -> Direction:
    helpers = [c for c in verb.children if c.dep_.partition(":")[0] in ("aux", "cop")]
    if any(h.lower_ in words.future_helpers for h in helpers):
        return 1
    if verb.tag_ == "VBD" or any(h.tag_ == "VBD" or h.lemma_ == "have" for h in helpers):
        return -1
    if any(h.lower_ == "to" for h in helpers) or any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children):
        return 1
    if verb.lower_ in words.future_cues:
        return 1
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return -1
    governed = verb.dep_.partition(":")[0] in _DEPENDENT and verb.head.i != verb.i and depth < _CLIMB
    if verb.tag_ in ("VBN", "VBG", "VB") and not helpers and governed:
        return _by_verb(verb.head, words, depth + 1)
    return 0


def _by_words(doc: Doc, first: int, words: Grammar) -> Direction:
    """Return the direction of the nearest telling word of the same sentence, those before it first."""
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    after = range(first + 1, min(len(doc), first + 1 + _REACH))
    for reach in (before, after):
        for i in reach:
            word = doc[i].lower_
            if word in _STOPS:
                break
            if word in words.future_cues:
                return 1
            if word in words.past_cues or (word.endswith("ed") and len(word) > 4):
                return -1
    return 0
