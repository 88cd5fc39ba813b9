"""Where quotation marks open and close: every kind of mark, runs over sentences and paragraphs."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.language.dashes import DASHES, HYPHENS

if TYPE_CHECKING:
    from spacy.tokens import Doc


Side = Literal["open", "close", "either"]

_DOUBLE = re.compile(r"[“”„‟«»\"＂]|''|``|’’|‘‘")
_SINGLE = re.compile(r"(?<!')'(?!')|[‘’‚]")
_STRAIGHT = '"'
_OPENING = frozenset("“„‟«``‘‘")
_CLOSING = frozenset("”»’’")
_BEFORE_OPEN = frozenset(" \t\n\u00a0([{/:") | HYPHENS | DASHES
_AFTER_CLOSE = frozenset(" \t\n\u00a0)]},.;:!?/…") | HYPHENS | DASHES
_STOPS = frozenset(".!?…")
_SENTENCE_END = frozenset(".!?…:”\"’'»)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks, in tokens.

    Attributes:
        first, last: half-open range, marks included.
        paragraph: number of the paragraph in which it stands.
        resumed: it goes on where the quotation of the paragraph before was left open.
        nested: it stands between single marks.
    """

    first: int
    last: int
    paragraph: int
    resumed: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: Side


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the character ranges of the paragraphs of a text.

    A blank line divides; so does one line break after the first line, or where a sentence ends before it.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r"\n", text):
        line = text[start : match.start()]
        blank = not text[match.end() : match.end() + 1].strip()
        if not found or blank or not line.strip() or line.rstrip()[-1] in _SENTENCE_END:
            found.append((start, match.start()))
            start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]


def is_double(word: str) -> bool:
    """Tell whether a token is a double quotation mark, opening or closing."""
    return _DOUBLE.fullmatch(word) is not None


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Return the quotations of a Doc in text order, those between single marks inside others included."""
    return quotations_in(doc.text, doc.to_array("IDX").tolist())


def quotations_in(text: str, starts: Sequence[int]) -> tuple[Quotation, ...]:
    """Return the quotations of a text whose tokens start at these characters."""
    if not (_DOUBLE.search(text) or _SINGLE.search(text)):
        return ()
    found: list[Quotation] = []
    open_before = False
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        after = text[blocks[number + 1][0] : blocks[number + 1][1]].lstrip()[:2] if number + 1 < len(blocks) else ""
        pairs, left_open = _pairs(text, start, end, continues=bool(after) and after[0] in "“\"„«'`‘")
        for nth, (a, b) in enumerate(pairs):
            resumed = open_before and nth == 0 and not text[start:a].strip()
            found.append(Quotation(*_tokens(starts, a, b), paragraph=number, resumed=resumed))
        singles = _singles(text, start, end, pairs)
        found += [Quotation(*_tokens(starts, a, b), paragraph=number, nested=True) for a, b in singles]
        open_before = left_open
    return tuple(sorted(found, key=lambda q: (q.first, -q.last)))


def numbered(found: Iterable[Quotation], size: int) -> tuple[int, ...]:
    """Return for each token the number of the quotation between double marks that it stands in, its marks included; 0 outside.

    Args:
        found: the quotations of a text.
        size: how many tokens the text has.
    """
    inside = [0] * size
    for number, q in enumerate((q for q in found if not q.nested), start=1):
        inside[q.first : q.last] = [number] * (q.last - q.first)
    return tuple(inside)


def _tokens(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the half-open token range that the characters touch."""
    return max(0, bisect.bisect_right(starts, start) - 1), bisect.bisect_left(starts, end)


def _pairs(text: str, start: int, end: int, *, continues: bool) -> tuple[list[tuple[int, int]], bool]:
    """Return the pairs of double marks of one paragraph, and whether its last was left open.

    A mark that opens while another is open shows that the earlier was never closed: it ends there where it is led up to and a
    sentence ends, else it is dropped. Curled marks inside straight ones are of a quotation within.
    """
    pairs: list[tuple[int, int]] = []
    opened: _Mark | None = None
    inner = False
    for mark in _marks(text, start, end):
        if opened is None:
            opened = mark if mark.side != "close" or not text[start : mark.start].strip() else None  # "”We left,” she said"
        elif inner or _is_within(text, start, end, opened, mark):
            inner = text[mark.start] != "”"
        elif mark.side == "open" and text[opened.start] != "„":
            before = text[opened.start : mark.start].rstrip()
            if before[-1] in _STOPS and _is_led(text, start, opened):
                pairs.append((opened.start, opened.start + len(before)))
            opened = mark
        else:
            pairs.append((opened.start, mark.end))
            opened = None
    if opened is None:
        return pairs, False
    if continues or _is_led(text, start, opened):
        pairs.append((opened.start, start + len(text[start:end].rstrip())))
    return pairs, continues


def _is_within(text: str, start: int, end: int, opened: _Mark, mark: _Mark) -> bool:
    """Tell a curled mark inside a straight quotation, which opens the paragraph or is closed by a straight mark later in it."""
    if text[opened.start] != _STRAIGHT or text[mark.start] != "“":
        return False
    return not text[start : opened.start].strip() or text.count(_STRAIGHT, mark.start, end) % 2 == 1


def _is_led(text: str, start: int, opened: _Mark) -> bool:
    """Tell whether a quotation opens its paragraph or stands behind a comma, a colon or a full stop."""
    return not text[start : opened.start].strip() or text[: opened.start].rstrip()[-1:] in (",", ":", ".")


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _DOUBLE.finditer(text, start, end):
        a, b = match.span()
        yield _Mark(a, b, _side(text, a, b, match.group()))


def _side(text: str, a: int, b: int, mark: str) -> Side:
    """Tell whether a mark opens or closes, by its shape, else by the blanks around it."""
    before, after = text[a - 1 : a] or " ", text[b : b + 1] or " "
    opens, closes = before in _BEFORE_OPEN, after in _AFTER_CLOSE
    if mark in _OPENING or mark in ("``", "‘‘"):
        return "close" if mark == "“" and closes and not opens else "open"  # "“They left“", both marks of one shape
    if mark in _CLOSING or mark == "’’":
        return "close"
    if opens != closes:
        return "open" if opens else "close"
    return "either"


def _singles(text: str, start: int, end: int, doubles: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of single marks, telling them from apostrophes by what stands around them."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    borders = sorted(p for pair in doubles for p in pair)
    for match in _SINGLE.finditer(text, start, end):
        at, mark = match.start(), match.group()
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        opens = mark != "’" and (before in _BEFORE_OPEN or before in '“"') and not after.isspace() and not after.isdigit()
        closes = mark != "‘" and not before.isspace() and (after in _AFTER_CLOSE or after in '”"')
        if opens and (opened is None or mark == "‘"):
            opened = at
        elif closes and opened is not None and bisect.bisect(borders, opened) == bisect.bisect(borders, at):
            plural = before == "s" and re.search(r"[^\s]['’](?![\w])", text[at + 1 : min(end, at + 200)]) is not None
            if not plural and at - opened > 2:
                pairs.append((opened, at + 1))
                opened = None
    return pairs
