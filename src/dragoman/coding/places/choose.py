"""Which of several places of one name is meant: what contains it, what else the report names, how large it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt

from dragoman.coding.places.gazetteer import TABLES, Entry

_EARTH = 6371.0
_NEAR = 400.0
_LISTED = 4.0
_DIVISION = 6.0
# A city so large is meant even before the name of another country, as in a list.
_METROPOLIS = 500_000
# A division is meant rather than its town of the same name only where a word says so.
_NAMESAKE = 2.0
# What else a report names does not make it mean a village where a namesake is so many times larger.
_DWARFED = 500
_DIVISIONS = frozenset({"province", "division", "county"})


@dataclass(frozen=True, slots=True)
class Named:
    """A place name of the text with what it can mean.

    Attributes:
        within: what the place can mean that the text says it lies in ("Tripoli, Lebanon").
        around: what the place can mean that the text names before it, with a comma ("Buffalo, New York").
        state: whether its kind or its list says that it is a division of a country ("Washington state").
        listed: whether it stands in a list, so that the name after it need not contain it.
        text: the words.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    within: tuple[Entry, ...] = ()
    around: tuple[Entry, ...] = ()
    state: bool = False
    listed: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Vague:
    """A place that the gazetteer lacks, in the country and about where the text puts it; without coordinates where that is large."""

    name: str
    lat: float | None
    lon: float | None
    country: str
    kind: str = "place"
    geonames: None = None


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
            chosen[_key(name)] = None if _contradicts(best, name.within) or _one_of_many(best, name, context) else best
    return [chosen[_key(n)] if n.entries else None for n in named]


def supplement(named: Sequence[Named], chosen: Sequence[Entry | None]) -> list[Entry | Vague | None]:
    """Return the places with those that the gazetteer lacks put where the text says: in their town, or in a country without more."""
    found: dict[str, Vague] = {}
    for n, outer in enumerate(chosen[1:]):
        name = named[n]
        if chosen[n] is None and name.within and not name.listed and outer is not None and outer.country:
            small = outer.kind in ("city", "county")
            found.setdefault(name.text, Vague(name.text, outer.lat if small else None, outer.lon if small else None, outer.country))
    return [place or found.get(name.text) for name, place in zip(named, chosen, strict=True)]


def _one_of_many(best: Entry, name: Named, context: Counter[str]) -> bool:
    """Tell whether a county has namesakes and nothing in the report says which is meant."""
    if best.kind != "county" or len({e.admin1 for e in name.entries}) == 1:
        return False
    return not context[best.admin1] and all(outer.admin1 != best.admin1 for outer in name.within)


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
        if not name.entries:
            continue
        first, large = name.entries[0], [e for e in name.entries if e.kind in ("country", "province", "territory")]
        clear = bool(large) and first is large[0] and [e.kind for e in large].count("country") < 2
        if first.country and (clear or _without_rival(name.entries)):
            found[first.country] += 1
        if first.admin1 and (clear or len({e.admin1 for e in name.entries}) == 1):
            found[first.admin1] += 1
    return found


def _without_rival(entries: Sequence[Entry]) -> bool:
    """Tell whether the first place of a name is a city far larger than its namesakes abroad, or has none."""
    abroad = [e.weight for e in entries if e.country != entries[0].country]
    return not abroad or (entries[0].kind == "city" and entries[0].weight >= _DWARFED * max(abroad))


def _score(entry: Entry, name: Named, context: Counter[str], fixed: Sequence[Entry]) -> float:
    """Return how well a place fits a name: size and kind, what else the report names, what the text says contains it."""
    return _standing(entry, name) + _in_context(entry, name, context, fixed) + _contained(entry, name)


def _standing(entry: Entry, name: Named) -> float:
    score = log10(max(entry.weight, 10))
    shared = entry.kind == "province" and any(e.kind == "city" and e.weight >= entry.weight for e in name.entries)
    if entry.kind not in TABLES and not shared:
        score += _LISTED
    if entry.kind in _DIVISIONS and (name.state or any(_holds(entry, inner) for inner in name.around)):
        score += _DIVISION
    elif entry.kind in ("division", "county") and any(e.kind == "city" and e.admin1 == entry.admin1 for e in name.entries):
        score -= _NAMESAKE
    return score


def _in_context(entry: Entry, name: Named, context: Counter[str], fixed: Sequence[Entry]) -> float:
    if entry.kind == "city" and entry.weight * _DWARFED < max(e.weight for e in name.entries):
        return 0.0
    score = 0.0
    own = 1 if len({e.country for e in name.entries}) == 1 else 0
    if entry.country and context[entry.country] > own:
        score += 2.0 + min(2.0, 0.3 * context[entry.country])
    if entry.admin1 and context[entry.admin1]:
        score += 1.5
    if entry.kind == "city" and any(distance(entry, other) < _NEAR for other in fixed):
        score += 1.0
    return score


def _contained(entry: Entry, name: Named) -> float:
    score = 0.0
    for outer in () if name.listed and (name.state or entry.weight >= _METROPOLIS) else name.within:
        if outer.kind == "country" and outer.country == entry.country and entry.kind != "country":
            score += 8.0
        elif _admits(outer, entry):
            score += 12.0
        elif outer.kind not in ("country", "city") and outer.country == entry.country and distance(outer, entry) < _NEAR:
            score += 5.0
    return score


def _admits(outer: Entry, entry: Entry) -> bool:
    """Tell whether a division is the one that a place of the table lies in."""
    inside = outer.admin1 and outer.admin1 == entry.admin1 and entry != outer
    return bool(inside) and outer.kind not in ("city", "county") and entry.kind not in ("province", "division")
