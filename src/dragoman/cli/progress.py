"""How far reading has come, on standard error and only where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watched(things: Iterable[T], *, what: str) -> Iterator[T]:
    """Yield `things` and show how many have come."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed} {task.description}"), TextColumn("{task.fields[rate]}"), TimeElapsedColumn()
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"{what}, starting …", total=None, rate="")
        for count, thing in enumerate(things, start=1):
            progress.update(task, description=what, completed=count, rate=f"{count / max(time.monotonic() - began, 0.001):.1f} a second")
            yield thing
