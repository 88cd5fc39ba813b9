"""Who says so, as columns: a part for each link of the chain, outermost first, those who say it together joined by ``"; "``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.record import Told

COLUMNS = ("voice", *(f"voice_{name}" for name in ("ids", "countries", "sectors", "cues", "manners", "days", "statements")))
CHAINED = " > "
"""Between the links where they stand in one cell."""
_MARK = 12


def voices(told: Told) -> Mapping[str, list[str | None]]:
    """Return the columns, lists of one length; None where a link has nothing there."""
    chain = told.voice
    parts: tuple[list[str | None], ...] = (
        [voice.name for voice in chain],
        [joined(party.actor for party in voice.sources) for voice in chain],
        [joined(party.country for party in voice.sources) for voice in chain],
        [joined(party.sector for party in voice.sources) for voice in chain],
        [voice.cue for voice in chain],
        [voice.manner for voice in chain],
        [voice.day for voice in chain],
        [voice.statement for voice in chain],
    )
    return dict(zip(COLUMNS, parts, strict=True))


def chained(parts: Iterable[object]) -> str | None:
    """Return the parts of a chain in one cell; None where there are none."""
    return CHAINED.join("" if part is None else str(part) for part in parts) or None


def wording(told: Told) -> str:
    """Return a mark that claims have in common whose sentences are the same but for blanks, in whichever reports they stand."""
    from dragoman.intake import fingerprint

    return fingerprint(told.sentence)[:_MARK]


def span_words(spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return spans as ``start-end``, in characters of the report's text."""
    return [f"{start}-{end}" for start, end in spans]


def joined(parts: Iterable[str | None]) -> str | None:
    """Return the parts in one cell; None where all are empty."""
    some = list(parts)
    return "; ".join(part or "" for part in some) if any(some) else None
