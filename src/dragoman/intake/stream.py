"""The stream of reports that sources give."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Protocol

from dragoman.claims import Failure, Report
from dragoman.errors import InputError
from dragoman.intake.found import Found, failure
from dragoman.intake.kinds import csv_table, html, json_array, json_lines, parquet, text, unmarked
from dragoman.intake.listing import Listed, Names, list_files
from dragoman.intake.options import IntakeOptions
from dragoman.intake.settle import settle


class _Kind(Protocol):
    def __call__(self, file: Listed, options: IntakeOptions, /) -> Iterator[Found | Failure]: ...


_KINDS: Mapping[str, _Kind] = {
    suffix: kind.read for kind in (text, html, json_lines, json_array, csv_table, parquet) for suffix in kind.SUFFIXES
}


def open_reports(
    sources: Iterable[str | Path] | str | Path, *, options: IntakeOptions | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Report | Failure]:
    r"""Yield the reports of files, folders, patterns and standard input (``-``), one at a time and in a fixed order.

    Text, HTML, JSON Lines, JSON, CSV and Parquet are told by the file's suffix, which may be followed by ``.gz``; a file with
    any other suffix is read as standard input is. What cannot be read gives a failure in its place, and the stream goes on.

    Args:
        sources: names of files and folders, patterns such as ``news/**/*.html``, or ``-``; a single one needs no list.
        options: see `IntakeOptions`.
        stdin: what ``-`` reads; the process's own standard input where None.

    Example:
        >>> import io
        >>> stream = io.BytesIO(b"Talks resume in Geneva\n\nThe two sides met on Monday and will meet again.")
        >>> [report] = open_reports("-", stdin=stream)
        >>> report.id, report.title
        ('stdin', 'Talks resume in Geneva')
    """
    options = options or IntakeOptions()
    names = Names()
    for source in [sources] if isinstance(sources, str | Path) else sources:
        for found in _found(source, names, options, stdin):
            yield settle(found, options) if isinstance(found, Found) else found


def report_of(text: str, *, id: str = "text", title: str | None = None, options: IntakeOptions | None = None) -> Report | Failure:
    """Return a text at hand as a report, settled as one from a file would be.

    Example:
        >>> report_of("BEIJING, April 30, 2024 (Agency) -- The two factions met.").published
        '2024-04-30'
    """
    return settle(Found(id=id, where=id, text=text, title=title), options or IntakeOptions())


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that a folder gives, in order."""
    return tuple(sorted(_KINDS))


def _found(source: str | Path, names: Names, options: IntakeOptions, stdin: IO[bytes] | None) -> Iterator[Found | Failure]:
    if str(source) == unmarked.STANDARD_INPUT:
        stream, stem = stdin or sys.stdin.buffer, names.take("stdin")
        yield from _guarded(unmarked.read_stream(stream, where="standard input", stem=stem, options=options), stem)
        return
    for file in list_files(source, suffixes=_KINDS.keys(), names=names, note=options.note):
        if isinstance(file, Failure):
            yield file
        else:
            yield from _guarded(_KINDS.get(file.suffix, unmarked.read)(file, options), file.stem)


def _guarded(found: Iterator[Found | Failure], stem: str) -> Iterator[Found | Failure]:
    """Yield what a source gives; where it breaks off, a failure in the name of the source."""
    try:
        yield from found
    except InputError as error:
        yield failure(stem, error)
