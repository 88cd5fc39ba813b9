"""What a record may be opened on, and what is said where it may not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import msgspec
import pytest

from dragoman.errors import NewerRecord, RecordError
from dragoman.record import Record
from dragoman.record.database import FORMAT
from readings import plain, talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a record with one reading."""
    path = tmp_path / "some.duckdb"
    with Record(path) as record:
        record.write(talks())
    return path


def _say_format(path: Path, value: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'format'", [value])


def test_a_record_that_is_not_there_is_made_for_writing_only(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here; make one with: dragoman read"):
        Record(tmp_path / "none.duckdb", read_only=True)
    Record(tmp_path / "none.duckdb").close()
    assert Record(tmp_path / "none.duckdb", read_only=True).reports() == ()


def test_a_directory_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a directory; give the name of a file in it"):
        Record(tmp_path)


def test_a_missing_directory_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"directory .*nowhere does not exist"):
        Record(tmp_path / "nowhere" / "x.duckdb")


@pytest.mark.parametrize("content", [b"", b"not a database", b"\x00" * 5000, b'{"text": "Talks began."}\n'])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    for name in ("notes.txt", "notes.jsonl", "notes.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        for read_only in (True, False):
            with pytest.raises(RecordError, match=rf"{name}: is no record"):
                Record(path, read_only=read_only)
        assert path.read_bytes() == content


def test_a_record_that_is_cut_short_is_said_to_be_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(RecordError, match=r"some.duckdb: is damaged or cut short; copy it anew"):
        Record(path, read_only=True)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE flights (number INTEGER)")
    with pytest.raises(RecordError, match="database of another program"):
        Record(tmp_path / "other.duckdb")


def test_a_newer_format_is_refused(path: Path) -> None:
    _say_format(path, "99")
    with pytest.raises(NewerRecord, match=r"format 99.*upgrade Dragoman"):
        Record(path)


def test_a_format_that_never_was_is_refused_with_what_to_do(path: Path) -> None:
    _say_format(path, "0")
    with pytest.raises(RecordError, match=r"format 0.*read the reports into a new record"):
        Record(path)


def _make_old(path: Path) -> None:
    """Make a record one of format 1, in which claims had no confidence and reports no file."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("ALTER TABLE reports DROP COLUMN file")
        connection.execute("ALTER TABLE duplicates DROP COLUMN file")
        connection.execute("DROP VIEW told")
        connection.execute("ALTER TABLE claims DROP COLUMN confidence")
    _say_format(path, "1")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_record_of_format_1_is_brought_up_to_date_and_loses_nothing(path: Path, read_only: bool) -> None:
    _make_old(path)
    with Record(path, read_only=read_only) as record:
        old = record.reading("r1")
        assert {claim.confidence for claim in old.claims} == {None}
        assert [msgspec.structs.replace(c, confidence=None) for c in talks().claims] == list(old.claims)
        assert {told.confidence for told in record.timeline()} == {None}
        assert set(record.sql("SELECT confidence FROM told").rows) == {(None,)}
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone() == (str(FORMAT),)


def test_a_record_that_another_program_writes_to_is_in_use(path: Path) -> None:
    script = "import sys; from dragoman.record import Record; r = Record(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(RecordError, match=f"in use by another program .process {child.pid}.; wait"):
            Record(path, read_only=True)
        child.communicate("")
    Record(path, read_only=True).close()


def test_a_record_open_for_writing_here_is_in_use_too(path: Path) -> None:
    with Record(path), pytest.raises(RecordError, match="open for writing in this program already"):
        Record(path, read_only=True)


def test_a_file_that_may_not_be_written_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "{path}": Permission denied')

    monkeypatch.setattr(duckdb, "connect", refuse)
    with pytest.raises(RecordError, match="may not be opened for writing; change its permissions"):
        Record(path)


def test_a_record_opened_for_reading_cannot_be_written(path: Path) -> None:
    with Record(path, read_only=True) as record, pytest.raises(RecordError, match="open for reading only"):
        record.write(plain("r9", "Other words."))


def test_a_full_disk_says_so_and_what_was_recorded_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record(path) as record:
        with monkeypatch.context() as patch:

            def full(*_: object) -> None:
                raise duckdb.IOException("IO Error: Could not write file: No space left on device")

            patch.setattr("dragoman.record.writing._put", full)
            with pytest.raises(RecordError, match="cannot be written to; make room"):
                record.write(plain("r1", "Other words."))
        assert record.reading("r1") == talks()


def test_a_database_without_any_table_yet_is_filled_by_writing_and_refused_for_reading(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "new.duckdb")).close()
    with pytest.raises(RecordError, match="holds no reports yet"):
        Record(tmp_path / "new.duckdb", read_only=True)
    with Record(tmp_path / "new.duckdb") as record:
        record.write(talks())
