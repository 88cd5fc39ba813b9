"""The place of one event, by syntax: where its clause or its noun says it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.coding.places.find import PlaceMention
from dragoman.coding.places.vocabulary import place_words

_INNER = frozenset({"nmod", "appos", "conj", "flat", "compound"})
_CLIMB = frozenset({"obj", "nsubj", "nmod", "compound", "xcomp", "amod"})
_STEPS = 3


def place_of(doc: Doc, i: int, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return where the event with trigger token i is said to happen; None where the text does not say.

    What is "in" or "at" a place comes before what goes "to" or comes "from" one; the trigger's own words before
    those of the verb that it is an argument or complement of. A dateline is not an event's place.

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
        for mention, preposition in _own(token, heads):
            if preposition not in place_words().ways:
                return mention
            way = way or mention
        token = _above(token)
    return way


def _own(token: Token, heads: dict[int, PlaceMention]) -> Iterator[tuple[PlaceMention, str]]:
    """Yield the places that modify a token, with their prepositions, in text order."""
    for child in token.children:
        base = child.dep_.partition(":")[0]
        if base not in ("obl", "nmod", "advmod") or child.dep_ == "obl:agent":
            continue
        preposition = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
        if preposition in place_words().prepositions:
            yield from ((mention, preposition) for mention in _below(child, heads))


def _below(token: Token, heads: dict[int, PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the place that a phrase is or leads to ("in the port city of Aden", "in northern Mali")."""
    if token.i in heads:
        yield heads[token.i]
        return
    for child in token.children:
        if child.dep_.partition(":")[0] in _INNER:
            yield from _below(child, heads)


def _above(token: Token) -> Token | None:
    """Return the token whose place is also the token's; None at the border of a clause."""
    base = token.dep_.partition(":")[0]
    if token.head.i == token.i or token.dep_ == "acl:relcl":
        return None
    if base in _CLIMB or token.dep_ == "conj" or (base == "advcl" and token.tag_ == "VBG"):
        return token.head
    return None
