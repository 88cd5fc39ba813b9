"""What layout and marks say of where sentences start: paragraphs, lines that end early, bullets, datelines, full stops."""

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
_LONGEST_TOWN_LINE: Final = 400
_LONGEST_ITEM: Final = 1000
_LISTED: Final = frozenset({"- ", "– ", "— "})
_DIGITS_OF_A_YEAR: Final = 4
_LONGEST_HEADLINE: Final = 25
_PARTING: Final = frozenset(".!?…:;|—–-")
_GOES_ON: Final = ",;–—-(/&"
_BULLET: Final = re.compile(r"(?:[•‣◦▪●■►✓*·]|[-–—](?= ?[^\W_a-z])|\(?(?:\d{1,2}|[a-zA-Z])[.)](?=\s))")
_NAME: Final = r"[A-Z0-9][\w'’.-]*"
_CAPITALS: Final = rf"[A-Z][A-Z'’.-]{{2,}}(?:[ /][A-Z][A-Z'’.-]*)*(?:[,/] ?{_NAME}(?:,? {_NAME}){{0,5}},?)?"
_AGENCY: Final = r"(?:[(\[][A-Z][^()\[\]\n]{1,40}[)\]]|/[A-Z][\w .-]{1,30}/)"
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AFTER: Final = r"(?=\s+[\"'“‘«„]?[A-Z])"
_TOWN: Final = rf"[A-Z][\w'’.-]+(?:,? {_NAME}){{0,6}},?"
_DATELINE: Final = re.compile(
    rf"(?:(?:{_CAPITALS}(?: ?{_AGENCY})?|(?:{_TOWN} ?)?{_AGENCY}) ?(?:[-–—―]{{1,2}}|_)|(?:{_TOWN} )?{_DAY}(?: ?{_AGENCY})? ?[:–—]){_AFTER}"
)
# A town alone, as where a report begins; a second dash would make it a thing that is spoken of.
_TOWN_ALONE: Final = re.compile(rf"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,2}}(?:, [A-Z][\w'’.-]+){{0,2}} [–—]{_AFTER}(?![^.\n]* [–—] )")
_ITEMS: Final = {mark: re.compile(rf"(?<=\s){re.escape(mark)}(?=\s[A-Z(])") for mark in "-–—•*▪"}
_FEWEST_FURTHER: Final = 2
_NUMBERED: Final = re.compile(r"\[(?:\d{1,3}|[a-z]|citation needed)\]")
_OPENING: Final = "\"“„«‘'([`"


def starts(text: str, offsets: Sequence[int], gaps: Sequence[int]) -> Ints:
    """For each word whether a sentence starts with it: 1 surely, 2 likely, -1 surely not, 0 unknown.

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
    for i, after in _datelines(text, offsets, np.flatnonzero(known == 1).tolist(), first):
        known[i + 1 : after] = -1
        known[after : after + 1] = 1
    for i in _items(text, offsets, np.flatnonzero(known == 1).tolist()):
        known[i] = 1
    stops = np.asarray(_after_stops(text, offsets), dtype=np.int64)
    known[stops[known[stops] != 1]] = 2
    _with_notes(text, offsets, known)
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
    if _BULLET.match(text, at) or _in_list(text, at):
        return True
    end = at
    while text[end - 1].isspace():
        end -= 1
    line = text[max(text.rfind("\n", 0, end) + 1, end - _WIDEST_COLUMN) : end]
    word = text[at : at + 60].split(maxsplit=1)[0]
    folded = 0 < width < len(line) + 1 + len(word)
    return not folded and not text[at].islower() and text[at] not in ",.;:)]}”’!?%" and line[-1:] not in _GOES_ON


def _in_list(text: str, at: int) -> bool:
    """Whether a dash opens the line, whatever follows it, and the line before or after too."""
    mark = text[at : at + 2]
    if mark not in _LISTED:
        return False
    line = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at, at + _LONGEST_ITEM)
    before = text[text.rfind("\n", 0, max(line - 1, 0)) + 1 : line].lstrip()
    after = text[end + 1 : end + 40].lstrip() if end > 0 else ""
    return before.startswith(mark) or after.startswith(mark)


def _datelines(text: str, offsets: Sequence[int], paragraphs: Sequence[int], first: int) -> Iterator[tuple[int, int]]:
    """The word ranges of ``PLACE, date (Agency) —`` at the beginning of a paragraph, or of a town at that of the ``first`` one."""
    for i in paragraphs:
        found = _DATELINE.match(text, offsets[i], offsets[i] + _LONGEST_DATELINE)
        if not found and i == first > 0:
            found = _TOWN_ALONE.match(text, offsets[i], offsets[i] + _LONGEST_TOWN_LINE)
        if found:
            yield i, bisect_left(offsets, found.end())


def _items(text: str, offsets: Sequence[int], openings: Sequence[int]) -> Iterator[int]:
    """The dashes or bullets of a list that runs on in one line, ``- One - Two - Three``: a line that begins with the mark they share."""
    for i in openings:
        at = offsets[i]
        if (item := _ITEMS.get(text[at : at + 2].rstrip())) is None:
            continue
        end = text.find("\n", at)
        further = [found.start() for found in item.finditer(text, at + 1, end if end > 0 else len(text))]
        if len(further) >= _FEWEST_FURTHER:
            yield from (bisect_left(offsets, start) for start in further)


def _after_stops(text: str, offsets: Sequence[int]) -> list[int]:
    """The words in capitals after a full stop that is a word of its own, as none of an abbreviation is, and ends a common word or year."""
    found = []
    for i in range(2, len(offsets)):
        stop = offsets[i - 1]
        if text[stop] != "." or not text[stop + 1 : stop + 2].isspace() or stop + 1 == offsets[i]:
            continue
        word, next_one = text[offsets[i - 2] : stop], text[offsets[i] : offsets[i] + 2]
        ended = len(word) > 1 and word.isalpha() and word.islower()
        ended = ended or (len(word) == _DIGITS_OF_A_YEAR and word.isdigit())
        if ended and (next_one[0].isupper() or (next_one[0] in _OPENING and next_one[1:].isupper())):
            found.append(i)
    return found


def _with_notes(text: str, offsets: Sequence[int], known: Ints) -> None:
    """The number of a note that touches a full stop, ``.[1]``, belongs to the sentence before; what follows it starts one."""
    if "[" not in text:
        return
    for found in _NUMBERED.finditer(text):
        at = found.start()
        if at == 0 or text[at - 1] not in '.]”"!?':
            continue
        inside, after = bisect_left(offsets, at), bisect_left(offsets, found.end())
        known[inside:after] = -1
        if after < len(offsets) and text[found.end()].isspace() and text[offsets[after]].isupper():
            known[after] = 1
