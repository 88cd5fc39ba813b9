"""What all commands print with: plain lines, colours on a terminal only, JSON on wish, each error on one line."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.errors import Fault

_CONTROLS = {code: "�" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}

_WIDEST = 120
"""Columns beyond which a line is wrapped on a terminal however wide: longer ones are hard to read."""


class ClosedPipeError(Exception):
    """Whoever read our output has gone."""


def complain(message: str) -> None:
    """Print an error as one line on standard error."""
    print(f"dragoman: {' '.join(safe(message).split())}", file=sys.stderr)


def safe(text: str) -> str:
    """Return a text without control characters, with which a report could take over the terminal."""
    return text.translate(_CONTROLS)


def print_json(values: Iterable[object]) -> None:
    """Print each value as one line of JSON."""
    import msgspec

    encoder = msgspec.json.Encoder(enc_hook=str)
    for value in values:
        print(encoder.encode(value).decode())


def print_faults(faults: Iterable[Fault], *, as_json: bool, otherwise: str) -> None:
    """Print what is wrong, a line each, and end with status 1; where nothing is, say so."""
    import msgspec

    found = tuple(faults)
    if as_json:
        print_json(msgspec.to_builtins(found))
    else:
        for line in map(str, found) if found else (otherwise,):
            Printer().line(" ".join(line.split()))
    if found:
        raise typer.Exit(1)


Part: TypeAlias = str | tuple[str, str]
"""A text, or a text with its style."""


class Printer:
    """Prints lines to standard output: styled and wrapped on a terminal, plain elsewhere."""

    def __init__(self) -> None:
        """Look where standard output goes; only a terminal needs rich."""
        self._console: Console | None = None
        if sys.stdout.isatty():
            from rich.console import Console

            self._console = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Print one line."""
        if self._console is None:
            print(" " * indent + "".join(safe(part if isinstance(part, str) else part[0]) for part in parts))
            return
        from rich.text import Text

        text = Text(" " * indent)
        for part in parts:
            words, style = part if isinstance(part, tuple) else (part, "")
            text.append(safe(words), style=style)
        for wrapped in _wrapped(text, width=min(self._console.width, _WIDEST), indent=indent):
            self._console.print(wrapped)

    def blank(self) -> None:
        """Print an empty line."""
        self.line("")


def _wrapped(text: Text, *, width: int, indent: int) -> Iterator[Text]:
    """Yield a styled line in pieces no wider than `width`, those after the first set in a little more."""
    from rich.text import Text

    plain = text.plain
    if text.cell_len <= width:
        yield text
        return
    position = 0
    hanging = " " * (indent + 2)
    room = max(20, width - len(hanging))
    for n, piece in enumerate(textwrap.wrap(plain[indent:], room, break_on_hyphens=False, drop_whitespace=True)):
        start = plain.index(piece.split()[0], position) if piece.split() else position
        position = start + len(piece)
        part = text[start:position]
        yield Text(" " * indent if n == 0 else hanging).append_text(part)
