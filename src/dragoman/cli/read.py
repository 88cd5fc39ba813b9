"""``dragoman read``: reports into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    ActorsOption,
    CoderOption,
    DatesOption,
    FramesOption,
    JobsOption,
    MapOption,
    PublishedOption,
    RecordOption,
)
from dragoman.cli.output import Printer, complain
from dragoman.cli.progress import watched
from dragoman.cli.sources import SHOWN, Alike, ReadMany, open_sources

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
    dates: DatesOption = None,
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

    tally = _Tally(record)
    reports = tally.dates_of(open_sources(sources, published=published, fields=fields, dates=dates))
    reading = ReadMany(jobs, actors=actors, frames=frames, coder=coder)
    try:
        with Record(record) as kept:
            for _ in watched(fill(kept, reports, reading, again=again, tell=tally.count), what="reports"):
                pass
    except KeyboardInterrupt:
        tally.close()
        complain("interrupted; what was read is recorded, and the same command goes on from there")
        raise typer.Exit(130) from None
    tally.close()
    tally.advise()
    if tally.failed or not tally.became:
        raise typer.Exit(1 if set(tally.became) - {"failed"} else 2)


@dataclass(slots=True)
class _Tally:
    """What became of the reports that went into a record."""

    record: Path
    became: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    failed: list[Outcome] = field(default_factory=list)
    replaced: dict[str, None] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    undated: int = 0

    def dates_of(self, reports: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
        """Yield the reports, counting those with a text that have no date."""
        for report in reports:
            self.undated += getattr(report, "published", "") is None
            yield report

    def count(self, outcome: Outcome) -> None:
        """Note what became of one report."""
        self.became[outcome.became] += 1
        self.claims += outcome.claims
        if outcome.became == "failed":
            self.failed.append(outcome)
        elif outcome.reworded:
            self.replaced[outcome.id] = None
        elif outcome.wanted and outcome.became not in ("unchanged", "corrected"):
            self.renamed[outcome.id] = outcome.wanted

    def close(self) -> None:
        """Say what became of the reports, and of failures that are alike the first few."""
        failures = Alike(SHOWN)
        for outcome in self.failed:
            line = outcome.error or outcome.id
            if failures.take(line):
                complain(line)
        for line, count in failures.more():
            complain(f"{line} … and {count:,} more like it; list them with: dragoman reports --failed")
        words = {
            "read": "read",
            "replaced": "read anew over what was recorded with another text, date or id",
            "corrected": "recorded before, now with another outlet, author or address",
            "unchanged": "recorded before",
            "copy": "with the text of another",
            "failed": "not read",
        }
        parts = [f"{self.became[key]:,} {said}" for key, said in words.items() if self.became[key]]
        told = f"{', '.join(parts)}; {self.claims:,} claims" if parts else "there was no report"
        Printer().line(f"{self.record}: {told}")

    def advise(self) -> None:
        """Say what a reader would not notice before the record is asked: reports that are gone, and days that cannot be told."""
        for one in self.replaced:
            complain(f"{one}: took the place of another text with this id; if both are wanted, give them ids of their own")
        if self.renamed:
            from dragoman.record.lines import few

            some = [f"{one} (not {wanted})" for one, wanted in self.renamed.items()]
            complain(f"recorded under other ids, since other texts have theirs: {few(some)}")
        if self.undated:
            what = "1 report has" if self.undated == 1 else f"{self.undated:,} reports have"
            complain(f"{what} no date, so “on Monday” is no day there; give it with --published or --map published=COLUMN")
