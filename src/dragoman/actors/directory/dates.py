"""Validity dates of the directory, as precise as they are known: ``2006``, ``2006-03``, ``2006-03-25``."""

from __future__ import annotations

import re
from datetime import date

_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def is_date(text: str) -> bool:
    """Tell whether the text is a year, a month or a day of the calendar."""
    if not _SHAPE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def holds(since: str | None, until: str | None, on: date | None) -> bool:
    """Tell whether a day lies within these dates; unknown dates and days are within.

    Example:
        >>> holds("2006-03", "2009", date(2009, 12, 31))
        True
        >>> holds("2006-03", "2009", date(2006, 2, 28))
        False
    """
    if on is None:
        return True
    day = on.isoformat()
    return (since is None or since <= day[: len(since)]) and (until is None or day[: len(until)] <= until)


def is_over(until: str | None, on: date) -> bool:
    """Tell whether what ended at a date was over before a day, as far as the date is known.

    Example:
        >>> is_over("2009-11", date(2009, 12, 31)), is_over("2009", date(2009, 12, 31))
        (True, False)
    """
    return until is not None and until < on.isoformat()[: len(until)]


def in_order(since: str | None, until: str | None) -> bool:
    """Tell whether the first date does not come after the second, as far as both are known."""
    if since is None or until is None:
        return True
    size = min(len(since), len(until))
    return since[:size] <= until[:size]
