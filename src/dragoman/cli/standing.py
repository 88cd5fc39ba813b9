"""``dragoman standing``: how an actor stands to others."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption, TypeOption
from dragoman.cli.output import Printer, print_json

NAME = "standing"


def run(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="Name or id.")],
    record: RecordOption = DEFAULT_RECORD,
    types: TypeOption = None,
    json: JsonOption = False,
) -> None:
    """Show how an actor stands to others: who recognizes, backs, fights, leads or holds whom, and who says so.

    Relations that are denied are shown as denied; those that contradict each other stand side by side.

    Example:
      dragoman standing Hamas --type recognizes --type designates
    """
    from dragoman.cli.telling import print_claim, print_sentence, print_source
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        found = kept.standing(actor, types=types or ())
    if json:
        print_json(found)
        return
    out = Printer()
    for told in found:
        print_claim(out, told)
        print_sentence(out, told.sentence, indent=4)
        print_source(out, told.report, indent=4)
    if not found:
        out.line("No relations.")
