"""The place of one event, by syntax: where its clause or its noun says it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.coding.places.find import PlaceMention
from dragoman.coding.places.vocabulary import place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INNER = frozenset({"appos", "conj", "flat", "compound"})
_CLIMB = frozenset({"obj", "nsubj", "nmod", "compound", "xcomp", "amod"})
_ENTERED = frozenset({"obj", "nsubj:pass"})
_STEPS = 3


def place_of(doc: Doc, i: int, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return where the event with trigger token i is said to happen; None where the text does not say.

    What is "in" or "at" a place comes before what goes "to" or comes "from" one, or enters or hits it; the trigger's own
    words before those of the verb that it is an argument or complement of. A country that something is "on", "against"
    or "of" is a party to it, not its place. A dateline is not an event's place.

    Args:
        doc: the report with Universal Dependencies.
        i: index of the trigger token.
        places: the report's places.
    """
    heads = {mention.head: mention for mention in places}
    token: Token | None = doc[i]
    way: PlaceMention | None = None
    for _ in range(_STEPS):
        if token is None:
            break
        for mention, there in _own(token, heads):
            if there:
                return mention
            way = way or mention
        token = _above(token)
    return way


def _own(token: Token, heads: dict[int, PlaceMention]) -> Iterator[tuple[PlaceMention, bool]]:
    """Yield the places of a token in text order and whether it happens there; those that a verb enters or hits last."""
    words, verb = place_words(), token.pos_ == "VERB"
    goes = verb or token.lemma_.lower() in words.going
    for child in token.children:
        base = child.dep_.partition(":")[0]
        if base not in ("obl", "nmod", "advmod") or child.dep_ in ("obl:agent", "nmod:poss"):
            continue
        preposition = _preposition(child)
        if preposition not in words.prepositions or (preposition in words.ways and not goes):
            continue
        for mention in _below(child, heads):
            if mention.kind != "country" or preposition not in words.sides or child.i not in heads:
                yield mention, preposition not in words.ways
    if verb:
        yield from ((mention, False) for child in token.children if child.dep_ in _ENTERED for mention in _at(child, heads))


def _at(token: Token, heads: dict[int, PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the place that a verb enters or hits, or where what it acts on is."""
    if token.i in heads:
        yield from (m for m in (heads[token.i],) if m.kind != "country")
        return
    for child in token.children:
        if child.dep_ == "nmod" and _preposition(child) in place_words().where:
            yield from _below(child, heads)


def _preposition(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _below(token: Token, heads: dict[int, PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the place that a phrase is or leads to ("in the port city of Aden", "in northern Mali")."""
    if token.i in heads:
        yield heads[token.i]
        return
    for child in token.children:
        within = child.dep_ == "nmod" and _preposition(child) in place_words().prepositions
        if within or child.dep_.partition(":")[0] in _INNER:
            yield from _below(child, heads)


def _above(token: Token) -> Token | None:
    """Return the token whose place is also the token's; None at the border of a clause."""
    base = token.dep_.partition(":")[0]
    if token.head.i == token.i or token.dep_ == "acl:relcl":
        return None
    if base in _CLIMB or token.dep_ == "conj":
        return token.head
    purpose = token.tag_ == "VB" and any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
    return token.head if base == "advcl" and (token.tag_ == "VBG" or purpose) else None
