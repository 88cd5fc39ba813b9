"""Docs of other pipelines."""

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tests.conllu import doc_of

from dragoman.errors import LanguageError
from dragoman.language import require


def test_a_doc_without_syntax_is_refused_with_all_that_it_lacks() -> None:
    with pytest.raises(LanguageError, match=r"sentence starts.*parts of speech.*lemmas.*heads"):
        require(spacy.blank("en")("Talks began."))


def test_another_scheme_of_relations_is_refused() -> None:
    doc = Doc(
        Vocab(),
        words=["We", "met", "them"],
        pos=["PRON", "VERB", "PRON"],
        tags=["PRP", "VBD", "PRP"],
        morphs=["Case=Nom", "Tense=Past", "Case=Acc"],
        lemmas=["we", "meet", "they"],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "dobj"],
    )
    with pytest.raises(LanguageError, match="Universal Dependencies"):
        require(doc)


def test_universal_dependencies_are_accepted() -> None:
    doc = doc_of("1 We we PRON PRP Case=Nom 2 nsubj _ _\n2 met meet VERB VBD Tense=Past 0 root _ _")
    assert require(doc) is doc
