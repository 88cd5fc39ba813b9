"""Bytes to text: UTF-8, UTF-16 and Windows-1252, and never letter salad in silence."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import Fault, UnreadableFile
from dragoman.intake.options import IntakeOptions
from dragoman.intake.wording import wording

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FEW = 0.10  # of bytes outside ASCII: English in Windows-1252 has quotes, dashes and names, never a tenth of them
_TOO_FEW_TO_TELL = 20
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_SAMPLE = 200_000
_BEYOND_PUNCTUATION = "\u2200"


def decode(raw: bytes, *, where: str, options: IntakeOptions, declared: str | None = None) -> str:
    r"""Return bytes as text with ``\n`` as line end.

    Args:
        raw: the bytes.
        where: what they are, for errors.
        options: whom to tell of a guessed encoding.
        declared: an encoding that the bytes themselves declare, tried where they are no UTF-8.

    Raises:
        UnreadableFile: empty, binary, or in none of the encodings that are read.
    """
    if not raw.strip():
        raise UnreadableFile(where, "is empty", "give a text")
    return decode_piece(raw, where=where, options=options, declared=declared)


def decode_piece(raw: bytes, *, where: str, options: IntakeOptions, declared: str | None = None) -> str:
    """Return a piece of a text, such as a line, which may be empty; otherwise as `decode`."""
    refuse_documents(raw, where=where)
    text = _decoded(raw, where, options, declared)
    if "\0" in text:
        raise UnreadableFile(where, "is binary, not text: it holds NUL characters", "save it as plain text, HTML or JSON")
    if not text.isascii() and _looks_read_wrongly(text):
        options.note(Fault(where, "seems to be UTF-8 that was once read as Windows-1252", "take it from its source again"))
    return text.replace("\r\n", "\n")


def refuse_documents(start: bytes, *, where: str) -> None:
    """Raise where bytes begin as a document of another kind does, whatever it is called.

    Raises:
        UnreadableFile: PDF, Word and the like.
    """
    for mark, what in wording().begins.items():
        if start.startswith(mark):
            raise UnreadableFile(where, f"is a document ({what}), not text", "save it as plain text or HTML")


def wide_encoding(start: bytes) -> str | None:
    """Return the name of the two-byte encoding that bytes begin in, or None."""
    for mark, name in _WIDE:
        if start.startswith(mark):
            return name
    sample = start[: 2 * (len(start) // 2)][:512]
    if len(sample) >= 8:
        for name, nuls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            others = sample[0::2] if name == "utf-16-le" else sample[1::2]
            if nuls.count(0) > 0.6 * len(nuls) and not others.count(0):
                return name
    return None


def _decoded(raw: bytes, where: str, options: IntakeOptions, declared: str | None) -> str:
    wide = wide_encoding(raw)
    try:
        return raw.decode(wide or "utf-8-sig")
    except UnicodeDecodeError as error:
        if wide:
            raise UnreadableFile(where, f"is broken UTF-16 at byte {error.start}", "save it in UTF-8") from error
    if b"\0" in raw:
        raise UnreadableFile(where, "is binary, not text: it holds NUL bytes", "save it as plain text, HTML or JSON")
    if declared:
        try:
            return raw.decode(declared)
        except (LookupError, UnicodeDecodeError):
            options.note(Fault(where, f"declares the encoding '{declared}' and is not in it"))
    return _western(raw, where, options)


def _western(raw: bytes, where: str, options: IntakeOptions) -> str:
    """Return bytes read as Windows-1252, where they can be English in it."""
    remedy = "save it in UTF-8"
    sample = raw[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    if high > max(_TOO_FEW_TO_TELL, _FEW * len(sample)):
        raise UnreadableFile(where, "is in an encoding that is neither UTF-8, UTF-16 nor Windows-1252", remedy)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        what = f"is neither UTF-8 nor Windows-1252: byte 0x{raw[error.start]:02X} at {error.start}"
        raise UnreadableFile(where, what, remedy) from error
    options.note(Fault(where, "is not UTF-8 and was read as Windows-1252", remedy))
    return text


def _looks_read_wrongly(text: str) -> bool:
    """Whether some run of characters is what accents, quotes or dashes in UTF-8 look like when read as Windows-1252."""
    for run in _NOT_ASCII.findall(text[:_SAMPLE]):
        try:
            meant = run.encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        if max(meant) < _BEYOND_PUNCTUATION:
            return True
    return False
