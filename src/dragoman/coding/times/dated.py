"""Times that name a place in the calendar: dates, weekdays, quarters, seasons, years, decades, feasts."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dragoman.coding.times.calendar import feast, interval, move, value_at
from dragoman.coding.times.setting import Setting, Slots, Worded

_HALVES = {"first": "H1", "second": "H2", "last": "H2", "latter": "H2"}
# Nobody leaves the year out where another day of that name is nearer than so many days.
_NEAR = 60
_NEVER = 10**7
_PLURAL = re.compile(r"\s+[a-z]+s\b")
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def whole_date(slots: Slots, setting: Setting) -> Worded | None:
    """Read a date with a month, with or without day and year."""
    month = slots.whole("month") or slots.whole("m")
    day = slots.whole("d") or slots.whole("ordinal")
    if month is None:
        return _day_of_month(slots, setting, day)
    if day is not None and not _exists(2000, month, day):
        return None
    year = slots.year
    relative = year is None and setting.years.get((month, day or 0), setting.year if setting.direction <= 0 else None) is None
    if year is None:
        year = _year_of(slots, setting, month, day)
    tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    part = slots.code("part")
    value = ("XXXX" if year is None else f"{year:04d}") + tail + (f"T{part}" if part else "")
    return Worded(value, "TIME" if part else "DATE", relative=relative and year is not None)


def _day_of_month(slots: Slots, setting: Setting, day: int | None) -> Worded | None:
    """Read "Friday the 13th": the nearest month whose day it is."""
    weekday = slots.whole("wday")
    if setting.published is None or day is None:
        return Worded(None)
    near = [setting.published + timedelta(days=n * (1 if setting.direction > 0 else -1)) for n in range(200)]
    found = next((d for d in near if d.day == day and d.isoweekday() == weekday), None)
    return Worded(found.isoformat(), relative=True) if found else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year_of(slots: Slots, setting: Setting, month: int, day: int | None) -> int | None:
    """Return the year of a date that does not say it; None where the report's date is unknown too."""
    published = setting.published
    rel, ref = slots.whole("rel"), slots.whole("ref")
    by_year = "year" in slots.text
    if day and (month, day) in setting.years and rel is None:
        return setting.years[month, day]
    if published is None:
        return setting.year if rel is None and ref is None else None
    if ref is not None:
        day_before = setting.reference_day or published
        return day_before.year + (ref if by_year else 0)
    if rel is not None and by_year:
        return published.year + rel
    if rel is None and setting.year is not None and not (setting.direction > 0 and setting.year < published.year):
        return setting.year
    return _year_around(slots, setting, published, month, day)


def _year_around(slots: Slots, setting: Setting, published: date, month: int, day: int | None) -> int:
    """Return the year of a date from the report's own, the weekday with it, or a history that is being told."""
    rel = slots.whole("rel")
    if rel == 0 and setting.direction >= 0:
        return published.year
    weekday = slots.whole("wday")
    if weekday and day and (named := _year_by_weekday(published, month, day, weekday)):
        return named
    if rel is None and day and setting.past is not None and setting.direction <= 0 and _is_far(published, month, day):
        return setting.past
    return _nearest_year(published, month, day, rel if rel else setting.direction, strict=bool(rel))


def _is_far(published: date, month: int, day: int) -> bool:
    """Tell whether a day of any year is so far from the report's date that a history being told can mean its own year."""
    return all(abs(_distance(published, y, month, day)) > _NEAR for y in (published.year - 1, published.year, published.year + 1))


def _year_by_weekday(published: date, month: int, day: int, weekday: int) -> int | None:
    """Return the nearest year in which the date falls on the weekday."""
    years = sorted(range(published.year - 3, published.year + 3), key=lambda y: abs(_distance(published, y, month, day)))
    return next((y for y in years if _exists(y, month, day) and date(y, month, day).isoweekday() == weekday), None)


def _distance(published: date, year: int, month: int, day: int | None) -> int:
    """Return how many days a date lies after the report's; very many where the year lies outside the calendar."""
    if not MINYEAR <= year <= MAXYEAR:
        return _NEVER
    last = monthrange(year, month)[1]
    return (date(year, month, min(day or 15, last)) - published).days


def _nearest_year(published: date, month: int, day: int | None, direction: int, *, strict: bool) -> int:
    """Return the year that puts a date before, after or nearest to the report's date."""
    nearest = min((published.year, published.year - 1, published.year + 1), key=lambda y: abs(_distance(published, y, month, day)))
    if not strict and abs(_distance(published, nearest, month, day)) <= _NEAR:
        return nearest
    here = (published.month, published.day) if day else (published.month, 0)
    there = (month, day) if day else (month, 0)
    if direction <= 0:
        return published.year - (there > here or (strict and there == here))
    return published.year + (there < here or (strict and there == here))


def weekday(slots: Slots, setting: Setting) -> Worded | None:
    """Read a day of the week."""
    number = slots.whole("weekday") or slots.whole("wday")
    part = slots.code("part")
    tail, kind = (f"T{part}" if part else ""), "TIME" if part else "DATE"
    if number is None:
        return None
    published = setting.published
    if published is None:
        return Worded(f"XXXX-WXX-{number}{tail}", "TIME" if part else "DATE")
    day = _weekday_near(slots, setting, published, number)
    if slots.text.startswith(("day ", "the day ")):
        day += timedelta(days=-1 if "before" in slots.text else 1)
    return Worded(day.isoformat() + tail, "TIME" if kind == "TIME" else "DATE", relative=True)


def _weekday_near(slots: Slots, setting: Setting, published: date, number: int) -> date:
    rel, ref = slots.whole("rel"), slots.whole("ref")
    if rel is not None and slots.text.endswith("week"):
        return published + timedelta(days=number - published.isoweekday() + 7 * rel)
    back, ahead = (published.isoweekday() - number) % 7, (number - published.isoweekday()) % 7
    if ref is not None and setting.reference_day:
        base = setting.reference_day
        if ref < 0:
            return base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)
        return base + timedelta(days=(number - base.isoweekday() - ref) % 7 + ref)
    if rel is not None and rel < 0:
        return published - timedelta(days=back or 7)
    if rel is not None and rel > 0:
        return published + timedelta(days=ahead or 7)
    if rel == 0 and setting.direction >= 0:
        return published + timedelta(days=ahead)
    return published + timedelta(days=ahead) if setting.direction > 0 else published - timedelta(days=back)


def quarter(slots: Slots, setting: Setting) -> Worded | None:
    """Read a quarter of a year, or what stands for the one spoken of."""
    number, year, rel = slots.whole("q"), slots.year, slots.whole("rel")
    if slots.raw("final") is not None:
        number = 4
    if number is not None and number > 4:
        return None
    published = setting.published
    if published is not None and rel is not None and year is None:
        year = published.year + rel
    if number is None:
        return _quarter_spoken_of(slots, setting, year)
    if year is None:
        if published is None:
            return Worded(f"XXXX-Q{number}")
        year = _quarter_year(published, number, setting.direction)
    earlier = slots.raw("ye") is not None
    return Worded(f"{year - earlier:04d}-Q{number}", relative=slots.year is None, aside=earlier)


def _quarter_year(published: date, number: int, direction: int) -> int:
    """Return the year that makes a quarter the latest one begun, or for a time to come the nearest one."""
    this = (published.month + 2) // 3
    if direction > 0:
        return min((published.year, published.year + 1), key=lambda y: abs((y - published.year) * 4 + number - this))
    return published.year - (number > this)


def _quarter_spoken_of(slots: Slots, setting: Setting, year: int | None) -> Worded:
    spoken = setting.quarter
    if slots.raw("ye") is not None:
        if spoken is not None:
            return Worded(f"{int(spoken[:4]) - 1:04d}{spoken[4:]}", relative=True, aside=True)
        return Worded(f"{setting.published.year - 1:04d}" if setting.published else None, relative=True, aside=True)
    if spoken is None and setting.published is not None:
        spoken = value_at(move(setting.published, -1, "Q"), "Q")
    if year is not None:
        return Worded(f"{year:04d}{spoken[4:]}" if spoken else f"{year:04d}", relative=True, aside=True)
    return Worded(spoken, relative=True)


def half(slots: Slots, setting: Setting) -> Worded | None:
    """Read one half of a year."""
    year, published = slots.year, setting.published
    if year is None and published is not None:
        year = published.year + (slots.whole("rel") or 0)
    code = _HALVES[(slots.raw("half") or "").lower()]
    return Worded(f"{year:04d}-{code}" if year else f"XXXX-{code}", relative=slots.year is None)


def season(slots: Slots, setting: Setting) -> Worded | None:
    """Read a season; winter has the year in which it begins, except where the text names one."""
    code, year, published = slots.code("season"), slots.year, setting.published
    if code is None:
        return None
    if year is not None or published is None:
        return Worded(f"{year:04d}-{code}" if year else f"XXXX-{code}")
    rel, ref = slots.whole("rel"), slots.whole("ref")
    start, this = date(published.year, _SEASON_STARTS[code], 1), published.year - (code == "WI" and published.month < 3)
    if ref is not None and setting.reference_day:
        this = setting.reference_day.year + (1 if ref > 0 else 0)
    elif "past" in slots.text or (rel is not None and rel < 0):
        over = interval(f"{this:04d}-{code}")
        this -= over is None or over.end >= published
    elif rel is not None and rel > 0:
        this += start <= published
    return Worded(f"{this:04d}-{code}", relative=True)


def year(slots: Slots, setting: Setting) -> Worded | None:
    """Read a year that the words give; "1500 houses" has none."""
    found = slots.year
    if not found or (found % 100 == 0 and "the" not in slots.text and _PLURAL.match(slots.match.string, slots.match.end())):
        return None
    return Worded(f"{found:04d}")


def decade(slots: Slots, setting: Setting) -> Worded | None:
    """Read "the 1990s", "the '60s", "the nineties"."""
    if (four := slots.raw("dec")) is not None:
        return Worded(four[:3])
    tens = slots.raw("dec2") or slots.code("decade_word")
    return Worded(f"19{tens[0]}") if tens else None


def century(slots: Slots, setting: Setting) -> Worded | None:
    """Read "the 19th century", "this century"."""
    number = int(slots.raw("cent") or 0) or slots.whole("centword")
    if number:
        return Worded(f"{number - 1:02d}") if number <= 25 else None
    if setting.published is None:
        return Worded(None)
    return Worded(f"{setting.published.year // 100 + (slots.whole('rel') or 0):02d}", relative=True)


def holiday(slots: Slots, setting: Setting) -> Worded | None:
    """Read a feast by its rule."""
    rule, published = slots.code("holiday") or "easter+0", setting.published
    base = slots.year or (published.year if published else None)
    if base is None:
        return Worded(f"XXXX-{rule}" if "#" not in rule and "+" not in rule and len(rule) == 5 else None)
    day = feast(rule, base)
    if slots.year is None and published is not None:
        rel = slots.whole("rel") or 0
        year = _nearest_year(published, day.month, day.day, rel or setting.direction, strict=bool(rel))
        day = feast(rule, year)
    unit = {"week": "W", "weekend": "WE"}.get((slots.raw("wk") or "").lower(), "D")
    return Worded(value_at(day, unit), relative=slots.year is None)


def named(slots: Slots, setting: Setting) -> Worded | None:
    """Read a day of history that is called by its date alone."""
    return Worded(slots.code("named_day"))


def week_of(slots: Slots, setting: Setting) -> Worded | None:
    """Read "the week of March 6"."""
    day = whole_date(slots, setting)
    found = interval(day.value) if day and day.value else None
    return Worded(value_at(found.start, "W"), relative=True) if found else day


def year_end(slots: Slots, setting: Setting) -> Worded | None:
    """Read "year-end"."""
    published = setting.published
    if published is None:
        return Worded(None)
    last = date(published.year - (setting.direction < 0), 12, 31)
    return Worded(last.isoformat() if "year" in slots.text[:9] and "end" in slots.text[-3:] else value_at(last, "Y"), relative=True)
