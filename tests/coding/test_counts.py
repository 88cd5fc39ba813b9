"""How many dead, injured, captives, and how much money: on trees written by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from conllu import doc_of
from dragoman.coding.numbers.counts import counts_of
from dragoman.coding.numbers.numbers import is_number, parse
from dragoman.coding.tree import tree_of

BLAST = """
1 The the DET DT _ 2 det _ _
2 blast blast NOUN NN _ 3 nsubj _ _
3 killed kill VERB VBD _ 0 root _ _
4 at at ADP IN _ 5 case _ _
5 least least ADJ JJS _ 6 advmod _ _
6 26 26 NUM CD _ 7 nummod _ _
7 people people NOUN NNS _ 3 obj _ _
8 and and CCONJ CC _ 9 cc _ _
9 injured injure VERB VBD _ 3 conj _ _
10 35 35 NUM CD _ 9 obj _ SpaceAfter=No
11 . . PUNCT . _ 3 punct _ _
"""
HOSTAGES = """
1 Rebels rebel NOUN NNS _ 2 nsubj _ _
2 hold hold VERB VBP _ 0 root _ _
3 over over ADP IN _ 4 advmod _ _
4 100 100 NUM CD _ 5 nummod _ _
5 hostages hostage NOUN NNS _ 2 obj _ SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _
"""
AID = """
1 They they PRON PRP _ 2 nsubj _ _
2 pledged pledge VERB VBD _ 0 root _ _
3 $ $ SYM $ _ 2 obj _ SpaceAfter=No
4 5 5 NUM CD _ 5 compound _ _
5 million million NUM CD _ 3 nummod _ _
6 in in ADP IN _ 7 case _ _
7 aid aid NOUN NN _ 3 nmod _ SpaceAfter=No
8 . . PUNCT . _ 2 punct _ _
"""
DOZENS = """
1 Dozens dozen NOUN NNS _ 5 nsubj:pass _ _
2 of of ADP IN _ 3 case _ _
3 protesters protester NOUN NNS _ 1 nmod _ _
4 were be AUX VBD _ 5 aux:pass _ _
5 arrested arrest VERB VBN _ 0 root _ _
6 in in ADP IN _ 7 case _ _
7 2006 2006 NUM CD _ 5 obl _ SpaceAfter=No
8 . . PUNCT . _ 5 punct _ _
"""
PARTICIPLE = """
1 Jets jet NOUN NNS _ 2 nsubj _ _
2 bombed bomb VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ _
4 town town NOUN NN _ 2 obj _ SpaceAfter=No
5 , , PUNCT , _ 6 punct _ _
6 killing kill VERB VBG _ 2 advcl _ _
7 about about ADV RB _ 10 advmod _ _
8 two two NUM CD _ 9 nummod _ _
9 dozen dozen NUM CD _ 10 nummod _ _
10 civilians civilian NOUN NNS _ 6 obj _ SpaceAfter=No
11 . . PUNCT . _ 2 punct _ _
"""
TOLL = """
1 The the DET DT _ 3 det _ _
2 death death NOUN NN _ 3 compound _ _
3 toll toll NOUN NN _ 6 nsubj _ _
4 was be AUX VBD _ 6 cop _ _
5 770 770 NUM CD _ 6 nummod _ _
6 Palestinians Palestinian PROPN NNPS _ 0 root _ SpaceAfter=No
7 . . PUNCT . _ 6 punct _ _
"""
FLED = """
1 Tens ten NOUN NNS _ 5 nsubj _ _
2 of of ADP IN _ 3 case _ _
3 thousands thousand NOUN NNS _ 1 nmod _ _
4 have have AUX VBP _ 5 aux _ _
5 fled flee VERB VBN _ 0 root _ _
6 for for ADP IN _ 8 case _ _
7 three three NUM CD _ 8 nummod _ _
8 weeks week NOUN NNS _ 5 obl _ SpaceAfter=No
9 . . PUNCT . _ 5 punct _ _
"""


def counts(doc: Doc, word: str) -> list[tuple[str, float, str, str | None, str]]:
    i = next(token.i for token in doc if token.text == word)
    return [(c.of, c.value, c.bound, c.unit, doc.text[c.span.start : c.span.end]) for c in counts_of(tree_of(doc), i)]


@pytest.mark.parametrize("word", ["killed", "blast"])
def test_the_dead_and_the_injured_of_a_blast_are_counted_apart(word: str) -> None:
    assert counts(doc_of(BLAST), word) == [("dead", 26, "at_least", None, "at least 26"), ("injured", 35, "exact", None, "35")]


def test_the_second_of_two_verbs_has_only_its_own_number() -> None:
    assert counts(doc_of(BLAST), "injured") == [("injured", 35, "exact", None, "35")]


def test_more_than_so_many_hostages_is_at_least_so_many_captives() -> None:
    assert counts(doc_of(HOSTAGES), "hold") == [("captives", 100, "at_least", None, "over 100")]


def test_money_has_its_currency_and_its_sign_in_the_span() -> None:
    assert counts(doc_of(AID), "pledged") == [("money", 5_000_000, "exact", "USD", "$5 million")]


def test_dozens_is_at_least_two_dozen_and_a_year_is_no_number_of_people() -> None:
    assert counts(doc_of(DOZENS), "arrested") == [("arrested", 24, "at_least", None, "Dozens")]


def test_those_whom_a_participle_says_killed_belong_to_the_bombing() -> None:
    wanted = [("dead", 24, "about", None, "about two dozen")]
    assert counts(doc_of(PARTICIPLE), "killing") == wanted
    assert counts(doc_of(PARTICIPLE), "bombed") == wanted


def test_a_death_toll_counts_the_dead() -> None:
    assert counts(doc_of(TOLL), "Palestinians") == [("dead", 770, "exact", None, "770")]


def test_tens_of_thousands_is_at_least_twenty_thousand_and_weeks_are_not_counted() -> None:
    assert counts(doc_of(FLED), "fled") == [("displaced", 20_000, "at_least", None, "Tens of thousands")]


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-six", 26), ("1,200", 1200), ("1.2 million", 1.2e6), ("two hundred and six", 206), ("a hundred", 100), ("three dozen", 36)],
)
def test_numbers_in_words_and_figures_amount_to_the_same(words: str, value: float) -> None:
    assert parse(words) == value


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f"])
def test_blanks_that_part_thousands_are_within_their_number(blank: str) -> None:
    number = f"1{blank}234{blank}567"
    assert parse(number) == 1_234_567
    assert parse(f"{number},5") == parse(f"{number}.5") == 1_234_567.5
    assert parse(f"20{blank}000{blank}million") == 2e10
    assert is_number(f"20{blank}000")
    assert parse(f"2011{blank}300") is None
    assert parse(f"20{blank}00") == 20  # as two words


@pytest.mark.parametrize("words", ["", "and", "a", "talks", "1,2,3", "1/0", "12 apples"])
def test_what_is_no_number_amounts_to_nothing(words: str) -> None:
    assert parse(words) is None


WORDED = """
1 Troops troop NOUN NNS _ 2 nsubj _ _
2 {verb} {lemma} VERB VBD _ 0 root _ _
{rows}
"""


def worded(verb: str, lemma: str, phrase: str) -> Doc:
    """Return a clause whose object is a phrase of words marked ``word/TAG``, the last its head."""
    pairs = [pair.rsplit("/", 1) for pair in phrase.split()]
    last = 2 + len(pairs)
    pos = {"CD": "NUM", "NNS": "NOUN", "NN": "NOUN", "DT": "DET", "JJ": "ADJ", "IN": "ADP", "HYPH": "PUNCT", "NNP": "PROPN"}
    dep = {"CD": "nummod", "DT": "det", "JJ": "amod", "IN": "advmod", "HYPH": "punct", "NN": "compound"}
    rows = []
    for n, (word, tag) in enumerate(pairs, start=3):
        where = "2 obj" if n == last else f"{last} {dep[tag]}"
        rows.append(f"{n} {word} {word.rstrip('s') if tag == 'NNS' else word} {pos[tag]} {tag} _ {where} _ _")
    return doc_of(WORDED.format(verb=verb, lemma=lemma, rows="\n".join(rows)))


@pytest.mark.parametrize(
    ("verb", "lemma", "phrase", "wanted"),
    [
        ("killed", "kill", "at/IN least/IN 12/CD rebels/NNS", [("dead", 12, "at_least")]),
        ("killed", "kill", "over/IN 100/CD rebels/NNS", [("dead", 100, "at_least")]),
        ("killed", "kill", "up/IN to/IN 30/CD rebels/NNS", [("dead", 30, "at_most")]),
        ("killed", "kill", "some/DT 300/CD rebels/NNS", [("dead", 300, "about")]),
        ("killed", "kill", "the/DT two/CD men/NNS", [("dead", 2, "exact")]),
        ("met", "meet", "the/DT two/CD men/NNS", []),
        ("met", "meet", "two/CD men/NNS", [("men", 2, "exact")]),
        ("sent", "send", "several/JJ thousand/CD soldiers/NNS", [("people", 2000, "at_least")]),
        ("sent", "send", "more/IN than/IN a/DT million/CD soldiers/NNS", [("people", 1_000_000, "at_least")]),
        ("took", "take", "25/CD -/HYPH room/NN houses/NNS", []),
        ("recalled", "recall", "the/DT 2008/CD attacks/NNS", []),
        ("arrested", "arrest", "three/CD dozen/CD people/NNS", [("arrested", 36, "exact")]),
        ("claimed", "claim", "33/CD lifes/NNS", [("dead", 33, "exact")]),
        ("saved", "save", "33/CD lifes/NNS", [("life", 33, "exact")]),
    ],
)
def test_what_is_counted_and_how_exactly(verb: str, lemma: str, phrase: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(of, value, bound) for of, value, bound, _, _ in counts(worded(verb, lemma, phrase), verb)] == wanted


BOTH = """
1 Soldiers soldier NOUN NNS _ 2 nsubj _ _
2 killed kill VERB VBD _ 0 root _ _
3 two two NUM CD _ 4 nummod _ _
4 pirates pirate NOUN NNS _ 2 obj _ _
5 and and CCONJ CC _ 6 cc _ _
6 detained detain VERB VBD _ 2 conj _ _
7 13 13 NUM CD _ 8 nummod _ _
8 others other NOUN NNS _ 6 obj _ SpaceAfter=No
9 . . PUNCT . _ 2 punct _ _
"""


def test_those_arrested_are_none_of_a_killings_consequences() -> None:
    assert [c[:2] for c in counts(doc_of(BOTH), "killed")] == [("dead", 2)]
    assert [c[:2] for c in counts(doc_of(BOTH), "detained")] == [("arrested", 13)]
