"""The plain view of a tree, and what it mends."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.coding.tree import tree_of

SHOULD = """1 She she PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 they they PRON PRP _ 5 nsubj _ _
4 {aux} {aux} AUX {tag} _ 5 aux _ _
5 stay stay VERB VB _ 2 ccomp _ _
6 , , PUNCT , _ 8 punct _ _
7 and and CCONJ CC _ 8 cc _ _
8 urged urge VERB VBD _ 5 conj _ _
9 them they PRON PRP _ 8 obj _ _"""

PASSIVE = """1 She she PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 votes vote NOUN NNS _ 6 nsubj:pass _ _
4 had have AUX VBD _ 6 aux _ _
5 been be AUX VBN _ 6 aux:pass _ _
6 bought buy VERB VBN _ 2 ccomp _ _
7 and and CCONJ CC _ 8 cc _ _
8 {verb} {verb} VERB VBD _ 6 conj _ _
9 {what} {what} {pos} _ _ 8 {dep} _ _"""


@pytest.mark.parametrize(("aux", "tag", "host"), [("should", "MD", 1), ("did", "VBD", 4)])
def test_a_past_tense_hangs_on_no_modal(aux: str, tag: str, host: int) -> None:
    tree = tree_of(doc_of(SHOULD.format(aux=aux, tag=tag)))
    assert tree.heads[7] == host


@pytest.mark.parametrize(
    ("verb", "what", "pos", "dep", "host"), [("urged", "reform", "NOUN", "obj", 1), ("sold", "twice", "ADV", "advmod", 5)]
)
def test_a_verb_with_an_object_shares_no_passive(verb: str, what: str, pos: str, dep: str, host: int) -> None:
    tree = tree_of(doc_of(PASSIVE.format(verb=verb, what=what, pos=pos, dep=dep)))
    assert tree.heads[7] == host


JOINED = """1 talks talk NOUN NNS _ 7 nsubj _ _
2 between between ADP IN _ 3 case _ _
3 Chad Chad PROPN NNP _ 1 nmod _ _
4 and and CCONJ CC _ 6 cc _ _
5 {word} {word} {pos} _ _ 6 {dep} _ _
6 Niger Niger PROPN NNP _ 1 nmod _ _
7 failed fail VERB VBD _ 0 root _ _"""


@pytest.mark.parametrize(("word", "pos", "dep", "host", "found"), [("poor", "ADJ", "amod", 2, "conj"), ("in", "ADP", "case", 0, "nmod")])
def test_a_noun_after_and_without_preposition_is_joined_to_the_one_before(word: str, pos: str, dep: str, host: int, found: str) -> None:
    tree = tree_of(doc_of(JOINED.format(word=word, pos=pos, dep=dep)))
    assert (tree.heads[5], tree.deps[5]) == (host, found)


def test_a_root_is_one_whatever_it_is_called() -> None:
    tree = tree_of(doc_of("1 talks talk NOUN NNS _ 0 conj _ _\n2 resumed resume VERB VBD _ 1 acl _ _"))
    assert (tree.deps[0], tree.first_conjunct(0)) == ("root", 0)


QUOTED = """1 She she PRON PRP _ 2 nsubj _ _
2 quoted quote VERB VBD _ 2 root _ _
3 him he PRON PRP _ 2 obj _ _
4 as as SCONJ IN _ 5 mark _ _
5 {verb} {verb} VERB VBG _ 2 advcl _ _
6 {what} it PRON PRP _ {at} {dep} _ _
7 ended end VERB VBD _ 2 ccomp _ _"""


@pytest.mark.parametrize(("what", "at", "dep", "host"), [("it", 7, "nsubj", 4), ("this", 5, "obj", 1)])
def test_what_somebody_is_quoted_as_saying_hangs_on_the_saying(what: str, at: int, dep: str, host: int) -> None:
    tree = tree_of(doc_of(QUOTED.format(verb="saying", what=what, at=at, dep=dep)))
    assert tree.heads[6] == host


ASKED = """1 They they PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 in in ADP IN _ 5 case _ _
4 which which DET WDT _ 5 det _ _
5 town town NOUN NN _ 7 obl _ _
6 he he PRON PRP _ 7 nsubj _ _
7 died die VERB {tag} _ 2 ccomp _ _"""

TOLD = """1 They they PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 men man NOUN NNS _ 6 nsubj _ _
4 who who PRON WP _ 5 nsubj _ _
5 left leave VERB VBD _ 3 acl:relcl _ _
6 died die VERB VBD _ 2 ccomp _ _"""


def test_a_word_of_questions_in_a_phrase_makes_a_question() -> None:
    assert tree_of(doc_of(ASKED.format(tag="VBD"))).is_question(6)


def test_a_relative_clause_within_makes_no_question() -> None:
    assert not tree_of(doc_of(TOLD)).is_question(5)


@pytest.mark.parametrize(("tag", "finite"), [("VBD", True), ("VBZ", True), ("VBG", False), ("VB", False)])
def test_a_verb_is_finite_by_its_form(tag: str, *, finite: bool) -> None:
    assert tree_of(doc_of(ASKED.replace("died", "die" if tag == "VB" else "died").format(tag=tag))).is_finite(6) is finite


ORDERED = """1 Kenya Kenya PROPN NNP _ 2 nsubj _ _
2 ordered order VERB VBD _ 2 root _ _
3 him he PRON PRP _ 2 obj _ _
4 to to PART TO _ 5 mark _ _
5 leave leave VERB VB _ 2 xcomp _ _
6 , , PUNCT , _ 7 punct _ _
7 {word} {lemma} VERB VBG _ {head} {dep} _ _
8 Paris Paris PROPN NNP _ 7 nsubj _ _"""


@pytest.mark.parametrize(("head", "dep"), [(5, "advcl"), (2, "xcomp"), (2, "conj"), (2, "ccomp")])
def test_a_participle_of_saying_is_of_who_gives_the_order(head: int, dep: str) -> None:
    tree = tree_of(doc_of(ORDERED.format(word="accusing", lemma="accuse", head=head, dep=dep)))
    assert (tree.heads[6], tree.deps[6], tree.deps[7]) == (1, "advcl", "obj")


def test_a_participle_of_doing_stays_with_who_is_to_do_it() -> None:
    tree = tree_of(doc_of(ORDERED.format(word="closing", lemma="close", head=5, dep="advcl")))
    assert tree.heads[6] == 4


GONE_ON = """1 She she PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 men man NOUN NNS _ 4 nsubj _ _
4 {verb} {lemma} VERB VBD _ 2 ccomp _ _
5 and and CCONJ CC _ 6 cc _ _
6 {word} {what} VERB VBD _ 4 conj _ _
7 Chad Chad PROPN NNP _ 6 obj _ _"""


@pytest.mark.parametrize(
    ("verb", "lemma", "word", "what", "host"),
    [("remained", "remain", "urged", "urge", 1), ("marched", "march", "urged", "urge", 3), ("remained", "remain", "left", "leave", 3)],
)
def test_a_verb_of_asking_behind_a_state_goes_on_with_the_saying(verb: str, lemma: str, word: str, what: str, host: int) -> None:
    tree = tree_of(doc_of(GONE_ON.format(verb=verb, lemma=lemma, word=word, what=what)))
    assert tree.heads[5] == host


SECOND_THAT = """1 She she PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 2 root _ _
3 Mali Mali PROPN NNP _ 4 nsubj _ _
4 fled flee VERB VBD _ 2 ccomp _ _
5 and and CCONJ CC _ 8 cc _ _
6 {mark} {mark} SCONJ IN _ 8 {dep} _ _
7 Chad Chad PROPN NNP _ 8 nsubj _ _
8 won win VERB VBD _ 2 conj _ _"""


@pytest.mark.parametrize(("mark", "dep", "host"), [("that", "mark", 3), ("then", "advmod", 1)])
def test_a_second_clause_with_that_is_said_as_the_first_is(mark: str, dep: str, host: int) -> None:
    tree = tree_of(doc_of(SECOND_THAT.format(mark=mark, dep=dep)))
    assert (tree.heads[7], tree.deps[7]) == (host, "conj")


PATIENT = """1 She she PRON PRP _ 2 nsubj _ _
2 asked ask VERB VBD _ 2 root _ _
3 for for SCONJ IN _ 7 mark _ _
4 Chad Chad PROPN NNP _ 7 nsubj _ _
5 to to PART TO _ 7 mark _ _
6 {be} be AUX VB _ 7 {aux} _ _
7 sued sue VERB VBN _ 2 xcomp _ _"""


@pytest.mark.parametrize(("be", "aux", "found"), [("be", "aux:pass", "nsubj:pass"), ("have", "aux", "nsubj")])
def test_the_subject_of_a_passive_suffers_it(be: str, aux: str, found: str) -> None:
    tree = tree_of(doc_of(PATIENT.format(be=be, aux=aux)))
    assert tree.deps[3] == found


def test_the_token_below_another_is_on_the_way_up_to_it() -> None:
    tree = tree_of(doc_of(PATIENT.format(be="be", aux="aux:pass")))
    assert (tree.below(1, 3), tree.below(6, 3), tree.below(3, 3), tree.below(3, 1)) == (6, 3, None, None)


def test_a_span_of_time_that_hangs_on_what_fills_it_makes_no_circle() -> None:
    """She went into months of detention."""
    tree = tree_of(
        doc_of("""1 She she PRON PRP _ 2 nsubj _ _
2 went go VERB VBD _ 2 root _ _
3 into into ADP IN _ 4 case _ _
4 months month NOUN NNS _ 6 nmod _ _
5 of of ADP IN _ 6 case _ _
6 detention detention NOUN NN _ 2 obl _ _""")
    )
    assert (tree.heads[3], tree.heads[5]) == (5, 1)


@pytest.mark.parametrize(("above", "host"), [(1, 1), (4, 0)])
def test_a_clause_with_who_is_of_the_name_before_it_unless_that_hangs_on_the_clause(above: int, host: int) -> None:
    """Men Ali who rules."""
    tree = tree_of(
        doc_of(f"""1 Men man NOUN NNS _ 1 root _ _
2 Ali Ali PROPN NNP _ {above} {"nmod" if above == 1 else "nsubj"} _ _
3 who who PRON WP _ 4 nsubj _ _
4 rules rule VERB VBZ _ 1 acl:relcl _ _""")
    )
    assert tree.heads[3] == host


@pytest.mark.parametrize(
    ("parts", "lemma", "word"),
    [(("cease", "fires", "fire"), "fire", "cease-fire"), (("walk", "outs", "out"), "walkout", "walk-out")],
)
def test_a_noun_with_a_hyphen_is_one_word(parts: tuple[str, str, str], lemma: str, word: str) -> None:
    front, last, base = parts
    tree = tree_of(
        doc_of(f"""1 {front} {front} NOUN NN _ 3 compound _ _
2 - - PUNCT HYPH _ 1 punct _ _
3 {last} {base} NOUN NNS _ 4 nsubj _ _
4 ended end VERB VBD _ 0 root _ _""")
    )
    assert (tree.lemmas[2], tree.words[2]) == (lemma, word)


def test_the_preposition_of_a_predicate_is_not_what_opens_its_clause() -> None:
    """He said that it was out of reach."""
    tree = tree_of(
        doc_of("""1 He he PRON PRP _ 2 nsubj _ _
2 said say VERB VBD _ 0 root _ _
3 that that SCONJ IN _ 8 mark _ _
4 it it PRON PRP _ 8 nsubj _ _
5 was be AUX VBD _ 8 cop _ _
6 out out ADP IN _ 8 case _ _
7 of of ADP IN _ 6 fixed _ _
8 reach reach NOUN NN _ 2 ccomp _ _""")
    )
    assert (tree.preposition(7), tree.marker(7)) == ("out_of", "that_out_of")
