"""Reports from the command line's sources and options, and who reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from dragoman.cli.output import complain

if TYPE_CHECKING:
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

    def __init__(self, jobs: int) -> None:
        """Read in `jobs` processes."""
        self._jobs = jobs

    def __call__(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Yield a reading or failure for each report, in order."""
        from itertools import chain

        incoming = iter(reports)
        first = next(incoming, None)
        if first is None:
            return
        every = chain([first], incoming)
        if self._jobs > 1:
            from dragoman.batch import read_in_parallel

            yield from read_in_parallel(every, jobs=self._jobs)
        else:
            from dragoman.reader import Reader

            yield from Reader().read_many(every)
