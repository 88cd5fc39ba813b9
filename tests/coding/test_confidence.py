"""How likely a claim that is told is right: a figure to choose by."""

import msgspec
import pytest

from dragoman import Reader, Report
from dragoman.claims import Claim, ReportId
from dragoman.coding.confidence import confident
from dragoman.coding.lexicon import About, Confidence, Trust
from dragoman.coding.subject import Subject
from dragoman.language.marks import Mark

WAR = """Army shells border town
The army shelled the border town on Saturday and rebels attacked a checkpoint. The government accused the rebels of breaking the
ceasefire and threatened further strikes. The president demanded that the rebels withdraw, and the rebels rejected the demand."""

FESTIVAL = """Village prepares its plum festival
The bakers will sell plum cake beside the river from noon, and the school choir sings at three. The mayor met the bakers on Monday and asked
them for a larger cake than last year. A band plays in the evening. Visitors liked the music and the dumplings so much last year that
there were no tables left. This time the village has borrowed benches from its neighbours, and the priest has promised fine weather.
The plums ripened early. Children picked them on the hill above the mill, where the oldest trees stand, and carried them down in baskets."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def claims(reader: Reader, text: str) -> tuple[Claim, ...]:
    return reader.read(Report(id=ReportId("r"), text=text)).claims


def test_plain_acts_of_war_are_told_with_more_confidence_than_a_doubtful_word_of_a_festival(reader: Reader) -> None:
    war = [c.confidence for c in claims(reader, WAR) if c.type == "ASSAULT"]
    assert war
    assert min(one for one in war if one is not None) > 0.85
    festival = [c.confidence for c in claims(reader, FESTIVAL) if c.kind == "event"]
    assert all(one is not None and one < 0.8 for one in festival)


def test_every_claim_has_a_confidence_between_nothing_and_certainty_in_hundredths(reader: Reader) -> None:
    found = [c.confidence for c in claims(reader, WAR)]
    assert found
    assert all(one is not None and 0 < one < 1 and round(one, 2) == one for one in found)


def test_the_lexicon_alone_has_no_confidence_to_tell() -> None:
    found = claims(Reader(coders=("lexicon",)), WAR)
    assert found
    assert {c.confidence for c in found} == {None}


def test_a_confidence_goes_through_json(reader: Reader) -> None:
    reading = reader.read(Report(id=ReportId("r"), text=WAR))
    body = msgspec.json.decode(reading.to_json())
    assert [c["confidence"] for c in body["claims"]] == [c.confidence for c in reading.claims]


def test_it_grows_with_what_the_heads_hold_likely_at_any_of_the_words_and_falls_where_only_they_found_it() -> None:
    trust = Trust(about=About(words=80, usual=7), confidence=Confidence(base=0.0, own=0.5, any=0.5, rest=0.0, alone=-1.0))
    marks = [Mark(3, "AGREE", 0.9, ()), Mark(3, "CONSULT", 0.2, ()), Mark(8, "CONSULT", 0.4, ())]
    sure = confident(Subject(10, {3: 0.9, 8: 0.4}, 1.3), trust, marks)
    assert sure.of([3], {"AGREE"}, "agree.yaml#x") == pytest.approx(0.9, abs=0.005)
    assert sure.of([3], {"AGREE"}, "agree.yaml#x") > sure.of([3], {"CONSULT"}, "x") > sure.of([3], {"AID"}, "x")
    assert sure.of([3, 8], {"CONSULT"}, "x") > sure.of([3], {"CONSULT"}, "x")
    assert sure.of([3], {"AGREE"}, "learned#0.90") < sure.of([3], {"AGREE"}, "agree.yaml#x")
    assert sure.of([5], {"AGREE"}, "x") == 0.01
