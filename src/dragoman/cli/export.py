"""``dragoman export``: what a record holds as a file for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from dragoman.cli.options import DEFAULT_RECORD, ConfidenceOption, RecordOption, SinceOption, TypeOption, UntilOption
from dragoman.cli.output import Printer

if TYPE_CHECKING:
    from dragoman.record import Told

NAME = "export"

FormName: TypeAlias = Literal["claims", "dyads", "plover"]


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write; its suffix names the form: .csv, .tsv, .parquet or .jsonl.")],
    record: RecordOption = DEFAULT_RECORD,
    form: Annotated[
        FormName, typer.Option("--form", "-f", help="A row a claim, a row a pair of actor and recipient, or PLOVER's JSON Lines.")
    ] = "claims",
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    confidence: ConfidenceOption = None,
) -> None:
    """Write the claims of a record to a file for R, Stata, a spreadsheet or a program of your own.

    “claims” has events and relations, all that is known of each. “dyads” has events alone, a row for each actor and recipient, with
    country, sector, quad class and score. “plover” has events in PLOVER's own JSON form. Nothing is left out for being denied or
    supposed: columns say so.

    Example:
      dragoman export events.csv --form dyads --since 2011 --record mideast.duckdb
      dragoman export events.jsonl --form plover
    """
    from dragoman.exchange import claims_to_arrow, dyads_to_arrow, write_table
    from dragoman.exchange.files import TABLES, suffix_of
    from dragoman.record import Record

    suffix_of(file, (".jsonl",) if form == "plover" else TABLES)
    with Record(record, read_only=True) as kept:
        found = kept.timeline(since=since, until=until, types=types or (_every_type() if form == "claims" else ()), confidence=confidence)
    if form != "claims" and any(one.kind == "relation" for one in found):
        raise typer.BadParameter(f"--type: {form} has events alone; write relations with --form claims")
    if form == "plover":
        count, what = _write_plover(found, file), "events"
    else:
        table = claims_to_arrow(found) if form == "claims" else dyads_to_arrow(found)
        write_table(table, file)
        count, what = table.num_rows, "claims" if form == "claims" else "rows"
    Printer().line(f"{file}: {count:,} {what} of {record}")


def _write_plover(found: Iterable[Told], file: Path) -> int:
    import dragoman
    from dragoman.exchange import to_plover, write_events

    return write_events(to_plover(found, coder=f"dragoman {dragoman.__version__}"), file)


def _every_type() -> Sequence[str]:
    """Return all types, since a timeline that is asked for none has events alone."""
    from dragoman.ontology import load

    ontology = load()
    return (*ontology.events, *ontology.relations)
