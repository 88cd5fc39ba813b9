"""Several processes read, and the order stays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

import pytest

from dragoman.batch import read_in_parallel
from dragoman.claims import Failure, Reading, Report
from dragoman.errors import DragomanError
from dragoman.language.cores import usable


def fake_reader(threads: int) -> Callable[[Iterable[Report | Failure]], Iterator[Reading | Failure]]:
    """Return a reader that puts its process and threads into the outlet, and dies of a report that says so."""

    def read_many(reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        for report in reports:
            if isinstance(report, Failure):
                yield report
            elif report.text == "die":
                os._exit(9)
            else:
                yield Reading(report=Report(id=report.id, text=report.text, outlet=f"{os.getpid()} {threads}"))

    return read_many


def test_readings_come_in_order_from_other_processes_with_failures_in_their_place() -> None:
    reports: list[Report | Failure] = [Report(id=f"r{n}", text="x") for n in range(40)]
    reports[7] = Failure(id="r7", error="r7: empty")
    found = list(read_in_parallel(reports, jobs=2, make_reader=fake_reader))
    assert [one.report.id if isinstance(one, Reading) else one.id for one in found] == [f"r{n}" for n in range(40)]
    assert found[7] == reports[7]
    where = {str(one.report.outlet).split()[0] for one in found if isinstance(one, Reading)}
    assert str(os.getpid()) not in where
    threads = {str(one.report.outlet).split()[1] for one in found if isinstance(one, Reading)}
    assert threads == {str(max(1, usable() // 2))}


def test_reports_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def many() -> Iterator[Report]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield Report(id=f"r{n}", text="x")

    found = read_in_parallel(many(), jobs=1, make_reader=fake_reader)
    next(found)
    assert taken < 100
    found.close()  # type: ignore[attr-defined]


def test_a_process_that_dies_is_said_to_have_died() -> None:
    with pytest.raises(DragomanError, match="one of them died, perhaps for lack of memory; try fewer"):
        list(read_in_parallel([Report(id="r", text="die")], jobs=1, make_reader=fake_reader))
