"""Reports from the command line's sources and options, and who reads them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.cli.options import CoderName
from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.actors import Directory
    from dragoman.claims import Failure, Reading, Report
    from dragoman.coding import Coder, Lexicon


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

    def __init__(self, jobs: int, *, actors: Path | None = None, frames: Path | None = None, coder: CoderName = "both") -> None:
        """Read in `jobs` processes, with folders of actors and frames over ours; a fault in them is told before any report is read."""
        for option, folder in (("--actors", actors), ("--frames", frames)):
            if folder is not None and not folder.is_dir():
                raise typer.BadParameter(f"{option} {folder}: no such folder; give one with files of your own")
        self._jobs = jobs
        self._actors = actors
        self._frames = frames
        self._coders: Collection[Coder] | None = None if coder == "both" else (coder,)

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
            make = partial(our_reader, actors=self._actors, frames=self._frames, coders=self._coders)
            yield from read_in_parallel(every, jobs=self._jobs, make_reader=make)
        else:
            from dragoman.reader import Reader

            directory, lexicon = _parts(self._actors, self._frames)
            yield from Reader(directory=directory, lexicon=lexicon, coders=self._coders).read_many(every)


def _parts(actors: Path | None, frames: Path | None) -> tuple[Directory | None, Lexicon | None]:
    """Return the directory and lexicon with a user's folders over ours; None where ours will do."""
    from dragoman.actors import load_directory
    from dragoman.coding import load_lexicon

    return load_directory(extra=actors) if actors else None, load_lexicon(frames) if frames else None
