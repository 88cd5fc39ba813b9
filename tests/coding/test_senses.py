"""Wordings by the type that they tell, and by types that they do not, read by lexicon and heads together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from dragoman import Reader
from dragoman.claims import Reading, Report, ReportId

TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "senses.yaml").read_text(encoding="utf-8"))
ROWS = [(kind, sentence, key == "is") for kind, lists in TABLE.items() for key, sentences in lists.items() for sentence in sentences]


@pytest.fixture(scope="module")
def types() -> Mapping[str, set[str]]:
    reports = [Report(id=ReportId(sentence), text=sentence) for sentence in dict.fromkeys(sentence for _, sentence, _ in ROWS)]
    readings = (r for r in Reader().read_many(reports) if isinstance(r, Reading))
    return {str(reading.report.id): {claim.type for claim in reading.claims} for reading in readings}


@pytest.mark.parametrize(("kind", "sentence", "told"), ROWS, ids=[f"{'is' if told else 'no'}_{kind}_{text}" for kind, text, told in ROWS])
def test_a_wording_tells_its_type(kind: str, sentence: str, told: bool, types: Mapping[str, set[str]]) -> None:
    assert (kind in types[sentence]) is told, types[sentence]
