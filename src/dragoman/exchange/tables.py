"""Readings as tables that lose nothing, and readings from them again.

One table for each kind of thing (reports, actors, mentions, statements, claims, roles, counts, voices, times, places), as
the record keeps them; each begins with the report's id, so that they join.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from dragoman.claims import Reading
from dragoman.record.arrow import from_tables as _from_arrow
from dragoman.record.arrow import tables_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Frame(Protocol):
    """Any table that lends itself as Arrow: pyarrow's, pandas', polars', DuckDB's."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Lend the table (Arrow's PyCapsule interface)."""
        ...


def to_arrow(readings: Iterable[Reading]) -> dict[str, pa.Table]:
    """Return the tables of these readings as Arrow.

    Example:
        >>> from dragoman.claims import Report
        >>> tables = to_arrow([Reading(report=Report(id="r1", text="Talks began."))])
        >>> tables["reports"].column("text").to_pylist()
        ['Talks began.']
        >>> [reading.report.id for reading in from_tables(tables)]
        ['r1']
    """
    return tables_of(readings)


def to_pandas(readings: Iterable[Reading]) -> dict[str, pd.DataFrame]:
    """Return the tables as pandas, in Arrow-backed columns so that nothing is lost on the way back."""
    import pandas as pd

    return {name: table.to_pandas(types_mapper=pd.ArrowDtype) for name, table in tables_of(readings).items()}


def to_polars(readings: Iterable[Reading]) -> dict[str, pl.DataFrame]:
    """Return the tables as polars."""
    import polars as pl

    return {name: pl.DataFrame(table) for name, table in tables_of(readings).items()}


def from_tables(tables: Mapping[str, Frame]) -> Iterator[Reading]:
    """Yield the readings that `to_arrow`, `to_pandas` or `to_polars` took apart, equal to what they were.

    Rows may have been filtered or come in any order, as long as what a report's claims point to is left.

    Raises:
        ReadingError: a table or column is missing.
    """
    import pyarrow as pa

    return _from_arrow({name: pa.table(table) for name, table in tables.items()})
