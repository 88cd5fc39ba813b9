"""Every kind of source gives the same reports."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.claims import Failure, Report
from dragoman.intake import IntakeOptions, open_reports, suffixes

BODY = "The envoys arrived on Monday, the ministry said.\nThey will meet again before the end of the month."
ROWS = [
    {
        "id": "r1",
        "title": "Envoys reach Nairobi",
        "date": "January 11, 2009",
        "source": "The Gazette",
        "byline": "Ada Okello",
        "text": BODY,
    },
    {"title": "Envoys leave", "published": "2009-02-01", "outlet": "The Gazette", "url": "https://example.org/2", "text": BODY},
]


def _reports(source: object, **options: object) -> list[Report]:
    got = list(open_reports([str(source)], options=IntakeOptions(**options)))  # type: ignore[arg-type]
    assert all(isinstance(one, Report) for one in got), got
    return [one for one in got if isinstance(one, Report)]


def _write(path: Path, rows: list[dict[str, str]]) -> Path:
    names = list(dict.fromkeys(name for row in rows for name in row))
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist([{name: row.get(name) for name in names} for row in rows]), path)
    elif path.suffix in {".csv", ".tsv"}:
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, names, delimiter="\t" if path.suffix == ".tsv" else ",")
            table.writeheader()
            table.writerows(rows)
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows, indent=2), encoding="utf-8")
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["news.jsonl", "news.json", "news.csv", "news.tsv", "news.parquet"])
def test_rows_are_reports_whatever_holds_them(tmp_path: Path, name: str) -> None:
    first, second = _reports(_write(tmp_path / name, ROWS))
    assert first == Report(
        id="r1",  # type: ignore[arg-type]
        title="Envoys reach Nairobi",
        outlet="The Gazette",
        author="Ada Okello",
        published="2009-01-11",
        text=f"Envoys reach Nairobi\n{BODY}",
        file=f"{tmp_path / name}:1",
    )
    assert (second.id, second.published, second.url) == ("news-2", "2009-02-01", "https://example.org/2")


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.parquet"])
def test_a_field_may_be_read_from_another_column(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, [{"uid": "7", "when": "2009-02-01", "article": BODY}])
    [report] = _reports(path, fields={"id": "uid", "published": "when", "text": "article"})
    assert (report.id, report.published, report.text) == ("7", "2009-02-01", BODY)


def test_the_order_of_dates_is_told_by_the_column_that_has_one(tmp_path: Path) -> None:
    days = ("03/05/2024", "13/05/2024")
    path = _write(tmp_path / "a.csv", [{"published": "", "date": day, "text": f"Talks began on {day}."} for day in days])
    assert [report.published for report in _reports(path)] == ["2024-05-03", "2024-05-13"]


def test_lists_of_outlets_are_joined_and_the_first_address_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": BODY, "outlet": ["One", "Two"], "url": ["https://example.org/1", "https://example.org/2"]}))
    [report] = _reports(path)
    assert (report.outlet, report.url) == ("One; Two", "https://example.org/1")


def test_dates_of_parquet_columns_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": [5], "date": [date(2009, 1, 11)], "text": [BODY]}), path)
    [report] = _reports(path)
    assert (report.id, report.published) == ("5", "2009-01-11")


def test_a_text_file_is_a_report_named_by_its_stem(tmp_path: Path) -> None:
    (tmp_path / "envoys.txt").write_text(f"Envoys reach Nairobi\n\n{BODY}", encoding="utf-8")
    [report] = _reports(tmp_path / "envoys.txt", published=date(2009, 1, 12), outlet="The Gazette")
    assert (report.id, report.title, report.outlet, report.published) == (
        "envoys",
        "Envoys reach Nairobi",
        "The Gazette",
        "2009-01-12",
    )


_HEAD = "Title: Envoys reach Nairobi\nSection: World\nDATE: 11 January 2009\nSource: The Gazette\nByline: Ada Okello\n"


@pytest.mark.parametrize(
    "head", [f"{_HEAD}\n", f"---\n{_HEAD}---\n", _HEAD.replace("\n", "\r\n") + "\r\n"], ids=["blank", "fenced", "crlf"]
)
def test_a_text_file_may_name_its_fields_in_its_first_lines(tmp_path: Path, head: str) -> None:
    (tmp_path / "envoys.txt").write_bytes(f"{head}{BODY}".encode())
    [report] = _reports(tmp_path / "envoys.txt", published=date(2020, 1, 1))
    assert (report.id, report.title, report.published) == ("envoys", "Envoys reach Nairobi", "2009-01-11")
    assert (report.outlet, report.author) == ("The Gazette", "Ada Okello")
    assert report.text == f"Envoys reach Nairobi\n{BODY}"


@pytest.mark.parametrize(
    "head", ["Date: 2009-01-11\n\n", "Sudan: talks fail\nKenya: envoys leave\n\n", "Title: Envoys\nDate: 2009-01-11\nOn Monday\n\n"]
)
def test_a_text_stays_as_it_is_where_its_first_lines_are_not_all_labels(tmp_path: Path, head: str) -> None:
    (tmp_path / "envoys.txt").write_text(f"{head}{BODY}", encoding="utf-8")
    [report] = _reports(tmp_path / "envoys.txt")
    assert report.text == f"{head}{BODY}"


def test_the_source_own_date_goes_before_the_callers(tmp_path: Path) -> None:
    path = _write(tmp_path / "news.jsonl", ROWS[:1])
    [report] = _reports(path, published="2020-01-01")
    assert report.published == "2009-01-11"


@pytest.mark.parametrize("suffix", [".txt", ".log", ""])
def test_a_file_named_outright_may_have_any_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"envoys{suffix}"
    path.write_text(BODY, encoding="utf-8")
    assert [report.id for report in _reports(path)] == ["envoys"]


@pytest.mark.parametrize("name", ["63", "news.data"])
def test_a_file_of_another_suffix_may_hold_json_lines(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, ROWS)
    assert [report.id for report in _reports(path)] == ["r1", f"{path.stem}-2"]


@pytest.mark.parametrize("name", ["news.jsonl.gz", "news.csv.gz"])
def test_packed_files_are_read(tmp_path: Path, name: str) -> None:
    plain = _write(tmp_path / name.removesuffix(".gz"), ROWS)
    (tmp_path / name).write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert [report.id for report in _reports(tmp_path / name)] == ["r1", "news-2"]


def test_a_cell_may_be_huge_and_hold_line_ends_and_quotes(tmp_path: Path) -> None:
    text = 'He said "we agree", twice.\n' + "The talks went on and on. " * 15_000
    before = csv.field_size_limit()
    [report] = _reports(_write(tmp_path / "a.csv", [{"id": "1", "text": text}]))
    assert report.text == text
    assert csv.field_size_limit() == before


def test_a_folder_gives_its_files_in_order_without_hidden_and_unknown_ones(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "a/picture.png", ".git/x.txt", "a/.hidden.txt", "three.text"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    assert [report.id for report in _reports(tmp_path)] == ["three", "one", "two"]


def test_a_pattern_gives_what_it_matches(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "a/no.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    assert [report.id for report in _reports(tmp_path / "**" / "*.txt")] == ["one", "two"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(BODY, encoding="utf-8")
    assert [report.id for report in _reports(tmp_path / "a[1].txt")] == ["a[1]"]


def test_files_of_one_stem_get_names_of_their_own(tmp_path: Path) -> None:
    for name in ("a/report.txt", "b/report.txt", "c/report.text", "d/report-2.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    first = [report.id for report in _reports(tmp_path)]
    assert len(set(first)) == len(first) == 4
    assert first == [report.id for report in _reports(tmp_path)]


def test_standard_input_is_one_plain_text() -> None:
    [report] = open_reports("-", stdin=io.BytesIO(f"\n  {BODY}".encode()))
    assert isinstance(report, Report)
    assert (report.id, report.text) == ("stdin", f"\n  {BODY}")


@pytest.mark.parametrize("before", [b"", b"\n \n", b"\xef\xbb\xbf"], ids=["at once", "after blanks", "after a byte order mark"])
def test_standard_input_is_json_lines_where_it_begins_with_a_brace(before: bytes) -> None:
    lines = before + b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)
    first, second = open_reports(["-"], stdin=io.BytesIO(lines))
    assert (first.id, second.id) == ("r1", f"stdin-{2 + before.count(10)}")


def test_lines_of_standard_input_are_given_on_as_they_come() -> None:
    class Pipe(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = json.dumps({"id": f"r{self.given}", "text": BODY}).encode() + b"\n"
            self.given += 1
            buffer[: len(line)] = line
            return len(line)

    pipe = Pipe()
    stream = open_reports("-", stdin=io.BufferedReader(pipe))
    assert next(stream).id == "r0"
    assert next(stream).id == "r1"
    assert pipe.given <= 3


def test_files_are_opened_only_when_their_turn_comes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    stream = open_reports(tmp_path)
    assert next(stream).id == "a"
    (tmp_path / "b.txt").write_text("Later, the envoys of both sides said that they had changed their minds.", encoding="utf-8")
    later = next(stream)
    assert isinstance(later, Report)
    assert later.text.startswith("Later")


def test_every_kind_that_a_folder_gives_is_known_by_its_suffix() -> None:
    assert {".txt", ".html", ".jsonl", ".json", ".csv", ".parquet"} <= set(suffixes())


def test_every_report_of_the_gold_data_is_read_with_its_date(data: Path) -> None:
    got = list(open_reports(data / "reports" / "wikinews-diplomacy.jsonl"))
    assert got
    assert not [one for one in got if isinstance(one, Failure)]
    assert all(one.published and one.text.startswith(one.title or "?") for one in got if isinstance(one, Report))
