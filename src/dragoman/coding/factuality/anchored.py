"""Events that are there whatever their clause says of them: recent ones, those that a clause of their own tells of, those with victims."""

from __future__ import annotations

from dragoman.coding.factuality.nouns import effects_on
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_PARTS = ("amod", "compound", "nmod", "obl", "advmod")


def is_anchored(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a noun for what has happened or goes on: "protested against the *recent* raid", "to end the war *that began in May*"."""
    if tree.is_verbal(i) or tree.pos[i] not in ("NOUN", "PROPN") or tree.bases[i] == "amod" or _may_not_be(tree, i, words):
        return False
    return _is_old(tree, i, words) or _is_told(tree, i, words) or _has_victims(tree, i, words)


def _may_not_be(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "no attack", "any attack", "a possible attack"."""
    barred = tree.has(i, words.unspecific, "det") or tree.has(i, words.negative_determiners, "det")
    return barred or _is_doubted(tree, i, words)


def _is_doubted(tree: Tree, i: int, words: Factuality) -> bool:
    return any(e.turns or e.certainty != "certain" or e.tense == "future" for e in effects_on(tree, i, words, "amod", "compound"))


def _is_old(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "recent talks", "last week's raid", "a coup last year"."""
    if tree.has(i, words.anchoring, "amod"):
        return True
    near = [c for c in tree.children[i] if tree.bases[c] in ("nmod", "obl", "advmod")]
    # "May return to the place of a coup last year": the parse may hang the time on a verb that is not past.
    verbs = (v for v in tree.ancestors(i) if tree.tags[v] in ("VB", "VBG"))
    near += [c for v in verbs for c in tree.kids(v, "obl", "advmod") if c > i and tree.edges(c)[0] == i + 1]
    return any(_is_past_time(tree, c, words) for c in near)


def _is_past_time(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "yesterday", "three days ago", "last month"."""
    if tree.marker(i):
        return False
    return bool({tree.words[i], *(tree.words[c] for c in tree.kids(i, *_PARTS))} & words.ago)


def _is_told(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what a clause of its own says to have happened: "attacks *that were* aimed at Oman", "an accord *signed yesterday*"."""
    for c in tree.kids(i, "acl"):
        if tree.deps[c] == "acl:relcl" and tree.is_finite(c):
            tags = {tree.tags[c], *(tree.tags[a] for a in tree.kids(c, "aux", "cop"))}
            perfect = any(tree.lemmas[a] == "have" and tree.tags[a] != "VB" for a in tree.kids(c, "aux"))
            if ("VBD" in tags or perfect) and "MD" not in tags:
                return True
        elif tree.tags[c] == "VBN" and any(_is_past_time(tree, t, words) for t in tree.kids(c, "obl", "advmod")):
            return True
    return False


def _has_victims(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody has suffered: "help for the *bombing* victims", "survivors of an *attack*"."""
    head = tree.heads[i]
    below = tree.bases[i] == "compound" or (tree.bases[i] == "nmod" and tree.marker(i) == "of")
    return below and tree.lemmas[head] in words.suffering and not _is_doubted(tree, head, words)
