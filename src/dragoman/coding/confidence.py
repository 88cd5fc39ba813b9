"""How likely a claim that is told is one that the text tells, by the learned heads and by what the rest of the report is about.

A figure to choose by: who counts events asks for more of it, who must miss nothing for less. Its weights stand in ``learned.yaml``, fitted
to claims that readers judged beside their words (``benchmarks/confidence.py``), so that of claims with a confidence of .9 some nine in ten
have the right type. It says nothing of roles, voice or factuality.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import exp
from typing import Final

from dragoman.coding.frames.draft import Draft
from dragoman.coding.learned import Coder, are_asked
from dragoman.coding.learned_rules import is_learned
from dragoman.coding.lexicon import Trust
from dragoman.coding.scene import Scene
from dragoman.coding.subject import Subject, odds_of
from dragoman.language.marks import Mark

_LEAST: Final = 0.01  # nothing is certain


@dataclass(frozen=True, slots=True)
class Confident:
    """What is asked of every claim of one report.

    Attributes:
        at: how likely the heads hold a claim, by token and type.
    """

    subject: Subject
    trust: Trust
    at: Mapping[tuple[int, str], float]

    def of(self, tokens: Collection[int], kinds: Collection[str], rule: str) -> float:
        """Return how likely a claim has the right type, 0 to 1, in hundredths.

        Args:
            tokens: its trigger.
            kinds: its type, and that of its frame, which may be another.
            rule: who found it.
        """
        weights = self.trust.confidence
        own, most, rest, alone = self.signs(tokens, kinds, rule)
        odds = weights.base + weights.own * own + weights.any * most + weights.rest * rest + weights.alone * alone
        return min(1 - _LEAST, max(_LEAST, round(1 / (1 + exp(-odds)), 2)))

    def signs(self, tokens: Collection[int], kinds: Collection[str], rule: str) -> tuple[float, float, float, float]:
        """Return what is weighed, in the order of the weights."""
        own = max((self.at.get((t, kind), 0.0) for t in tokens for kind in kinds), default=0.0)
        most = max((self.subject.at.get(t, 0.0) for t in tokens), default=0.0)
        return odds_of(own), odds_of(most), self.subject.thick(self.trust.about, tokens), float(is_learned(rule))


def confident(subject: Subject, trust: Trust, marks: Iterable[Mark]) -> Confident:
    """Return what tells the confidence of the claims of a report that is about this and in which the heads found these marks."""
    return Confident(subject, trust, {(mark.token, mark.type): mark.likely for mark in marks})


def confidence_in(scene: Scene, coders: Collection[Coder]) -> Callable[[Draft], float | None]:
    """Return what tells the confidence of a report's claims: None of every claim where no learned heads are asked."""
    if not are_asked(scene, coders):
        return lambda draft: None
    sure = confident(scene.subject, scene.lexicon.trust, scene.marks)
    return lambda draft: sure.of(draft.tokens, draft.kinds, draft.rule)
