"""``dragoman lexicon add``: a wording becomes a frame of one's own, shown at work on its example before it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.output import Printer, print_json
from dragoman.cli.sources import reader_of

if TYPE_CHECKING:
    from dragoman.claims import Report
    from dragoman.coding.explaining.adding import Added, Wish
    from dragoman.record.answers import Told


@dataclass(frozen=True, slots=True)
class Asking:
    """What stands on the command line, not yet looked at."""

    words: str | None
    folder: Path | None
    type: str | None
    example: str | None
    mode: list[str]
    where: list[str]
    role: list[str]
    actors: Path | None


def add(asking: Asking, *, dry_run: bool, as_json: bool) -> None:
    """Make the frame, show what it finds in the example, and write it unless this is a trial.

    Raises:
        BadParameter: something is missing on the command line.
        InputError: the example does not give the claim.
        LexiconError: the frame would have faults.
    """
    wish, folder = _wish(asking)
    found = _tried(wish, folder, asking.actors)
    if not dry_run:
        found.write()
    told = _told(found, wish)
    if as_json:
        print_json([_as_json(found, told, written=not dry_run)])
        return
    _show(found, told, folder, written=not dry_run)


def _wish(asking: Asking) -> tuple[Wish, Path]:
    from dragoman.coding.explaining.adding import Wish

    if not asking.words:
        raise typer.BadParameter("give a wording, such as “lay siege to”", param_hint="WORD")
    if asking.folder is None:
        raise typer.BadParameter("give --frames DIR, the folder of your own frames; it is made if it is not there")
    if not asking.type or not asking.example:
        raise typer.BadParameter("give --type and --example: what the wording means, and a sentence in which it means that")
    where = {slot: tuple(one for word in words.split(",") if (one := word.strip())) for slot, words in _pairs(asking.where, "--where")}
    return Wish(asking.words, asking.type, asking.example, tuple(asking.mode), where, dict(_pairs(asking.role, "--role"))), asking.folder


def _pairs(given: list[str], option: str) -> list[tuple[str, str]]:
    pairs = [(left.strip(), right.strip()) for left, _, right in (one.partition("=") for one in given)]
    wrong = next((one for one, pair in zip(given, pairs, strict=True) if not all(pair)), None)
    if wrong is not None:
        raise typer.BadParameter(f"{option} {wrong}: write it as {'SLOT=WORD,WORD' if option == '--where' else 'ROLE=SLOT'}")
    return pairs


def _tried(wish: Wish, folder: Path, actors: Path | None) -> Added:
    from dragoman.coding.explaining.adding import added

    doc, cast, _ = reader_of(actors=actors).parsed(_report(wish))
    return added(wish, doc, cast, folder)


def _report(wish: Wish) -> Report:
    from dragoman.claims import Report, ReportId

    return Report(id=ReportId("example"), text=wish.example)


def _told(found: Added, wish: Wish) -> Told:
    from dragoman.record.telling import Telling

    return Telling(found.coding.reading(_report(wish))).told(found.claim)


def _show(found: Added, told: Told, folder: Path, *, written: bool) -> None:
    from dragoman.record.phrases import heading, who_to_whom

    out = Printer()
    out.line((heading(told), "bold cyan"), ": ", (who_to_whom(told), "bold"))
    out.line((told.sentence, "italic"), indent=2)
    out.blank()
    for line in dedent(found.entry).rstrip("\n").splitlines():
        out.line(line)
    if found.beside:
        out.line((f"{', '.join(found.beside)} has the wording too, under conditions that this example does not meet.", "dim"))
    out.blank()
    if written:
        out.line(f"Written to {found.path}. Read with it: dragoman read … --frames {folder} --again")
    else:
        out.line(f"Nothing is written. Without --dry-run it goes into {found.path}.")


def _as_json(found: Added, told: Told, *, written: bool) -> dict[str, Any]:
    import msgspec

    return {
        "rule": found.id,
        "wording": found.wording,
        "file": str(found.path),
        "written": written,
        "beside": found.beside,
        "frame": found.entry,
        "claim": msgspec.to_builtins(told),
    }
