"""What a report is about, by the learned heads: how thick claims stand in the rest of it.

A word is read otherwise in a report of a match, a study or a takeover than in one of talks or a war. Where the heads find next to nothing
in the rest of a report, a claim is likelier another sense of its word, whatever its frame; where they find much, even a claim that they
doubt is mostly right. The weights of both are in ``learned.yaml``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from dragoman.coding.lexicon import About
from dragoman.coding.tree import Tree
from dragoman.language.marks import Mark

_SURE: Final = 0.005  # keeps the odds of what is all but certain finite
_THIN: Final = 0.1  # claims in a hundred words, below which all reports are alike


@dataclass(frozen=True, slots=True)
class Subject:
    """How many claims the heads expect of a report.

    Attributes:
        words: how many words it has.
        at: by token how likely it makes a claim at all.
        total: how many claims are expected of all its words.
    """

    words: int
    at: Mapping[int, float]
    total: float

    def odds(self, about: About, likely: float, tokens: Collection[int]) -> float:
        """Return the logarithm of the odds that a claim is right which the heads hold so likely, at these tokens."""
        return about.base + about.own * odds_of(likely) + about.rest * self.thick(about, tokens)

    def thick(self, about: About, tokens: Collection[int]) -> float:
        """Return the logarithm of how many claims a hundred words hold of the rest of the report, without these tokens."""
        rest = self.total - sum(self.at.get(t, 0.0) for t in tokens)
        return log(_THIN + 100 * (rest + about.words * about.usual / 100) / (self.words + about.words))


def odds_of(likely: float) -> float:
    """Return the logarithm of the odds of a probability, finite also for 0 and 1."""
    return log((likely + _SURE) / (1 - likely + _SURE))


def subject_of(tree: Tree, marks: Iterable[Mark]) -> Subject:
    """Return what the heads expect of a report in which they found these marks."""
    at: dict[int, float] = {}
    for mark in marks:
        at[mark.token] = max(at.get(mark.token, 0.0), mark.likely)
    words = sum(pos not in ("PUNCT", "SPACE", "SYM") for pos in tree.pos)
    return Subject(words, at, sum(at.values()))
