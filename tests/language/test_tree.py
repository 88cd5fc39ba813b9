"""Scores into trees."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.language.tree import forest, is_tree, tree

SCORES = st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 20, width=32)))


@given(SCORES)
def test_every_sentence_becomes_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(tree(scores))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 20, width=32))))
def test_no_other_tree_scores_higher(scores: np.ndarray) -> None:
    n = len(scores)

    def total(heads: np.ndarray) -> float:
        return float(scores[np.arange(n), heads].astype(float).sum())

    trees = (np.asarray(h) for h in itertools.product(range(n + 1), repeat=n) if all(a != i + 1 for i, a in enumerate(h)))
    assert total(tree(scores)) >= max(total(t) for t in trees if is_tree(t)) - 1e-4


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.asarray([[1.0, 0, 9, 0], [5.0, 9, 0, 0], [0, 0, 3, 0]], dtype=np.float32)
    assert tree(scores).tolist() == [2, 0, 2]


@given(st.lists(SCORES, min_size=1, max_size=5), st.integers(0, 3), st.data())
def test_sentences_read_together_have_the_trees_that_each_has_alone(alone: list[np.ndarray], further: int, data: st.DataObject) -> None:
    edges = [0, *itertools.accumulate(len(one) for one in alone)]
    n = edges[-1] + further
    together = data.draw(arrays(np.float32, (n, n + 1), elements=st.floats(-40, 40, width=32), fill=st.just(np.float32(30))))
    sentences = list(itertools.pairwise(edges))
    for (a, b), one in zip(sentences, alone, strict=True):
        together[a:b, 0], together[a:b, 1 + a : 1 + b] = one[:, 0], one[:, 1:]
    found = forest(together, sentences)
    assert len(found) == edges[-1]
    for (a, b), one in zip(sentences, alone, strict=True):
        assert np.where(found[a:b] == 0, 0, found[a:b] - a).tolist() == tree(one).tolist()
