"""What "would" says: the future of a past saying, what is only imagined, and what a story tells of ahead of its time."""

from __future__ import annotations

from dragoman.coding.factuality.conditions import is_protasis
from dragoman.coding.factuality.nouns import is_known, names_of
from dragoman.coding.factuality.values import Standing, shifted_back
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree
from dragoman.language.quotes import is_double

_PRESENT = frozenset({"VBZ", "VBP"})


def said_back(tree: Tree, own: Standing, i: int, cue: int, words: Factuality) -> Standing:
    """Read "would" as the future of a past saying: "said it *would* leave", but neither "says it would" nor "“We would,” he said".

    Nor what would come of what need not be: "said any attack *would* lead to war"; nor what is a question: "whether it *would*".
    """
    if not own.shiftable or is_protasis(tree, i, words) or any(_need_not_be(tree, s, words) for s in tree.kids(i, "nsubj")):
        return own
    present = tree.is_verbal(cue) and tree.tags[cue] in _PRESENT
    modal = next((a for a in tree.kids(i, "aux") if tree.tags[a] == "MD"), i)
    first, last = sorted((modal, cue))
    quoted = sum(is_double(tree.words[t]) for t in range(first + 1, last)) % 2 == 1
    return own if present or quoted else shifted_back(own)


def _need_not_be(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "*any* breach", "*whoever* attacks", and one deed that is not known as the doer of a verb: "*an attack* would trigger a war"."""
    if tree.words[i] in words.unspecific or tree.has(i, words.unspecific, "det"):
        return True
    deed = tree.lemmas[i] in words.done or tree.lemmas[i] in words.done_once
    return deed and not tree.is_verbal(i) and tree.deps[i] == "nsubj" and tree.has(i, words.indefinite, "det")


def is_imagined(tree: Tree, i: int, head: int, words: Factuality) -> bool:
    """Tell an event that is not known, and of which somebody says what it would be or do: "*an attack* on Chad would be a mistake"."""
    if not tree.has(head, words.imagining, "aux") or not tree.kids(head, "cop", "obj"):
        return False
    if tree.bases[i] == "csubj":
        return not tree.is_finite(i)
    return tree.deps[i] == "nsubj" and not tree.is_verbal(i) and not is_known(tree, i, words)


def is_imagined_view(tree: Tree, i: int, head: int, words: Factuality) -> bool:
    """Tell an event that is not known, and of which somebody says what it would be taken for: "*an attack* would be seen as *war*"."""
    if not tree.kids(head, "aux:pass") or not tree.has(head, words.imagining, "aux") or tree.is_verbal(i):
        return False
    views = [c for c in tree.kids(head, "xcomp", "obl") if not tree.is_verbal(c) and (tree.bases[c] == "xcomp" or tree.marker(c) == "as")]
    return bool(views) and (i in views or tree.deps[i] in ("nsubj", "nsubj:pass")) and not is_known(tree, i, words)


def is_told_ahead(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what came later in what is told: "he *would later* attack Chad", "it *would go on* to attack Chad"."""
    head = tree.heads[i]
    onward = tree.bases[i] in ("xcomp", "advcl") and tree.marker(i) == "to" and bool(names_of(tree, head, "advmod") & words.onward)
    verb = head if onward else i
    ahead = tree.has(verb, words.imagining, "aux") and not tree.is_perfect(verb)
    return ahead and (onward or tree.has(verb, words.afterwards, "advmod"))
