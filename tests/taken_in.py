"""One file taken in: what tests of intake look at."""

from __future__ import annotations

from pathlib import Path

from dragoman.claims import Failure, Report
from dragoman.intake import IntakeOptions, open_reports

BODY = "The envoys arrived on Monday, the ministry said. They will meet again before the end of the month."


def take_in(path: Path, raw: bytes, **options: object) -> Report | Failure:
    """Write a file and return the one report, or failure, that it gives."""
    path.write_bytes(raw)
    [got] = open_reports(path, options=IntakeOptions(**options))  # type: ignore[arg-type]
    return got


def error_of(got: Report | Failure) -> str:
    """Return what a failure says, which has a place first."""
    assert isinstance(got, Failure), got
    assert ": " in got.error
    return got.error
