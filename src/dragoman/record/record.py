"""The record: one file that keeps readings and answers questions about them."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dragoman.claims import ActorId, Failure, Reading, Report, ReportId
from dragoman.errors import RecordError
from dragoman.record import asking
from dragoman.record.answers import Answer, Dispute, Known, Listed, Named, Only, Position, Said, Told
from dragoman.record.database import connect, said_plainly
from dragoman.record.layout import Page, lay_out
from dragoman.record.naming import Note, who
from dragoman.record.sql import statement

if TYPE_CHECKING:
    import pyarrow as pa

_ALL = Only()
BATCH = 256
"""Readings that `Record.write_many` puts into one transaction."""


class Record:
    """Readings in one DuckDB file: written in transactions, read back equal, asked by name.

    One program may write at a time; any number may read while none writes.

    Raises:
        NewerRecord: the file's format is newer than this version knows.
        RecordError: no record, another kind of file, in use, or not writable.

    Example:
        >>> from dragoman.claims import Reading, Report
        >>> with Record() as record:
        ...     record.write(Reading(report=Report(id="r1", text="Talks began.")))
        ...     record.reading("r1").text
        'Talks began.'
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, read_only: bool = False, note: Note | None = None) -> None:
        """Open the record at `path`, or one in memory; made new where there is none, unless `read_only`.

        `note` is called with a line where a name that is asked for was taken to mean somebody of another one.
        """
        self.path = Path(path) if path is not None else None
        self.read_only = read_only
        self._note = note
        self._connection = connect(self.path, read_only=read_only)

    def __enter__(self) -> Self:
        """Return the record, to be closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; everything written is in it."""
        self._connection.close()

    def write(self, reading: Reading) -> None:
        """Record one reading, in place of any under the same report id.

        A reading whose text is recorded already under another id is kept as a pointer to that (`copies` says when).
        """
        self.put(readings=[reading])

    def write_many(self, readings: Iterable[Reading], *, batch: int = BATCH) -> int:
        """Record many readings, `batch` a transaction; return how many came."""
        incoming = iter(readings)
        count = 0
        while some := list(islice(incoming, batch)):
            self.put(readings=some)
            count += len(some)
        return count

    def put(
        self,
        *,
        readings: Sequence[Reading] = (),
        copies: Sequence[tuple[Report, ReportId]] = (),
        failures: Sequence[Failure] = (),
        corrected: Sequence[Report] = (),
        gone: Sequence[ReportId] = (),
    ) -> None:
        """Record readings, reports that repeat another's text, and failures, and let go of ids, in one transaction: all or none."""
        from dragoman.record.writing import write

        if self.read_only:
            raise RecordError(f"{self.path}: is open for reading only; open it for writing to change it")
        with said_plainly(self._where):
            write(self._connection, readings=readings, copies=copies, failures=failures, corrected=corrected, gone=gone)

    def forget(self, *reports: str) -> tuple[ReportId, ...]:
        """Take reports out of the record, with all that was read in them, and return their ids.

        A text that a copy shares goes over to the copy.

        Args:
            reports: ids, or patterns such as ``news-*``; of reports that could not be read, too.

        Raises:
            RecordError: no report has such an id; then none is taken out.
        """
        with said_plainly(self._where):
            gone = tuple(dict.fromkeys(key for pattern in reports for key in asking.matching(self._connection, pattern)))
        self.put(gone=gone)
        return gone

    def has(self, key: str) -> bool:
        """Return whether a report with this id, or a text with this fingerprint, is recorded."""
        with said_plainly(self._where):
            return self._connection.execute(statement("has"), {"key": key}).fetchone() is not None

    def known(self) -> tuple[Known, ...]:
        """Return id, fingerprint and date of every report, so that it need not be read again."""
        with said_plainly(self._where):
            return asking.known(self._connection)

    def reading(self, report: str) -> Reading:
        """Return the reading of a report, equal to what was written; of a copy, the reading of the text it repeats.

        Raises:
            RecordError: no such report, or it could not be read.
        """
        with said_plainly(self._where):
            key = asking.original(self._connection, report)
            return next(asking.readings(self._connection, [key]))

    def readings(self, *, batch: int = BATCH) -> Iterator[Reading]:
        """Yield every reading, by report id, some at a time."""
        with said_plainly(self._where):
            ids = [ReportId(key) for (key,) in self._connection.execute(statement("ids")).fetchall()]
        for start in range(0, len(ids), batch):
            with said_plainly(self._where):
                some = list(asking.readings(self._connection, ids[start : start + batch]))
            yield from some

    def reports(self, *, since: str | None = None, until: str | None = None) -> tuple[Listed, ...]:
        """Return what the record holds, by date: each report with the number of its claims and statements."""
        with said_plainly(self._where):
            return asking.reports(self._connection, since=since, until=until)

    def failures(self) -> tuple[Failure, ...]:
        """Return the reports that could not be read, and why."""
        with said_plainly(self._where):
            rows = self._connection.execute(statement("failures")).fetchall()
        return tuple(Failure(id=key, error=error) for key, error in rows)

    def who(self, name: str) -> tuple[ActorId, ...]:
        """Return the actors called so: by id, name, the words with which reports mention them, or part of a person's name.

        Case, accents and a leading "the" do not matter, but words as they are written go before those in another case: "US", "us".

        Raises:
            RecordError: nobody is (near names are listed), or the words may mean several (they are listed).
        """
        with said_plainly(self._where):
            return who(self._connection, name, note=self._note)

    def named(self, *, besides: Container[str] = ()) -> tuple[Named, ...]:
        """Return whom the reports name, those of most reports first, each with a sentence that does.

        Args:
            besides: ids that are left out, and with them the bodies and people of their bearers (``turkey-foreign-ministry``):
                those that a directory has, say, to see whom it lacks.
        """
        with said_plainly(self._where):
            return tuple(asking.named(self._connection, besides=besides))

    def timeline(
        self,
        *actors: str,
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        confidence: float | None = None,
        only: Only = _ALL,
    ) -> tuple[Told, ...]:
        """Return the events in which all of these actors play a part, by day; without actors, everybody's.

        An event without a time of its own stands at its report's date; one with neither comes last, and is left out
        where `since` or `until` (ISO dates, months or years, inclusive) are given. `types` may name modes and relations too.
        `confidence` leaves out the claims that have less of it, 0 to 1, and those without any; `only` those of another polarity,
        certainty or tense, or in which nobody is known.

        Raises:
            RecordError: an unknown or ambiguous name, an unknown type, no date, or no such confidence.
        """
        with said_plainly(self._where):
            asked = [self.who(name) for name in actors]
            return asking.timeline(self._connection, asked, since=since, until=until, types=types, confidence=confidence, only=only)

    def standing(
        self,
        actor: str,
        *,
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        confidence: float | None = None,
        only: Only = _ALL,
    ) -> tuple[Told, ...]:
        """Return how an actor stands to others: relations by type and date, denied ones with polarity ``negative``.

        `since` and `until` leave out what is told of other days: of the relation's own, or of its report's where the text gives none.
        """
        with said_plainly(self._where):
            found = self.who(actor)
            return asking.standing(self._connection, found, since=since, until=until, types=types, confidence=confidence, only=only)

    def disputed(
        self,
        *actors: str,
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        confidence: float | None = None,
    ) -> tuple[Dispute, ...]:
        """Return what one voice affirms and another denies, by their reports' dates, with all the claims on either side.

        All of these actors, or people of theirs, play a part in it or speak; without actors, everybody's. `types` are of what is affirmed,
        `since` and `until` (inclusive) of the reports, and `confidence` is the least of both sides.

        Raises:
            RecordError: an unknown or ambiguous name, an unknown type, no date, or no such confidence.
        """
        with said_plainly(self._where):
            asked = [self.who(name) for name in actors]
            return asking.disputed(self._connection, asked, since=since, until=until, types=types, confidence=confidence)

    def said(
        self, actor: str | None = None, *, about: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> tuple[Said, ...]:
        """Return what an actor says, word for word, by the day on which it was said, else the report's; nested statements say within which.

        Args:
            actor: whose statements; None for everybody's.
            about: words that must all stand in the statement, whatever their case and accents.
            since: nothing before it.
            until: nothing after it.
        """
        with said_plainly(self._where):
            asked = self.who(actor) if actor is not None else ()
            return asking.said(self._connection, asked, about=about, since=since, until=until)

    def positions(
        self, *actors: str, since: str | None = None, until: str | None = None, confidence: float | None = None, people: bool = True
    ) -> tuple[Position, ...]:
        """Return what these actors demand, refuse, offer, accept, concede and threaten, one after the other, by their reports' dates.

        An actor's `people` speak for it: a state's government and forces, a group's officials, and whoever leads it or holds an office.
        What an actor says that it will do is an offer or a threat by its type; what anybody says that it will not do is a refusal.
        """
        if not actors:
            raise RecordError("positions: nobody is named; give one actor or more")
        with said_plainly(self._where):
            asked = [key for name in actors for key in self.who(name)]
            return asking.positions(self._connection, asked, since=since, until=until, confidence=confidence, people=people)

    def show(self, report: str) -> Page:
        """Return a report's text with its claims beside the sentences; ``str`` of it is plain text."""
        reading = self.reading(report)
        with said_plainly(self._where):
            return lay_out(reading, source=asking.source(self._connection, reading))

    def sql(self, query: str) -> Answer:
        """Return the answer to one query that reads; the tables and views are described in sql/schema.sql and sql/views.sql.

        Raises:
            RecordError: the query would change the record or reach other files, or is not SQL.
        """
        with said_plainly(self._where):
            return asking.sql(self._connection, query)

    def arrow(self) -> dict[str, pa.Table]:
        """Return the tables of all readings as Arrow tables, for data frames."""
        from dragoman.record.columns import TABLES, names

        with said_plainly(self._where):
            return {
                table: self._connection.sql(statement("whole").format(columns=", ".join(names(table)), table=table)).to_arrow_table()
                for table in TABLES
            }

    @property
    def _where(self) -> Path:
        return self.path or Path(":memory:")
