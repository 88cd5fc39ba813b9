"""Questions to the record, answered by SQL that finds and by readings that tell."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter

import duckdb

from dragoman.claims import ActorId, ClaimId, Reading, ReportId
from dragoman.errors import RecordError
from dragoman.ontology import load as load_ontology
from dragoman.record.answers import Answer, Dispute, Known, Listed, Named, Only, Position, Said, Source, Told
from dragoman.record.columns import TABLES, names
from dragoman.record.gather import by_day, connected
from dragoman.record.narrowing import chosen, kinds, period, sure
from dragoman.record.rebuild import readings_of
from dragoman.record.sql import statement
from dragoman.record.telling import Telling, source_of

_AROUND = 110
"""Characters of a line on either side of what it is shown for."""
_ALL = Only()
_SAFE = frozenset({"SELECT", "EXPLAIN"})


def readings(connection: duckdb.DuckDBPyConnection, ids: Sequence[ReportId]) -> Iterator[Reading]:
    """Yield the readings of these reports that are recorded, by report id."""
    rows = {}
    for table in TABLES:
        columns = ", ".join(f'"{name}"' for name in names(table))
        query = statement("readings").format(columns=columns, table=table)
        rows[table] = connection.execute(query, {"ids": list(ids)}).fetchall()
    rows["reports"].sort(key=itemgetter(0))
    return readings_of(rows)


def original(connection: duckdb.DuckDBPyConnection, report: str) -> ReportId:
    """Return the report under which a report's text is recorded: itself, or the one that it repeats.

    Raises:
        RecordError: no such report, or it could not be read.
    """
    row = connection.execute(statement("original"), {"report": report}).fetchone()
    if row is not None:
        return ReportId(row[0])
    failed = connection.execute(statement("failed"), {"report": report}).fetchone()
    if failed is not None:
        raise RecordError(f"{report}: could not be read: {failed[0]}")
    raise _no_report(connection, report)


def _no_report(connection: duckdb.DuckDBPyConnection, report: str) -> RecordError:
    near = connection.execute(statement("near_reports"), {"report": report}).fetchall()
    remedy = f"near ids are: {', '.join(key for (key,) in near)}" if near else "list them with: dragoman reports"
    return RecordError(f"{report}: no such report in this record; {remedy}")


def matching(connection: duckdb.DuckDBPyConnection, pattern: str) -> tuple[ReportId, ...]:
    """Return the reports with this id, or whose ids a pattern such as ``news-*`` fits.

    Raises:
        RecordError: there are none.
    """
    rows = connection.execute(statement("matching"), {"pattern": pattern}).fetchall()
    if not rows:
        raise _no_report(connection, pattern)
    return tuple(ReportId(key) for (key,) in rows)


def known(connection: duckdb.DuckDBPyConnection) -> tuple[Known, ...]:
    """Return every report that the record knows, copies included."""
    rows = connection.execute(statement("known")).fetchall()
    fields = ("id", "fingerprint", "published", "outlet", "author", "url", "file", "same_as")
    return tuple(Known(**dict(zip(fields, row, strict=True))) for row in rows)


def reports(connection: duckdb.DuckDBPyConnection, *, since: str | None, until: str | None) -> tuple[Listed, ...]:
    """Return every report with how much was found in it, by date; copies point to what they repeat."""
    rows = connection.execute(statement("reports"), period(since, until)).fetchall()
    copies = _copies(connection)
    return tuple(
        Listed(
            source=Source(
                id=r[0], title=r[1], outlet=r[2], published=r[4], url=r[5], same_as=r[8], copies=copies.get(r[0], ()), file=r[11]
            ),
            claims=r[9],
            statements=r[10],
        )
        for r in rows
    )


def named(connection: duckdb.DuckDBPyConnection, *, besides: Container[str]) -> Iterator[Named]:
    """Yield whom the reports name, those of most reports first; without those whose id is among `besides`, or of one that is.

    The id of a body or people begins with the id of whose it is: ``turkey-foreign-ministry``.
    """
    for actor, name, kind, country, sector, reports, mentions, latest, text, start in connection.execute(statement("named")).fetchall():
        parts = actor.split("-")
        if any("-".join(parts[:n]) in besides for n in range(len(parts), 0, -1)):
            continue
        yield Named(
            actor=actor,
            name=name,
            kind=kind,
            country=country,
            sector=sector,
            reports=reports,
            mentions=mentions,
            latest=latest,
            sentence=_line_around(text, start),
        )


def _line_around(text: str, start: int) -> str:
    """Return the line around a character, cut to what fits on a screen."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = min(end if (end := text.find("\n", start)) >= 0 else len(text), start + _AROUND)
    before = "…" if first and text[first - 1] != "\n" else ""
    after = "…" if last < len(text) and text[last] != "\n" else ""
    return before + text[first:last].strip() + after


def timeline(
    connection: duckdb.DuckDBPyConnection,
    asked: Sequence[Sequence[ActorId]],
    *,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    confidence: float | None,
    only: Only = _ALL,
) -> tuple[Told, ...]:
    """Return the claims in which all of these (none: whoever) play a part, by day; events, or those of the types and modes asked."""
    narrowed = {**period(since, until), "types": kinds(connection, types), **sure(confidence), **chosen(only)}
    parameters = {"asked": [list(ids) for ids in asked], **narrowed}
    return _told(connection, connection.execute(statement("timeline"), parameters).fetchall())


def standing(
    connection: duckdb.DuckDBPyConnection,
    actors: Sequence[ActorId],
    *,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    confidence: float | None,
    only: Only = _ALL,
) -> tuple[Told, ...]:
    """Return the relations in which somebody stands, under any of these ids, by type and then date.

    Raises:
        RecordError: an unknown or ambiguous name, or a type that is none of relations.
    """
    asked = kinds(connection, types)
    events = load_ontology().events
    for one in asked:
        if one in events or any(one in event.modes for event in events.values()):
            raise RecordError(f"{one}: is a type or mode of events, and how somebody stands is told by relations; ask the timeline for it")
    parameters = {"actors": list(actors), "types": asked, **period(since, until), **sure(confidence), **chosen(only)}
    return _told(connection, connection.execute(statement("standing"), parameters).fetchall())


def disputed(
    connection: duckdb.DuckDBPyConnection,
    asked: Sequence[Sequence[ActorId]],
    *,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    confidence: float | None,
) -> tuple[Dispute, ...]:
    """Return what one voice affirms and another denies, by the reports' dates; all of these (none: whoever) play a part in it or speak."""
    narrowed = {**period(since, until), "types": kinds(connection, types), **sure(confidence)}
    rows = connection.execute(statement("disputed"), {"asked": [list(ids) for ids in asked], **narrowed}).fetchall()
    pairs = [((report, claim), (other, denial)) for report, claim, other, denial in rows]
    keys = tuple(dict.fromkeys(key for pair in pairs for key in pair))
    spelt = dict(zip(keys, _told(connection, ((*key, None) for key in keys)), strict=True))
    found = []
    for some in connected(pairs):
        affirmed, denied = ({pair[side]: spelt[pair[side]] for pair in some} for side in (0, 1))
        found.append(Dispute(affirmed=by_day(affirmed.values()), denied=by_day(denied.values())))
    return tuple(found)


def said(
    connection: duckdb.DuckDBPyConnection,
    actors: Sequence[ActorId],
    *,
    about: Sequence[str],
    since: str | None,
    until: str | None,
) -> tuple[Said, ...]:
    """Return what these actors (none: anybody) are reported to say with all of these words in it, by day."""
    parameters = {"actors": list(actors), "about": list(about), **period(since, until)}
    keys = [(report, key) for report, key, *_ in connection.execute(statement("said"), parameters).fetchall()]
    tellings = _tellings(connection, (report for report, _ in keys))
    statements = {(report, s.id): s for report, telling in tellings.items() for s in telling.reading.statements}
    return tuple(tellings[report].said(statements[report, key]) for report, key in keys)


def positions(
    connection: duckdb.DuckDBPyConnection,
    actors: Sequence[ActorId],
    *,
    since: str | None,
    until: str | None,
    confidence: float | None,
    people: bool,
) -> tuple[Position, ...]:
    """Return what these actors, and their people, demand, refuse, offer, accept, concede and threaten, by their reports' dates."""
    given = {"actors": list(actors), "people": people, **period(since, until), **sure(confidence)}
    rows = connection.execute(statement("positions"), given).fetchall()
    told = _told(connection, [(report, claim, None) for report, claim, *_ in rows])
    return tuple(
        Position(actor=actor, name=name, position=position, side=side, side_name=side_name, told=one)
        for (_, _, actor, name, position, side, side_name), one in zip(rows, told, strict=True)
    )


def sql(connection: duckdb.DuckDBPyConnection, query: str) -> Answer:
    """Return what one query answers; anything that would change the record or leave it is refused.

    Raises:
        RecordError: not one single query, not a reading one, or not SQL.
    """
    try:
        found = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise RecordError(f"the query: {error}") from error
    if len(found) != 1 or found[0].type.name not in _SAFE:
        raise RecordError("the query: only one query that reads is answered; begin it with SELECT, FROM, DESCRIBE, SUMMARIZE or EXPLAIN")
    try:
        result = connection.execute(found[0])
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns=columns, rows=tuple(result.fetchall()))
    except duckdb.Error as error:
        raise RecordError(f"the query: {error}") from error


def _told(connection: duckdb.DuckDBPyConnection, keys: Iterable[tuple[str, str, object]]) -> tuple[Told, ...]:
    ordered = [(report, ClaimId(claim)) for report, claim, _ in keys]
    tellings = _tellings(connection, (report for report, _ in ordered))
    claims = {(report, c.id): c for report, telling in tellings.items() for c in telling.reading.claims}
    return tuple(tellings[report].told(claims[report, claim]) for report, claim in ordered)


def _tellings(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> dict[str, Telling]:
    wanted = [ReportId(key) for key in dict.fromkeys(ids)]
    copies = _copies(connection)
    return {r.report.id: Telling(r, source=source_of(r.report, copies=copies.get(r.report.id, ()))) for r in readings(connection, wanted)}


def source(connection: duckdb.DuckDBPyConnection, reading: Reading) -> Source:
    """Return a reading's report, with its copies."""
    return source_of(reading.report, copies=_copies(connection).get(reading.report.id, ()))


def _copies(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[ReportId, ...]]:
    """Return the copies of each report that has any."""
    rows = connection.execute(statement("copies")).fetchall()
    return {original: tuple(copies) for original, copies in rows}
