"""The tables that a reading falls into and rises from again: their columns, in order.

The same tables serve the database (`sql/schema.sql` says what each column means) and Arrow, so that a
reading comes back equal from either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["text", "int", "float", "texts", "span", "spans"]
Columns = tuple[tuple[str, Kind], ...]

_KEY: Columns = (("report", "text"), ("n", "int"))
_TIME: Columns = (
    ("time_start", "text"),
    ("time_end", "text"),
    ("time_precision", "text"),
    ("time_span", "span"),
    ("time_source", "text"),
)
_PLACED: Columns = (("start", "int"), ("stop", "int"), ("words", "text"))

TABLES: Mapping[str, Columns] = {
    "reports": tuple((name, "text") for name in ("report", "title", "outlet", "author", "published", "url", "language", "text", "file")),
    "actors": (
        *_KEY,
        ("actor", "text"),
        ("name", "text"),
        ("kind", "text"),
        ("country", "text"),
        ("sector", "text"),
        ("other_sectors", "texts"),
    ),
    "mentions": (*_KEY, ("mention", "text"), *_PLACED, ("actor", "text")),
    "statements": (
        *_KEY,
        ("statement", "text"),
        ("source", "text"),
        ("co_sources", "texts"),
        ("cue", "span"),
        ("content", "spans"),
        ("manner", "text"),
        ("within", "text"),
        *_TIME,
    ),
    "claims": (
        *_KEY,
        ("claim", "text"),
        ("kind", "text"),
        ("type", "text"),
        ("mode", "texts"),
        ("contexts", "texts"),
        ("about", "spans"),
        ("as_", "span"),
        ("scope", "span"),
        ("polarity", "text"),
        ("certainty", "text"),
        ("tense", "text"),
        ("condition", "span"),
        *_TIME,
        ("place", "text"),
        ("sentence", "span"),
        ("trigger", "spans"),
        ("rule", "text"),
        ("confidence", "float"),
    ),
    "roles": (("report", "text"), ("claim", "text"), ("n", "int"), ("role", "text"), ("mention", "text")),
    "counts": (
        ("report", "text"),
        ("claim", "text"),
        ("n", "int"),
        ("counted", "text"),
        ("value", "float"),
        ("bound", "text"),
        ("unit", "text"),
        ("span", "span"),
    ),
    "voices": (("report", "text"), ("claim", "text"), ("depth", "int"), ("statement", "text")),
    "times": (*_KEY, *_PLACED, ("value", "text"), ("type", "text")),
    "places": (*_KEY, *_PLACED, ("name", "text"), ("lat", "float"), ("lon", "float"), ("country", "text"), ("geonames", "int")),
}


def names(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in order."""
    return tuple(name for name, _ in TABLES[table])
