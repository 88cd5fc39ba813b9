"""``dragoman demo``: the examples that come with the package, read and asked about."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from dragoman.cli import read, reports, said, show, sql, standing, timeline
from dragoman.cli.output import Printer
from dragoman.errors import InputError

NAME = "demo"

_COMMANDS: dict[str, Callable[..., None]] = {module.NAME: module.run for module in (reports, said, show, sql, standing, timeline)}


class _Step(msgspec.Struct, frozen=True):
    """One stop of the tour (tour.json): what it shows, the command's name, and its arguments and options."""

    shows: str
    command: str
    arguments: list[str] = []
    options: dict[str, list[str]] = {}

    def line(self, record: Path) -> str:
        """Return the command as one would type it."""
        options = [part for name, values in self.options.items() for value in values for part in (f"--{name}", value)]
        return shlex.join(["dragoman", self.command, *self.arguments, *options, "--record", str(record)])

    def run(self, record: Path) -> None:
        """Run the command."""
        given: dict[str, object] = {{"type": "types"}.get(name, name): values for name, values in self.options.items()}
        arguments = [self.arguments] if self.command == timeline.NAME else self.arguments
        _COMMANDS[self.command](*arguments, record=record, **given)


def run() -> None:
    """Read the examples that come with Dragoman into a record of their own, and show what can be asked of it.

    Example:
      dragoman demo
    """
    folder = Path(tempfile.mkdtemp(prefix="dragoman-demo-"))
    record = folder / "demo.duckdb"
    out = Printer()
    for number, examples in enumerate(_examples()):
        if number == 0:
            out.line((f"$ dragoman read {examples} --record {record}", "bold yellow"))
        read.run([str(examples)], record=record)
    for step in msgspec.json.decode(files("dragoman.cli").joinpath("tour.json").read_bytes(), type=list[_Step]):
        out.blank()
        out.line((f"# {step.shows}", "bold"))
        out.line((f"$ {step.line(record)}", "bold yellow"))
        step.run(record)
    out.blank()
    out.line(f"The record is {record}; ask it more, or remove {folder}.")


def _examples() -> Iterator[Path]:
    """Yield the folder of the examples: in the package, or beside its source.

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
