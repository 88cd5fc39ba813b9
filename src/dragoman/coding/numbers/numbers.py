"""English numbers in words and figures: what "twenty-six", "1,200", "1.2 million" and "two dozen" amount to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.errors import Fault, LexiconError
from dragoman.ontology import Node, load_yaml

_FILE = Path(__file__).with_name("numbers.yaml")
_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NARROW = "\u00a0\u2009\u202f"  # blanks that part the thousands of a number, whose mark before a fraction may be a comma
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_NARROW}]\d{{3}})+(?:[.,]\d+)?")
_BLANK = re.compile(f"[{_NARROW}]")
_FRACTION = re.compile(r"(\d+)[/⁄](\d+)")
_SPLIT = re.compile(rf"(?:[^\S{_NARROW}]|-|(?<!\d)[{_NARROW}]|[{_NARROW}](?!\d{{3}}(?!\d)))+")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of ``numbers.yaml``: what each adds, multiplies or orders."""

    small: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    ordinals: Mapping[str, int]
    articles: frozenset[str]
    joins: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Return the shipped number words.

    Raises:
        LexiconError: the file is damaged; all faults with their lines.
    """
    faults: list[Fault] = []
    root = load_yaml(_FILE, faults, name=f"coding/{_FILE.name}")

    def table(key: str) -> dict[str, int]:
        return {word: _whole(node, faults) for word, node in (root.get(key) or root).items() if node.value != root.value}

    def words(key: str) -> frozenset[str]:
        return frozenset(str(node.value) for node in root.get(key) or ())

    needed = ("units", "tens", "scales", "vague", "ordinals", "articles", "joins")
    faults += [Fault(root.where, f"'{key}' is missing", "give the list back") for key in needed if root.get(key) is None]
    if faults:
        raise LexiconError(faults)
    found = NumberWords(
        small={**table("units"), **table("tens")},
        scales=table("scales"),
        vague=table("vague"),
        ordinals=table("ordinals"),
        articles=words("articles"),
        joins=words("joins"),
    )
    if faults:
        raise LexiconError(faults)
    return found


def _whole(node: Node, faults: list[Fault]) -> int:
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    faults.append(Fault(node.where, f"{node.value!r} is no whole number", "write it in figures"))
    return 0


def parse(text: str) -> float | None:
    """Return what a number in words or figures amounts to; None where it is none.

    Example:
        >>> parse("1,200"), parse("twenty-six"), parse("1.2 million"), parse("two dozen"), parse("2 1/2")
        (1200.0, 26.0, 1200000.0, 24.0, 2.5)
        >>> parse("two thousand and five"), parse("talks") is None
        (2005.0, True)
        >>> parse("20\u00a0000 people") is None, parse("20\u00a0000"), parse("1\u202f234\u202f567,5"), parse("1.2\u00a0million")
        (True, 20000.0, 1234567.5, 1200000.0)
    """
    return parse_words([w for w in _SPLIT.split(text.strip().lower()) if w])


def parse_words(words: Sequence[str]) -> float | None:
    """Return what lower-cased words amount to together; None where one of them is no number."""
    known = number_words()
    if not words:
        return None
    total = group = 0.0
    seen = False
    for n, word in enumerate(words):
        if (amount := _amount(word, known)) is not None:
            group, seen = group + amount, True
        elif word in known.scales:
            scale = known.scales[word]
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
            seen = True
        elif not ((word in known.joins and seen) or (word in known.articles and n == 0 and len(words) > 1)):
            return None
    return total + group if seen else None


def _amount(word: str, known: NumberWords) -> float | None:
    if word in known.small:
        return known.small[word]
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", ""))
    if _SPACED.fullmatch(word):
        return float(_BLANK.sub("", word).replace(",", "."))
    if (part := _FRACTION.fullmatch(word)) and int(part[2]):
        return int(part[1]) / int(part[2])
    return None


@lru_cache(maxsize=1 << 14)
def is_number(word: str) -> bool:
    """Tell whether one lower-cased word is a number or a part of one."""
    known = number_words()
    return _amount(word, known) is not None or word in known.scales or (parse(word) is not None)
