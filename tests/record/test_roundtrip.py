"""What is written comes back equal, from the database and from Arrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.claims import Actor, Claim, Count, Mention, Place, Reading, Report, Span, Statement, TimeValue, Timex
from dragoman.errors import RecordError
from dragoman.record import Record
from dragoman.record.arrow import from_tables, tables_of
from dragoman.record.columns import TABLES, names
from readings import plain, talks

TEXT = "Ωmega 🚌 e\u0301t\u200b talks\r\nbegan “here”"
_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_maybe = st.none() | _words
_spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(min(pair), max(pair)))
_some_spans = st.lists(_spans, max_size=3).map(tuple)
_some_words = st.lists(_words, max_size=3).map(tuple)
_numbers = st.floats(allow_nan=False)


def _listed(things: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(things, max_size=3, unique_by=lambda thing: getattr(thing, "id", id(thing))).map(tuple)


_times = st.builds(
    TimeValue, start=_maybe, end=_maybe, precision=_words, span=st.none() | _spans, source=st.sampled_from(["text", "report_date"])
)
_claims = st.builds(
    Claim,
    id=_words,
    kind=st.sampled_from(["event", "relation"]),
    type=_words,
    mode=_some_words,
    contexts=_some_words,
    roles=st.dictionaries(st.sampled_from(["actor", "recipient", "object"]), _some_words),
    about=_some_spans,
    as_=st.none() | _spans,
    scope=st.none() | _spans,
    counts=st.lists(st.builds(Count, of=_words, value=_numbers, unit=_maybe, span=_spans), max_size=2).map(tuple),
    condition=st.none() | _spans,
    time=st.none() | _times,
    place=_maybe,
    voice=_some_words,
    sentence=_spans,
    trigger=_some_spans,
    rule=_words,
)
_readings = st.builds(
    Reading,
    report=st.builds(Report, id=st.just("r"), title=_maybe, outlet=_maybe, published=_maybe, url=_maybe, text=st.just(TEXT)),
    actors=_listed(st.builds(Actor, id=_words, name=_words, country=_maybe, other_sectors=_some_words)),
    mentions=_listed(st.builds(Mention, id=_words, start=st.integers(0, 9), end=st.integers(0, 9), text=_words, actor=_maybe)),
    statements=_listed(
        st.builds(
            Statement,
            id=_words,
            source=_maybe,
            co_sources=_some_words,
            cue=st.none() | _spans,
            content=_some_spans,
            within=_maybe,
            time=st.none() | _times,
        )
    ),
    claims=_listed(_claims),
    times=st.lists(
        st.builds(Timex, start=st.integers(0, 9), end=st.integers(0, 9), text=_words, value=_maybe, type=st.just("SET")), max_size=2
    ).map(tuple),
    places=st.lists(
        st.builds(
            Place, start=st.integers(0, 9), end=st.integers(0, 9), text=_words, name=_words, lat=st.none() | _numbers, country=_maybe
        ),
        max_size=2,
    ).map(tuple),
)


def test_a_reading_comes_back_equal_and_with_the_same_json() -> None:
    with Record() as record:
        record.write(talks())
        back = record.reading("r1")
    assert back == talks()
    assert back.to_json() == talks().to_json()


@settings(max_examples=40, deadline=None)
@given(_readings)
def test_any_reading_comes_back_from_arrow_tables(reading: Reading) -> None:
    assert list(from_tables(tables_of([reading]))) == [reading]


@settings(max_examples=15, deadline=None)
@given(_readings)
def test_any_reading_comes_back_from_the_database(reading: Reading) -> None:
    with Record() as record:
        record.write(reading)
        assert record.reading("r") == reading


def test_the_database_has_the_columns_that_the_rows_have() -> None:
    with Record() as record:
        for table in TABLES:
            columns = [name for name, *_ in record.sql(f"DESCRIBE {table}").rows]
            assert columns[: len(names(table))] == list(names(table))


def test_the_records_own_arrow_tables_give_its_readings() -> None:
    with Record() as record:
        record.write_many([talks("r2", text=talks().text + " More."), talks("r1")])
        assert list(from_tables(record.arrow())) == list(record.readings())


def test_reading_a_report_again_replaces_all_of_it() -> None:
    with Record() as record:
        record.write(talks())
        record.write(plain("r1", "Something else."))
        assert record.reading("r1") == plain("r1", "Something else.")
        assert record.sql("SELECT count(*) FROM roles").rows == ((0,),)


def test_many_readings_are_written_in_batches_and_come_back_in_order(tmp_path: Path) -> None:
    many = [talks(f"r{n:03}", text=f"{talks().text} Number {n}.") for n in range(25)]
    with Record(tmp_path / "many.duckdb") as record:
        assert record.write_many(iter(many), batch=10) == 25
    with Record(tmp_path / "many.duckdb", read_only=True) as record:
        assert list(record.readings(batch=7)) == many


def test_the_last_of_two_readings_of_one_report_in_a_batch_counts() -> None:
    with Record() as record:
        record.write_many([talks(), plain("r1", "Corrected.")])
        assert record.reading("r1").text == "Corrected."


def test_two_things_with_one_id_are_refused_since_they_could_not_be_told_apart() -> None:
    reading = Reading(report=Report(id="r1", text="x"), actors=(Actor(id="a", name="A"), Actor(id="a", name="B")))
    with Record() as record, pytest.raises(RecordError, match="r1: a stands twice"):
        record.write(reading)


def test_a_batch_with_a_fault_leaves_nothing_of_itself() -> None:
    bad = Reading(report=Report(id="bad", text="half a character: \ud800"))
    with Record() as record:
        with pytest.raises(Exception, match="cannot be stored"):
            record.write_many([plain("good", "Fine."), bad])
        assert not record.has("good")
        record.write(plain("good", "Fine."))
        assert record.has("good")
