"""``dragoman disputed``: what one voice affirms and another denies."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    TELLINGS,
    AllOption,
    ConfidenceOption,
    JsonOption,
    RecordOption,
    SinceOption,
    TypeOption,
    UntilOption,
)
from dragoman.cli.output import complain, print_json

NAME = "disputed"


def run(
    actors: Annotated[
        list[str] | None,
        typer.Argument(metavar="ACTORS...", help="Names or ids; only disputes in which all of them have a part or a say. None: all."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    confidence: ConfidenceOption = None,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Show what one voice affirms and another denies: who said so first, who contradicted it and when, with the sentences.

    Denied is what is told not to be so, of the same parties, days and matter, and what somebody denies to be true of what was said just
    before. An actor takes part with its people. A later refusal, or another day's event, is no denial.

    Example:
      dragoman disputed Hamas Fatah --since 2011-06
      dragoman disputed --type ceasefire
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record
    from dragoman.record.lines import disputes_lines

    with Record(record, read_only=True, note=complain) as kept:
        found = kept.disputed(*(actors or ()), since=since, until=until, types=types or (), confidence=confidence)
    if json:
        print_json(found)
    else:
        print_lines(disputes_lines(found, most=None if every else TELLINGS), otherwise="Nothing is disputed.")
