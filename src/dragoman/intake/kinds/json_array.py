"""Reports in one JSON array, or a single one as a JSON object."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.errors import InputError, UnreadableFile
from dragoman.intake.encoding import decode
from dragoman.intake.fields import At, found_in, given_id, order_in
from dragoman.intake.files import opened, read_whole
from dragoman.intake.found import Found, Refused
from dragoman.intake.kinds import json_lines
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".json"})


def read(file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a JSON file: an array of objects, one object, or in truth JSON Lines.

    Raises:
        UnreadableFile: not JSON, or neither an array nor an object; also see `decode` and `opened`.
    """
    where = str(file.path)
    with opened(file.path) as stream:
        raw = read_whole(stream, where=where, limit=options.max_bytes)
    text = decode(raw, where=where, options=options)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        if _is_lines(text):
            yield from json_lines.read(file, options)
            return
        raise UnreadableFile(where, f"is not JSON: {error}", "mend it, or give one report a line in a .jsonl file") from error
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list) or not value:
        raise UnreadableFile(where, "is no JSON array of reports", "give [{…}, {…}]")
    single = len(value) == 1
    rows = [row for row in value if isinstance(row, dict)]
    order = order_in(lambda: rows, where=where, options=options)
    for number, row in enumerate(value, start=1):
        name = file.stem if single else f"{file.stem}-{number}"
        yield _found(row, name=name, where=f"{where}[{number}]", options=options, at=At(None if single else number, order))


def _found(row: object, *, name: str, where: str, options: IntakeOptions, at: At) -> Found | Refused:
    try:
        if not isinstance(row, dict):
            raise UnreadableFile(where, "is no JSON object", 'give a report as {"title": …, "text": …}')
        name = given_id(row, name, options)
        return found_in(row, name=name, where=where, options=options, at=at)
    except InputError as error:
        return Refused(name, error)


def _is_lines(text: str) -> bool:
    """Whether a text's first line is a JSON object of its own."""
    try:
        json_lines.json_object(text.lstrip().partition("\n")[0], where="")
    except UnreadableFile:
        return False
    return True
