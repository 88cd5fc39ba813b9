"""The record's SQL, one file a statement or group of statements."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """Return the text of ``NAME.sql``."""
    return files(__name__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
