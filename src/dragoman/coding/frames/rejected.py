"""Papers that somebody rejects, receives or judges: what stands in one is not said by him."""

from __future__ import annotations

from typing import Final

from dragoman.coding.frames.fillers import Grammar
from dragoman.coding.tree import Tree

_AGAINST: Final = frozenset({"against", "over"})
"""Prepositions that put a paper before somebody who has not issued it: "voted *against* a motion", "cast a veto *over* a draft"."""
_BEARING: Final = frozenset({"over", "of", "to", "on", "against", "for", "about"})


def rejecting(tree: Tree, grammar: Grammar, noun: int) -> int | None:
    """Return the verb by which somebody rejects the paper that a noun names, or judges it; None where nobody does.

    So it is of what he has against it, too: "announced its *opposition to* a resolution".
    """
    head = tree.heads[noun]
    if tree.bases[noun] == "nmod" and tree.lemmas[head] in grammar.refusals and tree.marker(noun) in _BEARING:
        return tree.heads[head] if tree.bases[head] in ("obj", "obl") and tree.is_verbal(tree.heads[head]) else head
    if not tree.is_verbal(head) or head == noun or tree.deps[noun] not in ("obj", "obl", "nsubj:pass"):
        return None
    if tree.deps[noun] == "obl" and tree.marker(noun) in _AGAINST:
        return head
    held = tree.kids(head, "obj") if tree.deps[noun] == "obl" and tree.marker(noun) in _BEARING else ()
    parts = (tree.words[c] for c in tree.kids(head, "compound:prt", "advmod"))
    names = {tree.lemmas[head], *(f"{tree.lemmas[head]}_{part}" for part in parts)}
    return head if names & grammar.refusing or any(tree.lemmas[c] in grammar.refusals for c in held) else None


def paper_over(tree: Tree, trigger: int, *papers: frozenset[str]) -> int | None:
    """Return the paper that says what a verb tells, a participle or relative clause after it: "a *resolution* that demanded"."""
    first = tree.first_conjunct(trigger)
    noun = tree.heads[first]
    return noun if tree.bases[first] == "acl" and tree.is_verbal(first) and any(tree.lemmas[noun] in kind for kind in papers) else None
