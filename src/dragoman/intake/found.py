"""What a source gives for one report, before its text and date are settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.claims import Failure, ReportId
from dragoman.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One report as its source gives it.

    Attributes:
        id: the given one, or one made from the file's name.
        where: the file, or file and line, as it is named in errors.
        published: a date or the words of one.
    """

    id: str
    where: str
    text: str
    title: str | None = None
    published: date | str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None


def failure(report: str, error: InputError) -> Failure:
    """Return the failure that stands in a report's place."""
    return Failure(id=ReportId(report), error=str(error))
