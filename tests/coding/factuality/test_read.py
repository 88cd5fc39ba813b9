"""How sure claims are, read from text by the real model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from dragoman import Reader
from dragoman.claims import Reading, Report, ReportId
from dragoman.language import load as load_language

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "read.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    reader = Reader(nlp=load_language())
    reports = [Report(id=ReportId(c["name"]), text=c["text"]) for c in CASES]
    return {r.report.id: r for r in reader.read_many(reports) if isinstance(r, Reading)}


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "_") for case in CASES])
def test_how_sure(case: dict[str, str], readings: Mapping[str, Reading]) -> None:
    claims = readings[case["name"]].claims
    told = [(c.type, f"{c.polarity} {c.certainty} {c.tense}") for c in claims]
    assert (case["type"], case["is"]) in told, told
    if "condition" in case:
        found = {case["text"][slice(*c.condition)] if c.condition else "" for c in claims if c.type == case["type"]}
        assert case["condition"] in found, found
