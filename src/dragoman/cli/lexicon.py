"""``dragoman lexicon``: what a word may mean, a wording of one's own, whether frames are in order, how much is covered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import ActorsOption, JsonOption, own_folder, refuse_unused
from dragoman.cli.output import Printer, print_faults, print_json

if TYPE_CHECKING:
    from dragoman.errors import Fault

NAME = "lexicon"
_USES = {"word": ("find", "add"), **dict.fromkeys(("type", "example", "mode", "where", "role", "actors", "dry_run"), ("add",))}
"""What each parameter is for, where that is not everything."""


class Asked(StrEnum):
    """What can be asked of the lexicon."""

    FIND = "find"
    ADD = "add"
    CHECK = "check"
    COVERAGE = "coverage"


def run(
    context: typer.Context,
    asked: Annotated[Asked, typer.Argument(metavar="find|add|check|coverage", help="What to ask or do.")],
    word: Annotated[
        str | None,
        typer.Argument(metavar="[WORD]", help="find: a word as a dictionary has it. add: one, or several such as “lay siege to”."),
    ] = None,
    frames: Annotated[Path | None, typer.Option("--frames", metavar="DIR", help="A folder with your own frames, over ours.")] = None,
    *,
    type: Annotated[str | None, typer.Option("--type", "-t", metavar="TYPE", help="add: what the wording means, such as COERCE.")] = None,
    example: Annotated[
        str | None, typer.Option("--example", metavar="TEXT", help="add: a sentence of your own in which it means that.")
    ] = None,
    mode: Annotated[list[str] | None, typer.Option("--mode", metavar="MODE", help="add: a mode of the type; may be repeated.")] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="SLOT=WORD,…", help="add: only where one of these words is in the slot; may be repeated."),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE=SLOT", help="add: where a role stands, if it is not found by itself; may be repeated."),
    ] = None,
    actors: ActorsOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="add: show what would come of it, and write nothing.")] = False,
    json: JsonOption = False,
) -> None:
    """Ask the lexicon, or add to it.

    Find what a word may mean; add a wording to frames of your own, which lie over ours; check such frames; count what is covered by type.

    Example:
      dragoman lexicon find withdraw
      dragoman lexicon add impound --type COERCE --example "Spain impounded a Moroccan trawler." --frames mine
      dragoman lexicon check --frames mine
      dragoman lexicon coverage
    """
    refuse_unused(context, asked, _USES)
    if asked is Asked.ADD:
        from dragoman.cli.adding import Asking, add

        add(Asking(word, frames, type, example, mode or [], where or [], role or [], actors), dry_run=dry_run, as_json=json)
    elif asked is Asked.FIND:
        _find(word, frames, as_json=json)
    elif asked is Asked.CHECK:
        _check(frames, as_json=json)
    else:
        _coverage(frames, as_json=json)


def _find(word: str | None, frames: Path | None, *, as_json: bool) -> None:
    from dragoman.coding import load_lexicon
    from dragoman.coding.lexicon.coverage import meanings
    from dragoman.errors import did_you_mean

    if not word:
        raise typer.BadParameter("give a word, such as withdraw", param_hint="WORD")
    lexicon = load_lexicon(frames)
    found = meanings(lexicon, word)
    if as_json:
        print_json({"wording": w, "type": f.type, "rule": f.id, "mode": f.mode, "example": f.example} for w, f in found)
        return
    printer = Printer()
    for wording, frame in found:
        printer.line(f"{frame.type}  {wording}  {frame.id}")
        if frame.example:
            printer.line(frame.example, indent=2)
    if not found:
        known = {one for frame in lexicon.frames for p in frame.patterns for one in (p.head, p.noun) if one}
        hint = did_you_mean(word, known, otherwise="give it as a dictionary has it")
        printer.line(f"No frame has this word; {hint}".rstrip("."))


def _check(frames: Path | None, *, as_json: bool) -> None:
    from dragoman.coding import load_lexicon
    from dragoman.coding.lexicon.lint import faults_of
    from dragoman.errors import LexiconError

    found: Sequence[Fault]
    count = 0
    try:
        lexicon = load_lexicon(own_folder("--frames", frames))
        found, count = faults_of(lexicon), len(lexicon.frames)
    except LexiconError as error:
        found = error.faults
    print_faults(found, as_json=as_json, otherwise=f"No faults in {count} frames.")


def _coverage(frames: Path | None, *, as_json: bool) -> None:
    from dragoman.coding import load_lexicon
    from dragoman.coding.lexicon.coverage import coverage

    rows = coverage(load_lexicon(frames))
    if as_json:
        print_json(rows)
        return
    printer = Printer()
    printer.line(f"{'type':18}{'frames':>8}{'verbs':>8}{'nouns':>8}{'adjectives':>12}  modes")
    for row in rows:
        printer.line(f"{row.type:18}{row.frames:8}{row.verbs:8}{row.nouns:8}{row.adjectives:12}  {' '.join(row.modes)}".rstrip())
