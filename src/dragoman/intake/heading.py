"""What a text says of itself in its first lines: title, date, author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.intake.dates import date_of, date_pattern
from dragoman.intake.wording import wording

_LONGEST_TITLE = 180
_MOST_WORDS = 30
_LONGEST_DATELINE = 160  # also keeps the pattern quick on a line without end
_LINES = 5  # a dateline or byline stands among the first ones that are not blank
_NAME = r"[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|van|von|de|da|del|bin|al|el)){1,3}"
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_END_OF_SENTENCE = (".", "?", "!", '."', ".”", '?"', "?”", '!"', "!”", ".'", ".’", ")", ":")


def guess_title(text: str) -> str | None:
    """Return the first line of a text where it is short and looks like a headline, otherwise None."""
    first, _, rest = text.lstrip().partition("\n")
    title, below = first.strip(), rest.strip()
    if not below or len(title) > _LONGEST_TITLE or not 2 <= len(title.split()) <= _MOST_WORDS:
        return None
    if title.endswith((".", ",", ";", ":", "—")) and not _INITIALS.search(title):
        return None
    if title[0].islower() or _line_date(title) or _byline(title) or _dateline(title):
        return None
    return None if _goes_on(title, rest) else title


def own_date(text: str, *, title: str | None) -> str | None:
    """Return the date that a text's own first lines give, in ISO 8601; without a year it is no date."""
    for line in _first_lines(text, title):
        found = _line_date(line) or _dateline(line)
        if found:
            return date_of(found)
    return None


def own_author(text: str, *, title: str | None) -> str | None:
    """Return the author that a byline of its own names, otherwise None."""
    for line in _first_lines(text, title):
        if found := _byline(line):
            return found["name"]
    return None


def _first_lines(text: str, title: str | None) -> Iterator[str]:
    left = _LINES
    for line in text[:4000].split("\n"):
        words = " ".join(line.split())
        if not words or (title and words == " ".join(title.split())):
            continue
        yield words
        left -= 1
        if not left:
            return


def _goes_on(title: str, rest: str) -> bool:
    """Whether what follows a first line shows that the line was only folded there."""
    second, _, after = rest.partition("\n")
    second = second.strip()
    if not second or second == title:
        return False
    folded = bool(after.strip()) and len(second) < 100 and not second.endswith(_END_OF_SENTENCE)
    is_heading = _line_date(second) or _byline(second) or _dateline(second)
    return second[0].islower() or (folded and not is_heading)


def _line_date(line: str) -> re.Match[str] | None:
    """Return the date on a line that holds nothing else."""
    return _date_line().fullmatch(line)


def _dateline(line: str) -> re.Match[str] | None:
    """Return the date in a dateline such as ``BEIJING, April 30, 2024 (Agency) -``."""
    return _place_and_date().match(line[:_LONGEST_DATELINE])


def _byline(line: str) -> re.Match[str] | None:
    return _by_name().fullmatch(line)


@cache
def _date_line() -> re.Pattern[str]:
    before = "|".join(sorted(wording().published, key=len, reverse=True))
    return re.compile(rf"(?:(?:{before}):? ?)?{date_pattern(rest=True).pattern}\.?", re.IGNORECASE)


@cache
def _place_and_date() -> re.Pattern[str]:
    dash = r"(?:[—–―]|--?)"
    capitals = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]*)*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?"
    name = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
    shut = rf"\)?,? ?(?:\([^()]{{2,40}}\)|/[^/]{{2,40}}/)? ?{dash}(?: |$)"
    when = f"(?i:{date_pattern().pattern})"
    return re.compile(rf"(?:{capitals}(?:,? ?| {dash} )|{name}, )\(?{when}(?:{shut}|$)")


@cache
def _by_name() -> re.Pattern[str]:
    by = "|".join(wording().byline)
    return re.compile(rf"(?i:{by}):? (?P<name>{_NAME}(?:(?:, | and ){_NAME}){{0,3}})")
