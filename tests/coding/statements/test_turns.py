"""Through the real model: whose words an interview, a transcript and a paragraph after a colon are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman import Reading

INTERVIEW = """Talks on fish
Envoy Carla Mendes met reporters in Lima on Monday.

((WN)) Should Peru withdraw its troops from the border?

((Carla Mendes)) Peru has attacked our boats twice.

It has arrested eleven sailors.

((WN)) What about Ecuador?

((CM)) Ecuador rejected our proposal.

It is sending soldiers to the border.

Elsewhere, Brazil bombed a village in Guyana.
"""
TRANSCRIPT = """Remarks in Rome

PRESIDENT MARTELLI: Italy condemns the attack on Malta.

Tunisia has invaded Libya.

Q    Has Libya attacked Tunisia?

PRESIDENT MARTELLI: Libya has refused our offer.
"""


def voices(reading: Reading) -> dict[tuple[str, str], list[str | None]]:
    """Whose voice each event stands in, by its type and trigger; None where nobody is known."""
    who = {m.id: m.actor for m in reading.mentions}
    said = {s.id: who.get(s.source) if s.source else None for s in reading.statements}
    text = reading.text
    return {(c.type, text[c.trigger[0].start : c.trigger[0].end]): [said[s] for s in c.voice] for c in reading.claims}


def test_an_answer_is_his_under_whose_label_it_stands_and_a_question_is_nobodys(read: Callable[[str], Reading]) -> None:
    told = voices(read(INTERVIEW))
    assert told["RETREAT", "withdraw"] == [None]
    assert told["ASSAULT", "attacked"] == ["carla-mendes"]
    assert told["COERCE", "arrested"] == ["carla-mendes"]


def test_initials_are_those_of_the_person_named_before_and_the_last_turn_ends(read: Callable[[str], Reading]) -> None:
    told = voices(read(INTERVIEW))
    assert told["REJECT", "rejected"] == ["carla-mendes"]
    assert told["MOBILIZE", "sending"] == ["carla-mendes"]
    assert told["ASSAULT", "bombed"] == []


def test_who_speaks_in_a_transcript_speaks_until_the_next_label(read: Callable[[str], Reading]) -> None:
    reading = read(TRANSCRIPT)
    told = voices(reading)
    assert told["ACCUSE", "condemns"] == told["ASSAULT", "invaded"] == told["REJECT", "refused"] == ["martelli"]
    assert told["ASSAULT", "attacked"] == [None]
    assert sum(s.manner == "direct" for s in reading.statements) == 3


BARE = """Biologist on herons
Biologist Nora Lindqvist spoke to our reporter Ben T. Okoro in Oslo.

Has Norway attacked Iceland?

:Nora Lindqvist: Norway has arrested two fishermen.

Has Iceland invaded Greenland?

:NL: Iceland rejected our proposal.
"""
UNMARKED = """Professor on guns
Professor Nora Lindqvist of Oslo answered some questions.

((Wikinews)) Has Norway attacked Iceland?

Nora Lindqvist I know that Norway has arrested two fishermen.

((WN)) What of Iceland?

NL Although it was slow, Iceland rejected the proposal.
"""
LEFT_OUT = """Campaign in May
Candidate Nora Lindqvist spoke about her plans. Lindqvist wants a vote.

((WN)) Why did Norway invade Iceland?

Sweden bombed a village in Finland. "I condemn it," minister Ole Hansen said.

((WN)) : Why has Iceland invaded Greenland?

Iceland rejected our proposal.

((WN)) : Will you help?

Oslo. Image: Ole Hansen.
"""


def test_a_question_without_a_label_is_nobodys_and_no_part_of_the_answer_before(read: Callable[[str], Reading]) -> None:
    told = voices(read(BARE))
    assert told["ASSAULT", "attacked"] == told["ASSAULT", "invaded"] == [None]
    assert told["COERCE", "arrested"] == told["REJECT", "rejected"] == ["nora-lindqvist"]


def test_a_name_or_initials_behind_a_question_are_a_label_without_a_mark(read: Callable[[str], Reading]) -> None:
    told = voices(read(UNMARKED))
    assert told["COERCE", "arrested"] == told["REJECT", "rejected"] == ["nora-lindqvist"]


def test_what_follows_a_question_is_the_answer_of_who_says_i_and_else_the_reports(read: Callable[[str], Reading]) -> None:
    told = voices(read(LEFT_OUT))
    assert told["ASSAULT", "invade"] == [None]
    assert told["ASSAULT", "invaded"] == [None]
    assert told["ASSAULT", "bombed"] == []
    assert told["REJECT", "rejected"] == ["nora-lindqvist"]


def test_captions_are_neither_labels_nor_speech(read: Callable[[str], Reading]) -> None:
    caption = "Ali Sow Image: Chad TV bombed.\n\n"
    pictures = read(f"Ali Sow met Aïcha Ba.\n\n{caption}Aïcha BaImage: Press.\n\nChad bombed Niger.")
    assert all(s.manner != "direct" for s in pictures.statements)
    turn = f"Talks\n\nALI SOW: Niger bombed us.\n\n{caption}It attacked Mali.\n\nQ: Why?\n\nALI SOW: Nobody knows."
    said = [s for s in read(turn).statements if s.manner == "direct"]
    assert [len(s.content) for s in said] == [2, 1, 1]


def test_an_outlet_in_brackets_belongs_to_the_label(read: Callable[[str], Reading]) -> None:
    told = voices(read("Briefing\n\nMODERATOR: Welcome.\n\nALI SOW (through interpreter): Niger bombed Chad.\n\nQ. Did Chad attack Mali?"))
    assert told["ASSAULT", "bombed"] == ["ali-sow"]
    assert told["ASSAULT", "attack"] == [None]


def test_i_in_a_turn_is_he_who_speaks_and_we_are_nobody_told(read: Callable[[str], Reading]) -> None:
    reading = read("Remarks\n\nMR. OKAFOR: I condemn the attack.\n\nQ    Who attacked?\n\nMR. OKAFOR: We accuse Chad.")
    who = {m.id: m.actor for m in reading.mentions}
    assert [[who[m] for m in c.roles.get("actor", ())] for c in reading.claims if c.type == "ACCUSE"] == [["okafor"], []]


def test_what_a_colon_leads_to_is_his_who_wrote_it(read: Callable[[str], Reading]) -> None:
    led = "Minister quits\nThe foreign minister of Chad, Ali Sow, quit. In a letter he wrote:"
    told = voices(read(f"{led}\n\nThe army bombed villages.\n\nNiger protested."))
    assert told["ASSAULT", "bombed"] == ["ali-sow"]
    assert told["ACCUSE", "protested"] == []


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: Chad bombed Niger.\n\nNOTE: Niger bombed Chad.\n",
        "Background: Chad bombed Niger.\n\nOutlook: Niger bombed Chad, Ali Sow said.\n",
        "Chad said the following on Monday:\n\n- Niger bombed Chad\n",
        "Two things happened on Monday:\n\nNiger bombed Chad.\n",
    ],
)
def test_other_words_before_a_colon_give_nobody_a_voice(read: Callable[[str], Reading], text: str) -> None:
    assert all(s.manner != "direct" for s in read(text).statements)
