"""``dragoman export``: what a record holds as a file for other programs."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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
from dragoman.cli.output import Printer, complain

if TYPE_CHECKING:
    from dragoman.record import Told

NAME = "export"

FormName: TypeAlias = Literal["claims", "dyads", "plover", "statements"]

_OUTPUT = Path("-")
_OF_CLAIMS = ("types", "confidence", "polarity", "certainty", "tense", "known")
"""What statements cannot be chosen by."""


def run(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="What to write, as its suffix says: .csv, .tsv, .parquet or .jsonl; or - for standard output."),
    ],
    record: RecordOption = DEFAULT_RECORD,
    form: Annotated[
        FormName, typer.Option("--form", "-f", help="A row a claim, a pair of actor and recipient, or a statement, or PLOVER's JSON Lines.")
    ] = "claims",
    *,
    actors: Annotated[
        list[str] | None,
        typer.Option("--actor", metavar="NAME", help="Only what somebody has a part in, or says; may be repeated."),
    ] = None,
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
    and where they stand. Nothing is left out for being denied or supposed, unless asked for: columns say so. Standard output gets CSV, or
    PLOVER's JSON Lines.

    Example:
      dragoman export events.csv --form dyads --since 2011 --record mideast.duckdb
      dragoman export events.jsonl --form plover
      dragoman export - --actor Hamas --type CONSULT | head
    """
    from dragoman.exchange import claims_to_arrow, dyads_to_arrow, statements_to_arrow, write_table
    from dragoman.exchange.files import TABLES, suffix_of
    from dragoman.record import Record

    if file != _OUTPUT:
        suffix_of(file, (".jsonl",) if form == "plover" else TABLES)
    with Record(record, read_only=True, note=complain) as kept:
        if form == "statements":
            refuse_unused(context, form, dict.fromkeys(_OF_CLAIMS, ("claims", "dyads", "plover")))
            if len(actors or ()) > 1:
                raise typer.BadParameter("--actor: a statement is asked for by one of those who make it; give one")
            said = kept.said(*(actors or ()), since=since, until=until)
        else:
            only = only_of(polarity=polarity, certainty=certainty, tense=tense, known=known)
            every = types or (_every_type() if form == "claims" else ())
            found = kept.timeline(*(actors or ()), since=since, until=until, types=every, confidence=confidence, only=only)
    if form in ("dyads", "plover") and any(one.kind == "relation" for one in found):
        raise typer.BadParameter(f"--type: {form} has events alone; write relations with --form claims")
    with _written(file, form) as target:
        if form == "plover":
            count, what = _write_plover(found, target), "events"
        else:
            made = {"claims": claims_to_arrow, "dyads": dyads_to_arrow}
            table = statements_to_arrow(said) if form == "statements" else made[form](found)
            write_table(table, target)
            count, what = table.num_rows, "rows" if form == "dyads" else form
    if file != _OUTPUT:
        Printer().line(f"{file}: {count:,} {what} of {record}")


@contextmanager
def _written(file: Path, form: FormName) -> Iterator[Path]:
    """Lend the file to write to; what goes to standard output is copied there once it is whole."""
    if file != _OUTPUT:
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / ("out.jsonl" if form == "plover" else "out.csv")
        yield part
        sys.stdout.flush()
        with part.open("rb") as lines:
            shutil.copyfileobj(lines, sys.stdout.buffer)


def _write_plover(found: Iterable[Told], file: Path) -> int:
    import dragoman
    from dragoman.exchange import to_plover, write_events

    return write_events(to_plover(found, coder=f"dragoman {dragoman.__version__}"), file)


def _every_type() -> Sequence[str]:
    """Return all types, since a timeline that is asked for none has events alone."""
    from dragoman.ontology import load

    ontology = load()
    return (*ontology.events, *ontology.relations)
