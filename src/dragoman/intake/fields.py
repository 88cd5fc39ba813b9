"""A row of JSON, CSV or Parquet as a report: which column holds what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dragoman.errors import Fault, UnreadableFile
from dragoman.intake.found import Found
from dragoman.intake.options import IntakeOptions
from dragoman.intake.wording import wording


def found_in(row: Mapping[str, object], *, name: str, where: str, options: IntakeOptions, number: int | None = None) -> Found:
    """Return the report that a row holds.

    Args:
        row: column names to values.
        name: the report's id where the row gives none.
        where: the row's place, for errors.
        options: which columns to read, and whom to tell of values that are left out.
        number: the row's number in its file, from 1.

    Raises:
        UnreadableFile: the text is missing, empty, or not text.
    """
    text = _text(row, where, options)
    values = {name: _words(row, name, where, options) for name in ("title", "outlet", "author")}
    return Found(
        id=given_id(row, name, options),
        where=where,
        text=text,
        published=_published(row, where, options),
        url=_first(_value(row, "url", options)),
        row=number,
        **values,
    )


def given_id(row: Mapping[str, object], otherwise: str, options: IntakeOptions) -> str:
    """Return the id that a row gives, or the other one where it gives none."""
    value = _value(row, "id", options)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) and value.strip() else otherwise


def columns(options: IntakeOptions) -> frozenset[str]:
    """Return the names of all columns that may be read."""
    known = {column for names in wording().fields.values() for column in names}
    return frozenset(known | set(options.fields.values()))


def _value(row: Mapping[str, object], name: str, options: IntakeOptions) -> object:
    names = (options.fields[name],) if name in options.fields else wording().fields[name]
    return next((row[column] for column in names if row.get(column) is not None), None)


def _text(row: Mapping[str, object], where: str, options: IntakeOptions) -> str:
    value = _value(row, "text", options)
    if value is None:
        wanted = options.fields.get("text") or "' or '".join(wording().fields["text"])
        present = ", ".join(str(name) for name in list(row)[:12]) or "none"
        raise UnreadableFile(where, f"no field '{wanted}' to read; its fields are: {present}", "name the one that holds the text")
    if not isinstance(value, str):
        raise UnreadableFile(where, f"the text is {_kind(value)}, not a string", "give the text as a string")
    if not value.strip():
        raise UnreadableFile(where, "the text is empty", "give a text")
    return value


def _words(row: Mapping[str, object], name: str, where: str, options: IntakeOptions) -> str | None:
    value = _value(row, name, options)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        options.note(Fault(where, f"{name} is {_kind(value)} and was left out", "give it as a string"))
    return None


def _published(row: Mapping[str, object], where: str, options: IntakeOptions) -> date | str | None:
    value = _value(row, "published", options)
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        options.note(Fault(where, f"the date is {_kind(value)} and was left out", "give it as 2009-01-31"))
    return None


def _first(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", bytes: "bytes"}
    return names.get(type(value), f"a {type(value).__name__}")
