"""Who says what: sources, cues and contents of hand-made documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Doc

from conllu import doc_of
from dragoman.coding.statements import RawStatement, find_statements

HERE = Path(__file__).parent
TABLES = ("said", "quoted", "meant", "nested", "none", "voices", "speakers", "cited")
CASES: list[dict[str, Any]] = [case for t in TABLES for case in yaml.safe_load((HERE / f"{t}.yaml").read_text(encoding="utf-8"))]


def seen(doc: Doc, statement: RawStatement, *, heads: bool) -> dict[str, Any]:
    """A statement in words, as the tables write it."""
    named = statement.source_span if statement.source else None
    found: dict[str, Any] = {
        "source": doc[named[0] : named[1]].text if named else None,
        "cue": " ".join(doc[t].text for t in statement.cue),
        "content": [doc[first:last].text for first, last in statement.content],
        "manner": statement.manner,
        "kind": statement.attitude.name if statement.attitude else None,
    }
    if heads:
        found["heads"] = [doc[t].text for t in statement.source]
    if statement.within is not None:
        found["within"] = statement.within
    return found


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_the_statements_of(case: dict[str, Any]) -> None:
    doc = doc_of(case["conllu"])
    found = find_statements(doc)
    wanted = case["statements"]
    assert len(found) == len(wanted), [seen(doc, s, heads=False) for s in found]
    for statement, want in zip(found, wanted, strict=True):
        assert seen(doc, statement, heads="heads" in want) == want


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_no_word_of_a_cue_is_content_and_contents_are_in_order(case: dict[str, Any]) -> None:
    for statement in find_statements(doc_of(case["conllu"])):
        assert not any(statement.holds(t) for t in statement.cue)
        assert list(statement.content) == sorted(statement.content)
        assert all(first < last for first, last in statement.content)


def test_names_of_cases_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_a_document_without_words_says_nothing() -> None:
    assert find_statements(doc_of("")) == ()
