"""Opening the file: what it must be, what it may not be, and what DuckDB's errors mean to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dragoman.errors import NewerRecord, RecordError
from dragoman.record.sql import statement

FORMAT = 5
"""The number of the tables and views in sql/schema.sql and sql/views.sql; raised when either changes."""

_MEMORY = Path(":memory:")
_MAGIC, _CHECKSUM = b"DUCK", 8
"""What a DuckDB file has after a checksum of so many bytes."""


def connect(path: Path | None, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Return a connection to the record at `path` (None: in memory), made new where there is none and writing is asked.

    Files other than the record are out of reach of its queries.

    Raises:
        NewerRecord: a newer version wrote it.
        RecordError: no record, another kind of file, in use elsewhere, or not to be written to.
    """
    path = path or _MEMORY
    if path != _MEMORY:
        _check_path(path, read_only=read_only)
    with said_plainly(path):
        connection = duckdb.connect(str(path), read_only=read_only and path != _MEMORY, config={"enable_external_access": "false"})
    try:
        with said_plainly(path):
            number = _check_format(connection, path, read_only=read_only)
            if number < FORMAT and not read_only:
                _in_one(connection, "upgrade", "views")
    except BaseException:
        connection.close()
        raise
    if number < FORMAT and read_only:
        connection.close()
        connect(path, read_only=False).close()
        return connect(path, read_only=True)
    return connection


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn DuckDB's errors into a `RecordError` that says where, what and what to do, and its interruptions into Python's."""
    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise _explained(path, error) from error
    except RuntimeError as error:  # what DuckDB makes of Ctrl-C in the middle of a query
        if "interrupted" not in str(error):
            raise
        raise KeyboardInterrupt from error


def _check_path(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: is a directory; give the name of a file in it, such as {path / 'dragoman.duckdb'}")
    if read_only and not path.exists():
        raise RecordError(f"{path}: there is no record here; make one with: dragoman read REPORTS --record {path}")
    if path.exists() and not _begins_as_one(path):
        raise RecordError(f"{path}: is no record (not a DuckDB database); give another file")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the directory {path.parent} does not exist; make it first")


def _begins_as_one(path: Path) -> bool:
    """Return whether a file begins as DuckDB's do: it opens some others too, as databases that keep nothing."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC) + _CHECKSUM)[_CHECKSUM:] == _MAGIC


def _check_format(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> int:
    """Return a record's format; raise unless this is one that we know, and make the tables of a new one."""
    try:
        row = connection.execute(statement("format")).fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        _make_new(connection, path, read_only=read_only)
        return FORMAT
    return _known(path, row[0] if row else None)


def _make_new(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    if connection.execute(statement("foreign")).fetchone():
        raise RecordError(f"{path}: is a database of another program; give another file")
    if read_only and path != _MEMORY:
        raise RecordError(f"{path}: holds no reports yet; fill it with: dragoman read REPORTS --record {path}")
    _in_one(connection, "schema", "views")


def _in_one(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Make or change tables in one transaction, so that a crash leaves either all or none, and write the format."""
    connection.execute("BEGIN")
    for name in names:
        connection.execute(statement(name))
    connection.execute(statement("begin"), {"format": str(FORMAT)})
    connection.execute("COMMIT")


def _known(path: Path, number: int | None) -> int:
    if number is None:
        raise RecordError(f"{path}: does not say its format; it is damaged, read the reports into a new record")
    if number > FORMAT:
        raise NewerRecord(f"{path}: is a record of format {number}, this version knows {FORMAT}; upgrade Dragoman")
    if number < 1:
        raise RecordError(f"{path}: is a record of format {number}, which there never was; read the reports into a new record")
    return number


def _explained(path: Path, error: duckdb.Error) -> RecordError:
    what = str(error).strip().splitlines()[0]
    for pattern, meaning in _MEANINGS:
        found = re.search(pattern, what, flags=re.IGNORECASE)
        if found:
            return RecordError(f"{path}: {meaning.format(*found.groups())}")
    return RecordError(f"{path}: {what}")


_MEANINGS = (
    (
        r"set lock .*\(PID (\d+)",
        "is in use by another program (process {}); wait until it is done, or ask a copy of it and of its .wal file, made together",
    ),
    (r"set lock", "is in use by another program; wait until it is done, or ask a copy of it and of its .wal file, made together"),
    (
        r"same database file with a different configuration",
        "is open for writing in this program already; close that first, or use that Record",
    ),
    (r"not a valid DuckDB database", "is no record (not a DuckDB database); give another file"),
    (
        r"permission denied|read-only file system|operation not permitted",
        "may not be opened for writing; change its permissions, or give another file",
    ),
    (
        r"could not read (enough|all) bytes|checksum|corrupt|truncated|end of file",
        "is damaged or cut short; copy it anew, or read the reports into a new record",
    ),
    (r"no space left|could not write", "cannot be written to; make room on the disk, nothing recorded so far is lost"),
    (r"version number (\d+)", "was written by another version of DuckDB (storage {}); upgrade duckdb"),
)
