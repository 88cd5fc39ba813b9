"""Events as the field's classic table: a row for each pair of actor and recipient, every cell a plain value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from dragoman.claims import Reading
from dragoman.exchange.told import date_extent, spelt_out
from dragoman.exchange.voices import COLUMNS as VOICES
from dragoman.exchange.voices import chained, joined, span_words, voices, wording
from dragoman.ontology import Ontology, load, to_cameo
from dragoman.record import Party, Position, Told

if TYPE_CHECKING:
    import pyarrow as pa

_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "ASSAULT"})
"""What several do with each other where no recipient is told, clashes among it; anything else they do side by side."""

_CEASEFIRE = "ceasefire"

_Cell: TypeAlias = str | int | float | bool | None


def dyads_to_arrow(source: Iterable[Reading | Told | Position]) -> pa.Table:
    """Return the events of readings, or of claims that a record has told, as a table of pairs; relations are passed over.

    Each actor is paired with each recipient. Those who meet, agree, cooperate, clash or cease fire with each other are all actors: each two
    of them are a row, once, with `mutual` true. An actor of another event without a recipient has a row without one, and an event
    that names nobody a row with neither.

    Columns: `event` (report and claim, alike in all rows of one event), `date`, `date_end` and `date_precision` (a year's is
    its first day, `date_precision` then `year`), `date_from`, for both sides name, id, country
    (as PLOVER counts it) and sector, then type, mode, contexts, `quad` (1 to 4), `score` (-10, conflict, to 10, cooperation),
    the nearest `cameo` code, polarity, certainty, tense, voice, place, report, words and their offsets, rule and confidence. Lists
    are joined by ``"; "``, the links of a chain of voices, outermost first, by ``" > "``.

    Example:
        >>> from dragoman.claims import Report
        >>> dyads_to_arrow([Reading(report=Report(id="r1", text="Quiet."))]).num_rows
        0
    """
    import pyarrow as pa

    ontology = load()
    rows = [row for told in spelt_out(source) if told.kind == "event" for row in _rows(told, ontology)]
    return pa.Table.from_pylist(rows, schema=_schema())


def _rows(told: Told, ontology: Ontology) -> Iterator[dict[str, _Cell]]:
    event = _event(told, ontology)
    for actor, recipient, mutual in _pairs(told):
        yield {**event, "mutual": mutual, **_side("actor", actor, ontology), **_side("recipient", recipient, ontology)}


def _pairs(told: Told) -> Iterator[tuple[Party | None, Party | None, bool]]:
    actors, recipients = told.roles.get("actor", ()), told.roles.get("recipient", ())
    together = told.type in _TOGETHER or _CEASEFIRE in told.mode
    if together and len(actors) > 1 and not recipients:
        yield from ((one, other, True) for one, other in combinations(actors, 2))
    else:
        yield from ((one, other, False) for one, other in product(actors or (None,), recipients or (None,)))


def _side(name: str, party: Party | None, ontology: Ontology) -> dict[str, _Cell]:
    country = party.country if party else None
    return {
        name: party.name if party else None,
        f"{name}_id": party.actor if party else None,
        f"{name}_country": ontology.plover_country(country) if country else None,
        f"{name}_sector": party.sector if party else None,
        f"{name}_words": party.words if party else None,
    }


def _event(told: Told, ontology: Ontology) -> dict[str, _Cell]:
    """Return what all rows of an event have in common."""
    end, precision = date_extent(told)
    place, code = told.place, to_cameo(told.type, ontology, modes=told.mode, contexts=told.contexts)
    return {
        "event": f"{told.report.id}#{told.claim}",
        "date": told.day,
        "date_end": end,
        "date_precision": precision,
        "date_from": told.day_from,
        "type": told.type,
        "mode": joined(told.mode),
        "contexts": joined(told.contexts),
        "quad": ontology.events[told.type].quad.number,
        "score": ontology.score(told.type, told.mode),
        "cameo": code.code if code else None,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "tense": told.tense,
        "condition": told.condition,
        **{name: chained(parts) for name, parts in voices(told).items()},
        "third_party": joined(party.name for party in told.roles.get("third_party", ())),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "report": told.report.id,
        "published": told.report.published,
        "outlet": told.report.outlet,
        "author": told.report.author,
        "url": told.report.url,
        "trigger": joined(told.trigger),
        "trigger_spans": joined(span_words(told.trigger_spans)),
        "sentence": told.sentence.strip(),
        "sentence_start": told.sentence_span[0],
        "sentence_end": told.sentence_span[1],
        "wording": wording(told),
        "rule": told.rule,
        "confidence": told.confidence,
    }


def _schema() -> pa.Schema:
    import pyarrow as pa

    kinds = {
        "quad": pa.int8(),
        "score": pa.float64(),
        "lat": pa.float64(),
        "lon": pa.float64(),
        "confidence": pa.float64(),
        "mutual": pa.bool_(),
        "sentence_start": pa.int64(),
        "sentence_end": pa.int64(),
    }
    return pa.schema([(name, kinds.get(name, pa.string())) for name in _COLUMNS])


_COLUMNS = (
    *("event", "date", "date_end", "date_precision", "date_from"),
    *("actor", "actor_id", "actor_country", "actor_sector", "actor_words"),
    *("recipient", "recipient_id", "recipient_country", "recipient_sector", "recipient_words", "mutual"),
    *("type", "mode", "contexts", "quad", "score", "cameo", "polarity", "certainty", "tense", "condition"),
    *(*VOICES, "third_party"),
    *("place", "place_country", "lat", "lon", "report", "published", "outlet", "author", "url"),
    *("trigger", "trigger_spans", "sentence", "sentence_start", "sentence_end", "wording", "rule", "confidence"),
)
