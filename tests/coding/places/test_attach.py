"""Which place is an event's: by syntax, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.coding.places import find_places, place_of

CLAUSE = """
1 They they PRON PRP _ 2 nsubj _ _
2 {verb} {verb} VERB VBD _ 0 root _ _
3 envoys envoy NOUN NNS _ 2 obj _ _
4 {preposition} {preposition} ADP IN _ 5 case _ _
5 {place} {place} PROPN NNP _ {head} {dep} _ SpaceAfter=No|NER=B-GPE
6 . . PUNCT . _ 2 punct _ _
"""


def place(tree: str, word: str) -> str | None:
    doc = doc_of(tree)
    found = place_of(doc, next(t.i for t in doc if t.text == word), find_places(doc))
    return found.place.text if found else None


@pytest.mark.parametrize(
    ("preposition", "name", "wanted"),
    [
        ("in", "Libya", "Libya"),
        ("near", "Gori", "Gori"),
        ("to", "Goma", "Goma"),
        ("on", "Iran", None),
        ("of", "Iran", None),
        ("between", "Iran", None),
        ("against", "Iran", None),
    ],
)
def test_a_preposition_tells_a_place_from_a_party(preposition: str, name: str, wanted: str | None) -> None:
    assert place(CLAUSE.format(verb="met", preposition=preposition, place=name, head=2, dep="obl"), "met") == wanted


def test_what_is_done_to_a_thing_is_done_where_the_thing_is() -> None:
    assert place(CLAUSE.format(verb="met", preposition="in", place="Gori", head=3, dep="nmod"), "met") == "Gori"


def test_where_a_thing_goes_to_is_not_where_it_is() -> None:
    assert place(CLAUSE.format(verb="met", preposition="to", place="Gori", head=3, dep="nmod"), "envoys") is None


PURPOSE = """
1 Ministers minister NOUN NNS _ 2 nsubj _ _
2 gathered gather VERB VBD _ 0 root _ _
3 in in ADP IN _ 4 case _ _
4 Cairo Cairo PROPN NNP _ 2 obl _ NER=B-GPE
5 to to PART TO _ 6 mark _ _
6 discuss discuss VERB VB _ 2 advcl _ _
7 borders border NOUN NNS _ 6 obj _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""


def test_a_purpose_is_pursued_where_its_verb_happens() -> None:
    assert place(PURPOSE, "discuss") == "Cairo"


ENTERED = """
1 Troops troop NOUN NNS _ 2 nsubj _ _
2 entered enter VERB VBD _ 0 root _ _
3 {name} {name} PROPN NNP _ 2 obj _ SpaceAfter=No|NER=B-GPE
4 . . PUNCT . _ 2 punct _ _
"""


@pytest.mark.parametrize(("name", "wanted"), [("Gori", "Gori"), ("Georgia", None)])
def test_a_town_that_is_entered_is_the_place_and_a_country_is_a_party(name: str, wanted: str | None) -> None:
    assert place(ENTERED.format(name=name), "entered") == wanted


NESTED = """
1 Rebels rebel NOUN NNS _ 2 nsubj _ _
2 attacked attack VERB VBD _ 0 root _ _
3 villages village NOUN NNS _ 2 obj _ _
4 in in ADP IN _ 6 case _ _
5 northern northern ADJ JJ _ 6 amod _ _
6 Mali Mali PROPN NNP _ 2 obl _ SpaceAfter=No|NER=B-GPE
7 . . PUNCT . _ 2 punct _ _
"""


def test_a_part_of_a_country_is_a_place() -> None:
    assert place(NESTED, "attacked") == "Mali"


def test_a_noun_of_going_has_the_place_that_it_goes_from() -> None:
    tree = CLAUSE.format(verb="met", preposition="from", place="Gori", head=3, dep="nmod")
    assert place(tree.replace("envoys envoy", "exits exit"), "exits") == "Gori"
