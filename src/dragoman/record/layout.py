"""A report's text with its claims beside the words, under the voices that they come through; colours are another's business."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise

import msgspec

from dragoman.claims import Claim, Reading, Span, Statement, StatementId
from dragoman.record.answers import Said, Source, Told
from dragoman.record.telling import Telling

_PARAGRAPH = re.compile(r"\n\s*")
_SCRAP = 4
"""Words of a passage without claims that is shown with its neighbour: a dateline, or what a sentence was cut off from."""


class Strand(msgspec.Struct, frozen=True, kw_only=True):
    """What comes through one voice.

    Attributes:
        said: the statement; None for the outlet's own voice.
        earlier: whether the statement stands in another passage.
        claims: what it says itself.
        inner: the statements within it.
    """

    said: Said | None = None
    earlier: bool = False
    claims: tuple[Told, ...] = ()
    inner: tuple[Strand, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text, mostly a sentence, with what was found in it.

    Attributes:
        words: the text as it stands.
        claims, statements: those of this stretch, in its order.
        strands: the same claims and statements, each under the voice that it comes through, the outlet's own first.
        marks: the spans of the claims' evidence, within `span`.
    """

    span: Span
    words: str
    claims: tuple[Told, ...] = ()
    statements: tuple[Said, ...] = ()
    strands: tuple[Strand, ...] = ()
    marks: tuple[Span, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A report laid out."""

    source: Source
    passages: tuple[Passage, ...]

    def __str__(self) -> str:
        """Return it as plain text."""
        from dragoman.record.lines import page_lines

        return "\n".join(line.plain for line in page_lines(self))


def lay_out(reading: Reading, *, source: Source | None = None) -> Page:
    """Return the text in passages that join to the whole of it, claims and statements under theirs.

    Args:
        reading: the report's reading.
        source: what more is known of its report than the reading says, such as its copies.
    """
    telling = Telling(reading, source=source)
    bounds = _bounds(reading)
    claims, statements = defaultdict(list), defaultdict(list)
    for claim in reading.claims:
        claims[_start(bounds, claim.sentence[0])].append(claim)
    for statement in reading.statements:
        statements[_start(bounds, (statement.cue or (statement.content or ((0, 0),))[0])[0])].append(statement)
    return Page(
        source=telling.source,
        passages=tuple(_passage(telling, Span(*span), claims[span[0]], statements[span[0]]) for span in pairwise(bounds)),
    )


def _start(bounds: list[int], at: int) -> int:
    """Return where the passage begins in which something stands."""
    return bounds[max(0, bisect_right(bounds, at) - 1)]


def _passage(telling: Telling, span: Span, claims: list[Claim], statements: list[Statement]) -> Passage:
    return Passage(
        span=span,
        words=telling.reading.text[span.start : span.end],
        claims=tuple(telling.told(claim) for claim in claims),
        statements=tuple(telling.said(statement) for statement in statements),
        strands=_strands(telling, claims, statements),
        marks=tuple(sorted({mark for claim in claims for mark in claim.trigger})),
    )


def _strands(telling: Telling, claims: list[Claim], statements: list[Statement]) -> tuple[Strand, ...]:
    """Return claims and statements as they hang together."""
    here = {statement.id: statement for statement in statements}
    by_voice: dict[StatementId | None, list[Told]] = defaultdict(list)
    for claim in claims:
        by_voice[claim.voice[-1] if claim.voice else None].append(telling.told(claim))
    everywhere = {statement.id: statement for statement in telling.reading.statements}
    earlier = [everywhere[key] for key in by_voice if key is not None and key not in here and key in everywhere]
    inner: dict[StatementId | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        inner[statement.within if statement.within in here else None].append(statement)

    def strand(statement: Statement, *, before: bool = False) -> Strand:
        below = tuple(strand(one) for one in inner[statement.id])
        return Strand(said=telling.said(statement), earlier=before, claims=tuple(by_voice[statement.id]), inner=below)

    own = (Strand(claims=tuple(by_voice[None])),) if by_voice[None] else ()
    return (*own, *(strand(one, before=True) for one in earlier), *(strand(one) for one in inner[None]))


def _bounds(reading: Reading) -> list[int]:
    """Return where passages begin and end: at every sentence of a claim, at paragraphs outside them, and at the text's ends."""
    text = reading.text
    sentences = sorted({claim.sentence for claim in reading.claims})
    paragraphs = {match.end() for match in _PARAGRAPH.finditer(text)} | {0, len(text)}
    paragraphs = {end for end in paragraphs if not any(start < end < stop for start, stop in sentences)}
    bounds = sorted(paragraphs | {end for sentence in sentences for end in sentence})
    starts = {start for start, _ in sentences}
    scraps = ((start, end) for start, end in pairwise(bounds) if start not in starts and len(text[start:end].split()) <= _SCRAP)
    needless = {end if start in paragraphs else start for start, end in scraps}
    return [bound for bound in bounds if bound in paragraphs or bound not in needless]
