"""Whose word claims are, read from text by the real model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import Reader
from dragoman.claims import Reading, Report, ReportId
from dragoman.language import load as load_language

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = [
    case for name in ("heard.yaml", "told.yaml", "chains.yaml") for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    reader = Reader(nlp=load_language(), coders=("lexicon",))
    reports = [Report(id=ReportId(c["name"]), text=c["text"]) for c in CASES]
    return {r.report.id: r for r in reader.read_many(reports) if isinstance(r, Reading)}


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "_") for case in CASES])
def test_the_voice(case: dict[str, Any], readings: Mapping[str, Reading]) -> None:
    reading = readings[case["name"]]
    words = {m.id: m.text for m in reading.mentions}
    sources = {s.id: words.get(s.source) if s.source else None for s in reading.statements}
    at = [c for c in reading.claims if any(case["word"] in reading.text[s.start : s.end] for s in c.trigger)]
    told = [[sources[s] for s in c.voice] for c in at]
    assert told
    assert all(voice == case["voice"] for voice in told), told
