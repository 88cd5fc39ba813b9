"""``dragoman said``: what an actor is reported to say."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption, SinceOption, UntilOption
from dragoman.cli.output import Printer, print_json

NAME = "said"


def run(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="Name or id.")],
    record: RecordOption = DEFAULT_RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
) -> None:
    """Show what an actor is reported to say, word for word, by the reports' dates.

    Example:
      dragoman said "John Kirby" --since 2022-10
    """
    from dragoman.cli.telling import print_source, print_statement
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        found = kept.said(actor, since=since, until=until)
    if json:
        print_json(found)
        return
    out = Printer()
    for one in found:
        print_statement(out, one, indent=0)
        print_source(out, one.report, indent=4)
    if not found:
        out.line("No statements.")
