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
        row: its line, row or place in the file, from 1; None where the file holds nothing else.
    """

    id: str
    where: str
    text: str
    title: str | None = None
    published: date | str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in the place of a report that cannot be read.

    Attributes:
        id: the report's, or one made from the source's name.
        error: why not.
    """

    id: str
    error: InputError

    def failure(self) -> Failure:
        """Return it as a value that has a JSON form."""
        return Failure(id=ReportId(self.id), error=str(self.error))
