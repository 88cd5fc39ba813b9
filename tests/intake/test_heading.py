"""What a text's first lines say of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.claims import Report
from dragoman.intake import report_of

CASES = yaml.safe_load(Path(__file__).with_name("headings.yaml").read_text(encoding="utf-8"))


def _read(text: str) -> Report:
    report = report_of(text)
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_first_lines_give_title_date_and_author(case: dict[str, str | None]) -> None:
    report = _read(str(case["text"]))
    assert report.text == case["text"]
    assert report.title == case["title"]
    assert report.published == case.get("published")
    assert report.author == case.get("author")


def test_a_given_title_is_the_first_line() -> None:
    report = report_of("The envoys arrived.", title="Envoys reach Nairobi")
    assert isinstance(report, Report)
    assert report.text == "Envoys reach Nairobi\nThe envoys arrived."
    assert report.title == "Envoys reach Nairobi"


def test_a_given_title_that_the_text_begins_with_is_not_said_twice() -> None:
    report = report_of("Envoys reach  Nairobi\n\nThe envoys arrived.", title="Envoys reach Nairobi")
    assert isinstance(report, Report)
    assert report.text == "Envoys reach  Nairobi\n\nThe envoys arrived."
    assert report.text.startswith(report.title or "?")


def test_a_title_of_several_lines_becomes_one() -> None:
    report = report_of("The envoys arrived.", title="Envoys\nreach Nairobi")
    assert isinstance(report, Report)
    assert report.text.splitlines() == ["Envoys reach Nairobi", "The envoys arrived."]


def test_a_dateline_below_a_given_title_is_found() -> None:
    report = report_of("GENEVA, May 3, 2011 -- The envoys arrived.", title="Envoys reach Geneva")
    assert isinstance(report, Report)
    assert report.published == "2011-05-03"


def test_no_character_is_changed_but_line_ends() -> None:
    odd = "The\u00adenvoys\u200b arrived\x07 \u201cat last.\r\n\r\nThey  said\tso\u2028.\r"
    assert _read(odd).text == odd.replace("\r\n", "\n")
