"""Reports in JSON Lines, one object a line; a line that cannot be read leaves the others as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO

import msgspec

from dragoman.errors import InputError, UnreadableFile
from dragoman.intake.dates import Order
from dragoman.intake.encoding import decode_piece
from dragoman.intake.fields import At, found_in, given_id, order_in
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
        order = order_in(lambda: _rows(file, options), where=str(file.path), options=options)
        for report in read_stream(stream, where=str(file.path), stem=file.stem, options=options, order=order):
            empty = False
            yield report
        if empty:
            raise UnreadableFile(str(file.path), "is empty", "give one report a line")


def _rows(file: Listed, options: IntakeOptions) -> Iterator[dict[str, object]]:
    """Yield the objects of a file, lines that hold none left out."""
    with opened(file.path) as stream:
        for _, line in lines(stream, where=str(file.path), limit=options.max_bytes):
            with suppress(msgspec.DecodeError, RecursionError, UnicodeError):
                if line and isinstance(row := msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf")), dict):
                    yield row


def read_stream(
    stream: IO[bytes], *, where: str, stem: str, options: IntakeOptions, order: Callable[[], Order | None] = lambda: None
) -> Iterator[Found | Refused]:
    """Yield the reports of a stream of lines; one without an id is named by the stem and its line."""
    for number, line in lines(stream, where=where, limit=options.max_bytes):
        if line is None or line.strip():
            yield _found(line, name=f"{stem}-{number}", where=f"{where}:{number}", options=options, at=At(number, order))


def _found(line: bytes | None, *, name: str, where: str, options: IntakeOptions, at: At) -> Found | Refused:
    try:
        if line is None:
            raise UnreadableFile(where, f"is longer than {options.max_bytes:,} bytes", "split it, or raise the limit max_bytes")
        row = json_object(decode_piece(line, where=where, options=options), where=where)
        name = given_id(row, name, options)
        return found_in(row, name=name, where=where, options=options, at=at)
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
