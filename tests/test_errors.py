"""What errors say."""

from __future__ import annotations

import pytest

from dragoman.errors import Fault, did_you_mean

TYPES = ("AGREE", "AID", "CONSULT", "REQUEST", "recognizes", "holds_captive", "holds_office")


def test_a_fault_is_one_line_of_where_what_and_remedy() -> None:
    assert str(Fault("mine.yaml:4", "unknown type 'ADI'", "did you mean AID?")) == "mine.yaml:4: unknown type 'ADI'; did you mean AID?"
    assert str(Fault("r1", "is empty")) == "r1: is empty"


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("AGREES", "did you mean AGREE?"),
        ("agree", "did you mean AGREE?"),
        ("Recognises", "did you mean recognizes?"),
        ("hold_captive", "did you mean holds_captive?"),
        ("holds_offices", "did you mean holds_office?"),
        ("xyz", f"use one of {', '.join(sorted(TYPES))}"),
        ("", f"use one of {', '.join(sorted(TYPES))}"),
    ],
)
def test_what_was_meant_is_guessed_whatever_its_case_else_all_is_listed(word: str, remedy: str) -> None:
    assert did_you_mean(word, TYPES) == remedy


def test_words_as_near_as_each_other_are_offered_together_and_a_long_list_is_cut() -> None:
    assert did_you_mean("bear", ["beat", "beer", "boat"]) == "did you mean beat or beer?"
    assert did_you_mean("x", []) == "leave it out: there is none"
    assert did_you_mean("zzz", map(str, range(50))).endswith(" …")
    assert did_you_mean("zzz", TYPES, otherwise="list them") == "list them"
