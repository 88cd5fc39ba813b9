"""Claims that the learned heads find, and who is what in them."""

import itertools
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dragoman.language.examples import Examples
from dragoman.language.marks import Mark, RoleWeights, find

SIZE, WORDS, SENTENCES = 8, 40, [(0, 7), (7, 8), (8, 25), (25, 36)]
TYPES, ROLES = ("AID", "COERCE", "PROTEST"), ("", "actor", "recipient")


@pytest.fixture
def model() -> Any:
    drawn = np.random.default_rng(7)
    kinds, weight, bias = (drawn.normal(size=shape).astype(np.float32) for shape in ((3, SIZE), (3, 2 * SIZE), (3,)))
    return SimpleNamespace(roles=RoleWeights.of_head(TYPES, ROLES, kinds, weight, bias), weight=weight, examples=Examples({}))


@pytest.fixture
def outputs() -> Any:
    drawn = np.random.default_rng(8)
    claim, trigger, filler = (drawn.normal(size=(WORDS, n)).astype(np.float32) for n in (3, SIZE, SIZE))
    return SimpleNamespace(claim=claim * 3 - 2, trigger=trigger, filler=filler)


def test_sentences_of_a_window_have_the_marks_that_each_has_alone(model: Any, outputs: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    together = find(model, outputs, SENTENCES, begin=100)
    assert together == list(itertools.chain.from_iterable(find(model, outputs, [one], begin=100) for one in SENTENCES))
    monkeypatch.setattr("dragoman.language.marks._ROWS", 20)
    assert find(model, outputs, SENTENCES, begin=100) == together


def test_marks_and_their_roles_stay_within_their_sentence(model: Any, outputs: Any) -> None:
    found = find(model, outputs, SENTENCES, begin=100)
    assert any(mark.roles for mark in found)
    for mark in found:
        a, b = next((a, b) for a, b in SENTENCES if a + 100 <= mark.token < b + 100)
        assert all(a + 100 <= word < b + 100 for word, _, _ in mark.roles)


def test_a_role_is_the_likeliest_of_a_word_that_has_one(model: Any, outputs: Any) -> None:
    mark = max((one for one in find(model, outputs, SENTENCES) if one.token >= 25), key=lambda one: one.likely)
    assert mark == _by_hand(model, outputs, mark)


def _by_hand(model: Any, outputs: Any, mark: Mark) -> Mark:
    kind = TYPES.index(mark.type)
    roles = []
    for word in range(25, 36):
        one, filler = outputs.trigger[mark.token] + model.roles.kinds[kind], outputs.filler[word]
        logits = model.weight @ np.concatenate([np.maximum(one + filler, 0), one * filler / 4]) + model.roles.bias
        shares = np.exp(logits) / np.exp(logits).sum()
        if 1 - shares[0] >= 0.1:
            roles.append((word, ROLES[1 + int(shares[1:].argmax())], pytest.approx(1 - shares[0], abs=1e-4)))
    likely = 1 / (1 + np.exp(-outputs.claim[mark.token, kind]))
    return Mark(mark.token, mark.type, pytest.approx(likely, abs=1e-4), tuple(roles))


def test_a_model_without_heads_for_claims_finds_none(model: Any, outputs: Any) -> None:
    assert find(SimpleNamespace(roles=None), outputs, SENTENCES) == []
    assert find(model, SimpleNamespace(claim=None), SENTENCES) == []
    assert find(model, outputs, []) == []
