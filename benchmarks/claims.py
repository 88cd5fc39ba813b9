"""Whole claims against the annotated reports: recall, precision, roles, factuality and voice.

usage: python benchmarks/claims.py [--set gold|train|both] [--show misses|wrong] [--readings FILE]

Every claim of a report was annotated by reading. One of ours *matches* one of the same type where a word of their triggers is shared,
or a party in the same sentence. *Core* claims are those that an analyst would be dismayed to miss. Roles, polarity, certainty,
tense and voice are scored on what matches. Offices told by titles are left out on both sides. The scorer lies beside the data.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from _common import DATA, save
from _gold import gold, scorer

from dragoman import Reader, Report
from dragoman.claims import ReportId
from dragoman.intake.dates import read_date


def read(name: str, out: Path) -> None:
    """Write a reading a line of every report of a set."""
    reports = [Report(id=ReportId(r.id), text=r.text, published=read_date(r.date)) for r in gold(name)]
    out.write_text("".join(reading.to_json() + "\n" for reading in Reader().read_many(reports)), encoding="utf-8")


def score(name: str, readings: Path, *options: str) -> str:
    """Return what the scorer says of a file of readings."""
    said = io.StringIO()
    with redirect_stdout(said):
        scorer().main(["score", str(readings), "--set", name, *options])
    return said.getvalue()


def main() -> None:
    """Read, score, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("gold", "train", "both"), default="both")
    parser.add_argument("--show", choices=("misses", "wrong"))
    parser.add_argument("--readings", type=Path, help="keep the readings in this folder")
    options = parser.parse_args()
    if not (DATA / "claims").is_dir():
        raise SystemExit(f"{DATA / 'claims'}: not there; set DRAGOMAN_DATA to the folder of the gold data")
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("gold", "train") if options.set == "both" else (options.set,):
            readings = (options.readings or Path(scratch)) / f"{name}.jsonl"
            read(name, readings)
            print(f"{name}: {score(name, readings, *(('--show', options.show) if options.show else ()))}")
            figures[name] = json.loads(score(name, readings, "--json"))
    if options.set == "both":
        save("claims", figures)


if __name__ == "__main__":
    main()
