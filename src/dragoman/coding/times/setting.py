"""What a time's words are read against, and what comes of reading them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.claims import TimexType
from dragoman.coding.numbers.numbers import parse
from dragoman.coding.times.calendar import interval
from dragoman.coding.times.grammar import Rule, Worth

Direction = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where a time stands.

    Attributes:
        published: the report's date.
        direction: -1 where the clause tells of the past, 1 of the future, 0 where it does not say.
        reference: the last TIMEX3 value of a day or longer that the text named before.
        quarter: the last quarter (or part of a year) that it named.
        years: month and day to the year that the text gave them.
        year: the year named before in the same sentence.
        past: the year, long past, of the last date that the paragraph gave in full, as long as nothing of today came after.
        before: the lower-cased word before.
    """

    published: date | None
    direction: Direction = 0
    reference: str | None = None
    quarter: str | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    year: int | None = None
    past: int | None = None
    before: str = ""

    @property
    def reference_day(self) -> date | None:
        """The first day of the time that the text spoke of last, else the report's date."""
        found = interval(self.reference) if self.reference else None
        return found.start if found else self.published


@dataclass(frozen=True, slots=True)
class Worded:
    """What a time's words come to.

    Attributes:
        value: TIMEX3; None where it cannot be told.
        relative: whether the report's date was needed.
        side: ``BEFORE`` or ``AFTER`` where only the part of the time up to, or from, the report's date is meant.
        within: -1 for "the past two weeks", 1 for "the next two weeks": a duration that touches the report's date.
        aside: whether it is named only to compare with, so that the text goes on from the time before.
    """

    value: str | None
    type: TimexType = "DATE"
    relative: bool = False
    side: str | None = None
    within: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one match."""

    match: re.Match[str]
    rule: Rule

    def raw(self, name: str) -> str | None:
        """Return the words in a slot; None where it is empty."""
        return self.match.group(name) if name in self.match.re.groupindex else None

    def worth(self, name: str) -> Worth | None:
        """Return what the words in a slot are worth; None where it is empty."""
        words = self.raw(name)
        return self.rule.slots[name].of(words) if words is not None and name in self.rule.slots else None

    def whole(self, name: str) -> int | None:
        """Return the worth of a slot as a whole number."""
        worth = self.worth(name)
        if isinstance(worth, int):
            return worth
        words = self.raw(name)
        return int(words) if words and words.isdigit() else None

    def code(self, *names: str) -> str | None:
        """Return the worth of the first filled slot as a code (of a unit, season, part of the day)."""
        for name in names:
            worth = self.worth(name)
            if worth is not None:
                return str(worth)
        return None

    def number(self, name: str) -> float | None:
        """Return the number in a slot, in words or figures."""
        words = self.raw(name)
        if words is None:
            return None
        half = 0.5 if words.lower().endswith("and a half") else 0.0
        body = words[: -len("and a half")] if half else words
        if body.strip().lower() in ("a", "an"):
            return 1.0 + half
        found = parse(body.replace("-", " "))
        return None if found is None else found + half

    @property
    def year(self) -> int | None:
        """The year that the words themselves give."""
        if (four := self.raw("y")) is not None:
            return int(four)
        if (short := self.raw("y4")) is not None:
            return int(short) if len(short) == 4 else int(short) + (1900 if int(short) >= 50 else 2000)
        return _spoken_year(words) if (words := self.raw("yw")) is not None else None

    @property
    def text(self) -> str:
        """The words, lower-cased and with single blanks."""
        return " ".join(self.match.group().lower().split())

    @property
    def side(self) -> str | None:
        """``BEFORE`` for "earlier", ``AFTER`` for "later"."""
        worth = self.worth("early")
        return str(worth) if worth in ("BEFORE", "AFTER") else None


def _spoken_year(words: str) -> int | None:
    """Return 1996 for "nineteen ninety-six" and 2005 for "two thousand and five"."""
    parts = words.lower().replace("-", " ").split()
    if "thousand" in parts:
        found = parse(" ".join(parts))
        return int(found) if found else None
    century, rest = parse(parts[0]), parse(" ".join(parts[1:])) if parts[1:] != ["hundred"] else 0.0
    return int(century * 100 + rest) if century is not None and rest is not None else None
