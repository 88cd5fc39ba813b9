"""Ctrl-C in the middle of a query or of writing: it is an interruption like any other, and nothing that was read is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import duckdb
import pytest

from dragoman.claims import Failure, Reading, Report
from dragoman.record import Record, fill
from dragoman.record.database import said_plainly
from readings import plain

REPORTS = [Report(id=f"r{n}", text=f"Report number {n} of those that are read here.") for n in range(5)]


def _read_many(reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
    for report in reports:
        yield report if isinstance(report, Failure) else plain(report.id, report.text)


@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), duckdb.InterruptException("INTERRUPT Error: Interrupted!")])
def test_a_query_that_is_interrupted_is_an_interruption(error: Exception) -> None:
    with pytest.raises(KeyboardInterrupt), said_plainly(Path("r.duckdb")):
        raise error
    with pytest.raises(RuntimeError, match="something else"), said_plainly(Path("r.duckdb")):
        raise RuntimeError("something else")


def test_what_was_read_is_recorded_although_writing_it_was_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("dragoman.record.fill"), "_BATCH", 2)
    put, calls = Record.put, 0

    def interrupted_once(self: Record, **what: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        put(self, **what)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "put", interrupted_once)
    with Record(tmp_path / "r.duckdb") as record:
        with pytest.raises(KeyboardInterrupt):
            list(fill(record, REPORTS, _read_many))
        assert [one.source.id for one in record.reports()] == ["r0", "r1", "r2", "r3"]
        assert [one.became for one in fill(record, REPORTS, _read_many)] == ["unchanged"] * 4 + ["read"]
