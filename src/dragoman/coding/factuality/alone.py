"""What stands by itself whatever is above it: what is there anyhow, and what somebody is charged with, wanted for or only talks of."""

from __future__ import annotations

from collections.abc import Set

from dragoman.claims import Tense
from dragoman.coding.factuality.anchored import is_anchored
from dragoman.coding.factuality.attempts import has_lasted, is_alleged_crime
from dragoman.coding.factuality.charged import is_charged, is_pleaded_to, is_proceeding, verdict
from dragoman.coding.factuality.conditions import condition_of, is_conditional
from dragoman.coding.factuality.cued import Climb
from dragoman.coding.factuality.governors import Governors
from dragoman.coding.factuality.kept import promised
from dragoman.coding.factuality.nouns import (
    is_advocated,
    is_announced,
    is_answered,
    is_discussed,
    is_done,
    is_foiled,
    is_in_force,
    is_pending,
    is_repaid,
    is_to_come,
)
from dragoman.coding.factuality.spoken import performs
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.factuality.would import is_imagined_view
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree


def fixed(governors: Governors, own: Standing, at: tuple[int, int], stop: Set[int], climb: Climb) -> Standing | None:
    """Return how something stands whatever is above it: announced, said by saying so, opposed once done, dealt with, tried in vain.

    Args:
        governors: the tree and its words.
        own: how it stands by its own words.
        at: the token, and what governs it.
        stop: the tokens of the cues around.
        climb: how a token stands whose climb ends at other cues.
    """
    tree, words = governors.tree, governors.words
    i, head = at
    if is_imagined_view(tree, i, head, words):
        return Standing(own.negative, "hypothetical", "future", own.condition)
    if governors.is_failed(i, head):
        return Standing(True, "certain", "past", own.condition)
    if is_alleged_crime(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "possible"), own.tense or "past", own.condition)
    if has_lasted(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
    if there := promised(governors, own, at, climb) or _alone(tree, own, i, words) or _ordered(governors, own, at, stop, climb):
        return there
    opposed = tree.lemmas[head] in words.opposing and is_done(tree, i, words) and governors.is_definite(i)
    over = governors.is_dealt_with(i, head) or is_repaid(tree, i, words) or is_foiled(tree, i, words)
    tense: Tense | None = "past" if opposed or over else None
    if performs(tree, i, head, words) and not own.negative:
        return Standing(False, "certain", "present", own.condition)
    if is_announced(tree, i, words):
        tense = "future"
    elif is_advocated(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "hypothetical"), "future", own.condition)
    return Standing(own.negative, own.certainty, tense, own.condition) if tense else None


def waiting(tree: Tree, own: Standing, i: int, words: Factuality) -> Standing | None:
    """Return how something stands that was settled only on a condition: "agreed to *a truce* if they disarmed"."""
    if not is_conditional(tree, i, words):
        return None
    return Standing(own.negative, "hypothetical", "future", own.condition or condition_of(tree, tree.heads[i], words))


def _ordered(governors: Governors, own: Standing, at: tuple[int, int], stop: Set[int], climb: Climb) -> Standing | None:
    """Return how a killing stands that somebody ordered: as surely as that he did, whoever tells of it."""
    tree = governors.tree
    i, head = at
    if not (governors.is_carried_out(i, head) and governors.is_definite(i)):
        return None
    above = climb(head, frozenset(t for t in stop if tree.bases[t] == "advmod"))
    return Standing(own.negative ^ above.negative, weaker(own.certainty, above.certainty), "past", own.condition or above.condition)


def _alone(tree: Tree, own: Standing, i: int, words: Factuality) -> Standing | None:
    """Return how something stands that is there anyhow, that somebody is charged with, or that is only wanted or discussed."""
    if is_anchored(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
    if is_answered(tree, i, words) or is_pleaded_to(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense, own.condition)
    if is_in_force(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense or ("present" if is_to_come(tree, tree.heads[i]) else None), own.condition)
    if (guilty := verdict(tree, i, words)) is not None:
        return Standing(own.negative ^ (not guilty), own.certainty if guilty else "probable", "past", own.condition)
    if is_charged(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "probable"), own.tense or "past", own.condition)
    if is_proceeding(tree, i, words) or is_discussed(tree, i, words) or is_pending(tree, i, words):
        return Standing(own.negative, weaker(own.certainty, "hypothetical"), "future", own.condition)
    return None
