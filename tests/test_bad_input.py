"""A folder of everything that goes wrong, read as a user reads it: each bad one is told, all good ones are in the record."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.from_json import check
from dragoman.record import Record

GOOD = "Israel and Egypt held talks in Cairo on Monday, the Egyptian foreign ministry said. They will meet again next month."
ARABIC = "أجرت إسرائيل ومصر محادثات في القاهرة يوم الاثنين، حسبما قالت وزارة الخارجية المصرية."
CHINESE = "中国外交部发言人周二表示，哈马斯和法塔赫的代表在北京举行了会谈，双方同意继续对话。"
FRENCH = "Les deux délégations se sont rencontrées lundi à Genève pour discuter d'un cessez-le-feu, a déclaré le ministère."
MORE = "<p>The ministry thanked the observers for their patience.</p>"
PAGE = f"<html><script>alert('Hamas attacked.')</script><body><article><p>{GOOD}</p>{MORE}</article><script>x()</script></body></html>"

READ = {
    "capitals.txt": "ISRAEL AND EGYPT HOLD TALKS IN CAIRO",
    "fragment.txt": "For the arrest of nine rebels for attacks on villages.",
    "latin.txt": f"{GOOD} Señor Núñez was there.".encode("latin-1"),
    "no-stop.txt": "Israel and Egypt held talks in Cairo on Monday and will meet again " * 40,
    "open-curly.txt": f"“{GOOD} “We agreed, he said.",
    "open-straight.txt": f'"{GOOD} "We agreed, he said.',
    "page.html": PAGE,
    "plain.txt": GOOD,
    "utf-16.txt": f"{GOOD} It was the third meeting.".encode("utf-16"),
    "wrapped.txt": GOOD.replace(" ", "\r\n"),
}
REFUSED = {
    "arabic.txt": (ARABIC * 3, "Arabic"),
    "bomb.txt.gz": (gzip.compress(b" a" * 40_000_000), "holds more than"),
    "chinese.txt": (CHINESE * 3, "Chinese"),
    "empty.txt": ("", "is empty"),
    "french.txt": (FRENCH * 3, "French"),
    "long.txt": (GOOD * 45_000, "characters, more than the 500,000"),
    "nested.json": ("[" * 100_000, "is not JSON"),
    "nul.txt": (f"{GOOD}\0{GOOD}", "NUL"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for name, words in {**READ, **{name: words for name, (words, _) in REFUSED.items()}}.items():
        (folder / name).write_bytes(words if isinstance(words, bytes) else words.encode())
    return folder


@pytest.mark.usefixtures("nlp")
def test_what_can_be_read_is_read_and_the_rest_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "r.duckdb"
    assert main(["read", str(folder), str(folder / "gone.txt"), "--published", "2024-04-30", "--record", str(file)]) == 1
    out, err = capsys.readouterr()
    assert f"{len(READ) - 1} read, 1 with the text of another, {len(REFUSED) + 1} not read" in out
    lines = err.splitlines()
    for name, (_, what) in REFUSED.items():
        assert [line for line in lines if name in line and what in line], name
    assert [line for line in lines if "gone.txt: is not there" in line]
    with Record(file, read_only=True) as record:
        for reading in record.readings():
            check(reading)
            assert "alert" not in reading.text
            assert reading.claims or reading.report.id == "open-curly"
        assert "Señor Núñez" in record.reading("latin").text


@pytest.mark.usefixtures("nlp")
def test_a_broken_line_costs_no_other_and_has_its_error_in_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [json.dumps({"id": f"r{n}", "text": f"Talks began. It was day {n}."}) for n in range(6)]
    (tmp_path / "a.jsonl").write_text("\n".join([*texts[:3], '{"id": "r9", "text": "Tal', "", "[" * 60_000, *texts[3:]]))
    assert main(["code", str(tmp_path / "a.jsonl")]) == 1
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [one["report"]["id"] for one in found] == ["r0", "r1", "r2", "a-4", "a-6", "r3", "r4", "r5"]
    assert [number for number, one in enumerate(found) if "error" in one] == [3, 4]
    assert err == "dragoman: 2 of 8 reports could not be read; their lines say why\n"
