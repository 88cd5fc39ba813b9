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
    found: dict[tuple[str, ...], Spans] = defaultdict(list)
    for start, end in runs(entity):
        found[tuple(form.lower() for form in forms[start:end])].append((start, end))
    short = _initials(found, entity, forms)
    told = {span for spans in short.values() for span in spans}
    for name, spans in found.items():
        if where := [span for span in spans if span not in told]:
            _settle(entity, scores, names, where, short.get(name, []))


def _settle(entity: Ints, scores: Floats, names: Sequence[str], where: Spans, short: Spans) -> None:
    """Write the type of a name, which stands here, and of its initials, which stand there, or that it is none."""
    marked = [(start, end) for start, end in short if entity[start]]
    heard = [where, marked] if marked else [where]
    favour = np.mean([np.mean([_favour(scores, start, end) for start, end in spans], 0) for spans in heard], 0)
    if short:
        favour[(names.index(f"B-{_PERSON}") - 1) // 2] -= INITIALS
    kind = int(favour.argmax())
    surer = favour[kind] - np.mean([np.mean([scores[start:end, 0].mean() for start, end in spans]) for spans in heard])
    begin = 1 + 2 * kind
    sure = surer >= LEAST.get(names[begin][2:], -np.inf)
    for start, end in (*where, *short):
        entity[start:end] = begin + 1 if sure else 0
        entity[start] = begin if sure else 0


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
    for start in np.flatnonzero(entity % 2).tolist():
        end = start + 1
        while end < len(entity) and entity[end] == entity[start] + 1:
            end += 1
        yield start, end


def _favour(scores: Floats, start: int, end: int) -> Floats:
    """What the words of a run say for each type, on average."""
    total = scores[start, 1::2] + scores[start + 1 : end, 2::2].sum(0)
    return np.asarray(total / (end - start), dtype=np.float32)
