"""Under which id a report is recorded: one text never takes another's place because files bear one name.

An id may be given by a source or made from a file's name, such as ``may`` or ``may-7`` of ``may.jsonl``. Which name is free depends on
what is read with it, so a made id is no more than a wish: the file says which report it is.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from dragoman.claims import Report, ReportId
from dragoman.record.copies import Seen

_ROW = re.compile(r":(\d+)$")
_STANDARD_INPUT = "-"


def named(report: Report, seen: Seen, *, mark: str) -> Report:
    """Return the report under the id that it is to have.

    A report from a file keeps the id under which that file, line or row is recorded already, where its own is made of the file's name. An
    id that another text has taken, from another file or in the same run, gets a number.

    Args:
        report: as its source gives it.
        seen: what is known so far.
        mark: the fingerprint of its text.
    """
    if report.file is None:
        return report
    key, made = report.id, _made(report)
    former = _former(report, seen)
    if former is not None and (made or (_numbered(former, key) and seen.by_id[former].fingerprint == mark)):
        key = former
    else:
        number = 2
        while _taken(key, seen, mark=mark, made=made):
            key, number = ReportId(f"{report.id}-{number}"), number + 1
    return msgspec.structs.replace(report, id=key) if key != report.id else report


def outgrown(report: Report, seen: Seen, *, mark: str) -> ReportId | None:
    """Return the id under which the same line of the same file was recorded with the same text before, if it is another one."""
    former = _former(report, seen)
    if former is None or former == report.id or former in seen.come or seen.by_id[former].fingerprint != mark:
        return None
    return former


def _former(report: Report, seen: Seen) -> ReportId | None:
    file = report.file or _STANDARD_INPUT
    return None if file.startswith(_STANDARD_INPUT) else seen.by_file.get(file)


def _taken(key: ReportId, seen: Seen, *, mark: str, made: bool) -> bool:
    known = seen.by_id.get(key)
    return known is not None and known.fingerprint != mark and (made or key in seen.come)


def _made(report: Report) -> bool:
    """Return whether a report's id is made from the name of its file, and its line or row."""
    from dragoman.intake.listing import split_name

    file, row = report.file or "", ""
    if found := _ROW.search(file):
        file, row = file[: found.start()], f"-{found[1]}"
    stem = "stdin" if file == _STANDARD_INPUT else split_name(Path(file))[0]
    return re.fullmatch(rf"{re.escape(stem)}(?:-\d+)?{row}", report.id) is not None


def _numbered(former: ReportId, key: ReportId) -> bool:
    """Return whether an id is another with a number, given where a second text had it."""
    return re.fullmatch(re.escape(key) + r"-\d+", former) is not None
