"""Who is in a report, on its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragoman import actors
from dragoman.coding.places import country_of
from dragoman.errors import InputError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.claims import Report

__all__ = ["cast_of"]


def cast_of(doc: Doc, report: Report, directory: actors.Directory) -> tuple[actors.Cast, date | None]:
    """Return who is in a report, as they were on its day, and that day; None where none is told.

    Raises:
        InputError: the report's date is none.
    """
    try:
        day = date.fromisoformat(report.published[:10]) if report.published else None
    except ValueError:
        raise InputError(report.id, f"the date '{report.published}' is not in ISO 8601", "give it as 2009-01-31") from None
    return actors.cast(doc, directory, published=day, where=country_of), day
