"""Reading → rows of `columns.TABLES`; `rebuild` is the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from dragoman.claims import Claim, Reading, Span, TimeValue
from dragoman.record.columns import TABLES

Row: TypeAlias = tuple[Any, ...]
"""One row of a table, in the order of its columns; a span is a mapping of ``start`` and ``stop``."""


def rows_of(readings: Iterable[Reading]) -> dict[str, list[Row]]:
    """Return the rows of every table for these readings, in their order."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for reading in readings:
        for name, make in _MAKERS.items():
            rows[name].extend(make(reading))
    return rows


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span[0], "stop": span[1]}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": start, "stop": stop} for start, stop in spans]


def _reports(reading: Reading) -> Iterator[Row]:
    r = reading.report
    yield r.id, r.title, r.outlet, r.author, r.published, r.url, r.language, r.text, r.file


def _actors(reading: Reading) -> Iterator[Row]:
    for n, a in enumerate(reading.actors):
        yield reading.report.id, n, a.id, a.name, a.kind, a.country, a.sector, list(a.other_sectors)


def _mentions(reading: Reading) -> Iterator[Row]:
    for n, m in enumerate(reading.mentions):
        yield reading.report.id, n, m.id, m.start, m.end, m.text, m.actor


def _statements(reading: Reading) -> Iterator[Row]:
    for n, s in enumerate(reading.statements):
        said = (s.id, s.source, list(s.co_sources), _span(s.cue), _spans(s.content), s.manner, s.within)
        yield (reading.report.id, n, *said, *_time(s.time))


def _claims(reading: Reading) -> Iterator[Row]:
    for n, c in enumerate(reading.claims):
        what = (c.id, c.kind, c.type, list(c.mode), list(c.contexts), _spans(c.about), _span(c.as_), _span(c.scope))
        sure = (c.polarity, c.certainty, c.tense, _span(c.condition))
        yield (reading.report.id, n, *what, *sure, *_time(c.time), c.place, _span(c.sentence), _spans(c.trigger), c.rule, c.confidence)


def _time(time: TimeValue | None) -> Row:
    if time is None:
        return None, None, None, None, None
    return time.start, time.end, time.precision, _span(time.span), time.source


def _roles(reading: Reading) -> Iterator[Row]:
    for claim in reading.claims:
        for n, (role, mention) in enumerate(_filled(claim)):
            yield reading.report.id, claim.id, n, role, mention


def _filled(claim: Claim) -> Iterator[tuple[str, str | None]]:
    """Yield role and filler; a role that nobody fills once, with None, so that it comes back."""
    for role, mentions in claim.roles.items():
        for mention in mentions or (None,):
            yield role, mention


def _counts(reading: Reading) -> Iterator[Row]:
    for claim in reading.claims:
        for n, c in enumerate(claim.counts):
            yield reading.report.id, claim.id, n, c.of, c.value, c.bound, c.unit, _span(c.span)


def _voices(reading: Reading) -> Iterator[Row]:
    for claim in reading.claims:
        for depth, statement in enumerate(claim.voice):
            yield reading.report.id, claim.id, depth, statement


def _times(reading: Reading) -> Iterator[Row]:
    for n, t in enumerate(reading.times):
        yield reading.report.id, n, t.start, t.end, t.text, t.value, t.type


def _places(reading: Reading) -> Iterator[Row]:
    for n, p in enumerate(reading.places):
        yield reading.report.id, n, p.start, p.end, p.text, p.name, p.lat, p.lon, p.country, p.geonames


_MAKERS: Mapping[str, Callable[[Reading], Iterator[Row]]] = {
    "reports": _reports,
    "actors": _actors,
    "mentions": _mentions,
    "statements": _statements,
    "claims": _claims,
    "roles": _roles,
    "counts": _counts,
    "voices": _voices,
    "times": _times,
    "places": _places,
}
