"""A town and its state or country without a comma between them: "Kinsale *Ireland*" is two places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.language.alike import runs

Ints = npt.NDArray[np.int64]

_PLACES: Final = frozenset({"GPE", "LOC"})
_REGION: Final = "GPE"
_NAMING: Final = "PROPN"
_AS_WRITTEN: Final = 5
"""Regions with fewer letters are told by their case too: "CA" is one, "la" is none."""


@dataclass(frozen=True, slots=True)
class Regions:
    """States and countries that are written after the names of their towns.

    Attributes:
        names: their words, in lower case where case does not tell them.
        no_towns: words in lower case that make one name with the region's after them: "*Northern* Ireland".
    """

    names: frozenset[tuple[str, ...]] = frozenset()
    no_towns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Sequence[str], no_towns: Sequence[str]) -> "Regions":
        """Those names, with an underscore between their words."""
        return cls(frozenset(_key(name.split("_")) for name in names), frozenset(no_towns))

    def start(self, words: Sequence[str]) -> int:
        """The first word of the region that a place's name ends in, or 0 where the name is one place.

        Example:
            >>> Regions.of(["Ireland"], ["northern"]).start(["Kinsale", "Ireland"])
            1
        """
        return next((i for i in range(len(words)) if _key(words[i:]) in self.names and self._may_end(words, i)), 0)

    def _may_end(self, words: Sequence[str], i: int) -> bool:
        return i > 0 and words[i - 1][-1].isalpha() and words[i - 1].lower() not in self.no_towns


def part(entity: Ints, forms: Sequence[str], upos: Sequence[str], names: Sequence[str], regions: Regions) -> None:
    """Make two places of a town and its region.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``; changed in place.
        forms: the words.
        upos: their parts of speech.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
        regions: states and countries.
    """
    for start, end in runs(entity):
        if end - start < 2 or names[entity[start]][2:] not in _PLACES:
            continue
        region = start + regions.start(forms[start:end])
        if region > start and upos[region - 1] == _NAMING:
            begin = names.index(f"B-{_REGION}")
            entity[region:end] = begin + 1
            entity[region] = begin


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower() if len(word) >= _AS_WRITTEN else word for word in words)
