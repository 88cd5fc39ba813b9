"""Deep slots: one engine for every form of a predicate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from conllu import doc_of
from dragoman.coding.frames.slots import Grammar, SlotReader
from dragoman.coding.lexicon import load
from dragoman.coding.tree import tree_of

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "slots.yaml").read_text(encoding="utf-8"))


def reader_of(conllu: str) -> SlotReader:
    grammar = load().grammar
    return SlotReader(tree_of(doc_of(conllu)), Grammar(**{k: grammar[k] for k in Grammar.__dataclass_fields__ if k in grammar}))


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_the_slots_of(case: dict[str, Any]) -> None:
    reader = reader_of(case["conllu"])
    doc = reader.tree.doc
    at = next(t.i for t in doc if t.text == case["at"])
    slots = reader.slots(at)
    for slot, words in case["slots"].items():
        assert [doc[t].text for t in slots.get(slot)] == str(words).split(), slot
    for slot, word in case.get("has", {}).items():
        assert word in [doc[t].text for t in slots.get(slot)]


def test_mutual_inheritance_ends() -> None:
    reader = reader_of("1 seen see VERB VBN _ 2 conj _ _\n2 heard hear VERB VBN _ 0 root _ _")
    assert reader.slots(0).get("subject") == ()
