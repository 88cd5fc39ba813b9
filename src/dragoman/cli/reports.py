"""``dragoman reports``: what a record holds."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption, SinceOption, UntilOption, refuse_unused
from dragoman.cli.output import Printer, print_json

NAME = "reports"


def run(
    context: typer.Context,
    record: RecordOption = DEFAULT_RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    failed: Annotated[bool, typer.Option("--failed", help="List the reports that could not be read, and why.")] = False,
    json: JsonOption = False,
) -> None:
    """List the reports of a record, by date.

    Example:
      dragoman reports --record mideast.duckdb --since 2024
    """
    from dragoman.record import Record

    refuse_unused(context, "--failed" if failed else "reports", dict.fromkeys(("since", "until"), ("reports",)))
    with Record(record, read_only=True) as kept:
        if failed:
            failures = kept.failures()
            if json:
                print_json(failures)
            else:
                out = Printer()
                for failure in failures:
                    out.line((failure.id, "bold"), f"  {failure.error}")
            return
        listed = kept.reports(since=since, until=until)
    if json:
        print_json(listed)
        return
    out = Printer()
    for one in listed:
        source = one.source
        found = f"same text as {source.same_as}" if source.same_as else f"{one.claims} claims, {one.statements} statements"
        out.line(f"{(source.published or '')[:10]:10}  ", (source.id, "bold"), f"  {source.title or ''}", (f"  ({found})", "dim"))
