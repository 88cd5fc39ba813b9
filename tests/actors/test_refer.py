"""Whom descriptions and pronouns mean, in sentences parsed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from actors.shorthand import doc_from
from dragoman.actors.cast import cast
from dragoman.actors.directory.directory import Directory

CASES = yaml.safe_load((Path(__file__).parent / "refer.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_whom_the_mentions_of_a_case_mean(case: dict, directory: Directory) -> None:
    found = cast(doc_from(case["doc"]), directory, published=case.get("published"))
    meant: dict[str, set[str]] = {}
    for m in found.mentions:
        meant.setdefault(m.mention.text, set()).add("place" if m.place else str(m.mention.actor))
    for words, actors in case["mentions"].items():
        assert meant.get(words, set()) == ({actors} if isinstance(actors, str) else set(actors)), words
    if not case["mentions"]:
        assert meant == {}
    for actor, traits in case.get("actors", {}).items():
        assert {k: getattr(found.actors[actor], k) for k in traits} == traits
