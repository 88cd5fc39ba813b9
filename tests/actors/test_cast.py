"""Who is mentioned, in sentences parsed by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from actors.shorthand import doc_from
from dragoman.actors.cast import Cast, cast
from dragoman.actors.directory import Directory, load

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load()


def _cast(case: dict, directory: Directory) -> Cast:
    return cast(doc_from(case["doc"]), directory, published=case.get("published"))


def _referents(found: Cast) -> dict[str, object]:
    """Return each mention's words with its actor, "place", or the sorted list of its actors."""
    words: dict[str, set[str]] = {}
    for m in found.mentions:
        words.setdefault(m.mention.text, set()).add("place" if m.place else str(m.mention.actor))
    return {text: sorted(actors) if len(actors) > 1 else min(actors) for text, actors in words.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_mentions_of_a_case_are_exactly_those_of_the_table(case: dict, directory: Directory) -> None:
    found = _cast(case, directory)
    assert _referents(found) == {str(k): v for k, v in case["mentions"].items()}
    for actor, traits in case.get("actors", {}).items():
        assert {k: getattr(found.actors[actor], k) for k in traits} == traits
    if "offices" in case:
        doc = found.doc
        assert doc is not None
        assert [[p.mention.text, doc[a:b].text, body and body.mention.text] for p, (a, b), body in found.offices] == case["offices"]


def test_mentions_are_numbered_in_the_order_of_the_text_and_point_at_their_words(directory: Directory) -> None:
    for case in CASES:
        found = _cast(case, directory)
        assert [m.mention.id for m in found.mentions] == [f"m{n}" for n in range(1, len(found.mentions) + 1)]
        assert [m.mention.start for m in found.mentions] == sorted(m.mention.start for m in found.mentions)
        assert found.doc is not None
        assert all(found.doc.text[m.mention.start : m.mention.end] == m.mention.text for m in found.mentions)


def test_a_mention_is_found_at_its_head_once_for_each_actor(directory: Directory) -> None:
    case = next(c for c in CASES if "factions" in c["name"])
    found = _cast(case, directory)
    at = found.at(6)
    assert {m.mention.actor for m in at} == {"hamas", "fatah"}
    assert {(m.first, m.last) for m in at} == {(4, 7)}


def test_the_first_person_waits_for_its_speaker(directory: Directory) -> None:
    doc = doc_from(
        """“ PUNCT 3 punct
We PRON 3 nsubj
object VERB 0 root
, PUNCT 3 punct
” PUNCT 3 punct
said VERB 3 parataxis lemma=say
Norway PROPN 6 nsubj"""
    )
    found = cast(doc, directory)
    assert found.first_person == (1,)
    spoken = found.with_speakers({1: found.at(6)})
    assert [m.mention.actor for m in spoken.at(1)] == ["norway"]
    assert spoken.first_person == ()
    assert found.at(1) == ()


def test_the_same_report_gives_the_same_cast(directory: Directory) -> None:
    for case in CASES:
        assert _cast(case, directory).mentions == _cast(case, directory).mentions


def test_one_who_has_left_office_is_of_the_elite(directory: Directory) -> None:
    doc = doc_from("John PROPN 3 nsubj ner=B-PERSON\nKerry PROPN 1 flat ner=I-PERSON\nspoke VERB 0 root lemma=speak")
    in_office = cast(doc, directory, published=date(2015, 6, 1)).actors["john-kerry"]
    later = cast(doc, directory, published=date(2019, 6, 1)).actors["john-kerry"]
    assert (in_office.sector, in_office.country) == ("GOV", "USA")
    assert (later.sector, later.country) == ("ELI", "USA")


def test_an_empty_report_has_nobody_in_it(directory: Directory) -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    assert cast(Doc(Vocab()), directory).mentions == ()
