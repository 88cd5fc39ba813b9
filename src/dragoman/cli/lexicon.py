"""``dragoman lexicon``: what a word may mean, whether a folder of frames is in order, how much is covered."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import JsonOption
from dragoman.cli.output import Printer, print_json

if TYPE_CHECKING:
    from dragoman.coding import Lexicon

NAME = "lexicon"


class Asked(StrEnum):
    """What can be asked of the lexicon."""

    FIND = "find"
    CHECK = "check"
    COVERAGE = "coverage"


def run(
    asked: Annotated[Asked, typer.Argument(metavar="find|check|coverage", help="What to ask.")],
    word: Annotated[str | None, typer.Argument(metavar="[WORD]", help="find: a word as a dictionary has it.")] = None,
    frames: Annotated[Path | None, typer.Option("--frames", metavar="DIR", help="A folder with your own frames, over ours.")] = None,
    json: JsonOption = False,
) -> None:
    """Ask the lexicon: find what a word may mean, check frames of your own, or count what is covered by type.

    Example:
      dragoman lexicon find withdraw
      dragoman lexicon check --frames mine
      dragoman lexicon coverage
    """
    from dragoman.coding import load_lexicon

    lexicon = load_lexicon(frames)
    if asked is Asked.FIND:
        _find(lexicon, word, as_json=json)
    elif asked is Asked.CHECK:
        _check(lexicon)
    else:
        _coverage(lexicon, as_json=json)


def _find(lexicon: Lexicon, word: str | None, *, as_json: bool) -> None:
    from dragoman.coding.lexicon.coverage import meanings

    if not word:
        raise typer.BadParameter("give a word, such as withdraw", param_hint="WORD")
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
        printer.line("No frame has this word.")


def _check(lexicon: Lexicon) -> None:
    from dragoman.coding.lexicon.lint import faults_of
    from dragoman.errors import LexiconError

    faults = faults_of(lexicon)
    if faults:
        raise LexiconError(list(faults))
    Printer().line(f"No faults in {len(lexicon.frames)} frames.")


def _coverage(lexicon: Lexicon, *, as_json: bool) -> None:
    from dragoman.coding.lexicon.coverage import coverage

    rows = coverage(lexicon)
    if as_json:
        print_json(rows)
        return
    printer = Printer()
    printer.line(f"{'type':18}{'frames':>8}{'verbs':>8}{'nouns':>8}{'adjectives':>12}  modes")
    for row in rows:
        printer.line(f"{row.type:18}{row.frames:8}{row.verbs:8}{row.nouns:8}{row.adjectives:12}  {' '.join(row.modes)}".rstrip())
