"""``dragoman actors``: whom the directory knows, whether its files are in order, and whom a record names that it does not know."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, ActorsOption, JsonOption, RecordOption, given, refuse_unused
from dragoman.cli.output import Printer, print_faults, print_json

if TYPE_CHECKING:
    from dragoman.actors.describe import Known

NAME = "actors"
_USES = {"what": ("find", "check"), "on": ("find",), "limit": ("unknown",), "record": ("unknown",)}
"""What each parameter is for, where that is not everything."""


class Asked(StrEnum):
    """What can be asked of the directory."""

    FIND = "find"
    CHECK = "check"
    UNKNOWN = "unknown"


def run(
    context: typer.Context,
    asked: Annotated[Asked, typer.Argument(metavar="find|check|unknown", help="What to ask.")],
    what: Annotated[str | None, typer.Argument(metavar="[NAME|FILE]", help="find: names, or a text with names; check: a CSV file.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="find: as of this day, such as 2011-03-01.")] = None,
    *,
    actors: ActorsOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="unknown: so many at most.")] = 20,
    record: RecordOption = DEFAULT_RECORD,
    json: JsonOption = False,
) -> None:
    """Ask the directory of actors: find whom a name means on a day, check its files, or list whom a record names that it lacks.

    Example:
      dragoman actors find "Sergei Lavrov" --on 2011-03-01
      dragoman actors check my-actors/groups.csv
      dragoman actors unknown --record mideast.duckdb
    """
    refuse_unused(context, asked, _USES)
    if asked is Asked.FIND:
        _find(what, _day(on), actors, as_json=json)
    elif asked is Asked.CHECK:
        if what and given(context, "actors"):
            raise typer.BadParameter("give a file or folder to check, or --actors, not both")
        _check(Path(what) if what else actors, as_json=json)
    else:
        _unknown(record, actors, limit, as_json=json)


def _day(on: str | None) -> date | None:
    if on is None:
        return None
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise typer.BadParameter(f"{on!r} is no day; write it as 2011-03-01") from None


def _find(text: str | None, on: date | None, extra: Path | None, *, as_json: bool) -> None:
    from dragoman.actors import load_directory
    from dragoman.actors.describe import look_up, near

    if not text:
        raise typer.BadParameter("give a name, as in: dragoman actors find Hezbollah")
    directory = load_directory(extra=extra)
    found = look_up(directory, text, on=on)
    if as_json:
        print_json(found)
        return
    out = Printer()
    for one in found:
        _print_known(out, one)
    if not found:
        names = near(directory, text)
        out.line("Nobody of this name" + (f"; near names are: {', '.join(names)}" if names else "") + ".")


def _print_known(out: Printer, one: Known) -> None:
    codes = " ".join(filter(None, [one.country, one.sector, *one.other_sectors]))
    out.line((one.name, "bold"), f"  {one.id}  {one.kind}  {codes}")
    for office in one.offices:
        body = f" ({office.body})" if office.body else ""
        out.line(f"{office.title}{body}, {office.since or '?'} to {office.until or 'now'}", indent=4)


def _check(path: Path | None, *, as_json: bool) -> None:
    from dragoman.actors import faults_of

    print_faults(faults_of(extra=path), as_json=as_json, otherwise=f"No faults in {path or 'our own files; give yours to check them'}.")


def _unknown(record: Path, extra: Path | None, limit: int, *, as_json: bool) -> None:
    from dragoman.actors import load_directory
    from dragoman.record import Record

    with Record(record, read_only=True) as kept:
        lacking = kept.named(besides=load_directory(extra=extra).entries)[:limit]
    if as_json:
        print_json(lacking)
        return
    out = Printer()
    for one in lacking:
        codes = " ".join(filter(None, (one.kind, one.country, one.sector)))
        out.line((one.name, "bold"), f"  {one.actor}  {codes}  {one.mentions} mentions in {one.reports} reports")
        out.line(f"{one.sentence} [{one.latest}]", indent=4)
    if not lacking:
        out.line("The directory knows everybody whom the record names.")
