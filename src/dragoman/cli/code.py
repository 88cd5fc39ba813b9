"""``dragoman code``: reports to readings, a line for a line, without a record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import ActorsOption, CoderOption, DatesOption, FramesOption, JobsOption, MapOption, PublishedOption
from dragoman.cli.output import complain
from dragoman.cli.progress import watched
from dragoman.cli.sources import ReadMany, open_sources

if TYPE_CHECKING:
    from dragoman.claims import Failure, Reading

NAME = "code"


def run(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCES...", help="As for read; standard input where none is given.")
    ] = None,
    *,
    published: PublishedOption = None,
    fields: MapOption = None,
    dates: DatesOption = None,
    jobs: JobsOption = 1,
    actors: ActorsOption = None,
    frames: FramesOption = None,
    coder: CoderOption = "both",
) -> None:
    """Read reports and print each reading as a line of JSON, without a record.

    Lines out answer reports in, in order and under their ids; one that could not be read has its error in its place.
    Exit status: 0 all is read, 1 something could not be, 2 nothing was.

    Example:
      dragoman code news.jsonl > readings.jsonl
      cat report.txt | dragoman code --published 2024-04-30
    """
    from dragoman.exchange import write_lines

    if not sources and sys.stdin.isatty():
        raise typer.BadParameter("no sources; name files, or pipe reports into standard input")
    reports = open_sources(sources or ["-"], published=published, fields=fields, dates=dates)
    counted = _Failures(watched(ReadMany(jobs, actors=actors, frames=frames, coder=coder)(reports), what="reports"))
    lines = write_lines(counted, sys.stdout)
    if counted.count:
        complain(f"{counted.count:,} of {lines:,} reports could not be read; their lines say why")
    if counted.count or not lines:
        raise typer.Exit(1 if lines > counted.count else 2)


class _Failures:
    """Passes readings on and counts the failures among them."""

    def __init__(self, readings: Iterable[Reading | Failure]) -> None:
        self._readings = readings
        self.count = 0

    def __iter__(self) -> Iterator[Reading | Failure]:
        from dragoman.claims import Failure

        for reading in self._readings:
            self.count += isinstance(reading, Failure)
            yield reading
