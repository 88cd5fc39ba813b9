"""``dragoman timeline``: what happened between actors."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption, SinceOption, TypeOption, UntilOption
from dragoman.cli.output import Printer, print_json

NAME = "timeline"


def run(
    actors: Annotated[
        list[str], typer.Argument(metavar="ACTORS...", help="Names or ids; only events in which all of them take part are shown.")
    ],
    record: RecordOption = DEFAULT_RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    json: JsonOption = False,
) -> None:
    """Show what an actor did and underwent, or what happened between several, by day.

    An event without a time of its own stands at its report's date, in brackets.

    Example:
      dragoman timeline Hamas Fatah --since 2024 --type CONSULT
    """
    from dragoman.cli.telling import print_claim, print_sentence, print_source
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        found = kept.timeline(*actors, since=since, until=until, types=types or ())
    if json:
        print_json(found)
        return
    out = Printer()
    day: str | None = ""
    for told in found:
        shown = f"({told.day})" if told.day_from == "report" else told.day or "without a date"
        if shown != day:
            out.line((shown, "bold yellow"))
            day = shown
        print_claim(out, told, indent=2)
        print_sentence(out, told.sentence, indent=6)
        print_source(out, told.report, indent=6)
    if not found:
        out.line("No events." if len(actors) == 1 else f"No events in which {' and '.join(actors)} both take part.")
