"""Whether, how surely and when something is so, on hand-made documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conllu import doc_of
from dragoman.claims import Certainty
from dragoman.coding.factuality import Commitment, commit
from dragoman.coding.factuality.values import weaker
from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.errors import LexiconError

HERE = Path(__file__).parent
TABLES = ("own", "conditions", "governed", "nouns", "tocome", "standing", "turned", "related", "kept")
TABLES += ("known", "charged", "discussed", "denied")
CASES: list[dict[str, Any]] = [case for t in TABLES for case in yaml.safe_load((HERE / f"{t}.yaml").read_text(encoding="utf-8"))]
BY_NAME = {case["name"]: case for case in CASES}
CERTAINTIES: list[Certainty] = ["certain", "probable", "possible", "hypothetical"]


def words(commitment: Commitment) -> str:
    return f"{commitment.polarity} {commitment.certainty} {commitment.tense}"


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_how_sure_it_is(case: dict[str, Any]) -> None:
    doc = doc_of(case["conllu"])
    at = max(t.i for t in doc if t.text == case["at"])
    found = commit(doc, at)
    assert words(found) == case["is"]
    condition = doc[found.condition[0] : found.condition[1]].text if found.condition else None
    assert condition == case.get("condition")


def test_names_of_cases_are_unique() -> None:
    assert len(BY_NAME) == len(CASES)


def standing(name: str, at: str, cue: str, kind: str) -> str:
    """How sure a word is inside a statement whose cue is another."""
    doc = doc_of(BY_NAME[name]["conllu"])
    token = {t.text: t.i for t in doc}
    return words(commit(doc, token[at], stop={token[cue]}, attitude=load_cues().kinds[kind]))


def test_inside_a_statement_only_its_source_commits() -> None:
    assert standing("believes that", "left", "believes", "says") == "positive certain past"


def test_the_cue_says_how_its_source_commits() -> None:
    assert standing("believes that", "left", "believes", "believes") == "positive probable past"
    assert standing("denies that", "left", "denies", "denies") == "negative certain past"


def test_what_somebody_did_not_say_or_did_not_deny_is_open() -> None:
    assert standing("did not say that", "left", "say", "says") == "positive possible past"
    assert standing("did not deny that", "left", "deny", "denies") == "positive possible past"


def test_what_is_said_by_a_report_that_is_denied_is_denied() -> None:
    doc = doc_of(
        next(
            c["conllu"]
            for c in yaml.safe_load((HERE.parent / "statements/cited.yaml").read_text())
            if c["name"] == "a report that is denied"
        )
    )
    token = {t.text: t.i for t in doc}
    kinds = load_cues().kinds
    assert words(commit(doc, token["shelled"], stop={token["denied"]}, attitude=kinds["denies"])) == "negative certain past"


def test_what_had_been_hoped_for_did_not_come() -> None:
    assert standing("what had been planned", "host", "planned", "plans") == "positive hypothetical future"
    assert standing("what somebody expects", "sign", "expect", "expects") == "positive probable future"


def test_belief_that_is_denied_is_belief_of_the_contrary() -> None:
    assert standing("does not believe that", "left", "believe", "believes") == "negative probable past"


TITLED = """
1 Amina Amina PROPN NNP _ 7 nsubj _ NER=B-PERSON
2 Diallo Diallo PROPN NNP _ 1 flat _ NER=I-PERSON|SpaceAfter=No
3 , , PUNCT , _ 4 punct _ _
4 {title} leader NOUN NN _ 1 appos _ _
5 of of ADP IN _ 6 case _ _
6 Chad Chad PROPN NNP _ 4 nmod _ NER=B-GPE
7 left leave VERB VBD _ 0 root _ _
"""
BACKED = """
1 A a DET DT _ 2 det _ _
2 group group NOUN NN _ 6 nsubj _ _
3 backed back VERB VBN _ 2 acl _ _
4 by by ADP IN _ 5 case _ _
5 Chad Chad PROPN NNP _ 3 obl:agent _ _
6 attacked attack VERB VBD _ 0 root _ _
"""


def test_whoever_bears_a_title_bears_it_now_whatever_the_verbs_tense() -> None:
    assert commit(doc_of(TITLED.format(title="leader")), 3).tense == "present"


def test_a_relation_without_a_tense_of_its_own_holds_now() -> None:
    doc = doc_of(BACKED)
    assert commit(doc, 2).tense == "past"
    assert commit(doc, 2, lasting=True).tense == "present"
    assert commit(doc, 5, lasting=True).tense == "past"


def test_a_former_title_is_past() -> None:
    former = TITLED.replace("4 {title} leader NOUN NN _ 1 appos _ _", "4 leader leader NOUN NN _ 1 appos _ _")
    former = former.replace("5 of of ADP IN _ 6 case", "5 once once ADV RB _ 4 advmod")
    assert commit(doc_of(former), 3).tense == "past"


FORMER = """
1 The the DET DT _ 5 det _ _
2 former former ADJ JJ _ 5 amod _ _
3 Chadian chadian ADJ JJ _ 4 amod _ _
4 President President PROPN NNP _ 5 compound _ _
5 Diallo Diallo PROPN NNP _ 6 nsubj _ NER=B-PERSON
6 spoke speak VERB VBD _ 0 root _ _
"""
LEFT = """
1 She she PRON PRP _ 2 nsubj _ _
2 quit quit VERB VBD _ 0 root _ _
3 as as ADP IN _ 5 case _ _
4 a a DET DT _ 5 det _ _
5 member member NOUN NN _ 2 obl _ _
6 of of ADP IN _ 7 case _ _
7 Parliament Parliament PROPN NNP _ 5 nmod _ _
"""
URGED = """
1 Chad Chad PROPN NNP _ 2 nsubj _ _
2 wants want VERB VBZ _ 0 root _ _
3 {det} {det} DET DT _ 4 det _ _
4 ally ally NOUN NN _ 2 obj _ _
"""


def test_a_former_title_is_past_where_the_word_hangs_on_the_name() -> None:
    assert commit(doc_of(FORMER), 3, lasting=True).tense == "past"
    assert commit(doc_of(FORMER.replace("former former", "tall tall")), 3, lasting=True).tense == "present"


def test_what_somebody_quits_as_he_was() -> None:
    assert commit(doc_of(LEFT), 4, lasting=True).tense == "past"
    assert commit(doc_of(LEFT.replace("quit quit", "speaks speak")), 4, lasting=True).tense == "present"
    assert commit(doc_of(LEFT.replace("quit quit VERB VBD", "quitting quit VERB VBG")), 4, lasting=True).tense == "present"


def test_whoever_is_called_an_ally_is_one_whatever_is_wished_of_him() -> None:
    assert words(commit(doc_of(URGED.format(det="this")), 3, lasting=True)) == "positive certain present"
    assert commit(doc_of(URGED.format(det="an")), 3, lasting=True).certainty == "hypothetical"


def test_who_would_like_to_thank_somebody_thanks_him() -> None:
    assert standing("would like to say", "thank", "like", "wants") == "positive certain present"


def test_a_users_word_goes_before_ours(tmp_path: Path) -> None:
    text = 'signatures:\n  - {name: mine, class: verb, holds: "- certain", fails: "+ certain", of: [infinitive], words: manage}\n'
    (tmp_path / "factuality.yaml").write_text(text, encoding="utf-8")
    doc = doc_of(BY_NAME["managed to"]["conllu"])
    at = next(t.i for t in doc if t.text == "leave")
    assert commit(doc, at).polarity == "positive"
    assert commit(doc, at, lexicon=load_factuality(tmp_path)).polarity == "negative"


def test_all_faults_are_reported_together_with_file_and_line(tmp_path: Path) -> None:
    text = (
        "signatures:\n"
        '  - {name: a, class: werb, holds: "certain", fails: "+ sure", of: [infinitive], words: x}\n'
        '  - {name: b, class: verb, holds: "+ certain", fails: "- certain", of: [claws], words: y}\n'
    )
    (tmp_path / "factuality.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_factuality(tmp_path)
    message = str(caught.value)
    assert "unknown class 'werb'" in message
    assert "not an effect: 'certain'" in message
    assert "unknown word 'sure'" in message
    assert "unknown complement 'claws'" in message
    assert "factuality.yaml:2" in message


@given(st.lists(st.sampled_from(CERTAINTIES), min_size=1))
def test_the_weakest_certainty_holds_in_any_order(certainties: list[Certainty]) -> None:
    assert weaker(*certainties) == weaker(*reversed(certainties))
    assert weaker(*certainties) in certainties
    assert weaker(*certainties, "hypothetical") == "hypothetical"


def test_what_nobody_has_assured_yet_is_open() -> None:
    doc = doc_of(
        """
        1 Oman Oman PROPN NNP _ 2 nsubj _ NER=B-GPE
        2 wants want VERB VBZ _ 2 root _ _
        3 assurances assurance NOUN NNS _ 2 obj _ _
        4 that that SCONJ IN _ 6 mark _ _
        5 rebels rebel NOUN NNS _ 6 nsubj _ _
        6 left leave VERB VBD _ 3 acl _ SpaceAfter=No
        7 . . PUNCT . _ 2 punct _ _
        """
    )
    says = load_cues().kinds["says"]
    assert words(commit(doc, 5, stop={1, 2}, attitude=says)) == "positive hypothetical past"


def test_the_bare_form_after_that_is_of_what_shall_be() -> None:
    doc = doc_of(
        """
        1 Norway Norway PROPN NNP _ 2 nsubj _ NER=B-GPE
        2 insisted insist VERB VBD _ 2 root _ _
        3 that that SCONJ IN _ 5 mark _ _
        4 Oman Oman PROPN NNP _ 5 nsubj _ NER=B-GPE
        5 withdraw withdraw VERB VBP _ 2 ccomp _ SpaceAfter=No
        6 . . PUNCT . _ 2 punct _ _
        """
    )
    assert words(commit(doc, 4, stop={1}, attitude=load_cues().kinds["says"])) == "positive hypothetical future"


HAS = """
    1 Chad Chad PROPN NNP _ 4 nsubj _ _
    2 has have AUX {tag} _ 4 aux _ _
    3 {adverb} {adverb} ADV RB _ 4 advmod _ _
    4 backed back VERB VBN _ 4 root _ _
    5 Libya Libya PROPN NNP _ 4 obj _ _
"""


def test_a_perfect_with_a_word_of_lasting_tells_of_a_relation_that_still_holds() -> None:
    assert commit(doc_of(HAS.format(tag="VBZ", adverb="long")), 3, lasting=True).tense == "present"
    assert commit(doc_of(HAS.format(tag="VBZ", adverb="briefly")), 3, lasting=True).tense == "past"
    assert commit(doc_of(HAS.format(tag="VBD", adverb="long")), 3, lasting=True).tense == "past"
    assert commit(doc_of(HAS.format(tag="VBZ", adverb="long")), 3).tense == "past"


ENDED = """
    1 Mali Mali PROPN NNP _ 2 nsubj _ _
    2 {verb} {lemma} VERB VBD _ 2 root _ _
    3 its its PRON PRP$ _ 4 nmod:poss _ _
    4 recognition recognition NOUN NN _ 2 obj _ _
"""


def test_what_somebody_has_withdrawn_he_had() -> None:
    assert commit(doc_of(ENDED.format(verb="withdrew", lemma="withdraw")), 3, lasting=True).tense == "past"
    assert commit(doc_of(ENDED.format(verb="praised", lemma="praise")), 3, lasting=True).tense == "present"
