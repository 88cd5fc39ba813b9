"""Readings as tables and data frames, and back."""

from __future__ import annotations

import pyarrow as pa
import pytest

from dragoman.errors import InputError, ReadingError
from dragoman.exchange import claims_to_arrow, claims_to_pandas, claims_to_polars, from_tables, to_arrow, to_pandas, to_polars
from dragoman.record import Record
from readings import plain, talks

READINGS = [talks(), plain("r2", "Nothing."), talks("r3", published=None, text="Again: " + talks().text)]


@pytest.mark.parametrize("take_apart", [to_arrow, to_pandas, to_polars])
def test_readings_come_back_equal_from_every_kind_of_frame(take_apart: object) -> None:
    assert callable(take_apart)
    assert list(from_tables(take_apart(READINGS))) == READINGS
    assert [reading.to_json() for reading in from_tables(take_apart(READINGS))] == [reading.to_json() for reading in READINGS]


def test_no_readings_make_empty_tables_that_give_no_readings() -> None:
    assert list(from_tables(to_arrow([]))) == []
    assert list(from_tables(to_pandas([]))) == []


def test_rows_may_come_in_any_order() -> None:
    tables = {
        name: table.take(pa.array(range(table.num_rows - 1, -1, -1))) if name != "reports" else table
        for name, table in to_arrow(READINGS).items()
    }
    assert list(from_tables(tables)) == READINGS


def test_a_missing_table_or_column_is_named() -> None:
    tables = to_arrow(READINGS)
    with pytest.raises(ReadingError, match="table roles: missing"):
        list(from_tables({name: table for name, table in tables.items() if name != "roles"}))
    with pytest.raises(ReadingError, match="table claims: missing: rule"):
        list(from_tables({**tables, "claims": tables["claims"].drop_columns(["rule"])}))


def test_the_claims_frame_has_a_row_a_claim_with_names_and_codes() -> None:
    rows = claims_to_arrow(READINGS).to_pylist()
    assert [(row["report"], row["claim"]) for row in rows] == [
        ("r1", "c1"),
        ("r1", "c2"),
        ("r1", "c3"),
        ("r3", "c1"),
        ("r3", "c2"),
        ("r3", "c3"),
    ]
    first = rows[0]
    assert first["actor"] == ["Norland", "Red Front"]
    assert first["actor_ids"] == ["norland", "red-front"]
    assert first["actor_sectors"] == ["GOV", "REB"]
    assert first["third_party_words"] == ["the ministry"]
    assert (first["place"], first["lat"], first["place_country"], first["day"]) == ("Østby", 61.2, "NOR", "2024-05-03")
    assert first["trigger"] == ["held", "talks"]
    assert rows[1]["as"] == "the council"
    assert rows[1]["polarity"] == "negative"
    assert rows[2]["voice"] == ["Ana Lund; Norland Foreign Ministry", "Norland"]
    assert rows[2]["counts"][0] == {"of": "things", "value": 40.0, "bound": "about", "unit": None, "words": "40 buses"}


def test_the_claims_frame_is_the_same_in_pandas_and_polars() -> None:
    arrow = claims_to_arrow(READINGS)
    assert claims_to_polars(READINGS).to_dicts() == arrow.to_pylist()
    pandas = claims_to_pandas(READINGS)
    assert list(pandas.columns) == arrow.column_names
    assert pandas["type"].tolist() == arrow.column("type").to_pylist()
    assert pandas["lat"].isna().sum() == arrow.column("lat").null_count


def test_a_timeline_makes_a_frame_too() -> None:
    with Record() as record:
        record.write_many(READINGS)
        assert claims_to_arrow(record.timeline("red front")).column("type").to_pylist() == ["CONSULT", "CONSULT"]


def test_no_claims_make_an_empty_frame_with_all_columns() -> None:
    assert claims_to_arrow([]).column_names == claims_to_arrow(READINGS).column_names


def test_positions_are_claims_and_statements_are_said_to_be_none() -> None:
    with Record() as record:
        record.write(talks())
        assert claims_to_arrow(record.positions("norland")).num_rows == 1
        with pytest.raises(InputError, match="a Said is no claim"):
            claims_to_arrow(record.said("ana lund"))  # type: ignore[arg-type]
