"""One text told under several ids is counted once."""

from __future__ import annotations

import pytest

from dragoman.claims import Reading
from dragoman.record import Record
from dragoman.record.copies import fingerprint
from readings import plain, renamed, talks

LONG = "The envoy arrived. " * 20
SHORT = "The envoy arrived."


def _claims(record: Record) -> int:
    return int(str(record.sql("SELECT count(*) FROM claims").rows[0][0]))


def test_a_copy_points_to_its_original_and_its_claims_count_once() -> None:
    with Record() as record:
        record.write(talks())
        record.write(renamed(talks(), "r2"))
        assert _claims(record) == 3
        assert [(r.source.id, r.source.same_as, r.source.copies) for r in record.reports()] == [("r1", None, ("r2",)), ("r2", "r1", ())]
        assert record.reading("r2") == talks()
        assert record.has("r2")
        assert record.has(fingerprint(talks().text))
        assert record.timeline("Norland")[0].report.copies == ("r2",)


def test_copies_within_one_batch_are_found_too() -> None:
    with Record() as record:
        record.write_many([talks(), renamed(talks(), "r2"), renamed(talks(), "r3")])
        assert _claims(record) == 3


@pytest.mark.parametrize(
    ("first", "second", "copy"),
    [
        (plain("a", SHORT, published="2024-05-01"), plain("b", SHORT, published="2024-05-01T12:00:00Z"), True),
        (plain("a", SHORT, published="2024-05-01"), plain("b", SHORT, published="2024-05-09"), False),
        (plain("a", SHORT, published="2024-05-01"), plain("b", SHORT), True),
        (plain("a", LONG, published="2024-05-01"), plain("b", LONG, published="2024-05-02"), True),
        (plain("a", SHORT), plain("b", SHORT + "\n"), True),
        (plain("a", SHORT), plain("b", SHORT.upper()), False),
    ],
    ids=["same-day", "short-on-another-day", "undated", "long-on-another-day", "other-blanks", "other-words"],
)
def test_a_short_text_of_another_day_is_no_copy(first: Reading, second: Reading, copy: bool) -> None:
    with Record() as record:
        record.write_many([first, second])
        same_as = [r.source.same_as for r in record.reports() if r.source.id == "b"]
    assert same_as == ["a" if copy else None]


def test_when_the_original_changes_its_copy_keeps_the_old_reading() -> None:
    with Record() as record:
        record.write_many([talks(), renamed(talks(), "r2"), renamed(talks(), "r3")])
        record.write(plain("r1", "Corrected: there were no talks."))
        heir = record.reading("r2")
        assert heir.report.outlet == "The Copy Desk"
        assert heir.claims == talks().claims
        assert record.reading("r3") == heir
        assert record.reading("r1").text == "Corrected: there were no talks."
        assert _claims(record) == 3


def test_a_copy_that_changes_becomes_a_report_of_its_own() -> None:
    with Record() as record:
        record.write_many([talks(), renamed(talks(), "r2")])
        record.write(plain("r2", "Other words."))
        assert record.reading("r2").text == "Other words."
        assert [r.source.same_as for r in record.reports()] == [None, None]


def test_an_original_that_becomes_a_copy_takes_its_copies_along() -> None:
    with Record() as record:
        record.write_many([plain("a", SHORT, published="2024-05-01"), plain("b", SHORT, published="2024-05-09")])
        record.write(plain("c", SHORT, published="2024-05-01"))
        record.write(plain("a", SHORT, published="2024-05-09"))
        assert {r.source.id: r.source.same_as for r in record.reports()} == {"a": "b", "b": None, "c": "b"}


def test_reading_all_again_in_another_order_keeps_every_reading() -> None:
    with Record() as record:
        record.write_many([talks(), renamed(talks(), "r2")])
        record.write_many([renamed(talks(), "r2"), talks()])
        assert _claims(record) == 3
        assert record.reading("r1") == talks()


def test_a_text_with_a_date_takes_over_from_one_without() -> None:
    with Record() as record:
        record.write_many([plain("a", LONG), plain("b", LONG)])
        record.write(plain("c", LONG, published="2024-05-01"))
        assert {r.source.id: r.source.same_as for r in record.reports()} == {"a": "c", "b": "c", "c": None}
        assert record.reading("a").report.published == "2024-05-01"


def test_what_is_forgotten_leaves_its_text_to_a_copy() -> None:
    with Record() as record:
        record.write_many([talks(), renamed(talks(), "r2")])
        assert record.forget("r1") == ("r1",)
        assert _claims(record) == 3
        assert record.forget("*") == ("r2",)
        assert _claims(record) == 0
        assert record.reports() == ()
