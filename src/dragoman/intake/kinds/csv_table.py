"""Reports in a table of comma, semicolon or tab separated values, with the columns' names in its first row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import IO

from dragoman.errors import InputError, UnreadableFile
from dragoman.intake.encoding import decode_piece
from dragoman.intake.fields import At, check_columns, found_in, given_id, order_in
from dragoman.intake.files import lines, opened
from dragoman.intake.found import Found, Refused
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".csv", ".tsv"})
_REMEDY = "mend its quotes, or give the table as Parquet or JSON Lines"


def read(file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a table, and what is wrong with each row that holds none.

    Raises:
        UnreadableFile: the file itself cannot be read, or has no header; see `opened`.
    """
    with opened(file.path) as stream:
        yield from _rows(stream, file, options)


def _rows(stream: IO[bytes], file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    where, number = str(file.path), 0
    order = order_in(lambda: _looked_at(file, options), where=where, options=options)
    header: list[str] = []
    for number, (line, cells) in enumerate(_table(stream, file, options)):
        name, place = f"{file.stem}-{number}", f"{where}:{line}"
        if isinstance(cells, csv.Error):
            error = UnreadableFile(place, f"is no row of a table: {cells}", _REMEDY)
            if number == 0:
                raise error
            yield Refused(name, error)
        elif number == 0:
            header = _names(cells)
        else:
            if number == 1:
                check_columns(header, where=where, options=options)
            if cells:
                yield _found(header, cells, name=name, where=place, options=options, at=At(number, order))
    if number == 0:
        what = "has no row below the first, which names the columns"
        raise UnreadableFile(where, what, "give it such a row, and reports below it")


def _looked_at(file: Listed, options: IntakeOptions) -> Iterator[dict[str, str]]:
    """Yield the rows of a table as they stand, for a look at one column before the others are read."""
    with opened(file.path) as stream:
        rows = (cells for _, cells in _table(stream, file, replace(options, note=lambda fault: None)) if not isinstance(cells, csv.Error))
        header = _names(next(rows, []))
        for cells in rows:
            yield _row(header, cells)


def _table(stream: IO[bytes], file: Listed, options: IntakeOptions) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield each row of a table, the columns' names first, or what is wrong with it, and the line in which it begins.

    Raises:
        UnreadableFile: there are no names; also as `_text`.
    """
    where = str(file.path)
    text = _text(stream, where, options)
    first = next(text, "")
    if not first.strip():
        raise UnreadableFile(where, "is empty, or its first row is", "give the names of the columns in the first row")
    table = csv.reader(chain([first], text), delimiter=_delimiter(first, file.suffix), strict=True)
    while True:
        line = table.line_num + 1
        try:
            cells = _next(table, options.max_bytes)
        except csv.Error as error:
            yield line, error
            continue
        if cells is None:
            return
        yield line, cells


def _names(cells: list[str]) -> list[str]:
    return [name.strip() for name in cells]


def _row(header: list[str], cells: list[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(header, cells, strict=False) if cell}


def _text(stream: IO[bytes], where: str, options: IntakeOptions) -> Iterator[str]:
    """Yield the decoded lines of a stream.

    Raises:
        UnreadableFile: a line is too long or cannot be decoded; where a row begins cannot be told after it.
    """
    for number, line in lines(stream, where=where, limit=options.max_bytes):
        place = f"{where}:{number}"
        if line is None:
            raise UnreadableFile(place, f"is longer than {options.max_bytes:,} bytes", _REMEDY)
        piece = decode_piece(line, where=place, options=options)
        yield piece if number > 1 else piece.lstrip("\ufeff")


def _found(header: list[str], cells: list[str], *, name: str, where: str, options: IntakeOptions, at: At) -> Found | Refused:
    try:
        if len(cells) != len(header):
            raise UnreadableFile(where, f"has {len(cells)} cells where the header has {len(header)}", _REMEDY)
        row = _row(header, cells)
        name = given_id(row, name, options)
        return found_in(row, name=name, where=where, options=options, at=at)
    except InputError as error:
        return Refused(name, error)


def _next(table: Iterator[list[str]], limit: int) -> list[str] | None:
    """Return the next row, or None at the end; the module's limit on the size of a cell is lifted for just this row."""
    before = csv.field_size_limit(limit)
    try:
        return next(table, None)
    finally:
        csv.field_size_limit(before)


def _delimiter(header: str, suffix: str) -> str:
    if suffix == ".tsv":
        return "\t"
    return max(",;\t", key=header.count)
