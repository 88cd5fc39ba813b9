"""What stands by itself whatever is above it: what is there anyhow, and what somebody is charged with, wanted for or only talks of."""

from __future__ import annotations

from dragoman.coding.factuality.anchored import is_anchored
from dragoman.coding.factuality.charged import is_charged, is_pleaded_to, is_proceeding, verdict
from dragoman.coding.factuality.nouns import is_answered, is_discussed, is_pending
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree


def alone(tree: Tree, own: Standing, i: int, words: Factuality) -> Standing | None:
    """Return how something stands that is there anyhow, that somebody is charged with, or that is only wanted or discussed."""
    if is_anchored(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
    if is_answered(tree, i, words) or is_pleaded_to(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense, own.condition)
    if (guilty := verdict(tree, i, words)) is not None:
        return Standing(own.negative ^ (not guilty), own.certainty if guilty else "probable", "past", own.condition)
    if is_charged(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "probable"), own.tense or "past", own.condition)
    if is_proceeding(tree, i, words) or is_discussed(tree, i, words) or is_pending(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "hypothetical"), "future", own.condition)
    return None
