"""What cannot be read gives a failure in its place, that says where, what and what to do; the rest is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dragoman.claims import Failure, Report
from dragoman.errors import Fault, InputError
from dragoman.intake import IntakeOptions, open_reports
from taken_in import BODY, error_of, take_in


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("raw", [b"", b" \n\n"], ids=["nothing", "blanks"])
def test_an_empty_file_is_a_failure(tmp_path: Path, name: str, raw: bytes) -> None:
    got = take_in(tmp_path / name, raw)
    assert got.id == "a"
    assert error_of(got).startswith(f"{tmp_path / name}: is empty")


@pytest.mark.parametrize("raw", [b"PK\x03\x04\x00\x00\x08\x00\x00\x00", b"Talks began.\x00 They went on.", b"%PDF-1.4\n\x00\x9d\x8f"])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.html"])
def test_a_binary_file_is_a_failure(tmp_path: Path, name: str, raw: bytes) -> None:
    error = error_of(take_in(tmp_path / name, raw))
    assert "is binary" in error or "is a document" in error


def test_a_nul_that_json_hides_is_a_failure(tmp_path: Path) -> None:
    got = take_in(tmp_path / "a.jsonl", json.dumps({"id": "r1", "text": f"{BODY}\0"}).encode())
    assert got.id == "r1"
    assert f"holds a NUL character at {len(BODY)}" in error_of(got)


def test_half_a_character_that_json_hides_is_a_failure(tmp_path: Path) -> None:
    got = take_in(tmp_path / "a.jsonl", b'{"id": "r1", "text": "Talks \\ud800 began."}')
    assert isinstance(got, Failure)


def test_a_line_that_is_no_json_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": BODY})
    path.write_text("\n".join([*[good] * 6999, '{"text": "Talks', *[good] * 3]), encoding="utf-8")
    got = list(open_reports(path))
    assert len(got) == 7003
    [bad] = [(number, one) for number, one in enumerate(got, start=1) if isinstance(one, Failure)]
    assert bad[0] == 7000
    assert bad[1].id == "a-7000"
    assert bad[1].error.startswith(f"{path}:7000: is not JSON")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"id": "r1", "title": "Talks"}', "no field 'text' or 'body' to read; its fields are: id, title"),
        ('{"id": "r1", "text": null}', "no field 'text'"),
        ('{"id": "r1", "text": ["Talks began."]}', "the text is a list, not a string"),
        ('{"id": "r1", "text": 7}', "the text is a number, not a string"),
        ('{"id": "r1", "text": "  "}', "the text is empty"),
    ],
)
def test_a_report_without_a_text_is_a_failure_under_its_id(tmp_path: Path, line: str, what: str) -> None:
    got = take_in(tmp_path / "a.jsonl", line.encode())
    assert got.id == "r1"
    assert what in error_of(got)


@pytest.mark.parametrize("line", ["[1, 2]", '"text"', "7", "null", "{" * 5000, '{"a": ' + "[" * 100_000], ids=lambda line: line[:8])
def test_a_line_that_is_no_object_is_a_failure(tmp_path: Path, line: str) -> None:
    got = take_in(tmp_path / "a.jsonl", line.encode())
    assert got.id == "a-1"
    assert error_of(got).startswith(f"{tmp_path / 'a.jsonl'}:1: is ")


def test_values_that_are_no_words_are_left_out_and_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    line = json.dumps({"text": BODY, "title": {"en": "Talks"}, "author": True, "date": "01/02/2009"})
    got = take_in(tmp_path / "a.jsonl", line.encode(), note=notes.append)
    assert isinstance(got, Report)
    assert (got.author, got.published) == (None, None)
    assert [note.what.split()[0] for note in notes] == ["title", "author", "the"]


def test_a_json_file_that_is_no_array_of_reports_is_a_failure(tmp_path: Path) -> None:
    assert "is not JSON" in error_of(take_in(tmp_path / "a.json", b'[{"text": "Talks'))
    assert "no JSON array" in error_of(take_in(tmp_path / "a.json", b"[]"))
    assert "no JSON array" in error_of(take_in(tmp_path / "a.json", b"7"))


def test_a_faulty_item_of_an_array_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": BODY}, 7, {"text": BODY}]), encoding="utf-8")
    got = list(open_reports(path))
    assert [type(one) for one in got] == [Report, Failure, Report]
    assert got[1].id == "a-2"


def test_a_json_file_that_holds_lines_is_read_as_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f"{json.dumps({'text': BODY})}\n{json.dumps({'text': BODY})}\n", encoding="utf-8")
    assert [one.id for one in open_reports(path)] == ["a-1", "a-2"]


def test_a_row_of_the_wrong_length_is_a_failure_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{BODY}"\n2,{BODY}\n3,"{BODY}"\n', encoding="utf-8")
    got = list(open_reports(path))
    assert [type(one) for one in got] == [Report, Failure, Report]
    assert error_of(got[1]) == (
        f"{path}:3: has 3 cells where the header has 2; mend its quotes, or give the table as Parquet or JSON Lines"
    )


def test_a_quote_left_open_in_a_table_is_a_failure(tmp_path: Path) -> None:
    got = take_in(tmp_path / "a.csv", f'id,text\n1,"{BODY}\n2,{BODY}\n'.encode())
    assert "is no row of a table" in error_of(got)


def test_a_table_whose_first_row_is_broken_is_a_failure(tmp_path: Path) -> None:
    got = take_in(tmp_path / "a.csv", f'"id"s,text\n1,{BODY}\n'.encode())
    assert error_of(got).startswith(f"{tmp_path / 'a.csv'}:1: is no row of a table: ")


def test_what_is_no_parquet_is_a_failure(tmp_path: Path) -> None:
    assert "no Parquet table" in error_of(take_in(tmp_path / "a.parquet", b"PAR1 this is not one PAR1"))


@pytest.mark.parametrize("raw", [b"id,text\n", b"id,text", b"1,Talks began.\n"])
def test_a_table_of_a_header_alone_is_a_failure(tmp_path: Path, raw: bytes) -> None:
    got = take_in(tmp_path / "a.csv", raw)
    what = "has no row below the first, which names the columns; give it such a row, and reports below it"
    assert error_of(got) == f"{tmp_path / 'a.csv'}: {what}"


def test_a_text_longer_than_a_book_is_a_failure_unless_more_is_allowed(tmp_path: Path) -> None:
    raw = (BODY * 52_000).encode()
    error = error_of(take_in(tmp_path / "a.txt", raw))
    assert error.endswith(
        f"a.txt: the text has {len(raw):,} characters, more than the 500,000 that one report may have; split it into its reports"
    )
    assert isinstance(take_in(tmp_path / "a.txt", raw, max_characters=6_000_000), Report)


@pytest.mark.parametrize("line", ["[" * 200_000, '{"text": ' + "[" * 200_000, f'{{"text": "{BODY}", "x": {"[" * 50_000}{"]" * 50_000}}}'])
def test_json_nested_without_end_is_a_failure_and_the_next_line_is_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line}\n{json.dumps({'text': BODY})}\n")
    bad, good = open_reports(tmp_path / "a.jsonl")
    assert ":1: is not JSON" in error_of(bad)
    assert isinstance(good, Report)


def test_a_line_that_is_too_long_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": BODY})
    path.write_text("\n".join([good, json.dumps({"text": BODY * 50}), good]), encoding="utf-8")
    got = list(open_reports(path, options=IntakeOptions(max_bytes=500)))
    assert [type(one) for one in got] == [Report, Failure, Report]


@pytest.mark.parametrize(
    "text",
    [
        "the envoys of both sides met in Geneva and said that they would meet again " * 100,
        f"“{BODY} He went on to say that it was “useful and 'good",
        "word " * 10_000,
        "x" * 100_000,
        "\n".join([BODY] * 5_000),
    ],
    ids=["no full stop", "quotes left open", "one word", "no blank", "many lines"],
)
def test_odd_texts_are_read_as_they_stand(tmp_path: Path, text: str) -> None:
    got = take_in(tmp_path / "a.txt", text.encode())
    assert isinstance(got, Report)
    assert got.text == text


def test_failures_of_many_sources_keep_their_places(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").write_text("Делегации встретились в Женеве.", encoding="utf-8")
    sources = [str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), "-", str(tmp_path / "c.txt"), str(tmp_path / "a.txt")]
    got = list(open_reports(sources, stdin=io.BytesIO(b"")))
    assert [(one.id, type(one)) for one in got] == [
        ("b", Failure),
        ("a", Report),
        ("stdin", Failure),
        ("c", Failure),
        ("a-2", Report),
    ]


@pytest.mark.parametrize("published", ["01/02/2009", "next week", ""])
def test_a_date_to_read_with_must_be_one_day(published: str) -> None:
    with pytest.raises(InputError, match="is no date, or could be two; give it as 2009-01-31"):
        IntakeOptions(published=published)


def test_a_column_must_be_given_for_a_field_that_reports_have() -> None:
    with pytest.raises(InputError, match="reports have no field 'body'; give one of id, title, published"):
        IntakeOptions(fields={"body": "text"})
