"""What a report is about decides what its doubtful words mean."""

import pytest

from dragoman import Reader, Report
from dragoman.coding.lexicon import About
from dragoman.coding.lexicon.trust import load_trust
from dragoman.coding.subject import Subject, subject_of
from dragoman.coding.tree import tree_of
from dragoman.language import load
from dragoman.language.marks import Mark

SHIPPED = load_trust().about

BAKERY = """Bakery chain grows
The bakery opened its ninth shop on Saturday beside the river. Its bread is made with flour from two mills and is sold warm from the oven
each morning. Customers like the seeds and the dark crust, and the cakes sell out before noon. {}
The shop has eleven tables and a garden. A tenth one is planned for the spring, near the station. The founder learned her craft from her
grandmother, whose recipe for rye bread has never been changed."""

WAR = """Army shells border town
The army shelled the border town on Saturday and rebels attacked a checkpoint. The government accused the rebels of breaking the
ceasefire and threatened further strikes. {}
The president demanded that the rebels withdraw, and the rebels rejected the demand. Mediators met both sides in the capital and called
for an end to the fighting. The opposition condemned the strikes and protested outside parliament."""


GARDEN = (
    """The garden behind the shop is forty metres long. Apples, pears and plums grow on its southern wall, and the beds are full of herbs.
"""
    * 12
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def types_in(reader: Reader, text: str, sentence: str) -> set[str]:
    reading = reader.read(Report(id="r", text=text.format(sentence)))
    begin = reading.text.index(sentence)
    return {c.type for c in reading.claims if begin <= c.trigger[0].start < begin + len(sentence)}


@pytest.mark.parametrize("sentence", ["The owner asked the miller for cheaper flour.", "The two owners agreed to share a van."])
def test_ordinary_dealings_are_no_events_where_nothing_else_is(reader: Reader, sentence: str) -> None:
    assert types_in(reader, BAKERY, sentence) == set()
    assert types_in(reader, WAR, sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On Friday gunmen killed two soldiers near the mill.", "ASSAULT"),
        ("Police arrested eleven opposition activists on Friday.", "COERCE"),
        ("On Friday the United States imposed sanctions on Iran.", "SANCTION"),
    ],
)
def test_what_the_heads_are_sure_of_is_told_in_any_report(reader: Reader, sentence: str, kind: str) -> None:
    assert kind in types_in(reader, f"{BAKERY}\n{GARDEN}", sentence)


def test_who_is_of_which_firm_is_told_where_the_report_is_about_politics(reader: Reader) -> None:
    sentence = "Anna Berg of the Mills Association spoke of the harvest."
    assert types_in(reader, f"{BAKERY}\n{GARDEN}", sentence) == set()
    assert types_in(reader, WAR, sentence) == {"member_of"}


def test_odds_rise_with_the_claim_and_with_the_rest_of_the_report() -> None:
    thin, thick = (Subject(words=400, at={5: 0.5}, total=total) for total in (1.0, 20.0))

    assert thin.odds(SHIPPED, 0.5, [5]) < 0 < thick.odds(SHIPPED, 0.5, [5])
    assert thin.odds(SHIPPED, 0.1, [5]) < thin.odds(SHIPPED, 0.9, [5])


def test_the_claim_itself_is_no_part_of_the_rest() -> None:
    about = About(base=0.0, own=0.0, rest=1.0, words=50, usual=4)

    alone = Subject(words=100, at={5: 1.0, 6: 0.5}, total=1.5)
    nothing = Subject(words=100, at={}, total=0.0)

    assert alone.odds(about, 1.0, [5, 6]) == pytest.approx(nothing.odds(about, 1.0, [5, 6]))


def test_one_sentence_is_judged_by_its_own_words() -> None:
    assert Subject(words=20, at={5: 0.3}, total=0.3).odds(SHIPPED, 0.3, [5]) > 0


def test_nothing_is_weighed_without_weights() -> None:
    assert Subject(words=900, at={}, total=0.0).odds(About(), 0.0, []) == 0


def test_marks_are_counted_once_a_word() -> None:
    tree = tree_of(load()("Iran attacked Iraq."))
    marks = [Mark(1, "ASSAULT", 0.9, ()), Mark(1, "fights", 0.4, ()), Mark(2, "fights", 0.1, ())]

    found = subject_of(tree, marks)

    assert (found.words, found.at) == (3, {1: 0.9, 2: 0.1})
    assert found.total == pytest.approx(1.0)
