"""What holds of every text, however it comes."""

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from tests.language.scraps import GAPS, SCRAPS, texts

from dragoman.language.pipeline import SHIPPED
from dragoman.language.spelling import Spelling
from dragoman.language.splitting import split

SPELLING = Spelling.load(SHIPPED / "words.toml")
model_is_slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def whole(doc: Doc, text: str) -> None:
    """Asserts what every reading must be: words that point into the text, and sentences that are trees and leave nothing out."""
    assert doc.text == text
    assert all(text[word.idx : word.idx + len(word.text)] == word.text for word in doc)
    sentences = list(doc.sents)
    assert [s.start for s in sentences] == [0, *(s.end for s in sentences)][: len(sentences)]
    assert sum(len(s) for s in sentences) == len(doc)
    for sentence in sentences:
        assert [word.i for word in sentence if word.head.i == word.i] == [sentence.root.i]
        assert all(word.i == sentence.root.i or sentence.root in word.ancestors for word in sentence)
    for name in doc.ents:
        assert text[name.start_char : name.end_char] == name.text
        assert name[0].sent == name[-1].sent


@given(texts)
@settings(max_examples=300, deadline=None)
def test_words_lie_one_after_the_other_and_leave_out_only_white_space(text: str) -> None:
    cuts = split(text, SPELLING)
    assert all(start < end for start, end in cuts)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(cuts))
    between = [text[a:b] for a, b in itertools.pairwise([0, *(edge for cut in cuts for edge in cut), len(text)])][::2]
    assert not "".join(between).strip()


@given(texts)
@model_is_slow
def test_every_text_is_read_whole_into_trees(nlp: Language, text: str) -> None:
    whole(nlp(text), text)


@given(st.lists(texts, min_size=1, max_size=4), st.integers(1, 3))
@settings(model_is_slow, max_examples=15)
def test_no_text_is_read_otherwise_in_company(nlp: Language, several: list[str], batch: int) -> None:
    together = list(nlp.pipe(several, batch_size=batch))
    assert [doc.text for doc in together] == several
    assert all(doc.to_json() == nlp(text).to_json() for doc, text in zip(together, several, strict=True))


@pytest.mark.parametrize("gap", sorted(set(GAPS), key=repr), ids=repr)
def test_a_long_text_of_everything_is_read_whole(nlp: Language, gap: str) -> None:
    text = gap.join(SCRAPS * 2)
    whole(nlp(text), text)


@pytest.mark.parametrize(
    "part", ["<a ", "<a b=c ", "&#39;", "1,", "1\u00a0", "'", ".[1]", "a. ", "A.", "-", "<", "<a b='", "n&#39;t", "a,A."]
)
def test_hostile_text_is_split_in_time(part: str) -> None:
    began = time.process_time()
    split(part * 10_000, SPELLING)
    assert time.process_time() - began < 5
