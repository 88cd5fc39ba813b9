"""Dates as sources write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import read_date

CASES = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"] or "nothing")
def test_a_date_means_one_day_or_nothing(case: dict[str, str | None]) -> None:
    assert read_date(str(case["words"])) == case["iso"]


@given(st.dates())
def test_an_iso_date_is_read_as_itself(day: object) -> None:
    assert read_date(str(day)) == str(day)


@given(st.text(max_size=40))
def test_no_words_make_reading_a_date_fail(words: str) -> None:
    assert read_date(words) is None or len(read_date(words) or "") >= len("2009-01-08")
