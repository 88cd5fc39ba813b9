"""Wordings found in an example and written as the lexicon writes them, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.coding.explaining.wordings import find
from dragoman.coding.tree import tree_of

SIEGE = "Chad/PROPN/nsubj/2 laid/VERB/root/0/lay no/DET/det/4 siege/NOUN/obj/2 to/ADP/case/6 Aden/PROPN/obl/2"
STRIKE = "teachers/NOUN/nsubj/2/teacher went/VERB/root/0/go on/ADP/case/4 strike/NOUN/obl/2"
PARLEY = "peace/NOUN/compound/2 parleys/NOUN/nsubj/3/parley failed/VERB/root/0/fail"
END = "cessation/NOUN/nsubj/4 of/ADP/case/3 fire/NOUN/nmod/1 came/VERB/root/0/come"
LOYAL = "troops/NOUN/root/0/troop loyal/ADJ/amod/1 to/ADP/case/4 Chad/PROPN/obl/2"
CALLED = "Chad/PROPN/nsubj/2 called/VERB/root/0/call off/ADP/compound:prt/2 talks/NOUN/obj/2/talk"


@pytest.mark.parametrize(
    ("tokens", "words", "found"),
    [
        (SIEGE, "lay siege to", ("verbs", "lay ~siege to", 1)),
        (SIEGE, "laid ~siege", ("verbs", "lay ~siege", 1)),
        (SIEGE, "siege", ("nouns", "siege", 3)),
        (STRIKE, "go on strike", ("verbs", "go ~strike on", 1)),
        (PARLEY, "peace parley", ("nouns", "peace parley", 1)),
        (END, "cessation of", ("nouns", "cessation +of", 0)),
        (LOYAL, "loyal", ("adjectives", "loyal", 1)),
        (CALLED, "Call off", ("verbs", "call off", 1)),
        (SIEGE, "lay Chad siege", None),
        (SIEGE, "lay waste to", None),
        (SIEGE, "no", None),
        (SIEGE, " ", None),
    ],
)
def test_a_wording_is_found_and_written(tokens: str, words: str, found: tuple[str, str, int] | None) -> None:
    rows = [token.split("/") for token in tokens.split()]
    lines = [f"{n} {w} {rest[0] if rest else w} {pos} _ _ {head} {dep} _ _" for n, (w, pos, dep, head, *rest) in enumerate(rows, 1)]
    here = find(tree_of(doc_of("\n".join(lines))), words)
    assert (here and (here.key, here.text, here.token)) == found
