"""Times that complete each other: "from March to May 2003", "October 7 attack last year", "April 24 and 25"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.claims import Timex
from dragoman.coding.times.setting import Worded

_LINK = re.compile(r"\s*(?:to|and|or|through|until|till|[-–—]|,)\s*(?:from\s+|in\s+|of\s+)?", re.IGNORECASE)
_NOUNS = re.compile(r"(?:\s+[a-z][\w-]*){1,3}\s+")
_LACKING = re.compile(r"(?:\d{4}|XXXX)(-\d\d(?:-\d\d)?(?:T.*)?)")
_YEAR = re.compile(r"\d{4}")
_VERBS = frozenset({"VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One time while the report is being read.

    Attributes:
        dated: whether the words give the year themselves.
        make: how it was read.
    """

    timex: Timex
    first: int
    last: int
    worded: Worded
    dated: bool
    make: str


def with_year(worded: Worded, year: str, *, relative: bool) -> Worded:
    """Return a date without a year of its own in another year."""
    match = _LACKING.fullmatch(worded.value or "")
    if match is None:
        return worded
    return Worded(year + match[1], worded.type, relative=relative, side=worded.side)


def year_from(text: str, entries: Sequence[Entry], n: int, pos: Sequence[str]) -> tuple[str, bool] | None:
    """Return the year that the time after the n-th lends it, and whether that year needs the report's date.

    Args:
        text: the report.
        entries: all times in order.
        n: index of a time that lacks a year.
        pos: the tokens' parts of speech; empty words where nobody tagged them.
    """
    here = entries[n]
    if here.make != "date" or here.dated or n + 1 >= len(entries):
        return None
    there = entries[n + 1]
    gap, value = text[here.timex.end : there.timex.start], there.worded.value or ""
    if _LINK.fullmatch(gap) and there.make == "date" and there.dated:
        return value[:4], False
    plain = not any(tag in _VERBS for tag in pos[here.last : there.first])
    if _YEAR.fullmatch(value) and plain and there.make in ("relative", "year") and (_NOUNS.fullmatch(gap) or not gap.strip()):
        return value, there.worded.relative
    return None
