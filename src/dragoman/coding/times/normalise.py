"""From a match to what its words come to: which function reads which kind of wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.coding.times import dated, relative
from dragoman.coding.times.setting import Setting, Slots, Worded

MAKERS: Mapping[str, Callable[[Slots, Setting], Worded | None]] = {
    "date": dated.whole_date,
    "weekday": dated.weekday,
    "quarter": dated.quarter,
    "half": dated.half,
    "season": dated.season,
    "fall": lambda slots, setting: Worded(f"{setting.published.year:04d}-FA" if setting.published else "XXXX-FA", relative=True),
    "year": dated.year,
    "decade": dated.decade,
    "century": dated.century,
    "holiday": dated.holiday,
    "named": dated.named,
    "week_of": dated.week_of,
    "year_end": dated.year_end,
    "relative": relative.relative,
    "next_day": relative.next_day,
    "shift": relative.shift,
    "duration": relative.duration,
    "set": relative.every,
    "often": relative.often,
    "day_word": relative.day_word,
    "tonight": relative.tonight,
    "overnight": relative.overnight,
    "vague_while": relative.vague_while,
    "vague_ref": relative.vague_ref,
    "clock": relative.clock,
}


def normalise(slots: Slots, setting: Setting) -> Worded | None:
    """Return what the words of a match come to; None where they are no time after all."""
    try:
        return MAKERS[slots.rule.make](slots, setting)
    except (OverflowError, ValueError):
        # Beyond the first or the last year of the calendar there is no date to give.
        return None
