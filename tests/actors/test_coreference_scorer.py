"""The coreference measures on cases worked by hand."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _scorer() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "_coreference.py"
    spec = importlib.util.spec_from_file_location("_coreference", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCORER = _scorer()


def _clusters(text: str) -> list[frozenset[str]]:
    return [frozenset(part) for part in text.split()]


def _score(gold: str, ours: str):
    score = SCORER.Coreference()
    score.add(_clusters(gold), _clusters(ours))
    return score


def test_the_measures_of_two_chains_read_as_three() -> None:
    score = _score("abc defg", "ab cd fghi")
    # of the key's links ab-c and de-f-g two of five are kept; of ours likewise ab and fg out of five
    assert score.muc.scores() == pytest.approx((2 / 5, 2 / 5, 2 / 5))
    assert score.b3.scores()[:2] == pytest.approx(((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, (4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8))
    # abc with ab (4/5) and defg with fghi (4/8)
    assert score.ceafe.scores()[:2] == pytest.approx((1.3 / 2, 1.3 / 3))
    assert score.mentions.scores()[:2] == pytest.approx((6 / 7, 6 / 8))


def test_the_same_chains_score_one_and_others_nothing() -> None:
    assert _score("abc de", "de abc").conll() == pytest.approx(1.0)
    assert _score("abc", "xy").conll() == 0.0
    assert _score("abc", "").conll() == 0.0


def test_documents_add_up() -> None:
    score = SCORER.Coreference()
    score.add(_clusters("ab"), _clusters("ab"))
    score.add(_clusters("cd"), _clusters("cx dy"))
    assert score.muc.scores()[:2] == pytest.approx((1 / 2, 1 / 3))


@pytest.mark.parametrize("seed", range(5))
def test_the_best_assignment_is_that_of_trying_all(seed: int) -> None:
    gains = [[((seed + 3) * (r * 7 + 5) * (c * 3 + 2)) % 11 / 11 for c in range(5)] for r in range(4)]
    best = max(sum(gains[r][c] for r, c in enumerate(columns)) for columns in itertools.permutations(range(5), 4))
    assert SCORER.best_sum(gains) == pytest.approx(best)
