"""``dragoman show``: a report with its claims beside the words."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption

NAME = "show"


def run(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id; dragoman reports lists them.")],
    record: RecordOption = DEFAULT_RECORD,
    json: JsonOption = False,
) -> None:
    """Show a report's text, each sentence with what was found in it: who says what, how sure, when and where.

    Claims stand below the voice through which they come, the outlet's own first.

    Example:
      dragoman show report-7 --record mideast.duckdb
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record
    from dragoman.record.lines import page_lines

    with Record(record, read_only=True) as kept:
        if json:
            print(kept.reading(report).to_json())
        else:
            print_lines(page_lines(kept.show(report)))
