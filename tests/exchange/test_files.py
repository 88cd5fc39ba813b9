"""Tables and events in files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from dragoman.errors import InputError
from dragoman.exchange import claims_to_arrow, to_plover, write_events, write_table
from readings import talks

CLAIMS = claims_to_arrow([talks()])


def test_csv_has_lists_joined_and_counts_in_words(tmp_path: Path) -> None:
    write_table(CLAIMS, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == CLAIMS.column_names
    assert (rows[0]["actor"], rows[0]["actor_countries"], rows[0]["place"]) == ("Norland; Red Front", "NOR; NOR", "Østby")
    assert rows[2]["counts"] == "things~40; money=2.5 EUR"
    assert rows[1]["counts"] == ""


@pytest.mark.parametrize("name", ["x.csv", "x.tsv"])
def test_each_row_is_one_line_whatever_breaks_the_text_has(tmp_path: Path, name: str) -> None:
    write_table(pa.table({"sentence": ["They met.\n\nThen", 'He said "no",\ttwice'], "n": [1, 2]}), tmp_path / name)
    lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert "They met. Then" in lines[1]


def test_parquet_and_json_lines_keep_lists(tmp_path: Path) -> None:
    write_table(CLAIMS, tmp_path / "claims.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "claims.parquet").to_pylist() == CLAIMS.to_pylist()
    write_table(CLAIMS, tmp_path / "claims.JSONL")
    assert [json.loads(line) for line in (tmp_path / "claims.JSONL").read_text().splitlines()] == CLAIMS.to_pylist()


def test_events_are_written_a_line_each(tmp_path: Path) -> None:
    assert write_events(to_plover([talks()]), tmp_path / "events.jsonl") == 2
    assert [json.loads(line)["id"] for line in (tmp_path / "events.jsonl").read_text().splitlines()] == ["r1#c1", "r1#c3"]


@pytest.mark.parametrize(
    ("name", "what"), [("x.xlsx", "'.xlsx' names no form"), ("x", "has no suffix"), ("none/x.csv", "cannot be written")]
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        write_table(CLAIMS, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("before\n")

    def broken():  # type: ignore[no-untyped-def]
        yield from to_plover([talks()])
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        write_events(broken(), path)
    assert path.read_text() == "before\n"
    assert [one.name for one in tmp_path.iterdir()] == ["events.jsonl"]
