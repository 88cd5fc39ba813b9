"""Names written over from other scripts, known by their sound."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.describe import look_up
from dragoman.actors.directory.directory import Directory
from dragoman.actors.directory.spellings import agree, sounds_of


@pytest.mark.parametrize(
    ("one", "two"),
    [("Muhammad", "Mohamed"), ("Hussein", "Hossein"), ("Qassem", "Kasim"), ("Abdel-Malek", "Abdulmalik"), ("Yevgeny", "Evgeniy")],
)
def test_spellings_of_one_name_agree(one: str, two: str) -> None:
    same = {"evgeniy": "yevgeny"}
    assert agree(*sounds_of([one, two], same))


@pytest.mark.parametrize(("one", "two"), [("Hassan", "Hussein"), ("Mahmoud", "Mohammed"), ("Hamid", "Hamad"), ("Yusuf", "Yousufi")])
def test_names_of_other_vowels_do_not(one: str, two: str) -> None:
    assert not agree(*sounds_of([one, two], {}))


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("Moamer Kadhafi", "muammar-gaddafi"),
        ("Abd Rabbo Mansour Hadi", "abdrabbuh-mansur-hadi"),
        ("Alyaksandr Lukashenka", "alexander-lukashenko"),
        ("Mohammad Hussein", None),
        ("John Carry", None),
    ],
)
def test_a_full_name_spelt_otherwise_is_found_where_one_alone_is_meant(name: str, whom: str | None, directory: Directory) -> None:
    assert directory.spelt_otherwise(name) == whom


@pytest.mark.parametrize(
    ("asked", "on", "whom"),
    [
        ("King Abdullah", date(2003, 1, 1), ["king-abdullah-ii"]),
        ("Crown Prince Abdullah", date(2003, 1, 1), ["king-abdullah-of-saudi-arabia"]),
        ("Fuad Saniora", date(2006, 1, 1), ["fouad-siniora"]),
        ("400 Mawozo", date(2022, 1, 1), ["400-mawozo"]),
        ("King Nobody", date(2003, 1, 1), []),
    ],
)
def test_the_directory_is_asked_by_title_and_by_other_spellings(asked: str, on: date, whom: list[str], directory: Directory) -> None:
    assert [one.id for one in look_up(directory, asked, on=on)] == whom
