"""``dragoman show``: a report with its claims beside the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, JsonOption, RecordOption
from dragoman.cli.output import Printer

if TYPE_CHECKING:
    from dragoman.record import Passage

NAME = "show"


def run(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id; dragoman reports lists them.")],
    record: RecordOption = DEFAULT_RECORD,
    json: JsonOption = False,
) -> None:
    """Show a report's text with what was found in each sentence: claims, who says them, how sure, when and where.

    Example:
      dragoman show report-7 --record mideast.duckdb
    """
    from dragoman.cli.telling import origin, print_claim, print_statement
    from dragoman.record import Record, lay_out

    with Record(record, read_only=True) as kept:
        reading = kept.reading(report)
    if json:
        print(reading.to_json())
        return
    out = Printer()
    page = lay_out(reading)
    out.line((origin(page.source), "dim"))
    for passage in page.passages:
        if passage.words.strip():
            out.blank()
            out.line(*_marked(passage))
        for said in passage.statements:
            print_statement(out, said, indent=4, shortened=True)
        for told in passage.claims:
            print_claim(out, told, indent=4)


def _marked(passage: Passage) -> list[str | tuple[str, str]]:
    """Return the passage's words with the evidence underlined."""
    parts: list[str | tuple[str, str]] = []
    here, base = passage.span.start, passage.span.start
    for start, end in passage.marks:
        if start >= here:
            parts += [passage.words[here - base : start - base], (passage.words[start - base : end - base], "underline bold")]
            here = end
    parts.append(passage.words[here - base :].rstrip())
    return [part.replace("\n", " ") if isinstance(part, str) else part for part in parts]
