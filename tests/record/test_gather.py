"""What several claims tell alike is gathered; what they tell differently is not."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.record import gather, tell
from readings import talks

FIRST = tell(talks())[0]


def test_the_same_told_twice_is_one_with_two_tellings() -> None:
    other = msgspec.structs.replace(FIRST, claim="c9", voice=(), day="2024-06-01", trigger=("met",))
    (one,) = gather([FIRST, other])
    assert one.tellings == (FIRST, other)
    assert len(gather([FIRST, other], by=lambda told: told.day)) == 2


def test_words_do_not_part_what_the_same_actors_do() -> None:
    (renamed,) = (msgspec.structs.replace(party, words="the northerners") for party in FIRST.roles["actor"][:1])
    other = msgspec.structs.replace(FIRST, roles={**FIRST.roles, "actor": (FIRST.roles["actor"][1], renamed)})
    assert len(gather([FIRST, other])) == 1


@pytest.mark.parametrize("change", [{"polarity": "negative"}, {"certainty": "hypothetical"}, {"type": "AGREE"}, {"mode": ()}])
def test_what_differs_stays_apart(change: dict[str, object]) -> None:
    assert len(gather([FIRST, msgspec.structs.replace(FIRST, **change)])) == 2


def test_nobody_did_not_do_it_twice() -> None:
    nobody = msgspec.structs.replace(FIRST, roles={"actor": ()})
    assert len(gather([nobody, nobody])) == 2


def test_the_same_sentence_in_several_reports_is_one_wording_and_twice_in_one_report_is_not() -> None:
    elsewhere = msgspec.structs.replace(FIRST, report=msgspec.structs.replace(FIRST.report, id="r2"), sentence=f" {FIRST.sentence}\n")
    (one,) = gather([FIRST, elsewhere, FIRST])
    assert one.wordings == ((FIRST, elsewhere), (FIRST,))
    (one,) = gather([FIRST, msgspec.structs.replace(elsewhere, voice=())])
    assert len(one.wordings) == 2
