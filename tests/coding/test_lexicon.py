"""The shipped lexicon: it loads, no frame is dead, and every frame's example is read as that frame's type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman
from dragoman import Reader
from dragoman.claims import Claim, Reading, Report, ReportId
from dragoman.coding.lexicon import Frame, load
from dragoman.coding.lexicon.lint import faults_of
from dragoman.errors import LexiconError
from dragoman.language import load as load_language

LEXICON = load()
MEANING = [frame for frame in LEXICON.frames if frame.type != "none"]
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    examples = [Report(id=ReportId(frame.id), text=frame.example) for frame in MEANING]
    alone, together = (
        [Report(id=ReportId(case["name"]), text=case["text"]) for case in CASES if ("by" in case) == by] for by in (True, False)
    )
    nlp = load_language()
    frames, both = Reader(nlp=nlp, coders=("lexicon",)), Reader(nlp=nlp)  # an example shows what its frame does by itself
    read = (*frames.read_many(examples), *frames.read_many(alone), *both.read_many(together))
    return {r.report.id: r for r in read if isinstance(r, Reading)}


@pytest.mark.parametrize("frame", MEANING, ids=[frame.id for frame in MEANING])
def test_the_example_is_read_as_the_frame_s_type(frame: Frame, readings: Mapping[str, Reading]) -> None:
    reading = readings[frame.id]
    found = {claim.type: claim.rule for claim in reading.claims}
    assert frame.type in found, f"{frame.example!r} gives {found}"


def fits(reading: Reading, claim: Claim, wanted: Mapping[str, str | None]) -> bool:
    words = {m.id: m.text for m in reading.mentions}
    said = {role: [words[i] for i in ids] for role, ids in claim.roles.items()}
    return claim.type == wanted["type"] and all(
        word in said.get(role, ()) if word else role not in said for role, word in wanted.items() if role != "type"
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "_") for case in CASES])
def test_a_wording_means(case: dict[str, Any], readings: Mapping[str, Reading]) -> None:
    reading = readings[case["name"]]
    found = [(claim.type, claim.rule) for claim in reading.claims]
    if "has" in case:
        assert any(fits(reading, claim, case["has"]) for claim in reading.claims), found
    assert not {claim.type for claim in reading.claims} & set(case.get("not", ())), found


def test_the_linter_finds_nothing() -> None:
    assert [str(fault) for fault in faults_of(LEXICON)] == []


def lexicon_of(folder: Path, text: str) -> list[str]:
    (folder / "extra.yaml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in faults_of(load(folder))]


def test_a_frame_without_an_example_is_a_fault(tmp_path: Path) -> None:
    faults = lexicon_of(tmp_path, "type: AID\nframes:\n  irrigate:\n    verbs: [irrigate]\n    roles: {actor: subject}\n")
    assert len(faults) == 1
    assert "extra.yaml:4" in faults[0]
    assert "example" in faults[0]


def test_a_frame_that_another_always_outranks_is_a_fault(tmp_path: Path) -> None:
    text = """
type: AID
frames:
  irrigate: {verbs: [irrigate], roles: {actor: subject}, example: Norway irrigated the fields.}
  irrigate-again: {verbs: [irrigate], roles: {actor: subject}, example: Norway irrigated the valley.}
"""
    assert any("irrigate-again" in fault and "irrigate" in fault for fault in lexicon_of(tmp_path, text))


def test_two_types_may_share_a_wording_if_one_is_an_event_and_one_a_relation(tmp_path: Path) -> None:
    text = """
frames:
  irrigate: {type: AID, verbs: [irrigate], roles: {actor: subject}, example: Norway irrigated the fields.}
  irrigates: {type: backs, verbs: [irrigate], roles: {subject: subject, object: object}, example: Norway irrigates the fields.}
"""
    assert lexicon_of(tmp_path, text) == []


def test_all_faults_of_a_file_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(
        "type: AIDE\nframes:\n  one:\n    verbs: [irrigate]\n  two:\n    type: AID\n    roles: {actr: subject}\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError) as caught:
        load(tmp_path)
    told = str(caught.value)
    assert "bad.yaml:4" in told
    assert "'AIDE'" in told
    assert "did you mean AID" in told
    assert "'actr'" in told
    assert "no wording" in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("verbs: irrigate", "'verbs' is no list"),
        ("verbs: ['']", "without a word"),
        ("nouns: ['+of']", "without a word"),
        ("roles: subject", "'roles' is no mapping"),
        ("where: [object]", "'where' is no mapping"),
        ("modes: drone", "'modes' is no list"),
        ("polarity: maybe", "use one of positive, negative"),
        ("bare: perhaps", "use one of true, false"),
        ("needs: [actr]", "'actr'"),
        ('roles: {recipient: to | "on"}', "quotation mark in the slots"),
    ],
)
def test_a_frame_of_another_form_is_a_fault_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "mine.yaml").write_text(f"type: AID\nframes:\n  one:\n    {line}\n  two: {{}}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load(tmp_path)
    assert any(fault.where == "mine.yaml:4" and told in str(fault) for fault in caught.value.faults)
    assert any("frame two: no wording" in str(fault) for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("frames: [one]", "mine.yaml:1: 'frames' is no mapping"),
        ("frames:\n  one:", "frame one: a frame must be a mapping"),
        ("classes:\n  water: irrigate", "mine.yaml:2: classes: 'water' is no list"),
        ("grammar:\n  support: launch", "mine.yaml:2: grammar: 'support' is no list"),
        ("frames:\n  one: {}\n  one: {}", "mine.yaml:3: 'one' stands here twice"),
    ],
)
def test_a_file_of_another_form_is_a_fault(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load(tmp_path)
    assert told in str(caught.value)


def test_a_file_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"frames: \xff")
    with pytest.raises(LexiconError, match=r"mine\.yaml: cannot be read"):
        load(tmp_path)


def test_on_no_and_false_are_words_and_not_truth_values(tmp_path: Path) -> None:
    text = "type: ACCUSE\nframes:\n  irrigate:\n    verbs: [no]\n    adjectives: [false]\n    where: {on: [yes, off]}\n"
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    frame = next(f for f in load(tmp_path).frames if f.id == "mine.yaml#irrigate")
    assert [p.head for p in frame.patterns] == ["no", "false"]
    assert [(t.slot, t.words) for t in frame.where] == [("on", {"yes", "off"})]


def test_who_is_excepted_has_no_part() -> None:
    [reading] = Reader().read_many([Report(id=ReportId("r"), text="Kosovo is recognised by the United States but not by Serbia.")])
    assert isinstance(reading, Reading)
    words = {m.id: m.text for m in reading.mentions}
    assert "Serbia" not in {words[i] for claim in reading.claims for ids in claim.roles.values() for i in ids}


def test_every_class_of_words_is_used_by_a_frame_or_a_rule() -> None:
    room = Path(dragoman.__file__).parent / "coding"
    frames = "".join(path.read_text(encoding="utf-8") for path in (room / "lexicon").glob("*.yaml"))
    code = "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    named = set(re.findall(r"@([\w-]+)", frames)) | set(re.findall(r'"([\w-]+)"', code))
    assert {name for name in LEXICON.classes if name not in named and not name.startswith("context-")} == set()
