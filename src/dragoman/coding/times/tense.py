"""Whether the clause around a time tells of the past or of what is to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.coding.times.grammar import Grammar
from dragoman.coding.times.setting import Direction

_REACH = 14


def direction_of(doc: Doc, first: int, last: int, words: Grammar) -> Direction:
    """Return -1 (past), 1 (future) or 0 (not said) for the time in tokens [first, last).

    The governing verb of the parse decides where there is one, else the nearest verbal word of the sentence.
    """
    if doc.has_annotation("DEP") and (verb := _governor(doc, first, last)) is not None:
        found = _by_verb(verb, words)
        if found:
            return found
    return _by_words(doc, first, last, words)


def _governor(doc: Doc, first: int, last: int) -> Token | None:
    """Return the verb of the clause that the time stands in."""
    inside = range(first, last)
    token: Token = next((doc[i] for i in inside if doc[i].head.i not in inside), doc[first])
    for _ in range(12):
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
    if token.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in token.children):
        return None
    return token


def _by_verb(verb: Token, words: Grammar) -> Direction:
    helpers = [c for c in verb.children if c.dep_.partition(":")[0] in ("aux", "cop")]
    if any(h.lower_ in words.future_cues for h in helpers):
        return 1
    if verb.tag_ == "VBD" or any(h.tag_ in ("VBD", "VBN") for h in helpers):
        return -1
    if any(h.lower_ in ("has", "have", "'ve", "’ve") for h in helpers):
        return -1
    if verb.lower_ in words.future_cues or any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children):
        return 1
    if verb.tag_ in ("VBN", "VBG") and verb.dep_.partition(":")[0] in ("acl", "advcl", "xcomp", "ccomp", "conj") and verb.head.i != verb.i:
        return _by_verb(verb.head, words) if verb.head.pos_ in ("VERB", "AUX") else 0
    return 0


def _by_words(doc: Doc, first: int, last: int, words: Grammar) -> Direction:
    """Return the direction of the nearest cue in the same sentence, those before it first."""
    for step, start in ((-1, first - 1), (1, last)):
        for n in range(_REACH):
            i = start + step * n
            if not 0 <= i < len(doc) or doc[i].lower_ in (".", "?", "!", ";") or (step > 0 and doc[i].lower_ in ("said", ",", "``", '"', "“")):
                break
            word = doc[i].lower_
            if word in words.future_cues or (word == "to" and i + 1 < len(doc) and doc[i + 1].lower_.isalpha() and doc[i + 1].lower_ == doc[i + 1].text and n > 0):
                return 1
            if word in words.past_cues or (word.endswith("ed") and len(word) > 4):
                return -1
    return 0
