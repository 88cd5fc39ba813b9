"""A command line whose reader is a stand-in: what is tested here is how commands behave, not what reading finds.

As a program: ``python fake_commandline.py COMMAND…``; each report takes ``FAKE_SECONDS``.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.claims import Claim, Failure, Reading, Report, Span


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which a child process finds the same package, wherever it runs."""
    import dragoman

    return {**os.environ, "PYTHONPATH": str(Path(dragoman.__file__).parents[1]), **more}


class Ran(NamedTuple):
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


class Reader:
    """Finds one claim without roles in every report, and fails where the text says so."""

    def __init__(self, **parts: object) -> None:
        """Take what a reader is given, and use none of it."""

    def read_many(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Read one by one."""
        for report in reports:
            if isinstance(report, Failure):
                yield report
                continue
            time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
            if "unreadable" in report.text:
                yield Failure(id=report.id, error=f"{report.id}: cannot be read; write it anew")
                continue
            print(f"fake: {report.id}", file=sys.stderr, flush=True)
            span = Span(0, len(report.text))
            yield Reading(report=report, claims=(Claim(id="c1", kind="event", type="CONSULT", sentence=span, trigger=(span,), rule="x#y"),))


def module() -> types.ModuleType:
    """Return what stands in for ``dragoman.reader``."""
    fake = types.ModuleType("dragoman.reader")
    fake.Reader = Reader  # type: ignore[attr-defined]
    return fake


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs start with Ctrl-C ignored
    from dragoman.cli import main

    sys.modules["dragoman.reader"] = module()
    sys.exit(main())
