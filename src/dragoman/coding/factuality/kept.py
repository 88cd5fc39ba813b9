"""Promises kept and broken: who "kept his promise to leave" has left, who "broke" it or "failed to honour" it has not."""

from __future__ import annotations

from dragoman.coding.factuality.nouns import names_of
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_PLACES = frozenset({"obj", "nsubj", "obl"})


def keeper(tree: Tree, noun: int, words: Factuality) -> int | None:
    """Return the verb that says whether what a noun promises was done: "*honour* the pledge", "*renege* on the deal"."""
    verb = tree.heads[noun]
    if tree.lemmas[noun] not in words.given or tree.is_verbal(noun) or not tree.is_verbal(verb) or tree.bases[noun] not in _PLACES:
        return None
    if tree.bases[noun] == "nsubj" and tree.deps[noun] != "nsubj:pass":
        return None
    return verb if _names(tree, noun, verb) & (words.keeping | words.breaking) else None


def is_broken(tree: Tree, noun: int, verb: int, words: Factuality) -> bool:
    """Tell whether a verb by itself says that a promise was not kept: "broke", "reneged on"."""
    return bool(_names(tree, noun, verb) & words.breaking)


def _names(tree: Tree, noun: int, verb: int) -> set[str]:
    """Return what a verb may be called in a list of words: with its particle, and with the preposition before the noun."""
    names = names_of(tree, verb, "advmod", "xcomp")
    mark = tree.marker(noun) if tree.bases[noun] == "obl" else ""
    return {f"{name}+{mark}" if mark else name for name in names}
