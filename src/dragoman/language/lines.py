"""What the layout of a text says of where sentences start: paragraphs, lines that end early, bullets, datelines."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

_WIDEST_COLUMN: Final = 120
_RAGGED: Final = 12
_SUPPORT: Final = 0.15
_LONGEST_DATELINE: Final = 100
_LONGEST_HEADLINE: Final = 25
_PARTING: Final = frozenset(".!?…:;|—–-")
_GOES_ON: Final = ",;–—-(/&"
_BULLET: Final = re.compile(r"(?:[•‣◦▪●■►✓*·]|[-–—](?= ?[^\W_a-z])|\(?(?:\d{1,2}|[a-zA-Z])[.)](?=\s))")
_NAME: Final = r"[A-Z0-9][\w'’.-]*"
_CAPITALS: Final = rf"[A-Z][A-Z'’.-]{{2,}}(?:[ /][A-Z][A-Z'’.-]*)*(?:[,/] ?{_NAME}(?:,? {_NAME}){{0,5}},?)?"
_AGENCY: Final = r"[(\[][A-Z][^()\[\]\n]{1,40}[)\]]"
_TOWN: Final = rf"[A-Z][\w'’.-]+(?:,? {_NAME}){{0,6}},?"
_DATELINE: Final = re.compile(rf"(?:{_CAPITALS}(?: ?{_AGENCY})?|(?:{_TOWN} ?)?{_AGENCY}) ?[-–—―]{{1,2}}(?=\s+[\"'“‘]?[A-Z])")


def starts(text: str, offsets: Sequence[int], gaps: Sequence[int]) -> Ints:
    """For each word whether a sentence starts with it: 1 surely, -1 surely not, 0 unknown.

    Args:
        text: the whole text; its first line is its headline.
        offsets: where each word begins in it.
        gaps: the class of the white space before each word, as ``pieces.gap_of`` tells it.
    """
    known = np.asarray([int(gap == 3) for gap in gaps], dtype=np.int64)
    if not len(known):
        return known
    known[0] = 1
    breaks = [i for i in range(1, len(gaps)) if gaps[i] == 2]
    if breaks:
        width = _column(text)
        headline = next(i for i in range(1, len(gaps)) if gaps[i] >= 2)
        for i in breaks:
            known[i] = (i == headline and not text[offsets[i]].islower()) or _own_line(text, offsets[i], width)
    first = next((i for i in range(1, len(gaps)) if known[i] == 1 and gaps[i] >= 2), 0)
    for i in range(1, first if first <= _LONGEST_HEADLINE else 0):  # one sentence, save where its own marks part it
        if known[i] == 0 and text[offsets[i - 1] : offsets[i]].rstrip()[-1:] not in _PARTING:
            known[i] = -1
    for i in _after_datelines(text, offsets, np.flatnonzero(known == 1).tolist()):
        known[i] = 1
    return known


def _column(text: str) -> int:
    """The width that lines are folded to, 0 where each line is a paragraph.

    It is the widest that some lines nearly fill and few exceed.
    """
    lengths = sorted((len(line.rstrip()) for line in text.splitlines() if line.strip()), reverse=True)
    least = max(2, _SUPPORT * len(lengths))
    for longer, width in enumerate(lengths):
        if longer > _SUPPORT * len(lengths):
            return 0
        if width <= _WIDEST_COLUMN and sum(width - _RAGGED < n <= width for n in lengths[longer:]) >= least:
            return width
    return 0


def _own_line(text: str, at: int, width: int) -> bool:
    """Whether the line that begins at ``at`` begins something new: a bullet, or a capital after a line that ended early."""
    if _BULLET.match(text, at):
        return True
    end = at
    while text[end - 1].isspace():
        end -= 1
    line = text[max(text.rfind("\n", 0, end) + 1, end - _WIDEST_COLUMN) : end]
    word = text[at : at + 60].split(maxsplit=1)[0]
    folded = 0 < width < len(line) + 1 + len(word)
    return not folded and not text[at].islower() and text[at] not in ",.;:)]}”’!?%" and line[-1:] not in _GOES_ON


def _after_datelines(text: str, offsets: Sequence[int], paragraphs: Sequence[int]) -> Iterator[int]:
    """The words that follow ``PLACE, date (Agency) —`` at the beginning of a paragraph."""
    for i in paragraphs:
        found = _DATELINE.match(text, offsets[i], offsets[i] + _LONGEST_DATELINE)
        if found:
            after = bisect_left(offsets, found.end())
            if after < len(offsets):
                yield after
