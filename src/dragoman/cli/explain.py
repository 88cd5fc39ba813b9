"""``dragoman explain``: why a sentence was coded as it was."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    ActorsOption,
    CoderOption,
    FramesOption,
    JsonOption,
    MapOption,
    PublishedOption,
    RecordOption,
    refuse_unused,
)
from dragoman.cli.output import print_json
from dragoman.cli.sources import intake_options, reader_of
from dragoman.errors import InputError

if TYPE_CHECKING:
    from dragoman.claims import Report
    from dragoman.coding.explaining.explain import Explainer, Explanation
    from dragoman.intake import IntakeOptions, Refused
    from dragoman.record.telling import Telling

NAME = "explain"
_LISTED = 12


def run(
    context: typer.Context,
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="A file, or the id of a report in the record; standard input if not given.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="A text at hand in place of a report.")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Which report of a file that holds several.")] = None,
    sentence: Annotated[
        int | None, typer.Option("--sentence", "-s", metavar="N", help="Which sentence; the headline is sentence 1. Without it, a list.")
    ] = None,
    word: Annotated[
        str | None, typer.Option("--word", "-w", metavar="WORD", help="Only frames at this word, and every one of them.")
    ] = None,
    *,
    published: PublishedOption = None,
    fields: MapOption = None,
    record: RecordOption = DEFAULT_RECORD,
    actors: ActorsOption = None,
    frames: FramesOption = None,
    coder: CoderOption = "both",
    json: JsonOption = False,
) -> None:
    """Show why a sentence was coded as it was.

    Its tree, who is mentioned, the statements it stands in, each frame that was tried at its words and what became of it, what
    the learned heads make of them, and the claims. Without a sentence or word, the report's sentences are listed with their claims.

    Example:
      dragoman explain report.txt --sentence 3
      dragoman explain news.jsonl --id report-7 --word shelled
      dragoman explain --text "Spain may impound a Moroccan trawler." --frames mine
    """
    from dragoman.cli.explaining import print_explanation, print_sentences
    from dragoman.record.telling import Telling

    asked = _asked(context, report, text, id=id, published=published, fields=fields, record=record)
    whole = reader_of(actors=actors, frames=frames, coder=coder).explain(asked)
    telling = Telling(whole.coded.reading(asked))
    if sentence is None and word is None and not json and len(whole.sentences) > 1:
        print_sentences(whole.sentences, telling)
        return
    found = _explained(asked, whole, sentence=sentence, word=word)
    if json:
        print_json(_as_json(one, telling) for one in found)
    else:
        for n, one in enumerate(found):
            print_explanation(one, telling, word=word, again=bool(n))


# which report


def _asked(
    context: typer.Context,
    report: str | None,
    text: str | None,
    *,
    id: str | None,
    published: str | None,
    fields: list[str] | None,
    record: Path,
) -> Report:
    """Return the one report that is meant: a text at hand, or one of a file, of standard input, or of the record."""
    from dragoman.intake import checked_report

    if text is not None:
        if report is not None:
            raise typer.BadParameter("give a report or --text, not both")
        refuse_unused(context, "a text", dict.fromkeys(("id", "fields", "record"), ("reports",)))
        return checked_report(text, options=intake_options(published=published))
    if report is None and sys.stdin.isatty():
        raise typer.BadParameter("no report; name a file or a report's id, give --text, or pipe a report into standard input")
    if report is None or _is_source(report):
        return _one_of(report or "-", id, intake_options(published=published, fields=fields))
    refuse_unused(context, "a report of the record", dict.fromkeys(("id", "fields"), ("files",)))
    return _recorded(report, record, intake_options(published=published))


def _is_source(name: str) -> bool:
    return name == "-" or Path(name).exists() or bool(set(name) & set("*?["))


def _recorded(id: str, record: Path, options: IntakeOptions) -> Report:
    """Return a report of the record, with the date of the options where it has none."""
    from dragoman.intake import dated, suffixes
    from dragoman.record import Record

    remedy = "name a file that is there"
    if not record.exists():
        raise InputError(id, f"there is no such file, and no record {record} that could hold a report of this id", remedy)
    with Record(record, read_only=True) as kept:
        if Path(id).suffix.lower() in suffixes() and not kept.has(id):
            raise InputError(id, f"there is no such file, and no report of this id in {record}", remedy)
        return dated(kept.reading(id).report, options)


def _one_of(source: str, id: str | None, options: IntakeOptions) -> Report:
    """Return the report of this id of a file or of standard input, or the only one that there is."""
    from dragoman.intake import taken_in

    reports = taken_in(source, options=options)
    passed: list[str] = []
    if id is not None:
        for one in reports:
            if one.id == id:
                return _sound(one)
            passed.append(one.id)
        raise InputError(source, f"holds no report {id!r}", f"give one of {_listed(passed)}" if passed else "name another file")
    first = list(islice(reports, _LISTED + 1))
    if not first:
        raise InputError(source, "there is no report in it", "name a file that holds one")
    if len(first) > 1:
        raise InputError(source, "holds several reports", f"say which with --id, such as {_listed([one.id for one in first])}")
    return _sound(first[0])


def _sound(one: Report | Refused) -> Report:
    """Return the report; raise what stands in its place."""
    from dragoman.intake import Refused

    if isinstance(one, Refused):
        raise one.error
    return one


def _listed(ids: list[str]) -> str:
    return ", ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")


def _explained(report: Report, whole: Explainer, *, sentence: int | None, word: str | None) -> Iterator[Explanation]:
    """Yield what is asked for: one sentence, those with a word, or all.

    Raises:
        InputError: there is no such sentence, or no such word in it.
    """
    asked = [sentence] if sentence is not None else [n + 1 for n in range(len(whole.sentences) or 1)]
    if word is None:
        yield from (whole.sentence(n) for n in asked)
        return
    one = word.lower()
    having = [n for n in asked if any(one in (t.lower_, t.lemma_.lower()) for t in whole.of(n))]
    if not having:
        where = f"sentence {sentence}" if sentence is not None else "the report"
        raise InputError(report.id, f"{where} has no word {word!r}", "give one word as it stands in the text, or as a dictionary has it")
    yield from (whole.sentence(n).at(word) for n in having)


def _as_json(one: Explanation, telling: Telling) -> object:
    """Return an explanation with its claims spelt out."""
    import msgspec

    return {**msgspec.to_builtins(one, str_keys=True), "claims": [msgspec.to_builtins(telling.told(c)) for c in one.claims]}
