"""English is read, other languages are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.claims import Failure, Report
from dragoman.intake import IntakeOptions, open_reports, report_of

CASES = yaml.safe_load(Path(__file__).with_name("languages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:20]}")
def test_only_what_is_plainly_not_english_is_refused(case: dict[str, str | None]) -> None:
    got = report_of(str(case["text"]), id="r1")
    if case["language"] is None:
        assert isinstance(got, Report)
    else:
        assert isinstance(got, Failure)
        wanted = f"this report is written in {case['language']}; Dragoman reads English"
        assert wanted in got.error
        assert got.id == "r1"


def test_the_check_can_be_left_out() -> None:
    got = report_of("Делегации встретились в Женеве.", options=IntakeOptions(check_language=False))
    assert isinstance(got, Report)


def test_no_report_of_the_gold_data_is_refused(data: Path) -> None:
    files = sorted((data / "reports").glob("w*.jsonl"))
    refused = [got for got in open_reports(files) if isinstance(got, Failure)]
    assert refused == []
