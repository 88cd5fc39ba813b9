"""Promises kept and broken: who "kept his promise to leave" has left, who "broke" it or "failed to honour" it has not."""

from __future__ import annotations

from dragoman.coding.factuality.cued import Climb
from dragoman.coding.factuality.governors import Governors
from dragoman.coding.factuality.nouns import is_undertaking, names_of
from dragoman.coding.factuality.values import Standing
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_PLACES = frozenset({"obj", "nsubj", "obl"})


def promised(governors: Governors, own: Standing, at: tuple[int, int], climb: Climb) -> Standing | None:
    """Return how a promise that is kept or broken stands, which was made, or what it promises: "failed to honour its *pledge* to *leave*".

    Args:
        governors: the tree and its words.
        own: how it stands by its own words.
        at: the token, and what governs it.
        climb: how a token stands whose climb ends at other cues.
    """
    tree, words = governors.tree, governors.words
    i, head = at
    if _keeper(tree, i, words) is not None and not is_undertaking(tree, i, words):
        return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
    # "The agreement reached in Oslo": the participle tells of the promise and not what it promises.
    told_of = tree.bases[i] == "acl" and tree.tags[i] == "VBN" and tree.marker(i) != "to"
    told_of |= tree.deps[i] == "acl:relcl"
    verb = _keeper(tree, head, words) if tree.bases[i] in ("acl", "ccomp", "nmod") and not told_of else None
    if verb is None or (tree.bases[i] == "nmod" and governors.signature(i, head) is None):
        return None
    told = climb(verb, frozenset())
    if told.certainty != "certain" or told.tense == "future":
        return Standing(own.negative, "hypothetical", "future", own.condition)
    negative = own.negative ^ told.negative ^ _is_broken(tree, head, verb, words)
    return Standing(negative, own.certainty, "past", own.condition)


def _keeper(tree: Tree, noun: int, words: Factuality) -> int | None:
    """Return the verb that says whether what a noun promises was done: "*honour* the pledge", "*renege* on the deal"."""
    verb = tree.heads[noun]
    if tree.lemmas[noun] not in words.given or tree.is_verbal(noun) or not tree.is_verbal(verb) or tree.bases[noun] not in _PLACES:
        return None
    if tree.bases[noun] == "nsubj" and tree.deps[noun] != "nsubj:pass":
        return None
    names = _names(tree, noun, verb)
    return None if names.isdisjoint(words.keeping) and names.isdisjoint(words.breaking) else verb


def _is_broken(tree: Tree, noun: int, verb: int, words: Factuality) -> bool:
    """Tell whether a verb by itself says that a promise was not kept: "broke", "reneged on"."""
    return bool(_names(tree, noun, verb) & words.breaking)


def _names(tree: Tree, noun: int, verb: int) -> set[str]:
    """Return what a verb may be called in a list of words: with its particle, and with the preposition before the noun."""
    names = names_of(tree, verb, "advmod", "xcomp")
    mark = tree.marker(noun) if tree.bases[noun] == "obl" else ""
    return {f"{name}+{mark}" if mark else name for name in names}
