"""Who stands near an event and has no part in it, whatever the heads think."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman import actors, coding
from dragoman.coding.roles.apart import has_no_part
from dragoman.coding.scene import set_scene

DAY = date(2024, 5, 1)

#: sentence, type, trigger, who, role, whether he has no part
CASES = {
    "whom one is asked to sign with": (
        "Chad urged farmers to register with the board.",
        "REQUEST",
        "urged",
        "board",
        "recipient",
        True,
    ),
    "whom to obey": (
        "Chad called on the rebels to surrender to the army.",
        "REQUEST",
        "called",
        "army",
        "recipient",
        True,
    ),
    "who is called on": ("Chad called on the rebels to surrender to the army.", "REQUEST", "called", "rebels", "recipient", False),
    "who is asked for something": ("Chad asked to join the union.", "REQUEST", "asked", "union", "recipient", False),
    "who shall do it": ("Chad asked for the rebels to leave.", "REQUEST", "asked", "rebels", "recipient", False),
    "a target": (
        "The union encouraged a boycott of the minister.",
        "REQUEST",
        "encouraged",
        "minister",
        "recipient",
        True,
    ),
    "whom one encourages": ("The union encouraged the minister.", "REQUEST", "encouraged", "minister", "recipient", False),
    "to whom somebody is sent": ("Officers were dispatched to the brigade.", "MOBILIZE", "dispatched", "brigade", "actor", True),
    "who is sent": ("Officers were dispatched to the brigade.", "MOBILIZE", "dispatched", "Officers", "actor", False),
    "who wants it done": ("Norway wants the banker extradited.", "COOPERATE", "extradited", "Norway", "actor", True),
    "who has it done": ("Norway had the banker extradited.", "COOPERATE", "extradited", "Norway", "actor", False),
    "who says that it is done": ("Norway said the banker was extradited.", "COOPERATE", "extradited", "Norway", "actor", False),
    "whom a raid aims at": ("Ten people were killed in a raid targeting rebels.", "ASSAULT", "killed", "rebels", "actor", True),
    "who aims at others": ("The army killed ten people, targeting rebels.", "ASSAULT", "killed", "army", "actor", False),
    "a land before an attack": ("Ten people died in the Kenya bombing.", "ASSAULT", "bombing", "Kenya", "actor", False),
    "whose return is asked for": ("The union called for Lee's return.", "REQUEST", "called", "Lee", "actor", True),
    "whose demand it is": ("Lee's demand for a vote failed.", "REQUEST", "demand", "Lee", "actor", False),
    "who alleges": ("He denied allegations of abuse from prisoners.", "ASSAULT", "abuse", "prisoners", "actor", True),
    "a crowd during a meeting": ("During the meeting, protesters gathered outside.", "CONSULT", "meeting", "protesters", "actor", True),
    "who speaks at a meeting": ("During the meeting, Harper announced an aid package.", "CONSULT", "meeting", "Harper", "actor", False),
    "who judges sanctions": ("Iran called the sanctions a crime.", "SANCTION", "sanctions", "Iran", "actor", True),
    "who imposed sanctions": ("Iran imposed the sanctions on Iraq.", "SANCTION", "sanctions", "Iran", "actor", False),
    "who hails a deal": ("The deal was hailed by Chad.", "AGREE", "deal", "Chad", "third_party", True),
    "who brokers a deal": ("The deal was brokered by Chad.", "AGREE", "deal", "Chad", "third_party", False),
    "who dissents": ("The plan was adopted with Chad in opposition.", "SUPPORT", "adopted", "Chad", "actor", True),
    "who joins in": ("The plan was adopted with Chad in the lead.", "SUPPORT", "adopted", "Chad", "actor", False),
    "who holds what is struck": ("A missile hit the town held by rebels.", "ASSAULT", "hit", "rebels", "actor", True),
    "by whom a town is struck": ("The town was hit by rebels.", "ASSAULT", "hit", "rebels", "actor", False),
    "whose citizen is sent off": (
        "Rome stopped the extradition of a Kurdish lawyer.",
        "COOPERATE",
        "extradition",
        "Kurdish",
        "actor",
        True,
    ),
    "who sends him off": ("The extradition of a Kurdish lawyer by Rome was stopped.", "COOPERATE", "extradition", "Rome", "actor", False),
    "whom one promises to harm": (
        "Norway's commitment to imposing costs on Russia stands.",
        "AGREE",
        "commitment",
        "Russia",
        "recipient",
        True,
    ),
    "whom one promises to help": (
        "Norway's commitment to supporting Ukraine stands.",
        "AGREE",
        "commitment",
        "Ukraine",
        "recipient",
        False,
    ),
    "who is at a meeting": ("Protesters came to the meeting.", "CONSULT", "meeting", "Protesters", "actor", False),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_who_has_no_part(case: tuple[str, str, str, str, str, bool], nlp: Language) -> None:
    text, kind, trigger, who, role, apart = case
    doc = nlp(text)
    scene = set_scene(doc, actors.cast(doc, actors.load_directory(), published=DAY), coding.load_lexicon(), published=DAY)
    at = {token.text: token.i for token in doc}
    assert has_no_part(scene, kind, at[trigger], at[who], role) is apart
