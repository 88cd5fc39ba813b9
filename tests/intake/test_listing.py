"""Files and folders that vanish, may not be read, hold no report, or do not unpack: each a failure in its place."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from dragoman.claims import Failure, Report
from dragoman.errors import Fault
from dragoman.intake import IntakeOptions, open_reports
from taken_in import BODY, error_of, take_in


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    [got] = open_reports(tmp_path / "none.txt")
    assert got.id == "none"
    assert "none.txt: is not there; " in error_of(got)


def test_a_file_that_vanishes_before_its_turn_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(BODY, encoding="utf-8")
    stream = open_reports(tmp_path)
    assert isinstance(next(stream), Report)
    (tmp_path / "b.txt").unlink()
    assert [(one.id, type(one)) for one in stream] == [("b", Failure), ("c", Report)]


def test_a_folder_that_vanishes_before_its_turn_does_no_harm(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    stream = open_reports([tmp_path / "a", tmp_path / "b"])
    assert isinstance(next(stream), Report)
    shutil.rmtree(tmp_path / "b")
    assert [type(one) for one in stream] == [Failure]


def test_a_forbidden_file_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    [got] = open_reports(tmp_path / "a.txt")
    assert error_of(got) == f"{tmp_path / 'a.txt'}: may not be read; change its permissions"


def test_a_folder_without_a_report_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"\x89PNG")
    [got] = open_reports(tmp_path / "empty")
    assert got.id == "empty"
    assert "holds no file that can be read" in error_of(got)


def test_documents_that_a_folder_holds_and_that_are_not_read_are_counted(tmp_path: Path) -> None:
    notes: list[Fault] = []
    (tmp_path / "below").mkdir()
    for name in ("a.txt", "b.pdf", "below/c.PDF", "below/d.docx", "picture.png", "README.md", ".hidden.pdf"):
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    [got] = open_reports(tmp_path, options=IntakeOptions(note=notes.append))
    assert isinstance(got, Report)
    assert [str(note) for note in notes] == [
        f"{tmp_path}: 3 documents are passed over (.docx 1, .pdf 2); save them as plain text or HTML to have them read"
    ]


def test_a_folder_of_documents_alone_is_a_failure_that_counts_them(tmp_path: Path) -> None:
    notes: list[Fault] = []
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    [got] = open_reports(tmp_path, options=IntakeOptions(note=notes.append))
    assert "holds no file that can be read" in error_of(got)
    assert [note.what for note in notes] == ["1 document is passed over (.pdf 1)"]


def test_a_pattern_that_matches_nothing_is_a_failure(tmp_path: Path) -> None:
    [got] = open_reports(tmp_path / "*.txt")
    assert "matches no file" in error_of(got)


def test_a_broken_archive_is_a_failure(tmp_path: Path) -> None:
    packed = gzip.compress(BODY.encode())
    assert "no whole gzip file" in error_of(take_in(tmp_path / "a.txt.gz", packed[:-9]))
    assert "no whole gzip file" in error_of(take_in(tmp_path / "a.txt.gz", b"not packed at all"))


def test_an_archive_that_unpacks_without_end_is_a_failure(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\x20" * 50_000_000)
    assert len(bomb) < 100_000
    assert "holds more than 1,000,000 bytes" in error_of(take_in(tmp_path / "a.txt.gz", bomb, max_bytes=1_000_000))
    got = take_in(tmp_path / "a.jsonl.gz", bomb, max_bytes=1_000_000)
    assert "is longer than 1,000,000 bytes" in error_of(got)
