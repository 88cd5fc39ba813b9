"""When two reports are one text told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.claims import Report, ReportId
from dragoman.record.answers import Known

CHANCE = 40
"""From this many words on, nobody writes the same text twice by chance. A shorter text ("The envoy arrived.")
may be written again of another day's event, so it is a copy only where its date allows it."""


def fingerprint(text: str) -> str:
    """Return the fingerprint of a text, the same for texts that differ in blanks only."""
    from dragoman.intake import fingerprint as of

    return of(text)


class Seen:
    """The reports that are known so far, asked about each that comes."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        """Start from what the record knows."""
        self._by_id: dict[ReportId, tuple[str, str | None]] = {}
        self._by_text: dict[str, list[tuple[ReportId, str | None]]] = defaultdict(list)
        for one in known:
            self._by_id[one.id] = one.fingerprint, one.published
            if one.same_as is None:
                self._by_text[one.fingerprint].append((one.id, one.published))

    def unchanged(self, report: Report, *, mark: str) -> bool:
        """Return whether the report was recorded with this text and date."""
        return self._by_id.get(report.id) == (mark, report.published)

    def changed(self, report: Report, *, mark: str) -> bool:
        """Return whether the report's id was recorded with another text or date."""
        return report.id in self._by_id and not self.unchanged(report, mark=mark)

    def reworded(self, report: Report, *, mark: str) -> bool:
        """Return whether the report's id was recorded with another text, whatever the date."""
        return self._by_id.get(report.id, (mark, None))[0] != mark

    def original(self, report: Report, *, mark: str) -> ReportId | None:
        """Return the other report of which this one is a copy, if any."""
        long = len(report.text.split(maxsplit=CHANCE)) >= CHANCE
        for other, published in self._by_text[mark]:
            if other != report.id and (long or _may_be_one_day(published, report.published)):
                return other
        return None

    def add(self, report: Report, *, mark: str, copy: bool = False) -> None:
        """Know a report from now on."""
        former, _ = self._by_id.get(report.id, (mark, None))
        self._by_text[former] = [one for one in self._by_text[former] if one[0] != report.id]
        self._by_id[report.id] = mark, report.published
        if not copy:
            self._by_text[mark].append((report.id, report.published))


def _may_be_one_day(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one[:10] == other[:10]
