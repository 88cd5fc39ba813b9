"""``dragoman load``: readings that were made elsewhere into a record."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, RecordOption
from dragoman.cli.output import Printer, complain
from dragoman.cli.progress import watched

NAME = "load"


def run(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="Readings as dragoman code prints them; - for standard input.")],
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Put readings that dragoman code has printed into a record.

    Example:
      dragoman load readings.jsonl --record mideast.duckdb
    """
    import sys

    from dragoman.exchange import read_lines
    from dragoman.record import Record, keep

    failed = 0
    with Record(record) as kept:
        for file in files:
            lines = read_lines(sys.stdin.buffer, name="standard input") if file == "-" else read_lines(file)
            readings, failures = keep(kept, watched(lines, what="readings"))
            Printer().line(f"{record}: {readings:,} readings of {file}")
            if failures:
                hold = "1 line holds" if failures == 1 else f"{failures:,} lines hold"
                complain(f"{file}: {hold} a failure in place of a reading; read those reports again")
            failed += failures
    if failed:
        raise typer.Exit(1)
