"""Words that a hyphen breaks at the end of a line: "minis-" and "ter" below it are one word."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import Final

Cut = tuple[int, int]

_LETTERS: Final = r"[^\W\d_]{2,}"
_SOFT: Final = "\u00ad"
_AT: Final = rf"[-‐{_SOFT}][ \t]*\r?\n[ \t]*"
_BREAK: Final = re.compile(_AT)
_BROKEN: Final = re.compile(rf"(?<![^\s\"'“”‘’(\[«„—–])({_LETTERS})({_AT})({_LETTERS})(?![\w‐-])")
_WHOLE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def breaks(text: str, known: Callable[[str], bool], prefixes: Collection[str]) -> list[Cut]:
    """Half-open offsets of each hyphen and line end that stand within one word.

    A soft hyphen does. Another does where the two parts make a word that is known or stands elsewhere in the text, or where neither is
    one by itself; not where they stand elsewhere with their hyphen: "long-" and "term" below it are two words still.

    Args:
        text: the whole text.
        known: whether a lower-case word is one.
        prefixes: those after which hyphens are written.
    """
    if "\n" not in text or not _BREAK.search(text):
        return []
    whole = frozenset(_WHOLE.findall(text))
    return [found.span(2) for found in _BROKEN.finditer(text) if _one_word(found, whole, known, prefixes)]


def _one_word(found: re.Match[str], whole: Collection[str], known: Callable[[str], bool], prefixes: Collection[str]) -> bool:
    first, mark, second = found.groups()
    if not (second.isupper() if first.isupper() else second.islower()):
        return False
    if mark[0] == _SOFT:
        return True
    if f"{first}-{second}" in whole:
        return False
    if known((first + second).lower()) or first + second in whole:
        return True
    return first.islower() and first not in prefixes and not known(first) and not known(second)


def without(text: str, gaps: Sequence[Cut]) -> str:
    """The text without these stretches."""
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def mapped(cuts: Sequence[Cut], gaps: Sequence[Cut]) -> list[Cut]:
    """Offsets in a text as offsets in the one that has these stretches besides; one that a cut ends before belongs to it.

    Example:
        >>> mapped([(0, 3), (4, 12)], [(9, 11)])
        [(0, 3), (4, 14)]
    """
    points: list[int] = []
    added = [0]
    for a, b in gaps:
        points.append(a - added[-1])
        added.append(added[-1] + b - a)
    return [(a + added[bisect_right(points, a)], b + added[bisect_right(points, b)]) for a, b in cuts]


def mended(word: str) -> str:
    r"""The word without the hyphen and line end that break it.

    Example:
        >>> mended("minis-\nter"), mended("long-term")
        ('minister', 'long-term')
    """
    return _BREAK.sub("", word) if "\n" in word else word
