"""Who is in the roles of claims, read from text by the real model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import Reader
from dragoman.claims import Reading, Report, ReportId
from dragoman.language import load as load_language

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "roles.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    nlp = load_language()
    frames, both = Reader(nlp=nlp, coders=("lexicon",)), Reader(nlp=nlp)
    alone, together = ([Report(id=ReportId(c["name"]), text=c["text"]) for c in CASES if ("by" in c) == by] for by in (True, False))
    return {r.report.id: r for r in (*frames.read_many(alone), *both.read_many(together)) if isinstance(r, Reading)}


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "_") for case in CASES])
def test_the_roles(case: dict[str, Any], readings: Mapping[str, Reading]) -> None:
    reading = readings[case["name"]]
    words = {m.id: m.text for m in reading.mentions}
    found = [{role: [words[i] for i in ids] for role, ids in claim.roles.items()} for claim in reading.claims if claim.type == case["type"]]
    if case["roles"] is None:
        assert not found
    else:
        assert case["roles"] in found, [(c.type, c.rule) for c in reading.claims] + found
