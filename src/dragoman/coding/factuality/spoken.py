"""What is said by saying that one says it, and what words of feeling take for granted."""

from __future__ import annotations

from dragoman.coding.factuality.nouns import is_known
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree


def performs(tree: Tree, i: int, head: int, words: Factuality) -> bool:
    """Tell "we would like to thank them" and "I take this opportunity to thank them", which thank them."""
    if tree.lemmas[i] not in words.performed or tree.marker(i) != "to" or tree.bases[i] not in ("xcomp", "acl", "advcl"):
        return False
    taking = tree.heads[head] if tree.lemmas[head] in words.performed_taking else head
    taken = tree.is_verbal(taking) and any(tree.lemmas[o] in words.performed_taking for o in tree.kids(taking, "obj"))
    above = tree.heads[taking] if taken and tree.bases[taking] == "xcomp" else taking
    through = tree.lemmas[above] in words.performed_through and (taken or (above == head and tree.bases[i] == "xcomp"))
    return (through or (taken and above == taking)) and tree.has(above, words.performers, "nsubj")


def is_said_to(tree: Tree, i: int, head: int, words: Factuality) -> bool:
    """Tell what somebody says by saying it to whom he reaches: "called him *to congratulate* him", but not "called on him to"."""
    reached = tree.lemmas[head] in words.reaching and tree.is_verbal(head) and bool(tree.kids(head, "obj"))
    return reached and tree.lemmas[i] in words.performed and tree.marker(i) == "to" and not tree.is_passive(head)


def troubles(tree: Tree, i: int, cue: int, words: Factuality) -> bool:
    """Tell what one is troubled by and that is known: "concern over *the attacks*", but not "concern about a possible attack"."""
    noun = not tree.is_verbal(i) or bool(tree.kids(i, "det"))  # "by *the escalating* violence", whatever the parse makes of it
    known = tree.tags[i] in ("NNS", "NNPS") or is_known(tree, i, words)
    return noun and known and tree.marker(i) in words.troubled_by and bool({tree.lemmas[cue], tree.words[cue]} & words.troubled)
