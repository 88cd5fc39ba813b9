"""Claims as one flat table, a row each: what a data analyst wants to filter, count and plot.

For each role five list columns of equal length tell who plays it: ``actor`` (names), ``actor_ids``, ``actor_countries``,
``actor_sectors``, ``actor_words``; likewise for every other role. Who says so stands in list columns of equal length too, one
part for each link of the chain, outermost first: ``voice``, ``voice_ids``, ``voice_cues`` and so on. Spans appear as their words, and
those of sentence and trigger as offsets besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from dragoman.claims import ROLES, Reading
from dragoman.exchange.parties import party_columns
from dragoman.exchange.told import spelt_out
from dragoman.exchange.voices import COLUMNS as VOICES
from dragoman.exchange.voices import span_words, voices, wording
from dragoman.record import Position, Told

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_Cell: TypeAlias = object


def claims_to_arrow(source: Iterable[Reading | Told | Position]) -> pa.Table:
    """Return all claims of readings, or claims that a record has told, as one Arrow table.

    Example:
        >>> from dragoman.claims import Report
        >>> claims_to_arrow([Reading(report=Report(id="r1", text="Quiet."))]).num_rows
        0
    """
    import pyarrow as pa

    return pa.Table.from_pylist([_row(told) for told in spelt_out(source)], schema=_schema())


def claims_to_pandas(source: Iterable[Reading | Told | Position]) -> pd.DataFrame:
    """Return the same as pandas, in Arrow-backed columns."""
    import pandas as pd

    return claims_to_arrow(source).to_pandas(types_mapper=pd.ArrowDtype)


def claims_to_polars(source: Iterable[Reading | Told | Position]) -> pl.DataFrame:
    """Return the same as polars."""
    import polars as pl

    return pl.DataFrame(claims_to_arrow(source))


def _row(told: Told) -> dict[str, _Cell]:
    time, place = told.time, told.place
    return {
        "report": told.report.id,
        "title": told.report.title,
        "outlet": told.report.outlet,
        "author": told.report.author,
        "published": told.report.published,
        "url": told.report.url,
        "claim": told.claim,
        "kind": told.kind,
        "type": told.type,
        "mode": told.mode,
        "contexts": told.contexts,
        **{name: cell for role in ROLES for name, cell in party_columns(role, told.roles.get(role, ())).items()},
        "about": told.about,
        "as": told.status,
        "scope": told.scope,
        "counts": [{"of": c.of, "value": c.value, "bound": c.bound, "unit": c.unit, "words": c.words} for c in told.counts],
        "polarity": told.polarity,
        "certainty": told.certainty,
        "tense": told.tense,
        "condition": told.condition,
        "day": told.day,
        "day_from": told.day_from,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_precision": time.precision if time else None,
        "time_source": time.source if time else None,
        "place": place.name if place else None,
        "place_words": place.words if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonames": place.geonames if place else None,
        **voices(told),
        "trigger": told.trigger,
        "trigger_spans": span_words(told.trigger_spans),
        "sentence": told.sentence.strip(),
        "sentence_start": told.sentence_span[0],
        "sentence_end": told.sentence_span[1],
        "wording": wording(told),
        "rule": told.rule,
        "confidence": told.confidence,
    }


def _schema() -> pa.Schema:
    import pyarrow as pa

    texts, number = pa.list_(pa.string()), pa.float64()
    count = pa.struct([("of", pa.string()), ("value", number), ("bound", pa.string()), ("unit", pa.string()), ("words", pa.string())])
    kinds = {"counts": pa.list_(count), "lat": number, "lon": number, "confidence": number, "geonames": pa.int64()}
    kinds |= {"sentence_start": pa.int64(), "sentence_end": pa.int64()}
    lists = {"mode", "contexts", "about", "trigger", "trigger_spans", *VOICES}
    roles = [name for role in ROLES for name in party_columns(role, ())]
    lists |= set(roles)
    columns = [*_BEFORE, *roles, *_AFTER]
    return pa.schema([(name, kinds.get(name, texts if name in lists else pa.string())) for name in columns])


_BEFORE = ("report", "title", "outlet", "published", "url", "claim", "kind", "type", "mode", "contexts")
_AFTER = (
    *("about", "as", "scope", "counts", "polarity", "certainty", "tense", "condition"),
    *("day", "day_from", "time_start", "time_end", "time_precision", "time_source"),
    *("place", "place_words", "place_country", "lat", "lon", "geonames"),
    *(*VOICES, "trigger", "trigger_spans", "sentence", "sentence_start", "sentence_end", "wording", "author", "rule", "confidence"),
)
