"""Readings in the forms that other tools take: JSON Lines, Arrow, pandas and polars, and back; events as PLOVER and as dyads."""

from __future__ import annotations

from dragoman.exchange.claims_frame import claims_to_arrow, claims_to_pandas, claims_to_polars
from dragoman.exchange.dyads import dyads_to_arrow
from dragoman.exchange.files import write_events, write_table
from dragoman.exchange.lines import read_lines, write_lines
from dragoman.exchange.plover import PloverEvent, to_plover
from dragoman.exchange.statements_frame import statements_to_arrow, statements_to_pandas, statements_to_polars
from dragoman.exchange.tables import from_tables, to_arrow, to_pandas, to_polars

__all__ = [
    "PloverEvent",
    "claims_to_arrow",
    "claims_to_pandas",
    "claims_to_polars",
    "dyads_to_arrow",
    "from_tables",
    "read_lines",
    "statements_to_arrow",
    "statements_to_pandas",
    "statements_to_polars",
    "to_arrow",
    "to_pandas",
    "to_plover",
    "to_polars",
    "write_events",
    "write_lines",
    "write_table",
]
