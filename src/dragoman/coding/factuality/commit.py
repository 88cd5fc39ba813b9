"""How the voice in which a word stands commits to it."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc

from dragoman.coding.factuality.climb import Climber, default_tense
from dragoman.coding.factuality.values import Commitment
from dragoman.coding.lexicon.cues import CueKind
from dragoman.coding.lexicon.factuality import Factuality, load_factuality
from dragoman.coding.tree import Tree, tree_of


def commit(
    doc: Doc | Tree,
    i: int,
    *,
    lexicon: Factuality | None = None,
    stop: Set[int] = frozenset(),
    attitude: CueKind | None = None,
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
    """
    tree = doc if isinstance(doc, Tree) else tree_of(doc)
    standing = Climber(tree, lexicon or load_factuality(), stop, attitude).standing(i)
    return Commitment(
        polarity="negative" if standing.negative else "positive",
        certainty=standing.certainty,
        tense=standing.tense or default_tense(tree, i),
        condition=standing.condition,
    )
