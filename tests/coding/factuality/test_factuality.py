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
TABLES = ("own", "conditions", "governed", "nouns")
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


def test_belief_that_is_denied_is_belief_of_the_contrary() -> None:
    assert standing("does not believe that", "left", "believe", "believes") == "negative probable past"


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
