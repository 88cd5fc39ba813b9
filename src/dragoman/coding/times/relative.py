"""Times that are told from another: last week, three days ago, two weeks, every day, today, at noon."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coding.times.calendar import interval, move, value_at
from dragoman.coding.times.dated import weekday, whole_date
from dragoman.coding.times.setting import Setting, Slots, Worded

_OF = re.compile(r"\s+of\b")
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "weekend": "WE", "hour": "H"}
_CLOCK_UNITS = {"H": "H", "TM": "M", "S": "S"}
_YEARS = {"E": 10, "C": 100}
_HALVES = {"Y": ("M", 6), "H": ("M", 30), "TM": ("S", 30), "D": ("TH", 12)}


def relative(slots: Slots, setting: Setting) -> Worded | None:
    """Read "last week", "this year", "the following month", "later in the year"."""
    word = (slots.raw("u") or "").lower()
    ref, rel, latest = slots.whole("ref"), slots.whole("rel"), (slots.raw("latest") or "").lower()
    if word in _PARTS:
        day = setting.reference_day
        return Worded(f"{(day + timedelta(days=ref or 0)).isoformat()}T{_PARTS[word]}" if day else None, "TIME", relative=True)
    unit = _UNITS[word]
    if latest == "past" or (unit in ("E", "C") and rel == -1):
        return Worded(period(1, unit), "DURATION", within=-1)
    if ref is None and rel is None and not latest and slots.worth("early") is None and setting.before == "for":
        return Worded("P2D" if unit == "WE" else period(1, unit), "DURATION")
    base = setting.reference_day if ref is not None else setting.published
    if base is None:
        return Worded(None)
    if unit == "WE":
        return Worded(_weekend(base, rel if rel is not None else ref, setting.direction), relative=True)
    step = (rel or 0) + (ref or 0)
    return Worded(value_at(move(base, step, unit), unit), relative=True, side=slots.side)


def _weekend(base: date, rel: int | None, direction: int) -> str:
    """Return the weekend meant; a bare one is the last where the past is told, else the next."""
    in_it = base.isoweekday() >= 6
    if rel is None:
        rel = 0 if in_it or direction > 0 else -1
    elif rel == 0 and direction < 0 and not in_it and base.isoweekday() <= 2:
        rel = -1
    return value_at(base + timedelta(weeks=rel), "WE")


def next_day(slots: Slots, setting: Setting) -> Worded | None:
    """Read "the next day"."""
    day, word = setting.reference_day, (slots.raw("u") or "").lower()
    if day is None:
        return Worded(None)
    after = (day + timedelta(days=1)).isoformat()
    return Worded(f"{after}T{_PARTS[word]}", "TIME", relative=True) if word in _PARTS else Worded(after, relative=True)


def shift(slots: Slots, setting: Setting) -> Worded | None:
    """Read "three days ago", "two weeks later", "a year earlier"."""
    unit, count = slots.code("u", "u2"), slots.number("n") or slots.whole("vague")
    back = slots.worth("back") is not None
    if unit is None:
        return None
    if count is None:
        return Worded("PAST_REF" if back else "FUTURE_REF")
    word = (slots.raw("back") or slots.raw("ahead") or "").lower()
    if back and unit == "Y" and setting.quarter and count == 1:
        return Worded(f"{int(setting.quarter[:4]) - 1:04d}{setting.quarter[4:]}", relative=True, aside=True)
    from_now = word in ("ago", "back", "from now", "hence")
    base = setting.published if from_now else setting.reference_day
    if base is None:
        return Worded(None)
    if unit in _CLOCK_UNITS:
        return Worded(base.isoformat(), "TIME", relative=True)
    there = move(base, -count if back else count, unit)
    return Worded(value_at(there, {"E": "Y", "C": "Y"}.get(unit, unit)), relative=True)


def duration(slots: Slots, setting: Setting) -> Worded | None:
    """Read how long something lasts."""
    unit = slots.code("u", "u2") or _UNITS.get((slots.raw("u2") or "").lower())
    within = {"last": -1, "past": -1, "recent": -1, "next": 1, "coming": 1}.get((slots.raw("within") or "").lower(), 0)
    if slots.text.split()[0] in ("the",) and slots.text.startswith(("the past", "the last")):
        within = -1
    if unit == "Q" and _OF.match(slots.match.string, slots.match.end()):
        return None
    if unit == "S" and (slots.raw("n") or "").lower() in ("a", "an"):
        return None
    if unit is None:
        count = slots.number("n")
        return Worded(period(count, "Y"), "DURATION") if count else None
    count = slots.number("n") or slots.whole("vague")
    if slots.raw("half") is not None:
        count = 0.5 if slots.text.startswith("half") else 1.5
    elif (count is None and slots.worth("u2") is not None and slots.worth("vague") is None) or (
        count is None and "long" in slots.text and "-" in slots.text and slots.worth("u") is None
    ):
        count = 1
    if slots.worth("u2") is not None and count is not None and count > 1 and slots.raw("half") is None and not _joined(slots):
        return None
    return Worded(period(count, unit), "DURATION", within=within)


def _joined(slots: Slots) -> bool:
    """Tell whether a number and a singular unit make one adjective ("two-week", "two week")."""
    return "-" in slots.match.group() or slots.worth("u2") is not None


def period(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; X where the number is not told.

    Example:
        >>> period(2, "W"), period(2, "E"), period(None, "Y"), period(1.5, "H"), period(2.5, "Y")
        ('P2W', 'P20Y', 'PXY', 'PT1H30M', 'P2Y6M')
    """
    time = "T" if unit in _CLOCK_UNITS else ""
    letter = _CLOCK_UNITS.get(unit, "Y" if unit in _YEARS and count is not None else unit)
    if count is None:
        return f"P{time}X{letter}"
    count *= _YEARS.get(unit, 1)
    whole = int(count)
    if count - whole == 0.5 and unit in _HALVES:
        smaller, amount = _HALVES[unit]
        head = f"P{time}{whole}{letter}" if whole else f"P{time}"
        return f"{head}{smaller[0]}{amount}{smaller[1]}" if len(smaller) == 2 else f"{head}{amount}{smaller}"
    return f"P{time}{whole if count == whole else round(count, 2)}{letter}"


def every(slots: Slots, setting: Setting) -> Worded | None:
    """Read "every day", "each Thursday", "twice a week"."""
    part = slots.code("part", "parts")
    if (number := slots.whole("weekday")) is not None:
        return Worded(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "SET")
    if (month := slots.whole("month")) is not None:
        return Worded(f"XXXX-{month:02d}", "SET")
    if (season := slots.code("season")) is not None:
        return Worded(f"XXXX-{season}", "SET")
    if part:
        return Worded(f"XXXX-XX-XXT{part}", "SET")
    unit = slots.code("u", "u2")
    count = slots.number("n") if slots.worth("u") is not None else 2 if "other" in slots.text.split() else 1
    return Worded(period(count, unit), "SET") if unit else None


def often(slots: Slots, setting: Setting) -> Worded | None:
    """Read "daily", "weekly"."""
    return Worded(slots.code("often"), "SET")


def day_word(slots: Slots, setting: Setting) -> Worded | None:
    """Read "today", "yesterday morning", "this evening", "last night"."""
    part, published = slots.code("part") or _PARTS.get((slots.raw("part") or "").lower()), setting.published
    if slots.raw("part0") is not None:
        part = slots.code("part0")
    kind: str = "TIME" if part else "DATE"
    if published is None:
        return Worded(None, "TIME" if part else "DATE")
    days = -1 if slots.raw("lastnight") is not None else slots.whole("day_word") or 0
    value = (published + timedelta(days=days)).isoformat() + (f"T{part}" if part else "")
    return Worded(value, "TIME" if kind == "TIME" else "DATE", relative=True)


def tonight(slots: Slots, setting: Setting) -> Worded | None:
    """Read "tonight"."""
    return Worded(f"{setting.published.isoformat()}TNI" if setting.published else None, "TIME", relative=True)


def overnight(slots: Slots, setting: Setting) -> Worded | None:
    """Read "overnight": the night before the day of the report."""
    published = setting.published
    return Worded(f"{(published - timedelta(days=1)).isoformat()}TNI" if published else None, "TIME", relative=True)


def vague_while(slots: Slots, setting: Setting) -> Worded | None:
    """Read "a while"."""
    return Worded("PXX", "DURATION")


def vague_ref(slots: Slots, setting: Setting) -> Worded | None:
    """Read "now", "recently", "the future"."""
    return Worded(slots.code("vague_ref"))


def clock(slots: Slots, setting: Setting) -> Worded | None:
    """Read a time of the day, with the day where it is given."""
    time = _time_of_day(slots)
    if time is None:
        return None
    if slots.whole("month") is not None:
        day = whole_date(slots, setting)
    elif slots.whole("weekday") is not None:
        day = weekday(slots, setting)
    else:
        day = _spoken_day(slots, setting)
    if day is None or day.value is None:
        return Worded(None, "TIME")
    return Worded(f"{day.value[:10]}T{time}", "TIME", relative=day.relative)


def _spoken_day(slots: Slots, setting: Setting) -> Worded:
    if slots.worth("day_word") is not None or setting.reference is None:
        moved = setting.published
        days = slots.whole("day_word") or 0
        return Worded((moved + timedelta(days=days)).isoformat() if moved else None, relative=True)
    found = interval(setting.reference)
    day = found.start if found and found.start == found.end else setting.published
    return Worded(day.isoformat() if day else None, relative=True)


def _time_of_day(slots: Slots) -> str | None:
    if (moment := slots.code("moment")) is not None:
        return moment
    hour, minute = slots.number("h"), slots.raw("mi")
    if hour is None:
        hour, minute = slots.number("h2"), slots.raw("mi2")
    if hour is None:
        return None
    half = (slots.raw("ap") or "").lower()[:1]
    part = slots.code("part")
    if hour < 12 and (half == "p" or part in ("AF", "EV", "NI")):
        hour += 12
    elif hour == 12 and half == "a":
        hour = 0
    return f"{int(hour):02d}:{minute or '00'}" if hour < 24 else None
