"""Deeds that somebody is charged with, wanted or tried for: nobody has found that he did them."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.factuality.negation import is_negated
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_PHRASES = frozenset({"nmod", "obl", "acl", "appos", "conj", "advcl", "xcomp", "ccomp", "compound"})
_FAR = 6


def is_charged(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a deed that somebody is charged with: "charged with *murder*", "on trial for *killing* ten people".

    A deed that is known happened, whoever did it: "charged with *the murder* of two guards".
    """
    if not tree.is_verbal(i) and tree.has(i, words.definite, "det"):
        return False
    first = tree.first_conjunct(i)
    if {tree.lemmas[i], tree.words[i]} & words.procedures:
        return False
    return names_charge(tree, tree.heads[first], tree.marker(first), words.charging, words)


def is_proceeding(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody is wanted for that is no deed of his and has yet to come: "wanted for *questioning*", "sought for *trial*"."""
    wanted = {tree.lemmas[i], tree.words[i]} & words.procedures and tree.bases[i] in ("obl", "advcl", "nmod", "xcomp")
    return bool(wanted) and f"{tree.lemmas[tree.heads[i]]}+{tree.marker(i)}" in words.seeking


def is_pleaded_to(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a charge to which somebody pleads, which is there whatever he pleads: "pleaded not guilty to *charges* of spying"."""
    charge = not tree.is_verbal(i) and f"{tree.lemmas[i]}+of" in words.charging
    return charge and f"{tree.words[tree.heads[i]]}+{tree.marker(i)}" in words.guilt


def verdict(tree: Tree, i: int, words: Factuality) -> bool | None:
    """Tell whether somebody was found to have done a deed: "found *guilty* of killing", "pleaded *not guilty* to"; None of other deeds."""
    head, marker = tree.heads[i], tree.marker(i)
    guilty = [head, *tree.kids(head, "xcomp", "obj", "advmod")]
    found = next((g for g in guilty if f"{tree.words[g]}+{marker}" in words.guilt), None)
    verb = head if found != head else tree.heads[head]
    if found is None or tree.lemmas[verb] not in words.verdicts:
        return None
    return not tree.has(found, words.negators, "advmod")


def charge_over(tree: Tree, i: int, words: Factuality) -> tuple[int, int] | None:
    """Return the charge that a deed stands under, and the head of the phrase in which it does: "*charged* in three *attacks*"."""
    charging = words.charging | words.charged_in
    for _ in range(_FAR):
        head, marker = tree.heads[i], tree.marker(tree.first_conjunct(i))
        if head == i or tree.bases[i] not in _PHRASES:
            return None
        if names_charge(tree, head, marker, charging, words):
            return head, i
        i = head
    return None


def names_charge(tree: Tree, head: int, marker: str, charging: Set[str], words: Factuality) -> bool:
    """Tell a word of charge with its preposition, or a verb that has one: "*suspected* of", "*faces trial* for", "*went* on *trial* for".

    Of verbs of charging those alone count that name nobody who charges: whoever does says that it was done.
    """
    if f"{tree.lemmas[head]}+{marker}" in charging:
        over = tree.heads[head]
        if over != head and f"{tree.lemmas[over]}+{tree.marker(head)}" in charging:  # "charged with three *counts* of murder"
            return names_charge(tree, over, tree.marker(head), charging, words)
        unnamed = tree.is_passive(head) and not tree.kids(head, "obl:agent")
        return not tree.is_verbal(head) or (unnamed and not is_negated(tree, head, words))
    beside = tree.kids(head, "obj", "obl") if tree.is_verbal(head) else []
    return any(tree.pos[c] == "NOUN" and f"{tree.lemmas[c]}+{marker}" in charging and tree.lemmas[head] in words.tried_by for c in beside)
