"""What the ontology says, and that its own files hold together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.ontology import from_cameo, load, to_cameo

CASES = yaml.safe_load(Path(__file__).with_name("crosswalk.yaml").read_text(encoding="utf-8"))
QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
RELATIONS = """recognizes designates backs opposes allied_with fights member_of leads holds_office governs claims_territory
holds_captive influences"""
SECTORS = "GOV MIL REB PTY COP JUD LEG SPY PRM UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"


def test_the_sixteen_types_stand_in_their_quads() -> None:
    found: dict[int, set[str]] = {number: set() for number in QUADS}
    for event in load().events.values():
        found[event.quad.number].add(event.name)
    assert found == QUADS


def test_the_relations_and_sectors_are_those_of_the_format() -> None:
    assert list(load().relations) == RELATIONS.split()
    assert set(load().sectors) == set(SECTORS.split())


def test_only_what_is_mutual_is_symmetric() -> None:
    assert {name for name, relation in load().relations.items() if relation.symmetric} == {"opposes", "allied_with", "fights"}
    assert load().relations["backs"].roles == ("subject", "object")


def test_only_four_types_have_no_event_without_a_recipient() -> None:
    assert {name for name, event in load().events.items() if event.requires_recipient} == {"COOPERATE", "AID", "SANCTION"}


def test_conflict_scores_below_and_cooperation_above_zero() -> None:
    for event in load().events.values():
        for score in (event.score, *(mode.score for mode in event.modes.values())):
            assert -10 <= score <= 10
            assert score > 0 if event.quad.number <= 2 else score <= 0.5, event.name


def test_the_score_is_the_strongest_modes() -> None:
    assert load().score("RETREAT") == 6.5
    assert load().score("RETREAT", ("release", "disarm")) == load().score("RETREAT", ("disarm", "release")) == 10
    assert load().score("PROTEST", ("vandalize",)) == load().score("PROTEST")
    with pytest.raises(KeyError):
        load().score("AID", ("disarm",))


def test_modes_that_bring_their_context() -> None:
    brought = {mode.name: mode.context for event in load().events.values() for mode in event.modes.values() if mode.context}
    assert brought == {"misinformation": "misinformation", "cyber": "cyber"}


def test_every_state_is_there_and_the_exceptions_too() -> None:
    countries = load().countries
    assert {"KOS", "PSE", "TWN", "VAT", "HKG", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"} <= set(countries)
    assert sum(country.kind == "state" for country in countries.values()) == 197
    assert {code for code, country in countries.items() if country.kind == "non-state"} == {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_a_dependent_territory_counts_as_its_state() -> None:
    assert [load().plover_country(code) for code in ("PRI", "FLK", "ESH", "HKG", "PSE", "FRA", "IGO", "ZZZ")] == [
        "USA",
        "GBR",
        "MAR",
        "HKG",
        "PSE",
        "FRA",
        "IGO",
        "ZZZ",
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_a_cameo_code_has_its_place_in_plover(case: dict[str, object]) -> None:
    found = from_cameo(str(case["code"]), load())
    assert found is not None
    assert (found.type, found.mode, list(found.contexts)) == (case["type"], case["mode"], case["contexts"])


def test_there_and_back_again_keeps_type_mode_and_contexts() -> None:
    for code in load().cameo.values():
        if code.type is None:
            continue
        back = to_cameo(code.type, load(), modes=[code.mode] if code.mode else [], contexts=code.contexts)
        assert back is not None
        assert back.type == code.type
        if len(code.code) > 2:
            bare = back.code == load().events[code.type].cameo
            assert (back.mode, set(back.contexts)) == (code.mode, set(code.contexts)) or (bare and not code.mode), code


def test_every_type_and_mode_has_a_cameo_code_of_its_type() -> None:
    for event in load().events.values():
        for modes in ([], *([mode] for mode in event.modes)):
            code = to_cameo(event.name, load(), modes=modes)
            assert code is not None
            assert code.type == event.name
    assert to_cameo("GREET", load()) is None


def test_an_event_of_which_nothing_is_known_has_its_types_own_code() -> None:
    codes = {event.name: to_cameo(event.name, load()) for event in load().events.values()}
    assert {name: code.code for name, code in codes.items() if code} == {event.name: event.cameo for event in load().events.values()}


def test_the_crosswalk_keeps_the_types_of_its_source(data: Path) -> None:
    lines = (data / "plover" / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition(":") for line in lines if line[:3].isdigit()]
    assert len(rows) > 250
    for code, _, rest in rows:
        found = from_cameo(code, load())
        assert found is not None
        assert found.code == code
        assert found.type == rest.split(",")[0].strip()
