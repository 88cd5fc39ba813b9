"""Finds a wording in an example, and writes it as the lexicon does: what its head is, and what stands with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.tree import Tree

_KEYS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_BESIDE = frozenset({"case", "mark", "compound:prt", "advmod"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it stands in an example.

    Attributes:
        key: the frame's key that lists it: ``verbs``, ``nouns`` or ``adjectives``.
        text: the wording as the lexicon writes it: "lay ~siege to".
        token: its head in the example.
    """

    key: str
    text: str
    token: int


def find(tree: Tree, words: str) -> Wording | None:
    """Return where a wording stands in a tree and how the lexicon writes it, None where it does not stand there.

    Its words may be given as a dictionary has them or as they stand, without signs or with them ("lay siege to", "lay ~siege to").
    Where it stands twice, the first is taken.
    """
    wanted = [word.strip("~+").lower() for word in words.split()]
    return next(_found(tree, wanted), None) if all(wanted) and wanted else None


def _found(tree: Tree, wanted: Sequence[str]) -> Iterator[Wording]:
    for n, word in enumerate(wanted):
        for head in range(len(tree.heads)):
            if not _is(tree, head, word) or tree.pos[head] not in _KEYS or tree.bases[head] in ("aux", "cop"):
                continue
            others = _others(tree, head, [*wanted[:n], *wanted[n + 1 :]])
            written = None if others is None else _written(tree, head, others)
            if written:
                yield Wording(_KEYS[tree.pos[head]], written, head)


def _is(tree: Tree, t: int, word: str) -> bool:
    return word in (tree.lemmas[t], tree.words[t])


def _others(tree: Tree, head: int, words: Sequence[str]) -> list[int] | None:
    """Return the tokens below a head that are these words, each the nearest to it; None where one is missing."""
    found: list[int] = []
    for word in words:
        here = [t for t in tree.subtree(head) if t != head and t not in found and _is(tree, t, word)]
        if not here:
            return None
        found.append(min(here, key=lambda t: abs(t - head)))
    return found


def _written(tree: Tree, head: int, others: Sequence[int]) -> str | None:
    """Return the wording in the lexicon's form; None where the words stand to each other as no wording's can."""
    verbal = tree.pos[head] in ("VERB", "AUX")
    marks = sorted(t for t in others if tree.deps[t] in _BESIDE and tree.pos[t] in ("ADP", "ADV", "PART", "SCONJ"))
    rest = [t for t in others if t not in marks]
    if verbal:
        nouns = [t for t in rest if tree.pos[t] in ("NOUN", "PROPN") and tree.heads[t] == head]
        if len(nouns) > 1 or len(nouns) < len(rest):
            return None
        return " ".join([tree.lemmas[head], *(f"~{tree.lemmas[t]}" for t in nouns), *(tree.words[t] for t in marks)])
    if tree.pos[head] == "ADJ":
        return None if others else tree.lemmas[head]
    if any(t > head or tree.bases[t] not in ("compound", "amod", "nmod") for t in rest):
        return None
    return " ".join([*(tree.lemmas[t] for t in sorted(rest)), tree.lemmas[head], *(f"+{tree.words[t]}" for t in marks)])
