"""Readings as JSON Lines, one report a line, streamed in and out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from dragoman.claims import Failure, Reading
from dragoman.errors import ReadingError
from dragoman.from_json import reading_from_json


def write_lines(readings: Iterable[Reading | Failure], out: IO[str]) -> int:
    """Write a line for each reading or failure as it comes, and return how many.

    Example:
        >>> import io
        >>> from dragoman.claims import Report
        >>> out = io.StringIO()
        >>> write_lines([Reading(report=Report(id="r1", text="Talks began."))], out)
        1
        >>> [reading.report.id for reading in read_lines(out.getvalue().splitlines())]
        ['r1']
    """
    count = 0
    for reading in readings:
        out.write(reading.to_json() + "\n")
        out.flush()
        count += 1
    return count


def read_lines(source: str | os.PathLike[str] | Iterable[str | bytes], *, name: str = "line") -> Iterator[Reading | Failure]:
    """Yield the readings of a JSON Lines file, or of lines at hand; blank lines are passed over.

    Args:
        source: a file's path, or the lines themselves.
        name: what errors call lines that come from no file.

    Raises:
        ReadingError: the file cannot be opened, or a line is no reading; it says which line.
    """
    if isinstance(source, str | os.PathLike):
        try:
            with Path(source).open("rb") as lines:
                yield from _read(lines, f"{source}")
        except OSError as error:
            raise ReadingError(f"{source}: {error.strerror}; give a file that dragoman code has written") from error
    else:
        yield from _read(source, name)


def _read(lines: Iterable[str | bytes], where: str) -> Iterator[Reading | Failure]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield reading_from_json(line)
        except ReadingError as error:
            raise ReadingError(f"{where}:{number}: {error}") from error
