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
_COMPOUND: Final = frozenset({"GPE", "LOC", "ORG", "NORP"})
_PEOPLES: Final = "NORP"


@dataclass(frozen=True, slots=True)
class Run:
    """Half-open word numbers, and a type."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What is told of each word: part of speech, whether its tag is a proper noun's, and the head that it is a part of, or -1."""

    upos: Sequence[str]
    proper: Sequence[bool]
    part_of: Sequence[int]


def tidy(entity: Ints, tags: Tags, names: Sequence[str]) -> Ints:
    """BIO numbers without fragments.

    A name that ends in a preposition goes on with the name of its type that follows; other function words at its end are left out; a
    place, body or people takes in the proper nouns beside it that are parts of it ("*United* Nations"); a name without a proper
    noun is none, save a people's.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``.
        tags: of the same words.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
    """
    out = np.zeros_like(entity)
    marked = entity > 0
    for run in _joined(_runs(entity, names), tags.upos):
        whole = _with_parts(_trimmed(run, tags.upos), tags, marked)
        if run.kind == _PEOPLES or any(tags.upos[i] in _NAMING for i in range(whole.start, whole.end)):
            begin = names.index(f"B-{run.kind}")
            out[whole.start : whole.end] = begin + 1
            out[whole.start : min(whole.end, whole.start + 1)] = begin
    return out


def _trimmed(run: Run, upos: Sequence[str]) -> Run:
    end = run.end
    while end > run.start and upos[end - 1] in _LOOSE:
        end -= 1
    return replace(run, end=end)


def _with_parts(run: Run, tags: Tags, marked: npt.NDArray[np.bool_]) -> Run:
    """The run with the unmarked proper nouns next to it that hang on one of its words."""
    if run.kind not in _COMPOUND:
        return run
    start, end = run.start, run.end

    def belongs(i: int) -> bool:
        return not marked[i] and tags.proper[i] and start <= tags.part_of[i] < end

    while start > 0 and belongs(start - 1):
        start -= 1
    while end < len(marked) and belongs(end):
        end += 1
    marked[start:end] = True
    return replace(run, start=start, end=end)


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
