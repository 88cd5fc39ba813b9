"""The names of the world's places: a sorted table looked up on disk, and two small lists of our own."""

from __future__ import annotations

import csv
import mmap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.errors import Fault, LexiconError

_DATA = Path(__file__).parent / "data"
_SPECIAL = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "’": "'", "‘": "'", "-": " "})
_LARGE = 10_000_000
_GREATER = 10
_TOWN = 5_000
TABLES = frozenset({"city", "division", "county"})
"""Kinds of places of the tables of towns; all others are of our own lists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a name can mean.

    Attributes:
        country: ISO 3166-1 alpha-3, or None for seas and continents.
        admin1: GeoNames' code of the first-level division, such as ``US.TX``, or empty.
        kind: city, country, province, region, sea …; ``division`` and ``county`` are provinces and what they hold, of the table.
        weight: population, or what stands for it.
    """

    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str
    kind: str
    weight: int
    geonames: int | None = None


@cache
def fold(name: str) -> str:
    """Return a name without case, accents and hyphens.

    Example:
        >>> fold("Côte d’Ivoire"), fold("Port-au-Prince"), fold("Toruń")
        ("cote d'ivoire", 'port au prince', 'torun')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


class _Table:
    """A table sorted by its first column, on disk, looked up by halving."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def rows(self, key: str) -> Iterator[list[str]]:
        """Yield the columns of the lines that begin with a folded name."""
        wanted, table = key.encode() + b"\t", self._map
        low, high = 0, len(table)
        while low < high:
            start = table.rfind(b"\n", 0, (low + high) // 2) + 1
            end = table.find(b"\n", start)
            if table[start : table.find(b"\t", start)] < wanted[:-1]:
                low = end + 1
            else:
                high = start
        while low < len(table) and table[low : low + len(wanted)] == wanted:
            end = table.find(b"\n", low)
            yield table[low:end].decode().split("\t")
            low = end + 1


class Gazetteer:
    """All places by folded name; the tables of cities and divisions stay on disk."""

    def __init__(self, own: Mapping[str, tuple[Entry, ...]], iso3: Mapping[str, str], folder: Path) -> None:
        self._own, self._iso3 = own, iso3
        self._cities, self._divisions = _Table(folder / "cities.tsv"), _Table(folder / "divisions.tsv")
        self._listed = lru_cache(maxsize=20_000)(self._read)

    def own(self, name: str) -> tuple[Entry, ...]:
        """Return the countries, regions and other places of our own lists that a name means."""
        return self._own.get(fold(name), ())

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return all places that a name can mean: ours first, then cities by population, then divisions that ours lack.

        Example:
            >>> [entry.country for entry in gazetteer().find("Tripoli")][:2]
            ['LBY', 'LBN']
        """
        key = fold(name)
        own = self._own.get(key, ())
        ours = {e.country for e in own if e.kind != "city"}
        return own + tuple(e for e in self._listed(key) if e.kind == "city" or e.country not in ours)

    def _read(self, key: str) -> tuple[Entry, ...]:
        return tuple(self._entry(row) for table in (self._cities, self._divisions) for row in table.rows(key))

    def _entry(self, row: list[str]) -> Entry:
        _, name, lat, lon, code, admin1, population, last = row
        city = last.isdigit()
        where = self._iso3.get(code), f"{code}.{admin1}"
        return Entry(name, float(lat), float(lon), *where, "city" if city else last, int(population), int(last) if city else None)


@lru_cache(maxsize=20_000)
def country_of(name: str) -> str | None:
    """Return the country in which a place of this name lies, where one is so much greater than its namesakes that it needs no word more.

    Example:
        >>> country_of("Benghazi"), country_of("Tripoli"), country_of("Nowhere at all")
        ('LBY', None, None)
    """
    weights: dict[str, int] = {}
    for entry in gazetteer().find(name):
        if entry.country and (entry.kind not in TABLES or entry.weight >= _TOWN):
            weights[entry.country] = max(weights.get(entry.country, 0), entry.weight)
    ranked = sorted(weights, key=lambda country: -weights[country])
    clear = bool(ranked) and (len(ranked) == 1 or weights[ranked[0]] >= _GREATER * weights[ranked[1]])
    return ranked[0] if clear else None


@cache
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer.

    Raises:
        LexiconError: a line of the lists cannot be read; all faults at once.
    """
    faults: list[Fault] = []
    own: dict[str, list[Entry]] = {}
    iso3: dict[str, str] = {}
    for where, row in _lines("countries.csv"):
        entry = _own_entry(where, {**row, "kind": "country", "country": row["iso3"], "admin1": ""}, int(row["population"] or 0), faults)
        iso3[row["iso2"]] = row["iso3"]
        _add(own, row, entry)
    for where, row in _lines("places.csv"):
        _add(own, row, _own_entry(where, row, _LARGE, faults))
    if faults:
        raise LexiconError(faults)
    return Gazetteer({key: tuple(entries) for key, entries in own.items()}, iso3, _DATA)


def _lines(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        for row in (reader := csv.DictReader(file)):
            yield f"coding/places/data/{name}:{reader.line_num}", row


def _own_entry(where: str, row: Mapping[str, str], weight: int, faults: list[Fault]) -> Entry | None:
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except (TypeError, ValueError):
        faults.append(Fault(where, f"no coordinates: {row.get('lat')!r}, {row.get('lon')!r}", "give decimal degrees"))
        return None
    geonames = int(row["geonames"]) if row.get("geonames") else None
    return Entry(row["name"], lat, lon, row["country"] or None, row["admin1"], row["kind"], weight, geonames)


def _add(own: dict[str, list[Entry]], row: Mapping[str, str], entry: Entry | None) -> None:
    if entry is not None:
        for name in {fold(n) for n in (row["name"], *row["aliases"].split("|")) if n}:
            own.setdefault(name, []).append(entry)
