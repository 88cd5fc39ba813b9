"""Who is mentioned, in reports that the real model reads."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors import Directory, cast
from dragoman.actors.reference import refer

CASES = [
    case
    for name in ("model", "again", "many", "meant", "identities", "who")
    for case in yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
]


@cache
def _read(nlp: Language, text: str) -> Doc:
    return nlp(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_mentions_of_a_report_mean_whom_the_table_says(case: dict, directory: Directory, nlp: Language) -> None:
    where = case["where"].get if "where" in case else None
    found = cast(_read(nlp, case["text"]), directory, published=case["published"], where=where)
    said_by = case.get("said by", {})
    found = found.with_speakers({i: (said_by[found.doc[i].text],) for i in found.first_person if found.doc[i].text in said_by})
    meant: dict[str, set[str]] = {}
    for m in found.mentions:
        meant.setdefault(m.mention.text, set()).add("place" if m.place else str(m.mention.actor))
    wanted = {words: set(actors if isinstance(actors, list) else [actors]) for words, actors in case["mentions"].items()}
    assert {words: meant.get(words, set()) for words in wanted} == wanted
    for actor, traits in case.get("actors", {}).items():
        assert {trait: getattr(found.actors[actor], trait) for trait in traits} == traits


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_words_that_are_not_asked_whom_they_mean_mean_nobody(
    case: dict, directory: Directory, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = _read(nlp, case["text"])
    found = cast(doc, directory, published=case["published"]).mentions
    monkeypatch.setattr(refer, "referring", lambda syntax, _: set(range(len(syntax))))
    assert found == cast(doc, directory, published=case["published"]).mentions
