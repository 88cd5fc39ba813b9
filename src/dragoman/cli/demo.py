"""``dragoman demo``: the examples that come with the package, read and asked about."""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from dragoman.cli.output import Printer
from dragoman.errors import InputError

NAME = "demo"
_SPECIAL = frozenset('"$`\\!')
"""What a shell reads within double quotes."""


class Stop(msgspec.Struct, frozen=True):
    """One stop of the tour (tour.json): what it shows, and the command that shows it."""

    shows: str
    command: tuple[str, ...]


def run(
    record: Annotated[
        Path | None, typer.Option("--record", "-r", metavar="FILE", help="Where to keep the examples; a new folder if not given.")
    ] = None,
) -> None:
    """Read the examples that come with Dragoman into a record of their own, and show what can be asked of it.

    Example:
      dragoman demo
    """
    from dragoman.cli import read

    kept = record or Path(tempfile.mkdtemp(prefix="dragoman-demo-")) / "demo.duckdb"
    out = Printer()
    with _examples() as examples:
        out.line((f"$ {written('read', str(examples), '--record', str(kept))}", "bold yellow"))
        sys.stdout.flush()
        read.run([str(examples)], record=kept)
    out.blank()
    out.line((f"$ export DRAGOMAN_RECORD={shlex.quote(str(kept))}", "bold yellow"))
    for stop in tour():
        out.blank()
        out.line((f"# {stop.shows}", "bold"))
        out.line((f"$ {written(*stop.command)}", "bold yellow"))
        sys.stdout.flush()
        ask(stop, kept)
    out.blank()
    out.line(f"See a report with its claims beside the words: dragoman show cabinet-denied --record {kept}")
    if record is None:
        out.line(f"Remove it all with: rm -r {kept.parent}")


def tour() -> tuple[Stop, ...]:
    """Return the stops of the tour."""
    return msgspec.json.decode(files("dragoman.cli").joinpath("tour.json").read_bytes(), type=tuple[Stop, ...])


def ask(stop: Stop, record: Path) -> None:
    """Run a stop's command on a record."""
    from dragoman.cli.app import build

    build(stop.command[0])([*stop.command, "--record", str(record)], prog_name="dragoman", standalone_mode=False)


def written(*command: str) -> str:
    """Return a command as one would type it, in double quotes where they do."""
    return " ".join(["dragoman", *(f'"{part}"' if " " in part and not set(part) & _SPECIAL else shlex.quote(part) for part in command)])


@contextmanager
def _examples() -> Iterator[Path]:
    """Lend the folder of the examples: in the package, or beside its source.

    Raises:
        InputError: there is none.
    """
    inside = files("dragoman").joinpath("examples")
    beside = Path(__file__).parents[3] / "examples"
    if inside.is_dir():
        with as_file(inside) as folder:
            yield folder
    elif beside.is_dir():
        yield beside
    else:
        raise InputError("demo", "the examples did not come with this installation", "install Dragoman again")
