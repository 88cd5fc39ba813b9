"""Reports from a source whose name does not say what it holds: standard input, a pipe, a file of another suffix.

It is either one report in plain text or many in JSON Lines, each given on as soon as its line has come.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

from dragoman.errors import UnreadableFile
from dragoman.intake.encoding import decode, refuse_documents, wide_encoding
from dragoman.intake.files import opened, read_whole
from dragoman.intake.found import Found, Refused
from dragoman.intake.kinds import json_lines
from dragoman.intake.kinds.labelled import labelled
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions
from dragoman.intake.wording import wording

STANDARD_INPUT = "-"


def read(file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a file; see `read_stream`.

    Raises:
        UnreadableFile: its suffix is that of a document that is not read, such as PDF; also as `opened`.
    """
    if file.suffix in wording().documents:
        raise UnreadableFile(str(file.path), f"is a document ({file.suffix}) that is not read", "save it as plain text or HTML")
    with opened(file.path) as stream:
        yield from read_stream(stream, where=str(file.path), stem=file.stem, options=options)


def read_stream(stream: IO[bytes], *, where: str, stem: str, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a stream: JSON Lines where its first character that is not blank is ``{``, else one text.

    Raises:
        UnreadableFile: see `decode`.
    """
    begun = _through_first_words(stream, options.max_bytes)
    refuse_documents(begun, where=where)
    whole = io.BufferedReader(_Again(begun, stream))
    if begun.decode(wide_encoding(begun) or "utf-8", errors="ignore").lstrip("\ufeff \t\r\n").startswith("{"):
        yield from json_lines.read_stream(whole, where=where, stem=stem, options=options)
        return
    raw = read_whole(whole, where=where, limit=options.max_bytes)
    yield labelled(decode(raw, where=where, options=options), name=stem, where=where, options=options)


def _through_first_words(stream: IO[bytes], limit: int) -> bytes:
    """Return the stream's bytes up to the end of the first line that is not blank."""
    begun = bytearray()
    while len(begun) <= limit and (line := stream.readline(limit)):
        begun += line
        if line.strip():
            break
    return bytes(begun)


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already and stand before it again."""

    def __init__(self, begun: bytes, stream: IO[bytes]) -> None:
        self._begun, self._stream = begun, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._begun:
            piece, self._begun = self._begun[: len(buffer)], self._begun[len(buffer) :]
        else:
            read = getattr(self._stream, "read1", self._stream.read)
            piece = read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
