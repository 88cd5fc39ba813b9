"""Readings as JSON Lines."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dragoman.claims import Failure, Reading
from dragoman.errors import ReadingError
from dragoman.exchange import read_lines, write_lines
from readings import plain, talks

LINES: list[Reading | Failure] = [talks(), Failure(id="r2", error="r2: empty; put text in it"), plain("r3", "Nothing\u2028here.")]


def test_lines_come_back_in_order_with_failures_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    with path.open("w", encoding="utf-8") as out:
        assert write_lines(LINES, out) == 3
    assert list(read_lines(path)) == LINES


def test_lines_are_written_as_they_come() -> None:
    out = io.StringIO()

    def two() -> object:
        yield LINES[0]
        assert out.getvalue().count("\n") == 1
        yield LINES[1]

    assert write_lines(two(), out) == 2  # type: ignore[arg-type]


def test_a_broken_line_is_named_and_those_before_it_are_given(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(talks().to_json() + "\n\n{broken\n", encoding="utf-8")
    lines = read_lines(path)
    assert next(lines) == talks()
    with pytest.raises(ReadingError, match=r"readings\.jsonl:3: not a JSON object"):
        next(lines)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.jsonl: No such file"):
        next(read_lines(tmp_path / "none.jsonl"))
