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


INITIALS: Final = 2.0
"""What a name's initials in brackets after it say against a person: "Liga Verde Nova (*LVN*)"."""

_PERSON: Final = "PERSON"
_FEWEST_LETTERS: Final = 2
Spans = list[tuple[int, int]]


def alike(entity: Ints, scores: Floats, forms: Sequence[str], names: Sequence[str]) -> None:
    """Give each name the type that all the places where it stands favour together; names in doubt in all of them are none.

    The initials that a text gives a name in brackets are that name wherever they stand.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``; changed in place.
        scores: what the tagger says of each word, ``[words, names]``.
        forms: the words.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
    """
    spans = list(runs(entity))
    if not spans:
        return
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(spans):
        found[tuple([form.lower() for form in forms[start:end]])].append(number)
    says = _says(scores, spans)
    short = _initials({name: [spans[n] for n in numbers] for name, numbers in found.items()}, entity, forms) if "(" in forms else {}
    told = {span for given in short.values() for span in given}
    heard = [(name, own) for name, numbers in found.items() if (own := [n for n in numbers if spans[n] not in told])]
    favour = np.stack([says[own[0]] if len(own) == 1 else says[own].mean(0) for _, own in heard])
    for row, (name, _) in enumerate(heard):
        if name in short:
            _hear(favour[row], says[[n for n, span in enumerate(spans) if span in short[name]]], names)
    kinds = favour[:, 1:].argmax(1)
    least = np.asarray([LEAST.get(name[2:], -np.inf) for name in names[1::2]])[kinds]
    begins = np.where(favour[:, 1:].max(1) - favour[:, 0] >= least, 1 + 2 * kinds, 0).tolist()
    for (name, own), begin in zip(heard, begins, strict=True):
        for start, end in [*(spans[n] for n in own), *short.get(name, ())]:
            if entity[start] != begin:
                entity[start:end] = begin + 1 if begin else 0
                entity[start] = begin


def _hear(favour: Floats, marked: Floats, names: Sequence[str]) -> None:
    """Let a name's initials, where they are marked, say as much as the name does, and against a person."""
    if len(marked):
        favour[:] = (favour + marked.mean(0)) / 2
    favour[1 + names[1::2].index(f"B-{_PERSON}")] -= INITIALS


def _initials(found: Mapping[tuple[str, ...], Spans], entity: Ints, forms: Sequence[str]) -> dict[tuple[str, ...], Spans]:
    """Where the initials of names stand that the text gives in brackets after them, by name."""
    short: dict[tuple[str, ...], Spans] = {}
    for name, where in found.items():
        given = next((forms[end + 1] for _, end in where if _are_initials(forms, end, name)), None)
        if given is not None:
            alone = (i for i, form in enumerate(forms) if form == given and _stands_alone(entity, i))
            short[name] = [(i, i + 1) for i in alone]
    return short


def _are_initials(forms: Sequence[str], end: int, name: Sequence[str]) -> bool:
    """Whether what stands in brackets at ``end`` begins as the name does and has letters that its words begin with, in their order."""
    if end + 2 >= len(forms) or forms[end] != "(" or forms[end + 2] not in (")", ";", ","):
        return False
    letters = forms[end + 1].replace(".", "")
    if not letters.isalnum() or sum(c.isupper() for c in letters) < _FEWEST_LETTERS or letters[0].lower() != name[0][0]:
        return False
    first = iter(word[0] for word in name)
    return all(letter in first for letter in letters.lower())


def _stands_alone(entity: Ints, i: int) -> bool:
    """Whether a word is no part of a longer name."""
    return entity[i] == 0 or (entity[i] % 2 == 1 and (i + 1 == len(entity) or entity[i + 1] != entity[i] + 1))


def runs(entity: Ints) -> Iterator[tuple[int, int]]:
    """Yield where each name begins and ends."""
    marks: list[int] = entity.tolist()
    for start in np.flatnonzero(entity % 2).tolist():
        end = start + 1
        while end < len(marks) and marks[end] == marks[start] + 1:
            end += 1
        yield start, end


def _says(scores: Floats, spans: Spans) -> Floats:
    """What the words of each run say, on average: for no name, and for each type."""
    starts, ends = np.asarray(spans).T
    summed = np.zeros((len(scores) + 1, scores.shape[1]))
    np.cumsum(scores, 0, out=summed[1:])
    said = summed[ends] - summed[starts]
    first = scores[starts]
    said[:, 2::2] += first[:, 1::2] - first[:, 2::2]
    return np.asarray(said[:, ::2] / (ends - starts)[:, None], dtype=np.float32)
