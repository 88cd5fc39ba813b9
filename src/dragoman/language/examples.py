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
    """The ids of examples by type, and the unit vectors ``[examples, size]`` of their triggers.

    Their texts are read from the file when one is named.
    """

    of: Mapping[str, tuple[tuple[str, ...], FloatArray]]
    path: Path | None = None

    @classmethod
    def load(cls, path: Path) -> Examples:
        """Read what training wrote; a file that is not there holds no examples."""
        if not path.is_file():
            return cls({})
        with np.load(path) as held:
            kinds, vectors = held["types"], held["vectors"].astype(np.float32)
            ids = held["ids"].tolist()
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        where = {kind: np.flatnonzero(kinds == kind) for kind in sorted(set(kinds.tolist()))}
        return cls({kind: (tuple(ids[i] for i in at), vectors[at]) for kind, at in where.items()}, path)

    def nearest(self, kind: str, vector: FloatArray) -> str:
        """Return the id of the example of this type whose trigger is most like a word's, or nothing where there is none."""
        ids, vectors = self.of.get(kind, ((), None))
        if vectors is None:
            return ""
        return ids[int(np.einsum("es,s->e", vectors, vector).argmax())]

    def named(self, name: str) -> Example | None:
        """Return the example of this id."""
        if self.path is None or not any(name in ids for ids, _ in self.of.values()):
            return None
        with np.load(self.path) as held:
            rows = zip(*(held[column].tolist() for column in ("ids", "types", "texts", "triggers")), strict=True)
            return next((Example(*row) for row in rows if row[0] == name), None)


def example(name: str, folder: Path | None = None) -> Example | None:
    """Return the shipped model's example of this id, as a claim's rule names it (``learned#0.87~reject-012``)."""
    return _held(folder or Path(__file__).parent / "en").named(name)


@cache
def _held(folder: Path) -> Examples:
    return Examples.load(folder / FILE)
