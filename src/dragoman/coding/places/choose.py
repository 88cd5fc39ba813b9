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
_DIVISION = 6.0
# A city so large is meant even before the name of another country, as in a list.
_METROPOLIS = 500_000


@dataclass(frozen=True, slots=True)
class Named:
    """A place name of the text with what it can mean.

    Attributes:
        within: what the place can mean that the text says it lies in ("Tripoli, Lebanon").
        around: what the place can mean that the text names before it, with a comma ("Buffalo, New York").
        state: whether a word after it says that it is a division of a country ("Washington state").
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    within: tuple[Entry, ...] = ()
    around: tuple[Entry, ...] = ()
    state: bool = False


def distance(a: Entry, b: Entry) -> float:
    """Return the kilometres between two places along the great circle."""
    lat, lon = radians(b.lat - a.lat), radians(b.lon - a.lon)
    chord = sin(lat / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, chord)))


def choose(named: Sequence[Named]) -> list[Entry | None]:
    """Return the place meant by each name; one name means the same place throughout a report."""
    context = _context(named)
    chosen: dict[tuple[str, int, bool], Entry | None] = {}
    fixed = [n.entries[0] for n in named if len(n.entries) == 1]
    for name in sorted(named, key=lambda n: (not n.within, n.first)):
        if name.entries and _key(name) not in chosen:
            best = max(name.entries, key=lambda e: (_score(e, name, context, fixed), e.weight))
            chosen[_key(name)] = None if _contradicts(best, name.within) else best
    return [chosen[_key(n)] if n.entries else None for n in named]


def _key(name: Named) -> tuple[str, int, bool]:
    """Return what names share that mean the same place throughout a report."""
    division = name.state or any(e.kind != "city" and _holds(e, inner) for e in name.entries for inner in name.around)
    return name.entries[0].name, len(name.entries), division


def _holds(outer: Entry, inner: Entry) -> bool:
    """Tell whether a division of a country holds a city."""
    return bool(outer.admin1) and outer.admin1 == inner.admin1 and outer.kind == "province" and inner.kind == "city"


def _contradicts(best: Entry, within: Sequence[Entry]) -> bool:
    """Tell whether a small city lies outside the country or division that the text puts it in: then it is another one."""
    outer = [o for o in within if o.kind in ("country", "province")]
    if best.kind != "city" or best.weight >= _METROPOLIS or not outer or within[0] not in outer:
        return False
    return not any(o.country == best.country and (not o.admin1 or o.admin1 == best.admin1) for o in outer)


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
    shared = entry.kind == "province" and any(e.kind == "city" and e.weight >= entry.weight for e in name.entries)
    score = log10(max(entry.weight, 10)) + (_LISTED if entry.kind != "city" and not shared else 0.0)
    own = 1 if len({e.country for e in name.entries}) == 1 else 0
    if entry.country and context[entry.country] > own:
        score += 2.0 + min(2.0, 0.3 * context[entry.country])
    if entry.admin1 and context[entry.admin1]:
        score += 1.5
    if entry.kind == "province" and (name.state or any(_holds(entry, inner) for inner in name.around)):
        score += _DIVISION
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
