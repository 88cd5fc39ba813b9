"""Nouns that are so whatever their clause says of them: those who bear a name, events that are over, offices left."""

from __future__ import annotations

from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import ARGUMENTS, Tree


def names_one(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a noun that names somebody by what he is, in any part but the predicate: "urged its allies to help"."""
    if tree.lemmas[i] not in words.bearers or tree.is_verbal(i) or tree.bases[i] not in ARGUMENTS or tree.kids(i, "cop"):
        return False
    return not is_founded(tree, i, words) and not any(tree.words[c] in words.indefinite for c in tree.kids(i, "det"))


def is_founded(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what comes to be, or to have somebody in it, only by its verb: "wants to join *the alliance*"."""
    return tree.lemmas[i] in words.bearers and tree.bases[i] == "obj" and tree.lemmas[tree.heads[i]] in words.founding


def is_done(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a noun for what is over once it is spoken of: "his murder is unacceptable"."""
    alone = tree.lemmas[i] in words.done_once and tree.tags[i] == "NN" and any(tree.words[c] in words.definite for c in tree.kids(i, "det"))
    return (alone or tree.lemmas[i] in words.done) and not tree.is_verbal(i)


def is_announced(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is announced before it comes: "announced a withdrawal"; what is spoken of as known may have come."""
    named = tree.lemmas[i] in words.announced and not tree.is_verbal(i) and tree.bases[i] in ("obj", "xcomp")
    known = any(tree.words[c] in words.definite for c in tree.kids(i, "det"))
    return named and not known and tree.lemmas[tree.heads[i]] in words.announcing


def is_advocated(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is to be done, and somebody is for or against it: "supports the lifting of the sanctions"."""
    named = tree.lemmas[i] in words.announced and not tree.is_verbal(i) and tree.bases[i] in ("obj", "nsubj")
    return named and tree.lemmas[tree.heads[i]] in words.advocating and tree.kids(i, "nmod:poss") == []


def is_left(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody is until he leaves it, and has left: "quit as a member", "was sacked as minister"."""
    head = tree.heads[i]
    if tree.tags[head] == "VBG" or tree.marker(head) == "to" or any(tree.tags[a] == "MD" for a in tree.kids(head, "aux")):
        return False
    if tree.bases[i] != "obl" or tree.marker(i) not in words.leaving or not tree.is_verbal(head):
        return False
    particles = [f"{tree.lemmas[head]}_{tree.words[p]}" for p in tree.kids(head, "compound:prt", "advmod")]
    return bool({tree.lemmas[head], *particles} & words.leaves)


def is_undertaking(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a promise or paper that is not known: "an agreement", "any treaty"."""
    promise = tree.lemmas[i] in words.given or words.signature("noun", tree.lemmas[i], "modifier") is not None
    return promise and not tree.is_verbal(i) and any(tree.words[c] in words.indefinite for c in tree.kids(i, "det"))
