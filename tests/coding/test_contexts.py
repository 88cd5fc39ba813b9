"""PLOVER contexts: which words of a claim's clause put it into one, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.coding import load_lexicon
from dragoman.coding.contexts import contexts_of
from dragoman.coding.frames.draft import Draft
from dragoman.coding.tree import tree_of
from dragoman.ontology import load

CLAUSE = """
1 Ministers minister NOUN NNS _ 2 nsubj _ _
2 discussed discuss VERB VBD _ 0 root _ _
3 {one} {one} {pos} JJ _ 4 amod _ {ner}
4 {two} {two} {pos2} NN _ 2 obj _ {ner2}
5 while while SCONJ IN _ 7 mark _ _
6 soldiers soldier NOUN NNS _ 7 nsubj _ _
7 watched watch VERB VBD _ 2 advcl _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""


def contexts(one: str, two: str, *, token: int = 1, name: str = "") -> tuple[str, ...]:
    words = {"pos": "PROPN" if name else "ADJ", "pos2": "PROPN" if name else "NOUN"}
    words |= {"ner": f"NER=B-{name}", "ner2": f"NER=I-{name}"} if name else {"ner": "_", "ner2": "_"}
    tree = tree_of(doc_of(CLAUSE.format(one=one, two=two, **words)))
    return contexts_of(tree, Draft("CONSULT", "r", (token,)), load_lexicon())


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        ("nuclear", "reactors", ("cbrn",)),
        ("human", "rights", ("human_rights",)),
        ("equal", "rights", ()),
        ("press", "freedom", ("rights_freedoms",)),
        ("press", "conferences", ()),
        ("central", "bank", ("economic",)),
        ("steep", "bank", ()),
        ("financial", "corruption", ("corruption", "economic")),
    ],
)
def test_words_of_the_clause_tell_the_context_and_words_of_two_meanings_do_not(one: str, two: str, wanted: tuple[str, ...]) -> None:
    assert contexts(one, two) == wanted


def test_a_clause_beside_the_claims_has_its_own_context() -> None:
    assert contexts("new", "plans") == ()
    assert contexts("new", "plans", token=6) == ("military",)


def test_the_name_of_a_place_or_person_says_nothing() -> None:
    assert contexts("Central", "Bank", name="LOC") == ()
    assert contexts("Central", "Bank") == ("economic",)
    assert contexts("Mary", "Gay", name="PERSON") == ()
    assert contexts("gay", "marriage") == ("lgbt",)


def test_every_context_of_the_lexicon_is_one_of_the_ontology() -> None:
    named = {context for phrases in load_lexicon().contexts.values() for _, context in phrases}
    assert named == set(load().contexts)
