"""Which time is an event's: by syntax, on trees written by hand."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from conllu import doc_of
from dragoman.claims import TimeValue
from dragoman.coding.times import find_times, time_of

PUBLISHED = date(2024, 5, 1)


def when(doc: Doc, word: str, published: date | None = PUBLISHED) -> TimeValue | None:
    i = next(token.i for token in doc if token.text == word)
    return time_of(doc, i, find_times(doc, published=published), published=published)


def days(value: TimeValue | None) -> tuple[str | None, str | None] | None:
    return None if value is None else (value.start, value.end)


TALKS = """
1 Envoys envoy NOUN NNS _ 2 nsubj _ _
2 held hold VERB VBD _ 0 root _ _
3 talks talk NOUN NNS _ 2 obj _ _
4 in in ADP IN _ 5 case _ _
5 2006 2006 NUM CD _ 2 obl _ _
6 and and CCONJ CC _ 7 cc _ _
7 2007 2007 NUM CD _ 5 conj _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""


@pytest.mark.parametrize("word", ["held", "talks"])
def test_listed_years_are_one_stretch_and_an_object_shares_its_verbs_time(word: str) -> None:
    value = when(doc_of(TALKS), word)
    assert value is not None
    assert (value.start, value.end, value.precision, value.source) == ("2006-01-01", "2007-12-31", "year", "text")


def test_the_span_of_listed_years_covers_both() -> None:
    doc = doc_of(TALKS)
    value = when(doc, "held")
    assert value is not None
    assert value.span is not None
    assert doc.text[value.span.start : value.span.end] == "2006 and 2007"


RANGE = """
1 They they PRON PRP _ 2 nsubj _ _
2 fought fight VERB VBD _ 0 root _ _
3 from from ADP IN _ 4 case _ _
4 2006 2006 NUM CD _ 2 obl _ _
5 to to ADP IN _ 6 case _ _
6 2009 2009 NUM CD _ 2 obl _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""


def test_from_and_to_bound_one_stretch() -> None:
    assert days(when(doc_of(RANGE), "fought")) == ("2006-01-01", "2009-12-31")


SINCE = """
1 They they PRON PRP _ 3 nsubj _ _
2 have have AUX VBP _ 3 aux _ _
3 fought fight VERB VBN _ 0 root _ _
4 since since ADP IN _ 5 case _ _
5 2011 2011 NUM CD _ 3 obl _ SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _
"""


def test_since_leaves_the_end_open() -> None:
    assert days(when(doc_of(SINCE), "fought")) == ("2011-01-01", None)


SAID = """
1 He he PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 0 root _ _
3 Monday Monday PROPN NNP _ 2 obl:unmarked _ _
4 that that SCONJ IN _ 6 mark _ _
5 troops troop NOUN NNS _ 6 nsubj _ _
6 attacked attack VERB VBD _ 2 ccomp _ _
7 the the DET DT _ 8 det _ _
8 town town NOUN NN _ 6 obj _ SpaceAfter=No
9 . . PUNCT . _ 2 punct _ _
"""


def test_the_time_of_saying_is_not_the_time_of_what_is_said() -> None:
    doc = doc_of(SAID)
    assert when(doc, "attacked") is None
    value = when(doc, "said")
    assert value is not None
    assert (value.start, value.source) == ("2024-04-29", "report_date")


NOUN = """
1 The the DET DT _ 4 det _ _
2 October October PROPN NNP _ 4 compound _ _
3 7 7 NUM CD _ 2 nummod _ _
4 attack attack NOUN NN _ 5 nsubj _ _
5 began begin VERB VBD _ 0 root _ _
6 a a DET DT _ 7 det _ _
7 war war NOUN NN _ 5 obj _ _
8 in in ADP IN _ 9 case _ _
9 2024 2024 NUM CD _ 5 obl _ SpaceAfter=No
10 . . PUNCT . _ 5 punct _ _
"""


def test_a_noun_has_its_own_date_before_its_verbs() -> None:
    doc = doc_of(NOUN)
    assert days(when(doc, "attack")) == ("2023-10-07", "2023-10-07")
    assert days(when(doc, "began")) == ("2024-01-01", "2024-12-31")
    assert days(when(doc, "war")) == ("2024-01-01", "2024-12-31")


RELATIVE = """
1 Rebels rebel NOUN NNS _ 6 nsubj _ _
2 who who PRON WP _ 3 nsubj _ _
3 surrendered surrender VERB VBD _ 1 acl:relcl _ _
4 in in ADP IN _ 5 case _ _
5 2001 2001 NUM CD _ 3 obl _ _
6 returned return VERB VBD _ 0 root _ SpaceAfter=No
7 . . PUNCT . _ 6 punct _ _
"""


def test_a_time_inside_a_relative_clause_stays_there() -> None:
    doc = doc_of(RELATIVE)
    assert when(doc, "returned") is None
    assert days(when(doc, "surrendered")) == ("2001-01-01", "2001-12-31")


PARTICIPLE = """
1 On on ADP IN _ 2 case _ _
2 Monday Monday PROPN NNP _ 4 obl _ _
3 troops troop NOUN NNS _ 4 nsubj _ _
4 attacked attack VERB VBD _ 0 root _ SpaceAfter=No
5 , , PUNCT , _ 6 punct _ _
6 killing kill VERB VBG _ 4 advcl _ _
7 ten ten NUM CD _ 6 obj _ SpaceAfter=No
8 . . PUNCT . _ 4 punct _ _
"""


def test_what_a_participle_tells_happens_with_its_verb() -> None:
    assert days(when(doc_of(PARTICIPLE), "killing")) == ("2024-04-29", "2024-04-29")


def test_nothing_is_guessed_where_the_text_gives_no_time_or_the_report_no_date() -> None:
    doc = doc_of(PARTICIPLE)
    assert when(doc, "killing", None) is None
    assert time_of(doc, 5, (), published=PUBLISHED) is None


PURPOSE = """
1 Ministers minister NOUN NNS _ 2 nsubj _ _
2 gathered gather VERB VBD _ 0 root _ _
3 on on ADP IN _ 4 case _ _
4 Wednesday Wednesday PROPN NNP _ 2 obl _ _
5 to to PART TO _ 6 mark _ _
6 discuss discuss VERB VB _ 2 advcl _ _
7 borders border NOUN NNS _ 6 obj _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""

PROMISE = """
1 Ministers minister NOUN NNS _ 2 nsubj _ _
2 {verb} {lemma} VERB VBD _ 0 root _ _
3 on on ADP IN _ 4 case _ _
4 Wednesday Wednesday PROPN NNP _ 2 obl _ _
5 to to PART TO _ 6 mark _ _
6 leave leave VERB VB _ 2 xcomp _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""


def test_a_purpose_is_pursued_when_its_verb_happens() -> None:
    assert days(when(doc_of(PURPOSE), "discuss")) == ("2024-05-01", "2024-05-01")


@pytest.mark.parametrize(("verb", "lemma", "wanted"), [("managed", "manage", "2024-05-01"), ("agreed", "agree", None)])
def test_what_is_agreed_lies_ahead_and_what_is_managed_happens(verb: str, lemma: str, wanted: str | None) -> None:
    value = when(doc_of(PROMISE.format(verb=verb, lemma=lemma)), "leave")
    assert (value and value.start) == wanted


BEGAN = """
1 {word} raid NOUN {tag} _ 2 nsubj _ _
2 {verb} {lemma} VERB VBD _ 0 root _ _
3 in in ADP IN _ 4 case _ _
4 2011 2011 NUM CD _ 2 obl _ SpaceAfter=No
5 . . PUNCT . _ 2 punct _ _
"""


@pytest.mark.parametrize(
    ("word", "tag", "verb", "lemma", "wanted"),
    [
        ("Raids", "NNS", "began", "begin", ("2011-01-01", None)),
        ("Raids", "NNS", "ended", "end", (None, "2011-12-31")),
        ("Raid", "NN", "began", "begin", ("2011-01-01", "2011-12-31")),
        ("Raids", "NNS", "failed", "fail", ("2011-01-01", "2011-12-31")),
    ],
)
def test_what_is_said_to_begin_has_no_end_yet(word: str, tag: str, verb: str, lemma: str, wanted: tuple[str | None, str | None]) -> None:
    assert days(when(doc_of(BEGAN.format(word=word, tag=tag, verb=verb, lemma=lemma)), word)) == wanted


CONDEMNED = """
1 He he PRON PRP _ 2 nsubj _ _
2 condemned condemn VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ _
4 attack attack NOUN NN _ 2 obj _ _
5 on on ADP IN _ 6 case _ _
6 Monday Monday PROPN NNP _ 2 obl _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""


def test_the_time_of_a_word_that_reports_an_event_is_not_the_events() -> None:
    doc = doc_of(CONDEMNED)
    times = find_times(doc, published=PUBLISHED)
    assert time_of(doc, 3, times, stop={1}) is None
    assert time_of(doc, 3, times) is not None


MET = """
1 He he PRON PRP _ 2 nsubj _ _
2 met meet VERB VBD _ 0 root _ _
3 {name} {name} {pos} {tag} _ 2 obj _ _
4 on on ADP IN _ 5 case _ _
5 Monday Monday PROPN NNP _ 3 nmod _ SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _
"""


def test_a_time_after_a_name_is_that_of_what_the_named_takes_part_in() -> None:
    assert days(when(doc_of(MET.format(name="Assad", pos="PROPN", tag="NNP")), "met")) == ("2024-04-29", "2024-04-29")
    assert when(doc_of(MET.format(name="guests", pos="NOUN", tag="NNS")), "met") is None


def test_what_hangs_on_a_word_of_the_trigger_hangs_on_the_event() -> None:
    doc = doc_of(MET.format(name="talks", pos="NOUN", tag="NNS"))
    value = time_of(doc, 1, find_times(doc, published=PUBLISHED), trigger=(1, 2))
    assert days(value) == ("2024-04-29", "2024-04-29")


HELD = """
1 The the DET DT _ 2 det _ _
2 raid raid NOUN NN _ 7 nsubj _ _
3 {verb} {lemma} VERB VBN _ 2 acl _ _
4 in in ADP IN _ 5 case _ _
5 2011 2011 NUM CD _ 3 obl _ _
6 was be AUX VBD _ 7 cop _ _
7 costly costly ADJ JJ _ 0 root _ SpaceAfter=No
8 . . PUNCT . _ 7 punct _ _
"""


@pytest.mark.parametrize(("verb", "lemma", "wanted"), [("launched", "launch", "2011-01-01"), ("condemned", "condemn", None)])
def test_a_participle_that_says_an_event_took_place_says_when(verb: str, lemma: str, wanted: str | None) -> None:
    value = when(doc_of(HELD.format(verb=verb, lemma=lemma)), "raid")
    assert (value and value.start) == wanted


TENSE = """
1 They they PRON PRP _ 3 nsubj _ _
2 {aux} {aux} {pos} MD _ 3 {dep} _ _
3 {verb} meet VERB {tag} _ 0 root _ _
4 {rel} {rel} ADJ JJ _ 5 amod _ _
5 year year NOUN NN _ 3 obl:unmarked _ SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _
"""


@pytest.mark.parametrize(
    ("aux", "verb", "rel", "wanted"),
    [
        ("would", "meet", "last", None),
        ("will", "meet", "next", "2025-01-01"),
        ("also", "met", "next", None),
        ("also", "met", "last", "2023-01-01"),
    ],
)
def test_a_time_that_a_verbs_tense_cannot_speak_of_belongs_to_another(aux: str, verb: str, rel: str, wanted: str | None) -> None:
    finite = aux == "also"
    words = {"pos": "ADV" if finite else "AUX", "dep": "advmod" if finite else "aux", "tag": "VBD" if finite else "VB"}
    value = when(doc_of(TENSE.format(aux=aux, verb=verb, rel=rel, **words)), verb)
    assert (value and value.start) == wanted


ANNOUNCED = """
1 They they PRON PRP _ 3 nsubj _ _
2 will will AUX MD _ 3 aux _ _
3 appeal appeal VERB VB _ 0 root _ _
4 rulings ruling NOUN NNS _ 3 obj _ _
5 announced announce VERB VBN _ 4 acl _ _
6 Monday Monday PROPN NNP _ 5 obl:unmarked _ SpaceAfter=No
7 . . PUNCT . _ 3 punct _ _
"""


def test_a_participle_after_its_noun_tells_of_the_past_though_the_verb_does_not() -> None:
    [monday] = find_times(doc_of(ANNOUNCED), published=PUBLISHED)
    assert monday.timex.value == "2024-04-29"


ACCORDING = """
1 They they PRON PRP _ 2 nsubj _ _
2 met meet VERB VBD _ 0 root _ SpaceAfter=No
3 , , PUNCT , _ 6 punct _ _
4 {one} {one} ADP IN _ 6 case _ _
5 to to ADP IN _ 4 fixed _ _
6 officials official NOUN NNS _ 2 obl _ _
7 on on ADP IN _ 8 case _ _
8 Monday Monday PROPN NNP _ 2 obl _ SpaceAfter=No
9 . . PUNCT . _ 2 punct _ _
"""


@pytest.mark.parametrize(("one", "wanted"), [("according", None), ("next", "2024-04-29")])
def test_a_time_right_after_a_source_is_when_it_said_so(one: str, wanted: str | None) -> None:
    value = when(doc_of(ACCORDING.format(one=one)), "met")
    assert (value and value.start) == wanted
