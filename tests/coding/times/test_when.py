"""The time of claims whose own clause gives none, on trees written by hand."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from conllu import doc_of
from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Mention
from dragoman.coding.frames.draft import Draft
from dragoman.coding.statements import RawStatement, voices_of
from dragoman.coding.times import find_times, time_of
from dragoman.coding.tree import tree_of
from dragoman.coding.when import dated

PUBLISHED = date(2024, 5, 1)

STORY = """
1 Omar Omar PROPN NNP _ 2 nsubj _ _
2 met meet VERB VBD _ 0 root _ _
3 envoys envoy NOUN NNS _ 2 obj _ _
4 on on ADP IN _ 5 case _ _
5 Monday Monday PROPN NNP _ 2 obl _ SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _

1 {who} he PRON PRP _ {root} nsubj _ _
2 {aux} have AUX {auxtag} _ {root} {auxdep} _ _
3 accused accuse VERB {tag} _ 0 root _ _
4 rebels rebel NOUN NNS _ 3 obj _ _
5 {mark} {mark} ADP IN _ 6 case _ _
6 talks talk NOUN NNS _ 3 obl _ SpaceAfter=No
7 . . PUNCT . _ 3 punct _ _
"""


def mention(doc: Doc, i: int, actor: str) -> CastMention:
    token = doc[i]
    words = Mention(id=f"m{i}", start=token.idx, end=token.idx + len(token), text=token.text, actor=actor)
    return CastMention(words, i, i + 1, i, "name")


def cast_of(doc: Doc, who: dict[int, str]) -> Cast:
    mentions = tuple(mention(doc, i, actor) for i, actor in who.items())
    return Cast(actors={}, mentions=mentions, by_head={m.head: (m,) for m in mentions})


def story(*, who: str = "He", aux: str = "also", perfect: bool = False, mark: str = "in") -> Doc:
    words = {"auxtag": "VBZ", "auxdep": "aux", "tag": "VBN"} if perfect else {"auxtag": "RB", "auxdep": "advmod", "tag": "VBD"}
    return doc_of(STORY.format(who=who, root=3, aux="has" if perfect else aux, mark=mark, **words))


def day_of(doc: Doc, who: dict[int, str], token: int = 8) -> str | None:
    cast, times = cast_of(doc, who), find_times(doc, published=PUBLISHED)
    drafts = [Draft("CONSULT", "r", (1,), time=time_of(doc, 1, times)), Draft("ACCUSE", "r", (token,))]
    time = dated(tree_of(doc), cast, drafts, (), (), times, voices={})[1].time
    return time.start if time else None


def test_a_sentence_whose_subject_goes_on_tells_of_the_same_day() -> None:
    assert day_of(story(), {0: "omar", 6: "omar"}) == "2024-04-29"


@pytest.mark.parametrize(
    ("doc", "who"),
    [
        (story(), {0: "omar", 6: "somebody-else"}),
        (story(perfect=True), {0: "omar", 6: "omar"}),
        (story(mark="after"), {0: "omar", 6: "omar"}),
    ],
    ids=["another subject", "another tense", "another time"],
)
def test_a_sentence_that_does_not_go_on_has_no_time(doc: Doc, who: dict[int, str]) -> None:
    assert day_of(doc, who) is None


AGAIN = """
1 Rebels rebel NOUN NNS _ 2 nsubj _ _
2 attacked attack VERB VBD _ 0 root _ _
3 towns town NOUN NNS _ 2 obj _ _
4 on on ADP IN _ 5 case _ _
5 Monday Monday PROPN NNP _ 2 obl _ SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _

1 {word} the DET DT _ 2 det _ _
2 attack attack NOUN NN _ 3 nsubj _ _
3 shocks shock VERB VBZ _ 0 root _ _
4 everyone everyone PRON NN _ 3 obj _ SpaceAfter=No
5 . . PUNCT . _ 3 punct _ _
"""


@pytest.mark.parametrize(
    ("word", "type_", "wanted"), [("The", "ASSAULT", "2024-04-29"), ("Any", "ASSAULT", None), ("The", "PROTEST", None)]
)
def test_a_definite_noun_names_an_event_again_and_any_other_does_not(word: str, type_: str, wanted: str | None) -> None:
    doc = doc_of(AGAIN.format(word=word))
    times = find_times(doc, published=PUBLISHED)
    drafts = [Draft("ASSAULT", "r", (1,), time=time_of(doc, 1, times)), Draft(type_, "r", (7,))]
    time = dated(tree_of(doc), cast_of(doc, {}), drafts, (), (), times, voices={})[1].time
    assert (time and time.start) == wanted


SAYING = """
1 Omar Omar PROPN NNP _ 2 nsubj _ _
2 said say VERB VBD _ 0 root _ _
3 Monday Monday PROPN NNP _ 2 obl:unmarked _ _
4 troops troop NOUN NNS _ 6 nsubj _ _
5 should should AUX MD _ 6 aux _ _
6 leave leave VERB VB _ 2 ccomp _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""


@pytest.mark.parametrize(("actor", "wanted"), [(0, "2024-04-29"), (3, None)])
def test_what_the_speaker_does_by_saying_it_happens_when_he_says_it(actor: int, wanted: str | None) -> None:
    doc = doc_of(SAYING)
    times = find_times(doc, published=PUBLISHED)
    statement = RawStatement(source=(0,), source_span=(0, 1), cue=(1,), content=((3, 6),), manner="indirect")
    draft = Draft("REQUEST", "r", (4,), roles={"actor": (mention(doc, actor, "somebody"),)})
    [found] = dated(tree_of(doc), cast_of(doc, {}), [draft], (statement,), (time_of(doc, 1, times),), times, voices=voices_of((statement,)))
    assert (found.time and found.time.start) == wanted
