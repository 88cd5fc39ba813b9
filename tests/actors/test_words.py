"""The short lists of words are all asked for: a list that no rule reads misleads whoever adds to it."""

from __future__ import annotations

import csv
from pathlib import Path

import dragoman

SOURCE = Path(dragoman.__file__).parent


def test_every_short_list_of_words_is_read_by_some_rule() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    with (SOURCE / "actors" / "data" / "words.csv").open(encoding="utf-8", newline="") as file:
        keys = [row["key"] for row in csv.DictReader(file)]
    assert [key for key in keys if f'"{key}"' not in code] == []
    assert len(keys) == len(set(keys))
