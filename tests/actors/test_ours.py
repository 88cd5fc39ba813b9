"""What belongs to those who say "our" and "my"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.actors import Directory, cast
from dragoman.claims import ActorId


@pytest.mark.parametrize(
    ("text", "speaker", "whose"),
    [
        (
            "Hamas spokesman Sami Abu Zuhri spoke. Our fighters killed ten soldiers.",
            "sami-abu-zuhri",
            {"Our fighters": ("hamas-fighter", "PSE")},
        ),
        ("Prime Minister Benjamin Netanyahu spoke. My government will fight.", "benjamin-netanyahu", {"My government": ("israel", "ISR")}),
        ("Prime Minister Benjamin Netanyahu spoke. Our allies helped.", "benjamin-netanyahu", {"Our allies": ("ally", None)}),
        (
            "Prime Minister Benjamin Netanyahu met Ahmed Attaf of Algeria. Our society wept.",
            "benjamin-netanyahu",
            {"Our society": ("society", None)},
        ),
        ("Prime Minister Benjamin Netanyahu spoke. My family fled.", "benjamin-netanyahu", {"My family": ("family", "ISR")}),
        (
            "Prime Minister Benjamin Netanyahu met Ahmed Attaf of Algeria. Our soldiers left. They wept.",
            "benjamin-netanyahu",
            {"Our soldiers": ("israel-soldier", "ISR"), "They": ("israel-soldier", "ISR")},
        ),
    ],
)
def test_what_is_ours_is_of_the_side_for_which_its_speaker_speaks(
    text: str, speaker: str, whose: dict[str, tuple[str, str | None]], directory: Directory, nlp: Language
) -> None:
    before = cast(nlp(text), directory)
    found = before.with_speakers(dict.fromkeys(before.first_person, (ActorId(speaker),)))
    meant = {m.mention.text: found.actors[m.mention.actor] for m in found.mentions if m.mention.actor}
    assert {words: (meant[words].id, meant[words].country) for words in whose} == whose
    assert {m.mention.actor for m in found.mentions if m.mention.actor} <= set(found.actors)
