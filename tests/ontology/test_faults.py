"""Faulty files: every fault at once, each with path and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import dragoman.ontology
from dragoman.errors import Fault, OntologyError
from dragoman.ontology import load_from, load_yaml, parse_yaml

CASES = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))
OURS = Path(dragoman.ontology.__file__).parent / "data"


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[..., list[str]]:
    """Return what spoils a copy of our files and gives the errors that loading it raises."""

    def spoil(*changes: tuple[str, str, str]) -> list[str]:
        shutil.copytree(OURS, tmp_path / "data")
        for name, old, new in changes:
            path = tmp_path / "data" / name
            text = path.read_text(encoding="utf-8")
            assert text.count(old) >= 1, old
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(OntologyError) as caught:
            load_from(tmp_path / "data")
        return str(caught.value).splitlines()

    return spoil


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["error"][:40])
def test_a_fault_is_named_with_its_place_and_a_remedy(spoilt: Callable[..., list[str]], case: dict[str, str]) -> None:
    errors = spoilt((case["file"], case["old"], case["new"]))
    found = [line for line in errors if case["error"] in line and line.startswith(f"{case['file']}:")]
    assert found, errors
    changed = (OURS / case["file"]).read_text(encoding="utf-8").partition(case["old"])[0].count("\n") + 1
    if "has no 'contexts'" not in case["error"]:
        assert any(abs(int(line.split(":")[1]) - changed) <= 1 for line in found)


def test_faults_of_all_files_are_raised_together(spoilt: Callable[..., list[str]]) -> None:
    errors = spoilt(
        ("plover.yaml", "score: 9.5", "score: high"),
        ("plover.yaml", "score: 10", "score: higher"),
        ("relations.yaml", "reads: A leads B", "red: A leads B"),
        ("countries.csv", "territory", "teritory"),
    )
    assert {line.split(":")[0] for line in errors} == {"plover.yaml", "relations.yaml", "countries.csv"}
    assert len([line for line in errors if line.startswith("plover.yaml")]) == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"(?s)plover\.yaml: cannot be read.*sectors\.csv: cannot be read"):
        load_from(tmp_path)


def test_words_stay_words() -> None:
    faults: list[Fault] = []
    node = parse_yaml("[on, no, yes, 0311, 1_000, 2024-05-01, 12:30, '7', .5, 1e3]", path="a.yaml", faults=faults)
    assert node.plain == ["on", "no", "yes", "0311", "1_000", "2024-05-01", "12:30", "7", ".5", "1e3"]
    assert not faults


def test_numbers_truth_and_nothing_are_what_they_are() -> None:
    node = parse_yaml("{a: 7, b: -2.5, c: true, d: False, e: null, f: ~, g: , h: ''}", path="a.yaml", faults=[])
    assert node.plain == {"a": 7, "b": -2.5, "c": True, "d": False, "e": None, "f": None, "g": None, "h": ""}


def test_every_node_knows_its_line() -> None:
    node = parse_yaml("verbs:\n  - meet\n  - talk to\nroles: {actor: subject}\n", path="a.yaml", faults=[])
    assert [child.where for child in node["verbs"]] == ["a.yaml:2", "a.yaml:3"]
    assert node.where_key("roles") == "a.yaml:4"
    assert node["roles"]["actor"].where == "a.yaml:4"
    assert (node.is_mapping, node["verbs"].is_sequence, node.get("nouns")) == (True, True, None)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: [1, 2", "a.yaml:2"),
        ("a: 1\n b: 2", "a.yaml:2"),
        ("a: &x [*x]", "a.yaml:1"),
        ("? [1]\n: 2", "a.yaml:1"),
        ("a: \x01", "a.yaml"),
    ],
    ids=["open bracket", "indentation", "alias of itself", "list as key", "control character"],
)
def test_what_is_no_yaml_for_us_is_a_fault(text: str, where: str) -> None:
    faults: list[Fault] = []
    parse_yaml(text, path="a.yaml", faults=faults)
    assert [fault.where for fault in faults] == [where]


def test_an_empty_file_is_an_empty_mapping_and_a_missing_one_a_fault(tmp_path: Path) -> None:
    faults: list[Fault] = []
    (tmp_path / "a.yaml").write_text("# nothing\n", encoding="utf-8")
    assert load_yaml(tmp_path / "a.yaml", faults).mapping == {}
    assert not faults
    assert load_yaml(tmp_path / "b.yaml", faults, name="b.yaml").mapping == {}
    assert str(faults[0]) == "b.yaml: cannot be read: No such file or directory; give a readable file in UTF-8"
