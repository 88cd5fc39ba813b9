"""A reading that points at what is not there is refused, whoever made it."""

from __future__ import annotations

import re

import msgspec
import pytest

from dragoman.claims import Reading
from dragoman.errors import ReadingError
from dragoman.from_json import check, reading_from_json
from readings import talks


def test_a_reading_that_holds_together_is_let_through() -> None:
    check(talks())


@pytest.mark.parametrize(
    ("part", "field", "value", "message"),
    [
        ("claims", "about", ((5, 9_999),), "span [5, 9999) lies outside the text"),
        ("claims", "as_", (5, 9_999), "span [5, 9999) lies outside the text"),
        ("claims", "scope", (-1, 3), "span [-1, 3) lies outside the text"),
        ("claims", "condition", (9, 3), "span [9, 3) lies outside the text"),
        ("claims", "place", "m99", "there is no mention m99"),
        ("claims", "voice", ("s99",), "there is no statement s99"),
        ("claims", "roles", {"actor": ("m98",)}, "there is no mention m98"),
        ("statements", "cue", (5, 9_999), "span [5, 9999) lies outside the text"),
        ("statements", "source", "m97", "there is no mention m97"),
        ("statements", "co_sources", ("m96",), "there is no mention m96"),
        ("statements", "within", "s98", "there is no statement s98"),
        ("mentions", "actor", "nobody", "there is no actor nobody"),
        ("mentions", "text", "other words", "text is not what stands at"),
    ],
)
def test_what_points_nowhere_is_told(part: str, field: str, value: object, message: str) -> None:
    whole = talks()
    first, *others = getattr(whole, part)
    wrong = msgspec.structs.replace(whole, **{part: (msgspec.structs.replace(first, **{field: value}), *others)})
    with pytest.raises(ReadingError, match=re.escape(message)):
        reading_from_json(wrong.to_json())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"", "not a JSON object"),
        (b"[]", "not a JSON object"),
        (b"\xff\xfe{}", "not a JSON object"),
        (b"[" * 200_000, "not a JSON object"),
        (b'{"format": ' + b"[" * 200_000, "not a JSON object"),
        (b'{"format": "dragoman/9"}', "format is 'dragoman/9', this version reads 'dragoman/1'"),
        (b'{"id": "r1", "text": "Talks began."}', "is no reading, it has no format; a report is read with: dragoman read"),
        (b'{"format": "dragoman/1"}', "not a reading"),
        (b'{"format": "dragoman/1", "report": 7, "text": ""}', "not a reading"),
        (b'{"format": "dragoman/1", "report": {"id": "r"}, "error": 7}', "not a reading"),
        (b'{"format": "dragoman/1", "report": [], "error": "x"}', "not a reading"),
    ],
)
def test_a_line_that_is_no_reading_is_one_kind_of_error(line: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        reading_from_json(line)


def test_the_same_reading_is_the_same_line() -> None:
    line = talks().to_json()
    assert isinstance(reading_from_json(line), Reading)
    assert reading_from_json(line).to_json() == line
