"""Which words are places and which places they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conllu import doc_of
from dragoman.claims import Place
from dragoman.coding.places import find_places

NLP = spacy.blank("en")
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
WORDS = [
    "in",
    "Paris",
    ",",
    "Texas",
    "New",
    "York",
    "-",
    "of",
    "Gaza",
    "the",
    "August",
    "Port",
    "au",
    "Prince",
    "state",
    "São",
    "County",
    "\n",
]


def places(text: str) -> list[Place]:
    return [m.place for m in find_places(NLP(text))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:50])
def test_a_place_name_is_found_and_told_from_its_namesakes(case: dict[str, Any]) -> None:
    assert [[p.text, p.country] for p in places(case["text"])] == case["places"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("He spoke in New York.", (40.7, -74.0)),
        ("Voters of New York state chose him.", (43.0, -75.0)),
        ("They live in Albany, New York.", (43.0, -75.0)),
        ("Envoys met in Washington.", (38.9, -77.0)),
        ("Fires burn across Washington state.", (47.5, -120.5)),
    ],
)
def test_a_city_and_a_division_of_one_name_are_told_apart(text: str, where: tuple[float, float]) -> None:
    last = places(text)[-1]
    assert last.lat is not None
    assert last.lon is not None
    assert (round(last.lat, 1), round(last.lon, 1)) == where


def test_a_small_town_is_not_taken_for_its_namesake_in_another_country() -> None:
    [town, country] = places("He was born in San Juan Bautista, Kenya.")
    assert (town.name, town.country, town.lat) == ("San Juan Bautista", "KEN", None)
    assert country.country == "KEN"


HYPHENS = """
1 Aid aid NOUN NN _ 2 nsubj _ _
2 reached reach VERB VBD _ 0 root _ _
3 Port Port PROPN NNP _ 2 obj _ SpaceAfter=No|NER=B-GPE
4 - - PUNCT HYPH _ 5 punct _ SpaceAfter=No
5 au au PROPN NNP _ 3 flat _ SpaceAfter=No
6 - - PUNCT HYPH _ 7 punct _ SpaceAfter=No
7 Prince Prince PROPN NNP _ 3 flat _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""


def test_a_name_that_the_tagger_cuts_at_a_hyphen_is_read_whole() -> None:
    [place] = [m.place for m in find_places(doc_of(HYPHENS))]
    assert (place.text, place.country) == ("Port-au-Prince", "HTI")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_heap_of_words_is_read_without_error_and_within_the_text(words: list[str]) -> None:
    text, end = " ".join(words), 0
    for place in places(text):
        assert end <= place.start < place.end <= len(text)
        assert text[place.start : place.end] == place.text
        end = place.end


def test_between_divisions_in_a_list_a_name_is_a_division() -> None:
    found = places("It was sold in Idaho, New York, Washington, Oregon and Ohio.")
    assert [p.name for p in found[1:3]] == ["New York State", "Washington State"]


def test_before_the_division_that_holds_it_a_town_is_a_town() -> None:
    assert places("A court in Washington, Pennsylvania, ruled on Monday.")[0].lat == pytest.approx(40.17, abs=0.1)


def test_counties_of_one_name_are_told_apart_by_what_the_report_names() -> None:
    here = places("Swans died in Michigan. They lay on a shore in Monroe County.")[1]
    nowhere = places("Swans died on a shore in Monroe County.")[0]
    assert here.lon == pytest.approx(-83.5, abs=0.5)
    assert (nowhere.lat, nowhere.country) == (None, None)


def tagged(text: str, *names: str) -> list[Place]:
    """The places of a text in which a tagger has found names."""
    doc = NLP(text)
    doc.ents = [s for s in (doc.char_span(m.start(), m.end(), "GPE") for n in names for m in re.finditer(n, text)) if s is not None]
    return [m.place for m in find_places(doc)]


def test_a_place_that_is_not_known_lies_where_its_town_does_and_does_so_throughout() -> None:
    first, town, again = tagged("A fire in Zzamrook, Nairobi, spread. Others in Zzamrook fled.", "Zzamrook", "Nairobi")
    assert (first.lat, first.country, first.name, first.geonames) == (town.lat, "KEN", "Zzamrook", None)
    assert (again.lat, again.country) == (first.lat, first.country)


def test_a_place_that_is_not_known_has_the_country_but_not_the_middle_of_the_country_around_it() -> None:
    unknown = tagged("A fire in Zzamrook, Kenya, spread.", "Zzamrook", "Kenya")[0]
    assert (unknown.lat, unknown.country) == (None, "KEN")


def test_a_list_does_not_say_what_lies_in_what() -> None:
    unknown = tagged("They went to Zzamrook, Nairobi and Mombasa.", "Zzamrook", "Nairobi", "Mombasa")[0]
    assert (unknown.lat, unknown.country) == (None, None)
