"""``dragoman lexicon``: what a word may mean, whether frames are in order, how much is covered."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.claims import Reading, Report
from dragoman.cli.sources import ReadMany
from dragoman.coding import Lexicon
from fake_commandline import Run


def test_a_word_is_found_with_its_types_and_examples(run: Run) -> None:
    ran = run("lexicon", "find", "withdraw")
    assert ran.status == 0
    assert "RETREAT  withdraw  retreat.yaml#withdraw-forces" in ran.out
    assert "SANCTION  withdraw" in ran.out
    assert "Ethiopian troops withdrew from the town." in ran.out


def test_a_noun_of_a_light_verb_is_found(run: Run) -> None:
    lines = [json.loads(line) for line in run("lexicon", "find", "blockade", "--json").out.splitlines()]
    assert {"COERCE"} <= {line["type"] for line in lines}
    assert any(line["wording"] == "impose ~blockade" for line in lines)


def test_a_word_without_a_frame_is_told(run: Run) -> None:
    assert run("lexicon", "find", "xqzwv").out == "No frame has this word; give it as a dictionary has it\n"
    assert "did you mean withdraw" in run("lexicon", "find", "withdrew").out


def test_find_needs_a_word(run: Run) -> None:
    assert run("lexicon", "find").status == 2


def test_our_own_frames_have_no_faults(run: Run) -> None:
    ran = run("lexicon", "check")
    assert ran.status == 0
    assert ran.out.startswith("No faults in ")


FAULTY = """type: AID
frames:
  irrigate:
    verb: [irrigate]
    type: ADI
  drain:
    verbs: [drain]
    mode: [draining]
    example: Chad drained the fields.
"""


def test_each_fault_of_a_users_frames_has_a_line_with_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(FAULTY, encoding="utf-8")
    ran = run("lexicon", "check", "--frames", str(tmp_path))
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert any(line.startswith("mine.yaml:4: frame irrigate: unknown key 'verb'") for line in lines)
    assert any(line == "mine.yaml:7: frame drain: AID has no mode 'draining'; leave it out: there is none" for line in lines)
    assert all(line.startswith("mine.yaml:") for line in lines)
    told = [json.loads(line) for line in run("lexicon", "check", "--frames", str(tmp_path), "--json").out.splitlines()]
    assert {"where", "what", "remedy"} == set(told[0])
    assert len(told) == len(lines)


def test_frames_that_load_are_looked_at_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("type: AID\nframes:\n  irrigate:\n    verbs: [irrigate]\n    roles: {actor: subject}\n")
    ran = run("lexicon", "check", "--frames", str(tmp_path))
    assert (ran.status, ran.out.count("\n")) == (1, 1)
    assert ran.out.startswith("mine.yaml:4: frame irrigate: no example")


def test_faults_of_frames_stop_a_reading_each_on_a_line_of_its_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "r.txt").write_text("Talks began in the capital.")
    ran = run("read", "r.txt", "--frames", str(tmp_path))
    assert ran.status == 2
    lines = ran.err.splitlines()
    assert len(lines) > 1
    assert all(line.startswith("dragoman: mine.yaml:") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("find", "withdraw", "--type", "AID"), "--type: is for add, not for find; leave it out"),
        (("coverage", "withdraw"), "“withdraw”: is for find and add, not for coverage"),
        (("check", "--dry-run"), "--dry-run: is for add, not for check"),
        (("find", "withdraw", "--actors", "mine"), "--actors: is for add, not for find"),
    ],
)
def test_what_would_mean_nothing_is_refused(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("lexicon", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_a_folder_in_the_environment_is_for_those_who_use_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ACTORS", "elsewhere")
    assert run("lexicon", "find", "withdraw").status == 0


def test_a_folder_of_frames_must_be_there_and_hold_some(run: Run, tmp_path: Path) -> None:
    missing = run("lexicon", "check", "--frames", str(tmp_path / "nowhere"))
    assert (missing.status, missing.out) == (2, "")
    assert "nowhere: no such folder" in missing.err
    (tmp_path / "mine.yml").write_text("type: AID\n", encoding="utf-8")
    assert "ends in .yaml" in run("lexicon", "check", "--frames", str(tmp_path)).out


def test_frames_of_ones_own_are_read_with(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    class Reader:
        def __init__(self, **parts: object) -> None:
            asked.append(parts["lexicon"])

        def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
            yield from (Reading(report=report) for report in reports)

    module = ModuleType("dragoman.reader")
    module.Reader = Reader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.reader", module)
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "aid.yaml").write_text(
        "type: AID\nframes:\n  irrigate:\n    verbs: [irrigate]\n    roles: {actor: subject}\n    example: Chad irrigated the fields.\n"
    )
    list(ReadMany(1, frames=folder)([Report(id="r1", text="Talks began.")]))
    [lexicon] = asked
    assert isinstance(lexicon, Lexicon)
    assert "aid.yaml#irrigate" in {frame.id for frame in lexicon.frames}
    (tmp_path / "r.txt").write_text("Talks began in the capital.")
    assert "no such folder" in run("read", "r.txt", "--frames", str(tmp_path / "nowhere")).err


def test_every_type_is_covered(run: Run) -> None:
    ran = run("lexicon", "coverage", "--json")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    events = [row["type"] for row in rows if row["type"].isupper()]
    assert len(events) == 16
    assert len(rows) - len(events) == 13
    assert all(row["frames"] for row in rows)
    assert run("lexicon", "coverage").out.splitlines()[1].startswith("ACCUSE")
