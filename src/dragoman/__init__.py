"""Dragoman reads news reports into a sourced record: who did, said and agreed what, according to whom.

This is the door. The nouns are light; the reading model, the record and everything else load when first used.

    >>> import dragoman
    >>> reading = dragoman.read("Norland and the Red Front held talks on Monday.")  # doctest: +SKIP
    >>> for claim in reading.claims:  # doctest: +SKIP
    ...     print(claim.type)
    CONSULT
"""

from __future__ import annotations

from functools import cache as _cache
from importlib import import_module as _import_module
from pathlib import Path as _Path
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

if _TYPE_CHECKING:
    from collections.abc import Iterator as _Iterator

    from dragoman.claims import (
        Actor,
        Claim,
        Count,
        Failure,
        Mention,
        Place,
        Reading,
        Report,
        Span,
        Statement,
        TimeValue,
        Timex,
    )
    from dragoman.errors import DragomanError, InputError, ReadingError, RecordError
    from dragoman.from_json import reading_from_json
    from dragoman.intake import IntakeOptions
    from dragoman.reader import Reader
    from dragoman.record import Record

_HOMES = {
    "claims": (
        "Actor",
        "Claim",
        "Count",
        "Failure",
        "Mention",
        "Place",
        "Reading",
        "Report",
        "Span",
        "Statement",
        "TimeValue",
        "Timex",
    ),
    "errors": ("DragomanError", "InputError", "ReadingError", "RecordError"),
    "from_json": ("reading_from_json",),
    "reader": ("Reader",),
    "record": ("Record",),
}

__all__ = [
    "Actor",
    "Claim",
    "Count",
    "DragomanError",
    "Failure",
    "InputError",
    "Mention",
    "Place",
    "Reader",
    "Reading",
    "ReadingError",
    "Record",
    "RecordError",
    "Report",
    "Span",
    "Statement",
    "TimeValue",
    "Timex",
    "read",
    "read_files",
    "reading_from_json",
]


def read(source: str | _Path | Report, *, published: str | None = None, title: str | None = None) -> Reading:
    """Return the reading of one report.

    Args:
        source: the report's text; or a `Path` to a file that holds one report; or a `Report`.
        published: its date, where the source gives none; relative times ("on Monday") are counted from it.
        title: a text's headline, where it does not begin with it.

    Raises:
        LanguageRefused: it is not written in English.
        UnreadableFile: it is empty, or the file is not there or cannot be read.
        InputError: the text is the name of a file, or the file holds several reports.

    Example:
        >>> dragoman.read(Path("report.txt"), published="2024-04-30")  # doctest: +SKIP
    """
    from dragoman.claims import Report
    from dragoman.errors import InputError
    from dragoman.intake import IntakeOptions, dated

    if title is not None and not isinstance(source, str):
        raise InputError("title", "is for a text alone; a file or a Report has its own", "leave it out")
    options = IntakeOptions(published=published)
    report = dated(source, options) if isinstance(source, Report) else _one_report(source, title, options)
    return _reader().read(report)


def read_files(*sources: str | _Path, published: str | None = None) -> _Iterator[Reading | Failure]:
    """Yield a reading for each report of files, folders or patterns, in order; a `Failure` for one that cannot be read.

    Args:
        sources: names of text, HTML, JSON Lines, JSON, CSV or Parquet files, of folders, or patterns such as ``news/*.txt``.
        published: the date of reports whose source gives none.

    Example:
        >>> for reading in dragoman.read_files("news/"):  # doctest: +SKIP
        ...     print(reading.to_json())
    """
    from dragoman.intake import IntakeOptions, open_reports

    return iter(_reader().read_many(open_reports(list(sources), options=IntakeOptions(published=published))))


def _one_report(source: str | _Path, title: str | None, options: IntakeOptions) -> Report:
    """Return a text, or what stands in a file, as a report."""
    from dragoman.errors import InputError
    from dragoman.intake import Refused, checked_report, taken_in

    if isinstance(source, str):
        if _names_a_file(source):
            raise InputError(source, "is the name of a file, not a text", f"give Path({source!r}), or read_files({source!r})")
        return checked_report(source, title=title, options=options)
    reports = taken_in(source, options=options)
    first = next(reports, None)
    if first is None:
        raise InputError(str(source), "holds no report", "give a file with text")
    if isinstance(first, Refused):
        raise first.error
    if next(reports, None) is not None:
        raise InputError(str(source), "holds several reports", f"read them with read_files({str(source)!r})")
    return first


def _names_a_file(text: str) -> bool:
    """Return whether somebody gave a file's name where a text is meant, be the file there or not."""
    from dragoman.intake import suffixes

    try:
        there = len(text) < 4096 and "\n" not in text and _Path(text).is_file()
    except (OSError, ValueError):
        there = False
    return there or (len(text.split()) == 1 and text.strip().lower().removesuffix(".gz").endswith(("/", *suffixes())))


@_cache
def _reader() -> Reader:
    """Return the reader that all calls share: loading the model takes longer than reading a report."""
    from dragoman.reader import Reader

    return Reader()


def _version() -> str:
    """Return the version that is installed; loading what knows it takes a while, so nobody else asks."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0+unknown"


def __getattr__(name: str) -> _Any:
    """Load the part that holds `name` (PEP 562)."""
    if name == "__version__":
        return _version()
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(_import_module(f"dragoman.{home}"), name)


def __dir__() -> list[str]:
    """Return the names that are meant to be used."""
    return sorted(__all__)
