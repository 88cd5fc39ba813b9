"""Statements as one flat table, a row each: who said what, in which words, how and when.

Five list columns of equal length tell who says it: ``source`` (names), ``source_ids``, ``source_countries``, ``source_sectors``,
``source_words``. ``words`` are what is said, a part for each stretch of the text, and ``spans`` where these stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.claims import Reading
from dragoman.exchange.parties import party_columns
from dragoman.exchange.voices import span_words
from dragoman.record import Said, Telling

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


def statements_to_arrow(source: Iterable[Reading | Said]) -> pa.Table:
    """Return all statements of readings, or those that a record has told, as one Arrow table.

    Example:
        >>> from dragoman.claims import Report
        >>> statements_to_arrow([Reading(report=Report(id="r1", text="Quiet."))]).num_rows
        0
    """
    import pyarrow as pa

    return pa.Table.from_pylist([_row(said) for said in _spelt_out(source)], schema=_schema())


def statements_to_pandas(source: Iterable[Reading | Said]) -> pd.DataFrame:
    """Return the same as pandas, in Arrow-backed columns."""
    import pandas as pd

    return statements_to_arrow(source).to_pandas(types_mapper=pd.ArrowDtype)


def statements_to_polars(source: Iterable[Reading | Said]) -> pl.DataFrame:
    """Return the same as polars."""
    import polars as pl

    return pl.DataFrame(statements_to_arrow(source))


def _spelt_out(source: Iterable[Reading | Said]) -> Iterator[Said]:
    for one in source:
        if isinstance(one, Reading):
            telling = Telling(one)
            yield from map(telling.said, one.statements)
        else:
            yield one


def _row(said: Said) -> dict[str, object]:
    report, time, cue = said.report, said.time, said.cue_span
    return {
        "report": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "published": report.published,
        "url": report.url,
        "statement": said.statement,
        **party_columns("source", said.sources),
        "cue": said.cue,
        "cue_start": cue[0] if cue else None,
        "cue_end": cue[1] if cue else None,
        "words": said.words,
        "spans": span_words(said.spans),
        "manner": said.manner,
        "within": [voice.statement for voice in said.within],
        "within_sources": [voice.name for voice in said.within],
        "day": said.day,
        "day_from": said.day_from,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_precision": time.precision if time else None,
        "paragraph": said.paragraph,
    }


def _schema() -> pa.Schema:
    import pyarrow as pa

    texts = pa.list_(pa.string())
    return pa.schema(
        [
            *((name, pa.string()) for name in ("report", "title", "outlet", "author", "published", "url", "statement")),
            *((name, texts) for name in party_columns("source", ())),
            *(("cue", pa.string()), ("cue_start", pa.int64()), ("cue_end", pa.int64())),
            *(("words", texts), ("spans", texts), ("manner", pa.string()), ("within", texts), ("within_sources", texts)),
            *((name, pa.string()) for name in ("day", "day_from", "time_start", "time_end", "time_precision", "paragraph")),
        ]
    )
