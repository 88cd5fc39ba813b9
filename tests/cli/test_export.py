"""What a record holds as files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from fake_commandline import Run


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_claims_hold_events_and_relations(run: Run, recorded: Path, tmp_path: Path) -> None:
    ran = run("export", "out.csv")
    assert (ran.status, ran.out, ran.err) == (0, "out.csv: 3 claims of dragoman.duckdb\n", "")
    assert sorted(row["type"] for row in _rows(tmp_path / "out.csv")) == ["AID", "CONSULT", "recognizes"]


def test_types_and_days_narrow_what_is_written(run: Run, recorded: Path, tmp_path: Path) -> None:
    assert run("export", "out.parquet", "--type", "recognizes").status == 0
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").column("type").to_pylist() == ["recognizes"]
    run("export", "out.csv", "--form", "dyads", "--until", "2024-05")
    assert [row["type"] for row in _rows(tmp_path / "out.csv")] == ["CONSULT", "AID"]


def test_dyads_are_pairs_and_plover_is_plovers_json(run: Run, recorded: Path, tmp_path: Path) -> None:
    run("export", "out.csv", "--form", "dyads")
    assert next((row["actor"], row["recipient"]) for row in _rows(tmp_path / "out.csv")) == ("Norland", "Red Front")
    ran = run("export", "out.jsonl", "--form", "plover")
    assert ran.out == "out.jsonl: 2 events of dragoman.duckdb\n"
    first = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])
    assert first["event"] == ["CONSULT"]
    assert first["coder"].startswith("dragoman ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("out.xlsx",),
        ("out.csv", "--form", "plover"),
        ("out.csv", "--type", "nothing"),
        ("out.csv", "--form", "dyads", "--type", "recognizes"),
        ("out.jsonl", "--form", "plover", "--type", "AID", "--type", "recognizes"),
    ],
)
def test_what_cannot_be_written_is_one_line_of_error(run: Run, recorded: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run("export", *arguments)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / arguments[0]).exists()
