"""In whose voice a word stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from spacy.tokens import Doc

from conllu import doc_of
from dragoman.coding.statements import find_statements, voice_of, voices_of

HERE = Path(__file__).parent
CONLLU = {
    case["name"]: case["conllu"]
    for table in ("said", "quoted", "meant", "nested", "voices", "cited")
    for case in yaml.safe_load((HERE / f"{table}.yaml").read_text(encoding="utf-8"))
}


def voice(name: str, word: str) -> list[str]:
    """The sources in whose voice a word of a case stands, outermost first."""
    doc = doc_of(CONLLU[name])
    statements = find_statements(doc)
    at = next(t.i for t in doc if t.text == word)
    return [_source(doc, statements[n].source) for n in voice_of(at, statements)]


def _source(doc: Doc, heads: tuple[int, ...]) -> str:
    return " ".join(doc[t].text for t in heads) or "nobody"


@pytest.mark.parametrize(
    ("name", "word", "sources"),
    [
        ("a clause with that", "attacked", ["ministry"]),
        ("an accusation that somebody reports", "shelling", ["ministry", "Norway"]),
        ("an accusation that somebody reports", "accused", ["ministry"]),
        ("three deep", "leave", ["ministry", "Norway", "Oman"]),
        ("said to be so by nobody named", "fled", ["nobody"]),
        ("two sources together", "resume", ["Norway Oman"]),
        ("an agreement, as two announced", "agreed", ["governments"]),
        ("a statement that somebody issued speaks of something", "raid", ["nations"]),
        ("criticised for doing something", "breaking", ["Oman"]),
        ("one reports what another recommended", "leave", ["agency", "minister"]),
        ("rebels are urged to disarm", "disarm", ["Oman"]),
        ("quoted as saying by an agency", "shelled", ["agency", "general"]),
        ("quoted as saying by nobody named", "shelled", ["general"]),
        ("cited for all that an agency reports", "shelled", ["agency", "witnesses"]),
        ("cited for all that stands according to an agency", "shelled", ["agency", "general"]),
        ("reasons that are cited", "left", ["agency"]),
        ("a part in a raid is denied", "raid", []),
        ("an accusation that is denied", "accusations", []),
        ("reports of something are denied", "raid", ["Norway"]),
        ("a hedge before a clause of its own", "boarded", ["nobody"]),
        ("a hedge before a clause of its own", "taken", []),
        ("according to somebody for all clauses before", "shelled", ["ministry"]),
        ("according to somebody for all clauses before", "attacked", ["ministry"]),
        ("according to somebody in the last clause", "shelled", []),
        ("according to somebody in the last clause", "killed", ["ministry"]),
        ("what is believed to be revenge", "raid", []),
        ("what is believed to be revenge", "revenge", ["nobody"]),
    ],
)
def test_what_is_said_is_in_the_voice_of_whoever_says_it(name: str, word: str, sources: list[str]) -> None:
    assert voice(name, word) == sources


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("an attack that is condemned", "attack"),
        ("a fact that is learned", "fled"),
        ("a matter that is spoken about", "truce"),
        ("what somebody calls something", "vote"),
        ("criticised for an event", "raid"),
        ("a report on something", "massacre"),
        ("rebels are urged to disarm", "rebels"),
    ],
)
def test_what_is_taken_for_granted_stays_in_the_voice_around(name: str, word: str) -> None:
    assert voice(name, word) == []


def test_what_is_quoted_is_the_sources_even_under_a_cue_that_takes_for_granted() -> None:
    assert voice("a condemnation that is quoted in part", "massacre") == ["Oman"]


@pytest.mark.parametrize(("word", "sources"), [("send", ["minister"]), ("borders", [])])
def test_a_clause_between_commas_in_indirect_speech_is_the_reporters(word: str, sources: list[str]) -> None:
    assert voice("a clause between commas inside indirect speech", word) == sources


def test_an_apposition_in_direct_speech_is_the_speakers() -> None:
    assert voice("an apposition inside direct speech", "butcher") == ["minister"]


@pytest.mark.parametrize("name", sorted(CONLLU))
def test_the_voices_of_all_words_are_those_of_each(name: str) -> None:
    doc = doc_of(CONLLU[name])
    statements = find_statements(doc)
    voices = voices_of(statements)
    assert [voices.get(i, ()) for i in range(len(doc))] == [voice_of(i, statements) for i in range(len(doc))]
