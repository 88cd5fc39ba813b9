"""Conditions of frames in words: as the lexicon writes them, and why one is not met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.lexicon import Lexicon, Test

_SHOWN: Final = 6


def unmet(test: Test, there: Sequence[str], lexicon: Lexicon) -> str:
    """Say why a condition on a slot is not met.

    Args:
        test: the condition.
        there: the words that stand in the slot.
        lexicon: its word classes, by whose names their words are told.
    """
    seen = " and ".join(f"“{one}”" for one in there)
    if "none" in test.kinds:
        return f"{test.slot} must be filled, and is empty" if test.negated else f"{test.slot} must be empty, and is {seen}"
    wanted = ", ".join(wanted_by(test, lexicon))
    if test.negated:
        return f"{test.slot} must not be {wanted}, and is {seen}"
    if "any" in test.kinds:
        return f"{test.slot} must be filled, and is empty"
    return f"{test.slot} must be {wanted}, and is {seen or 'empty'}"


def wanted_by(test: Test, lexicon: Lexicon) -> list[str]:
    """Return what a condition names, as the lexicon writes it: classes for their words, kinds, then words; long lists are cut."""
    left, classes = set(test.words), []
    for name, members in sorted(lexicon.classes.items(), key=lambda one: (-len(one[1]), one[0])):
        plain = {word for word in members if not word.startswith("=")}
        if len(plain) > 1 and plain <= left:
            classes.append(f"@{name}")
            left -= plain
    words = sorted(left)
    more = [f"… ({len(words) - _SHOWN} more)"] if len(words) > _SHOWN else []
    return [*classes, *(f"={kind}" for kind in sorted(test.kinds)), *words[:_SHOWN], *more]
