"""Which week a weekday is of: what a present arranges, what is given until a day and what is a condition have yet to come."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman import Reader, Report
from dragoman.claims import ReportId

PUBLISHED = "2026-03-04"  # a Wednesday


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp=nlp)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Eritrea and Chad agreed to a ceasefire starting on Friday.", "2026-03-06"),
        ("Rebels launched an offensive starting on Monday that killed 20.", "2026-03-02"),
        ("The truce takes effect on Friday.", "2026-03-06"),
        ("Talks resume on Monday in Doha.", "2026-03-09"),
        ("A bomb leaves five dead on Friday.", "2026-02-27"),
        ("Libya gave Chad until Friday to withdraw its troops.", "2026-03-06"),
        ("The fighting continued until Friday.", "2026-02-27"),
        ("The rebels will attack unless Libya releases the hostages by Saturday.", "2026-03-07"),
        ("The election is on Sunday.", "2026-03-08"),
        ("Libya's deadline for Chad to leave expired on Friday.", "2026-02-27"),
    ],
)
def test_a_weekday_is_of_the_week_that_its_clause_means(reader: Reader, text: str, value: str) -> None:
    [time] = reader.read(Report(id=ReportId("one"), text=text, published=PUBLISHED)).times
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Banda, who was sacked on Monday, told parliament on Sunday that the minister had lied.", "2026-03-01"),
        ("Clinton, who ran for president in 2008, said that Libya had attacked Chad.", None),
        ("Speaking in Cairo on Monday, Annan said that Chad had attacked Libya.", "2026-03-02"),
    ],
)
def test_a_statement_is_not_of_the_time_of_what_is_told_of_its_source(reader: Reader, text: str, day: str | None) -> None:
    said = reader.read(Report(id=ReportId("one"), text=text, published=PUBLISHED)).statements[0]
    assert (said.time and said.time.start) == day
