"""Offices read off titles, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import ActorId, Mention, MentionId
from dragoman.coding import load_lexicon
from dragoman.coding.offices import office_drafts, with_offices
from dragoman.coding.tree import tree_of

TITLE = """
1 {word} {word} ADJ JJ _ 2 amod _ _
2 minister minister NOUN NN _ 4 nsubj _ _
3 Omar Omar PROPN NNP _ 2 flat _ NER=B-PERSON
4 left leave VERB VBD _ 0 root _ SpaceAfter=No
5 . . PUNCT . _ 4 punct _ _
"""


@pytest.mark.parametrize(
    ("word", "tense"), [("former", "past"), ("ousted", "past"), ("Onetime", "past"), ("foreign", "present"), ("young", "present")]
)
def test_an_office_is_over_where_a_word_before_the_title_says_so(word: str, tense: str) -> None:
    tree = tree_of(doc_of(TITLE.format(word=word)))
    start = tree.doc[2].idx
    omar = CastMention(Mention(id=MentionId("m1"), start=start, end=start + 4, text="Omar", actor=ActorId("omar")), 2, 3, 2, "name")
    cast = Cast(actors={}, mentions=(omar,), offices=((omar, (1, 2), None),))
    [draft] = office_drafts(tree, cast, (), {}, bygone=load_lexicon().factuality.bygone)
    assert (draft.type, draft.tense, draft.roles) == ("holds_office", tense, {"subject": (omar,)})


def test_an_office_found_twice_is_told_once_and_another_office_of_the_same_person_stays() -> None:
    tree = tree_of(doc_of(TITLE.format(word="foreign")))
    start = tree.doc[2].idx
    omar = CastMention(Mention(id=MentionId("m1"), start=start, end=start + 4, text="Omar", actor=ActorId("omar")), 2, 3, 2, "name")
    [titled] = office_drafts(tree, Cast(actors={}, mentions=(omar,), offices=((omar, (1, 2), None),)), (), {}, bygone=())
    again = titled.with_(rule="learned#0.99", as_=None)
    other = titled.with_(rule="relations.yaml#serves-as", tokens=(3,))
    assert with_offices([again, other], [titled]) == [other, titled]
