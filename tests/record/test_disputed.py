"""What one voice affirms and another denies, and what only looks like it."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman import read
from dragoman.claims import Reading, Report
from dragoman.errors import RecordError
from dragoman.record import Dispute, Record


@cache
def reading(key: str, text: str, published: str) -> Reading:
    return read(Report(id=key, text=text, published=published))


def disputes(*texts: tuple[str, str], asked: tuple[str, ...] = (), **narrowed: object) -> tuple[Dispute, ...]:
    """Return what is disputed in reports, each with its date."""
    with Record() as record:
        record.write_many([reading(f"r{n}", text, published) for n, (published, text) in enumerate(texts, 1)])
        return record.disputed(*asked, **narrowed)  # type: ignore[arg-type]


def sides(found: tuple[Dispute, ...]) -> list[tuple[str, str]]:
    """Return the types of what is affirmed and denied first, denied ones with a mark."""
    first = [(one.affirmed[0], one.denied[0]) for one in found]
    return [(a.type, f"{'not ' if d.polarity == 'negative' else ''}{d.type}") for a, d in first]


IN_ONE = {
    "Chad said Sudan had bombed three villages. Sudan denied the claim.": [("ASSAULT", "REJECT")],
    "Chad accused Sudan of arming the rebels, which Khartoum denies.": [("AID", "REJECT")],
    "Rwanda backs the M23 rebels, Congo's president said. Rwanda has dismissed the allegations.": [("SUPPORT", "REJECT")],
    "Mali's foreign minister denied Algeria's claim that Mali had closed the border.": [("COERCE", "REJECT")],
    "Ethiopia has agreed to withdraw, the mediator said. Ethiopia denied that it had agreed to withdraw.": [("AGREE", "not AGREE")],
    "Armenia says Azerbaijani troops shelled two villages. Azerbaijan denies any involvement.": [("ASSAULT", "REJECT")],
    "Eritrea attacked Ethiopia, Kenya's envoy said, but Sudan says Eritrea did not attack Ethiopia.": [("ASSAULT", "not ASSAULT")],
    "Chad said that Libya had held talks with the rebels. Libya denied it.": [("CONSULT", "REJECT")],
}
NOTHING = [
    "Chad asked for a loan. The bank denied the request.",
    "Journalists asked for visas. Sudan denied them entry.",
    "Qatar said that Hamas would return to the talks. Israel rejected the proposal.",
    "Chad said that its troops had withdrawn. Sudan said that its own had not attacked Chad.",
    "Norway said that it had met the rebels. Sweden has not met them.",
    "Ethiopia did not attack Eritrea in May. Ethiopia attacked Eritrea in 1998, a historian said.",
    "Sudan denied that it had attacked Chad.",
    "Sudan's army denied that its forces had fired and accused Chad of violating the truce.",
    "A court dismissed the charges against the minister, who had been arrested by the police, his lawyer said.",
]


@pytest.mark.parametrize("text", IN_ONE)
def test_what_is_denied_after_another_has_said_it_is_disputed(text: str) -> None:
    assert sides(disputes(("2024-05-04", text))) == IN_ONE[text]


@pytest.mark.parametrize("text", NOTHING)
def test_a_refusal_another_event_and_a_lone_denial_are_no_dispute(text: str) -> None:
    assert disputes(("2024-05-04", text)) == ()


HELD = "Iran and the United States have held talks in Oman, President Donald Trump said."
NOT_HELD = "Iran has not held talks with the United States, a spokesman for the Iranian Foreign Ministry said."
TRUCE = "Israel and Islamic Jihad have agreed to a ceasefire, Egyptian officials said."
NO_TRUCE = "Islamic Jihad fired rockets at Israel. No ceasefire existed, a military spokesman said."
SWAP = "Chad and Sudan have agreed to swap prisoners, a mediator said."
APART = [
    (("2024-05-04", HELD), ("2024-05-06", NOT_HELD), [("CONSULT", "not CONSULT")]),
    (("2024-05-04", HELD), ("2024-06-06", NOT_HELD), []),
    (("2024-05-04", NOT_HELD), ("2024-05-09", HELD), []),
    (("2024-05-04", HELD), ("2024-05-06", NOT_HELD.replace("has not held", "will not hold")), []),
    (("2024-05-04", HELD), ("2024-05-06", NOT_HELD.replace("with the United States", "with Sudan")), []),
    (("2024-05-04", SWAP), ("2024-05-06", "Chad denied that it had agreed to a swap of prisoners with Sudan."), [("AGREE", "not AGREE")]),
    (("2024-05-04", SWAP), ("2024-05-06", "Chad denied that it had agreed to open a border post."), []),
    (("2011-10-30", TRUCE), ("2011-10-31", NO_TRUCE), [("RETREAT", "not RETREAT")]),
    (("2011-10-30", TRUCE), ("2011-10-31", NO_TRUCE.replace("Islamic Jihad fired rockets at Israel", "Rebels shelled Khartoum")), []),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), APART)
def test_reports_dispute_what_is_of_the_same_parties_and_days(
    earlier: tuple[str, str], later: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert sides(disputes(earlier, later)) == expected


def test_a_dispute_holds_all_who_affirm_and_deny_by_day() -> None:
    again = ("2024-05-07", 'Trump insisted: "Iran and the United States have held very good talks in Oman."')
    (found,) = disputes(("2024-05-06", NOT_HELD), ("2024-05-04", HELD), again)
    assert [one.report.id for one in found.affirmed] == ["r2", "r3"]
    assert [one.report.id for one in found.denied] == ["r1"]


BOMBED = "Chad said Sudan had bombed three villages. Sudan denied the claim."
REPORTS = (("2024-05-04", HELD), ("2024-05-06", NOT_HELD), ("2024-07-01", BOMBED))


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ((), ["CONSULT", "ASSAULT"]),
        (("Iran",), ["CONSULT"]),
        (("United States",), ["CONSULT"]),
        (("Donald Trump", "Iran"), ["CONSULT"]),
        (("Sudan", "Chad"), ["ASSAULT"]),
        (("Sudan", "Iran"), []),
    ],
)
def test_disputes_are_asked_for_by_who_has_a_part_or_a_say_in_them(asked: tuple[str, ...], types: list[str]) -> None:
    assert [one.affirmed[0].type for one in disputes(*REPORTS, asked=asked)] == types


def test_officials_of_one_report_are_not_those_of_another() -> None:
    officials = ("2024-07-01", "Officials said Chad had bombed three villages. Chad denied the claim.")
    others = ("2024-07-03", "Germany closed two schools, officials said.")
    assert len(disputes(officials, others)) == len(disputes(officials, others, asked=("Chad",))) == 1
    assert disputes(officials, others, asked=("Germany",)) == ()


def test_disputes_are_narrowed_by_type_date_and_confidence() -> None:
    def types(**narrowed: object) -> list[str]:
        return [one.affirmed[0].type for one in disputes(*REPORTS, **narrowed)]

    assert types(types=["consult"]) == ["CONSULT"]
    assert types(since="2024-06") == types(types=["ASSAULT"]) == ["ASSAULT"]
    assert types(until="2024-05") == types(since="2024-05-05", until="2024-05-06") == ["CONSULT"]
    assert types(confidence=1) == []
    with pytest.raises(RecordError, match="is no type"):
        types(types=["CONSULTT"])
