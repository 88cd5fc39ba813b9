"""Reports go into a record: the known are skipped, the rest is read, whatever breaks off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman.claims import Failure, Reading, Report
from dragoman.record import Outcome, Record, fill

LONG = "The envoy arrived and the talks went on. " * 8


class FakeReader:
    """Reads a report into a reading of nothing; fails where the text says so; notes what it read."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.read: list[str] = []

    def __call__(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Read them one by one."""
        for report in reports:
            if isinstance(report, Failure):
                yield report
            elif "unreadable" in report.text:
                yield Failure(id=report.id, error=f"{report.id}: unreadable; write it anew")
            else:
                self.read.append(report.id)
                yield Reading(report=report)


def _report(key: str, text: str | None = None, *, published: str | None = None) -> Report:
    return Report(id=key, text=text or f"Text of {key}.", published=published)


def _became(outcomes: Iterable[Outcome]) -> dict[str, str]:
    return {outcome.id: outcome.became for outcome in outcomes}


def test_what_is_recorded_unchanged_is_not_read_again() -> None:
    reader = FakeReader()
    with Record() as record:
        assert _became(fill(record, [_report("a"), _report("b")], reader)) == {"a": "read", "b": "read"}
        assert _became(fill(record, [_report("a"), _report("b"), _report("c")], reader)) == {
            "a": "unchanged",
            "b": "unchanged",
            "c": "read",
        }
    assert reader.read == ["a", "b", "c"]


@pytest.mark.parametrize("changed", [_report("a", "Other text."), _report("a", published="2024-05-01")], ids=["text", "date"])
def test_a_changed_text_or_date_is_read_again(changed: Report) -> None:
    reader = FakeReader()
    with Record() as record:
        list(fill(record, [_report("a")], reader))
        assert _became(fill(record, [changed], reader)) == {"a": "replaced"}
        assert record.reading("a").report == changed


def test_again_reads_everything_again() -> None:
    reader = FakeReader()
    with Record() as record:
        list(fill(record, [_report("a")], reader))
        assert _became(fill(record, [_report("a")], reader, again=True)) == {"a": "read"}


def test_a_copy_is_never_read_also_when_its_original_is_being_read() -> None:
    reader = FakeReader()
    with Record() as record:
        outcomes = list(fill(record, [_report("a", LONG), _report("b", LONG)], reader))
        assert [(o.id, o.became, o.same_as) for o in outcomes] == [("a", "read", None), ("b", "copy", "a")]
        assert _became(fill(record, [_report("b", LONG), _report("c", LONG)], reader)) == {"b": "unchanged", "c": "copy"}
        assert _became(fill(record, [_report("c", LONG), _report("a", LONG)], reader, again=True)) == {"c": "copy", "a": "read"}
        assert record.reading("c").report.id == "a"
    assert reader.read == ["a", "a"]


def test_the_copy_of_a_report_that_fails_fails_too() -> None:
    reader = FakeReader()
    text = "unreadable " * 50
    with Record() as record:
        outcomes = list(fill(record, [_report("a", text), _report("b", text), Failure(id="f", error="f: gone; put it back")], reader))
        assert _became(outcomes) == {"a": "failed", "b": "failed", "f": "failed"}
        assert {f.id: f.error for f in record.failures()} == {
            "a": "a: unreadable; write it anew",
            "b": "b: has the text of a, which could not be read; see there",
            "f": "f: gone; put it back",
        }


def test_a_report_that_can_be_read_after_all_is_no_failure_any_more() -> None:
    with Record() as record:
        list(fill(record, [_report("a", "unreadable")], FakeReader()))
        list(fill(record, [_report("a", "Fine.")], FakeReader()))
        assert record.failures() == ()


def test_half_a_character_is_a_failure_and_the_others_go_on() -> None:
    with Record() as record:
        assert _became(fill(record, [_report("a", "\ud800"), _report("b")], FakeReader())) == {"a": "failed", "b": "read"}


def test_what_was_read_before_an_interruption_is_kept_and_the_next_run_goes_on(tmp_path: Path) -> None:
    def interrupted(reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        for n, result in enumerate(FakeReader()(reports)):
            if n == 3:
                raise KeyboardInterrupt
            yield result

    reports = [_report(f"r{n}") for n in range(6)]
    reader = FakeReader()
    with Record(tmp_path / "x.duckdb") as record:
        with pytest.raises(KeyboardInterrupt):
            list(fill(record, reports, interrupted))
        assert len(record.reports()) == 3
        list(fill(record, reports, reader))
        assert len(record.reports()) == 6
    assert reader.read == ["r3", "r4", "r5"]


def test_giving_up_the_iteration_keeps_what_was_read() -> None:
    with Record() as record:
        outcomes = fill(record, [_report(f"r{n}") for n in range(6)], FakeReader())
        next(outcomes)
        outcomes.close()  # type: ignore[attr-defined]
        assert len(record.reports()) == 1


def test_what_sources_say_of_a_report_that_is_recorded_already_is_put_together() -> None:
    plain, reader = Report(id="a", text=LONG), FakeReader()
    said = [Report(id="a", text=LONG, outlet="The Ostby Courier"), Report(id="a", text=LONG, author="A. Banda"), plain]
    with Record() as record:
        list(fill(record, [plain, Report(id="b", text=LONG)], reader))
        list(fill(record, [*said, Report(id="b", text=LONG, url="https://b.example")], reader))
        known = {one.id: (one.outlet, one.author, one.url) for one in record.known()}
    assert known == {"a": ("The Ostby Courier", "A. Banda", None), "b": (None, None, "https://b.example")}
