"""Scores of arcs into trees with exactly one root (Chu and Liu 1965, Edmonds 1967)."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

_ROOT_COST: Final = 1e6


class _Contracted(NamedTuple):
    """A cycle that one node stands for: its nodes and their heads, and which of them each outer node enters and leaves by."""

    cycle: list[int]
    entered: npt.NDArray[np.intp]
    left: npt.NDArray[np.intp]
    kept: list[int]


def tree(scores: Scores) -> Heads:
    """Heads of a sentence's words.

    Args:
        scores: ``[words, 1 + words]``, a row a word; column 0 is the root, column ``j`` the word ``j - 1``.

    Returns:
        ``[words]``: 0 for the root's child, else the head's number counted from 1. The best heads one by one where
        they make a tree, else the best tree.

    Example:
        >>> tree(np.asarray([[0, 0, 4], [5, 1, 0]], dtype=np.float32)).tolist()
        [2, 0]
    """
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _best(full)
    if heads.count(0) > 2:  # node 0 counts itself
        full[1:, 0] -= _ROOT_COST
        heads = _best(full)
    return np.asarray(heads[1:], dtype=np.int64)


def forest(scores: Scores, sentences: Sequence[tuple[int, int]]) -> Heads:
    """Heads of the words of several sentences, one after the other.

    Args:
        scores: ``[words, 1 + words]`` as of one sentence; arcs from one to another count for nothing.
        sentences: half-open word numbers; the first begins with word 0, and each where the one before ends.

    Returns:
        ``[words]``: what ``tree`` gives for each sentence, counted from the first one's beginning.

    Example:
        >>> forest(np.asarray([[3, 0, 4, 9], [5, 1, 0, 2], [1, 7, 7, 7]], dtype=np.float32), [(0, 2), (2, 3)]).tolist()
        [2, 0, 0]
    """
    n = sentences[-1][1]
    of = np.repeat(np.arange(len(sentences)), [b - a for a, b in sentences])
    seen = scores[:n, : n + 1].copy()
    seen[:, 1:][of[:, None] != of] = -np.inf
    np.fill_diagonal(seen[:, 1:], -np.inf)
    heads = np.asarray(seen.argmax(1), dtype=np.int64)
    above = np.concatenate([[0], heads])
    for _ in range(n.bit_length()):  # each time twice as far up; what ends nowhere is a cycle
        above = above[above]
    unsound = np.bincount(of[heads == 0], minlength=len(sentences)) != 1
    unsound[of[above[1:] != 0]] = True
    for one in np.flatnonzero(unsound).tolist():
        a, b = sentences[one]
        local = tree(np.concatenate([scores[a:b, :1], scores[a:b, 1 + a : 1 + b]], 1))
        heads[a:b] = np.where(local == 0, 0, local + a)
    return heads


def is_tree(heads: Heads) -> bool:
    """Whether heads as ``tree`` gives them reach one root without a cycle."""
    return bool((heads == 0).sum() == 1) and not _cycle([0, *heads.tolist()])


def _best(full: npt.NDArray[np.float64]) -> list[int]:
    """The best arborescence from node 0 over ``full[dependent, head]``: each node's head, node 0 its own."""
    heads: list[int] = full.argmax(1).tolist()
    heads[0] = 0
    return _spanning(full.copy(), heads) if _cycle(heads) else heads


def _cycle(heads: Sequence[int]) -> list[int]:
    """Some cycle among the heads; empty where there is none."""
    done = bytearray(len(heads))
    done[0] = 1
    for first in range(1, len(heads)):
        path, at = [], first
        while not done[at]:
            done[at] = 2
            path.append(at)
            at = heads[at]
        if done[at] == 2:
            return path[path.index(at) :]
        for node in path:
            done[node] = 1
    return []


def _spanning(scores: npt.NDArray[np.float64], heads: list[int]) -> list[int]:
    """Contracts cycles one by one into their first node, then opens them in the opposite order.

    ``scores`` is overwritten: a contracted cycle's row holds what it gains by each head from outside, its column the best that
    its members offer as heads.
    """
    contracted: list[_Contracted] = []
    cycle = _cycle(heads)
    while cycle:
        ring = np.asarray(cycle)
        kept = [heads[node] for node in cycle]
        into = scores[ring] - scores[ring, kept][:, None]
        out = scores[:, ring]
        into[:, ring] = -np.inf
        entered, left = into.argmax(0), out.argmax(1)
        one, rest = cycle[0], ring[1:]
        contracted.append(_Contracted(cycle, entered, left, kept))
        scores[one], scores[:, one] = into.max(0), out.max(1)
        scores[one, one] = scores[0] = -np.inf
        scores[rest] = -np.inf
        scores[:, rest] = -np.inf
        inside = set(cycle)
        heads = [one if head in inside else head for head in heads]
        heads[one] = int(scores[one].argmax())
        for node in cycle[1:]:
            heads[node] = 0  # out of the search; set again when the cycle is opened
        cycle = _cycle(heads)
    return _opened(heads, contracted)


def _opened(heads: list[int], contracted: list[_Contracted]) -> list[int]:
    """Heads with every contracted cycle broken where its one head from outside enters it."""
    for cycle, entered, left, kept in reversed(contracted):
        one, inside = cycle[0], set(cycle)
        above = heads[one]
        heads = [cycle[left[node]] if head == one and node not in inside else head for node, head in enumerate(heads)]
        for node, head in zip(cycle, kept, strict=True):
            heads[node] = head
        heads[cycle[entered[above]]] = above
    return heads


def share_subjects(head: npt.NDArray[np.int64], subject: npt.NDArray[np.bool_], clause: npt.NDArray[np.bool_]) -> None:
    """Give a clause before its verb of saying the subject that stands before it: "*the sides* agreed to go on, it added".

    Where a word has two subjects and a complement clause without one between them, the first is the clause's.

    Args:
        head: each word's head, a root its own; changed in place.
        subject: words that are subjects.
        clause: words that head complement clauses.
    """
    by: dict[int, list[int]] = {}
    for i in np.flatnonzero(subject).tolist():
        by.setdefault(int(head[i]), []).append(i)
    for verb, found in by.items():
        if len(found) < 2 or found[-1] > verb:
            continue
        inner = [c for c in range(found[0] + 1, found[-1]) if clause[c] and head[c] == verb and c not in by]
        if len(inner) == 1:
            head[found[0]] = inner[0]


def pair_names(head: Heads, deprel: Heads, pairs: Sequence[tuple[int, int]], *, compound: int, conj: int) -> None:
    """Coordinate two names that a hyphen joins before a noun: "*US*-*China* talks".

    Who are parties together are found by coordination; treebanks hang such names on each other or both on the noun.

    Args:
        head: each word's head, a root its own; changed in place.
        deprel: each word's relation; changed in place.
        pairs: the last word of the first name and the first word of the second, the hyphen between them.
        compound: the number of the relation ``compound``.
        conj: the number of ``conj``.
    """
    for one, two in pairs:
        if head[one] in (two, head[two]) and deprel[one] == compound and head[two] > two:
            head[one], deprel[one] = head[two], deprel[two]
            head[two], deprel[two] = one, conj
            head[one + 1] = two


def _top(head: Heads, first: int, last: int) -> int | None:
    """Return the word of a half-open range that hangs on none of its words; None where there is no such word."""
    return next((i for i in range(first, last) if not first <= head[i] < last), None)


def call_by_name(head: Heads, deprel: Heads, called: Sequence[tuple[int, int, int]], *, conj: int, appos: int) -> None:
    """Put a name in apposition to the noun right before it where it was coordinated: "Israel and the group *Islamic Jihad*".

    Without a comma or conjunction between them two words are no two members of a coordination.

    Args:
        head: each word's head, a root its own; changed in place.
        deprel: each word's relation; changed in place.
        called: a noun, and the half-open range of the name that stands right after it.
        conj: the number of the relation ``conj``.
        appos: the number of ``appos``.
    """
    for noun, first, last in called:
        top = _top(head, first, last)
        if top is None or deprel[top] != conj or head[top] not in (noun, head[noun]):
            continue
        if not (head[:noun] == top).any():
            head[top], deprel[top] = noun, appos


def head_by_name(head: Heads, deprel: Heads, titled: Sequence[tuple[int, int, int]], numbers: Mapping[str, int]) -> None:
    """Put a title without article beneath the person's name that stands right after it: "envoy *Ana Vale* and minister *Leo Prat* met".

    Where the name hangs on its title, whoever is coordinated with it hangs on neither's head.

    Args:
        head: each word's head, a root its own; changed in place.
        deprel: each word's relation; changed in place.
        titled: a noun, and the half-open range of the name that stands right after it.
        numbers: of the relations ``nmod:desc``, ``appos``, those that stay with the noun (``compound``, ``amod``), and those that no title
            has (``det``, ``nmod:poss``).
    """
    stay, articles = {numbers["compound"], numbers["amod"]}, {numbers["det"], numbers["nmod:poss"]}
    for noun, first, last in titled:
        top = _top(head, first, last)
        if top is None or head[top] != noun or deprel[top] != numbers["appos"]:
            continue
        under = [i for i in np.flatnonzero(head == noun).tolist() if i not in (noun, top)]
        if any(deprel[i] in articles for i in under):
            continue
        head[top], deprel[top] = top if head[noun] == noun else head[noun], deprel[noun]
        head[noun], deprel[noun] = top, numbers["nmod:desc"]
        head[[i for i in under if deprel[i] not in stay]] = top
