"""``dragoman forget``: reports out of a record."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, RecordOption
from dragoman.cli.output import Printer

NAME = "forget"


def run(
    reports: Annotated[list[str], typer.Argument(metavar="REPORTS...", help="Ids of reports, or patterns such as 'news-*'.")],
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Take reports out of a record, with all that was read in them. A text that a copy shares goes over to the copy.

    Example:
      dragoman forget report-7 --record mideast.duckdb
      dragoman forget 'export-*'
    """
    from dragoman.record import Record
    from dragoman.record.lines import few

    with Record(record, read_only=True):
        pass  # a record that is not there is not made
    with Record(record) as kept:
        gone = kept.forget(*reports)
    Printer().line(f"{record}: {few(gone)}: {len(gone):,} taken out")
