"""Whom "we" and "our" mean beside the speaker, in texts that the real model reads."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.actors import Cast, Directory, cast

DAY = date(2023, 5, 6)
READOUT = "Jake Sullivan met with President Santiago Peña of Paraguay in May to discuss opportunities to strengthen"


def meant(found: Cast, word: str) -> set[str]:
    return {str(m.mention.actor) for m in found.mentions if m.mention.text.lower() == word}


@pytest.mark.parametrize(
    ("text", "word", "sides"),
    [
        ("Dear Joe, our friendship is old. Joe Biden smiled.", "our", {"germany", "united-states"}),
        ("Dear Joe, our army is old. Joe Biden smiled.", "our", {"germany"}),
        ("Dear Joe, our friendship with Poland is old. Joe Biden smiled.", "our", {"germany"}),
        ("Thank you, Joe. Together, we commit to peace. Joe Biden smiled.", "we", {"germany", "united-states"}),
        ("Thank you, Joe. We commit to peace. Joe Biden smiled.", "we", {"germany"}),
        ("Thank you, Joe. Together with Poland, we commit to peace. Joe Biden smiled.", "we", {"germany"}),
        ("Olaf Scholz met Joe Biden in Berlin. He praised our cooperation.", "our", {"germany", "united-states"}),
        ("Olaf Scholz met Joe Biden in Berlin. He praised our trilateral cooperation.", "our", {"germany"}),
        ("Emmanuel Macron met Joe Biden in Paris. He praised our cooperation.", "our", {"germany"}),
    ],
)
def test_a_speaker_means_another_too_where_what_he_tells_takes_several(
    text: str, word: str, sides: set[str], directory: Directory, nlp: Language
) -> None:
    if "Scholz" not in text:
        text += " So did Olaf Scholz."
    found = cast(nlp(text), directory, published=DAY)
    spoken = found.with_speakers(dict.fromkeys(found.first_person, ("olaf-scholz",)))
    assert meant(spoken, word) == sides


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("our partnership.", {"united-states", "paraguay"}),
        ("our army.", set()),
        ("our partnership with Peru.", set()),
        ('"our partnership".', set()),
    ],
)
def test_outside_of_quotations_our_partnership_is_that_of_those_who_met(
    words: str, sides: set[str], directory: Directory, nlp: Language
) -> None:
    assert meant(cast(nlp(f"{READOUT} {words}"), directory, published=DAY).with_speakers({}), "our") == sides


def test_a_title_called_is_that_of_whom_the_turns_name(directory: Directory, nlp: Language) -> None:
    text = (
        "CHANCELLOR SCHOLZ: Thank you, Joe. Putin was wrong. It is good, Mr. President, that you came.\n\n"
        "PRESIDENT BIDEN: Thank you, Chancellor. Olaf Scholz was first."
    )
    found = cast(nlp(text), directory, published=DAY)
    assert meant(found, "mr. president") == {"joe-biden"}
    assert meant(found, "chancellor") == {"olaf-scholz"}


def test_you_are_who_has_just_been_called_and_he_who_calls_is_another(directory: Directory, nlp: Language) -> None:
    text = 'Olaf Scholz was glad. "Thank you, Joe," he said. "We owe you much." Joe Biden smiled. Far below you can see the hills.'
    found = cast(nlp(text), directory, published=DAY)
    assert meant(found, "you") == {"joe-biden"}
    assert meant(found, "he") == {"olaf-scholz"}
    assert meant(cast(nlp("Joe Biden smiled. You can see the hills."), directory, published=DAY), "you") == set()


def test_a_heading_s_president_is_the_one_below_it(directory: Directory, nlp: Language) -> None:
    text = "Readout of the President's Meeting with Senator Durbin\n\nPresident Biden hosted Dick Durbin in the Oval Office."
    assert meant(cast(nlp(text), directory, published=DAY), "the president") == {"joe-biden"}


def test_the_leaders_of_a_long_report_are_those_with_whom_it_opens(directory: Directory, nlp: Language) -> None:
    text = "Joe Biden and Giorgia Meloni met in Rome. " + "The talks on trade were long. " * 12 + "The leaders were glad."
    assert meant(cast(nlp(text), directory, published=DAY), "the leaders") == {"joe-biden", "giorgia-meloni"}


@pytest.mark.parametrize(("body", "actor"), [("Texas Senate", "texas-senate"), ("US Senate", "us-senate")])
def test_a_province_s_house_is_not_the_nation_s(body: str, actor: str, directory: Directory, nlp: Language) -> None:
    text = f"The {body} passed a bill on taxes. The United States has many."
    found = cast(nlp(text), directory, published=DAY, where={"Texas": "USA", "US": "USA"}.get)
    assert {str(m.mention.actor) for m in found.mentions if m.mention.text.endswith(body)} == {actor}
