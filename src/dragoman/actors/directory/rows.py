"""Rows of the directory's CSV files, each with the place where it stands."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from dragoman.errors import Fault

_QUOTE = '"'

Cells = list[str]
"""The cells of one line, in the order of `COLUMNS`."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("id", "name", "kind", "code", "aliases", "adjectives", "capital", "metonyms", "from", "until"),
    "people": ("id", "name", "aliases", "country", "sure"),
    "offices": ("person", "title", "body", "country", "sector", "other_sectors", "from", "until", "sure"),
    "groups": ("id", "name", "kind", "aliases", "country", "sector", "other_sectors", "parent", "from", "until", "sure"),
    "standings": ("group", "sector", "other_sectors", "from", "until", "sure"),
    "communities": ("id", "name", "adjectives", "country", "sector"),
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
    "standings": ("group", "sector"),
    "communities": ("id", "name"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CSV file under its header, for those who ask for cells by name."""

    where: str
    cells: dict[str, str]

    def text(self, column: str) -> str | None:
        """Return the cell, or None where it is empty."""
        return self.cells.get(column) or None

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several."""
        return parts(self.cells.get(column, ""))


@dataclass(slots=True)
class Table:
    """All rows of one name, from ours to the user's.

    Attributes:
        rows: each row as it stands in CSV, its cells in the order of `COLUMNS`, empty where a file lacks the column.
        files: each file's name with the number of its rows.
        lines: for each file, the line on which each row ends.
    """

    name: str
    rows: list[str] = field(default_factory=list)
    files: list[tuple[str, int]] = field(default_factory=list)
    lines: list[Sequence[int]] = field(default_factory=list)
    _cells: list[Cells] = field(default_factory=list)

    @property
    def cells(self) -> list[Cells]:
        """The cells of each row, taken apart when they are first asked for."""
        if len(self._cells) != len(self.rows):
            self._cells = cells_of(self.rows)
        return self._cells

    def alike(self, column: int) -> dict[str, list[str]]:
        """Return the rows by one of their cells, without taking them apart: most rows of a big table are never asked for."""
        found: dict[str, list[str]] = {}
        for row in self.rows:
            cell = row.split(",", column + 1)[column] if _QUOTE not in row else cells_of([row])[0][column]
            if cell in found:
                found[cell].append(row)
            elif cell:
                found[cell] = [row]
        return found

    def __iter__(self) -> Iterator[Row]:
        """Yield each row with its place; a later row is meant to take the place of an earlier one."""
        columns, n = COLUMNS[self.name], 0
        for (where, size), lines in zip(self.files, self.lines, strict=True):
            for cells, line in zip(self.cells[n : n + size], lines, strict=True):
                yield Row(f"{where}:{line}", dict(zip(columns, cells, strict=True)))
            n += size


def cells_of(rows: Iterable[str]) -> list[Cells]:
    """Return the cells of rows that stand in CSV.

    Example:
        >>> cells_of(['vale-front,"Vale Front, the"'])
        [['vale-front', 'Vale Front, the']]
    """
    return list(csv.reader(rows))


def parts(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several, divided by bars.

    Example:
        >>> parts("Tripoli | Tarabulus|")
        ('Tripoli', 'Tarabulus')
    """
    if "|" not in cell:
        return (cell.strip(),) if cell and not cell.isspace() else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def table_of(folders: Iterable[Path], name: str, faults: list[Fault]) -> Table:
    """Return the rows of one file name in these folders; none from a folder that lacks it.

    Faults of form (a missing or unknown column, too few or too many cells, bytes that are not UTF-8) are added
    to `faults`, and the rows that they touch are left out.
    """
    table = Table(name)
    for folder in folders:
        path = folder / f"{name}.csv"
        if not path.is_file():
            continue
        where = f"{folder.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            faults.append(Fault(where, f"not UTF-8 at byte {error.start}", "save the file as UTF-8"))
            continue
        before = len(table.rows)
        table.lines.append(_fill(table, text, where, faults))
        table.files.append((where, len(table.rows) - before))
    return table


def _fill(table: Table, text: str, where: str, faults: list[Fault]) -> Sequence[int]:
    """Add the rows of a file to the table, and return the line on which each ends."""
    columns = COLUMNS[table.name]
    reader = csv.reader(StringIO(text))
    header = next(reader, [])
    strange = [column for column in header if column not in columns]
    missing = [c for c in REQUIRED.get(table.name, columns[:1]) if c not in header]
    if strange or missing:
        named = ", ".join([*(f"unknown column {c!r}" for c in strange), *(f"no column {c!r}" for c in missing)])
        faults.append(Fault(f"{where}:1", named, f"columns are {', '.join(columns)}"))
        return ()
    size, ordered = len(header), tuple(header) == columns
    rows = text.rstrip("\n").split("\n")[1:]
    if ordered and all(_size(row) == size for row in rows):  # each row is a line
        table.rows += rows
        return range(2, len(rows) + 2)
    order = [header.index(c) if c in header else -1 for c in columns]
    lines = []
    for cells in reader:
        if len(cells) != size:
            if cells:
                place = f"{where}:{reader.line_num}"
                faults.append(Fault(place, f"{len(cells)} cells under {size} columns", "quote cells that hold a comma"))
            continue
        table.rows.append(_written([cells[k] if k >= 0 else "" for k in order]))
        lines.append(reader.line_num)
    return lines


def _size(row: str) -> int:
    """Return how many cells a line has; 0 for one that ends within a cell."""
    if _QUOTE not in row:
        return row.count(",") + 1 if row else 0
    return 0 if row.count(_QUOTE) % 2 else len(cells_of([row])[0])


def _written(cells: Cells) -> str:
    """Return cells as a row of CSV."""
    row = StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()
