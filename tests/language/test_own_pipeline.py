"""A pipeline that somebody else made, through the Reader."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman import Reader, Report
from dragoman.errors import LanguageError

TEXT = "Kenya and Uganda held talks in Lagos."
# word, lemma, part of speech, tag, features, head, relation
ROWS = (
    ("Kenya", "PROPN", "NNP", "Number=Sing", 3, "nsubj"),
    ("and", "CCONJ", "CC", "", 2, "cc"),
    ("Uganda", "PROPN", "NNP", "Number=Sing", 0, "conj"),
    ("hold", "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", 3, "root"),
    ("talk", "NOUN", "NNS", "Number=Plur", 3, "obj"),
    ("in", "ADP", "IN", "", 6, "case"),
    ("Lagos", "PROPN", "NNP", "Number=Sing", 3, "obl"),
    (".", "PUNCT", ".", "", 3, "punct"),
)


def pipeline(without: str = "") -> Language:
    """A blank pipeline with one component that knows the one sentence; one annotation may be left out."""

    def annotate(doc: Doc) -> Doc:
        for token, (lemma, pos, tag, morph, head, dep) in zip(doc, ROWS, strict=True):
            token.tag_ = tag
            if without != "LEMMA":
                token.lemma_ = lemma
            if without != "POS":
                token.pos_ = pos
            if without != "MORPH":
                token.set_morph(morph)
            if without != "DEP":
                token.head, token.dep_ = doc[head], dep
        return doc

    nlp = spacy.blank("en")
    name = f"hand_made_without_{without or 'nothing'}"  # spaCy keeps the first function of a name
    Language.component(name, func=annotate)
    nlp.add_pipe(name)
    return nlp


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(nlp=pipeline())


def test_any_pipeline_with_universal_dependencies_is_read(reader: Reader) -> None:
    reading = reader.read(Report(id="r", text=TEXT, published="2020-01-02"))
    names = {mention.id: mention.text for mention in reading.mentions}
    [claim] = reading.claims
    assert claim.type == "CONSULT"
    assert {names[m] for m in claim.roles["actor"]} == {"Kenya", "Uganda"}


@pytest.mark.parametrize(
    ("without", "named"),
    [
        ("POS", "universal parts of speech"),
        ("LEMMA", "lemmas"),
        ("MORPH", "morphological features"),
        ("DEP", "sentence starts, dependency relations"),
    ],
)
def test_an_annotation_that_is_missing_is_named(reader: Reader, without: str, named: str) -> None:
    lame = Reader(nlp=pipeline(without), directory=reader._directory, lexicon=reader._lexicon)
    with pytest.raises(LanguageError, match=named):
        lame.read(Report(id="r", text=TEXT))
