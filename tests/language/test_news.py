"""News as it comes, through the model."""

from pathlib import Path

import pytest
import yaml
from spacy.language import Language

CASES = yaml.safe_load((Path(__file__).parent / "news.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40].encode("ascii", "replace").decode())
def test_news_falls_into_its_sentences(nlp: Language, case: dict[str, object]) -> None:
    text = str(case["text"]).replace("|", "\n")
    doc = nlp(text)
    assert doc.text == text
    assert [sentence.text.strip().replace("\n", "|") for sentence in doc.sents] == case["sentences"]
    found = {token.text: f"{token.lemma_}/{token.pos_}" for token in doc}
    words = case.get("words", {})
    assert isinstance(words, dict)
    assert {word: found[word] for word in words} == words


def test_a_sentence_of_more_than_three_hundred_words_is_one_tree(nlp: Language) -> None:
    text = (
        "The envoy said that " + "the talks went on and that the old man of the town met the new one of the river, and " * 18 + "he left."
    )
    doc = nlp(text)
    assert len(doc) > 320
    assert len(list(doc.sents)) == 1
    assert sum(t.head.i == t.i for t in doc) == 1


def test_five_thousand_words_without_a_full_stop_are_read(nlp: Language) -> None:
    doc = nlp("talks " * 5000)
    assert all(sum(t.head.i == t.i for t in s) == 1 for s in doc.sents)


@pytest.mark.parametrize(
    "text",
    [
        "The US-China talks failed on Monday.",
        "Serbia–Kosovo talks resumed in Brussels.",
        "A new Fatah-Hamas unity deal was reached.",
        "On Monday the Armenia-Azerbaijan fighting resumed.",
    ],
)
def test_two_names_before_a_noun_are_coordinated(nlp: Language, text: str) -> None:
    one, two = [t for t in nlp(text) if t.ent_iob_ == "B"][:2]
    assert (two.dep_, two.head) == ("conj", one)
    assert one.head.i > two.i


def test_a_name_of_two_parts_and_an_agent_before_a_participle_are_left_as_they_are(nlp: Language) -> None:
    doc = nlp("Ban Ki-moon met the Iran-backed rebels in Guinea-Bissau.")
    assert not [t.text for t in doc if t.dep_ == "conj"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Israel and the Palestinian group Islamic Jihad have agreed to a truce.", "group"),
        ("Israel, Egypt and the militant group Hezbollah met in Cairo.", "group"),
    ],
)
def test_a_name_right_after_a_noun_is_what_it_is_called(nlp: Language, text: str, noun: str) -> None:
    [group] = [t for t in nlp(text) if t.text == noun]
    assert [t.dep_ for t in group.children if t.ent_type_ and t.i > group.i] == ["appos"]


def test_names_after_a_comma_stay_coordinated(nlp: Language) -> None:
    doc = nlp("Rebels, Chad and Niger signed the accord with the army and Mali.")
    assert [t.text for t in doc if t.dep_ == "conj"] == ["Chad", "Niger", "Mali"]
