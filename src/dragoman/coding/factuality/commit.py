"""How the voice in which a word stands commits to it."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding.factuality.attempts import goes_on
from dragoman.coding.factuality.climb import Climber
from dragoman.coding.factuality.negation import denies_predicate
from dragoman.coding.factuality.nouns import is_done, is_to_be_left, names_one
from dragoman.coding.factuality.values import Commitment, Standing, weaker
from dragoman.coding.factuality.words import default_tense, own_standing, tense_held
from dragoman.coding.factuality.would import is_told_ahead
from dragoman.coding.lexicon.cues import CueKind
from dragoman.coding.lexicon.factuality import Factuality, load_factuality
from dragoman.coding.tree import Tree, tree_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PROMISED = ("xcomp", "ccomp", "acl", "conj")


def commit(
    doc: Doc | Tree,
    i: int,
    *,
    lexicon: Factuality | None = None,
    stop: Set[int] = frozenset(),
    attitude: CueKind | None = None,
    lasting: bool = False,
) -> Commitment:
    """Return polarity, certainty and tense of the event or relation that token i expresses.

    Polarity and certainty compose up the tree: each governor turns or keeps the polarity by its signature, affirmed or
    negated, and the weakest certainty on the way holds (Nairn, Condoravdi and Karttunen 2006; Saurí and Pustejovsky 2009).

    Args:
        doc: the report with Universal Dependencies, or the plain view of it.
        i: the token.
        lexicon: the words that matter; the shipped ones if None.
        stop: tokens of the cues of the statements around it; what stands above them is another voice's.
        attitude: what the innermost statement's cue makes of its content.
        lasting: the word expresses a relation, which holds at present where neither its own form nor "former" says otherwise
            ("a group backed by Chad attacked").
    """
    tree = doc if isinstance(doc, Tree) else tree_of(doc)
    words = lexicon or load_factuality()
    standing = _in_part(tree, i, words, Climber(tree, words, stop, attitude, lasting).standing(i), lasting=lasting, stop=stop)
    if attitude is not None and stop:
        standing = _as_told_beside(tree, i, stop, attitude, standing)
    if denies_predicate(tree, i, words):
        standing = replace(standing, negative=not standing.negative)
    if not standing.negative and tree.has(i, words.unspecific, "det"):
        standing = replace(standing, certainty="hypothetical")
    if lasting and standing.certainty == "certain" and standing.tense == "future" and _is_promised(tree, i, words):
        standing = replace(standing, certainty="hypothetical")
    if attitude is None and not stop and not standing.condition and is_told_ahead(tree, i, words):
        standing = replace(standing, certainty="certain", tense="past")
    tense = standing.tense or default_tense(tree, i)
    if lasting and tense == "past" and goes_on(tree, i, words):
        tense = "present"
    if tense == "present" and _is_planning(tree, i, words):
        tense = "future"
    if is_done(tree, i, words) and standing.certainty != "hypothetical" and tense == "present":
        tense = "past"
    condition = standing.condition
    if condition and condition[0] <= i < condition[1]:
        condition = None  # what sets a condition has none of its own
    return Commitment(
        polarity="negative" if standing.negative else "positive",
        certainty=standing.certainty,
        tense=tense,
        condition=condition,
    )


def _as_told_beside(tree: Tree, i: int, stop: Set[int], attitude: CueKind, standing: Standing) -> Standing:
    """Return how a word stands beside whose clause a belief, wish or denial of it is told: "they fled, *the king believes*"."""
    above = (i, *tree.ancestors(i))
    if not stop.isdisjoint(above) or not any(c in stop for t in above for c in tree.kids(t, "parataxis")):
        return standing
    tense = attitude.tense if attitude.tense and standing.tense != "past" else standing.tense
    negative = standing.negative ^ (attitude.polarity == "negative")
    return Standing(negative, weaker(standing.certainty, attitude.certainty), tense, standing.condition)


def _in_part(tree: Tree, i: int, words: Factuality, standing: Standing, *, lasting: bool, stop: Set[int]) -> Standing:
    """Return how a word stands that names somebody by what he is, or tells of a relation, which outlasts its clause."""
    if lasting and is_to_be_left(tree, i, words):
        return Standing(tense="present")  # "seeks to oust him as chairman", which he is
    own = own_standing(tree, i, words, cues=stop) if names_one(tree, i, words) else None
    ahead = standing.tense == "future" and (own is None or own.tense == "future")  # "the next president" is to be one
    if lasting and standing.certainty == "certain" and not ahead and (held := tense_held(tree, i, words)):
        standing = replace(standing, tense=held)
    told = tree.bases[i] == "nsubj" and tree.has(i, words.definite, "det")  # "the partnership is vital"
    doubted = standing.certainty != "certain" or (lasting and standing.negative and not own.negative) if own else False
    if own and (lasting or told) and doubted and own.certainty == "certain":
        return replace(own, tense=tense_held(tree, i, words) or "present")
    return standing


def _is_promised(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a relation that somebody only offers or promises: "offered to *join* NATO", "pledged to stop and *recognise* the state"."""
    while tree.bases[i] in _PROMISED and tree.heads[i] != i:
        i = tree.heads[i]
        if tree.lemmas[i] in words.offering:
            return True
    return False


def _is_planning(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "is due to" and "plans to", which speak of what is to come."""
    return tree.lemmas[i] in words.planned and any(tree.marker(c) == "to" for c in tree.kids(i, "xcomp", "ccomp", "advcl"))
