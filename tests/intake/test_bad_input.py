"""What cannot be read gives a failure in its place, that says where, what and what to do; the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import shutil
from pathlib import Path

import pytest

from dragoman.claims import Failure, Report
from dragoman.errors import Fault, InputError
from dragoman.intake import IntakeOptions, open_reports

BODY = "The envoys arrived on Monday, the ministry said. They will meet again before the end of the month."


def _one(path: Path, raw: bytes, **options: object) -> Report | Failure:
    path.write_bytes(raw)
    [got] = open_reports(path, options=IntakeOptions(**options))  # type: ignore[arg-type]
    return got


def _error(got: Report | Failure) -> str:
    assert isinstance(got, Failure), got
    assert ": " in got.error
    return got.error


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("raw", [b"", b" \n\n"], ids=["nothing", "blanks"])
def test_an_empty_file_is_a_failure(tmp_path: Path, name: str, raw: bytes) -> None:
    got = _one(tmp_path / name, raw)
    assert got.id == "a"
    assert _error(got).startswith(f"{tmp_path / name}: is empty")


@pytest.mark.parametrize("raw", [b"PK\x03\x04\x00\x00\x08\x00\x00\x00", b"Talks began.\x00 They went on.", b"%PDF-1.4\n\x00\x9d\x8f"])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.html"])
def test_a_binary_file_is_a_failure(tmp_path: Path, name: str, raw: bytes) -> None:
    assert "is binary" in _error(_one(tmp_path / name, raw))


def test_a_nul_that_json_hides_is_a_failure(tmp_path: Path) -> None:
    got = _one(tmp_path / "a.jsonl", json.dumps({"id": "r1", "text": f"{BODY}\0"}).encode())
    assert got.id == "r1"
    assert f"holds a NUL character at {len(BODY)}" in _error(got)


def test_half_a_character_that_json_hides_is_a_failure(tmp_path: Path) -> None:
    got = _one(tmp_path / "a.jsonl", b'{"id": "r1", "text": "Talks \\ud800 began."}')
    assert isinstance(got, Failure)


def test_windows_1252_is_read_and_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    text = "The envoy said: “We agree” — and the café’s owner, who was with him, said that he was glad to hear this."
    got = _one(tmp_path / "a.txt", text.encode("cp1252"), note=notes.append)
    assert isinstance(got, Report)
    assert got.text == text
    assert ["was read as Windows-1252" in note.what for note in notes] == [True]


@pytest.mark.parametrize("encoding", ["cp1251", "gb18030", "shift_jis"])
def test_an_unknown_encoding_is_a_failure_and_never_letter_salad(tmp_path: Path, encoding: str) -> None:
    text = {
        "cp1251": "Делегации встретились в понедельник в Женеве. ",
        "gb18030": "代表团星期一在日内瓦会面。",
        "shift_jis": "代表団は月曜日に会談した。",
    }
    assert "encoding" in _error(_one(tmp_path / "a.txt", (text[encoding] * 5).encode(encoding)))


def test_text_that_was_once_read_wrongly_is_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    _one(tmp_path / "a.txt", f"{BODY} “Good”, he said.".encode().decode("cp1252", errors="replace").encode(), note=notes.append)
    assert any("once read as Windows-1252" in note.what for note in notes)


def test_sound_accents_and_quotes_are_not_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    _one(tmp_path / "a.txt", f"{BODY} “Đà Nẵng”, he said—‘São Tomé’… “Müller’s”".encode(), note=notes.append)
    assert notes == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_other_unicode_encodings_are_read(tmp_path: Path, encoding: str, name: str) -> None:
    rows = {"a.txt": BODY, "a.jsonl": json.dumps({"text": BODY}) + "\n", "a.csv": f'text\n"{BODY}"\n'}
    got = _one(tmp_path / name, rows[name].encode(encoding))
    assert isinstance(got, Report), got
    assert got.text == BODY


def test_broken_utf_16_is_a_failure(tmp_path: Path) -> None:
    assert "broken UTF-16" in _error(_one(tmp_path / "a.txt", b"\xff\xfe" + "Talks".encode("utf-16-le") + b"\x00\xd8"))


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
    got = _one(tmp_path / "a.jsonl", line.encode())
    assert got.id == "r1"
    assert what in _error(got)


@pytest.mark.parametrize("line", ["[1, 2]", '"text"', "7", "null", "{" * 5000, '{"a": ' + "[" * 100_000], ids=lambda line: line[:8])
def test_a_line_that_is_no_object_is_a_failure(tmp_path: Path, line: str) -> None:
    got = _one(tmp_path / "a.jsonl", line.encode())
    assert got.id == "a-1"
    assert _error(got).startswith(f"{tmp_path / 'a.jsonl'}:1: is ")


def test_values_that_are_no_words_are_left_out_and_told_of(tmp_path: Path) -> None:
    notes: list[Fault] = []
    line = json.dumps({"text": BODY, "title": {"en": "Talks"}, "author": True, "date": "01/02/2009"})
    got = _one(tmp_path / "a.jsonl", line.encode(), note=notes.append)
    assert isinstance(got, Report)
    assert (got.author, got.published) == (None, None)
    assert [note.what.split()[0] for note in notes] == ["title", "author", "the"]


def test_a_json_file_that_is_no_array_of_reports_is_a_failure(tmp_path: Path) -> None:
    assert "is not JSON" in _error(_one(tmp_path / "a.json", b'[{"text": "Talks'))
    assert "no JSON array" in _error(_one(tmp_path / "a.json", b"[]"))
    assert "no JSON array" in _error(_one(tmp_path / "a.json", b"7"))


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
    assert _error(got[1]) == (f"{path}:3: has 3 cells where the header has 2; mend its quotes, or give the table as Parquet or JSON Lines")


def test_a_quote_left_open_in_a_table_is_a_failure(tmp_path: Path) -> None:
    got = _one(tmp_path / "a.csv", f'id,text\n1,"{BODY}\n2,{BODY}\n'.encode())
    assert "is no row of a table" in _error(got)


def test_what_is_no_parquet_is_a_failure(tmp_path: Path) -> None:
    assert "no Parquet table" in _error(_one(tmp_path / "a.parquet", b"PAR1 this is not one PAR1"))


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    [got] = open_reports(tmp_path / "none.txt")
    assert got.id == "none"
    assert "none.txt: is not there; " in _error(got)


def test_a_file_that_vanishes_before_its_turn_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(BODY, encoding="utf-8")
    stream = open_reports(tmp_path)
    assert isinstance(next(stream), Report)
    (tmp_path / "b.txt").unlink()
    assert [(one.id, type(one)) for one in stream] == [("b", Failure), ("c", Report)]


def test_a_folder_that_vanishes_before_its_turn_does_no_harm(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    stream = open_reports([tmp_path / "a", tmp_path / "b"])
    assert isinstance(next(stream), Report)
    shutil.rmtree(tmp_path / "b")
    assert [type(one) for one in stream] == [Failure]


def test_a_forbidden_file_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    [got] = open_reports(tmp_path / "a.txt")
    assert _error(got) == f"{tmp_path / 'a.txt'}: may not be read; change its permissions"


def test_a_folder_without_a_report_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"\x89PNG")
    [got] = open_reports(tmp_path / "empty")
    assert got.id == "empty"
    assert "holds no file that can be read" in _error(got)


def test_documents_that_a_folder_holds_and_that_are_not_read_are_counted(tmp_path: Path) -> None:
    notes: list[Fault] = []
    (tmp_path / "below").mkdir()
    for name in ("a.txt", "b.pdf", "below/c.PDF", "below/d.docx", "picture.png", "README.md", ".hidden.pdf"):
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    [got] = open_reports(tmp_path, options=IntakeOptions(note=notes.append))
    assert isinstance(got, Report)
    assert [str(note) for note in notes] == [
        f"{tmp_path}: 3 documents are passed over (.docx 1, .pdf 2); save them as plain text or HTML to have them read"
    ]


def test_a_folder_of_documents_alone_is_a_failure_that_counts_them(tmp_path: Path) -> None:
    notes: list[Fault] = []
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    [got] = open_reports(tmp_path, options=IntakeOptions(note=notes.append))
    assert "holds no file that can be read" in _error(got)
    assert [note.what for note in notes] == ["1 document is passed over (.pdf 1)"]


@pytest.mark.parametrize("raw", [b"id,text\n", b"id,text", b"1,Talks began.\n"])
def test_a_table_of_a_header_alone_is_a_failure(tmp_path: Path, raw: bytes) -> None:
    got = _one(tmp_path / "a.csv", raw)
    what = "has no row below the first, which names the columns; give it such a row, and reports below it"
    assert _error(got) == f"{tmp_path / 'a.csv'}: {what}"


def test_a_pattern_that_matches_nothing_is_a_failure(tmp_path: Path) -> None:
    [got] = open_reports(tmp_path / "*.txt")
    assert "matches no file" in _error(got)


def test_a_broken_archive_is_a_failure(tmp_path: Path) -> None:
    packed = gzip.compress(BODY.encode())
    assert "no whole gzip file" in _error(_one(tmp_path / "a.txt.gz", packed[:-9]))
    assert "no whole gzip file" in _error(_one(tmp_path / "a.txt.gz", b"not packed at all"))


def test_an_archive_that_unpacks_without_end_is_a_failure(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\x20" * 50_000_000)
    assert len(bomb) < 100_000
    assert "holds more than 1,000,000 bytes" in _error(_one(tmp_path / "a.txt.gz", bomb, max_bytes=1_000_000))
    got = _one(tmp_path / "a.jsonl.gz", bomb, max_bytes=1_000_000)
    assert "is longer than 1,000,000 bytes" in _error(got)


def test_a_text_longer_than_a_book_is_a_failure_unless_more_is_allowed(tmp_path: Path) -> None:
    raw = (BODY * 52_000).encode()
    error = _error(_one(tmp_path / "a.txt", raw))
    assert error.endswith(
        f"a.txt: the text has {len(raw):,} characters, more than the 500,000 that one report may have; split it into its reports"
    )
    assert isinstance(_one(tmp_path / "a.txt", raw, max_characters=6_000_000), Report)


@pytest.mark.parametrize("line", ["[" * 200_000, '{"text": ' + "[" * 200_000, f'{{"text": "{BODY}", "x": {"[" * 50_000}{"]" * 50_000}}}'])
def test_json_nested_without_end_is_a_failure_and_the_next_line_is_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line}\n{json.dumps({'text': BODY})}\n")
    bad, good = open_reports(tmp_path / "a.jsonl")
    assert ":1: is not JSON" in _error(bad)
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
    got = _one(tmp_path / "a.txt", text.encode())
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
