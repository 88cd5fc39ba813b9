"""Tables and events written to files: CSV, tab-separated, Parquet, JSON Lines, by the file's suffix."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import InputError
from dragoman.exchange.voices import CHAINED
from dragoman.exchange.voices import COLUMNS as VOICES

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.exchange.plover import PloverEvent

TABLES = (".csv", ".tsv", ".parquet", ".jsonl")
"""Suffixes that tables can be written under."""

_SIGNS = {"exact": "=", "at_least": ">=", "at_most": "<=", "about": "~"}


def write_table(table: pa.Table, path: str | os.PathLike[str]) -> None:
    """Write a table in the form that the file's suffix names; what was there is replaced, at once and only when all is written.

    In CSV, a cell that holds a list has its parts joined by ``"; "``, a chain of voices by ``" > "``, counts read
    ``dead>=12; injured~40``, and line breaks are
    blanks, so that each row is a line.

    Raises:
        InputError: another suffix, or the file cannot be written.

    Example:
        >>> import pyarrow as pa, tempfile
        >>> path = Path(tempfile.mkdtemp(), "claims.csv")
        >>> write_table(pa.table({"type": ["AID"], "mode": [["a", "b"]]}), path)
        >>> path.read_text().splitlines()
        ['"type","mode"', '"AID","a; b"']
    """
    target = Path(path)
    kind = suffix_of(target, TABLES)
    with _replacing(target) as part:
        if kind == ".parquet":
            import pyarrow.parquet

            pyarrow.parquet.write_table(table, part)
        elif kind == ".jsonl":
            with part.open("wb") as out:
                out.writelines(msgspec.json.encode(row) + b"\n" for row in table.to_pylist())
        else:
            import pyarrow.csv

            options = pyarrow.csv.WriteOptions(delimiter="\t" if kind == ".tsv" else ",")
            pyarrow.csv.write_csv(_flat(table), part, options)


def write_events(events: Iterable[PloverEvent], path: str | os.PathLike[str]) -> int:
    """Write PLOVER's JSON Lines, an event a line, and return how many.

    Raises:
        InputError: the suffix is not ``.jsonl``, or the file cannot be written.
    """
    target = Path(path)
    suffix_of(target, (".jsonl",))
    count = 0
    with _replacing(target) as part, part.open("w", encoding="utf-8") as out:
        for event in events:
            out.write(event.to_json() + "\n")
            count += 1
    return count


def suffix_of(path: Path, allowed: tuple[str, ...]) -> str:
    """Return the file's suffix in small letters.

    Raises:
        InputError: it is none of those allowed.
    """
    suffix = path.suffix.lower()
    if suffix not in allowed:
        some = allowed[0] if len(allowed) == 1 else f"{', '.join(allowed[:-1])} or {allowed[-1]}"
        raise InputError(str(path), f"its suffix {suffix!r} names no form to write" if suffix else "has no suffix", f"let it end in {some}")
    return suffix


class _replacing:  # noqa: N801 - reads as a verb after `with`
    """Gives a file beside the target to write into, and puts it in the target's place at the end."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._part = target.with_name(f".{target.name}.part")

    def __enter__(self) -> Path:
        try:
            self._part.touch()
        except OSError as error:
            raise self._refused(error) from error
        return self._part

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._part.replace(self._target)
        except OSError as wrong:
            raise self._refused(wrong) from wrong
        finally:
            self._part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> InputError:
        return InputError(str(self._target), f"cannot be written: {error.strerror or error}", "give a file in a folder of yours")


def _flat(table: pa.Table) -> pa.Table:
    """Return a table without lists and line breaks, for forms that have none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for n, field in enumerate(table.schema):
        cells = table.column(n)
        if pa.types.is_list(field.type):
            between = CHAINED if field.name in VOICES else "; "
            cells = pa.array([between.join(map(_cell, cell)) if cell else None for cell in cells.to_pylist()], pa.string())
        if pa.types.is_string(cells.type):
            cells = pc.replace_substring_regex(cells, r"\s*[\r\n]\s*", " ")
        table = table.set_column(n, field.name, cells)
    return table


def _cell(value: object) -> str:
    """Return one part of a list in words; a count as what is counted, a sign and the number."""
    if isinstance(value, dict):
        return f"{value['of']}{_SIGNS[value['bound']]}{value['value']:g}{' ' + value['unit'] if value['unit'] else ''}"
    return "" if value is None else str(value)
