"""How reports are taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.errors import Fault, InputError
from dragoman.intake.dates import ORDERS, Order, read_date
from dragoman.intake.wording import wording


def _unheard(_: Fault) -> None:
    """Let a note pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """Choices for reading sources; every one has a sensible default.

    Attributes:
        published: the date of reports whose source gives none: a date, or any form that `read_date` reads.
        dates: which number comes first in dates such as ``01/02/2009``: ``day-first`` or ``month-first``. Without it the order is that of
            the same file's dates that can be read in one way only, such as ``13/02/2009``, if there are any.
        outlet: the outlet of reports whose source names none.
        fields: which column holds what, for JSON, CSV and Parquet: ``{"text": "body"}`` reads the text from ``body``.
        check_language: refuse reports that are plainly not written in English.
        max_bytes: the most that one report, line or unpacked file may hold; more is refused.
        max_characters: the most that one report's text may hold. Reading takes longer than in proportion to it, and what is longer
            than a thick book is mostly an archive of many reports.
        note: called with what is worth knowing but no failure: a guessed encoding, a date that could be read in two ways.
    """

    published: date | str | None = None
    dates: Order | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    check_language: bool = True
    max_bytes: int = 64 * 1024 * 1024
    max_characters: int = 500_000
    note: Callable[[Fault], None] = _unheard

    def __post_init__(self) -> None:
        """Refuse what no source could be read with.

        Raises:
            InputError: a date that is none or could be two, an order of dates that there is not, or a field that reports do not have.
        """
        if self.dates is not None and self.dates not in ORDERS:
            raise InputError("dates", f"'{self.dates}' is no order of day and month", f"give {' or '.join(ORDERS)}")
        if isinstance(self.published, str) and read_date(self.published, order=self.dates) is None:
            raise InputError("published", f"'{self.published}' is no date, or could be two", "give it as 2009-01-31")
        for name in self.fields:
            if name not in wording().fields:
                raise InputError("fields", f"reports have no field '{name}'", f"give one of {', '.join(wording().fields)}")
