"""``dragoman said``: what an actor is reported to say."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption, SinceOption, UntilOption
from dragoman.cli.output import complain, print_json

NAME = "said"


def run(
    actor: Annotated[str | None, typer.Argument(metavar="ACTOR", help="Name or id; with --about it may be left out.")] = None,
    about: Annotated[
        list[str] | None,
        typer.Option("--about", metavar="WORDS", help="Only statements with these words in them; may be repeated, then all must be there."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
) -> None:
    """Show what an actor is reported to say, word for word, by day; or who says something about a matter, first to last.

    A statement stands at the day on which it was made where the report tells it, else at its report's date.

    Example:
      dragoman said "John Kirby" --since 2022-10
      dragoman said --about recogni --about Israel
    """
    from dragoman.cli.telling import print_lines
    from dragoman.record import Record
    from dragoman.record.lines import said_lines

    if actor is None and not about:
        raise typer.BadParameter("name an actor, or words with --about")
    with Record(record, read_only=True, note=complain) as kept:
        found = kept.said(actor, about=about or (), since=since, until=until)
    if json:
        print_json(found)
    else:
        print_lines(said_lines(found), otherwise="No statements.")
