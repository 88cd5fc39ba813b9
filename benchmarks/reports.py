"""Whole reports: whether every one is read, whether a reading points outside its text, how fast, and in how much memory.

usage: python benchmarks/reports.py [--file NAME ...] [--limit N] [--show N]

Each file of ``reports/`` is read in a process of its own, as `dragoman.read_files` reads it. *Encoder* is the time that
the model takes for its windows within the same run; *over encoder* is the whole time in multiples of it. *First* is the time
from the start of a process to its first reading. Peak memory is the process's resident set, model included.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from _common import DATA, save

from dragoman import Failure, Reader, Reading, ReadingError, Report
from dragoman.from_json import check
from dragoman.intake import IntakeOptions, open_reports

PUBLISHED = "2024-05-01"
"""The date of the one report that gives none."""


class Timed:
    """A model's ``run``, with the time that it takes."""

    def __init__(self, run: Any) -> None:
        self._run, self.seconds = run, 0.0

    def __call__(self, window: object) -> object:
        began = time.perf_counter()
        try:
            return self._run(window)
        finally:
            self.seconds += time.perf_counter() - began


def measure(path: Path, *, limit: int | None, began: float) -> dict[str, object]:
    """Return the figures of one file."""
    from dragoman import language

    nlp = language.load()
    encoder = next(pipe.model for _, pipe in nlp.components if hasattr(pipe, "model"))
    encoder.run = Timed(encoder.run)
    reader = Reader(nlp=nlp)
    figures: dict[str, Any] = {"reports": 0, "words": 0, "claims": 0, "statements": 0, "failures": [], "faults": []}
    started = time.perf_counter()
    for one in reader.read_many(counted(path, limit, figures)):
        figures.setdefault("first_seconds", round(time.time() - began, 2))
        look_at(one, figures)
    seconds = time.perf_counter() - started
    return {
        **figures,
        "seconds": round(seconds, 2),
        "words_per_second": round(figures["words"] / seconds),
        "over_encoder": round(seconds / encoder.run.seconds, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def counted(path: Path, limit: int | None, figures: dict[str, Any]) -> Iterator[Report | Failure]:
    """Yield the reports of a file, and count them and their words."""
    for report in islice(open_reports(path, options=IntakeOptions(published=PUBLISHED)), limit):
        figures["reports"] += 1
        figures["words"] += len(report.text.split()) if isinstance(report, Report) else 0
        yield report


def look_at(one: Reading | Failure, figures: dict[str, Any]) -> None:
    """Count what was read, and note what is wrong with it."""
    if isinstance(one, Failure):
        figures["failures"].append(one.error)
        return
    figures["claims"] += len(one.claims)
    figures["statements"] += len(one.statements)
    try:
        check(one)
    except ReadingError as error:
        figures["faults"].append(f"{one.report.id}: {error}")


def apart(path: Path, limit: int | None) -> dict[str, Any]:
    """Return the figures of a file, measured in a process of its own."""
    command = [sys.executable, __file__, "--one", str(path), *(["--limit", str(limit)] if limit else [])]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        return {"error": ran.stderr.strip().splitlines()[-1:] or [f"exit status {ran.returncode}"]}
    return dict(json.loads(ran.stdout))


def main() -> None:
    """Measure and print."""
    began = time.time()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", action="append", help="only files whose name begins so; may be repeated")
    parser.add_argument("--limit", type=int, help="only so many reports of each file")
    parser.add_argument("--show", type=int, default=10, help="how many failures and faults are printed")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, limit=options.limit, began=began)))
        return
    folder = DATA / "reports"
    if not folder.is_dir():
        print(f"skipped: no reports at {folder}; set DRAGOMAN_DATA")
        return
    paths = [path for path in sorted(folder.iterdir()) if not options.file or path.name.startswith(tuple(options.file))]
    found: dict[str, object] = {path.name: report(path.name, apart(path, options.limit), options.show) for path in paths}
    if not options.file and not options.limit:
        save("reports", found)


def report(name: str, figures: dict[str, Any], show: int) -> dict[str, Any]:
    """Print a file's figures on a line, and what went wrong below it."""
    problems = [f"{kind}: {one}" for kind in ("error", "failures", "faults") for one in figures.get(kind, ())]
    shown = {key: len(value) if isinstance(value, list) else value for key, value in figures.items()}
    print(f"{name:30} " + "  ".join(f"{key.replace('_', ' ')} {value}" for key, value in shown.items()))
    for problem in problems[:show]:
        print(f"    {problem}")
    return {**figures, "failures": figures.get("failures", [])[:20], "faults": figures.get("faults", [])[:20]}


if __name__ == "__main__":
    main()
