"""Sentences that no window holds."""

import itertools
import time

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.long import OVERLAP, parts_of
from dragoman.language.reading import WINDOW
from dragoman.language.session import Outputs

CLAUSE = "the {} of the old town met the {} of the river in Lagos on Monday"
OFFICES = ("minister", "governor", "general", "mayor", "judge", "bishop", "doctor", "teacher", "banker", "farmer", "sailor", "baker")

NONE = np.zeros(0)
NOTHING = Outputs(*[NONE] * 8, claim=None, trigger=NONE, filler=NONE)


def clauses(n: int) -> str:
    """One sentence of n clauses of some fifteen words each."""
    told = [CLAUSE.format(OFFICES[i % 12], OFFICES[(i * 5 + 1) % 12]) for i in range(n)]
    return "T" + "; ".join(told)[1:] + "."


def given(nlp: Language, text: str) -> Doc:
    """The words of a text, told to be one sentence."""
    words = nlp.tokenizer(text)
    return Doc(
        nlp.vocab,
        words=[w.text for w in words],
        spaces=[bool(w.whitespace_) for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


@pytest.mark.parametrize("n", [20, 40])
def test_a_sentence_of_any_length_is_one_tree_and_no_word_hangs_on_one_out_of_its_sight(nlp: Language, n: int) -> None:
    doc = nlp(given(nlp, clauses(n)))
    assert len(doc) > WINDOW
    assert [token.i for token in doc if token.head.i == token.i] == [doc[:].root.i]
    assert max(abs(token.head.i - token.i) for token in doc) < WINDOW


def test_what_follows_a_long_sentence_is_read_as_if_alone(nlp: Language) -> None:
    after = "Nobody was hurt in the town."
    doc = nlp(clauses(30) + " " + after)
    last = list(doc.sents)[-1]
    assert last.text == after
    assert [token.dep_ for token in last] == [token.dep_ for token in nlp(after)]


@pytest.mark.parametrize(("n", "end"), [(300, 300), (700, 700), (700, 431), (5000, None)])
def test_every_word_is_taken_from_one_window_and_from_its_middle(n: int, end: int | None) -> None:
    ends = np.arange(n + 1)

    def run(begin: int, stop: int) -> tuple[Outputs, np.ndarray]:
        return NOTHING, np.arange(begin, stop) == end

    parts, ended = parts_of(0, WINDOW - 2, NOTHING, ends=ends, limit=WINDOW, run=run)
    assert [part.first for part in parts] == [0, *(part.last for part in parts[:-1])]
    assert parts[-1].last == (end or parts[-1].stop)
    assert ended == (end is not None and end < n)
    assert all(part.begin <= part.first < part.last <= part.stop <= n for part in parts)
    for one, other in itertools.pairwise(parts):
        assert other.first - other.begin >= OVERLAP // 3
        assert one.stop - one.last >= OVERLAP // 3


def test_words_without_end_are_read_in_time(nlp: Language) -> None:
    began = time.process_time()
    doc = nlp("talks and " * 1500)
    assert time.process_time() - began < 60
    assert all(sum(t.head.i == t.i for t in s) == 1 for s in doc.sents)
