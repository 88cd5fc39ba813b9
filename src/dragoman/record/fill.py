"""Reports into a record: what is known is skipped, copies are pointed to, the rest is read and recorded as it comes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.claims import Failure, Reading, Report, ReportId
from dragoman.record.copies import Seen, fingerprint
from dragoman.record.ids import named, outgrown
from dragoman.record.record import Record

ReadMany = Callable[[Iterable[Report | Failure]], Iterator[Reading | Failure]]
"""Reads reports one by one as they come and keeps their order, as ``Reader.read_many`` does."""

_PATIENCE = 2.0
"""Seconds after which what was read is written, so that an interruption costs little."""
_BATCH = 128

Tell = Callable[["Outcome"], object]
"""Takes an outcome the moment it is sure, before it is yielded."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one report.

    Attributes:
        became: ``replaced``: read, in place of another text or date under the same id, or of the same text under another id of the same
            line; ``corrected``: recorded with the same text and date, and now with another outlet, author or address.
        wanted: the id that its source gives, where another text has that one.
        reworded: whether what it replaced was another text, so that the record has lost that one.
        same_as: the report that a copy repeats.
        error: why a report failed.
    """

    id: ReportId
    became: Literal["read", "replaced", "corrected", "unchanged", "copy", "failed"]
    claims: int = 0
    wanted: ReportId | None = None
    reworded: bool = False
    same_as: ReportId | None = None
    error: str | None = None


def fill(
    record: Record, reports: Iterable[Report | Failure], read_many: ReadMany, *, again: bool = False, tell: Tell | None = None
) -> Iterator[Outcome]:
    """Read reports into the record and yield what became of each.

    A report that is recorded with the same text and date is not read again, unless `again`. One whose id is made from the name of its
    file gets another where a text from another file has that. Nothing happens until the outcomes are asked for. Whatever was read
    is written when the iteration ends, also where it is broken off; a second run then goes on from there. Who must
    know what was written then counts by `tell`: an interruption may keep the last outcome from being yielded.
    """
    filling = _Filling(record, again=again, tell=tell)
    try:
        for result in read_many(filling.unread(reports)):
            filling.take(result)
            yield from filling.outcomes()
        yield from filling.outcomes()
    finally:
        filling.flush()


def keep(record: Record, lines: Iterable[Reading | Failure]) -> tuple[int, int]:
    """Record readings that were made elsewhere, and the failures among them; return how many of each."""
    filling = _Filling(record, again=True)
    outcomes: Counter[str] = Counter()
    try:
        for line in lines:
            filling.take(line if isinstance(line, Failure) else filling.admitted(line))
            outcomes.update(outcome.became for outcome in filling.outcomes())
    finally:
        filling.flush()
    return outcomes.total() - outcomes["failed"], outcomes["failed"]


class _Filling:
    """One run: what is to be written yet, and what is to be told yet."""

    def __init__(self, record: Record, *, again: bool, tell: Tell | None = None) -> None:
        self._record = record
        self._again = again
        self._tell = tell
        self._seen = Seen(record.known())
        self._told: list[Outcome] = []
        self._readings: list[Reading] = []
        self._copies: list[tuple[Report, ReportId]] = []
        self._corrected: list[Report] = []
        self._gone: list[ReportId] = []
        self._former: dict[ReportId, ReportId] = {}
        self._wanted: dict[ReportId, ReportId] = {}
        self._failures: list[Failure] = []
        self._waiting: dict[ReportId, list[Report]] = {}
        self._lost: set[ReportId] = set()
        self._replaced: set[ReportId] = set()
        self._reworded: set[ReportId] = set()
        self._written = time.monotonic()

    def unread(self, reports: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
        """Yield the reports that must be read, and failures; keep the outcome of the others."""
        for report in reports:
            if isinstance(report, Failure):
                yield report
            elif (fault := _unstorable(report)) is not None:
                yield fault
            else:
                mark = fingerprint(report.text)
                if self._is_new(report := self._named(report, mark), mark):
                    self._waiting[report.id] = []
                    yield report

    def admitted(self, reading: Reading) -> Reading:
        """Return a reading that was made elsewhere, under the id that its report is to have."""
        mark = fingerprint(reading.text)
        report = self._named(reading.report, mark)
        self._seen.add(report, mark=mark)
        return msgspec.structs.replace(reading, report=report)

    def _named(self, report: Report, mark: str) -> Report:
        """Return the report under the id that it is to have."""
        result = named(report, self._seen, mark=mark)
        if result.id != report.id:
            self._wanted[result.id] = report.id
        return result

    def _is_new(self, report: Report, mark: str) -> bool:
        """Return whether a report must be read; settle it where not."""
        if not self._again and self._seen.unchanged(report, mark=mark):
            self._pass_over(report, mark)
            return False
        if (former := outgrown(report, self._seen, mark=mark)) is not None:
            self._former[report.id] = former
            self._seen.forget(former)
            self._replaced.add(report.id)
        original = self._seen.original(report, mark=mark)
        if self._seen.changed(report, mark=mark):
            self._replaced.add(report.id)
            if self._seen.reworded(report, mark=mark):
                self._reworded.add(report.id)
        self._seen.add(report, mark=mark, same_as=original)
        if original is None:
            return True
        if original in self._waiting:
            self._waiting[original].append(report)
        else:
            self._settle(report, original)
        return False

    def _pass_over(self, report: Report, mark: str) -> None:
        """Let what is recorded stand, but for what its source now says of it."""
        known = self._seen.by_id[report.id]
        new = [(report.outlet, known.outlet), (report.author, known.author), (report.url, known.url)]
        corrected = any(now is not None and now != then for now, then in new)
        if corrected or report.file not in (None, known.file):
            self._corrected.append(report)
        self._seen.add(report, mark=mark, same_as=known.same_as)
        self._say(Outcome(id=report.id, became="corrected" if corrected else "unchanged"))

    def _settle(self, copy: Report, original: ReportId) -> None:
        """Point a copy to its original, or let it share its fate."""
        if original in self._lost:
            self._fail(Failure(id=copy.id, error=f"{copy.id}: has the text of {original}, which could not be read; see there"))
        else:
            self._copies.append((copy, original))
            self._outgrow(copy.id)
            self._say(Outcome(id=copy.id, became="copy", same_as=original, reworded=copy.id in self._reworded))

    def take(self, result: Reading | Failure) -> None:
        """Keep one result, and write when enough has come."""
        key = result.id if isinstance(result, Failure) else result.report.id
        if isinstance(result, Failure):
            self._lost.add(key)
            self._fail(result)
        else:
            self._readings.append(result)
            self._outgrow(key)
            became: Literal["read", "replaced"] = "replaced" if key in self._replaced else "read"
            self._say(Outcome(id=key, became=became, claims=len(result.claims), reworded=key in self._reworded))
        for copy in self._waiting.pop(key, []):
            self._settle(copy, key)
        if len(self._readings) >= _BATCH or time.monotonic() - self._written > _PATIENCE:
            self.flush()

    def _outgrow(self, key: ReportId) -> None:
        """Let go of the id under which the same line was recorded before."""
        if key in self._former:
            self._gone.append(self._former.pop(key))

    def _fail(self, failure: Failure) -> None:
        self._failures.append(failure)
        self._say(Outcome(id=failure.id, became="failed", error=failure.error))

    def _say(self, outcome: Outcome) -> None:
        if outcome.id in self._wanted:
            outcome = msgspec.structs.replace(outcome, wanted=self._wanted[outcome.id])
        if self._tell is not None:
            self._tell(outcome)
        self._told.append(outcome)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what has become of reports since the last time."""
        told, self._told = self._told, []
        yield from told

    def flush(self) -> None:
        """Write what has come so far; what an interruption kept from being written is there for another try."""
        if self._gone or self._corrected or self._readings or self._copies or self._failures:
            self._record.put(
                gone=self._gone, corrected=self._corrected, readings=self._readings, copies=self._copies, failures=self._failures
            )
        self._gone, self._corrected, self._readings, self._copies, self._failures = [], [], [], [], []
        self._written = time.monotonic()


def _unstorable(report: Report) -> Failure | None:
    """Return why no file can keep a report's words, if so: half of a surrogate pair, left by a broken encoding."""
    try:
        "".join(filter(None, (report.title, report.outlet, report.author, report.url, report.text))).encode()
    except UnicodeEncodeError as error:
        return Failure(id=report.id, error=f"{report.id}: half a character at {error.start} ({error.reason}); repair the encoding")
    return None
