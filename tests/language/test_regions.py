"""Towns and their regions."""

import pytest
from spacy.language import Language

from dragoman.language.pipeline import SHIPPED
from dragoman.language.spelling import Spelling

REGIONS = Spelling.load(SHIPPED / "words.toml").regions


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Kinsale Ireland", 1),
        ("kinsale ireland", 1),
        ("Fort Wayne Indiana", 2),
        ("Fargo North Dakota", 1),
        ("New York New York", 2),
        ("Tulsa OK", 1),
        ("Tulsa ok", 0),
        ("Northern Ireland", 0),
        ("Papua New Guinea", 0),
        ("Lake Michigan", 0),
        ("North Dakota", 0),
        ("Ireland", 0),
    ],
)
def test_a_town_and_its_region_are_two_places(name: str, region: int) -> None:
    assert REGIONS.start(name.split()) == region


def test_towns_and_regions_in_a_text(nlp: Language) -> None:
    found = [
        e.text for e in nlp("The march went from Lansing Michigan to the Republic of Ireland and Paris France.").ents if e.label_ == "GPE"
    ]
    assert found == ["Lansing", "Michigan", "Republic of Ireland", "Paris", "France"]
