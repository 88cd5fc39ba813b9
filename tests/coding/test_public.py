"""Everyday words between private persons tell no event; the same words between those who act in public do."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from dragoman import Reader
from dragoman.claims import Reading, Report, ReportId
from dragoman.coding import load_lexicon

TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "public.yaml").read_text(encoding="utf-8"))
ROWS = [(kind, text, key in ("public", "affairs")) for key, lists in TABLE.items() for kind, texts in lists.items() for text in texts]
ASKING = "The singer asked her sister to wait. The sister, a nurse, asked the singer to go."


@cache
def reader(frames: Path | None = None) -> Reader:
    """Return a reader with a folder of frames laid over ours."""
    return Reader(lexicon=load_lexicon(frames))


def types(text: str, frames: Path | None = None) -> set[str]:
    """Return the types of the claims of a text."""
    reading = reader(frames).read(Report(id=ReportId("r"), text=text))
    assert isinstance(reading, Reading)
    return {claim.type for claim in reading.claims}


@pytest.mark.parametrize(
    ("kind", "text", "told"), ROWS, ids=[f"{'public' if told else 'private'}_{kind}_{text[:30]}" for kind, text, told in ROWS]
)
def test_everyday_words_and_business_tell_an_event_where_somebody_acts_in_public(kind: str, text: str, told: bool) -> None:
    assert (kind in types(text)) is told


def test_ones_own_list_of_everyday_types_lets_private_affairs_in(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("grammar:\n  ordinary: []\n", encoding="utf-8")
    assert "REQUEST" not in types(ASKING)
    assert "REQUEST" in types(ASKING, tmp_path)


def test_ones_own_frames_are_never_in_doubt(tmp_path: Path) -> None:
    frame = "type: REQUEST\nframes:\n  hound:\n    verbs: [hound]\n    roles: {actor: subject, recipient: object}\n"
    (tmp_path / "mine.yaml").write_text(frame, encoding="utf-8")
    assert "REQUEST" in types(ASKING.replace("asked", "hounded"), tmp_path)


def test_a_report_of_public_affairs_keeps_those_who_are_just_not_known() -> None:
    known = "Iran, Iraq, Egypt, Sudan, Chad and Niger met. The army of Kenya and the government of Mali met."
    assert "REQUEST" in types(f"{known} Okafor asked Lund to wait.")
