"""A row of JSON, CSV or Parquet as a report: which column holds what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from dragoman.errors import Fault, InputError, UnreadableFile
from dragoman.intake.dates import Order, could_be_two, order_of, read_date
from dragoman.intake.found import Found
from dragoman.intake.options import IntakeOptions
from dragoman.intake.wording import wording

_LISTED = 12
"""So many columns are named at most."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a row stands among others.

    Attributes:
        number: its number in the file, from 1; None where it is the only one.
        order: tells which number comes first in the dates of all rows, where they tell.
    """

    number: int | None
    order: Callable[[], Order | None] = lambda: None


def found_in(row: Mapping[str, object], *, name: str, where: str, options: IntakeOptions, at: At | None = None) -> Found:
    """Return the report that a row holds.

    Args:
        row: column names to values.
        name: the report's id where the row gives none.
        where: the row's place, for errors.
        options: which columns to read, and whom to tell of values that are left out.
        at: the row's place among others.

    Raises:
        UnreadableFile: the text is missing, empty, or not text.
    """
    text = _text(row, where, options)
    values = {name: _words(row, name, where, options) for name in ("title", "outlet", "author")}
    return Found(
        id=given_id(row, name, options),
        where=where,
        text=text,
        published=_published(row, where, options, at),
        url=_first(_value(row, "url", options)),
        row=at.number if at else None,
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


def check_columns(present: Sequence[str], *, where: str, options: IntakeOptions) -> None:
    """Look whether a table has the columns that are to be read, once for all its rows; one that lacks another than the text's is noted.

    Raises:
        UnreadableFile: it has none for the text.
    """
    listed = ", ".join(present[:_LISTED]) or "none"
    for name, wanted in options.fields.items():
        if name != "text" and wanted not in present:
            options.note(Fault(where, f"has no column '{wanted}' to read {name} from; its columns are: {listed}", "name one of them"))
    wanted_text = (options.fields["text"],) if "text" in options.fields else wording().fields["text"]
    if not set(wanted_text) & set(present):
        either = "' or '".join(wanted_text)
        what = f"has no column '{either}' to read the text from; its columns are: {listed}"
        raise UnreadableFile(where, what, "name the one that holds the text (text=COLUMN)")


def order_in(rows: Callable[[], Iterable[Mapping[str, object]]], *, where: str, options: IntakeOptions) -> Callable[[], Order | None]:
    """Return what tells which number comes first in the dates of some rows, and says so once; it looks at them only when asked.

    Args:
        rows: all of them, as often as it is called.
        where: the file.
        options: which columns are read, and whom to tell.
    """

    @cache
    def order() -> Order | None:
        told = order_of(value for row in _readable(rows()) if isinstance(value := _value(row, "published", options), str))
        if told is None:
            return None
        options.note(Fault(where, f"dates such as 01/02/2009 are read {told[0]}, since '{told[1]}' can be read so only"))
        return told[0]

    return order


def _readable(rows: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    """Yield rows up to the first that cannot be read."""
    try:
        yield from rows
    except InputError:
        return


def _value(row: Mapping[str, object], name: str, options: IntakeOptions) -> object:
    names = (options.fields[name],) if name in options.fields else wording().fields[name]
    return next((row[column] for column in names if row.get(column) is not None), None)


def _text(row: Mapping[str, object], where: str, options: IntakeOptions) -> str:
    value = _value(row, "text", options)
    if value is None:
        wanted = options.fields.get("text") or "' or '".join(wording().fields["text"])
        present = ", ".join(str(name) for name in list(row)[:_LISTED]) or "none"
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


def _published(row: Mapping[str, object], where: str, options: IntakeOptions, at: At | None) -> date | str | None:
    value = _value(row, "published", options)
    if isinstance(value, str):
        order = at.order() if at and not options.dates and could_be_two(value) else None
        return (read_date(value, order=order) if order else value.strip()) or None
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
