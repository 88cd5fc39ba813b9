"""What benchmarks keep: figures of whole runs alone, each where the pages look for it."""

from __future__ import annotations

import csv
import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def common(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What benchmarks share, with results in a folder of its own and no pages to write."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    module = importlib.import_module("_common")
    monkeypatch.setattr(module, "HERE", tmp_path)
    monkeypatch.setattr(module._table, "write", lambda: None)
    return module


def test_the_figures_of_a_part_of_the_data_are_not_kept(common: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "results" / "events.json"
    common.save("events", {"plv": 0.5})
    before = kept.read_text()
    assert json.loads(before)["plv"] == 0.5
    common.save("events", {"plv": 1.0}, whole=False)
    assert kept.read_text() == before
    assert "results/events.json stays as it is" in capsys.readouterr().out


def test_a_figure_that_is_not_there_is_an_error_and_no_missing_row(common: ModuleType) -> None:
    table = common._table
    [row] = [row for row in table.ROWS if row.path == "plv/accuracy"]
    assert row.figure({"events": {"plv": {"accuracy": 0.5}}}) == "0.500"
    for results in ({}, {"events": {}}, {"events": {"plv": {"other": 0.5}}}, {"events": {"plv": {"accuracy": "high"}}}):
        with pytest.raises(ValueError, match=r"results/events\.json: has no figure plv/accuracy; run benchmarks/events\.py"):
            row.figure(results)


def test_claims_read_by_eye_are_told_by_who_found_them(common: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    by_eye = importlib.import_module("by_eye")
    right = dict.fromkeys(by_eye.VERDICTS, "1")
    rows = [
        {**right, "rule": "assault.yaml#shell"},
        {**right, "rule": "assault.yaml#shell", "type_right": "0"},
        {**right, "rule": "learned"},
    ]
    told = by_eye.by_coder(rows)
    assert {name: (one["claims"], one["all_four"]["share"]) for name, one in told.items()} == {"frames": (2, 0.5), "heads alone": (1, 1.0)}


def test_causes_are_told_apart_however_they_are_divided(common: ModuleType) -> None:
    by_eye = importlib.import_module("by_eye")
    assert by_eye.CAUSES.findall("sense, role-slot;coref voice") == ["sense", "role-slot", "coref", "voice"]
    with (BENCHMARKS / "by_eye.csv").open(encoding="utf-8", newline="") as file:
        causes = {cause for row in csv.DictReader(file) for cause in by_eye.CAUSES.findall(row["cause"])}
    assert "sense" in causes
    assert not [cause for cause in causes if not cause.replace("-", "").isalpha()]
