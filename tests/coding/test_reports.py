"""Whole reports through the real model: what an analyst would want recorded is there, with its voice and its certainty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from dragoman import Reader, Reading, Report
from dragoman.claims import Claim, Span, Statement

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("reports.yaml").read_text(encoding="utf-8"))
ROLES = ("actor", "recipient", "third_party", "subject", "object")


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp=nlp)


@pytest.fixture(scope="module")
def readings(reader: Reader) -> dict[str, Reading]:
    return {c["name"]: reader.read(Report(id=c["name"], text=c["text"], published=str(c["published"]))) for c in CASES}


def names(reading: Reading, ids: tuple[str, ...]) -> set[str]:
    """What mentions are called: their actors' names, and all the words by which the report names those."""
    called = {a.id: a.name for a in reading.actors}
    mentions = {m.id: m for m in reading.mentions}
    same = {m.text for m in reading.mentions for i in ids if m.actor and m.actor == mentions[i].actor}
    return same | {called.get(mentions[i].actor or "", mentions[i].text) for i in ids} | {mentions[i].text for i in ids}


def words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else reading.text[span.start : span.end]


def sources(reading: Reading, voice: tuple[str, ...]) -> list[set[str]]:
    said = {s.id: s for s in reading.statements}
    return [names(reading, (said[v].source,)) if said[v].source else {"nobody"} for v in voice]


def fits(reading: Reading, claim: Claim, wanted: dict[str, Any]) -> bool:
    told = {
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "tense": claim.tense,
        "as": words(reading, claim.as_),
        "scope": words(reading, claim.scope),
        "condition": words(reading, claim.condition),
        "time": claim.time.start if claim.time else None,
    }
    plain = all(str(told[k]) == str(v) for k, v in wanted.items() if k in told)
    roles = all(set(wanted[r]) <= names(reading, claim.roles.get(r, ())) for r in ROLES if r in wanted)
    counted = "count" not in wanted or wanted["count"] in [[c.value, c.bound] for c in claim.counts]
    return plain and roles and counted and _voiced(reading, claim.voice, wanted)


def _voiced(reading: Reading, voice: tuple[str, ...], wanted: dict[str, Any]) -> bool:
    if "voice" not in wanted:
        return True
    found = sources(reading, voice)
    return len(found) == len(wanted["voice"]) and all((one or "nobody") in has for one, has in zip(wanted["voice"], found, strict=True))


def holds(reading: Reading, statement: Statement, wanted: dict[str, Any]) -> bool:
    source = names(reading, (statement.source,)) if statement.source else {None}
    outer = next((s for s in reading.statements if s.id == statement.within), None)
    return (
        wanted["source"] in source
        and any(wanted["content"] in reading.text[c.start : c.end] for c in statement.content)
        and wanted.get("manner", statement.manner) == statement.manner
        and ("time" not in wanted or (bool(statement.time) and str(statement.time.start) == str(wanted["time"])))
        and ("within" not in wanted or (outer is not None and bool(outer.source) and wanted["within"] in names(reading, (outer.source,))))
    )


def expected(kind: str) -> list[Any]:
    labelled = [(case["name"], wanted, " ".join(map(str, wanted.values()))) for case in CASES for wanted in case.get(kind, ())]
    return [pytest.param(name, wanted, id=f"{name}: {label}") for name, wanted, label in labelled]


@pytest.mark.parametrize(("report", "wanted"), expected("claims"))
def test_the_claim_is_read(readings: dict[str, Reading], report: str, wanted: dict[str, Any]) -> None:
    reading = readings[report]
    assert any(fits(reading, claim, wanted) for claim in reading.claims), [c for c in reading.claims if c.type == wanted["type"]]


@pytest.mark.parametrize(("report", "wanted"), expected("statements"))
def test_the_statement_is_read(readings: dict[str, Reading], report: str, wanted: dict[str, Any]) -> None:
    reading = readings[report]
    assert any(holds(reading, one, wanted) for one in reading.statements), reading.statements


def test_a_day_is_not_what_is_talked_about(reader: Reader) -> None:
    reading = reader.read(
        Report(id="day", text="Envoys of Chad and Libya met on Monday. Chad and Libya held talks on trade.", published="2021-03-12")
    )
    assert [[words(reading, span) for span in claim.about] for claim in reading.claims] == [[], ["trade"]]


def test_what_a_title_tells_is_not_the_speakers_word(reader: Reader) -> None:
    found = reader.read(
        Report(id="x", text="The ministry said Taliban commander Omar Said was killed. He had left Oslo, the ministry added.")
    )
    assert [c.voice for c in found.claims if c.type == "leads"] == [()]
    killed = [c.voice for c in found.claims if c.type == "ASSAULT"]
    assert killed
    assert all(killed)


def test_an_attack_is_told_once_in_a_sentence(reader: Reader) -> None:
    found = reader.read(
        Report(id="x", text="The attack angered Chad, and the attack was condemned by Niger, which said that the attack was a crime.")
    )
    attacks = [c.voice for c in found.claims if c.rule == "assault.yaml#attack-noun"]
    assert attacks.count(()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed in clashes with rebels in Mali.",
        "France gave Chad $5 million in aid.",
        "They were arrested in a raid by police.",
        "Talks hosted by Qatar between Chad and the rebels began on Monday.",
    ],
)
def test_a_deed_and_the_noun_that_says_of_what_kind_it_is_are_one(reader: Reader, text: str) -> None:
    assert len([c for c in reader.read(Report(id="one", text=text)).claims if c.kind == "event"]) == 1
