"""Labels that say who speaks in an interview or a transcript: "((Jane Roe))", "PRESIDENT ROE:", "Q:", or initials once named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.lexicon.cues import Cues

_BRACKETED: Final = re.compile(r"\(\(([^()\n]{1,40})\)\)[ \t:]*(?=\S)")
_WORD: Final = r"[^\W\d_][\w.'’-]*"
_COLON: Final = re.compile(rf":?[ \t]*({_WORD}(?: {_WORD}){{0,4}})(?: \([^()\n]{{1,40}}\))?:[ \t]+(?=\S)")
_ASKED: Final = re.compile(r"(Q)(?:[ \t]{2,}|\.[ \t]+)(?=\S)")
_UNMARKED: Final = re.compile(r"([A-Z]{2,4})[ \t]+(?=[A-Z0-9\"“])")
_CREDIT: Final = re.compile(r"([A-Z][a-z]+): (?=[^\n]{1,80}\Z)")
_BEFORE_CREDIT: Final = 240  # characters of a caption


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a paragraph.

    Attributes:
        name: its words.
        start: where they begin, in characters.
        end: where they end.
        speech: where speech begins.
        paragraph: the paragraph's number.
        asks: whether the label itself says that it opens a question.
        answers: whether it says that it opens an answer.
    """

    name: str
    start: int
    end: int
    speech: int
    paragraph: int
    asks: bool = False
    answers: bool = False


def labels_of(text: str, blocks: Sequence[tuple[int, int]], cast: Cast, cues: Cues) -> list[Label]:
    """Return the labels of a text in its order; fewer than two are none.

    Args:
        text: the report.
        blocks: its paragraphs by their characters.
        cast: who is named in it; a name or initials without a mark after them are a label only behind a question.
        cues: the words of labels.
    """
    found = [one for n, (start, end) in enumerate(blocks) if n and (one := _label(text, start, end, n, cues))]
    if len(found) < 2:
        return []
    marked = {one.paragraph for one in found}
    found += [
        one
        for n, (start, end) in enumerate(blocks[1:], start=1)
        if n not in marked and is_question(text, blocks[n - 1]) and (one := _unmarked(text, start, end, n, cast))
    ]
    return sorted(found, key=lambda one: one.paragraph)


def is_question(text: str, block: tuple[int, int]) -> bool:
    """Tell whether a paragraph ends with a question."""
    return text[block[0] : block[1]].rstrip(" \t\n\"”'’)").endswith("?")


def is_credit(text: str, block: tuple[int, int], cues: Cues) -> bool:
    """Tell a caption, which says whose the picture is: "The bridge. Image: Jane Roe."."""
    said = text[block[0] : block[1]].strip()
    marks = () if "\n" in said else _CREDIT.finditer(said)
    return any(m[1].lower() in cues.credits for m in marks if m.start() <= _BEFORE_CREDIT)


def speaker_of(cast: Cast, label: Label) -> CastMention | None:
    """Return the first person named before whose initials a label is, else the mention of a person in it."""
    people = list(people_in(cast))
    if label.name.isupper() and 1 < len(label.name) < 5 and not label.asks and not label.answers:
        before = (m for m in people if m.form == "name" and m.mention.start < label.start)
        known = next((m for m in before if initials(m.mention.text) == label.name), None)
        if known:
            return known
    named = [m for m in people if label.start <= m.mention.start and m.mention.end <= label.end]
    return named[-1] if named else None


def people_in(cast: Cast) -> Iterator[CastMention]:
    """Yield the mentions of persons."""
    return (m for m in cast.mentions if m.mention.actor and cast.actors[m.mention.actor].kind == "person")


def initials(name: str) -> str:
    """Return the first letters of the words with a capital in a name.

    >>> initials("Jane van der Roe")
    'JR'
    """
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _label(text: str, start: int, end: int, number: int, cues: Cues) -> Label | None:
    begin = _begin(text, start, end)
    found = next((m for pattern in (_BRACKETED, _COLON, _ASKED) if (m := pattern.match(text, begin, end))), None)
    if found is None or found[1].casefold().endswith(tuple(cues.credits)) or not (found.re is _BRACKETED or _is_name(found[1], cues)):
        return None
    word = found[1].casefold()
    return Label(found[1], found.start(1), found.end(1), found.end(), number, word in cues.askers, word in cues.answerers)


def _begin(text: str, start: int, end: int) -> int:
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _unmarked(text: str, start: int, end: int, number: int, cast: Cast) -> Label | None:
    """Return a full name, or initials, of somebody named before with which a paragraph opens: "Jane Roe I was there"."""
    begin = _begin(text, start, end)
    names = {m.mention.text for m in people_in(cast) if m.form == "name" and m.mention.start < begin and " " in m.mention.text}
    short = _UNMARKED.match(text, begin, end)
    if short and short[1] in {initials(name) for name in names}:
        return Label(short[1], short.start(1), short.end(1), short.end(), number)
    opens = (name for name in names if text.startswith(f"{name} ", begin) and text[begin + len(name) + 1 : end][:1].isupper())
    name = max(opens, key=len, default=None)
    return Label(name, begin, begin + len(name), begin + len(name) + 1, number) if name else None


def _is_name(label: str, cues: Cues) -> bool:
    """Tell whether a label is written as a name, every word with a capital, or says that one asks or answers."""
    words = label.split()
    return words[-1][:1].isupper() and all(w[:1].isupper() or w in cues.particles for w in words)
