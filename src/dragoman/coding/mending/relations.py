"""The relations of a tree that is mended: read by token, or found by what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import SupportsIndex


class Relations(list[str]):
    """The relation of each token to its head, as a list that also knows which tokens stand in a relation.

    One is mended by setting it; the list neither grows nor shrinks.
    """

    def __init__(self, deps: Iterable[str]) -> None:
        """Take the relations, one a token."""
        super().__init__(deps)
        self._tokens: dict[str, set[int]] = defaultdict(set)
        for i, dep in enumerate(self):
            self._tokens[dep].add(i)

    def __setitem__(self, i: SupportsIndex, dep: str) -> None:  # type: ignore[override]  # no slices are set
        """Set the relation of token i."""
        at = i.__index__() % len(self)
        self._tokens[self[at]].discard(at)
        super().__setitem__(at, dep)
        self._tokens[dep].add(at)

    def of(self, *bases: str) -> Iterator[int]:
        """Yield the tokens in relations of these kinds, whatever stands behind their colon, as `at` does."""
        return self.at(*(dep for dep in self._tokens if dep.partition(":")[0] in bases))

    def at(self, *deps: str) -> Iterator[int]:
        """Yield the tokens in one of these relations in text order; those that are mended to another meanwhile are left out."""
        for i in sorted(i for dep in deps for i in self._tokens.get(dep, ())):
            if self[i] in deps:
                yield i
