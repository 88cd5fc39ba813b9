"""Lemmas as edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lemmas import apply, edit, known_verb, singular


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_an_edit_never_fails_on_the_word_it_was_made_for(form: str, lemma: str) -> None:
    made = apply(form, edit(form, lemma))
    assert made == lemma or form.lower() != form or len(form.lower()) != len(form) or lemma != lemma.lower()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("Talks", "talk"), ("went", "go"), ("Minister", "minister"), ("NATO", "NATO"), ("LONDON", "London"), ("cities", "city")],
)
def test_an_edit_gives_back_the_lemma(form: str, lemma: str) -> None:
    assert apply(form, edit(form, lemma)) == lemma


def test_an_edit_that_strips_more_than_there_is_gives_nothing() -> None:
    assert apply("ab", "lower:3:c") is None


@pytest.mark.parametrize(
    ("form", "guess", "base"),
    [
        ("shot", "sho", "shoot"),
        ("Intensified", "intensifie", "intensify"),
        ("met", "meet", "meet"),
        ("blorped", "blorp", "blorp"),
        ("spared", "spar", "spare"),
        ("sparred", "spar", "spar"),
        ("leaned", "learn", "lean"),
        ("bused", "bus", "bus"),
        ("found", "find", "find"),
    ],
)
def test_a_verb_is_a_known_one_where_spelling_allows(form: str, guess: str, base: str) -> None:
    verbs = {
        "shoot": "shoot",
        "shot": "shoot",
        "intensify": "intensify",
        "meet": "meet",
        "met": "meet",
        "spar": "spar",
        "spare": "spare",
        "lean": "lean",
        "learn": "learn",
        "bus": "bus",
        "find": "find",
        "found": "found",
    }
    assert known_verb(form, guess, verbs) == base


@pytest.mark.parametrize(
    ("form", "guess", "base"),
    [("allies", "allie", "ally"), ("Authorities", "authoritie", "authority"), ("ties", "tie", "tie"), ("talks", "talk", "talk")],
)
def test_a_plural_in_ies_is_of_a_noun_in_y_unless_it_is_short(form: str, guess: str, base: str) -> None:
    assert singular(form, guess) == base


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("outflanked", "outflank"),
        ("defederated", "defederate"),
        ("rewilding", "rewild"),
        ("deplatformed", "deplatform"),
        ("unfollowing", "unfollow"),
        ("weaponised", "weaponise"),
        ("kneecapped", "kneecap"),
        ("overfills", "overfill"),
    ],
)
def test_a_verb_that_nobody_knows_has_the_base_that_spelling_gives(form: str, base: str) -> None:
    assert known_verb(form, form, {}) == base
