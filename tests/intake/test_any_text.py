"""Whatever comes, it is read as it stands or refused; nothing else."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.claims import Failure, Report
from dragoman.from_json import reading_from_json
from dragoman.intake import IntakeOptions, fingerprint, open_reports, report_of

UNCHECKED = IntakeOptions(check_language=False)


@given(st.text())
def test_any_text_is_kept_or_refused(text: str) -> None:
    got = report_of(text, options=UNCHECKED)
    if isinstance(got, Report):
        assert got.text == text.replace("\r\n", "\n")
        assert got.title is None or got.text.lstrip().startswith(got.title)
    else:
        assert not text.strip() or "\0" in text


@given(st.text(min_size=1), st.text())
def test_any_title_is_one_line_before_the_text(title: str, text: str) -> None:
    got = report_of(text, title=title, options=UNCHECKED)
    if isinstance(got, Report) and title.strip():
        assert got.title
        assert got.text.startswith(got.title)
        assert "\n" not in got.title


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_give_reports_and_failures(raw: bytes) -> None:
    for got in open_reports("-", stdin=io.BytesIO(raw), options=UNCHECKED):
        if isinstance(got, Failure):
            assert reading_from_json(got.to_json()) == got
        else:
            assert fingerprint(got.text)


@given(st.lists(st.binary(max_size=30), min_size=1))
@settings(deadline=None)
def test_lines_out_answer_lines_in(pieces: list[bytes]) -> None:
    lines = [b'{"text": "Talks began."}', *(b"{" + piece.replace(b"\n", b"").replace(b"\r", b"") for piece in pieces)]
    assert len(list(open_reports("-", stdin=io.BytesIO(b"\n".join(lines)), options=UNCHECKED))) == len(lines)
