"""Rows of the directory's CSV files, each with the place where it stands."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import Fault


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CSV file."""

    where: str
    cells: dict[str, str]

    def text(self, column: str) -> str | None:
        """Return the cell, or None where it is empty."""
        return self.cells.get(column) or None

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several."""
        cell = self.cells.get(column, "")
        return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()


COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("id", "name", "kind", "code", "aliases", "adjectives", "capital", "metonyms", "from", "until"),
    "people": ("id", "name", "aliases", "country", "sure"),
    "offices": ("person", "title", "body", "country", "sector", "other_sectors", "from", "until", "sure"),
    "groups": ("id", "name", "kind", "aliases", "country", "sector", "other_sectors", "parent", "from", "until", "sure"),
    "group_relations": ("subject", "type", "object", "from", "until"),
    "agents": ("lemma", "sector", "kind", "plural_only", "gender"),
    "bodies": ("pattern", "id_suffix", "name", "sector", "kind"),
    "titles": ("title", "sector", "kind", "gender"),
    "pronouns": ("form", "person", "number", "gender", "use"),
    "descriptions": ("lemma", "kinds", "sectors"),
    "words": ("key", "words"),
    "given_names": ("gender", "names"),
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "states": ("id", "name", "kind"),
    "people": ("id", "name"),
    "offices": ("person", "title"),
    "groups": ("id", "name", "kind"),
    "group_relations": ("subject", "type", "object"),
}


def rows_of(folder: Path, name: str, faults: list[Fault]) -> list[Row]:
    """Return the rows of one file of a folder; none where the folder lacks it.

    Faults of form (a missing or unknown column, too few or too many cells, bytes that are not UTF-8) are added
    to `faults`, and the rows that they touch are left out.
    """
    path = folder / f"{name}.csv"
    if not path.is_file():
        return []
    where = f"{folder.name}/{path.name}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        faults.append(Fault(where, f"not UTF-8 at byte {error.start}", "save the file as UTF-8"))
        return []
    return list(_rows(lines, where, name, faults))


def _rows(lines: list[str], where: str, name: str, faults: list[Fault]) -> Iterator[Row]:
    reader = csv.reader(lines)
    header = next(reader, [])
    strange = [column for column in header if column not in COLUMNS[name]]
    missing = [c for c in REQUIRED.get(name, COLUMNS[name][:1]) if c not in header]
    if strange or missing:
        named = ", ".join([*(f"unknown column {c!r}" for c in strange), *(f"no column {c!r}" for c in missing)])
        faults.append(Fault(f"{where}:1", named, f"columns are {', '.join(COLUMNS[name])}"))
        return
    for cells in reader:
        if not cells:
            continue
        place = f"{where}:{reader.line_num}"
        if len(cells) != len(header):
            faults.append(Fault(place, f"{len(cells)} cells under {len(header)} columns", "quote cells that hold a comma"))
            continue
        yield Row(place, dict(zip(header, cells, strict=True)))
