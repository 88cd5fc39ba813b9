"""A sentence that no window holds: read in windows that overlap, its words taken from where they stand in the middle, as one tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.language.session import Outputs

Ints = npt.NDArray[np.int64]

OVERLAP: Final = 96
"""Pieces that a window has in common with the one before."""
MOST: Final = 5
"""Windows of one tree; a sentence that goes on after them, as no news does, is read on as another part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A window over the words from ``begin`` to ``stop``, and the words from ``first`` to ``last`` that are taken from it."""

    begin: int
    stop: int
    first: int
    last: int
    outputs: Outputs


def parts_of(
    begin: int, stop: int, outputs: Outputs, *, ends: Ints, limit: int, run: Callable[[int, int], tuple[Outputs, npt.NDArray[np.bool_]]]
) -> tuple[list[Part], bool]:
    """The windows of a sentence that did not end in its first, and whether its end was found.

    Args:
        begin: the sentence's first word.
        stop: where its first window stops.
        outputs: what the heads say of the first window.
        ends: for each word, and after the last, the number of pieces before it.
        limit: pieces in a window.
        run: reads a window of words, and says where sentences start in it.
    """
    n = len(ends) - 1
    parts: list[Part] = []
    first, at = begin, begin
    while stop < n and len(parts) < MOST - 1:
        following = max(int(np.searchsorted(ends, ends[stop] - OVERLAP)), at + 1)
        cut = (following + stop) // 2
        parts.append(Part(at, stop, first, cut, outputs))
        at, first = following, cut
        stop = max(int(np.searchsorted(ends, ends[at] + limit - 2, side="right")) - 1, stop + 1)
        outputs, starts = run(at, stop)
        found = np.flatnonzero(starts[first - at :])
        if len(found):
            return [*parts, Part(at, stop, first, first + int(found[0]), outputs)], True
    return [*parts, Part(at, stop, first, stop, outputs)], False


def joined(parts: Sequence[Part]) -> Outputs:
    """What the heads say of all the words together; no arc joins words that no window shows together."""
    begin, n = parts[0].begin, parts[-1].last - parts[0].begin
    arc = np.full((n, n + 1), -np.inf, dtype=np.float32)
    for part in parts:
        rows = part.outputs.arc[part.first - part.begin : part.last - part.begin]
        shown = min(part.stop, begin + n) - part.begin
        at = part.begin - begin
        arc[part.first - begin : part.last - begin, 0] = rows[:, 0]
        arc[part.first - begin : part.last - begin, 1 + at : 1 + at + shown] = rows[:, 1 : 1 + shown]

    def words(name: str, before: int = 0) -> npt.NDArray[np.float32]:
        return np.concatenate([getattr(p.outputs, name)[before + p.first - p.begin : before + p.last - p.begin] for p in parts])

    first = parts[0].outputs
    return Outputs(
        start=words("start"),
        morph=words("morph").astype(np.int64),
        xpos=words("xpos").astype(np.int64),
        lemma=words("lemma").astype(np.int64),
        entity=words("entity"),
        arc=arc,
        dependent=words("dependent"),
        governor=np.concatenate([first.governor[:1], words("governor", before=1)]),
        claim=None if first.claim is None else words("claim"),
        trigger=words("trigger"),
        filler=words("filler"),
    )
