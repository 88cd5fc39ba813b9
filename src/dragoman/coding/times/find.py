"""Finds the times of a report and says what they come to, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.claims import Span, TimeValue, Timex
from dragoman.coding.times.calendar import interval, move
from dragoman.coding.times.grammar import Grammar, Rule, fitting, grammar
from dragoman.coding.times.join import Entry, with_year, year_from
from dragoman.coding.times.normalise import normalise
from dragoman.coding.times.setting import Setting, Slots, Worded
from dragoman.coding.times.tense import direction_of
from dragoman.language.columns import Columns, columns_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERIOD = re.compile(r"P(T?)(\d+)([A-Z])")
_REACH = 11
# A year is history after so many.
_LONG_PAST = 2
_LETTERS = re.compile(r"[a-z]+")
# No time is longer, in characters.
_LONGEST = 160
_PARTS = re.compile(r"[a-z]+|\d")
_HEAD = re.compile(r"[a-z]+|\d|['’]")
_NEXT = re.compile(r"\W{0,3}([a-zA-Z]+)")
_STOPS = frozenset(".?!;")
_QUARTER = re.compile(r"\d{4}-(?:Q|H)\d")
_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of the text.

    Attributes:
        timex: span, TIMEX3 value and type.
        first: index of the first token.
        last: index after the last token.
        value: the days that it covers; None where it names none.
    """

    timex: Timex
    first: int
    last: int
    value: TimeValue | None


def find_times(doc: Doc, *, published: date | None = None, read: Columns | None = None) -> tuple[TimeMention, ...]:
    """Return the times of a report in the order of the text.

    The words alone decide what is a time; the parse, where there is one, only tells past from future.

    Args:
        doc: the report's tokens.
        published: the report's date; None where nobody says: then "April 30" is ``XXXX-04-30`` and covers no days.
        read: what the parse says of each token, where that was asked before.
    """
    words, read = grammar(), read or columns_of(doc)
    story = _Story(doc, words, published, doc.has_annotation("DEP"), read)
    for first, last, match, rule in _scan(read, words):
        story.take(first, last, match, rule)
    return tuple(story.told())


def _scan(read: Columns, words: Grammar) -> Iterator[tuple[int, int, re.Match[str], Rule]]:
    """Yield token range, longest match and the rule of each, never two over the same words."""
    free = 0
    starts, lowered = read.starts, read.lower
    for i in _near_telling(lowered, words):
        if starts[i] < free or not _may_begin(lowered[i], words.first):
            continue
        best = _best(read.text, starts[i], _before(lowered, i))
        if best is None:
            continue
        match, rule = best
        free = match.end()
        last = i + 1
        while last < len(starts) and starts[last] < free:
            last += 1
        yield i, last, match, rule


def _before(lowered: Sequence[str], i: int) -> str:
    """Return the last word before a token that is no white space, empty where there is none."""
    return next((lowered[t] for t in range(i - 1, -1, -1) if not lowered[t].isspace()), "")


def _near_telling(lowered: Sequence[str], words: Grammar) -> Iterator[int]:
    """Yield the tokens at which or shortly after which a word stands that every time has one of."""
    telling = [i for i, word in enumerate(lowered) if _tells(word, words.telling)]
    begun = 0
    for i in telling:
        yield from range(max(begun, i - _REACH + 1), i + 1)
        begun = i + 1


@lru_cache(maxsize=4096)
def _tells(word: str, telling: frozenset[str]) -> bool:
    if word in telling or word[:1].isdigit():
        return True
    return not word.isalpha() and any(part in telling or part[:1].isdigit() for part in _PARTS.findall(word))


@lru_cache(maxsize=4096)
def _may_begin(word: str, first: frozenset[str]) -> bool:
    head = _HEAD.match(word)
    return head is not None and (head[0] in first or not head[0].isalpha())


def _best(text: str, at: int, before: str) -> tuple[re.Match[str], Rule] | None:
    best: tuple[re.Match[str], Rule] | None = None
    for rule in fitting().among(_LETTERS.findall(text[at : at + _LONGEST].lower())):
        match = rule.regex.match(text, at)
        if match is None or not match.group() or (best is not None and match.end() <= best[0].end()):
            continue
        if (rule.after and before not in rule.after) or before in rule.never_after:
            continue
        if rule.never_before and _next_word(text, match.end()) in rule.never_before:
            continue
        best = match, rule
    return best


def _next_word(text: str, at: int) -> str:
    match = _NEXT.match(text, at)
    return match[1].lower() if match else ""


@dataclass(slots=True)
class _Story:
    """The report as it is read from its beginning: what was spoken of last."""

    doc: Doc
    words: Grammar
    published: date | None
    parsed: bool
    read: Columns
    entries: list[Entry] = field(default_factory=list)
    reference: str | None = None
    quarter: str | None = None
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    year: int | None = None
    past: int | None = None
    sentence: int = 0

    def take(self, first: int, last: int, match: re.Match[str], rule: Rule) -> None:
        """Read one match."""
        if self._sentence_ended(first):
            self.year = None
        starts = self.read.starts
        if "\n" in self.read.text[starts[self.sentence] : starts[first]]:
            self.past = None
        self.sentence = first
        before = _before(self.read.lower, first)
        setting = Setting(
            published=self.published,
            direction=direction_of(self.doc, first, last, self.words, parsed=self.parsed),
            reference=self.reference,
            quarter=self.quarter,
            years=self.years,
            year=self.year,
            past=self.past,
            before=before,
        )
        slots = Slots(match, rule)
        worded = normalise(slots, setting)
        if worded is None:
            return
        self._remember_past(slots, worded)
        self._remember(worded, in_year=rule.make == "year" and before == "in")
        for start, end, one in _parts(slots, worded):
            timex = Timex(start=start, end=end, text=self.read.text[start:end], value=one.value, type=one.type)
            inside = [k for k in range(first, last) if starts[k] < end and starts[k] + len(self.read.words[k]) > start]
            self.entries.append(Entry(timex, inside[0], inside[-1] + 1, one, slots.year is not None, rule.make))

    def _sentence_ended(self, first: int) -> bool:
        return not _STOPS.isdisjoint(self.read.lower[self.sentence : first])

    def _remember_past(self, slots: Slots, worded: Worded) -> None:
        """Keep the year of a history that is being told; a time told from today ends it."""
        if worded.relative or self.published is None:
            self.past = None
        elif slots.year is not None and slots.rule.make == "date" and worded.type in ("DATE", "TIME"):
            self.past = slots.year if slots.year <= self.published.year - _LONG_PAST else None

    def _remember(self, worded: Worded, *, in_year: bool) -> None:
        value = worded.value
        if value is None or worded.aside or worded.type not in ("DATE", "TIME"):
            return
        if _QUARTER.fullmatch(value):
            self.quarter = value
        if (full := _FULL.match(value)) and not worded.relative:
            self.years[int(full[2]), int(full[3])] = int(full[1])
        if in_year:
            self.year = int(value)
        if interval(value):
            self.reference = value

    def told(self) -> Iterator[TimeMention]:
        """Yield the times read, each with the year that a neighbour lends it."""
        for n, entry in enumerate(self.entries):
            worded, timex = entry.worded, entry.timex
            lent = year_from(self.read.text, self.entries, n, self.read.pos)
            if lent is not None:
                worded = with_year(worded, lent[0], relative=lent[1])
                timex = Timex(start=timex.start, end=timex.end, text=timex.text, value=worded.value, type=timex.type)
            yield TimeMention(timex, entry.first, entry.last, covered(worded, timex, self.published))


def _parts(slots: Slots, worded: Worded) -> Iterator[tuple[int, int, Worded]]:
    """Yield span and reading of the one time of a match, or of both days of "April 24 and 25"."""
    match, second = slots.match, slots.raw("d2")
    if second is None:
        yield match.start(), match.end(), worded
        return
    yield match.start(), match.end("d"), worded
    value = (worded.value or "")[:-2] + f"{int(second):02d}"
    yield match.start("d2"), match.end(), Worded(value, worded.type, relative=worded.relative)


def covered(worded: Worded, timex: Timex, published: date | None) -> TimeValue | None:
    """Return the days that a time covers; None where its words name none."""
    span = Span(timex.start, timex.end)
    if worded.within and published and (period := _PERIOD.fullmatch(worded.value or "")) and not period[1]:
        edge = move(published, int(period[2]) * worded.within, period[3])
        start, end = sorted((edge, published))
        precision = {"D": "day", "W": "week", "M": "month", "Q": "quarter"}.get(period[3], "year")
        return TimeValue(start=start.isoformat(), end=end.isoformat(), precision=precision, span=span, source="report_date")
    days = interval(worded.value) if worded.value and worded.type in ("DATE", "TIME") else None
    if days is None:
        return None
    start, end = days.start, days.end
    if published and worded.side == "BEFORE" and start <= published <= end:
        end = published
    if published and worded.side == "AFTER" and start <= published <= end:
        start = published
    return TimeValue(
        start=start.isoformat(),
        end=end.isoformat(),
        precision=days.precision,
        span=span,
        source="report_date" if worded.relative else "text",
    )
