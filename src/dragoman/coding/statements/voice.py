"""The voice in which a word stands: the statements around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.coding.statements.values import RawStatement

#: The statements that put each token forward, outermost first; those of no token are left out.
Voices = Mapping[int, tuple[int, ...]]


def voice_of(i: int, statements: Sequence[RawStatement]) -> tuple[int, ...]:
    """Return the statements that put forward token i, outermost first.

    What a statement takes for granted rather than puts forward ("condemned the attack") stays in the voice
    around it, unless it is quoted; so does what the reporter adds inside indirect speech.
    """
    around = [n for n, s in enumerate(statements) if s.voices(i)]
    return tuple(sorted(around, key=lambda n: (_depth(n, statements), n)))


def voices_of(statements: Sequence[RawStatement]) -> Voices:
    """Return the voice of every token that stands in one, as `voice_of` gives it: for who asks about many."""
    found: dict[int, tuple[int, ...]] = {}
    for n in sorted(range(len(statements)), key=lambda n: (_depth(n, statements), n)):
        for i in statements[n].voiced():
            found[i] = (*found.get(i, ()), n)
    return found


def _depth(n: int, statements: Sequence[RawStatement]) -> int:
    depth, outer = 0, statements[n].within
    while outer is not None and depth < len(statements):
        depth, outer = depth + 1, statements[outer].within
    return depth
