"""Whom a name means where it is part of one, where pronouns look like it, and where reports name somebody by halves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.claims import Actor, Mention, Reading, Report, Span, Statement
from dragoman.errors import RecordError
from dragoman.record import Record


def _of(report: str, *people: tuple[str, str, str | None], words: Sequence[str] = ()) -> Reading:
    """Return a report in which each of these (id, name, country) says something, mentioned by name or by these words."""
    called = [words[n] if n < len(words) else name for n, (_, name, _) in enumerate(people)]
    text = " ".join(f"{name} spoke." for name in called)
    starts = [text.index(name) for name in called]
    return Reading(
        report=Report(id=report, text=text),
        actors=tuple(Actor(id=key, name=name, kind="person", country=country) for key, name, country in people),
        mentions=tuple(
            Mention(id=f"m{n}", start=start, end=start + len(name), text=name, actor=people[n][0])
            for n, (start, name) in enumerate(zip(starts, called, strict=True))
        ),
        statements=tuple(
            Statement(id=f"s{n}", source=f"m{n}", content=(Span(start, start + len(name) + 7),))
            for n, (start, name) in enumerate(zip(starts, called, strict=True))
        ),
    )


FULL, SHORT = ("chilufya-banda", "Chilufya Banda", "ZMB"), ("banda", "Banda", None)


def _asked(name: str, *readings: Reading) -> tuple[tuple[str, ...], list[str]]:
    """Return whom a name means, and the notes on it."""
    notes: list[str] = []
    with Record(note=notes.append) as record:
        record.write_many(readings)
        return record.who(name), notes


@pytest.mark.parametrize("name", ["Banda", "chilufya", "CHILUFYA BANDA"])
def test_part_of_a_name_is_enough_where_only_one_person_has_it(name: str) -> None:
    who, notes = _asked(name, _of("a", FULL), _of("b", ("ann-lund", "Ann Lund", None)))
    assert who == ("chilufya-banda",)
    assert notes == ([] if name.isupper() else [f"{name}: taken for Chilufya Banda (chilufya-banda)"])


def test_part_of_a_name_that_several_persons_have_lists_them() -> None:
    with pytest.raises(RecordError, match=r"Banda: the reports mean several by it.*Chilufya Banda \(chilufya-banda\), Joyce Banda"):
        _asked("Banda", _of("a", FULL), _of("b", ("joyce-banda", "Joyce Banda", "MWI")))


@pytest.mark.parametrize("name", ["Banda", "Chilufya Banda"])
def test_who_is_named_in_full_here_and_by_the_family_name_there_is_asked_for_as_one(name: str) -> None:
    who, notes = _asked(name, _of("a", FULL), _of("b", SHORT))
    assert set(who) == {"chilufya-banda", "banda"}
    assert len(notes) == 1
    assert "also asked for as" in notes[0]


@pytest.mark.parametrize("other", [("joyce-banda", "Joyce Banda", "MWI"), ("ali-banda", "Ali Banda", "ZMB")])
def test_a_family_name_that_two_bear_is_nobodys_but_said_to_be_theirs(other: tuple[str, str, str]) -> None:
    who, notes = _asked("Banda", _of("a", FULL), _of("b", SHORT), _of("c", other))
    assert who == ("banda",)
    assert "others have this family name" in notes[0]


def test_who_is_of_another_country_is_another() -> None:
    who, _ = _asked("Chilufya Banda", _of("a", FULL), _of("b", ("banda", "Banda", "MWI")))
    assert who == ("chilufya-banda",)


def test_an_id_asks_for_one_alone() -> None:
    assert _asked("banda", _of("a", FULL), _of("b", SHORT)) == (("banda",), [])


def test_a_name_in_capitals_is_no_pronoun() -> None:
    states = ("united-states", "United States", "USA"), ("norland", "Norland", "NOR"), ("turkey", "Turkey", "TUR")
    who, notes = _asked("US", _of("a", *states, words=("US", "us", "us ")))
    assert (who, notes) == (("united-states",), [])


def test_a_misspelt_family_name_has_near_ones() -> None:
    with pytest.raises(RecordError, match="near names are: Chilufya Banda"):
        _asked("Bandda", _of("a", FULL))
