"""How right the directory is: a seeded sample of its rows, each judged by hand, and the shares of the verdicts.

usage: python benchmarks/directory_sample.py [--draw]

``directory_sample.csv`` keeps the sample: the file, the row as it stood when it was judged, the verdict and why. Verdicts are
``right``, ``wrong`` (and mended since) and ``unsure``. ``--draw`` draws the sample anew; rows that have not changed keep their
verdicts, the others wait for one.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from pathlib import Path

from _common import HERE, save

SAMPLE = HERE / "directory_sample.csv"
FOLDER = HERE.parent / "src" / "dragoman" / "actors" / "data"
SEED = 2011
SIZES = {"offices": 130, "groups": 120, "people": 50}
COLUMNS = ("file", "row", "verdict", "why")


def rows(file: str) -> list[str]:
    """Return the lines of a file of the directory, without its header, as they stand."""
    return (FOLDER / f"{file}.csv").read_text(encoding="utf-8").splitlines()[1:]


def draw(path: Path) -> None:
    """Write the sample, with the verdicts that are known."""
    known = {(r["file"], r["row"]): r for r in read(path)} if path.is_file() else {}
    chance = random.Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for name, size in SIZES.items():
            for row in sorted(chance.sample(rows(name), size)):
                kept = known.get((name, row), {"verdict": "", "why": ""})
                writer.writerow({"file": name, "row": row, "verdict": kept["verdict"], "why": kept["why"]})


def read(path: Path) -> list[dict[str, str]]:
    """Return the sample's rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Print the shares, or draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", action="store_true", help="draw the sample anew")
    if parser.parse_args().draw:
        draw(SAMPLE)
    verdicts = {name: Counter(r["verdict"] or "none" for r in read(SAMPLE) if r["file"] == name) for name in SIZES}
    for name, counts in {**verdicts, "all": sum(verdicts.values(), Counter[str]())}.items():
        print(f"{name:8}" + "  ".join(f"{verdict} {n} ({n / counts.total():.1%})" for verdict, n in counts.most_common()))
    save("directory_sample", {name: dict(counts) for name, counts in verdicts.items()})


if __name__ == "__main__":
    main()
