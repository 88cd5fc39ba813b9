"""What the model's learned heads make of words as claims: types, how likely, and who is what in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language.session import FloatArray, Model, Outputs

_KEY: Final = "dragoman.marks"
_LEAST: Final = 0.02  # of a type, below which nothing is kept
_TOLD: Final = 0.15  # from which it is told who is what in it
_LEAST_ROLE: Final = 0.1
_LIKE: Final = 0.2  # from which it is told what it is like


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim that a word may make.

    Attributes:
        token: the word, its trigger's head.
        type: a type of event or relation.
        likely: its probability by the learned heads, 0 to 1.
        roles: words of the sentence with a role in it and that role's probability.
        like: the id of the training example that it is most like, where the model has examples.
    """

    token: int
    type: str
    likely: float
    roles: tuple[tuple[int, str, float], ...]
    like: str = ""

    def moved(self, by: int) -> Mark:
        """Return the mark in a text where its window begins at word ``by``."""
        return replace(self, token=self.token + by, roles=tuple((w + by, r, p) for w, r, p in self.roles))


def marks_of(doc: Doc) -> tuple[Mark, ...]:
    """Return the marks of a Doc in text order; none where another pipeline read it, or a model without learned heads."""
    held = doc.user_data.get(_KEY, ())
    return tuple(Mark(i, kind, p, tuple(map(tuple, roles)), like) for i, kind, p, roles, like in held)


def keep(doc: Doc, marks: Sequence[Mark], at: Sequence[int]) -> None:
    """Write the marks of words into their Doc, whose token ``at[n]`` is word ``n``."""
    if marks:
        doc.user_data[_KEY] = [(at[m.token], m.type, m.likely, [(at[w], r, p) for w, r, p in m.roles], m.like) for m in marks]


def find(model: Model, outputs: Outputs, sentences: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the marks of a window's sentences, words counted from the window's first."""
    if outputs.claim is None or model.roles is None:
        return []
    likely = 1 / (1 + np.exp(-outputs.claim.astype(np.float64)))
    found: list[Mark] = []
    for a, b in sentences:
        for word, kind in np.argwhere(likely[a:b] > _LEAST).tolist():
            name, p, trigger = model.roles.types[kind], float(likely[a + word, kind]), outputs.trigger[a + word]
            roles = _roles(model.roles.of(trigger, kind, outputs.filler[a:b]), a, model.roles.names) if p >= _TOLD else ()
            like = model.examples.nearest(name, trigger) if p >= _LIKE else ""
            found.append(Mark(a + word, name, round(p, 4), roles, like))
    return found


def _roles(told: npt.NDArray[np.float64], begin: int, names: Sequence[str]) -> tuple[tuple[int, str, float], ...]:
    """Every word's likeliest role, where it is likely enough to have one at all; role 0 is none."""
    best = told[:, 1:].argmax(1) + 1
    chance = 1 - told[:, 0]
    return tuple((begin + int(i), names[best[i]], round(float(chance[i]), 4)) for i in np.flatnonzero(chance >= _LEAST_ROLE))


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """The last step of the roles' head, whose pairs depend on what is found."""

    types: tuple[str, ...]
    names: tuple[str, ...]
    kinds: FloatArray
    weight: FloatArray
    bias: FloatArray

    def of(self, trigger: FloatArray, kind: int, fillers: FloatArray) -> npt.NDArray[np.float64]:
        """Return probabilities ``[words, roles]`` of each word's role in the claim of a trigger."""
        one = trigger + self.kinds[kind]
        both = np.concatenate([np.maximum(one + fillers, 0), one * fillers / 4.0], 1)
        logits = np.einsum("ws,rs->wr", both, self.weight).astype(np.float64) + self.bias
        shares = np.exp(logits - logits.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True), dtype=np.float64)
