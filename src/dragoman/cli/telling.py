"""Claims and statements as the asking commands print them."""

from __future__ import annotations

from textwrap import shorten

from dragoman.cli.output import Printer
from dragoman.record import Said, Source, Told
from dragoman.record.phrases import claim_lines, statement_line


def print_claim(out: Printer, told: Told, *, indent: int = 0) -> None:
    """Print a claim in its lines, denied ones in red."""
    first, sure, voice = claim_lines(told)
    what, colon, who = first.partition(": ")
    out.line((what, "bold red" if told.polarity == "negative" else "bold cyan"), colon, (who, "bold"), indent=indent)
    out.line(sure, indent=indent + 4)
    out.line(voice, indent=indent + 4)


def print_source(out: Printer, source: Source, *, indent: int) -> None:
    """Print which report something stands in, and how many more repeat it."""
    out.line((f"[{origin(source)}]", "dim"), indent=indent)


def print_sentence(out: Printer, sentence: str, *, indent: int) -> None:
    """Print the sentence that a claim stands in."""
    out.line("│ ", (" ".join(sentence.split()), "italic"), indent=indent)


def print_statement(out: Printer, said: Said, *, indent: int, shortened: bool = False) -> None:
    """Print a statement on a line, `shortened` where its words stand above already."""
    line = statement_line(said)
    who, colon, words = line.partition("): ")
    out.line((who + colon, "green"), shorten(words, 80, placeholder=" …") if shortened else words, indent=indent)


def origin(source: Source) -> str:
    """Return a report's outlet, date and id: ``Xinhua, 2024-04-30, r1, and 2 copies``."""
    copies = f"and {len(source.copies)} {'copy' if len(source.copies) == 1 else 'copies'}" if source.copies else None
    return ", ".join(part for part in (source.outlet, source.published and source.published[:10], source.id, copies) if part)
