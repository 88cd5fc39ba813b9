"""``dragoman sql``: a query of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption
from dragoman.cli.output import Printer, print_json, safe

if TYPE_CHECKING:
    from dragoman.record import Answer

NAME = "sql"


def run(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT, FROM, DESCRIBE, SUMMARIZE or EXPLAIN.")],
    record: RecordOption = DEFAULT_RECORD,
    json: JsonOption = False,
) -> None:
    """Ask the record in SQL; nothing can be changed with it.

    Begin with the view told, one row a claim; DESCRIBE told lists its columns, SHOW TABLES the other tables and views.

    Example:
      dragoman sql "SELECT type, count(*) FROM told GROUP BY type ORDER BY 2 DESC"
    """
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        answer = kept.sql(query)
    if json:
        print_json(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    else:
        _print_table(answer)


def _print_table(answer: Answer) -> None:
    """Print a table on a terminal, tab-separated values elsewhere."""
    import sys

    rows = [[_cell(value) for value in row] for row in answer.rows]
    if not sys.stdout.isatty():
        for row in [list(answer.columns), *rows]:
            print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, pad_edge=False)
    for column in answer.columns:
        table.add_column(Text(safe(column)))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)
    Printer().line((f"{len(rows):,} rows", "dim"))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(one) for one in value)
    return safe(str(value).strip())
