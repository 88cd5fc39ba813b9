"""``dragoman explain``: why a sentence was coded as it was."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    ActorsOption,
    CoderName,
    CoderOption,
    FramesOption,
    JsonOption,
    MapOption,
    PublishedOption,
    RecordOption,
)
from dragoman.cli.output import print_json
from dragoman.cli.sources import open_sources
from dragoman.errors import InputError

if TYPE_CHECKING:
    from dragoman.claims import Failure, Report
    from dragoman.coding.explain import Explainer, Explanation
    from dragoman.record.telling import Telling

NAME = "explain"
_LISTED = 12


def run(
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

    if text is not None and report is not None:
        raise typer.BadParameter("give a report or --text, not both")
    if text is not None and id is not None:
        raise typer.BadParameter("--id is for a file that holds several reports; leave it out with --text")
    given = _settled(text, published) if text is not None else _found(report, id=id, published=published, fields=fields, record=record)
    whole = _explainer(given, actors=actors, frames=frames, coder=coder)
    telling = Telling(whole.coded.reading(given))
    if sentence is None and word is None and not json and len(whole.sentences) > 1:
        print_sentences(whole.sentences, telling)
        return
    found = _explained(given, whole, sentence=sentence, word=word)
    if json:
        print_json(_as_json(one, telling) for one in found)
    else:
        for n, one in enumerate(found):
            print_explanation(one, telling, word=word, again=bool(n))


# which report


def _settled(text: str, published: str | None) -> Report:
    """Return a text at hand as a report."""
    from dragoman.intake import IntakeOptions, read_date, report_of

    if published is not None and read_date(published) is None:
        raise typer.BadParameter(f"--published {published}: is not a date; write it as 2024-04-30")
    return _sound(report_of(text, options=IntakeOptions(published=published)))


def _found(source: str | None, *, id: str | None, published: str | None, fields: list[str] | None, record: Path) -> Report:
    """Return the one report that is meant: of a file, of standard input, or of the record."""
    if source is None and sys.stdin.isatty():
        raise typer.BadParameter("no report; name a file or a report's id, give --text, or pipe a report into standard input")
    name = "-" if source is None else source
    if name == "-" or Path(name).exists() or set(name) & set("*?["):
        return _one_of(open_sources([name], published=published, fields=fields), name, id)
    if record.exists():
        from dragoman.intake import suffixes
        from dragoman.record import Record

        with Record(record, read_only=True) as kept:
            if Path(name).suffix.lower() in suffixes() and not kept.has(name):
                raise InputError(name, f"there is no such file, and no report of this id in {record}", "name a file that is there")
            return kept.reading(name).report
    raise InputError(
        name, f"there is no such file, and no record {record} that could hold a report of this id", "name a file that is there"
    )


def _one_of(reports: Iterable[Report | Failure], source: str, id: str | None) -> Report:
    """Return the report of this id, or the only one that there is."""
    if id is not None:
        passed: list[str] = []
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


def _listed(ids: list[str]) -> str:
    return ", ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")


def _sound(one: Report | Failure) -> Report:
    """Return the report; raise the failure that stands in its place."""
    from dragoman.claims import Failure

    if isinstance(one, Failure):
        where, _, rest = one.error.partition(": ")
        what, _, remedy = rest.partition("; ")
        raise InputError(where, what, remedy)
    return one


# what explains it


def _explainer(report: Report, *, actors: Path | None, frames: Path | None, coder: CoderName) -> Explainer:
    """Read the report as a reader would, and return what explains its sentences."""
    from dragoman import actors as who
    from dragoman import language
    from dragoman.coding import CODERS, load_lexicon
    from dragoman.coding.cast import cast_of
    from dragoman.coding.explain import explainer

    lexicon, directory = load_lexicon(frames), who.load_directory(extra=actors)
    doc = language.load()(report.text)
    cast, day = cast_of(doc, report, directory)
    return explainer(doc, cast, lexicon, published=day, coders=CODERS if coder == "both" else (coder,))


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
