"""Reports from the command line's sources and options, and who reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.cli.options import CoderName, own_folder
from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.actors import Directory
    from dragoman.claims import Failure, Reading, Report
    from dragoman.coding import Coder, Lexicon
    from dragoman.errors import Fault
    from dragoman.intake import IntakeOptions
    from dragoman.intake.dates import Order
    from dragoman.reader import Reader

SHOWN = 3
"""How many lines that say the same of different rows are shown."""
_DETAIL = re.compile(r"[0-9]+|'[^']*'")


def open_sources(
    sources: Sequence[str], *, published: str | None, fields: Sequence[str] | None, dates: Order | None = None
) -> Iterator[Report | Failure]:
    """Yield the reports of the sources, with notes of what was guessed on standard error; alike ones are counted."""
    from dragoman.intake import open_reports

    notes = Alike(SHOWN)

    def note(fault: Fault) -> None:
        if notes.take(str(fault)):
            complain(str(fault))

    options = intake_options(published=published, fields=fields, dates=dates)
    yield from open_reports(sources, options=replace(options, note=note))
    for line, count in notes.more():
        complain(f"{line} … and {count:,} more like it")


class Alike:
    """Tells which of many lines to show: of those that differ in numbers and quoted words only, the first few."""

    def __init__(self, most: int) -> None:
        """Show so many of each kind."""
        self._most = most
        self._kinds: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def take(self, line: str) -> bool:
        """Return whether to show a line."""
        kind = _DETAIL.sub("", line)
        self._kinds[kind] += 1
        self._first.setdefault(kind, line)
        return self._kinds[kind] <= self._most

    def more(self) -> Iterator[tuple[str, int]]:
        """Yield the first line of each kind that had more than were shown, and how many more."""
        for kind, count in self._kinds.items():
            if count > self._most:
                yield self._first[kind], count - self._most


def intake_options(*, published: str | None, fields: Sequence[str] | None = None, dates: Order | None = None) -> IntakeOptions:
    """Return what the command line says of how reports are taken in.

    Raises:
        BadParameter: no date, or no map of a field.
    """
    from dragoman.intake import IntakeOptions, read_date

    if published is not None and read_date(published, order=dates) is None:
        raise typer.BadParameter(f"--published {published}: is not a date; write it as 2024-04-30")
    return IntakeOptions(published=published, dates=dates, fields=_fields(fields or ()), note=lambda fault: complain(str(fault)))


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

    def __init__(self, jobs: int, *, actors: Path | None = None, frames: Path | None = None, coder: CoderName = "both") -> None:
        """Read in `jobs` processes, with folders of actors and frames over ours; a fault in them is told before any report is read."""
        self._actors = own_folder("--actors", actors)
        self._frames = own_folder("--frames", frames)
        self._jobs = jobs
        self._coder: CoderName = coder

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

            _parts(self._actors, self._frames)
            make = partial(our_reader, actors=self._actors, frames=self._frames, coders=_coders(self._coder))
            yield from read_in_parallel(every, jobs=self._jobs, make_reader=make)
        else:
            yield from reader_of(actors=self._actors, frames=self._frames, coder=self._coder).read_many(every)


def reader_of(*, actors: Path | None = None, frames: Path | None = None, coder: CoderName = "both") -> Reader:
    """Return a reader with a user's folders over ours.

    Raises:
        BadParameter: a folder is not there.
        DataError: its files have faults.
    """
    from dragoman.reader import Reader

    directory, lexicon = _parts(own_folder("--actors", actors), own_folder("--frames", frames))
    return Reader(directory=directory, lexicon=lexicon, coders=_coders(coder))


def _coders(coder: CoderName) -> Collection[Coder] | None:
    return None if coder == "both" else (coder,)


def _parts(actors: Path | None, frames: Path | None) -> tuple[Directory | None, Lexicon | None]:
    """Return the directory and lexicon with a user's folders over ours; None where ours will do."""
    from dragoman.actors import load_directory
    from dragoman.coding import load_lexicon

    return load_directory(extra=actors) if actors else None, load_lexicon(frames) if frames else None
