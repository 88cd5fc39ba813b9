"""What is a time and what it comes to: a table of wordings, and what must hold of any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.times import TimeMention, find_times
from dragoman.coding.times.calendar import interval

NLP = spacy.blank("en")
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
PIECES = [
    "on",
    "Monday",
    "last",
    "next",
    "May",
    "5",
    "31",
    "2024",
    "1999s",
    "three",
    "days",
    "ago",
    "later",
    "the",
    "quarter",
    "a",
    "half",
    "9/11",
    "2024-02-30",
    "Feb. 30",
    "9999999999",
    "years",
    "early",
    "week",
    "10:70",
    "p.m.",
    "’90s",
    "Easter",
    "year",
    "\n\n",
    ",",
    "-",
    "é",
]


def times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    return find_times(NLP(text), published=published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['published']}: {case['text'][:50]}")
def test_the_words_of_a_time_come_to_its_value(case: dict[str, Any]) -> None:
    found = [[t.timex.text, t.timex.value, t.timex.type] for t in times(case["text"], case["published"])]
    wanted = [[str(words), value if value is None else str(value), kind] for words, value, kind in case["times"]]
    assert found == wanted


def test_a_date_of_unknown_year_covers_no_days_where_nobody_says_when_the_report_appeared() -> None:
    assert [t.value for t in times("The accord was signed on April 30 and broken last week.", None)] == [None, None]


def test_a_value_derived_from_the_reports_date_says_so() -> None:
    (monday,) = times("They met on Monday.", date(2024, 5, 1))
    (year,) = times("They met in 2003.", date(2024, 5, 1))
    assert monday.value is not None
    assert year.value is not None
    assert (monday.value.source, year.value.source) == ("report_date", "text")
    assert (year.value.start, year.value.end, year.value.precision) == ("2003-01-01", "2003-12-31", "year")


def test_earlier_this_year_ends_with_the_day_of_the_report() -> None:
    (time,) = times("He left earlier this year.", date(2024, 5, 1))
    assert time.value is not None
    assert (time.value.start, time.value.end) == ("2024-01-01", "2024-05-01")


def test_the_past_two_weeks_reach_back_from_the_day_of_the_report() -> None:
    (time,) = times("Clashes spread in the past two weeks.", date(2024, 5, 1))
    assert time.timex.value == "P2W"
    assert time.value is not None
    assert (time.value.start, time.value.end) == ("2024-04-17", "2024-05-01")


def test_a_year_that_the_text_gave_to_a_day_is_kept_for_it() -> None:
    found = times("On October 7, 2023, a raid began. The October 7 raid was long prepared.", date(2025, 6, 1))
    assert [t.timex.value for t in found] == ["2023-10-07", "2023-10-07"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([date(1, 1, 2), date(2024, 2, 29), date(9999, 12, 30), None]))
def test_any_heap_of_words_is_read_without_error_and_within_the_text(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    doc = NLP(text)
    end = 0
    for time in find_times(doc, published=published):
        assert end <= time.timex.start < time.timex.end <= len(text)
        assert text[time.timex.start : time.timex.end] == time.timex.text
        assert 0 <= time.first < time.last <= len(doc)
        end = time.timex.end
        if time.value is not None and time.value.start and time.value.end:
            assert time.value.start <= time.value.end


@pytest.mark.parametrize("value", ["2024-02-30", "2024-13", "2024-W60", "XXXX-04-30", "PRESENT_REF", "", "0"])
def test_what_names_no_days_covers_none(value: str) -> None:
    assert interval(value) is None
