"""Queries of the user's own: they read, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.record import Record
from readings import talks


@pytest.fixture(params=["memory", "writing", "reading"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """A record of one report, opened in each way."""
    path = None if request.param == "memory" else tmp_path / "some.duckdb"
    with Record(path) as record:
        record.write(talks())
        if request.param != "reading":
            yield record
            return
    with Record(path, read_only=True) as record:
        yield record


def test_a_query_is_answered_with_columns_and_rows(record: Record) -> None:
    answer = record.sql("SELECT type, actor, voice, trigger FROM told ORDER BY claim")
    assert answer.columns == ("type", "actor", "voice", "trigger")
    assert answer.rows[0] == ("CONSULT", ["Norland", "Red Front"], ["Norland Foreign Ministry"], ["held", "talks"])


def test_words_are_cut_out_by_character_also_after_an_emoji(record: Record) -> None:
    assert record.sql("SELECT condition FROM told WHERE claim = 'c3'").rows == (("if the truce holds",),)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM claims",
        "DROP TABLE meta",
        "INSERT INTO failures VALUES ('x', 'y', now())",
        "SELECT 1; DELETE FROM claims",
        "COPY claims TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "PRAGMA database_list",
        "",
        "-- nothing",
    ],
)
def test_a_query_that_would_do_more_than_read_is_refused(record: Record, query: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="the query: "):
        record.sql(query)
    assert record.sql("SELECT count(*) FROM claims").rows == ((3,),)


@pytest.mark.parametrize(
    "query", ["FROM read_csv('/etc/passwd')", "FROM '/etc/passwd'", "SELECT * FROM read_text('README.md')", "FROM glob('*')"]
)
def test_a_query_cannot_reach_other_files(record: Record, query: str) -> None:
    with pytest.raises(RecordError, match="the query: "):
        record.sql(query)


def test_a_query_cannot_see_the_programs_variables(record: Record) -> None:
    import pyarrow as pa

    secret = pa.table({"x": [1]})
    assert secret.num_rows == 1
    with pytest.raises(RecordError, match="secret"):
        record.sql("SELECT * FROM secret")


def test_a_query_that_is_no_sql_says_where(record: Record) -> None:
    with pytest.raises(RecordError, match=r"(?s)the query: .*selec"):
        record.sql("selec 1")
