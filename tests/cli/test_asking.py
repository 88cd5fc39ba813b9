"""The commands that ask a record."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.record import Record
from fake_commandline import Run, environment
from readings import TALKS, talks

ASKING = [
    ("reports",),
    ("reports", "--failed"),
    ("show", "r1"),
    ("timeline", "Norland", "red front"),
    ("standing", "the council"),
    ("positions", "norland"),
    ("disputed", "norland"),
    ("said", "ana lund"),
    ("said", "--about", "council"),
    ("sql", "SELECT type, actor, told_on FROM told"),
]


@pytest.mark.parametrize("arguments", ASKING, ids=lambda one: " ".join(one[:2]))
def test_every_question_is_answered_in_plain_text_and_in_json(run: Run, recorded: Path, arguments: tuple[str, ...]) -> None:
    plain = run(*arguments)
    assert (plain.status, plain.err) == (0, "")
    assert plain.out.strip()
    assert "\x1b" not in plain.out
    answer = run(*arguments, "--json")
    assert answer.status == 0
    assert all(isinstance(json.loads(line), dict) for line in answer.out.splitlines())


def test_a_timeline_shows_day_parties_voice_evidence_and_report(run: Run, recorded: Path) -> None:
    out = run("timeline", "norland", "red front").out
    assert out == (
        "2024-05-03\n"
        "  CONSULT visit: Norland, Red Front, third party Norland Foreign Ministry [the ministry]\n"
        "      according to Norland Foreign Ministry: certain, past · 2024-05-03 · at Østby, NOR · by “held … talks”"
        " · (diplomatic, military)\n"
        "      │ Norland and the Red Front held talks in Ostby on 3 May 2024, the ministry said.\n"
        "      [The Ostby Courier, 2024-05-04, r1, and 1 copy]\n"
    )


def test_what_is_told_many_times_is_told_once_with_three_of_its_tellings_or_all(run: Run, tmp_path: Path) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write_many([talks(f"r{n}", text=TALKS.replace("in Ostby", f"in Ostby {n}"), outlet=f"Outlet {n}") for n in range(5)])
    out = run("timeline", "norland", "red front").out
    assert out.count("CONSULT visit") == 1
    assert "(told 5 times by 5 reports)" in out
    assert out.count("[Outlet") == 3
    assert out.endswith("      and 2 more; --all shows them\n")
    assert run("timeline", "norland", "red front", "--all").out.count("[Outlet") == 5
    assert run("standing", "norland").out.count("recognizes: Norland") == 1
    assert len(run("timeline", "norland", "red front", "--json").out.splitlines()) == 5


def test_a_sentence_that_several_reports_print_is_one_wording(run: Run, tmp_path: Path) -> None:
    texts = [f"Headline {n}\n{TALKS}" for n in range(3)] + [TALKS.replace("in Ostby", "in Ostby itself")]
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write_many([talks(f"r{n}", text=text, outlet=f"Outlet {n}") for n, text in enumerate(texts)])
    out = run("timeline", "norland", "red front").out
    assert "(told 4 times by 4 reports, in 2 wordings)" in out
    assert "[Outlet 0, 2024-05-04, r0; word for word in r1, r2]" in out
    assert out.count("[Outlet") == 2
    assert run("timeline", "norland", "red front", "--all").out.count("[Outlet") == 4


def test_a_timeline_can_be_narrowed(run: Run, recorded: Path) -> None:
    assert "No events" in run("timeline", "red front", "--until", "2023").out
    assert [
        json.loads(line)["type"] for line in run("timeline", "norland", "--type", "AID", "-t", "recognizes", "--json").out.splitlines()
    ] == [
        "recognizes",
        "AID",
    ]


def test_a_timeline_needs_no_actor_and_takes_modes(run: Run, recorded: Path) -> None:
    assert run("timeline", "--type", "Visit").out == run("timeline", "norland", "red front").out
    ran = run("timeline", "--type", "CONSULTT")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "CONSULTT: is no type of event or relation, and no mode; did you mean CONSULT?" in ran.err


def test_a_standing_shows_a_denied_relation_as_denied(run: Run, recorded: Path) -> None:
    out = run("standing", "norland").out
    assert "not recognizes: Norland [We] → the Council, as “the council”" in out
    assert "denied, certain, present" in out


def test_show_gives_each_claim_beside_its_words_under_its_voice(run: Run, recorded: Path) -> None:
    out = run("show", "r1").out
    assert (
        "Norland and the Red Front held talks in Ostby on 3 May 2024, the ministry said.\n"
        "  Norland Foreign Ministry “said”:\n"
        "    CONSULT visit: Norland, Red Front, third party Norland Foreign Ministry [the ministry]\n"
        "        certain, past · 2024-05-03 · at Østby, NOR · by “held … talks” · (diplomatic, military)\n"
    ) in out
    assert (
        "    not recognizes: Norland [We] → the Council, as “the council”\n"
        "        denied, certain, present · in “Ostby” · by “recognise”\n"
        "    Norland “adding”: Norland would send 40 buses 🚌 … if the truce holds\n"
        "      AID: Norland\n"
    ) in out
    assert "condition “if the truce holds”" in out


def test_positions_are_told_side_by_side_and_kind_by_kind(run: Run, recorded: Path) -> None:
    out = run("positions", "norland", "Red Front").out
    assert out.startswith("Norland offers\n  AID: Norland: “40 buses”\n")
    assert out.endswith("\nRed Front: no positions\n")
    answer = [json.loads(line) for line in run("positions", "norland", "--json").out.splitlines()]
    assert [(one["actor"], one["position"], one["told"]["type"]) for one in answer] == [("norland", "offers", "AID")]


def test_statements_stand_under_their_day_and_may_be_asked_for_by_their_words(run: Run, recorded: Path) -> None:
    out = run("said", "--about", "COUNCIL", "--about", "recognise").out
    assert out == (
        "2024-05-04\n"
        "  Ana Lund; Norland Foreign Ministry “told” (direct): “We do not recognise the council,”\n"
        "    [The Ostby Courier, 2024-05-04, r1, and 1 copy]\n"
    )
    assert run("said", "--about", "submarine").out == "No statements.\n"
    assert "name an actor, or words with --about" in run("said").err


def test_reports_are_listed_of_some_days_alone(run: Run, recorded: Path) -> None:
    ids = [json.loads(line)["source"]["id"] for line in run("reports", "--json").out.splitlines()]
    assert ids == ["r1", "r2", "r3"]
    assert len(run("reports", "--since", "2024-05", "--until", "2024-05-04").out.splitlines()) == 2
    assert run("reports", "--since", "2024-06").out == run("reports", "--until", "2023").out == ""
    assert "is for reports, not for --failed" in run("reports", "--failed", "--since", "2024").err


def test_control_characters_of_a_report_do_not_reach_the_terminal(run: Run, recorded: Path) -> None:
    assert "Nothing �[31mred." in run("show", "r3").out


def test_unknown_names_reports_and_records_are_one_line(run: Run, recorded: Path) -> None:
    for arguments, message in [
        (("standing", "norland", "--type", "consult"), "dragoman: CONSULT: is a type or mode of events"),
        (("standing", "norland", "--type", "visit"), "dragoman: visit: is a type or mode of events"),
        (("timeline", "Norlnd"), "dragoman: Norlnd: nobody is so called in this record; near names are: Norland"),
        (("show", "r11"), "dragoman: r11: no such report in this record; near ids are: r1\n"),
        (("show", "r4"), "dragoman: r4: could not be read: r4.txt: empty; put text in it"),
        (("said", "ana lund", "--since", "monday"), "dragoman: monday: is not a date"),
        (("reports", "--record", "none.duckdb"), "dragoman: none.duckdb: there is no record here; make one with: dragoman read"),
        (("sql", "DELETE FROM claims"), "dragoman: the query: only one query that reads is answered"),
    ]:
        ran = run(*arguments)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(message)
        assert ran.err.count("\n") == 1


def test_the_record_may_be_named_by_the_environment(run: Run, recorded: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    recorded.rename(tmp_path / "other.duckdb")
    monkeypatch.setenv("DRAGOMAN_RECORD", "other.duckdb")
    assert run("reports").status == 0


_PROBE = """
import sys
from dragoman.cli import main
status = main({arguments!r})
heavy = {{"language", "actors", "coding", "reader", "intake", "batch"}}
print(status, sorted(name for name in sys.modules if name.startswith("dragoman.") and name.split(".")[1] in heavy), file=sys.stderr)
print(sorted({{"spacy", "pyarrow", "pandas", "polars", "onnxruntime", "numpy"}} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", ASKING, ids=lambda one: " ".join(one[:2]))
def test_asking_never_loads_what_reads(recorded: Path, arguments: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _PROBE.format(arguments=list(arguments))],
        cwd=recorded.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.splitlines() == ["0 []", "[]"]


def test_asking_starts_soon(recorded: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "dragoman.cli", "reports"], cwd=recorded.parent, env=environment(), capture_output=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 1.2, f"{spent:.2f} s of processor time; a busy machine doubles what an idle one takes"


def test_a_reader_that_goes_away_is_no_error(recorded: Path) -> None:
    command = f"{sys.executable} -m dragoman.cli sql 'SELECT sentence FROM told, range(20000)' | head -1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=recorded.parent, env=environment(), capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "sentence\n", "")


def _on_a_terminal(folder: Path, *arguments: str, **more: str) -> str:
    """Return what a command writes to a terminal of sixty columns."""
    ours, theirs = pty.openpty()
    env = environment(**{"TERM": "xterm", "COLUMNS": "60", **more})
    subprocess.run([sys.executable, "-m", "dragoman.cli", *arguments], cwd=folder, stdout=theirs, stderr=-1, env=env, check=True)
    os.close(theirs)
    chunks = []
    try:
        while chunk := os.read(ours, 65536):
            chunks.append(chunk)
    except OSError:
        pass
    os.close(ours)
    return b"".join(chunks).decode()


def test_colours_are_for_terminals_and_can_be_refused(recorded: Path) -> None:
    coloured = _on_a_terminal(recorded.parent, "timeline", "norland")
    assert "\x1b[1;36mCONSULT" in coloured
    plain = _on_a_terminal(recorded.parent, "timeline", "norland", NO_COLOR="1")
    assert "\x1b[1;36m" not in plain
    assert "36m" not in plain


def test_lines_are_wrapped_on_a_terminal_and_no_word_is_lost(recorded: Path) -> None:
    shown = re.sub(r"\x1b\[[\d;]*m", "", _on_a_terminal(recorded.parent, "show", "r1"))
    assert max(len(line) for line in shown.splitlines()) <= 60
    assert "Norland and the Red Front held talks in Ostby on 3 May 2024, the ministry said." in " ".join(shown.split())
