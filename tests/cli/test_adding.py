"""``dragoman lexicon add``: a wording of one's own, tried on its example. Trees are made by hand, so that no model decides."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from spacy.tokens import Doc

from conllu import doc_of
from dragoman import language, reader
from dragoman.coding import load_lexicon
from dragoman.coding.lexicon.lint import faults_of
from fake_commandline import Ran, Run

TREES = {
    "Spain zorbled a Moroccan trawler.": """
1 Spain Spain PROPN NNP _ 2 nsubj _ NER=B-GPE
2 zorbled zorble VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 a a DET DT _ 5 det _ _
4 Moroccan Moroccan ADJ JJ _ 5 amod _ _
5 trawler trawler NOUN NN _ 2 obj _ SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _""",
    "Spain's zorblement of Morocco went on.": """
1 Spain Spain PROPN NNP _ 3 nmod:poss _ NER=B-GPE|SpaceAfter=No
2 's 's PART POS _ 1 case _ _
3 zorblement zorblement NOUN NN _ 6 nsubj _ _
4 of of ADP IN _ 5 case _ _
5 Morocco Morocco PROPN NNP _ 3 nmod _ NER=B-GPE
6 went go VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
7 on on ADP RP _ 6 compound:prt _ SpaceAfter=No
8 . . PUNCT . _ 6 punct _ _""",
    "Spain poured zorb on Morocco.": """
1 Spain Spain PROPN NNP _ 2 nsubj _ NER=B-GPE
2 poured pour VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 zorb zorb NOUN NN _ 2 obj _ _
4 on on ADP IN _ 5 case _ _
5 Morocco Morocco PROPN NNP _ 2 obl _ NER=B-GPE|SpaceAfter=No
6 . . PUNCT . _ 2 punct _ _""",
    "Nothing zorbled.": """
1 Nothing nothing PRON NN _ 2 nsubj _ _
2 zorbled zorble VERB VBD Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _""",
    "Spain bombed Morocco.": """
1 Spain Spain PROPN NNP _ 2 nsubj _ NER=B-GPE
2 bombed bomb VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 Morocco Morocco PROPN NNP _ 2 obj _ NER=B-GPE|SpaceAfter=No
4 . . PUNCT . _ 2 punct _ _""",
    "Quarn zorbled Morocco.": """
1 Quarn Quarn PROPN NNP _ 2 nsubj _ NER=B-ORG
2 zorbled zorble VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 Morocco Morocco PROPN NNP _ 2 obj _ NER=B-GPE|SpaceAfter=No
4 . . PUNCT . _ 2 punct _ _""",
}
TRAWLER, NOUN, SCORN, NOBODY, BOMBED, QUARN = TREES


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with the reader itself."""
    monkeypatch.setitem(sys.modules, "dragoman.reader", reader)
    return run


@pytest.fixture(autouse=True)
def parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that knows some sentences by heart."""

    def nlp(text: str) -> Doc:
        doc = doc_of(TREES[text])
        assert doc.text == text
        return doc

    monkeypatch.setattr(language, "load", lambda **_: nlp)


def add(run: Run, words: str, type_: str, example: str, *more: str) -> Ran:
    return run("lexicon", "add", words, "--type", type_, "--example", example, "--frames", "mine", *more)


@pytest.mark.parametrize(
    ("words", "type_", "example", "wording", "who"),
    [
        ("zorble", "COERCE", TRAWLER, ("verbs", "[zorble]"), "Spain → Morocco"),
        ("zorblement", "COERCE", NOUN, ("nouns", "[zorblement]"), "Spain → Morocco"),
        ("pour zorb on", "ACCUSE", SCORN, ("verbs", "[pour ~zorb on]"), "Spain → Morocco"),
        ("pour ~zorb on", "ACCUSE", SCORN, ("verbs", "[pour ~zorb on]"), "Spain → Morocco"),
        ("zorble", "backs", TRAWLER, ("verbs", "[zorble]"), "Spain → Morocco"),
    ],
)
def test_a_wording_is_written_with_its_example_and_its_claim_is_shown(
    run: Run, tmp_path: Path, words: str, type_: str, example: str, wording: tuple[str, str], who: str
) -> None:
    ran = add(run, words, type_, example)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{type_}: {who}")
    assert "Written to mine/added.yaml" in ran.out
    lexicon = load_lexicon(tmp_path / "mine")
    [frame] = [frame for frame in lexicon.frames if frame.own]
    assert (frame.type, frame.example) == (type_, example)
    assert f"{wording[0]}: {wording[1]}" in (tmp_path / "mine" / "added.yaml").read_text(encoding="utf-8")
    assert not [fault for fault in faults_of(lexicon) if "added.yaml" in str(fault)]


def test_a_trial_shows_the_same_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    ran = add(run, "zorble", "COERCE", TRAWLER, "--dry-run")
    assert ran.out.startswith("COERCE: Spain → Morocco")
    assert "Nothing is written" in ran.out
    assert not (tmp_path / "mine").exists()


def test_a_second_wording_leaves_what_the_file_holds(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "added.yaml"
    file.parent.mkdir()
    file.write_text(
        "# mine\nframes:\n    snorble:\n        type: AID\n        verbs: [snorble]\n        roles: {actor: subject}\n", encoding="utf-8"
    )
    before = file.read_text(encoding="utf-8")
    assert add(run, "zorble", "COERCE", TRAWLER).status == 0
    after = file.read_text(encoding="utf-8")
    assert after.startswith("# mine\nframes:\n    zorble:\n")
    assert after.endswith(before.removeprefix("# mine\nframes:\n"))
    assert {f.id for f in load_lexicon(file.parent).frames if f.own} == {"added.yaml#zorble", "added.yaml#snorble"}


def test_a_wording_may_mean_an_event_and_a_relation(run: Run, tmp_path: Path) -> None:
    assert add(run, "zorble", "COERCE", TRAWLER).status == 0
    assert add(run, "zorble", "backs", TRAWLER).status == 0
    assert {f.id for f in load_lexicon(tmp_path / "mine").frames if f.own} == {"added.yaml#zorble", "added.yaml#zorble-backs"}


def test_modes_conditions_and_roles_can_be_named(run: Run, tmp_path: Path) -> None:
    ran = add(run, "zorble", "COERCE", TRAWLER, "--mode", "seize", "--where", "object=trawler, boat", "--role", "actor=subject")
    assert ran.out.startswith("COERCE seize: Spain\n")
    [frame] = [frame for frame in load_lexicon(tmp_path / "mine").frames if frame.own]
    assert (frame.mode, set(frame.roles), frame.where[0].words) == (("seize",), {"actor"}, {"trawler", "boat"})


@pytest.mark.parametrize("by", ["option", "environment"])
def test_actors_of_ones_own_are_known_in_the_example(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "groups.csv").write_text("id,name,kind,country,sector\nquarn-front,Quarn,armed_group,MLI,REB\n")
    if by == "environment":
        monkeypatch.setenv("DRAGOMAN_ACTORS", str(own))
    ran = add(run, "zorble", "COERCE", QUARN, "--json", *(("--actors", str(own)) if by == "option" else ()))
    [actor] = json.loads(ran.out)["claim"]["roles"]["actor"]
    assert (actor["actor"], actor["country"]) == ("quarn-front", "MLI")


def test_json_tells_the_frame_and_its_claim(run: Run) -> None:
    [line] = [json.loads(line) for line in add(run, "zorble", "COERCE", TRAWLER, "--json").out.splitlines()]
    assert (line["rule"], line["wording"], line["written"], line["claim"]["type"]) == ("added.yaml#zorble", "zorble", True, "COERCE")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("zorble", "COERC", TRAWLER), "did you mean COERCE"),
        (("snorble", "COERCE", TRAWLER), "its words in the example"),
        (("zorble", "COERCE", NOBODY), "nobody known stands in its roles"),
        (("zorble", "COERCE", TRAWLER, "--where", "object=ship"), "object does not fit"),
        (("zorble", "COERCE", TRAWLER, "--mode", "seise"), "did you mean seize"),
        (("zorble", "COERCE", TRAWLER, "--role", "actr=subject"), "did you mean actor"),
        (("zorble", "COERCE", TRAWLER, "--role", "actor"), "write it as ROLE=SLOT"),
        (("bomb", "ASSAULT", BOMBED), "is read as ASSAULT already, by assault.yaml#"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    words, type_, example, *more = arguments
    ran = add(run, words, type_, example, *more)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "mine").exists()


def test_a_frame_that_is_there_is_refused(run: Run, tmp_path: Path) -> None:
    assert add(run, "zorble", "COERCE", TRAWLER).status == 0
    before = (tmp_path / "mine" / "added.yaml").read_text(encoding="utf-8")
    again = add(run, "zorble", "COERCE", TRAWLER)
    assert again.status == 2
    assert "already, by added.yaml#zorble" in again.err
    assert (tmp_path / "mine" / "added.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("missing", [("--type", "COERCE"), ("--example", TRAWLER), ("--frames", "mine"), ("zorble",)])
def test_what_is_missing_is_named(run: Run, missing: tuple[str, ...]) -> None:
    given = [("zorble",), ("--type", "COERCE"), ("--example", TRAWLER), ("--frames", "mine")]
    ran = run("lexicon", "add", *(word for one in given if one != missing for word in one))
    assert ran.status == 2
    assert "give" in ran.err
