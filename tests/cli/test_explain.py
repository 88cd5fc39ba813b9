"""``dragoman explain``: what an analyst sees of why a sentence was coded as it was. Trees are made by hand, so that no model decides."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from spacy.tokens import Doc

from conllu import doc_of
from dragoman import language, reader
from dragoman.actors import Cast, Directory
from dragoman.claims import Reading, Report
from dragoman.language import marks
from dragoman.language.marks import Mark
from dragoman.record import Record
from fake_commandline import Run

SHELLED = """
1 Turkey Turkey PROPN NNP _ 2 nsubj _ NER=B-GPE
2 zorbled zorble VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 Syria Syria PROPN NNP _ 2 obj _ NER=B-GPE|SpaceAfter=No
4 . . PUNCT . _ 2 punct _ _
"""
SAID = """
1 Egypt Egypt PROPN NNP _ 2 nsubj _ NER=B-GPE
2 said say VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 Turkey Turkey PROPN NNP _ 4 nsubj _ NER=B-GPE
4 shelled shell VERB VBD Tense=Past|VerbForm=Fin 2 ccomp _ _
5 a a DET DT _ 6 det _ _
6 trawler trawler NOUN NN _ 4 obj _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""
TALKS = """
1 Talks talk NOUN NNS _ 2 nsubj _ _
2 failed fail VERB VBD Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _
"""
IF = """
1 Egypt Egypt PROPN NNP _ 2 nsubj _ NER=B-GPE
2 leaves leave VERB VBZ Tense=Pres|VerbForm=Fin 0 root _ _
3 if if SCONJ IN _ 5 mark _ _
4 Turkey Turkey PROPN NNP _ 5 nsubj _ NER=B-GPE
5 zorbles zorble VERB VBZ Tense=Pres|VerbForm=Fin 2 advcl _ _
6 Syria Syria PROPN NNP _ 5 obj _ NER=B-GPE|SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
"""
REPORT = "Talks failed. Turkey zorbled Syria. Egypt said Turkey shelled a trawler."
FRAMES = """
type: ASSAULT
frames:
  zorble:
    verbs: [zorble]
    roles: {actor: subject, recipient: object}
    example: Turkey zorbled Syria.
  zorble-gently:
    verbs: [zorble]
    where: {with: [feather, pillow]}
    roles: {actor: subject, recipient: object}
    example: Turkey zorbled Syria with a feather.
  zorble-war:
    verbs: ["zorble ~war on"]
    roles: {actor: subject, recipient: "on"}
    example: Turkey zorbled war on Syria.
"""


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with the reader itself."""
    monkeypatch.setitem(sys.modules, "dragoman.reader", reader)
    return run


@pytest.fixture(autouse=True)
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Mark]:
    """A pipeline that knows four sentences by heart, and what its learned heads make of them."""
    by_text = {doc_of(one).text: one for one in (SHELLED, SAID, TALKS, IF)}
    told: list[Mark] = []

    def nlp(text: str) -> Doc:
        if not any(one.isalnum() for one in text):
            return doc_of("1 * * PUNCT NFP _ 0 root _ _")
        rest, found = text.strip(), []
        while rest:
            known = next(one for one in by_text if rest.startswith(one))
            found.append(by_text[known].strip())
            rest = rest[len(known) :].strip()
        doc = doc_of("\n\n".join(found))
        if told:
            marks.keep(doc, told, range(len(doc)))
        return doc

    monkeypatch.setattr(language, "load", lambda **_: nlp)
    return told


@pytest.fixture
def mine(tmp_path: Path) -> str:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "own.yaml").write_text(FRAMES, encoding="utf-8")
    return str(folder)


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    return "r.txt"


def part(out: str, title: str) -> str:
    """Return what stands under a title, up to the next."""
    _, found, rest = f"\n{out}".partition(f"\n{title}\n")
    assert found, f"no {title} in\n{out}"
    return rest.partition("\n\n")[0]


def row(out: str, *words: str) -> str:
    """Return the one line with all these words."""
    (found,) = (line for line in out.splitlines() if all(word in line for word in words))
    return found


def test_a_sentence_is_shown_with_its_tree_its_actors_and_its_claim(run: Run, report: str, mine: str) -> None:
    ran = run("explain", report, "--sentence", "2", "--frames", mine)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Sentence 2 of 3\n  Turkey zorbled Syria.\n")
    assert row(ran.out, "3  Syria").split() == ["3", "Syria", "PROPN", "obj", "2", "zorbled", "Syria"]
    assert row(ran.out, "2  zorbled").split() == ["2", "zorbled", "VERB", "root", "–"]
    assert "“Turkey”  Turkey  turkey  state TUR GOV" in part(ran.out, "Who is mentioned")
    assert "the outlet's own voice" in part(ran.out, "Statements")
    claims = part(ran.out, "Claims")
    assert "ASSAULT: Turkey → Syria" in claims
    assert "rule own.yaml#zorble" in claims
    assert "by “zorbled”" in claims


def test_what_was_tried_at_a_word_is_shown_with_its_slots_and_what_became_of_it(run: Run, report: str, mine: str) -> None:
    frames = part(run("explain", report, "-s", "2", "--frames", mine).out, "Frames")
    assert row(frames, "zorbled (2)").endswith("subject “Turkey”, object “Syria”")
    assert row(frames, "own.yaml#zorble,").split()[0] == "c2"
    assert "actor Turkey; recipient Syria" in frames
    assert "own.yaml#zorble-gently" not in frames
    assert "and 1 whose conditions are not met and 1 that ask for other words: --word zorbled" in frames


def test_of_a_word_everything_that_was_tried_is_shown_and_nothing_else(run: Run, report: str, mine: str) -> None:
    ran = run("explain", report, "--word", "zorble", "--frames", mine)
    assert "Sentence 2 of 3" in ran.out
    assert "Sentence 1" not in ran.out
    assert "Who is mentioned" not in ran.out
    lines = ran.out.splitlines()
    unfit = lines.index(row(ran.out, "no ", "own.yaml#zorble-gently"))
    assert lines[unfit + 1].strip() == "with must be feather, pillow, and is empty"
    absent = lines.index(row(ran.out, "no ", "own.yaml#zorble-war"))
    assert "war" in lines[absent + 1]
    assert "rule own.yaml#zorble\n" in ran.out


def test_where_nothing_holds_the_unmet_conditions_are_shown_at_once(run: Run, report: str, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "own.yaml").write_text(FRAMES.replace("  zorble:\n    verbs: [zorble]", "  zorble:\n    verbs: [frump]"), encoding="utf-8")
    ran = run("explain", report, "-s", "2", "--frames", "other")
    assert "with must be feather, pillow, and is empty" in part(ran.out, "Frames")
    assert part(ran.out, "Claims").strip() == "none"


def test_the_statement_around_a_claim_is_shown(run: Run, report: str) -> None:
    ran = run("explain", report, "-s", "3")
    assert part(ran.out, "Statements").strip() == "s1  Egypt “said”: Turkey shelled a trawler  (indirect)"
    assert "according to Egypt" in part(ran.out, "Claims")


def test_what_the_learned_heads_make_of_a_word_is_shown(run: Run, report: str, mine: str, parsed: list[Mark]) -> None:
    parsed += [Mark(4, "ASSAULT", 0.91, ((3, "actor", 0.8), (5, "recipient", 0.7))), Mark(4, "AID", 0.05, ())]
    ran = run("explain", report, "-s", "2", "--frames", mine)
    heads = part(ran.out, "Learned heads")
    assert "zorbled (2)  ASSAULT 0.91: actor “Turkey” 0.80; recipient “Syria” 0.70  (c" in heads
    assert ", a claim by own.yaml#zorble)" in heads
    assert "AID" not in heads
    assert "AID 0.05" in part(run("explain", report, "-w", "zorbled", "--frames", mine).out, "Learned heads")
    assert "Learned heads" not in run("explain", report, "-s", "2", "--frames", mine, "--coder", "lexicon").out


def test_the_word_that_makes_a_claim_hypothetical_is_shown(run: Run, mine: str) -> None:
    claims = part(run("explain", "--text", "Egypt leaves if Turkey zorbles Syria.", "-s", "1", "--frames", mine).out, "Claims")
    assert "certainty: hypothetical, by “if”" in claims
    assert "certainty: certain" not in part(run("explain", "--text", "Turkey zorbled Syria.", "-s", "1", "--frames", mine).out, "Claims")


def test_frames_that_are_left_out_say_so(run: Run, report: str, mine: str) -> None:
    ran = run("explain", report, "-s", "2", "--frames", mine, "--coder", "learned")
    assert "frames are left out" in part(ran.out, "Frames")
    assert part(ran.out, "Claims").strip() == "none"


def test_without_a_sentence_they_are_listed_with_their_claims(run: Run, report: str, mine: str) -> None:
    lines = run("explain", report, "--frames", mine).out.splitlines()
    assert lines[0] == "1  Talks failed."
    assert lines[lines.index("2  Turkey zorbled Syria.") + 1].strip() == "ASSAULT: Turkey → Syria"
    assert "--sentence N" in lines[-1]


def test_a_text_at_hand_of_one_sentence_is_explained_at_once(run: Run) -> None:
    assert run("explain", "--text", "Talks failed.").out.startswith("Sentence 1 of 1\n  Talks failed.\n")
    assert run("explain", stdin="Talks failed.").out == run("explain", "-", stdin="Talks failed.").out
    assert run("explain", stdin="Talks failed.").out.startswith("Sentence 1 of 1")


def test_json_has_all_of_it(run: Run, report: str, mine: str) -> None:
    [line] = run("explain", report, "-s", "2", "--frames", mine, "--json").out.splitlines()
    told = json.loads(line)
    assert (told["sentence"], told["of"], told["text"]) == (2, 3, "Turkey zorbled Syria.")
    assert REPORT[told["start"] : told["end"]].strip() == told["text"]
    assert [word["text"] for word in told["words"]] == ["Turkey", "zorbled", "Syria", "."]
    [predicate] = told["predicates"]
    outcomes = {one["rule"]: one["outcome"] for one in predicate["tried"]}
    assert outcomes == {"own.yaml#zorble": "claim", "own.yaml#zorble-gently": "unfit", "own.yaml#zorble-war": "absent"}
    assert predicate["slots"] == {"subject": [{"word": 1, "text": "Turkey"}], "object": [{"word": 3, "text": "Syria"}]}
    [claim] = told["claims"]
    assert (claim["type"], [p["name"] for p in claim["roles"]["recipient"]]) == ("ASSAULT", ["Syria"])
    everything = [json.loads(one) for one in run("explain", report, "--frames", mine, "--json").out.splitlines()]
    assert [one["sentence"] for one in everything] == [1, 2, 3]
    assert everything[1] == told


def test_one_report_of_a_file_of_several_is_named_by_its_id(run: Run, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Talks failed."}, {"id": "b", "text": "Turkey zorbled Syria."}]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "Turkey zorbled Syria." in run("explain", "news.jsonl", "--id", "b").out
    several = run("explain", "news.jsonl")
    assert (several.status, several.out) == (2, "")
    assert "holds several reports; say which with --id, such as a, b" in several.err
    unknown = run("explain", "news.jsonl", "--id", "c")
    assert (unknown.status, unknown.out) == (2, "")
    assert "holds no report 'c'; give one of a, b" in unknown.err


def test_a_recorded_report_is_explained_by_its_id(run: Run, tmp_path: Path, mine: str) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(Reading(report=Report(id="r7", text=REPORT, published="2024-05-01")))
    assert "ASSAULT: Turkey → Syria" in run("explain", "r7", "-s", "2", "--frames", mine).out
    unknown = run("explain", "r8")
    assert unknown.status == 2
    assert "r8" in unknown.err


def test_a_recorded_report_without_a_date_takes_the_one_that_is_given(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(Reading(report=Report(id="r7", text=REPORT)))
        record.write(Reading(report=Report(id="r8", text=f"{REPORT} {REPORT}", published="2024-05-01")))

    def cast_of(doc: Doc, report: Report, directory: Directory) -> tuple[Cast, date | None]:
        asked.append(report.published)
        return real(doc, report, directory)

    real = reader.cast_of
    monkeypatch.setattr(reader, "cast_of", cast_of)
    for id in ("r7", "r8"):
        assert run("explain", id, "-s", "1", "--published", "30 April 2024").status == 0
    assert asked == ["2024-04-30", "2024-05-01"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["r.txt", "-s", "4"], "sentence 4: the report has 3 sentences; give a number from 1 to 3"),
        (["r.txt", "-s", "0"], "sentence 0: the report has 3 sentences; give a number from 1 to 3"),
        (["--text", "Talks failed.", "-s", "2"], "sentence 2: the report has one sentence"),
        (["r.txt", "-w", "photosynthesis"], "the report has no word 'photosynthesis'"),
        (["r.txt", "-s", "1", "-w", "zorbled"], "sentence 1 has no word 'zorbled'"),
        (["r.txt", "--text", "Talks failed."], "give a report or --text, not both"),
        (["--text", "Talks failed.", "--id", "a"], "--id: is for reports, not for a text; leave it out"),
        (["--text", "Talks failed.", "--map", "text=body"], "--map: is for reports, not for a text"),
        (["--text", "Talks failed.", "--record", "kept.duckdb"], "--record: is for reports, not for a text"),
        (["r7", "--record", "kept.duckdb", "--id", "a"], "--id: is for files, not for a report of the record"),
        (["--text", " "], "the text is empty; give a text"),
        (["--text", "* * *"], "the report has no sentence; give a text with words in it"),
        (["--text", "Talks failed.", "--published", "someday"], "--published someday: is not a date"),
        (["empty.txt"], "empty"),
        (["nowhere.txt"], "nowhere.txt: there is no such file, and no record dragoman.duckdb"),
        (["nowhere.txt", "--record", "kept.duckdb"], "nowhere.txt: there is no such file, and no report of this id in kept.duckdb"),
        (["r.txt", "--frames", "nowhere"], "nowhere: no such folder"),
    ],
)
def test_what_cannot_be_explained_is_told_on_one_line(run: Run, report: str, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    Record(tmp_path / "kept.duckdb").close()
    ran = run("explain", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
