"""``dragoman positions``: what each side demands, refuses, offers, accepts, concedes and threatens."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, TELLINGS, AllOption, ConfidenceOption, JsonOption, RecordOption, SinceOption, UntilOption
from dragoman.cli.output import complain, print_json

NAME = "positions"


def run(
    actors: Annotated[list[str], typer.Argument(metavar="ACTORS...", help="Names or ids, one side after the other.")],
    record: RecordOption = DEFAULT_RECORD,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    confidence: ConfidenceOption = None,
    alone: Annotated[bool, typer.Option("--alone", help="Only the actors themselves, without their people.")] = False,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Show what each side demands, refuses, offers, accepts, concedes and threatens, and according to whom, by the reports' dates.

    A side is an actor with its people: a state's government and forces, a group's officials, whoever leads it or holds an office of it.
    What it says that it will do is an offer or a threat, by its kind; what it is said to not do in time to come is a refusal.

    Example:
      dragoman positions Hamas Israel --since 2011
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record
    from dragoman.record.lines import positions_lines

    with Record(record, read_only=True, note=complain) as kept:
        found = kept.positions(*actors, since=since, until=until, confidence=confidence, people=not alone)
        taking = {one.side for one in found}
        silent = [name for name in actors if taking.isdisjoint(kept.who(name))]
    if json:
        print_json(found)
    else:
        print_lines(positions_lines(found, silent=silent, most=None if every else TELLINGS))
