"""Whether a claim's confidence is what it says: of claims with a confidence of .9, are nine in ten right?

usage: python benchmarks/confidence.py [--folds 10]

Readers judged the claims of ``judged.csv`` beside their words, offices apart (`about.py` says which texts they are of), as they were told
at the time: what was mended afterwards would make the rest look better than claims of other texts are. A logistic regression on what
a claim's confidence is weighed from is fitted to those of reports whose texts are open, general and political ones; its weights stand
in the lexicon's ``learned.yaml`` under ``confidence``. The figures for these reports come from weights fitted on the others of them, by
folds; newspapers and agencies are never fitted to.

Printed are, for each kind of report, how many claims have how much confidence and what share of them has the right type; then, where some
confidence is asked, what share of the rest is right and what share of the right ones is left.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import compress, pairwise
from pathlib import Path
from typing import Final

import numpy as np
from _common import DATA, save
from about import FITTED, JUDGED, VERDICTS, Floats, crossed, fit
from times import read_timeml
from training.claims import texts

from dragoman import language
from dragoman.coding.confidence import confident
from dragoman.coding.lexicon import load
from dragoman.coding.subject import subject_of
from dragoman.coding.tree import tree_of
from dragoman.language.marks import marks_of

ASKED: Final = (0.5, 0.7, 0.8, 0.9, 0.95)
BINS: Final = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
Row = tuple[str, str, tuple[float, ...], bool, bool]  # kind of report, report, what is weighed, type right, the first four verdicts


def newswire(data: Path) -> dict[str, str]:
    """Return the texts of TimeBank, AQUAINT and PolNeAR by the names that ``judged.csv`` gives them."""
    found = {f"pn/{path.stem}": path.read_text(encoding="utf-8") for path in (data / "attribution/polnear").rglob("*.txt")}
    for name in ("timebank", "aquaint"):
        for path in (data / "times" / name).glob("*.tml"):
            found[f"{name[:2]}/{path.stem}"] = read_timeml(path)[0].strip()
    return found


def rows(judged: dict[str, list[dict[str, str]]], text_of: dict[str, str]) -> Iterator[Row]:
    """Yield what is weighed of the judged claims."""
    lexicon = load()
    types = {frame.id: frame.type for frame in lexicon.frames}
    for name, doc in zip(judged, language.load().pipe(text_of[name] for name in judged), strict=True):
        marks = marks_of(doc)
        sure = confident(subject_of(tree_of(doc), marks), lexicon.trust, marks)
        for row in judged[name]:
            begin, end = int(row["trigger_start"]), int(row["trigger_end"])
            tokens = [t.i for t in doc if t.idx < end and begin < t.idx + len(t)]
            kinds = {row["type"], types.get(row["rule"], row["type"])}
            yield (
                row["set"].split(",")[0],
                name,
                sure.signs(tokens, kinds, row["rule"]),
                row["type_right"] == "1",
                all(row[v] == "1" for v in VERDICTS[:4]),
            )


def shares(sure: Floats, right: Floats, whole: Floats) -> dict[str, object]:
    """Return what share is right by confidence, and of what is left where some is asked; `whole` tells who is right in four respects."""
    table: dict[str, object] = {
        "claims": len(right),
        "right": share(right.sum(), len(right)),
        "mean confidence": round(float(sure.mean()), 3),
    }
    for low, high in pairwise(BINS):
        here = (sure >= low) & (sure < high)
        table[f"{low:.1f} to {high:.1f}"] = {"claims": int(here.sum()), "right": share(right[here].sum(), here.sum())}
    for least in ASKED:
        kept = sure >= least
        table[f"at least {least:g}"] = {
            "right": share(right[kept].sum(), kept.sum()),
            "kept": share(right[kept].sum(), right.sum()),
            "all_four": share(whole[kept].sum(), kept.sum()),
        }
    return table


def share(some: float, of: float) -> float | None:
    """Return one number over another, None where there is nothing."""
    return round(float(some / of), 3) if of else None


def main() -> None:
    """Fit, measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    judged = defaultdict(list)
    with JUDGED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            judged[row["report"]].append(row)
    found = list(rows(judged, texts(DATA) | newswire(DATA)))
    kinds, reports = np.array([row[0] for row in found]), [row[1] for row in found]
    x, right, whole = (np.array([row[n] for row in found], dtype=float) for n in (2, 3, 4))
    fitted = np.isin(kinds, FITTED)
    weights = fit(x[fitted], right[fitted])
    odds = weights[0] + x @ weights[1:]
    odds[fitted] = crossed(x[fitted], right[fitted], list(compress(reports, fitted)), options.folds)
    sure = 1 / (1 + np.exp(-odds))
    table = {str(kind): shares(sure[kinds == kind], right[kinds == kind], whole[kinds == kind]) for kind in np.unique(kinds)}
    for kind, figures in table.items():
        print(kind, *(f"{name}: {figure}" for name, figure in figures.items()), sep="\n  ")
    print("confidence: {" + ", ".join(f"{n}: {w:.2f}" for n, w in zip(("base", "own", "any", "rest", "alone"), weights, strict=True)) + "}")
    save("confidence", {"folds": options.folds, **table})


if __name__ == "__main__":
    main()
