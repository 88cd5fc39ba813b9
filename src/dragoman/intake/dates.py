"""Dates as sources write them, as ISO 8601; what can be read in two ways is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Literal, TypeAlias

from dragoman.intake.wording import wording

Order: TypeAlias = Literal["day-first", "month-first"]
"""Whether ``01/02/2009`` is the first of February or the second of January."""
ORDERS: tuple[Order, ...] = ("day-first", "month-first")

_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?|\d{8}(?:T.+)?")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}.*")


def read_date(words: str, *, order: Order | None = None) -> str | None:
    """Return a date or date-time in ISO 8601, or None where the words are no date or could be two.

    ``01/02/2009`` could be two, ``13/02/2009`` could not. A weekday that the date does not fall on makes it unreadable.

    Args:
        words: the date's.
        order: which number comes first where both could be months.

    Example:
        >>> read_date("Thursday, January 8, 2009"), read_date("01/02/2009"), read_date("01/02/2009", order="day-first")
        ('2009-01-08', None, '2009-02-01')
    """
    words = " ".join(words.split())
    try:
        if _ISO.fullmatch(words):
            return _from_iso(words)
        if match := _YEAR_FIRST.fullmatch(words):
            return date(*map(int, match.groups())).isoformat()
        if match := _NUMBERS.fullmatch(words):
            return _from_numbers(*map(int, match.groups()), order=order)
        if _MAIL.fullmatch(words):
            return parsedate_to_datetime(words).isoformat()
        if match := date_pattern(rest=True).fullmatch(words):
            return date_of(match)
    except ValueError:
        pass
    return None


@cache
def date_pattern(*, rest: bool = False) -> re.Pattern[str]:
    """Return the pattern of a date with a month's name and a year, for `date_of`.

    Args:
        rest: allow a time of day after it, which is left out.
    """
    known = wording()
    month = "|".join(sorted(known.months, key=len, reverse=True))
    weekday = "|".join(sorted(known.weekdays, key=len, reverse=True))
    day = r"(\d{1,2})(?:st|nd|rd|th)?"
    tail = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}.*|,? \d{1,2} [ap]\.?m\b.*)?" if rest else ""
    return re.compile(
        rf"(?:(?P<weekday>{weekday})\b\.?,? )?"
        rf"(?:(?P<m1>{month})\b\.? {day},? |{day} (?:of )?(?P<m2>{month})\b\.?,? )(?P<year>\d{{4}})\b{tail}",
        re.IGNORECASE,
    )


def date_of(match: re.Match[str]) -> str | None:
    """Return what a match of `date_pattern` says, or None where there is no such day, or it is another weekday."""
    known = wording()
    month = known.months[(match["m1"] or match["m2"]).lower()]
    numbers = [int(group) for group in match.groups() if group and group.isdigit()]
    try:
        day = date(int(match["year"]), month, numbers[0])
    except ValueError:
        return None
    weekday = match["weekday"]
    if weekday and known.weekdays[weekday.lower()] != day.weekday():
        return None
    return day.isoformat()


def _from_iso(words: str) -> str:
    moment = datetime.fromisoformat(words)
    has_time = len(words) > len("2009-01-08")
    return moment.isoformat() if has_time else moment.date().isoformat()


def could_be_two(words: str) -> bool:
    """Return whether words are a date in numbers, either of which may be the month: ``01/02/2009``."""
    match = _NUMBERS.fullmatch(words.strip())
    return match is not None and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12


def order_of(dates: Iterable[str]) -> tuple[Order, str] | None:
    """Return which number comes first in dates of one column, and the first that tells; None where none does, or they disagree.

    Example:
        >>> order_of(["01/02/2009", "13/02/2009"])
        ('day-first', '13/02/2009')
    """
    told: dict[Order, str] = {}
    for words in dates:
        if match := _NUMBERS.fullmatch(words.strip()):
            first, second = int(match[1]), int(match[2])
            if first > 12 or second > 12:
                told.setdefault("day-first" if first > 12 else "month-first", words.strip())
    return next(iter(told.items())) if len(told) == 1 else None


def _from_numbers(first: int, second: int, year: int, *, order: Order | None) -> str | None:
    """Return a date whose order of day and month follows from the numbers themselves, or else from `order`."""
    if first == second or second > 12 or (order == "month-first" and first <= 12):
        return date(year, first, second).isoformat()
    if first > 12 or order == "day-first":
        return date(year, second, first).isoformat()
    return None
