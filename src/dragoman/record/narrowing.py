"""What narrows a question, checked and as parameters of its SQL: types, days, confidence, and kinds of claims."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import get_args

import duckdb

from dragoman.claims import Certainty, Polarity, Tense
from dragoman.errors import RecordError, did_you_mean
from dragoman.ontology import load as load_ontology
from dragoman.record.answers import Only
from dragoman.record.sql import statement

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def kinds(connection: duckdb.DuckDBPyConnection, asked: Sequence[str]) -> list[str]:
    """Return types and modes as they are written.

    Raises:
        RecordError: neither the ontology nor the record has one of them.
    """
    if not asked:
        return []
    ontology = load_ontology()
    known = {*ontology.events, *ontology.relations, *(mode for event in ontology.events.values() for mode in event.modes)}
    known |= {kind for (kind,) in connection.execute(statement("kinds")).fetchall()}
    written = {name.casefold(): name for name in sorted(known, reverse=True)}
    for name in asked:
        if name.casefold() not in written:
            remedy = did_you_mean(name, known, otherwise="list the types with: dragoman lexicon coverage")
            raise RecordError(f"{name}: is no type of event or relation, and no mode; {remedy}")
    return [written[name.casefold()] for name in asked]


def period(since: str | None, until: str | None) -> dict[str, str | None]:
    """Return the first and the last day that are asked for.

    Raises:
        RecordError: not a date, or the last before the first.
    """
    first, final = _date(since), _date(until, last=True)
    if first and final and final < first:
        raise RecordError(f"{since} to {until}: ends before it begins; give the earlier date as since, the later one as until")
    return {"since": first, "until": final}


def sure(confidence: float | None) -> dict[str, float | None]:
    """Return the parameter for the least confidence, which must be a probability."""
    if confidence is not None and not 0 <= confidence <= 1:
        raise RecordError(f"confidence: {confidence:g} is none; give a number from 0 to 1, such as 0.8")
    return {"confidence": confidence}


def chosen(only: Only) -> dict[str, object]:
    """Return the parameters for the kinds of claims that are asked for.

    Raises:
        RecordError: there is no such polarity, certainty or tense.
    """
    for name, kind in (("polarity", Polarity), ("certainty", Certainty), ("tense", Tense)):
        for value in getattr(only, name):
            if value not in get_args(kind):
                raise RecordError(f"{name}: {value} is none; give {', '.join(get_args(kind))}")
    return {"polarity": list(only.polarity), "certainty": list(only.certainty), "tense": list(only.tense), "known": only.known}


def _date(value: str | None, *, last: bool = False) -> str | None:
    """Return an ISO date; of a year or a month its first day, or its last where `last`.

    Raises:
        RecordError: not a date.
    """
    if value is None:
        return None
    found = _DATE.fullmatch(value)
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
    try:
        if day is None and last:
            month = month or 12
            day = calendar.monthrange(year or 0, month)[1]
        return dt.date(year or 0, month or 1, day or 1).isoformat()
    except ValueError as error:
        raise RecordError(f"{value}: is not a date; write it as 2024-04-30, 2024-04 or 2024") from error
