"""Sentences written for the heads, by which what they find is explained: which of them a claim is most like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from dragoman.language.session import FloatArray

FILE: Final = "examples.npz"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the training set that was written for the purpose, names left out, with a word that makes a claim of a type in it."""

    id: str
    type: str
    text: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples by type, and the unit vectors ``[examples, size]`` of their triggers."""

    of: Mapping[str, tuple[tuple[Example, ...], FloatArray]]

    @classmethod
    def load(cls, path: Path) -> Examples:
        """Read what training wrote; a file that is not there holds no examples."""
        if not path.is_file():
            return cls({})
        with np.load(path) as held:
            kinds, vectors = held["types"], held["vectors"].astype(np.float32)
            columns = [held[name].tolist() for name in ("ids", "types", "texts", "triggers")]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        every = [Example(*row) for row in zip(*columns, strict=True)]
        where = {kind: np.flatnonzero(kinds == kind) for kind in sorted(set(kinds.tolist()))}
        return cls({kind: (tuple(every[i] for i in at), vectors[at]) for kind, at in where.items()})

    def nearest(self, kind: str, vector: FloatArray) -> str:
        """Return the id of the example of this type whose trigger is most like a word's, or nothing where there is none."""
        examples, vectors = self.of.get(kind, ((), None))
        if vectors is None:
            return ""
        return examples[int((vectors * vector).sum(1).argmax())].id

    def named(self, name: str) -> Example | None:
        """Return the example of this id."""
        return next((e for examples, _ in self.of.values() for e in examples if e.id == name), None)


def example(name: str, folder: Path | None = None) -> Example | None:
    """Return the shipped model's example of this id, as a claim's rule names it (``learned#0.87~reject-012``)."""
    return _held(folder or Path(__file__).parent / "en").named(name)


@cache
def _held(folder: Path) -> Examples:
    return Examples.load(folder / FILE)
