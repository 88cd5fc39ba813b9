"""What the model's learned heads make of words as claims: types, how likely, and who is what in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language.session import FloatArray, Model, Outputs

Ints = npt.NDArray[np.int64]

_KEY: Final = "dragoman.marks"
_LEAST: Final = 0.02  # of a type, below which nothing is kept
_LOGIT: Final = -4.0  # less than its logit
_TOLD: Final = 0.15  # from which it is told who is what in it
_LEAST_ROLE: Final = 0.1
_LIKE: Final = 0.2  # from which it is told what it is like
_ROWS: Final = 4096  # pairs of words told of at once


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


def marks_of(doc: Doc) -> tuple[Mark, ...]:
    """Return the marks of a Doc in text order; none where another pipeline read it, or a model without learned heads."""
    held = doc.user_data.get(_KEY, ())
    return tuple(Mark(i, kind, p, tuple(map(tuple, roles)), like) for i, kind, p, roles, like in held)


def has_heads(doc: Doc) -> bool:
    """Tell whether a Doc was read by a model with learned heads, whether or not they found anything."""
    return _KEY in doc.user_data


def keep(doc: Doc, marks: Sequence[Mark], at: Sequence[int]) -> None:
    """Write the marks of words into their Doc, whose token ``at[n]`` is word ``n``; none say that the heads found none."""
    doc.user_data[_KEY] = [(at[m.token], m.type, m.likely, [(at[w], r, p) for w, r, p in m.roles], m.like) for m in marks]


def find(model: Model, outputs: Outputs, sentences: Sequence[tuple[int, int]], begin: int = 0) -> list[Mark]:
    """Return the marks of a window's sentences, in a text where the window's first word is word ``begin``."""
    if outputs.claim is None or model.roles is None or not sentences:
        return []
    first = sentences[0][0]
    claim = outputs.claim[first : sentences[-1][1]]
    at, kinds = np.nonzero(claim > _LOGIT)
    chances = 1 / (1 + np.exp(-claim[at, kinds].astype(np.float64)))
    if not (kept := chances > _LEAST).all():
        at, kinds, chances = at[kept], kinds[kept], chances[kept]
    words = at + first
    told = np.flatnonzero(chances >= _TOLD)
    roles = dict(zip(told.tolist(), _roles(model.roles, outputs, words[told], kinds[told], sentences, begin), strict=True))
    found: list[Mark] = []
    for n, (word, kind, p) in enumerate(zip(words.tolist(), kinds.tolist(), chances.tolist(), strict=True)):
        name = model.roles.types[kind]
        like = model.examples.nearest(name, outputs.trigger[word]) if p >= _LIKE else ""
        found.append(Mark(begin + word, name, round(p, 4), roles.get(n, ()), like))
    return found


def _roles(
    weights: RoleWeights, outputs: Outputs, words: Ints, kinds: Ints, sentences: Sequence[tuple[int, int]], begin: int
) -> Iterator[tuple[tuple[int, str, float], ...]]:
    """For each claim every word's likeliest role in it, where it is likely enough to have one at all; role 0 is none."""
    edges = np.asarray(sentences)
    of = np.searchsorted(edges[:, 1], words, side="right")
    starts, sizes = edges[of, 0], edges[of, 1] - edges[of, 0]
    step = max(1, _ROWS // int(sizes.max(initial=1)))
    for one in range(0, len(words), step):
        some = slice(one, one + step)
        size, ends = sizes[some], np.cumsum(sizes[some])
        rows = np.arange(ends[-1]) + np.repeat(starts[some] - ends + size, size)
        told = weights.of(outputs.trigger[words[some]], kinds[some], size, outputs.filler[rows])
        best = told[:, 1:].argmax(1) + 1
        chance = 1 - told[:, 0]
        having = np.flatnonzero(chance >= _LEAST_ROLE)
        parts = zip((rows[having] + begin).tolist(), best[having].tolist(), chance[having].tolist(), strict=True)
        named = [(word, weights.names[role], round(p, 4)) for word, role, p in parts]
        cuts = [0, *np.searchsorted(having, ends).tolist()]
        yield from (tuple(named[a:b]) for a, b in itertools.pairwise(cuts))


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """The last step of the roles' head, whose pairs depend on what is found.

    Attributes:
        weight: of sums and, a quarter of the head's, of products; `of_head` makes it.
    """

    types: tuple[str, ...]
    names: tuple[str, ...]
    kinds: FloatArray
    weight: FloatArray
    bias: FloatArray

    @classmethod
    def of_head(cls, types: Sequence[str], names: Sequence[str], kinds: FloatArray, weight: FloatArray, bias: FloatArray) -> RoleWeights:
        """Return what the weights of a trained head come to: it takes a quarter of products, which is told once here, not at every pair."""
        weight = weight.copy()
        weight[:, weight.shape[1] // 2 :] /= 4.0
        return cls(tuple(types), tuple(names), kinds, weight, bias)

    def of(self, triggers: FloatArray, kinds: Ints, sizes: Ints, fillers: FloatArray) -> npt.NDArray[np.float64]:
        """Return probabilities ``[words, roles]`` of words' roles in claims.

        Args:
            triggers: a row a claim.
            kinds: the number of each claim's type.
            sizes: how many rows of ``fillers`` are told for each claim.
            fillers: the words of the first claim's sentence, then those of the second's, and so on.
        """
        size = fillers.shape[1]
        one = np.repeat(triggers + self.kinds[kinds], sizes, 0)
        both = np.empty((len(one), 2 * size), dtype=np.float32)
        together = both[:, :size]
        np.maximum(np.add(one, fillers, out=together), 0, out=together)
        np.multiply(one, fillers, out=both[:, size:])
        logits = np.einsum("ws,rs->wr", both, self.weight).astype(np.float64) + self.bias
        shares = np.exp(logits - logits.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True), dtype=np.float64)
