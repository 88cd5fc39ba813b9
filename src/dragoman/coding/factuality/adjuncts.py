"""Clauses beside the main one: purposes are not so yet, what is waited for is to come, the rest stands by itself."""

from __future__ import annotations

from dragoman.claims import Certainty
from dragoman.coding.factuality.governors import Governors
from dragoman.coding.factuality.nouns import names_of
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree


def adjunct(governors: Governors, own: Standing, above: Standing, i: int, head: int) -> Standing:
    """Return how a clause stands beside the one in which token head stands.

    Args:
        governors: the tree and its words.
        own: how the clause stands by its own words.
        above: how the clause stands that it is beside.
        i: the clause's head.
        head: what the clause hangs on.
    """
    tree, words = governors.tree, governors.words
    marker = tree.marker(i)
    if (tree.is_finite(i) and tree.bases[i] != "acl") or governors.is_timed(i):
        if marker in words.later and _is_refused(governors, head):
            return Standing(own.negative, "hypothetical", "future", own.condition)
        return _finite(tree, words, own, above, i, head)
    if marker in words.purposes and not tree.is_finite(i):
        if _is_outcome(tree, words, i) or governors.is_served(i, head):
            return Standing(own.negative ^ above.negative, weaker(own.certainty, above.certainty), above.tense, own.condition)
        return purpose(tree, words, own, above, i, head)
    if tree.bases[i] == "acl":
        # What a paper says that is not adopted is not said: "vetoed a resolution condemning the attack".
        weak: Certainty = "hypothetical" if not marker and governors.is_unadopted(head, above) else "certain"
    else:
        weak = "certain" if marker and marker not in words.means else above.certainty
    return Standing(own.negative, weaker(own.certainty, weak), own.tense or above.tense, own.condition)


def _finite(tree: Tree, words: Factuality, own: Standing, above: Standing, i: int, head: int) -> Standing:
    """A finite clause stands by itself, but for one that has to come first or is waited for."""
    ahead = above.tense == "future" or (above.negative and not tree.is_finite(head)) or tree.lemmas[head] in words.potential
    later = tree.marker(i) in words.later and ahead
    if later and above.negative:
        # "Will not return until it is paid", "refused to": what has to come first need not come.
        return Standing(own.negative, "hypothetical", "future", own.condition)
    to_come = above.tense == "future" and (own.tense == "present" or _is_shifted(tree, words, i, head))
    awaited = _awaited(tree, words, i) if to_come else None
    if awaited:
        # "Will meet when he visits", "will leave once he signs": the present means what is to come.
        return Standing(own.negative, weaker(own.certainty, above.certainty, awaited), "future", own.condition)
    return Standing(own.negative, weaker(own.certainty, above.certainty) if later else own.certainty, own.tense, own.condition)


def _is_shifted(tree: Tree, words: Factuality, i: int, head: int) -> bool:
    """Tell the past of what is waited for, told back with its main clause: "said it *would* leave once he *signed*"."""
    if tree.is_perfect(i) or not any(tree.tags[t] == "VBD" for t in (i, *tree.kids(i, "aux", "cop"))):
        return False
    if words.shifting.isdisjoint((tree.marker(i), "_".join(tree.words[t] for t in tree.subtree(i)[:3]))):
        return False
    while tree.bases[head] == "xcomp" or (tree.bases[head] == "advcl" and tree.tags[head] == "VBG"):
        head = tree.heads[head]  # "would *go on* fighting until they signed"
    return tree.has(head, words.imagining, "aux")


def _is_refused(governors: Governors, head: int) -> bool:
    """Tell a verb that refuses what there is not yet: "*ruled out* talks before they leave", but not "rejected *the offer* before"."""
    tree = governors.tree
    refused = names_of(tree, head, "compound:prt", "advmod") & governors.words.rejecting
    objects = tree.kids(head, "obj")
    return bool(refused and objects) and not any(governors.is_definite(o) or tree.kids(o, "det") for o in objects)


def _is_outcome(tree: Tree, words: Factuality, i: int) -> bool:
    """Tell what came of something unmeant: "returned, *only to be jailed*"."""
    first = tree.edges(i)[0]
    return tree.words[first] in words.outcomes and tree.words[first + 1] == "to" and tree.words[first - 1] == ","


def _awaited(tree: Tree, words: Factuality, i: int) -> Certainty | None:
    """Return how sure what a clause of time waits for is, by what opens it; None of other clauses."""
    below = tree.subtree(i)[:3]
    opening = {tree.marker(i), *("_".join(tree.words[t] for t in below[:n]) for n in (1, 3))}
    if opening & words.awaiting:
        return "hypothetical"
    return "certain" if opening & words.timing else None


def purpose(tree: Tree, words: Factuality, own: Standing, above: Standing, i: int, head: int) -> Standing:
    """Return how what somebody means to do stands: done where he meets, speaks or uses something to do it, else not so yet.

    Who comes to show what he thinks shows it: "*came* to Paris to *protest*".
    """
    shown = tree.lemmas[head] in words.errands and tree.lemmas[i] in words.shown
    met = (shown or tree.lemmas[head] in words.purposes_met) and above.certainty == "certain"
    if met and not above.negative and above.tense != "future":
        return Standing(own.negative, own.certainty, above.tense, own.condition)
    return Standing(own.negative, "hypothetical", "future", own.condition)
