"""``dragoman timeline``: what happened between actors."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    TELLINGS,
    AllOption,
    CertaintyOption,
    ConfidenceOption,
    JsonOption,
    KnownOption,
    PolarityOption,
    RecordOption,
    SinceOption,
    TenseOption,
    TypeOption,
    UntilOption,
    only_of,
)
from dragoman.cli.output import complain, print_json

NAME = "timeline"


def run(
    actors: Annotated[
        list[str] | None,
        typer.Argument(metavar="ACTORS...", help="Names or ids; only events in which all of them take part. None: everybody's."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    confidence: ConfidenceOption = None,
    polarity: PolarityOption = None,
    certainty: CertaintyOption = None,
    tense: TenseOption = None,
    known: KnownOption = False,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Show what an actor did and underwent, or what happened between several, by day.

    An event without a time of its own stands at its report's date, in brackets. What is told alike of one day is told once, with each
    of its tellings below it.

    Example:
      dragoman timeline Hamas Fatah --since 2024 --type CONSULT
      dragoman timeline --type ceasefire
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record, gather
    from dragoman.record.lines import timeline_lines

    only = only_of(polarity=polarity, certainty=certainty, tense=tense, known=known)
    with Record(record, read_only=True, note=complain) as kept:
        found = kept.timeline(*(actors or ()), since=since, until=until, types=types or (), confidence=confidence, only=only)
    if json:
        print_json(found)
        return
    gathered = gather(found, by=lambda told: (told.day, told.day_from))
    none = f"No events in which {' and '.join(actors)} take part together." if len(actors or ()) > 1 and actors else "No events."
    print_lines(timeline_lines(gathered, most=None if every else TELLINGS), otherwise=none)
