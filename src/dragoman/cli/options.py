"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import typer

if TYPE_CHECKING:
    from dragoman.record import Only

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
ConfidenceOption: TypeAlias = Annotated[
    float | None,
    typer.Option("--confidence", metavar="P", min=0, max=1, help="Only claims with at least this confidence, 0 to 1, such as 0.8."),
]
PolarityOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--polarity", metavar="positive|negative", help="Only what is told as so, or only what is denied."),
]
CertaintyOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--certainty", metavar="certain|probable|possible|hypothetical", help="Only claims that are so sure; may be repeated."),
]
TenseOption: TypeAlias = Annotated[
    list[str] | None, typer.Option("--tense", metavar="past|present|future", help="Only claims of this tense; may be repeated.")
]
KnownOption: TypeAlias = Annotated[bool, typer.Option("--known", help="Only claims in which somebody known plays a part.")]
PublishedOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The date of reports that give none; times such as “on Monday” count from it."),
]
MapOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="Where a table or JSON keeps a field, such as text=body; may be repeated."),
]
DatesOption: TypeAlias = Annotated[
    Literal["day-first", "month-first"] | None,
    typer.Option("--dates", help="How to read dates such as 03/05/2024, where no other date of their column tells."),
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


def given(context: typer.Context, name: str) -> bool:
    """Return whether a parameter stands on the command line itself, not in the environment."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def only_of(
    *,
    polarity: Sequence[str] | None = None,
    certainty: Sequence[str] | None = None,
    tense: Sequence[str] | None = None,
    known: bool = False,
) -> Only:
    """Return which claims are asked for; the record refuses values that there are not."""
    from dragoman.record import Only

    chosen: dict[str, Any] = {"polarity": polarity, "certainty": certainty, "tense": tense}
    return Only(**{name: tuple(values or ()) for name, values in chosen.items()}, known=known)


def refuse_unused(context: typer.Context, asked: str, uses: Mapping[str, Sequence[str]]) -> None:
    """Refuse what stands on the command line and would mean nothing.

    Args:
        context: the command's.
        asked: what it was asked to do.
        uses: names of parameters, with all that each is for; others are for everything.

    Raises:
        BadParameter: a parameter is for something else than what is asked.
    """
    for parameter in context.command.params:
        name = parameter.name or ""
        if given(context, name) and asked not in uses.get(name, (asked,)):
            shown = parameter.opts[0] if parameter.opts[0].startswith("-") else f"“{context.params[name]}”"
            raise typer.BadParameter(f"{shown}: is for {' and '.join(uses[name])}, not for {asked}; leave it out")


def own_folder(option: str, folder: Path | None) -> Path | None:
    """Return a user's folder, which must be there.

    Raises:
        BadParameter: it is no folder.
    """
    if folder is not None and not folder.is_dir():
        raise typer.BadParameter(f"{option} {folder}: no such folder; give one with files of your own")
    return folder
