"""The reader: the same bytes for the same text, whatever stands beside it and however many read; a line for a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman import Failure, Reader, Reading, Report, reading_from_json
from dragoman.batch import read_in_parallel
from dragoman.errors import DragomanError, InputError, LexiconError
from dragoman.from_json import check
from dragoman.intake import open_reports

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Seven of the examples: enough for several batches and processes."""
    return [one for one in open_reports(EXAMPLES) if isinstance(one, Report)][:7]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp=nlp)


@pytest.fixture(scope="module")
def lines(reader: Reader, reports: list[Report]) -> list[str]:
    """The readings, each read by itself."""
    return [reader.read(report).to_json() for report in reports]


def as_lines(readings: Iterator[Reading | Failure]) -> list[str]:
    return [one.to_json() for one in readings]


def test_a_second_reading_is_the_same_byte_for_byte(reader: Reader, reports: list[Report], lines: list[str]) -> None:
    assert reader.read(reports[0]).to_json() == lines[0]


def test_a_report_reads_the_same_whatever_is_read_beside_it(reader: Reader, reports: list[Report], lines: list[str]) -> None:
    assert as_lines(reader.read_many(reports)) == lines
    assert as_lines(reader.read_many(reversed(reports))) == lines[::-1]


def test_a_report_reads_the_same_in_another_process_with_other_threads(reports: list[Report], lines: list[str]) -> None:
    assert as_lines(read_in_parallel(reports, jobs=2)) == lines


def test_a_reading_holds_together_and_comes_back_from_its_line(lines: list[str]) -> None:
    for line in lines:
        reading = reading_from_json(line)
        assert isinstance(reading, Reading)
        check(reading)
        assert reading.to_json() == line


def test_failures_keep_their_places_and_a_broken_report_costs_no_other(
    reader: Reader, reports: list[Report], lines: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from dragoman import coding

    sound = coding.code

    def code(doc: object, *rest: object, **more: object) -> object:
        if "unlucky" in str(doc):
            raise ZeroDivisionError("oh")
        if "refused" in str(doc):
            raise DragomanError("r8: is refused; write it anew")
        return sound(doc, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("dragoman.coding.code", code)
    given = [
        Failure(id="r0", error="r0: is empty"),
        reports[0],
        Report(id="r9", text="An unlucky text."),
        Report(id="r8", text="A refused text."),
        reports[1],
    ]
    found = list(reader.read_many(given))
    assert found[0] == given[0]
    assert [found[1].to_json(), found[4].to_json()] == lines[:2]
    assert isinstance(found[2], Failure)
    assert found[2].id == "r9"
    assert "ZeroDivisionError: oh; this is a fault of Dragoman: keep the text" in found[2].error
    assert found[3] == Failure(id="r8", error="r8: is refused; write it anew")
    assert "reading r9 failed" in caplog.text


def test_a_fault_in_the_data_files_stops_the_reading_instead_of_failing_every_report(
    reader: Reader, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    def code(*_: object, **__: object) -> object:
        raise LexiconError([])

    monkeypatch.setattr("dragoman.coding.code", code)
    with pytest.raises(LexiconError):
        list(reader.read_many(reports))


def test_reports_are_taken_some_at_a_time(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.reader._BATCH_REPORTS", 3)
    taken = 0

    def many() -> Iterator[Report]:
        nonlocal taken
        for n in range(100):
            taken += 1
            yield Report(id=f"r{n}", text="Talks began.")

    found = reader.read_many(many())
    next(found)
    assert taken == 3


def test_what_was_parsed_before_a_text_that_cannot_be_is_still_read(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = reader._nlp.pipe

    def failing(texts: Iterable[str]) -> Iterator[Doc]:
        for text in texts:
            if text == "broken":
                raise ValueError("no such text")
            yield from parse([text])

    monkeypatch.setattr(reader._nlp, "pipe", failing)
    texts = "Talks began.", "Talks ended.", "broken", "Talks began."
    found = reader.read_many(Report(id=f"r{n}", text=text) for n, text in enumerate(texts))
    assert [one.report.id for one in (next(found), next(found)) if isinstance(one, Reading)] == ["r0", "r1"]
    with pytest.raises(ValueError, match="no such text"):
        next(found)


ODD = {
    "a headline in capitals": "ISRAEL AND HAMAS AGREE TO CEASEFIRE, EGYPT SAYS",
    "no full stop": "Israel and Hamas agreed to a ceasefire on Monday Egypt said and the two sides will meet again in Cairo " * 30,
    "curly quotes left open": "“We will not sign, said the minister. “Nobody asked us, he added.\nIsrael and Egypt held talks.",
    "straight quotes left open": '"We will not sign, said the minister. "Nobody asked us, he added.\nIsrael and Egypt held talks.',
    "one word": "ceasefire",
    "one letter many times": "x" * 20_000,
    "one word many times": "Israel " * 3_000,
    "punctuation": "!?.,;:—“”‘’\"'()[]…" * 200,
    "brackets": "(" * 2_000 + "Israel attacked Gaza" + ")" * 2_000,
    "blanks": "Israel\t\t\tand \u00a0 Egypt\u2003held\r\rtalks.\n\n\n\n",
    "controls": "Israel and Egypt\x07 held\x1b[31m talks.\u200b\u202e\ufeff",
    "emoji and composed letters": "Israel 🚌 and Egypt 👨‍👩‍👧 held talks in Ko\u0308ln, Abbas\u0301 said.",
    "a letter beyond the basic plane": "𝕴𝖘𝖗𝖆𝖊𝖑 and Egypt held talks.",
    "numbers": "1,234.5 6/7/2008 12:30 $5m €6bn 7% " * 100,
    "a link": f"See https://example.org/{'a/' * 500}?q=1 for the talks of Israel and Egypt.",
}


@pytest.mark.parametrize("kind", ODD)
def test_any_text_is_read_and_nothing_outside_it_is_pointed_at(reader: Reader, kind: str) -> None:
    reading = reader.read(Report(id="r", text=ODD[kind], published="2024-04-30"))
    check(reading)
    assert reading.text == ODD[kind]
    assert reading_from_json(reading.to_json()) == reading


def test_a_date_that_is_none_is_said_to_be_none(reader: Reader) -> None:
    with pytest.raises(InputError, match="r: the date '3 May 2011' is not in ISO 8601; give it as 2009-01-31"):
        reader.read(Report(id="r", text="Israel and Egypt held talks on Monday.", published="3 May 2011"))


def test_a_report_without_a_date_is_read_without_guessing_one(reader: Reader) -> None:
    reading = reader.read(Report(id="r", text="Israel and Egypt held talks on Monday."))
    assert [claim.time for claim in reading.claims if claim.time and claim.time.start] == []
