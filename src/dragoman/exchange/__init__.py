"""Readings in the forms that other tools take: JSON Lines, Arrow, pandas and polars, and back."""

from __future__ import annotations

from dragoman.exchange.claims_frame import claims_to_arrow, claims_to_pandas, claims_to_polars
from dragoman.exchange.lines import read_lines, write_lines
from dragoman.exchange.tables import from_tables, to_arrow, to_pandas, to_polars

__all__ = [
    "claims_to_arrow",
    "claims_to_pandas",
    "claims_to_polars",
    "from_tables",
    "read_lines",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write_lines",
]
