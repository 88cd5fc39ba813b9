"""Entities out of the tagger's marks: whole names only, with a proper noun in each and no loose end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

_NAMING: Final = frozenset({"PROPN", "X"})
_LOOSE: Final = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})
_JOINING: Final = frozenset({"ADP", "DET"})
_PEOPLES: Final = "NORP"


@dataclass(frozen=True, slots=True)
class Run:
    """Half-open word numbers, and a type."""

    start: int
    end: int
    kind: str


def tidy(entity: Ints, upos: Sequence[str], names: Sequence[str]) -> Ints:
    """BIO numbers without fragments.

    A name that ends in a preposition goes on with the name of its type that follows; other function words at its end are left out;
    a name without a proper noun is none, save a people's.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``.
        upos: the words' parts of speech.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
    """
    out = np.zeros_like(entity)
    for run in _joined(_runs(entity, names), upos):
        end = run.end
        while end > run.start and upos[end - 1] in _LOOSE:
            end -= 1
        if run.kind == _PEOPLES or any(upos[i] in _NAMING for i in range(run.start, end)):
            begin = names.index(f"B-{run.kind}")
            out[run.start : end] = begin + 1
            out[run.start : min(end, run.start + 1)] = begin
    return out


def _runs(entity: Ints, names: Sequence[str]) -> Iterator[Run]:
    begins = [i for i in np.flatnonzero(entity).tolist() if names[entity[i]].startswith("B-")]
    for i in begins:
        end = i + 1
        while end < len(entity) and entity[end] == entity[i] + 1:
            end += 1
        yield Run(i, end, names[entity[i]][2:])


def _joined(runs: Iterator[Run], upos: Sequence[str]) -> Iterator[Run]:
    before: Run | None = None
    for run in runs:
        if before and before.end == run.start and before.kind == run.kind and _goes_on(before, upos):
            before = replace(before, end=run.end)
            continue
        if before:
            yield before
        before = run
    if before:
        yield before


def _goes_on(run: Run, upos: Sequence[str]) -> bool:
    last = run.end - 1
    return last > run.start and upos[last] in _JOINING
