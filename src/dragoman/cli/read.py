"""``dragoman read``: reports into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    ActorsOption,
    CoderOption,
    FramesOption,
    JobsOption,
    MapOption,
    PublishedOption,
    RecordOption,
)
from dragoman.cli.output import Printer, complain
from dragoman.cli.progress import watched
from dragoman.cli.sources import ReadMany, open_sources

if TYPE_CHECKING:
    from dragoman.claims import Failure, Report
    from dragoman.record import Outcome

NAME = "read"


def run(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCES...", help="Files, folders, patterns, or - for standard input.")],
    record: RecordOption = DEFAULT_RECORD,
    *,
    published: PublishedOption = None,
    fields: MapOption = None,
    jobs: JobsOption = 1,
    actors: ActorsOption = None,
    frames: FramesOption = None,
    coder: CoderOption = "both",
    again: Annotated[bool, typer.Option("--again", help="Read also what is recorded already, unchanged.")] = False,
) -> None:
    """Read reports into a record.

    Text, HTML, JSON Lines, JSON, CSV and Parquet are read. A report that is recorded already with the same text and date is
    passed over, and one with the text of another is noted as its copy; so the same command may be run again, after an
    interruption too. Exit status: 0 all is read, 1 something could not be, 2 nothing was, 130 interrupted.

    Example:
      dragoman read news/ --published 2024-04-30 --record mideast.duckdb
      dragoman read export.csv --map text=body --map id=doc_no
    """
    from dragoman.record import Record, fill

    undated: Counter[bool] = Counter()
    reports = _watching_dates(open_sources(sources, published=published, fields=fields), undated)
    became: Counter[str] = Counter()
    claims = 0
    failed: list[Outcome] = []
    replaced: list[str] = []

    def count(outcome: Outcome) -> None:
        nonlocal claims
        became[outcome.became] += 1
        claims += outcome.claims
        if outcome.became == "failed":
            failed.append(outcome)
        elif outcome.reworded:
            replaced.append(outcome.id)

    reading = ReadMany(jobs, actors=actors, frames=frames, coder=coder)
    try:
        with Record(record) as kept:
            for _ in watched(fill(kept, reports, reading, again=again, tell=count), what="reports"):
                pass
    except KeyboardInterrupt:
        _close(became, claims, failed, record)
        complain("interrupted; what was read is recorded, and the same command goes on from there")
        raise typer.Exit(130) from None
    _close(became, claims, failed, record)
    _advise(replaced, undated[True])
    if failed or not became:
        raise typer.Exit(1 if set(became) - {"failed"} else 2)


def _watching_dates(reports: Iterable[Report | Failure], undated: Counter[bool]) -> Iterator[Report | Failure]:
    """Yield the reports, counting those with a text that have no date."""
    for report in reports:
        undated[getattr(report, "published", "") is None] += 1
        yield report


def _advise(replaced: list[str], undated: int) -> None:
    """Say what a reader would not notice before the record is asked: reports that are gone, and days that cannot be told."""
    for one in dict.fromkeys(replaced):
        complain(f"{one}: took the place of another text with this id; if both are wanted, give them ids of their own")
    if undated:
        what = "1 report has" if undated == 1 else f"{undated:,} reports have"
        complain(f"{what} no date, so “on Monday” is no day there; give it with --published or --map published=COLUMN")


def _close(became: Counter[str], claims: int, failed: list[Outcome], record: Path) -> None:
    """Say what became of the reports, failures one by one."""
    for outcome in failed:
        complain(outcome.error or outcome.id)
    words = {
        "read": "read",
        "replaced": "read anew over another text or date of the same id",
        "unchanged": "recorded before",
        "copy": "with the text of another",
        "failed": "not read",
    }
    parts = [f"{became[key]:,} {said}" for key, said in words.items() if became[key]]
    Printer().line(
        f"{record}: {', '.join(parts) or 'there was no report'}; {claims:,} claims" if became else f"{record}: there was no report"
    )
