"""Reports on web pages."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from dragoman.claims import Failure, Report
from dragoman.intake import open_reports

PARAGRAPHS = [
    "The envoys of both governments arrived in the Kenyan capital on Monday, the foreign ministry said in a statement.",
    "They are to hold talks for a week, and will be joined by observers from the regional bloc, a spokesman told reporters.",
    "Neither side would say what had been agreed so far, but both called the first meeting “useful”.",
]
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Envoys reach Nairobi | The Gazette</title>
<meta property="og:title" content="Envoys reach Nairobi"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2009-01-11T10:00:00Z"><meta name="author" content="Ada Okello">
<link rel="canonical" href="https://example.org/envoys">
<script>var stolen = "The president resigned on Friday.";</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Envoys reach Nairobi</h1>{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</article>
<footer>All rights reserved.</footer><script>document.write("<p>Buy now</p>")</script></body></html>"""


def _read(path: Path, page: str | bytes) -> Report | Failure:
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    [got] = open_reports(path)
    return got


def test_a_page_gives_text_title_date_outlet_and_author(tmp_path: Path) -> None:
    report = _read(tmp_path / "page.html", PAGE)
    assert isinstance(report, Report)
    assert (report.id, report.title, report.published) == ("page", "Envoys reach Nairobi", "2009-01-11")
    assert (report.outlet, report.author, report.url) == ("The Gazette", "Ada Okello", "https://example.org/envoys")
    assert report.text.splitlines() == ["Envoys reach Nairobi", *PARAGRAPHS]


def test_a_page_without_a_date_of_its_own_has_none(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2009-01-11T10:00:00Z">', "")
    page = page.replace("All rights reserved.", "Copyright 2015. Updated daily. See also our story of 3 March 2012.")
    report = _read(tmp_path / "page.html", page)
    assert isinstance(report, Report)
    assert report.published is None


def test_a_page_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').replace("useful", "très utile")
    report = _read(tmp_path / "page.html", page.encode("cp1252"))
    assert isinstance(report, Report)
    assert "“très utile”" in report.text


def test_a_page_without_a_report_is_a_failure(tmp_path: Path) -> None:
    got = _read(tmp_path / "page.html", "<html><body><script>alert(1)</script></body></html>")
    assert isinstance(got, Failure)
    assert "web page in which no report is found" in got.error


def test_markup_without_end_does_no_harm(tmp_path: Path) -> None:
    hostile = "<html><body>" + "<div>" * 20_000 + "<p onclick='x()'>" + PARAGRAPHS[0] + "</p><!-- <![CDATA[ <svg/onload=alert(1)>"
    got = _read(tmp_path / "page.html", hostile)
    assert got.id == "page"
    if isinstance(got, Report):
        assert "onload" not in got.text
        assert "<" not in got.text


_P = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
_LAUGHS = "".join(f'<!ENTITY {letter} "{f"&{chr(ord(letter) - 1)};" * 10}">' for letter in "bcdefghij")
HOSTILE = {
    "nested deep": "<html><body>" + "<div>" * 50_000 + _P + "</div>" * 50_000,
    "never closed": "<html><body>" + "<b><i><font>" * 20_000 + _P,
    "entities that grow": f'<!DOCTYPE l [<!ENTITY a "ha ha ha ha">{_LAUGHS}]><html><body><article>{_P}<p>&j;</p></article></body></html>',
    "attributes without end": "<html><body><article><p " + " ".join(f'a{n}="{n}"' for n in range(100_000)) + f">{_P}</article>",
    "a comment left open": f"<html><body><!--{'x' * 1_000_000}<article>{_P}",
    "styles without end": f"<html><head><style>{'a{}' * 100_000}</style></head><body><article>{_P}</article></body></html>",
    "one endless line": f"<html><body><article><p>{PARAGRAPHS[0] * 10_000}</p></article></body></html>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_markup_is_a_report_or_a_failure_soon(tmp_path: Path, kind: str) -> None:
    before = time.process_time()
    got = _read(tmp_path / "page.html", HOSTILE[kind])
    assert time.process_time() - before < 15, "an idle machine takes a second or two"
    if isinstance(got, Report):
        assert len(got.text) < 2_000
        assert "spokesman told reporters" in got.text
    else:
        assert got.error.startswith(str(tmp_path / "page.html"))


def test_a_packed_page_that_unpacks_without_end_is_a_failure(tmp_path: Path) -> None:
    got = _read(tmp_path / "page.html.gz", gzip.compress(b"<p>" + b"a " * 40_000_000))
    assert isinstance(got, Failure)
    assert "holds more than" in got.error
