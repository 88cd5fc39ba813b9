"""How far the heads are believed: our bounds load, a user's take their place, and what is wrong in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.lexicon.trust import Bounds, load_trust
from dragoman.errors import LexiconError


def own(folder: Path, text: str) -> Path:
    (folder / "learned.yaml").write_text(text, encoding="utf-8")
    return folder


def test_our_bounds_load_and_a_type_without_its_own_has_those_of_all() -> None:
    trust = load_trust()
    assert trust.of("AGREE") == trust.default != Bounds()
    assert trust.of("COOPERATE") != trust.default


def test_a_users_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    trust = load_trust(own(tmp_path, "learned:\n  spare: 3\n  types:\n    AID: {keep: 0.5}\n"))
    assert (trust.spare, trust.of("AID").keep, trust.of("AGREE")) == (3.0, 0.5, Bounds())


def test_bounds_and_types_that_there_are_not_are_told_together_with_their_lines(tmp_path: Path) -> None:
    text = "learned:\n  sens: 1.0\n  doers: [AGREES]\n  default: {keeps: 0.1}\n  types:\n    ADI: {keep: 0.5}\n"
    with pytest.raises(LexiconError) as caught:
        load_trust(own(tmp_path, text))
    told = str(caught.value)
    for fault in (
        "learned.yaml:2: unknown key 'sens'; did you mean sense",
        "learned.yaml:3: unknown type 'AGREES'; did you mean AGREE",
        "learned.yaml:4: unknown key 'keeps'; did you mean keep",
        "learned.yaml:6: unknown key 'ADI'; did you mean AID",
    ):
        assert fault in told


def test_a_bound_that_is_no_number_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"learned.yaml: Expected `float`, got `str`"):
        load_trust(own(tmp_path, "learned: {sense: much}\n"))


def test_the_heads_alone_must_be_surer_of_an_event_at_a_verb_that_says_little(tmp_path: Path) -> None:
    trust = load_trust(own(tmp_path, "learned:\n  light: 0.9\n  default: {alone: 0.6}\n  types:\n    AID: {alone: 0.95}\n"))
    assert [trust.least(kind, light=True) for kind in ("ACCUSE", "AID", "opposes")] == [0.9, 0.95, 0.6]
    assert trust.least("ACCUSE", light=False) == 0.6
