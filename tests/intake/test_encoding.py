"""Bytes to text: what is read, what is told of, and what is refused rather than guessed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.claims import Report
from dragoman.errors import Fault
from taken_in import BODY, error_of, take_in


def test_windows_1252_is_read_and_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    text = "The envoy said: “We agree” — and the café’s owner, who was with him, said that he was glad to hear this."
    got = take_in(tmp_path / "a.txt", text.encode("cp1252"), note=notes.append)
    assert isinstance(got, Report)
    assert got.text == text
    assert ["was read as Windows-1252" in note.what for note in notes] == [True]


@pytest.mark.parametrize("encoding", ["cp1251", "gb18030", "shift_jis"])
def test_an_unknown_encoding_is_a_failure_and_never_letter_salad(tmp_path: Path, encoding: str) -> None:
    text = {
        "cp1251": "Делегации встретились в понедельник в Женеве. ",
        "gb18030": "代表团星期一在日内瓦会面。",
        "shift_jis": "代表団は月曜日に会談した。",
    }
    assert "encoding" in error_of(take_in(tmp_path / "a.txt", (text[encoding] * 5).encode(encoding)))


def test_text_that_was_once_read_wrongly_is_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    take_in(tmp_path / "a.txt", f"{BODY} “Good”, he said.".encode().decode("cp1252", errors="replace").encode(), note=notes.append)
    assert any("once read as Windows-1252" in note.what for note in notes)


def test_sound_accents_and_quotes_are_not_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    take_in(tmp_path / "a.txt", f"{BODY} “Đà Nẵng”, he said—‘São Tomé’… “Müller’s”".encode(), note=notes.append)
    assert notes == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_other_unicode_encodings_are_read(tmp_path: Path, encoding: str, name: str) -> None:
    rows = {"a.txt": BODY, "a.jsonl": json.dumps({"text": BODY}) + "\n", "a.csv": f'text\n"{BODY}"\n'}
    got = take_in(tmp_path / name, rows[name].encode(encoding))
    assert isinstance(got, Report), got
    assert got.text == BODY


def test_broken_utf_16_is_a_failure(tmp_path: Path) -> None:
    assert "broken UTF-16" in error_of(take_in(tmp_path / "a.txt", b"\xff\xfe" + "Talks".encode("utf-16-le") + b"\x00\xd8"))
