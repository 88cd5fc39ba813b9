"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

DEFAULT_RECORD = Path("dragoman.duckdb")

RecordOption: TypeAlias = Annotated[
    Path, typer.Option("--record", "-r", metavar="FILE", help="The record, one DuckDB file.", envvar="DRAGOMAN_RECORD", show_envvar=True)
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object a line instead of text.")]
SinceOption: TypeAlias = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Nothing before it: 2024-04-30, 2024-04 or 2024.")
]
UntilOption: TypeAlias = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Nothing after it.")]
TypeOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--type", "-t", metavar="TYPE", help="Only this type or mode, such as CONSULT, ceasefire or recognizes; may be repeated."),
]
PublishedOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The date of reports that give none; times such as “on Monday” count from it."),
]
MapOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="Where a table or JSON keeps a field, such as text=body; may be repeated."),
]
JobsOption: TypeAlias = Annotated[
    int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read, each with its own model.")
]
ActorsOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--actors", metavar="DIR", help="A folder with CSV files of your own actors, laid over ours.", envvar="DRAGOMAN_ACTORS"),
]
FramesOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--frames", metavar="DIR", help="A folder with YAML files of your own frames, laid over ours."),
]
CoderName: TypeAlias = Literal["both", "lexicon", "learned"]
CoderOption: TypeAlias = Annotated[
    CoderName, typer.Option("--coder", help="Who finds claims: the lexicon's frames, the model's learned heads, or both together.")
]
AllOption: TypeAlias = Annotated[bool, typer.Option("--all", "-a", help="Print every telling of what is told many times, not three.")]

TELLINGS = 3
"""How many tellings of one thing are printed where not all are asked for."""
