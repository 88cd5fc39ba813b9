"""By which examples the heads' finds are explained."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.language.examples import Examples


@pytest.fixture
def held(tmp_path: Path) -> Examples:
    rows = [
        ("a-1", "AID", "… sent flour.", "sent", [127, 0]),
        ("a-2", "AID", "… gave alms.", "gave", [0, 127]),
        ("b-1", "COERCE", "… seized it.", "seized", [127, 1]),
    ]
    ids, types, texts, triggers = (np.asarray([row[i] for row in rows]) for i in range(4))
    vectors = np.asarray([row[4] for row in rows], dtype=np.int8)
    np.savez_compressed(tmp_path / "examples.npz", vectors=vectors, ids=ids, types=types, texts=texts, triggers=triggers)
    return Examples.load(tmp_path / "examples.npz")


def test_the_nearest_example_is_of_the_type_asked(held: Examples) -> None:
    assert held.nearest("AID", np.asarray([3.0, 0.5], dtype=np.float32)) == "a-1"
    assert held.nearest("AID", np.asarray([0.1, 0.2], dtype=np.float32)) == "a-2"
    assert held.nearest("COERCE", np.asarray([0.0, 1.0], dtype=np.float32)) == "b-1"
    assert held.nearest("PROTEST", np.asarray([0.0, 1.0], dtype=np.float32)) == ""


def test_an_example_is_found_by_its_name(held: Examples) -> None:
    found = held.named("a-2")
    assert found is not None
    assert (found.type, found.text, found.trigger) == ("AID", "… gave alms.", "gave")
    assert held.named("a-9") is None


def test_a_model_without_examples_has_none(tmp_path: Path) -> None:
    assert Examples.load(tmp_path / "examples.npz").nearest("AID", np.zeros(2, dtype=np.float32)) == ""
