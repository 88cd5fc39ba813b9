"""What a record holds as files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet
import pytest
from msgspec import structs

from dragoman.claims import TimeValue
from dragoman.record import Record
from fake_commandline import Run
from readings import TALKS, talks


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_claims_hold_events_and_relations(run: Run, recorded: Path, tmp_path: Path) -> None:
    ran = run("export", "out.csv")
    assert (ran.status, ran.out, ran.err) == (0, "out.csv: 3 claims of dragoman.duckdb\n", "")
    assert sorted(row["type"] for row in _rows(tmp_path / "out.csv")) == ["AID", "CONSULT", "recognizes"]


def test_types_and_days_narrow_what_is_written(run: Run, recorded: Path, tmp_path: Path) -> None:
    assert run("export", "out.parquet", "--type", "recognizes").status == 0
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").column("type").to_pylist() == ["recognizes"]
    run("export", "out.csv", "--form", "dyads", "--until", "2024-05")
    assert [row["type"] for row in _rows(tmp_path / "out.csv")] == ["CONSULT", "AID"]


def test_actors_narrow_what_is_written(run: Run, recorded: Path, tmp_path: Path) -> None:
    assert run("export", "out.csv", "--actor", "the Red Front", "--actor", "Norland").out == "out.csv: 1 claims of dragoman.duckdb\n"
    assert [row["type"] for row in _rows(tmp_path / "out.csv")] == ["CONSULT"]
    assert run("export", "out.csv", "--form", "statements", "--actor", "ana-lund").out == "out.csv: 1 statements of dragoman.duckdb\n"
    assert "give one" in run("export", "out.csv", "--form", "statements", "--actor", "Norland", "--actor", "Ana Lund").err
    assert "Norlandd: nobody is so called" in run("export", "out.csv", "--actor", "Norlandd").err


@pytest.mark.parametrize(("form", "begin", "lines"), [("claims", '"report"', 4), ("statements", '"report"', 5), ("plover", "{", 2)])
def test_a_dash_is_standard_output(run: Run, recorded: Path, tmp_path: Path, form: str, begin: str, lines: int) -> None:
    ran = run("export", "-", "--form", form)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(begin)
    assert len(ran.out.splitlines()) == lines
    assert [path.name for path in tmp_path.iterdir()] == ["dragoman.duckdb"]


def test_dyads_are_pairs_and_plover_is_plovers_json(run: Run, recorded: Path, tmp_path: Path) -> None:
    run("export", "out.csv", "--form", "dyads")
    assert next((row["actor"], row["recipient"]) for row in _rows(tmp_path / "out.csv")) == ("Norland", "Red Front")
    ran = run("export", "out.jsonl", "--form", "plover")
    assert ran.out == "out.jsonl: 2 events of dragoman.duckdb\n"
    first = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])
    assert first["event"] == ["CONSULT"]
    assert first["coder"].startswith("dragoman ")


def test_statements_have_speakers_words_and_where_they_stand(run: Run, recorded: Path, tmp_path: Path) -> None:
    assert run("export", "out.jsonl", "--form", "statements").out == "out.jsonl: 4 statements of dragoman.duckdb\n"
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    told = next(row for row in rows if row["statement"] == "s2")
    assert (told["source_ids"], told["source_countries"]) == (["ana-lund", "norland-foreign-ministry"], ["NOR", "NOR"])
    assert (told["cue"], TALKS[told["cue_start"] : told["cue_end"]], told["manner"]) == ("told", "told", "direct")
    start, end = map(int, told["spans"][0].split("-"))
    assert [TALKS[start:end]] == told["words"] == ["“We do not recognise the council,”"]
    assert told["paragraph"] in TALKS.splitlines()
    assert (told["day"], told["day_from"]) == ("2024-05-04", "report")
    assert run("export", "out.csv", "--form", "statements").status == 0
    assert next(row["source"] for row in _rows(tmp_path / "out.csv") if row["statement"] == "s2") == "Ana Lund; Norland Foreign Ministry"


def test_claims_have_the_chain_of_voices_and_the_place_of_their_words(run: Run, recorded: Path, tmp_path: Path) -> None:
    run("export", "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    aid = next(row for row in rows if row["type"] == "AID")
    assert aid["voice"] == ["Ana Lund; Norland Foreign Ministry", "Norland"]
    assert aid["voice_ids"] == ["ana-lund; norland-foreign-ministry", "norland"]
    assert (aid["voice_cues"], aid["voice_manners"]) == (["told", "adding"], ["direct", "indirect"])
    assert (aid["voice_statements"], aid["voice_sectors"]) == (["s2", "s3"], ["GOV; GOV", "GOV"])
    assert TALKS[aid["sentence_start"] : aid["sentence_end"]].strip() == aid["sentence"]
    assert [TALKS[int(a) : int(b)] for a, b in (span.split("-") for span in aid["trigger_spans"])] == aid["trigger"]
    run("export", "out.csv", "--form", "dyads")
    cells = next(row for row in _rows(tmp_path / "out.csv") if row["type"] == "AID")
    assert (cells["voice_ids"], cells["voice_cues"]) == ("ana-lund; norland-foreign-ministry > norland", "told > adding")


def test_dyads_and_events_say_how_closely_their_day_is_known(run: Run, tmp_path: Path) -> None:
    reading = talks()
    year = TimeValue(start="2001-01-01", end="2001-12-31", precision="year")
    first, *others = reading.claims
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(structs.replace(reading, claims=(structs.replace(first, time=year), *others)))
    run("export", "out.csv", "--form", "dyads")
    days = {row["type"]: (row["date"], row["date_end"], row["date_precision"], row["date_from"]) for row in _rows(tmp_path / "out.csv")}
    assert days == {
        "CONSULT": ("2001-01-01", "2001-12-31", "year", "claim"),
        "AID": ("2024-06-30", "2024-06-30", "quarter", "claim"),
    }
    run("export", "out.jsonl", "--form", "plover")
    event = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (event["date"], event["enddate"], event["date_precision"]) == ("2001-01-01", "2001-12-31", "year")
    assert event["sources"][0]["who"][0]["identifier_id"] == "norland-foreign-ministry"


def test_the_same_sentence_in_two_reports_has_one_wording(run: Run, tmp_path: Path) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write_many(
            [talks("r1"), talks("r2", text=f"Another headline\n{TALKS}"), talks("r3", text=TALKS.replace("in Ostby", "in Ostby itself"))]
        )
    for form in ("claims", "dyads"):
        run("export", "out.csv", "--form", form)
        words = {
            row["report" if form == "claims" else "event"][:2]: row["wording"]
            for row in _rows(tmp_path / "out.csv")
            if row["type"] == "CONSULT"
        }
        assert words["r1"] == words["r2"] != words["r3"]


@pytest.mark.parametrize(
    ("options", "types"),
    [
        (("--polarity", "negative"), ["recognizes"]),
        (("--polarity", "positive", "--certainty", "hypothetical"), ["AID"]),
        (("--certainty", "certain", "--certainty", "hypothetical"), ["AID", "CONSULT", "recognizes"]),
        (("--tense", "future"), ["AID"]),
        (("--known",), ["AID", "CONSULT", "recognizes"]),
    ],
)
def test_what_is_written_may_be_chosen_by_polarity_certainty_and_tense(
    run: Run, recorded: Path, tmp_path: Path, options: tuple[str, ...], types: list[str]
) -> None:
    run("export", "out.csv", *options)
    assert sorted(row["type"] for row in _rows(tmp_path / "out.csv")) == types


@pytest.mark.parametrize(
    "arguments",
    [
        ("out.xlsx",),
        ("out.csv", "--certainty", "sure"),
        ("out.csv", "--form", "statements", "--known"),
        ("out.csv", "--form", "plover"),
        ("out.csv", "--type", "nothing"),
        ("out.csv", "--form", "dyads", "--type", "recognizes"),
        ("out.jsonl", "--form", "plover", "--type", "AID", "--type", "recognizes"),
    ],
)
def test_what_cannot_be_written_is_one_line_of_error(run: Run, recorded: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run("export", *arguments)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / arguments[0]).exists()
