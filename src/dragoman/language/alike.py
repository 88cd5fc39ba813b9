"""One name, one type: what a text calls by one name is one thing, told by all the places where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

LEAST: Final[Mapping[str, float]] = {"GPE": 2.0, "LOC": 3.0, "ORG": 2.0, "PERSON": 1.0}
"""What the words of a name must say for its type over no name, on average over a text."""


def alike(entity: Ints, scores: Floats, forms: Sequence[str], names: Sequence[str]) -> None:
    """Give each name the type that all the places where it stands favour together; names in doubt in all of them are none.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``; changed in place.
        scores: what the tagger says of each word, ``[words, names]``.
        forms: the words.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
    """
    found: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for start, end in runs(entity):
        found[tuple(form.lower() for form in forms[start:end])].append((start, end))
    for where in found.values():
        favour = np.mean([_favour(scores, start, end) for start, end in where], 0)
        kind = int(favour.argmax())
        surer = favour[kind] - np.mean([scores[start:end, 0].mean() for start, end in where])
        begin = 1 + 2 * kind
        sure = surer >= LEAST.get(names[begin][2:], -np.inf)
        for start, end in where:
            entity[start:end] = begin + 1 if sure else 0
            entity[start] = begin if sure else 0


def runs(entity: Ints) -> Iterator[tuple[int, int]]:
    """Yield where each name begins and ends."""
    for start in np.flatnonzero(entity % 2).tolist():
        end = start + 1
        while end < len(entity) and entity[end] == entity[start] + 1:
            end += 1
        yield start, end


def _favour(scores: Floats, start: int, end: int) -> Floats:
    """What the words of a run say for each type, on average."""
    total = scores[start, 1::2] + scores[start + 1 : end, 2::2].sum(0)
    return np.asarray(total / (end - start), dtype=np.float32)
