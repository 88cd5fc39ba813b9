"""The pipeline with the real model."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import LanguageError
from dragoman.language import load, require

REPORT = (
    "Two neighbours sign accord on water\n\n"
    "The foreign ministers of Kenya and Uganda signed an accord on Monday, officials said.\n"
    "Mr. Otieno thanked Kampala's envoy, who hadn't expected it. \"We will keep it,\" he said.\n\n"
    "Neither side gave details."
)


def same(one: Doc, other: Doc) -> bool:
    return one.to_json() == other.to_json()


def trees(doc: Doc) -> bool:
    return all(sum(t.head.i == t.i for t in s) == 1 and all(s.root in (t, *t.ancestors) for t in s) for s in doc.sents)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_the_doc_is_the_text_to_the_letter(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert trees(doc)


def test_a_report_gets_everything_that_coding_needs(nlp: Language) -> None:
    doc = require(nlp(REPORT))
    assert doc.text == REPORT
    assert trees(doc)
    assert [s.text.strip().split(" ")[0] for s in doc.sents][:3] == ["Two", "The", "Mr."]
    signed = next(t for t in doc if t.text == "signed")
    assert (signed.pos_, signed.lemma_, signed.dep_) == ("VERB", "sign", "ccomp")
    assert {e.text: e.label_ for e in doc.ents}["Kenya"] == "GPE"
    assert doc[doc.ents[0].start].ent_iob_ == "B"


def test_a_headline_ends_at_its_line_and_a_broken_line_does_not_end_a_sentence(nlp: Language) -> None:
    doc = nlp("Envoy visits capital\nThe envoy of the union visited the old\ncapital on Tuesday.")
    assert [s.text.strip() for s in doc.sents] == ["Envoy visits capital", "The envoy of the union visited the old\ncapital on Tuesday."]


def test_an_empty_text_is_an_empty_doc(nlp: Language) -> None:
    assert len(nlp("")) == 0


def test_white_space_alone_has_no_words(nlp: Language) -> None:
    assert all(token.is_space for token in nlp(" \n\t"))


def test_given_words_and_sentences_are_kept(nlp: Language) -> None:
    words = ["They", "left", ".", "Nobody", "can't", "re-enter"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, False, True, False])
    read = nlp(doc)
    assert [t.text for t in read] == words
    assert [s.start for s in read.sents] == [0, 4]


def test_a_sentence_longer_than_any_window_is_one_tree(nlp: Language) -> None:
    words = ["Talks", *(["and", "talks", ","] * 700), "ended"]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1)))
    assert len(list(doc.sents)) == 1
    assert trees(doc)


def test_a_text_longer_than_a_window_is_read_to_its_end(nlp: Language) -> None:
    doc = nlp(" ".join(["The minister met the envoy in the old town."] * 120))
    assert len(list(doc.sents)) == 120
    assert trees(doc)


def test_a_text_is_read_the_same_alone_and_in_company(nlp: Language) -> None:
    texts = [REPORT, "Short one.", REPORT * 3, "", "Another, longer than the short one."]
    together = list(nlp.pipe(texts, batch_size=3))
    assert all(same(doc, nlp(text)) for doc, text in zip(together, texts, strict=True))


def test_a_model_that_is_not_there_is_named(tmp_path: object) -> None:
    with pytest.raises(LanguageError, match=r"model\.onnx"):
        load(path=str(tmp_path))


def test_two_pipelines_keep_their_own_models(nlp: Language) -> None:
    other = load(threads=1)
    assert nlp.get_pipe("dragoman_syntax").model is not other.get_pipe("dragoman_syntax").model
    assert nlp.analyze_pipes()["summary"]["dragoman_syntax"]["assigns"]


def test_a_number_of_threads_below_one_is_refused() -> None:
    with pytest.raises(LanguageError, match="threads=0: give 1 or more"):
        load(threads=0)


def test_a_provider_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(LanguageError, match=r"no NoSuchProvider; it has .*CPUExecutionProvider"):
        load(providers=("NoSuchProvider",))


def test_the_number_of_threads_changes_nothing(nlp: Language) -> None:
    assert same(load(threads=2)(REPORT), nlp(REPORT))


def test_heads_stay_within_their_sentence(nlp: Language) -> None:
    doc = nlp(REPORT * 5)
    sentence = np.repeat(np.arange(len(list(doc.sents))), [len(s) for s in doc.sents])
    assert all(sentence[t.i] == sentence[t.head.i] for t in doc)
