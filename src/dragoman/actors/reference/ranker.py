"""Which candidate an antecedent is, by weights that were learned from annotated text.

The weights stand in ``data/antecedents.csv``: one row for each mark, one column for each kind of pronoun or description. What a candidate
is worth is the sum of its marks' weights; shares follow as in a log-linear model. Mentions of the same actors add up; to tell one from
another, further mentions than the worthiest count for less with some kinds ("again"), so that "he" is not whoever was named most often.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple, Protocol

from dragoman.claims import ActorId


class Candidate(NamedTuple):
    """Somebody, several together, or a thing without an actor, where the text last had them.

    Attributes:
        head: the token by whose role it stands.
        at: its last token.
        actors: whom it means; none for a thing.
        marks: what speaks for it, whatever refers to it.
    """

    head: int
    at: int
    actors: tuple[ActorId, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """What refers back, and where it stands.

    Attributes:
        i: its head.
        style: by which weights are chosen: "he", "his", "it", "its", "they", "their", or the kind of a description.
        role: its grammatical role.
        verb: the lemma of what it hangs on.
        above: the subjects of the clauses around it, the nearest first.
        controls: the understood subjects of the clauses around it.
        said: whether it is the subject of a verb of saying.
        marks: what speaks for nobody being meant.
    """

    i: int
    style: str
    role: str
    verb: str
    above: tuple[int, ...]
    controls: tuple[int, ...]
    said: bool
    marks: tuple[str, ...]


Marked = tuple[Candidate, tuple[str, ...]]


class Ranker(Protocol):
    """Who chooses antecedents."""

    def choose(self, anaphor: Anaphor, candidates: Sequence[Marked]) -> tuple[ActorId, ...]:
        """Return whom an anaphor means; nobody where that cannot be told."""
        ...


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of marks by style, the share below which nobody is meant, and what further mentions count."""

    styles: Mapping[str, Mapping[str, float]]

    def choose(self, anaphor: Anaphor, candidates: Sequence[Marked]) -> tuple[ActorId, ...]:
        """Return whom an anaphor means; nobody where that cannot be told."""
        weights = self.styles[anaphor.style]
        nobody = math.exp(_worth(weights, ("none", *anaphor.marks)))
        total, shares, most = nobody, dict[tuple[ActorId, ...], float](), dict[tuple[ActorId, ...], float]()
        for candidate, marks in candidates:
            worth = math.exp(_worth(weights, marks))
            total += worth
            if candidate.actors:
                shares[candidate.actors] = shares.get(candidate.actors, 0.0) + worth
                most[candidate.actors] = max(most.get(candidate.actors, 0.0), worth)
        if not shares:
            return ()
        again = weights.get("again", 1.0)
        best = max(shares, key=lambda actors: most[actors] + again * (shares[actors] - most[actors]))
        return best if shares[best] >= weights.get("least", 0.5) * total else ()


def _worth(weights: Mapping[str, float], marks: Iterable[str]) -> float:
    return sum(filter(None, map(weights.get, marks)))


def weights_of(lines: Iterable[str]) -> Weights:
    """Return the weights that the lines of a CSV file hold."""
    rows = list(csv.DictReader(lines))
    styles = [c for c in (rows[0] if rows else {}) if c != "mark"]
    return Weights({style: {row["mark"]: float(row[style]) for row in rows if row[style]} for style in styles})


@cache
def shipped() -> Weights:
    """Return the weights of the package."""
    with files("dragoman.actors").joinpath("data", "antecedents.csv").open(encoding="utf-8") as lines:
        return weights_of(lines)
