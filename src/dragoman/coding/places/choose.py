"""Which of several places of one name is meant: what contains it, what else the report names, how large it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt

from dragoman.coding.places.gazetteer import Entry

_EARTH = 6371.0
_NEAR = 400.0
_LISTED = 4.0


@dataclass(frozen=True, slots=True)
class Named:
    """A place name of the text with what it can mean.

    Attributes:
        within: folded-name candidates of the place that the text says it lies in ("Tripoli, Lebanon").
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    within: tuple[Entry, ...] = ()


def distance(a: Entry, b: Entry) -> float:
    """Return the kilometres between two places along the great circle."""
    lat, lon = radians(b.lat - a.lat), radians(b.lon - a.lon)
    chord = sin(lat / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, chord)))


def choose(named: Sequence[Named]) -> list[Entry | None]:
    """Return the place meant by each name; one name means the same place throughout a report."""
    context = _context(named)
    chosen: dict[str, Entry] = {}
    fixed = [n.entries[0] for n in named if len(n.entries) == 1]
    for name in sorted(named, key=lambda n: (not n.within, n.first)):
        key = name.entries[0].name + "|" + str(len(name.entries)) if name.entries else ""
        if key and key not in chosen:
            chosen[key] = max(name.entries, key=lambda e: (_score(e, name, context, fixed), e.weight))
    return [chosen[n.entries[0].name + "|" + str(len(n.entries))] if n.entries else None for n in named]


def _context(named: Sequence[Named]) -> Counter[str]:
    """Return how often the report names each country and division, by names that leave no doubt."""
    found: Counter[str] = Counter()
    for name in named:
        if len({e.country for e in name.entries}) == 1 or (name.entries and name.entries[0].kind in ("country", "province", "territory")):
            first = name.entries[0]
            if first.country:
                found[first.country] += 1
            if first.admin1:
                found[first.admin1] += 1
    return found


def _score(entry: Entry, name: Named, context: Counter[str], fixed: Sequence[Entry]) -> float:
    score = log10(max(entry.weight, 10)) + (_LISTED if entry.kind != "city" else 0.0)
    own = 1 if len({e.country for e in name.entries}) == 1 else 0
    if entry.country and context[entry.country] > own:
        score += 2.0 + min(2.0, 0.3 * context[entry.country])
    if entry.admin1 and context[entry.admin1]:
        score += 1.5
    for outer in name.within:
        if outer.kind == "country" and outer.country == entry.country and entry.kind != "country":
            score += 8.0
        elif outer.admin1 and outer.kind != "city" and outer.admin1 == entry.admin1 and entry != outer:
            score += 10.0
        elif outer.kind not in ("country", "city") and outer.country == entry.country and distance(outer, entry) < _NEAR:
            score += 5.0
    if entry.kind == "city" and any(distance(entry, other) < _NEAR for other in fixed):
        score += 1.0
    return score
