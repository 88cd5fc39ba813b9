"""Who is mentioned, in sentences parsed by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from spacy.tokens import Doc, Span

from actors.shorthand import doc_from
from dragoman.actors.cast import Cast, cast
from dragoman.actors.directory.directory import Directory

COLUMNS = ["POS", "TAG", "DEP", "HEAD", "LEMMA", "MORPH", "SENT_START"]
CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


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
    spoken = found.with_speakers({1: (found.at(6)[0].mention.actor,)})
    assert [m.mention.actor for m in spoken.at(1)] == ["norway"]
    assert spoken.first_person == ()
    assert found.at(1) == ()


OFFICIAL = """Norwegian ADJ 3 amod
Foreign ADJ 3 amod
Minister PROPN 4 nmod:desc
Ola PROPN 6 nsubj ner=B-PERSON
Tveit PROPN 4 flat ner=I-PERSON
said VERB 0 root lemma=say
we PRON+ 8 nsubj
waited VERB 6 ccomp lemma=wait
, PUNCT 11 punct
I PRON 11 nsubj
think VERB 6 parataxis"""


def test_an_official_who_says_we_speaks_for_his_state_and_one_who_says_i_for_himself(directory: Directory) -> None:
    found = cast(doc_from(OFFICIAL), directory)
    spoken = found.with_speakers({6: ("ola-tveit",), 9: ("ola-tveit",)})
    assert [m.mention.actor for m in spoken.at(6)] == ["norway"]
    assert [m.mention.actor for m in spoken.at(9)] == ["ola-tveit"]
    assert "norway" in spoken.actors


def test_a_spokesman_who_says_we_speaks_for_his_movement(directory: Directory) -> None:
    doc = doc_from(
        "A DET 3 det\nTaliban PROPN 3 compound\nspokesman NOUN 4 nsubj\nsaid VERB 0 root lemma=say\nwe PRON+ 6 nsubj\nwon VERB 4 ccomp"
    )
    found = cast(doc, directory, published=date(2008, 6, 1))
    speaker = found.at(2)[0].mention.actor
    assert speaker is not None
    assert [m.mention.actor for m in found.with_speakers({4: (speaker,)}).at(4)] == ["taliban"]


def test_for_whom_one_person_says_we_is_not_told_unless_he_speaks_for_somebody(directory: Directory) -> None:
    doc = doc_from(
        "Ola PROPN 3 nsubj ner=B-PERSON\nTveit PROPN 1 flat ner=I-PERSON\nsaid VERB 0 root lemma=say\nwe PRON+ 5 nsubj\nwon VERB 3 ccomp"
    )
    found = cast(doc, directory)
    spoken = found.with_speakers({3: ("ola-tveit",)})
    assert spoken.at(3) == ()
    assert spoken.first_person == (3,)


def test_people_who_say_we_speak_for_themselves(directory: Directory) -> None:
    found = cast(doc_from("Farmers NOUN+ 2 nsubj lemma=farmer\nsaid VERB 0 root lemma=say\nwe PRON+ 4 nsubj\nwon VERB 2 ccomp"), directory)
    assert [m.mention.actor for m in found.with_speakers({2: ("farmer",)}).at(2)] == ["farmer"]


HEADING = """Statement NOUN 0 root lemma=statement
by ADP 3 case
Ola PROPN 1 nmod ner=B-PERSON
Tveit PROPN 3 flat ner=I-PERSON
{end}

We PRON+ 2 nsubj
waited VERB 0 root lemma=wait"""


@pytest.mark.parametrize(
    ("heading", "authors"),
    [
        (HEADING, ("ola-tveit",)),
        (HEADING.replace("Statement NOUN 0 root lemma=statement", "Attack NOUN 0 root lemma=attack"), ()),
    ],
)
def test_a_heading_says_whose_words_a_text_is(heading: str, authors: tuple[str, ...], directory: Directory) -> None:
    doc = doc_from(heading.replace("{end}", "NEWLINE SPACE 1 dep"))
    lines = Doc(doc.vocab, words=[w.replace("NEWLINE", "\n\n") for w in (t.text for t in doc)])
    kept = lines.from_array(COLUMNS, doc.to_array(COLUMNS))
    kept.set_ents([Span(kept, e.start, e.end, label=e.label_) for e in doc.ents])
    assert cast(kept, directory).authors == authors


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


CLOSED = """
Tamulo PROPN 3 nsubj ner=B-GPE
has AUX 3 aux
closed VERB 0 root lemma=close
the DET 5 det
border NOUN 3 obj
"""


def test_a_name_taken_for_a_place_that_no_gazetteer_has_acts_as_a_person_where_it_does_something(directory: Directory) -> None:
    unknown = cast(doc_from(CLOSED), directory, where=lambda _: None)
    known = cast(doc_from(CLOSED), directory, where=lambda _: "KEN")
    seen = cast(doc_from(CLOSED.replace("lemma=close", "lemma=see")), directory, where=lambda _: None)
    assert [(m.mention.actor, m.place) for m in unknown.mentions] == [("tamulo", False)]
    assert unknown.actors["tamulo"].kind == "person"
    assert [m.place for m in (*known.mentions, *seen.mentions)] == [True, True]


ALL_OF_US = """
All DET 4 nsubj
of ADP 3 case
us PRON 1 nmod lemma=we
want VERB 0 root lemma=want
what PRON 6 obj
we PRON 7 nsubj
had VERB 5 acl:relcl lemma=have
"""


def test_all_of_us_is_not_the_side_of_the_speaker_alone(directory: Directory) -> None:
    doc = doc_from(ALL_OF_US)
    assert [doc[i].text for i in cast(doc, directory).first_person] == ["we"]


def test_a_minister_of_a_body_that_is_a_government_speaks_for_it_and_not_for_a_state(directory: Directory) -> None:
    words = "Riyad PROPN 3 nsubj ner=B-PERSON\nal-Maliki PROPN 1 flat ner=I-PERSON\nsaid VERB 0 root lemma=say"
    doc = doc_from(f"{words}\nwe PRON+ 5 nsubj\nwait VERB 3 ccomp")
    found = cast(doc, directory, published=date(2012, 6, 1))
    assert [m.mention.actor for m in found.with_speakers({3: ("riyad-al-maliki",)}).at(3)] == ["palestinian-authority"]


WHERE = {"South Carolina": "USA", "Haifa": "ISR", "Maryland": "USA"}.get


@pytest.mark.parametrize(("title", "country"), [("Governor", "USA"), ("Envoy", None)])
def test_governors_are_of_the_land_in_which_their_province_lies_and_envoys_are_not(
    title: str, country: str | None, directory: Directory
) -> None:
    doc = doc_from(
        f"""South PROPN 2 compound ner=B-GPE
Carolina PROPN 4 compound ner=I-GPE
{title} PROPN 4 nmod:desc
Lindqvist PROPN 5 nsubj ner=S-PERSON
spoke VERB 0 root lemma=speak

Kenya PROPN 2 nsubj
thanked VERB 0 root lemma=thank
Chad PROPN 2 obj
and CCONJ 5 cc
Sudan PROPN 3 conj"""
    )
    found = cast(doc, directory, where=WHERE)
    assert [a.country for a in found.actors.values() if a.kind == "person"] == [country]


@pytest.mark.parametrize(("words", "country"), [("Haifa University", "ISR"), ("University of Maryland", "USA"), ("Haifa Systems", None)])
def test_public_bodies_called_by_a_town_are_of_its_land(words: str, country: str | None, directory: Directory) -> None:
    parts = words.split()
    marks = ["B-ORG", *["I-ORG"] * (len(parts) - 2), "I-ORG"]
    deps = ["case" if w == "of" else "compound" for w in parts[:-1]]
    rows = [f"{w} PROPN {len(parts)} {dep} ner={mark}" for w, dep, mark in zip(parts, deps, marks, strict=False)]
    rows += [f"{parts[-1]} PROPN {len(parts) + 1} nsubj ner=I-ORG", "protested VERB 0 root lemma=protest"]
    alone = cast(doc_from("\n".join(rows)), directory)
    assert [a.country for a in alone.actors.values()] == [None]
    lands = "Israel PROPN 4 nsubj\nand CCONJ 3 cc\nAmerica PROPN 1 conj\ntalked VERB 0 root lemma=talk"
    found = cast(doc_from("\n\n".join(["\n".join(rows), lands])), directory, where=WHERE)
    assert next(a.country for a in found.actors.values() if a.kind != "state") == country


def test_who_belongs_to_an_organisation_says_we_for_it(directory: Directory) -> None:
    doc = doc_from(
        """Ola PROPN 6 nsubj ner=B-PERSON
Tveit PROPN 1 flat ner=I-PERSON
of ADP 5 case
Vale PROPN 5 compound ner=B-ORG
Watch PROPN 1 nmod ner=I-ORG
said VERB 0 root lemma=say
we PRON+ 8 nsubj
won VERB 6 ccomp"""
    )
    found = cast(doc, directory)
    assert [m.mention.actor for m in found.with_speakers({6: ("ola-tveit",)}).at(6)] == ["vale-watch"]
