"""``dragoman actors``: whom the directory knows, whether its files are in order, and whom a record names that it does not know."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, ActorsOption, JsonOption, RecordOption
from dragoman.cli.output import Printer, print_json

if TYPE_CHECKING:
    from dragoman.actors import Directory
    from dragoman.actors.describe import Known

NAME = "actors"
_AROUND = 110


class Asked(StrEnum):
    """What can be asked of the directory."""

    FIND = "find"
    CHECK = "check"
    UNKNOWN = "unknown"


def run(
    asked: Annotated[Asked, typer.Argument(metavar="find|check|unknown", help="What to ask.")],
    what: Annotated[str | None, typer.Argument(metavar="[NAME|FILE]", help="find: names, or a text with names; check: a CSV file.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="find: as of this day, such as 2011-03-01.")] = None,
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
    if asked is Asked.FIND:
        _find(what, _day(on), actors, as_json=json)
    elif asked is Asked.CHECK:
        _check(Path(what) if what else actors)
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
    from dragoman.actors.describe import look_up

    if not text:
        raise typer.BadParameter("give a name, as in: dragoman actors find Hezbollah")
    found = look_up(load_directory(extra=extra), text, on=on)
    if as_json:
        print_json(found)
        return
    out = Printer()
    for one in found:
        _print_known(out, one)
    if not found:
        out.line("Nobody of this name.")


def _print_known(out: Printer, one: Known) -> None:
    codes = " ".join(filter(None, [one.country, one.sector, *one.other_sectors]))
    out.line((one.name, "bold"), f"  {one.id}  {one.kind}  {codes}")
    for office in one.offices:
        body = f" ({office.body})" if office.body else ""
        out.line(f"{office.title}{body}, {office.since or '?'} to {office.until or 'now'}", indent=4)


def _check(path: Path | None) -> None:
    """Print each fault on a line of its own, and end with status 1 where there is any."""
    from dragoman.actors import faults_of

    faults = faults_of(extra=path)
    out = Printer()
    for fault in faults:
        out.line(str(fault))
    if faults:
        raise typer.Exit(1)
    out.line("No faults.")


def _unknown(record: Path, extra: Path | None, limit: int, *, as_json: bool) -> None:
    from dragoman.actors import load_directory
    from dragoman.record import Record

    query = files("dragoman.cli").joinpath("actors_unknown.sql").read_text(encoding="utf-8")
    with Record(record, read_only=True) as kept:
        answer = kept.sql(query)
    known = load_directory(extra=extra)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    lacking = [row for row in rows if not _derived(str(row["actor"]), known)][:limit]
    for row in lacking:
        row["sentence"] = _around(str(row.pop("text")), int(str(row.pop("start"))))
    if as_json:
        print_json(lacking)
        return
    out = Printer()
    for row in lacking:
        codes = " ".join(str(row[key]) for key in ("kind", "country", "sector") if row[key])
        out.line((str(row["name"]), "bold"), f"  {row['actor']}  {codes}  {row['mentions']} mentions in {row['reports']} reports")
        out.line(f"{row['sentence']} [{row['latest']}]", indent=4)
    if not lacking:
        out.line("The directory knows everybody whom the record names.")


def _derived(actor: str, known: Directory) -> bool:
    """Tell whether an id is of the directory, or of a body or people of one that is: ``turkey-foreign-ministry``."""
    parts = actor.split("-")
    return any("-".join(parts[:n]) in known.entries for n in range(len(parts), 0, -1))


def _around(text: str, start: int) -> str:
    """Return the line around a character, cut to what fits on a screen."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = min(end if (end := text.find("\n", start)) >= 0 else len(text), start + _AROUND)
    return (
        ("…" if first and text[first - 1] != "\n" else "")
        + text[first:last].strip()
        + ("…" if last < len(text) and text[last] != "\n" else "")
    )
