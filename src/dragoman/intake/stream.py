"""The stream of reports that sources give."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Protocol

import msgspec

from dragoman.claims import Failure, Report
from dragoman.errors import InputError
from dragoman.intake.dates import read_date
from dragoman.intake.found import Found, Refused
from dragoman.intake.kinds import csv_table, html, json_array, json_lines, parquet, text, unmarked
from dragoman.intake.listing import Listed, Names, list_files
from dragoman.intake.options import IntakeOptions
from dragoman.intake.settle import settle


class _Kind(Protocol):
    def __call__(self, file: Listed, options: IntakeOptions, /) -> Iterator[Found | Refused]: ...


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
    for one in taken_in(sources, options=options, stdin=stdin):
        yield one.failure() if isinstance(one, Refused) else one


def taken_in(
    sources: Iterable[str | Path] | str | Path, *, options: IntakeOptions | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Report | Refused]:
    """Yield what `open_reports` yields, with the error itself in the place of a report that cannot be read."""
    options = options or IntakeOptions()
    names = Names()
    for source in [sources] if isinstance(sources, str | Path) else sources:
        for file, found in _found(source, names, options, stdin):
            yield _settled(found, options, file=file) if isinstance(found, Found) else found


def report_of(text: str, *, id: str = "text", title: str | None = None, options: IntakeOptions | None = None) -> Report | Failure:
    """Return a text at hand as a report, settled as one from a file would be.

    Example:
        >>> report_of("BEIJING, April 30, 2024 (Agency) -- The two factions met.").published
        '2024-04-30'
    """
    got = _settled(Found(id=id, where=id, text=text, title=title), options or IntakeOptions())
    return got.failure() if isinstance(got, Refused) else got


def checked_report(text: str, *, title: str | None = None, options: IntakeOptions | None = None) -> Report:
    """Return a text at hand as a report, as `report_of` does.

    Raises:
        LanguageRefused: it is not written in English.
        UnreadableFile: it is empty, longer than it may be, or holds what no text holds.
    """
    return settle(Found(id="text", where="text", text=text, title=title), options or IntakeOptions())


def dated(report: Report, options: IntakeOptions) -> Report:
    """Return a report with the date of the options, where it has none of its own."""
    if report.published is not None or options.published is None:
        return report
    day = options.published if isinstance(options.published, str) else options.published.isoformat()
    return msgspec.structs.replace(report, published=read_date(day, order=options.dates))


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that a folder gives, in order."""
    return tuple(sorted(_KINDS))


def _found(source: str | Path, names: Names, options: IntakeOptions, stdin: IO[bytes] | None) -> Iterator[tuple[str, Found | Refused]]:
    """Yield what a source gives, with the file that it stands in."""
    if str(source) == unmarked.STANDARD_INPUT:
        stream, stem = stdin or sys.stdin.buffer, names.take("stdin")
        for found in _guarded(unmarked.read_stream(stream, where="standard input", stem=stem, options=options), stem):
            yield unmarked.STANDARD_INPUT, found
        return
    for file in list_files(source, suffixes=_KINDS.keys(), names=names, note=options.note):
        if isinstance(file, Refused):
            yield "", file
            continue
        path = str(file.path.absolute())
        for found in _guarded(_KINDS.get(file.suffix, unmarked.read)(file, options), file.stem):
            yield path, found


def _settled(found: Found, options: IntakeOptions, *, file: str | None = None) -> Report | Refused:
    """Return the report, or why there is none."""
    try:
        return settle(found, options, file=file)
    except InputError as error:
        return Refused(found.id, error)


def _guarded(found: Iterator[Found | Refused], stem: str) -> Iterator[Found | Refused]:
    """Yield what a source gives; where it breaks off, why, in the name of the source."""
    try:
        yield from found
    except InputError as error:
        yield Refused(stem, error)
