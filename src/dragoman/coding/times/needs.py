"""The words that a wording of times cannot do without: where one is not near, its rule need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_NO_WORDS = re.compile(r"\\.|\[[^\]]*\]")
_INNERMOST = re.compile(r"\((\?P<\w+>|\?:|\?<?[=!])?([^()]*)\)([?*])?")
_TOKEN = re.compile(r"(?:\{(\w+)(?::\w+)?\}|([A-Za-z]+))([?*])?")
_LETTERS = re.compile(r"[a-z]+")


def needs_of(pattern: str, members: Mapping[str, Iterable[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets of words of which each text that the pattern matches has one.

    What is optional, looks ahead or back, or has no letters needs nothing; alternatives need any word of any of them. Parts that may
    stand without a blank between them count as words apart, since no time is looked for at a word like "yearlong".

    Args:
        pattern: as in ``rules.yaml``, with its macros filled in.
        members: the words of each class, in small letters.

    Example:
        >>> [sorted(need) for need in needs_of("(?:the )?(?:next|last) {unit}", {"unit": ["week", "day"]})]
        [['last', 'next'], ['day', 'week']]
    """
    either: dict[str, frozenset[str]] = {}

    def needs(part: str) -> list[frozenset[str]]:
        found = []
        for name, word, optional in _TOKEN.findall(part):
            if optional or len(word) == 1:
                continue
            known = either.get(name) or ({word.lower()} if word else first_words(members[name]))
            if known:
                found.append(frozenset(known))
        return found

    def without(group: re.Match[str]) -> str:
        opening, content, optional = group.groups()
        if optional or (opening or "").endswith(("=", "!")):
            return " "
        alternatives = content.split("|")
        if len(alternatives) == 1:
            return f" {content} "
        least = [min(needs(one), key=len, default=frozenset()) for one in alternatives]
        if not all(least):
            return " "
        name = f"_{len(either)}"
        either[name] = frozenset().union(*least)
        return f" {{{name}}} "

    plain, groups = _NO_WORDS.sub(" ", pattern), 1
    while groups:
        plain, groups = _INNERMOST.subn(without, plain)
    return () if "|" in plain else tuple(needs(plain))


def first_words(members: Iterable[str]) -> frozenset[str]:
    """Return the first word of each member of a class; nothing where one of them has no letters."""
    words = [_LETTERS.search(member) for member in members]
    return frozenset() if None in words else frozenset(word[0] for word in words if word)
