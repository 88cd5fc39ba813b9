"""TIMEX3 values and the calendar: what span of days a value covers, and values so many units away from a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")
_PARTS = {
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}
_NAMES = {"Q": "quarter", "H": "month", "S": "season", "F": "season", "W": "season"}
_YEAR_NAMES = {4: "year", 3: "decade", 2: "century"}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
DAYS_OF = {"D": 1, "W": 7, "WE": 7}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both within, and how finely they are told."""

    start: date
    end: date
    precision: str


def interval(value: str) -> Interval | None:
    """Return the days that a TIMEX3 value of type DATE or TIME covers; None where it names none.

    Example:
        >>> interval("2024-Q1")
        Interval(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 3, 31), precision='quarter')
        >>> interval("199").end, interval("XXXX-04-30")
        (datetime.date(1999, 12, 31), None)
    """
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


def _interval(value: str) -> Interval | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return Interval(day, day, "time" if "T" in value and value[11:12].isdigit() else "day")
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1, "month")
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Interval(monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6), "day" if match[3] else "week")
    if match := _PART.fullmatch(value):
        month, count = _PARTS[match[2]]
        return _months(int(match[1]), month, count, _NAMES[match[2][0]])
    if _YEARS.fullmatch(value) and int(value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return Interval(date(first, 1, 1), date(first + years - 1, 12, 31), _YEAR_NAMES[len(value)])
    return None


def _months(year: int, month: int, count: int, precision: str) -> Interval:
    last = add_months(date(year, month, 1), count - 1)
    return Interval(date(year, month, 1), last.replace(day=monthrange(last.year, last.month)[1]), precision)


def add_months(day: date, count: int) -> date:
    """Return the day so many months on, the last of the month where it is shorter."""
    index = min(max(day.year * 12 + day.month - 1 + count, MINYEAR * 12), MAXYEAR * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def move(day: date, count: float, unit: str) -> date:
    """Return the day so many units (TIMEX3 codes; E decade, C century) on; at the edge of the calendar, the edge."""
    try:
        if unit in MONTHS_OF:
            return add_months(day, round(count * MONTHS_OF[unit]))
        return day + timedelta(days=count * DAYS_OF.get(unit, 0))
    except OverflowError:
        return date.max if count > 0 else date.min


def value_at(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the unit of time that a day lies in.

    Example:
        >>> [value_at(date(2024, 5, 1), unit) for unit in ("D", "W", "WE", "M", "Q", "Y", "E", "C")]
        ['2024-05-01', '2024-W18', '2024-W18-WE', '2024-05', '2024-Q2', '2024', '202', '20']
    """
    week = day.isocalendar()
    forms = {
        "W": f"{week.year:04d}-W{week.week:02d}",
        "WE": f"{week.year:04d}-W{week.week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year:04d}"[:3],
        "C": f"{day.year:04d}"[:2],
    }
    return forms.get(unit, day.isoformat())


def feast(rule: str, year: int) -> date:
    """Return the day of a feast in a year, from ``MM-DD``, ``MM-weekday#n[+days]`` or ``easter±days``.

    Example:
        >>> feast("easter-2", 2024), feast("11-4#4", 2024), feast("05-1#-1", 2024), feast("12-25", 2024)
        (datetime.date(2024, 3, 29), datetime.date(2024, 11, 28), datetime.date(2024, 5, 27), datetime.date(2024, 12, 25))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    month, _, rest = rule.partition("-")
    if "#" not in rest:
        return date(year, int(month), int(rest))
    weekday, _, nth = rest.partition("#")
    count, _, extra = nth.partition("+")
    first = date(year, int(month), 1)
    days = [first + timedelta(days=n) for n in range(monthrange(year, int(month))[1])]
    of_weekday = [d for d in days if d.isoweekday() == int(weekday)]
    n = int(count)
    return of_weekday[n - 1 if n > 0 else n] + timedelta(days=int(extra or 0))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
