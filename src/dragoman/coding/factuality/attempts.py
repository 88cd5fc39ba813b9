"""What is an act once it is tried, what a court has yet to find, and what has gone on for weeks by the time of what follows it."""

from __future__ import annotations

from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree


def attempt_of(tree: Tree, i: int, words: Factuality) -> int | None:
    """Return the word by which somebody tries an act that trying does: "*attempted* to kill him", "a coup *attempt*"; None of others.

    Who tries to kill somebody attacks him, whatever comes of it; who tries to meet him has not met him.
    """
    head = tree.heads[i]
    if tree.lemmas[head] not in words.trying or head == i:
        return None
    if tree.bases[i] == "compound":
        return head
    if tree.bases[i] == "obj" and tree.is_verbal(head) and not tree.is_verbal(i):
        return head if tree.lemmas[i] in words.tried else None  # "attempted the assassination of Ali"
    told = tree.bases[i] in ("xcomp", "acl", "ccomp", "advcl") and tree.marker(i) in ("to", "at")
    return head if told and tree.lemmas[i] in words.tried else None


def tried(own: Standing, above: Standing) -> Standing:
    """Return how an act stands that is tried: as its trying does, which a vain one ("a *failed* attempt") is too."""
    certainty = weaker(own.certainty, above.certainty)
    return Standing(own.negative ^ above.negative, certainty, above.tense or own.tense, own.condition or above.condition)


def is_alleged_crime(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a crime that a court has yet to find: "a *murder* investigation", "faces *genocide* charges"."""
    return tree.bases[i] == "compound" and tree.lemmas[i] in words.crimes and tree.lemmas[tree.heads[i]] in words.unproven


def goes_on(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what still holds, by a perfect and a word that says so: "has *long* backed them", "has ruled *since* May", "*for years*"."""
    perfect = any(tree.lemmas[a] == "have" and tree.tags[a] in ("VBZ", "VBP") for a in tree.kids(i, "aux"))
    near = {*(tree.words[c] for c in tree.kids(i, "advmod")), *(tree.marker(c) for c in tree.kids(i, "obl", "nmod", "advcl"))}
    return perfect and (bool(near & words.still) or any(_is_span(tree, c, words) for c in tree.kids(i, "obl", "nmod")))


def _is_span(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell for how long something has been so: "*for decades*", "for some *years*", but not "for years of service"."""
    return tree.marker(i) == "for" and tree.lemmas[i] in words.spans and not tree.kids(i, "nmod")


def has_lasted(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what has gone on for a time before something: "an election *following* weeks of *protests*"."""
    span = tree.heads[i]
    of_span = tree.bases[i] == "nmod" and tree.marker(i) == "of" and tree.lemmas[span] in words.spans
    return of_span and tree.marker(span) in words.preceding


def main_of(tree: Tree, i: int, head: int, words: Factuality) -> int:
    """Return the verb that a participle after a comma tells the outcome of: the main one, where the parse hangs it on its purpose.

    In "imposed a blackout to prevent unrest, *cutting* off millions" the blackout cuts them off.
    """
    first = tree.edges(i)[0]
    outcome = tree.bases[i] == "advcl" and tree.tags[i] == "VBG" and not tree.marker(i) and not tree.kids(i, "nsubj")
    after = first > head and tree.words[first - 1] == ","
    purpose = tree.bases[head] == "advcl" and tree.marker(head) in words.purposes and tree.heads[head] < head
    return tree.heads[head] if outcome and after and purpose else head
