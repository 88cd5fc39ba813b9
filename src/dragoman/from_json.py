"""Readings back from JSON, and whether a reading points only at what it holds.

`reading_from_json` and `Reading.to_json` are inverse to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

import msgspec

from dragoman.claims import FORMAT, Failure, Mention, Place, Reading, Span, Timex, Value
from dragoman.errors import ReadingError


def reading_from_json(line: str | bytes) -> Reading | Failure:
    """Return the reading (or failure) that a line of JSON holds.

    Raises:
        ReadingError: not JSON, another format, a missing or mistyped field, or an offset outside the text.

    Example:
        >>> from dragoman.claims import Report, ReportId
        >>> reading = Reading(report=Report(id=ReportId("r1"), text="Talks began."))
        >>> reading_from_json(reading.to_json()) == reading
        True
    """
    try:
        body = msgspec.json.decode(line, type=dict)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReadingError(f"not a JSON object: {error}; give one reading a line") from error
    if "format" not in body:
        raise ReadingError("is no reading, it has no format; a report is read with: dragoman read")
    if body["format"] != FORMAT:
        raise ReadingError(f"format is {body['format']!r}, this version reads {FORMAT!r}")
    try:
        if "error" in body:
            return msgspec.convert({"id": body["report"]["id"], "error": body["error"]}, Failure)
        body["report"]["text"] = body.pop("text")
        reading = msgspec.convert(body, Reading)
    except (msgspec.ValidationError, KeyError, TypeError) as error:
        raise ReadingError(f"not a reading: {error}") from error
    check(reading)
    return reading


def check(reading: Reading) -> None:
    """Raise where a reading points outside its text, at other words than it gives, or at something that it does not hold.

    Raises:
        ReadingError: which span, mention or reference, the first that is found.

    Example:
        >>> from dragoman.claims import Report, ReportId
        >>> friday = Timex(start=0, end=9, text="on Friday", value=None, type="DATE")
        >>> check(Reading(report=Report(id=ReportId("r1"), text="Talks."), times=(friday,)))
        Traceback (most recent call last):
            ...
        dragoman.errors.ReadingError: span [0, 9) lies outside the text of 6 characters
    """
    size = len(reading.text)
    for start, end in _spans(reading):
        if not 0 <= start <= end <= size:
            raise ReadingError(f"span [{start}, {end}) lies outside the text of {size} characters")
    worded: tuple[Mention | Timex | Place, ...] = (*reading.mentions, *reading.times, *reading.places)
    for one in worded:
        if reading.text[one.start : one.end] != one.text:
            what = f"mention {one.id}" if isinstance(one, Mention) else f"“{one.text}”"
            raise ReadingError(f"{what}: text is not what stands at [{one.start}, {one.end})")
    _check_references(reading)


def _spans(value: object) -> Iterator[tuple[int, int]]:
    """Yield every span within a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif isinstance(value, Value):
        if isinstance(value, Mention | Timex | Place):
            yield value.start, value.end
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))


def _check_references(reading: Reading) -> None:
    """Raise where an id is used that nothing bears."""
    actors = {actor.id for actor in reading.actors}
    mentions = {mention.id for mention in reading.mentions}
    statements = {statement.id for statement in reading.statements}
    used: list[tuple[str, str, Set[str | None]]] = [(f"mention {m.id}", "actor", {m.actor} - actors) for m in reading.mentions]
    for s in reading.statements:
        used += [
            (f"statement {s.id}", "mention", {s.source, *s.co_sources} - mentions),
            (f"statement {s.id}", "statement", {s.within} - statements),
        ]
    for c in reading.claims:
        used += [(f"claim {c.id}", "mention", {c.place, *chain.from_iterable(c.roles.values())} - mentions)]
        used += [(f"claim {c.id}", "statement", {*c.voice} - statements)]
    for where, kind, unknown in used:
        if lacking := sorted(str(key) for key in unknown if key is not None):
            raise ReadingError(f"{where}: there is no {kind} {lacking[0]}")
