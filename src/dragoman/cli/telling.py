"""Answers as the asking commands print them: the record's lines, in colours."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.cli.output import Printer
from dragoman.record.lines import Line, Style

_STYLES: dict[Style, str] = {
    "plain": "",
    "day": "bold yellow",
    "type": "bold cyan",
    "denied": "bold red",
    "open": "cyan",
    "who": "bold",
    "said": "green",
    "sentence": "italic",
    "mark": "underline bold",
    "dim": "dim",
}


def print_lines(lines: Iterable[Line], *, otherwise: str = "") -> None:
    """Print lines, or what there is to say where there are none."""
    out = Printer()
    printed = False
    for line in lines:
        out.line(*((words, _STYLES[style]) for words, style in line.parts), indent=line.indent)
        printed = True
    if not printed:
        out.line(otherwise)
