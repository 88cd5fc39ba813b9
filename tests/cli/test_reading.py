"""The commands that read reports."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.record import Record
from fake_commandline import Run, environment

FAKE = str(Path(__file__).parents[1] / "fake_commandline.py")


def _reports(folder: Path, count: int, *, bad: int | None = None) -> Path:
    """Write a file of reports, one of which cannot be read."""
    path = folder / "reports.jsonl"
    texts = [f"The two sides held talks for the {n}th time." if n != bad else "This is unreadable to the reader." for n in range(count)]
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


def test_read_records_and_a_second_run_has_nothing_to_do(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3)
    first = run("read", "reports.jsonl", "--published", "2024-04-30")
    assert (first.status, first.out, first.err) == (0, "dragoman.duckdb: 3 read; 3 claims\n", "")
    second = run("read", "reports.jsonl", "--published", "2024-04-30")
    assert second.out == "dragoman.duckdb: 3 recorded before; 0 claims\n"
    assert run("read", "reports.jsonl", "--published", "2024-04-30", "--again").out == "dragoman.duckdb: 3 read; 3 claims\n"
    with Record(tmp_path / "dragoman.duckdb", read_only=True) as record:
        assert record.reading("r1").report.published == "2024-04-30"


def test_failures_are_listed_at_the_end_and_the_status_is_one(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3, bad=1)
    (tmp_path / "empty.txt").write_text("")
    ran = run("read", "empty.txt", "reports.jsonl", "nowhere.txt")
    assert ran.status == 1
    assert ran.out == "dragoman.duckdb: 2 read, 3 not read; 2 claims\n"
    lines = ran.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("dragoman: ") for line in lines)
    assert "r1: cannot be read; write it anew" in lines[1]
    assert "nowhere.txt" in lines[2]


def _pages(folder: Path, **texts: str) -> None:
    """Write a page of one name into a folder for each text."""
    for name, text in texts.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "page.txt").write_text(text)


def _recorded(folder: Path) -> dict[str, str]:
    """Return the texts of the record by id."""
    with Record(folder / "dragoman.duckdb", read_only=True) as record:
        return {one.source.id: record.reading(one.source.id).text for one in record.reports() if one.source.same_as is None}


MONDAY, TUESDAY = "The two sides held talks in the capital.", "The two sides held talks again."


def test_files_of_one_name_read_by_two_commands_are_two_reports(run: Run, tmp_path: Path) -> None:
    _pages(tmp_path, monday=MONDAY, tuesday=TUESDAY)
    assert run("read", "monday", "--published", "2024-04-29").err == ""
    ran = run("read", "tuesday", "--published", "2024-04-30")
    assert (ran.out, ran.err) == (
        "dragoman.duckdb: 1 read; 1 claims\n",
        "dragoman: recorded under other ids, since other texts have theirs: page-2 (not page)\n",
    )
    assert _recorded(tmp_path) == {"page": MONDAY, "page-2": TUESDAY}


def test_a_part_of_a_folder_read_again_leaves_the_rest_alone(run: Run, tmp_path: Path) -> None:
    _pages(tmp_path, a=MONDAY, b=TUESDAY)
    run("read", ".", "--published", "2024-04-29")
    for again in (("b",), ("b/page.txt",), (".",), ("b", "a")):
        ran = run("read", *again, "--published", "2024-04-29")
        assert "read;" not in ran.out
        assert ran.err == ""
    assert _recorded(tmp_path) == {"page": MONDAY, "page-2": TUESDAY}


def test_a_file_that_was_mended_takes_the_place_of_its_own_text(run: Run, tmp_path: Path) -> None:
    _pages(tmp_path, a=MONDAY, b=TUESDAY)
    run("read", ".", "--published", "2024-04-29")
    _pages(tmp_path, b="The two sides held talks once more.")
    assert run("read", "b", "--published", "2024-04-29").err.startswith("dragoman: page-2: took the place of another text with this id")
    assert _recorded(tmp_path) == {"page": MONDAY, "page-2": "The two sides held talks once more."}


def test_each_text_of_standard_input_is_kept(run: Run, tmp_path: Path) -> None:
    for text in (MONDAY, TUESDAY, MONDAY):
        run("read", "-", "--published", "2024-04-29", stdin=text)
    assert _recorded(tmp_path) == {"stdin": MONDAY, "stdin-2": TUESDAY}


def test_two_rows_with_one_id_are_both_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text("".join(json.dumps({"id": "r1", "text": text}) + "\n" for text in (MONDAY, TUESDAY)))
    assert "r1-2 (not r1)" in run("read", "t.jsonl", "--published", "2024-04-29").err
    assert run("read", "t.jsonl", "--published", "2024-04-29").out == "dragoman.duckdb: 2 recorded before; 0 claims\n"
    assert _recorded(tmp_path) == {"r1": MONDAY, "r1-2": TUESDAY}


def test_a_report_that_is_lost_to_a_copy_under_its_id_is_named(run: Run, tmp_path: Path) -> None:
    for name, rows in (("one", {"r1": MONDAY, "r2": TUESDAY}), ("two", {"r1": TUESDAY})):
        lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in rows.items())
        (tmp_path / f"{name}.jsonl").write_text(lines)
        ran = run("read", f"{name}.jsonl", "--published", "2024-04-29")
    assert ran.err.startswith("dragoman: r1: took the place of another text with this id")


def test_the_record_tells_which_file_a_report_is_from(run: Run, tmp_path: Path) -> None:
    _pages(tmp_path, a=MONDAY)
    run("read", "a")
    assert json.loads(run("reports", "--json").out)["source"]["file"] == str(tmp_path / "a" / "page.txt")


def test_a_map_that_is_mended_mends_the_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"no,day,paper,body\nn1,2024-04-29,The Post,{MONDAY}\nn2,2024-04-30,The Times,{TUESDAY}\n")
    assert "2 reports have no date" in run("read", "t.csv").err
    told = run("read", "t.csv", "--map", "id=no", "--map", "published=day")
    assert told.out == "dragoman.duckdb: 2 read anew over what was recorded with another text, date or id; 2 claims\n"
    told = run("read", "t.csv", "--map", "id=no", "--map", "published=day", "--map", "outlet=paper")
    assert told.out == "dragoman.duckdb: 2 recorded before, now with another outlet, author or address; 0 claims\n"
    with Record(tmp_path / "dragoman.duckdb", read_only=True) as record:
        listed = [(one.source.id, one.source.published, one.source.outlet, one.claims) for one in record.reports()]
        assert listed == [("n1", "2024-04-29", "The Post", 1), ("n2", "2024-04-30", "The Times", 1)]
        assert record.sql("SELECT DISTINCT report FROM claims ORDER BY 1").rows == (("n1",), ("n2",))


def _table(path: Path, *days: str) -> None:
    """Write a table of a report for each day."""
    path.write_text("no,date,body\n" + "".join(f"n{n},{day},The sides held talks {n} times.\n" for n, day in enumerate(days)))


def _days(folder: Path) -> list[str | None]:
    with Record(folder / "dragoman.duckdb", read_only=True) as record:
        return [one.source.published for one in sorted(record.reports(), key=lambda one: one.source.id)]


@pytest.mark.parametrize(
    ("days", "options", "read"),
    [
        (("03/05/2024", "13/05/2024"), (), ["2024-05-03", "2024-05-13"]),
        (("03/05/2024", "05/13/2024"), (), ["2024-03-05", "2024-05-13"]),
        (("03/05/2024", "04/05/2024"), (), [None, None]),
        (("03/05/2024", "04/05/2024"), ("--dates", "day-first"), ["2024-05-03", "2024-05-04"]),
        (("03/05/2024", "13/05/2024"), ("--dates", "month-first"), ["2024-03-05", "2024-05-13"]),
        (("03/05/2024", "13/05/2024", "05/13/2024"), (), [None, "2024-05-13", "2024-05-13"]),
    ],
    ids=["one-tells", "one-tells-otherwise", "none-tells", "told", "told-against-the-column", "they-disagree"],
)
def test_the_order_of_day_and_month_is_that_of_the_column(
    run: Run, tmp_path: Path, days: tuple[str, ...], options: tuple[str, ...], read: list[str | None]
) -> None:
    _table(tmp_path / "t.csv", *days)
    run("read", "t.csv", *options)
    assert _days(tmp_path) == read


def test_a_column_that_a_table_lacks_is_told_once(run: Run, tmp_path: Path) -> None:
    _table(tmp_path / "t.csv", *["2024-05-03"] * 9)
    ran = run("read", "t.csv", "--map", "text=bdy")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "t.csv: has no column 'bdy' to read the text from; its columns are: no, date, body" in ran.err
    ran = run("read", "t.csv", "--map", "outlet=paper")
    assert (ran.status, ran.err.count("\n")) == (0, 1)
    assert "has no column 'paper' to read outlet from" in ran.err


def test_what_is_wrong_alike_with_many_lines_is_told_of_a_few(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"article": "The two sides held talks."}\n' * 50)
    ran = run("read", "t.jsonl")
    assert ran.err.count("\n") == 4
    assert "and 47 more like it; list them with: dragoman reports --failed" in ran.err
    assert run("reports", "--failed").out.count("\n") == 50


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF-1.4 talks"), ("a.txt", b"%PDF-1.4 talks"), ("a.eml", b"From: a"), ("-", b"{\\rtf1 talks}")]
)
def test_a_document_that_is_no_text_is_told_as_one(run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    if name != "-":
        (tmp_path / name).write_bytes(content)
    ran = run("read", name, stdin=content.decode())
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "is a document (" in ran.err


def test_reports_are_forgotten_by_id_and_pattern(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 12)
    run("read", "reports.jsonl", "--published", "2024-04-30")
    assert run("forget", "r1?", "r3").out == "dragoman.duckdb: r10, r11, r3: 3 taken out\n"
    assert len(_recorded(tmp_path)) == 9
    missing = run("forget", "r3", "r4")
    assert (missing.status, missing.err.startswith("dragoman: r3: no such report in this record")) == (2, True)
    assert "r4" in _recorded(tmp_path)
    assert run("forget", "r4", "--record", "nowhere.duckdb").status == 2
    assert not (tmp_path / "nowhere.duckdb").exists()


def test_reports_without_a_date_are_counted(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3, bad=1)
    assert run("read", "reports.jsonl").err.splitlines()[-1].startswith("dragoman: 3 reports have no date")


def test_when_nothing_could_be_read_the_status_is_two(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 1, bad=0)
    assert run("read", "reports.jsonl").status == 2
    assert run("read", "nowhere.txt").status == 2


def test_fields_may_be_mapped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("no,body\nn1,The two sides held talks in the capital.\n")
    assert run("read", "t.csv", "--map", "text=body", "--map", "id=no").status == 0
    assert json.loads(run("reports", "--json").out)["source"]["id"] == "n1"


def test_wrong_options_are_one_line_and_status_two(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 1)
    for arguments, message in [
        (("read",), "Missing argument"),
        (("read", "reports.jsonl", "--published", "soon"), "--published soon: is not a date; write it as 2024-04-30"),
        (("read", "reports.jsonl", "--map", "text"), "--map text: is not FIELD=COLUMN"),
        (("read", "reports.jsonl", "--jobs", "0"), "--jobs"),
        (("code", "reports.jsonl", "--coder", "lexicn"), "--coder: there is no lexicn; did you mean lexicon"),
        (("read", "reports.jsonl", "--record", str(tmp_path)), "is a directory"),
        (("rad",), "No such command"),
    ]:
        ran = run(*arguments)
        assert ran.status == 2, arguments
        assert message in ran.err
        assert ran.err.count("\n") == 1
        assert ran.err.startswith("dragoman: ")


def test_code_prints_a_line_for_a_line_in_order_and_needs_no_record(run: Run, tmp_path: Path) -> None:
    lines = _reports(tmp_path, 4, bad=2).read_text()
    for ran in (run("code", "reports.jsonl"), run("code", stdin=lines), run("code", "-", stdin=lines)):
        objects = [json.loads(line) for line in ran.out.splitlines()]
        assert [one["report"]["id"] for one in objects] == ["r0", "r1", "r2", "r3"]
        assert ["error" in one for one in objects] == [False, False, True, False]
        assert ran.status == 1
        assert ran.err == "dragoman: 1 of 4 reports could not be read; their lines say why\n"
    assert not (tmp_path / "dragoman.duckdb").exists()


@pytest.mark.parametrize("option", ["--actors", "--frames"])
def test_a_folder_that_is_not_there_is_told_before_anything_is_read(run: Run, tmp_path: Path, option: str) -> None:
    _reports(tmp_path, 2)
    ran = run("read", "reports.jsonl", option, "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert f"{option} nowhere: no such folder" in ran.err
    assert not (tmp_path / "dragoman.duckdb").exists()


def test_what_code_printed_can_be_loaded(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 4, bad=2)
    (tmp_path / "readings.jsonl").write_text(run("code", "reports.jsonl").out)
    loaded = run("load", "readings.jsonl")
    assert (loaded.status, loaded.out) == (1, "dragoman.duckdb: 3 readings of readings.jsonl\n")
    assert "1 line holds a failure" in loaded.err
    (tmp_path / "whole.jsonl").write_text(run("code", stdin="The two sides held talks again.\n").out)
    assert run("load", "readings.jsonl", "whole.jsonl").status == 1
    broken = run("load", "-", stdin="{}\n")
    assert broken.status == 2
    assert "standard input:1: is no reading, it has no format" in broken.err


def test_an_interruption_keeps_what_was_read_and_says_how_to_go_on(tmp_path: Path) -> None:
    _reports(tmp_path, 200)
    command = [sys.executable, FAKE, "read", "reports.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(FAKE_SECONDS="0.05"), stdout=-1, stderr=-1, text=True) as child:
        assert child.stderr is not None
        for _ in range(5):
            child.stderr.readline()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert err.splitlines()[-1] == "dragoman: interrupted; what was read is recorded, and the same command goes on from there"
    done = int(out.split(": ")[1].split()[0])
    assert 4 <= done < 200
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, env=environment())
    assert ran.stdout == f"dragoman.duckdb: {200 - done} read, {done} recorded before; {200 - done} claims\n"


def test_a_fault_of_our_own_is_one_line_unless_debugged(run: Run, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    _reports(tmp_path, 1)
    monkeypatch.setattr("dragoman.record.fill", break_down)
    ran = run("read", "reports.jsonl")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "ZeroDivisionError: oh; this is a fault of Dragoman" in ran.err
    assert "Traceback" in run("read", "reports.jsonl", "--debug").err
