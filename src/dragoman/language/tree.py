"""Scores of arcs into trees with exactly one root (Chu and Liu 1965, Edmonds 1967)."""

from typing import Final

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

_ROOT_COST: Final = 1e6


def tree(scores: Scores) -> Heads:
    """Heads of a sentence's words.

    Args:
        scores: ``[words, 1 + words]``, a row a word; column 0 is the root, column ``j`` the word ``j - 1``.

    Returns:
        ``[words]``: 0 for the root's child, else the head's number counted from 1. The best heads one by one where
        they make a tree, else the best tree.
    """
    n = scores.shape[0]
    scores = scores.copy()
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    heads: Heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and not _cycle(np.concatenate([[0], heads])):
        return heads
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    full[1:, 0] -= _ROOT_COST
    return _spanning(full)[1:]


def is_tree(heads: Heads) -> bool:
    """Whether heads as ``tree`` gives them reach one root without a cycle."""
    return bool((heads == 0).sum() == 1) and not _cycle(np.concatenate([[0], heads]))


def _cycle(heads: Heads) -> list[int]:
    """Some cycle among the heads, node 0 being the root; empty where there is none."""
    state = [0] * len(heads)
    state[0] = 2
    parents = heads.tolist()
    for start in range(1, len(parents)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = parents[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def _spanning(scores: npt.NDArray[np.float64]) -> Heads:
    """The best arborescence from node 0 over ``scores[dependent, head]``."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    ring = np.asarray(cycle)
    rest = np.setdiff1d(np.arange(len(heads)), ring)
    kept = scores[ring, heads[ring]]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(ring, rest)] - kept[:, None]
    entry = into.argmax(0)
    smaller[size, :size] = into[entry, np.arange(size)]
    out = scores[np.ix_(rest, ring)]
    leaving = out.argmax(1)
    smaller[:size, size] = out[np.arange(size), leaving]
    found = _spanning(smaller)
    result = heads.copy()
    for i in range(1, size):
        result[rest[i]] = ring[leaving[i]] if found[i] == size else rest[found[i]]
    above = found[size]
    result[ring[entry[above]]] = rest[above]
    result[0] = 0
    return result
