"""A text whose first lines name its fields: ``Title: …``, ``Date: …``, ``Outlet: …``, and then the text itself."""

from __future__ import annotations

import re

from dragoman.intake.fields import found_in
from dragoman.intake.found import Found
from dragoman.intake.options import IntakeOptions
from dragoman.intake.wording import wording

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{1,24}):[ \t]+(?P<value>\S.*)")
_FENCE = "---"  # a line that may stand before and after the labels
_FEWEST = 2  # fields, since a headline may look like one: "Date: a fruit with a future"
_MOST_LINES = 15


def labelled(text: str, *, name: str, where: str, options: IntakeOptions) -> Found:
    """Return the report that a text holds, with the fields that its first lines name.

    They are such lines where all up to the first blank line have the form ``label: value`` and at least two of the labels are
    names of columns of different fields; otherwise the text is left as it is.

    Args:
        text: what the source holds.
        name: the report's id.
        where: the source's place, for errors.
        options: which further columns there may be, and whom to tell of values that are left out.
    """
    head, body = _head(text)
    known = {column: field for field, columns in wording().fields.items() for column in columns}
    known |= {column.lower(): field for field, column in options.fields.items()}
    named = {known[label] for label in head if label in known} - {"id", "text"}
    if len(named) < _FEWEST or not body.strip():
        return Found(id=name, where=where, text=text)
    row: dict[str, object] = {options.fields.get(known[label], label): value for label, value in head.items() if known.get(label) in named}
    row[options.fields.get("text", "text")] = body
    return found_in(row, name=name, where=where, options=options)


def _head(text: str) -> tuple[dict[str, str], str]:
    """Return the labels, in small letters, with their values, and what comes after them; none where a line is no such line."""
    rest = text.replace("\r\n", "\n").lstrip("\ufeff \t\n")
    fenced = rest.startswith(_FENCE + "\n")
    rest = rest.removeprefix(_FENCE + "\n")
    head: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line, _, rest = rest.partition("\n")
        line = line.strip()
        if not line or (fenced and line == _FENCE):
            return head, rest.lstrip("\n")
        found = _LABELLED.fullmatch(line)
        if not found:
            break
        value = found["value"].strip()
        quoted = fenced and len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
        head.setdefault(found["label"].lower(), value[1:-1] if quoted else value)
    return {}, text
