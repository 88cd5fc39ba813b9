"""One text told from another, however its blanks and accents are encoded."""

from __future__ import annotations

import hashlib
import unicodedata


def fingerprint(text: str) -> str:
    r"""Return the SHA-256 of a text in hexadecimal, after NFC normalisation and with runs of whitespace as one blank.

    Two reports with one fingerprint have the same words; what to do about it is the caller's to decide.

    Example:
        >>> fingerprint("Talks  began.\n") == fingerprint("Talks began.")
        True
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
