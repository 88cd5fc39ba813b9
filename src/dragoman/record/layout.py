"""A report's text with its claims beside the words, as values; how they are coloured is the reader's business."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from dragoman.claims import Reading, Span
from dragoman.record.answers import Said, Source, Told
from dragoman.record.phrases import claim_lines, statement_line
from dragoman.record.telling import Telling


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text, mostly a sentence, with what was found in it.

    Attributes:
        words: the text as it stands.
        marks: the spans of the claims' evidence, within `span`.
    """

    span: Span
    words: str
    claims: tuple[Told, ...] = ()
    statements: tuple[Said, ...] = ()
    marks: tuple[Span, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A report laid out."""

    source: Source
    passages: tuple[Passage, ...]

    def __str__(self) -> str:
        """Return it as plain text."""
        return "\n".join(_lines(self))


def lay_out(reading: Reading) -> Page:
    """Return the text in passages that join to the whole of it, claims and statements under theirs."""
    telling = Telling(reading)
    claims = defaultdict(list)
    for claim in reading.claims:
        claims[claim.sentence[0]].append(claim)
    bounds = _bounds(reading)
    passages = []
    for start, end in pairwise(bounds):
        here = claims.get(start, [])
        statements = [s for s in reading.statements if start <= (s.cue or (s.content or ((0, 0),))[0])[0] < end]
        passages.append(
            Passage(
                span=Span(start, end),
                words=reading.text[start:end],
                claims=tuple(telling.told(claim) for claim in here),
                statements=tuple(telling.said(s) for s in statements),
                marks=tuple(sorted({span for claim in here for span in claim.trigger})),
            )
        )
    return Page(source=telling.source, passages=tuple(passages))


def _bounds(reading: Reading) -> list[int]:
    """Return where passages begin and end: at every sentence of a claim, and at the text's ends."""
    ends = {0, len(reading.text)}
    for claim in reading.claims:
        ends.update(claim.sentence)
    return sorted(ends)


def _lines(page: Page) -> Iterator[str]:
    head = ", ".join(part for part in (page.source.id, page.source.outlet, page.source.published) if part)
    yield head
    for passage in page.passages:
        if passage.words.strip():
            yield ""
            yield " ".join(passage.words.split())
        for said in passage.statements:
            yield f"    {statement_line(said)}"
        for told in passage.claims:
            first, *rest = claim_lines(told)
            yield f"  ▸ {first}"
            yield from (f"      {line}" for line in rest)
