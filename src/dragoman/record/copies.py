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
        self.by_id: dict[ReportId, Known] = {}
        self.by_file: dict[str, ReportId] = {}
        self.come: set[ReportId] = set()
        self._by_text: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self._know(one)

    def unchanged(self, report: Report, *, mark: str) -> bool:
        """Return whether the report was recorded with this text and date."""
        known = self.by_id.get(report.id)
        return known is not None and (known.fingerprint, known.published) == (mark, report.published)

    def changed(self, report: Report, *, mark: str) -> bool:
        """Return whether the report's id was recorded with another text or date."""
        return report.id in self.by_id and not self.unchanged(report, mark=mark)

    def reworded(self, report: Report, *, mark: str) -> bool:
        """Return whether the report's id was recorded with another text, whatever the date."""
        known = self.by_id.get(report.id)
        return known is not None and known.fingerprint != mark

    def original(self, report: Report, *, mark: str) -> ReportId | None:
        """Return the other report of which this one is a copy, if any: none without a date where this one has one."""
        long = len(report.text.split(maxsplit=CHANCE)) >= CHANCE
        for other in self._by_text[mark]:
            dated = other.published is not None or report.published is None
            if other.id != report.id and dated and (long or _may_be_one_day(other.published, report.published)):
                return other.id
        return None

    def add(self, report: Report, *, mark: str, same_as: ReportId | None = None) -> None:
        """Know a report from now on, and that it has come."""
        self.forget(report.id)
        self.come.add(report.id)
        r = report
        who = {"outlet": r.outlet, "author": r.author, "url": r.url, "file": r.file}
        self._know(Known(id=r.id, fingerprint=mark, published=r.published, same_as=same_as, **who))

    def forget(self, key: ReportId) -> None:
        """Know a report no more."""
        known = self.by_id.pop(key, None)
        if known is not None:
            self._by_text[known.fingerprint] = [one for one in self._by_text[known.fingerprint] if one.id != key]
            if known.file is not None and self.by_file.get(known.file) == key:
                del self.by_file[known.file]

    def _know(self, one: Known) -> None:
        self.by_id[one.id] = one
        if one.file is not None:
            self.by_file[one.file] = one.id
        if one.same_as is None:
            self._by_text[one.fingerprint].append(one)


def _may_be_one_day(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one[:10] == other[:10]
