"""The reports that come with the package: all are read, and the tour shows what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from dragoman.claims import Report
from dragoman.cli.demo import ask, tour
from dragoman.intake import open_reports
from dragoman.record import Record, Strand, Told

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    read = list(open_reports(EXAMPLES))
    assert [one for one in read if not isinstance(one, Report)] == []
    return [one for one in read if isinstance(one, Report)]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("examples") / "demo.duckdb"


@pytest.fixture(scope="module")
def record(nlp: Language, reports: list[Report], file: Path) -> Iterator[Record]:
    """The examples, read with the model that is there."""
    from dragoman import Reader

    reader = Reader(nlp=nlp)
    with Record(file) as kept:
        kept.write_many(reader.read_many(reports))
    with Record(file, read_only=True) as kept:
        yield kept


def told(record: Record, where: str) -> list[dict[str, object]]:
    answer = record.sql(f"SELECT * FROM told WHERE {where}")
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_all_three_kinds_of_source_are_there() -> None:
    assert {path.suffix for path in EXAMPLES.iterdir()} == {".jsonl", ".txt", ".html", ".md"}


def test_every_report_has_an_id_of_its_own_a_title_and_a_date(reports: list[Report]) -> None:
    assert len(reports) >= 14
    assert len({report.id for report in reports}) == len(reports)
    assert all(report.title and report.text.startswith(report.title) for report in reports)
    assert all(report.published and date.fromisoformat(report.published) for report in reports)


def test_every_report_is_as_long_as_a_short_one_from_an_agency(reports: list[Report]) -> None:
    assert {report.id: len(report.text.split()) for report in reports if not 120 <= len(report.text.split()) <= 350} == {}


def test_the_reports_come_from_several_outlets_over_more_than_a_year(reports: list[Report]) -> None:
    days = sorted(date.fromisoformat(report.published or "") for report in reports)
    assert (days[-1] - days[0]).days > 365
    assert len({report.outlet for report in reports}) >= 4


def test_no_report_repeats_the_text_of_another(reports: list[Report]) -> None:
    assert len({report.text for report in reports}) == len(reports)


PROMISED = {
    "talks between the two movements that a third party mediates": """
        type = 'CONSULT' AND list_has_all(actor, ['Fatah', 'Hamas']) AND list_contains(third_party, 'Egypt')""",
    "two leaders who meet": """
        type = 'CONSULT' AND list_has_all(actor, ['Mahmoud Abbas', 'Khaled Meshaal']) AND tense = 'past'""",
    "a pact that an official affirms": """
        report = 'cabinet-agreed' AND type = 'AGREE' AND polarity = 'positive' AND list_has_all(actor, ['Fatah', 'Hamas'])
        AND len(voice) > 0""",
    "the same pact denied by a party": """
        report = 'cabinet-denied' AND type = 'AGREE' AND polarity = 'negative' AND list_contains(voice, 'Hamas')""",
    "a state that recognizes another": """
        type = 'recognizes' AND polarity = 'positive' AND certainty = 'certain'
        AND list_contains(actor, 'Iceland') AND list_contains(recipient, 'Palestine')""",
    "a state that does not recognize it": """
        type = 'recognizes' AND polarity = 'negative'
        AND list_contains(actor, 'United States') AND list_contains(recipient, 'Palestine')""",
    "a designation as a terrorist organisation": """
        type = 'designates' AND list_has_all(actor, ['United States', 'Israel', 'European Union'])
        AND list_contains(recipient, 'Hamas') AND as_ LIKE '%terrorist%'""",
    "a patron and its client": """
        type = 'backs' AND list_contains(actor, 'Iran') AND list_contains(recipient, 'Palestinian Islamic Jihad')""",
    "a ceasefire and who brokers it": """
        report = 'truce-in-october' AND list_contains(mode, 'ceasefire')
        AND list_contains(actor, 'Israel') AND list_contains(third_party, 'Egypt')""",
    "a ceasefire that somebody says never was": """
        report = 'truce-breaks-down' AND list_contains(mode, 'ceasefire') AND polarity = 'negative' AND len(voice) > 0""",
    "fire after the ceasefire": """
        report = 'truce-breaks-down' AND type = 'ASSAULT' AND polarity = 'positive' AND list_contains(actor, 'Israel')""",
    "an offer with a condition": """
        condition LIKE 'if it stops building%' AND certainty = 'hypothetical' AND list_contains(actor, 'Mahmoud Abbas')""",
}


@pytest.mark.parametrize("promise", PROMISED)
def test_the_examples_tell_of(record: Record, promise: str) -> None:
    assert told(record, PROMISED[promise]), f"no claim in which {' '.join(PROMISED[promise].split())}"


def test_most_claims_of_what_was_said_carry_the_voice_that_says_it(record: Record) -> None:
    [(voiced, all_claims)] = record.sql("SELECT count(*) FILTER (len(voice) > 0), count(*) FROM told").rows
    assert voiced > 0.2 * all_claims


SHOWN = {
    "reports": ["cabinet-denied", "truce-breaks-down"],
    "timeline Fatah Hamas --type CONSULT": ["third party Egypt"],
    "timeline Mahmoud Abbas Khaled Meshaal --type CONSULT": ["CONSULT: Mahmoud Abbas, Khaled Meshaal"],
    "disputed": [
        "2011-06-14 affirmed by Egyptian official; 2011-06-16 denied by Hamas\n  AGREE: Fatah, Hamas\n",
        "according to Egyptian official: certain, past",
        "  not AGREE: Hamas [it], Fatah\n",
        "; 2011-10-31 denied by military spokesman\n",
        "; 2012-03-15 denied by Israel\n",
    ],
    "standing Palestine": ["  recognizes: Iceland → Palestine", "  not recognizes: United States, Germany → Palestine"],
    "timeline --type ceasefire": ["RETREAT ceasefire: Israel, Palestinian Islamic Jihad", "third party Egypt", "not RETREAT ceasefire"],
    "positions Mahmoud Abbas": ["Mahmoud Abbas demands", "Mahmoud Abbas offers", "condition “if it stops building settlements”"],
    "said --about": ["that Hamas would never recognise Israel", "the agreement did not mean that Israel recognised Hamas"],
    "sql": ["CONSULT"],
}


@pytest.mark.parametrize("begin", SHOWN)
def test_the_tour_shows(record: Record, file: Path, begin: str, capsys: pytest.CaptureFixture[str]) -> None:
    [stop] = [stop for stop in tour() if " ".join(stop.command).startswith(begin)]
    ask(stop, file)
    out = capsys.readouterr().out
    assert [words for words in SHOWN[begin] if words not in out] == []


def test_every_stop_of_the_tour_is_looked_at(record: Record) -> None:
    assert len(tour()) == len(SHOWN)


def test_every_example_can_be_shown_with_each_claim_under_its_words(record: Record) -> None:
    for reading in record.readings():
        page = record.show(reading.report.id)
        assert "".join(passage.words for passage in page.passages) == reading.text
        shown = [told.claim for passage in page.passages for strand in passage.strands for told in _claims(strand)]
        assert sorted(shown) == sorted(claim.id for claim in reading.claims)


def _claims(strand: Strand) -> Iterator[Told]:
    yield from strand.claims
    for inner in strand.inner:
        yield from _claims(inner)
