"""Reports from the command line's sources and options, and who reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.actors import Directory
    from dragoman.claims import Failure, Reading, Report


def open_sources(sources: Sequence[str], *, published: str | None, fields: Sequence[str] | None) -> Iterator[Report | Failure]:
    """Yield the reports of the sources, with notes of what was guessed on standard error."""
    from dragoman.intake import IntakeOptions, open_reports, read_date

    if published is not None and read_date(published) is None:
        raise typer.BadParameter(f"--published {published}: is not a date; write it as 2024-04-30")
    options = IntakeOptions(published=published, fields=_fields(fields or ()), note=lambda fault: complain(str(fault)))
    return open_reports(sources, options=options)


def _fields(given: Iterable[str]) -> dict[str, str]:
    """Return the field map of options such as ``text=body``."""
    fields = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not (field and equals and column):
            raise typer.BadParameter(f"--map {one}: is not FIELD=COLUMN; write for example --map text=body")
        fields[field] = column
    return fields


class ReadMany:
    """Reads reports in this process, or in several; loads the model only when the first report comes."""

    def __init__(self, jobs: int, *, actors: Path | None = None) -> None:
        """Read in `jobs` processes, with a folder of actors over ours."""
        self._jobs = jobs
        self._actors = actors

    def __call__(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Yield a reading or failure for each report, in order."""
        from itertools import chain

        incoming = iter(reports)
        first = next(incoming, None)
        if first is None:
            return
        every = chain([first], incoming)
        if self._jobs > 1:
            from dragoman.batch.pool import our_reader, read_in_parallel

            make = partial(our_reader, actors=self._actors) if self._actors else our_reader
            yield from read_in_parallel(every, jobs=self._jobs, make_reader=make)
        else:
            from dragoman.reader import Reader

            yield from (Reader(directory=_directory(self._actors)) if self._actors else Reader()).read_many(every)


def _directory(actors: Path) -> Directory:
    from dragoman.actors import load_directory

    return load_directory(extra=actors)
