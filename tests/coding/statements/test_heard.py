"""Through the real model: a voice by who speaks, when it was said, and quotations over paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from dragoman import Reading
from dragoman.claims import Statement


def source(reading: Reading, statement: Statement) -> str | None:
    return next((m.text for m in reading.mentions if m.id == statement.source), None)


def voices(reading: Reading, type_: str) -> list[list[str | None]]:
    said = {s.id: s for s in reading.statements}
    return [[source(reading, said[s]) for s in claim.voice] for claim in reading.claims if claim.type == type_]


def test_a_source_that_reports_himself_is_heard_once(read: Callable[[str], Reading]) -> None:
    reading = read("Norway said on Monday that it wanted Egypt to arrest the smugglers.")
    assert voices(reading, "COERCE") == [["Norway"]]


def test_we_outside_a_quotation_is_the_reports_own_voice(read: Callable[[str], Reading]) -> None:
    reading = read("We know that Syrian troops attacked the village of Kafra. We want Egypt to arrest the smugglers.")
    assert voices(reading, "COERCE") == [[]]


def test_a_source_that_is_no_actor_is_a_mention_without_one(read: Callable[[str], Reading]) -> None:
    reading = read("The documents show that Syrian troops attacked a village.")
    [statement] = reading.statements
    assert source(reading, statement) == "The documents"
    assert next(m for m in reading.mentions if m.id == statement.source).actor is None


def test_what_is_taken_for_granted_within_a_quotation_is_the_quoted_ones(read: Callable[[str], Reading]) -> None:
    reading = read('"Oman condemned the attack on Yemen, and, you know, the army bombed Aden," President Karim Sow said.')
    assert voices(reading, "ASSAULT") == [["President Karim Sow"], ["President Karim Sow"]]


def test_later_words_of_a_speaker_were_said_when_his_first_were(read: Callable[[str], Reading]) -> None:
    reading = read('Amina Mohammed spoke of the truce in Oslo on Wednesday. "Nobody has left the city," Mohammed said.')
    times = [s.time.start if s.time else None for s in reading.statements]
    assert times == ["2024-05-01", "2024-05-01"]


def test_a_quotation_goes_on_in_the_paragraph_after_one_left_open(read: Callable[[str], Reading]) -> None:
    text = 'Border stays closed\n"The border will stay closed," the minister said. "Nobody asked us.\n\n"We are waiting for an answer."'
    [statement] = read(text).statements
    assert [text[c.start : c.end] for c in statement.content][-1] == '"We are waiting for an answer."'
    assert statement.manner == "direct"
