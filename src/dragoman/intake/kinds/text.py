"""A report in plain text, one a file."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.intake.encoding import decode
from dragoman.intake.files import opened, read_whole
from dragoman.intake.found import Found
from dragoman.intake.kinds.labelled import labelled
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".txt", ".text"})


def read(file: Listed, options: IntakeOptions) -> Iterator[Found]:
    """Yield the report of a text file.

    Raises:
        UnreadableFile: see `decode` and `opened`.
    """
    where = str(file.path)
    with opened(file.path) as stream:
        raw = read_whole(stream, where=where, limit=options.max_bytes)
    yield labelled(decode(raw, where=where, options=options), name=file.stem, where=where, options=options)
