"""What stands under the word by which somebody says it: as sure as he makes it, or as the undertaking itself where it is one."""

from __future__ import annotations

from collections.abc import Callable, Set

from dragoman.claims import Certainty
from dragoman.coding.factuality.governors import Governors
from dragoman.coding.factuality.negation import is_negated
from dragoman.coding.factuality.spoken import troubles
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.factuality.words import is_title, own_standing
from dragoman.coding.factuality.would import said_back
from dragoman.coding.lexicon.cues import CueKind, load_cues
from dragoman.coding.tree import Tree

Climb = Callable[[int, Set[int]], Standing]


def cue_over(governors: Governors, i: int, head: int, stop: Set[int], attitude: CueKind | None) -> int | None:
    """Return the cue that a token stands under; of what is said by what somebody denies ("denied reports of a *raid*") the denial."""
    if head in stop or i in stop:
        return head
    tree, above = governors.tree, governors.tree.heads[head]
    said = tree.lemmas[head] in governors.words.said and not tree.is_verbal(head) and above in stop
    denied = said and attitude is not None and attitude.polarity == "negative"
    clause = tree.bases[i] in ("acl", "ccomp") and tree.is_finite(i) and tree.deps[i] != "acl:relcl"  # not "a report *that accused* them"
    told = denied and (tree.marker(i) == "of" or clause)
    return above if told else None


def under_cue(governors: Governors, own: Standing, at: tuple[int, int], stop: Set[int], attitude: CueKind | None, climb: Climb) -> Standing:
    """Return how something stands in the eyes of whoever says it; "does not believe that" is belief of the contrary.

    Args:
        governors: the tree and its words.
        own: how it stands by its own words.
        at: the token, and the cue that governs it.
        stop: the tokens of the cues around.
        attitude: what the innermost cue makes of its content; None for nothing.
        climb: how a token stands whose climb ends at other cues.
    """
    tree, words = governors.tree, governors.words
    i, head = at
    cued = head in stop
    if attitude is None or is_title(tree, i):
        return said_back(tree, own, i, head, words)
    if attitude.certainty == "possible" and cued and troubles(tree, i, head, words):
        return own
    if cued and _is_unpromised(tree, head, stop, attitude, climb):
        return Standing(own.negative, "hypothetical", "future", own.condition)
    if cued and (undertaken := _undertaken(governors, own, i, head, stop, attitude, climb)):
        return undertaken
    known = not tree.is_verbal(i) and governors.is_definite(i)  # "did not mention *the* raid"
    unsaid = _unsaid(governors, attitude, head) if cued and not known else None
    if unsaid:
        return Standing(own.negative, weaker(said_back(tree, own, i, head, words).certainty, unsaid), own.tense, own.condition)
    raised = attitude.certainty != "certain" and cued and is_negated(tree, head, words)
    negative = own.negative ^ (attitude.polarity == "negative") ^ raised
    stays = own.tense and tree.is_finite(i) and not (attitude.tense == "future" and own.tense == "present" and cued)
    tense = own.tense if stays else (attitude.tense or own.tense)
    lapsed: Certainty = "hypothetical" if governors.has_lapsed(head) else "certain"
    certainty = weaker(said_back(tree, own, i, head, words).certainty, attitude.certainty, lapsed)
    if attitude.certainty == "probable" and own_standing(tree, head, words).certainty == "possible":
        # "Could be seen as", "may believe": whether the view is held at all is open.
        return Standing(negative, weaker(certainty, "possible"), tense or "future", own.condition)
    return Standing(negative, certainty, tense, own.condition)


def _is_unpromised(tree: Tree, cue: int, stop: Set[int], attitude: CueKind, climb: Climb) -> bool:
    """Tell the word that nobody gave: "made no *commitment* to leave", "did not give any *assurance* that they will"."""
    promise = attitude.certainty == "certain" and attitude.tense == "future" and not attitude.presupposed
    if not promise or tree.is_verbal(cue) or tree.pos[cue] != "NOUN":
        return False
    above = climb(cue, frozenset(t for t in stop if tree.bases[t] == "advmod"))
    return above.negative and above.certainty == "certain"


def _undertaken(governors: Governors, own: Standing, i: int, cue: int, stop: Set[int], attitude: CueKind, climb: Climb) -> Standing | None:
    """Return how what somebody undertakes stands where he may not, or not yet, undertake it; None where he does, and of other words.

    "Urged them to agree to *a truce*", "if they agree to *a truce*", "may pledge to *leave*": who undertakes something does what he
    says, so that it stands as the undertaking does, whoever tells of that.
    """
    tree = governors.tree
    if attitude.certainty != "certain" or attitude.presupposed or not tree.is_verbal(cue) or (tree.is_finite(i) and tree.is_verbal(i)):
        return None
    signature = governors.signature(i, cue)
    if signature is None or signature.holds.tense != "future":
        return None
    above = climb(cue, frozenset(t for t in stop if tree.bases[t] == "advmod"))
    if attitude.tense is None and above.certainty == "certain" and above.tense not in ("present", None):
        return Standing(own.negative ^ above.negative, own.certainty, own.tense or above.tense, own.condition or above.condition)
    if above.certainty == "certain" and not above.negative:
        return None
    open_ = above.certainty != "certain" or attitude.tense == "future"
    tense = own.tense or ("future" if above.tense != "past" or attitude.tense else "past")
    certainty = weaker(own.certainty, above.certainty, "hypothetical" if open_ and above.negative else "certain")
    return Standing(own.negative ^ above.negative, certainty, tense, own.condition or above.condition)


def _unsaid(governors: Governors, attitude: CueKind, cue: int) -> Certainty | None:
    """Return how sure something is that was not said, or not denied, or may be said: it is open."""
    tree = governors.tree
    if attitude.presupposed or attitude.certainty != "certain" or attitude.tense is not None:
        return None
    if not tree.is_verbal(cue) and tree.pos[cue] == "NOUN":
        if governors.is_wished_for(cue):
            return "hypothetical"
        given = tree.lemmas[cue] in load_cues().doubtless or not own_standing(tree, cue, governors.words).negative
        return None if given else "possible"  # "gave *no assurance* that"
    own = own_standing(tree, cue, governors.words)
    return "possible" if tree.is_verbal(cue) and (own.negative or own.certainty == "possible") else None
