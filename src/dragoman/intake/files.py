"""Files opened, unpacked and read within limits."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from dragoman.errors import UnreadableFile
from dragoman.intake.encoding import wide_encoding

PACKED = ".gz"
_START = 512


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for reading, unpacked where its name ends in ``.gz``; whatever the system says becomes one error.

    Raises:
        UnreadableFile: vanished, forbidden, a folder, or a broken archive; also when it shows while reading.
    """
    try:
        packed = path.suffix.lower() == PACKED
        with gzip.open(path, "rb") if packed else path.open("rb") as stream:
            yield cast(IO[bytes], stream)
    except FileNotFoundError as error:
        raise UnreadableFile(str(path), "is not there", "check the name, or whether it was moved meanwhile") from error
    except PermissionError as error:
        raise UnreadableFile(str(path), "may not be read", "change its permissions") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(str(path), f"is no whole gzip file: {error}", "fetch it again") from error
    except OSError as error:
        raise UnreadableFile(str(path), f"cannot be read: {error.strerror or error}", "check the file and the disk") from error


def read_whole(stream: IO[bytes], *, where: str, limit: int) -> bytes:
    """Return all bytes of a stream.

    Raises:
        UnreadableFile: there are more than `limit`, which also stops an archive that unpacks without end.
    """
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableFile(where, f"holds more than {limit:,} bytes", "split it, or raise the limit max_bytes")
    return raw


def lines(stream: IO[bytes], *, where: str, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a stream with their numbers from 1; None for a line longer than `limit`.

    UTF-16 is turned into UTF-8; any other encoding is left as it is.

    Raises:
        UnreadableFile: broken UTF-16.
    """
    peeked = cast(io.BufferedReader, stream if hasattr(stream, "peek") else io.BufferedReader(stream))
    wide = wide_encoding(peeked.peek(_START)[:_START])
    if not wide:
        yield from _numbered(peeked.readline, limit)
        return
    text = io.TextIOWrapper(peeked, encoding=wide, newline="\n")
    try:
        yield from _numbered(lambda size: text.readline(size).encode(), limit)
    except UnicodeDecodeError as error:
        raise UnreadableFile(where, f"is broken UTF-16: {error.reason}", "save it in UTF-8") from error
    finally:
        if not peeked.closed:
            text.detach()  # the stream is the caller's to close


def _numbered(read: Callable[[int], bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := read(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = read(limit + 1)
        yield number, None
