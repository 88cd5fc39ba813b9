"""Coreference measures over clusters of mentions: MUC, B³ and CEAFe, and their average, the CoNLL score.

After Vilain et al. (1995), Bagga and Baldwin (1998), Luo (2005) and Pradhan et al. (2014). Counts add up over documents.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

Cluster = frozenset[Hashable]


@dataclass(slots=True)
class Tally:
    """Numerators and denominators of recall and precision."""

    found: float = 0.0
    wanted: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def add(self, found: float, wanted: float, right: float, given: float) -> None:
        """Add a document's counts."""
        self.found += found
        self.wanted += wanted
        self.right += right
        self.given += given

    def scores(self) -> tuple[float, float, float]:
        """Return recall, precision and F1."""
        recall = self.found / self.wanted if self.wanted else 0.0
        precision = self.right / self.given if self.given else 0.0
        return recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(slots=True)
class Coreference:
    """The three measures, and of mentions alone, over documents."""

    muc: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    ceafe: Tally = field(default_factory=Tally)
    mentions: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Cluster], ours: Sequence[Cluster]) -> None:
        """Add a document's clusters; those of one mention count as any other, so leave them out where they should not."""
        self.muc.add(*_links(gold, ours), *_links(ours, gold))
        self.b3.add(*_shares(gold, ours), *_shares(ours, gold))
        alike = [[2 * len(g & o) / (len(g) + len(o)) for o in ours] for g in gold]
        best = best_sum(alike)
        self.ceafe.add(best, len(gold), best, len(ours))
        here, there = frozenset().union(*gold), frozenset().union(*ours)
        both = len(here & there)
        self.mentions.add(both, len(here), both, len(there))

    def conll(self) -> float:
        """Return the mean of the F1 of MUC, B³ and CEAFe."""
        return sum(tally.scores()[2] for tally in (self.muc, self.b3, self.ceafe)) / 3


def _links(keys: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """Return how many links of the keys' clusters the others keep, and how many there are."""
    kept = total = 0
    for key in keys:
        parts = [key & other for other in others if key & other]
        alone = len(key) - sum(len(p) for p in parts)
        total += len(key) - 1
        kept += len(key) - len(parts) - alone
    return kept, total


def _shares(keys: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """Return the sum over mentions of the share of their cluster that stays together, and the number of mentions."""
    return sum(len(k & o) ** 2 / len(k) for k in keys for o in others), sum(len(k) for k in keys)


def best_sum(gains: Sequence[Sequence[float]]) -> float:
    """Return the greatest sum of gains where each row gets one column at most, by the Hungarian method."""
    size = max(len(gains), len(gains[0]) if gains else 0)
    if not size or not gains:
        return 0.0
    cost = [[-gains[r][c] if r < len(gains) and c < len(gains[0]) else 0.0 for c in range(size)] for r in range(size)]
    rows, columns, match = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for r in range(1, size + 1):
        match[0], column = r, 0
        least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while True:
            used[column] = True
            row, step, following = match[column], float("inf"), 0
            for c in range(1, size + 1):
                if not used[c]:
                    reduced = cost[row - 1][c - 1] - rows[row] - columns[c]
                    if reduced < least[c]:
                        least[c], way[c] = reduced, column
                    if least[c] < step:
                        step, following = least[c], c
            for c in range(size + 1):
                if used[c]:
                    rows[match[c]] += step
                    columns[c] -= step
                else:
                    least[c] -= step
            column = following
            if match[column] == 0:
                break
        while column:
            match[column], column = match[way[column]], way[column]
    return -sum(cost[match[c] - 1][c - 1] for c in range(1, size + 1))
