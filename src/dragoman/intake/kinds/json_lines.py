"""Reports in JSON Lines, one object a line; a line that cannot be read leaves the others as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from dragoman.errors import InputError, UnreadableFile
from dragoman.intake.encoding import decode_piece
from dragoman.intake.fields import found_in, given_id
from dragoman.intake.files import lines, opened
from dragoman.intake.found import Found, Refused
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})


def read(file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a JSON Lines file, and what is wrong with each line that holds none; blank lines are passed over.

    Raises:
        UnreadableFile: the file itself cannot be read; see `opened`.
    """
    with opened(file.path) as stream:
        empty = True
        for report in read_stream(stream, where=str(file.path), stem=file.stem, options=options):
            empty = False
            yield report
        if empty:
            raise UnreadableFile(str(file.path), "is empty", "give one report a line")


def read_stream(stream: IO[bytes], *, where: str, stem: str, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a stream of lines; one without an id is named by the stem and its line."""
    for number, line in lines(stream, where=where, limit=options.max_bytes):
        if line is None or line.strip():
            yield _found(line, name=f"{stem}-{number}", where=f"{where}:{number}", options=options, number=number)


def _found(line: bytes | None, *, name: str, where: str, options: IntakeOptions, number: int) -> Found | Refused:
    try:
        if line is None:
            raise UnreadableFile(where, f"is longer than {options.max_bytes:,} bytes", "split it, or raise the limit max_bytes")
        row = json_object(decode_piece(line, where=where, options=options), where=where)
        name = given_id(row, name, options)
        return found_in(row, name=name, where=where, options=options, number=number)
    except InputError as error:
        return Refused(name, error)


def json_object(line: str, *, where: str) -> dict[str, object]:
    """Return the JSON object that a text holds.

    Raises:
        UnreadableFile: it holds something else.
    """
    try:
        row = msgspec.json.decode(line.lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise UnreadableFile(where, f"is not JSON: {error}", "mend or remove it") from error
    if not isinstance(row, dict):
        raise UnreadableFile(where, "is JSON but no object", 'give a report as {"title": …, "text": …}')
    return row
