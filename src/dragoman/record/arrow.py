"""Readings ⇄ Arrow tables, by way of the rows: the fast road into the database and out to data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from dragoman.claims import Reading
from dragoman.errors import ReadingError
from dragoman.record.columns import TABLES, Kind, names
from dragoman.record.rebuild import readings_of
from dragoman.record.rows import rows_of

if TYPE_CHECKING:
    import pyarrow as pa


def tables_of(readings: Iterable[Reading]) -> dict[str, pa.Table]:
    """Return one Arrow table for each of `columns.TABLES`, holding all of these readings.

    Raises:
        ReadingError: a text holds half a character (a lone surrogate), which no file can keep.
    """
    import pyarrow as pa

    kinds = _kinds()
    tables = {}
    for name, rows in rows_of(readings).items():
        schema = pa.schema([(column, kinds[kind]) for column, kind in TABLES[name]])
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        try:
            tables[name] = pa.table([pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema)
        except (UnicodeEncodeError, pa.ArrowInvalid) as error:
            raise ReadingError(f"{name}: {error}; the text holds characters that cannot be stored") from error
    return tables


def from_tables(tables: Mapping[str, pa.Table]) -> Iterator[Reading]:
    """Yield the readings that `tables_of` took apart, equal to what they were.

    Raises:
        ReadingError: a table or column is missing.
    """
    rows = {}
    for name in TABLES:
        table = tables.get(name)
        lacking = set(names(name)) - set(table.column_names if table is not None else ())
        if table is None or lacking:
            raise ReadingError(
                f"table {name}: missing{': ' + ', '.join(sorted(lacking)) if table is not None else ''}; give what tables_of returns"
            )
        rows[name] = list(zip(*(table.column(column).to_pylist() for column in names(name)), strict=True))
    return readings_of(rows)


def _kinds() -> dict[Kind, pa.DataType]:
    import pyarrow as pa

    span = pa.struct([("start", pa.int32()), ("stop", pa.int32())])
    return {
        "text": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "texts": pa.list_(pa.string()),
        "span": span,
        "spans": pa.list_(span),
    }
