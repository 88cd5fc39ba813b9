"""Readings into the tables: one transaction a batch, so that a crash leaves whole batches only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import duckdb

from dragoman.claims import Failure, Reading, Report, ReportId
from dragoman.errors import RecordError
from dragoman.record.answers import Known
from dragoman.record.arrow import tables_of
from dragoman.record.columns import TABLES
from dragoman.record.copies import Seen, fingerprint
from dragoman.record.sql import statement

if TYPE_CHECKING:
    import pyarrow as pa

Copy = tuple[Report, ReportId]
"""A report, and the one whose text it repeats."""

_CORRECTED = ("outlet", "author", "url", "file")


def write(
    connection: duckdb.DuckDBPyConnection,
    *,
    readings: Sequence[Reading] = (),
    copies: Sequence[Copy] = (),
    failures: Sequence[Failure] = (),
    corrected: Sequence[Report] = (),
    gone: Sequence[ReportId] = (),
) -> None:
    """Write all of these, or none of them where something fails.

    A reading replaces what was recorded under the same report id. One whose text is recorded under another
    id becomes a pointer to it, and a report without a date becomes one to the same text with a date.

    Args:
        connection: the record's.
        readings: what was read.
        copies: reports that repeat another's text.
        failures: what could not be read.
        corrected: reports whose outlet, author, address or file is now known otherwise.
        gone: ids that are recorded no more.
    """
    for reading in readings:
        _check_ids(reading)
    connection.execute("BEGIN")
    try:
        _remove(connection, gone)
        _correct(connection, corrected)
        originals, found = _sorted_out(connection, readings)
        _put_copies(connection, (*found, *copies))
        _put_readings(connection, originals)
        _put_failures(connection, failures)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.TransactionException):  # a commit that was interrupted has rolled back itself
            connection.execute("ROLLBACK")
        raise
    finally:
        for view in ("incoming", "incoming_ids"):
            connection.unregister(view)


def _check_ids(reading: Reading) -> None:
    """Raise where two things of one kind bear one id, since their parts could not be told apart again."""
    for what in (reading.actors, reading.mentions, reading.statements, reading.claims):
        ids = [thing.id for thing in what]
        if len(set(ids)) < len(ids):
            twice = next(key for key in ids if ids.count(key) > 1)
            raise RecordError(f"{reading.report.id}: {twice} stands twice in the reading; give each its own id")


def _sorted_out(connection: duckdb.DuckDBPyConnection, readings: Iterable[Reading]) -> tuple[dict[str, Reading], list[Copy]]:
    """Return the readings to record by fingerprint and id (the last of each id), and the copies among them."""
    last = {reading.report.id: reading for reading in readings}
    marks = {key: fingerprint(reading.text) for key, reading in last.items()}
    rows = connection.execute(statement("same_text"), {"fingerprints": list(marks.values())}).fetchall()
    seen = Seen(Known(id=key, fingerprint=mark, published=published) for mark, key, published in rows if marks.get(key, mark) == mark)
    originals: dict[str, Reading] = {}
    copies: list[Copy] = []
    for key, reading in last.items():
        original = seen.original(reading.report, mark=marks[key])
        if original is not None and original != key:
            copies.append((reading.report, original))
        else:
            originals[key] = reading
            seen.add(reading.report, mark=marks[key])
    return originals, copies


def _put_readings(connection: duckdb.DuckDBPyConnection, readings: dict[str, Reading]) -> None:
    import pyarrow as pa

    if not readings:
        return
    marks = [fingerprint(reading.text) for reading in readings.values()]
    _forget(connection, pa.table({"report": list(readings), "fingerprint": marks}))
    tables = tables_of(readings.values())
    tables["reports"] = tables["reports"].append_column("fingerprint", pa.array(marks))
    for name, table in tables.items():
        _put(connection, name, table)
    _point_undated(connection, marks)


def _point_undated(connection: duckdb.DuckDBPyConnection, marks: Sequence[str]) -> None:
    """Let reports without a date be copies of those with one that have their text."""
    for one in duckdb.extract_statements(statement("undated")):
        connection.execute(one, {name: list(marks) for name in one.named_parameters})
    for table in TABLES:
        connection.execute(statement("forget_undated").format(table=table))
    connection.execute(statement("repoint"))


def _remove(connection: duckdb.DuckDBPyConnection, gone: Sequence[ReportId]) -> None:
    """Take reports out of the record; a text that a copy shares goes over to the copy."""
    import pyarrow as pa

    if gone:
        _forget(connection, pa.table({"report": list(gone), "fingerprint": [""] * len(gone)}))


def _correct(connection: duckdb.DuckDBPyConnection, reports: Sequence[Report]) -> None:
    import pyarrow as pa

    if not reports:
        return
    rows: dict[ReportId, dict[str, str]] = {}
    for report in reports:
        said = {name: value for name in _CORRECTED if (value := getattr(report, name)) is not None}
        rows.setdefault(report.id, {"report": report.id}).update(said)
    schema = pa.schema([(name, pa.string()) for name in ("report", *_CORRECTED)])
    connection.register("incoming", pa.Table.from_pylist(list(rows.values()), schema=schema))
    for table in ("reports", "duplicates"):
        connection.execute(statement("correct").format(table=table))


def _put_copies(connection: duckdb.DuckDBPyConnection, copies: Sequence[Copy]) -> None:
    import pyarrow as pa

    if not copies:
        return
    last = {report.id: (report, original) for report, original in copies}
    rows = [
        {
            "report": r.id,
            "same_as": original,
            "title": r.title,
            "outlet": r.outlet,
            "author": r.author,
            "published": r.published,
            "url": r.url,
            "language": r.language,
            "file": r.file,
            "fingerprint": fingerprint(r.text),
        }
        for r, original in last.values()
    ]
    schema = pa.schema([(name, pa.string()) for name in rows[0]])
    table = pa.Table.from_pylist(rows, schema=schema)
    _forget(connection, table.select(["report", "fingerprint"]))
    _put(connection, "duplicates", table)
    connection.execute(statement("repoint"))


def _put_failures(connection: duckdb.DuckDBPyConnection, failures: Sequence[Failure]) -> None:
    """Note what could not be read; an older reading of the same report stays."""
    last = {failure.id: failure.error for failure in failures}
    if last:
        connection.executemany(statement("fail"), list(last.items()))


def _forget(connection: duckdb.DuckDBPyConnection, ids: pa.Table) -> None:
    """Delete what is recorded under these ids; a text that a copy shares goes over to the copy."""
    connection.register("incoming_ids", ids)
    for report, heir in connection.execute(statement("heirs")).fetchall():
        _inherit(connection, report=report, heir=heir)
    for table in (*TABLES, "duplicates", "failures"):
        connection.execute(statement("forget").format(table=table))


def _inherit(connection: duckdb.DuckDBPyConnection, *, report: str, heir: str) -> None:
    who = {"report": report, "heir": heir}
    for one in duckdb.extract_statements(statement("inherit")):
        connection.execute(one, {name: who[name] for name in one.named_parameters})
    for table in TABLES:
        if table != "reports":
            connection.execute(statement("rename").format(table=table), who)


def _put(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    if rows.num_rows == 0:
        return
    connection.register("incoming", rows)
    connection.execute(statement("put").format(table=table))
