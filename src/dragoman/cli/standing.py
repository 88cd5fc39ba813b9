"""``dragoman standing``: how an actor stands to others."""

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
    PolarityOption,
    RecordOption,
    SinceOption,
    TenseOption,
    TypeOption,
    UntilOption,
    only_of,
)
from dragoman.cli.output import complain, print_json

NAME = "standing"


def run(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="Name or id.")],
    record: RecordOption = DEFAULT_RECORD,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    confidence: ConfidenceOption = None,
    polarity: PolarityOption = None,
    certainty: CertaintyOption = None,
    tense: TenseOption = None,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Show how an actor stands to others: who recognizes, backs, fights, leads or holds whom, and who says so.

    Relations that are denied are shown as denied; those that contradict each other stand side by side.

    Example:
      dragoman standing Hamas --type recognizes --type designates
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record, gather
    from dragoman.record.lines import standing_lines

    only = only_of(polarity=polarity, certainty=certainty, tense=tense)
    with Record(record, read_only=True, note=complain) as kept:
        found = kept.standing(actor, since=since, until=until, types=types or (), confidence=confidence, only=only)
    if json:
        print_json(found)
        return
    print_lines(standing_lines(gather(found), most=None if every else TELLINGS), otherwise="No relations.")
