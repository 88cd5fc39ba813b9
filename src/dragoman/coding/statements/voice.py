"""The voice in which a word stands: the statements around it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.statements.values import RawStatement


def voice_of(i: int, statements: Sequence[RawStatement]) -> tuple[int, ...]:
    """Return the statements whose content holds token i, outermost first.

    What a statement takes for granted rather than puts forward ("condemned the attack") stays in the voice
    around it, unless it is quoted.
    """
    around = [n for n, s in enumerate(statements) if s.holds(i) and i not in s.cue and not _presupposes(s)]
    return tuple(sorted(around, key=lambda n: (_depth(n, statements), n)))


def _presupposes(statement: RawStatement) -> bool:
    return statement.attitude is not None and statement.attitude.presupposed and statement.manner == "indirect"


def _depth(n: int, statements: Sequence[RawStatement]) -> int:
    depth, outer = 0, statements[n].within
    while outer is not None and depth < len(statements):
        depth, outer = depth + 1, statements[outer].within
    return depth
