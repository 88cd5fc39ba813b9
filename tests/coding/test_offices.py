"""Offices read off titles, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import ActorId, Mention, MentionId
from dragoman.coding import load_lexicon
from dragoman.coding.frames.draft import Draft
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
    [draft] = office_drafts(tree, cast, (), {}, lexicon=load_lexicon())
    assert (draft.type, draft.tense, draft.roles) == ("holds_office", tense, {"subject": (omar,)})


def test_an_office_found_twice_is_told_once_and_another_office_of_the_same_person_stays() -> None:
    tree = tree_of(doc_of(TITLE.format(word="foreign")))
    start = tree.doc[2].idx
    omar = CastMention(Mention(id=MentionId("m1"), start=start, end=start + 4, text="Omar", actor=ActorId("omar")), 2, 3, 2, "name")
    [titled] = office_drafts(tree, Cast(actors={}, mentions=(omar,), offices=((omar, (1, 2), None),)), (), {}, lexicon=load_lexicon())
    again = titled.with_(rule="learned#0.99", as_=None)
    other = titled.with_(rule="relations.yaml#serves-as", tokens=(3,))
    assert with_offices([again, other], [titled]) == [other, titled]


NAMED = """
1 {first} {first} {pos} {tag} _ {head} {dep} _ _
2 President President PROPN NNP _ 3 compound _ _
3 Omar Omar PROPN NNP _ 4 nsubj _ NER=B-PERSON
4 left leave VERB VBD _ 0 root _ SpaceAfter=No
5 . . PUNCT . _ 4 punct _ _
"""


def the_office(text: str, title: tuple[int, int], *, first: int, head: int) -> Draft:
    tree = tree_of(doc_of(text))
    start, end = tree.doc[first].idx, tree.doc[head].idx + len(tree.doc[head])
    mention = Mention(id=MentionId("m1"), start=start, end=end, text=tree.doc.text[start:end], actor=ActorId("omar"))
    who = CastMention(mention, first, head + 1, head, "name")
    [draft] = office_drafts(tree, Cast(actors={}, mentions=(who,), offices=((who, title, None),)), (), {}, lexicon=load_lexicon())
    return draft


@pytest.mark.parametrize(("word", "tense"), [("Former", "past"), ("Current", "present")])
def test_an_office_is_over_where_the_word_that_says_so_hangs_on_the_name(word: str, tense: str) -> None:
    text = NAMED.format(first=word, pos="ADJ", tag="JJ", head=3, dep="amod")
    assert the_office(text, (1, 2), first=0, head=2).tense == tense


ELECT = """
1 President President PROPN NNP _ 4 compound _ SpaceAfter=No
2 - - PUNCT HYPH _ 3 punct _ SpaceAfter=No
3 elect elect ADJ JJ _ 1 amod _ _
4 Omar Omar PROPN NNP _ 5 nsubj _ NER=B-PERSON
5 left leave VERB VBD _ 0 root _ SpaceAfter=No
6 . . PUNCT . _ 5 punct _ _
"""


def test_an_office_that_somebody_is_elected_to_is_to_come() -> None:
    assert the_office(ELECT, (0, 1), first=0, head=3).tense == "future"


def test_an_office_that_somebody_was_in_is_over() -> None:
    text = """
1 Omar Omar PROPN NNP _ 7 nsubj _ NER=B-PERSON|SpaceAfter=No
2 , , PUNCT , _ 5 punct _ _
3 who who PRON WP _ 5 nsubj _ _
4 was be AUX VBD _ 5 cop _ _
5 president president NOUN NN _ 1 acl:relcl _ SpaceAfter=No
6 , , PUNCT , _ 5 punct _ _
7 left leave VERB VBD _ 0 root _ SpaceAfter=No
8 . . PUNCT . _ 7 punct _ _
"""
    assert the_office(text, (4, 5), first=0, head=0).tense == "past"
