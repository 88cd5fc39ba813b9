"""Rows of `columns.TABLES` → readings, equal to those that `rows` took apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from dragoman.claims import Actor, Claim, Count, Mention, Place, Reading, Report, Span, Statement, TimeValue, Timex
from dragoman.record.rows import Row

_ByReport = Mapping[str, list[Row]]


def readings_of(rows: Mapping[str, Iterable[Row]]) -> Iterator[Reading]:
    """Yield the readings that the rows hold, in the order of the ``reports`` rows.

    Rows may come in any order; each table's own numbers restore it. A table that is missing is empty.
    """
    by_report = {name: _grouped(table) for name, table in rows.items() if name != "reports"}

    def of(table: str, report: str) -> list[Row]:
        return by_report.get(table, {}).get(report, [])

    for row in rows["reports"]:
        key = row[0]
        yield Reading(
            report=_report(row),
            actors=tuple(
                Actor(id=r[2], name=r[3], kind=r[4], country=r[5], sector=r[6], other_sectors=tuple(r[7])) for r in of("actors", key)
            ),
            mentions=tuple(Mention(id=r[2], start=r[3], end=r[4], text=r[5], actor=r[6]) for r in of("mentions", key)),
            statements=tuple(_statement(r) for r in of("statements", key)),
            claims=tuple(_claims(of("claims", key), roles=of("roles", key), counts=of("counts", key), voices=of("voices", key))),
            times=tuple(Timex(start=r[2], end=r[3], text=r[4], value=r[5], type=r[6]) for r in of("times", key)),
            places=tuple(
                Place(start=r[2], end=r[3], text=r[4], name=r[5], lat=r[6], lon=r[7], country=r[8], geonames=r[9])
                for r in of("places", key)
            ),
        )


def _grouped(rows: Iterable[Row]) -> _ByReport:
    """Return the rows of one table by report, each report's in order (by number, or by claim and number)."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    for group in groups.values():
        group.sort(key=itemgetter(1) if isinstance(group[0][1], int) else itemgetter(1, 2))
    return groups


def _span(value: Mapping[str, int] | None) -> Span | None:
    return None if value is None else Span(value["start"], value["stop"])


def _spans(values: Iterable[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple(Span(value["start"], value["stop"]) for value in values)


def _report(row: Row) -> Report:
    return Report(
        id=row[0],
        title=row[1],
        outlet=row[2],
        author=row[3],
        published=row[4],
        url=row[5],
        language=row[6],
        text=row[7],
        file=row[8],
    )


def _statement(row: Row) -> Statement:
    _, _, key, source, co_sources, cue, content, manner, within = row[:9]
    return Statement(
        id=key,
        source=source,
        co_sources=tuple(co_sources),
        cue=_span(cue),
        content=_spans(content),
        manner=manner,
        within=within,
        time=_time(row[9:]),
    )


def _claims(rows: list[Row], *, roles: list[Row], counts: list[Row], voices: list[Row]) -> Iterator[Claim]:
    by_claim = {
        "roles": {key: list(group) for key, group in groupby(roles, key=itemgetter(1))},
        "counts": {key: list(group) for key, group in groupby(counts, key=itemgetter(1))},
        "voices": {key: list(group) for key, group in groupby(voices, key=itemgetter(1))},
    }
    for row in rows:
        yield _claim(row, *(by_claim[part].get(row[2], []) for part in ("roles", "counts", "voices")))


def _claim(row: Row, roles: list[Row], counts: list[Row], voices: list[Row]) -> Claim:
    key, kind, what, mode, contexts, about, as_, scope, polarity, certainty, tense, condition = row[2:14]
    place, sentence, trigger, rule, confidence = row[19:]
    fillers: dict[str, tuple[Any, ...]] = {}
    for _, _, _, role, mention in roles:
        fillers[role] = (*fillers.get(role, ()), *((mention,) if mention is not None else ()))
    return Claim(
        id=key,
        kind=kind,
        type=what,
        mode=tuple(mode),
        contexts=tuple(contexts),
        roles=fillers,
        about=_spans(about),
        as_=_span(as_),
        scope=_span(scope),
        counts=tuple(Count(of=c[3], value=c[4], bound=c[5], unit=c[6], span=Span(c[7]["start"], c[7]["stop"])) for c in counts),
        polarity=polarity,
        certainty=certainty,
        tense=tense,
        condition=_span(condition),
        time=_time(row[14:19]),
        place=place,
        voice=tuple(v[3] for v in voices),
        sentence=Span(sentence["start"], sentence["stop"]),
        trigger=_spans(trigger),
        rule=rule,
        confidence=confidence,
    )


def _time(row: Row) -> TimeValue | None:
    start, end, precision, span, source = row
    return None if precision is None else TimeValue(start=start, end=end, precision=precision, span=_span(span), source=source)
