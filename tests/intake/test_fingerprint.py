"""Texts told apart by their words."""

from __future__ import annotations

import pytest

from dragoman.intake import fingerprint


@pytest.mark.parametrize(
    "other",
    ["Talks\nbegan in Tromsø at caf\u00e9 One.", "  Talks began in Troms\u00f8 at cafe\u0301  One. \n"],
    ids=["line ends", "accents"],
)
def test_blanks_and_the_encoding_of_accents_make_no_difference(other: str) -> None:
    assert fingerprint(other) == fingerprint("Talks began in Tromsø at café One.")


def test_one_letter_makes_a_difference() -> None:
    assert fingerprint("Talks began.") != fingerprint("Talks begun.")


def test_it_is_a_sha256_in_hexadecimal() -> None:
    assert fingerprint("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
