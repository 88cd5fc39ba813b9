"""``dragoman export``: what a record holds as a file for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    CertaintyOption,
    ConfidenceOption,
    KnownOption,
    PolarityOption,
    RecordOption,
    SinceOption,
    TenseOption,
    TypeOption,
    UntilOption,
    only_of,
    refuse_unused,
)
from dragoman.cli.output import Printer

if TYPE_CHECKING:
    from dragoman.record import Told

NAME = "export"

FormName: TypeAlias = Literal["claims", "dyads", "plover", "statements"]

_OF_CLAIMS = ("types", "confidence", "polarity", "certainty", "tense", "known")
"""What statements cannot be chosen by."""


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write; its suffix names the form: .csv, .tsv, .parquet or .jsonl.")],
    record: RecordOption = DEFAULT_RECORD,
    form: Annotated[
        FormName, typer.Option("--form", "-f", help="A row a claim, a pair of actor and recipient, or a statement, or PLOVER's JSON Lines.")
    ] = "claims",
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    confidence: ConfidenceOption = None,
    polarity: PolarityOption = None,
    certainty: CertaintyOption = None,
    tense: TenseOption = None,
    known: KnownOption = False,
) -> None:
    """Write the claims of a record to a file for R, Stata, a spreadsheet or a program of your own.

    “claims” has events and relations, all that is known of each. “dyads” has events alone, a row for each actor and recipient, with
    country, sector, quad class and score. “plover” has events in PLOVER's own JSON form. “statements” has who said what, in which words
    and where they stand. Nothing is left out for being denied or supposed, unless asked for: columns say so.

    Example:
      dragoman export events.csv --form dyads --since 2011 --record mideast.duckdb
      dragoman export events.jsonl --form plover
    """
    from dragoman.exchange import claims_to_arrow, dyads_to_arrow, write_table
    from dragoman.exchange.files import TABLES, suffix_of
    from dragoman.record import Record

    suffix_of(file, (".jsonl",) if form == "plover" else TABLES)
    if form == "statements":
        refuse_unused(context, form, dict.fromkeys(_OF_CLAIMS, ("claims", "dyads", "plover")))
        _write_statements(record, file, since=since, until=until)
        return
    only = only_of(polarity=polarity, certainty=certainty, tense=tense, known=known)
    with Record(record, read_only=True) as kept:
        every = types or (_every_type() if form == "claims" else ())
        found = kept.timeline(since=since, until=until, types=every, confidence=confidence, only=only)
    if form != "claims" and any(one.kind == "relation" for one in found):
        raise typer.BadParameter(f"--type: {form} has events alone; write relations with --form claims")
    if form == "plover":
        count, what = _write_plover(found, file), "events"
    else:
        table = claims_to_arrow(found) if form == "claims" else dyads_to_arrow(found)
        write_table(table, file)
        count, what = table.num_rows, "claims" if form == "claims" else "rows"
    Printer().line(f"{file}: {count:,} {what} of {record}")


def _write_statements(record: Path, file: Path, *, since: str | None, until: str | None) -> None:
    from dragoman.exchange import statements_to_arrow, write_table
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        table = statements_to_arrow(kept.said(since=since, until=until))
    write_table(table, file)
    Printer().line(f"{file}: {table.num_rows:,} statements of {record}")


def _write_plover(found: Iterable[Told], file: Path) -> int:
    import dragoman
    from dragoman.exchange import to_plover, write_events

    return write_events(to_plover(found, coder=f"dragoman {dragoman.__version__}"), file)


def _every_type() -> Sequence[str]:
    """Return all types, since a timeline that is asked for none has events alone."""
    from dragoman.ontology import load

    ontology = load()
    return (*ontology.events, *ontology.relations)
