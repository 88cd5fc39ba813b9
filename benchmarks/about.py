"""How far the rest of a report tells whether a claim in it is right, fitted to claims judged by eye; and how right they were.

usage: python benchmarks/about.py [--folds 10]

``judged.csv`` holds every claim, offices apart, that was read of texts that nobody had worked on, each judged beside its words as in
``by_eye.csv``: of 179 *general* Wikinews reports (sport, science, courts, business, disasters, interviews, politics), and of 352
*political* texts (one-paragraph events of 2025 and 2026, and White House readouts). The general ones were drawn before reports were asked
what they are about, both before the judges' faults were mended. Two hundred claims drawn at random from as many other political texts
after that (*political, later*) are only told of, not fitted to, and so are 503 of a third draw of such texts (*political, third*) and two
draws of newspapers and agencies: TimeBank's and AQUAINT's reports of 1989 to 1999 and PolNeAR's of 2016, 454 claims (*newswire*) before
what judges found in them was mended, 473 of other reports (*newswire, later*) after. Two hundred claims each, drawn at random from as
many other texts of both kinds, followed (*political, last*; *newswire, last*); then every claim of yet other texts, 369 and 737, by the
same rules (*fourth*), and two hundred each of others twice as what was found there was mended (*fifth*, *sixth*). Then 230
of yet other political texts (*seventh*), and 200 once that was mended (*eighth*); and as many of PolNeAR's training part, which is on the
American campaign of 2016 and much of it comment (*campaign*; *campaign, later*). Another 115 and 100 of both kinds were judged before the
next round of work (*political, ninth*; *campaign, third*), 120 after it (*political, tenth*), 110 before and 110 after the next
(*political, eleventh*; *political, twelfth*), and 100 on the campaign after it (*campaign, fourth*); then 120 and 110 before the next
(*political, thirteenth*; *campaign, fifth*), and 110 and 100 of yet others after it (*political, fourteenth*; *campaign, sixth*); then 109
before the next (*political, fifteenth*), mostly of single sentences on a day's events, and 94 and 100 after it (*political, sixteenth*;
*campaign, seventh*); then 100 of each of both kinds, of days' events mostly, late in the next round (*political, seventeenth*; *campaign,
eighth*).

A logistic regression on the logarithm of the odds that the learned heads give a claim, and on that of how many claims they expect in a
hundred words of the rest of its report, says how likely its type is right. Printed are the shares that are right among what is told at
the odds that the lexicon asks of frames (evens), and how many of the right ones are told, cross-validated by report; then the
weights on all of them, which stand in the lexicon's ``learned.yaml`` under ``about``. What the heads alone or the rest alone would tell is
there to compare.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt
from _common import DATA, HERE, save
from training.claims import texts

from dragoman import language
from dragoman.coding.lexicon import About
from dragoman.coding.lexicon.trust import load_trust
from dragoman.coding.subject import Subject, subject_of
from dragoman.coding.tree import tree_of
from dragoman.language.marks import marks_of

JUDGED: Final = HERE / "judged.csv"
FITTED: Final = ("general", "political")
VERDICTS: Final = ("type_right", "roles_right", "polarity_right", "voice_right", "identity_right")
Floats = npt.NDArray[np.float64]
Row = tuple[str, str, float, float, bool]  # set, report, odds by the heads, density of the rest, right


def parts(subject: Subject, about: About, likely: float, tokens: Sequence[int]) -> tuple[float, float]:
    """Return the two numbers that are weighed, as the coder takes them."""
    own = subject.odds(replace(about, base=0.0, own=1.0, rest=0.0), likely, tokens)
    return own, subject.odds(replace(about, base=0.0, own=0.0, rest=1.0), likely, tokens)


def rows(about: About, every: Sequence[dict[str, str]]) -> list[Row]:
    """Return what the heads make of the judged claims that are fitted to."""
    judged = defaultdict(list)
    for row in every:
        if row["set"] in FITTED:
            judged[row["report"]].append(row)
    text_of, found = texts(DATA), list[Row]()
    for name, doc in zip(judged, language.load().pipe(text_of[name] for name in judged), strict=True):
        marks, tree = marks_of(doc), tree_of(doc)
        subject = subject_of(tree, marks)
        for row in judged[name]:
            begin, end = int(row["trigger_start"]), int(row["trigger_end"])
            tokens = [t.i for t in doc if t.idx < end and begin < t.idx + len(t)]
            likely = max((m.likely for m in marks if m.token in tokens and m.type == row["type"]), default=0.0)
            found.append((row["set"], name, *parts(subject, about, likely, tokens), row["type_right"] == "1"))
    return found


def shares(judged: Sequence[dict[str, str]]) -> dict[str, dict[str, float]]:
    """Return for each set how many claims were judged, and the shares right in each respect, in the first four and in all."""
    found: dict[str, dict[str, float]] = {}
    for kind in sorted({row["set"] for row in judged}):
        mine = [[row[verdict] == "1" for verdict in VERDICTS] for row in judged if row["set"] == kind]
        one = {verdict: sum(each) for verdict, each in zip(VERDICTS, zip(*mine, strict=True), strict=True)}
        one |= {"all_four": sum(all(row[:4]) for row in mine), "all_five": sum(all(row) for row in mine)}
        found[kind] = {"claims": len(mine), **{name: round(n / len(mine), 3) for name, n in one.items()}}
    return found


def fit(x: Floats, y: Floats, *, ridge: float = 1.0, rounds: int = 30) -> Floats:
    """Return the weights of a logistic regression, the constant first, by Newton's method; ``x`` is ``[rows, features]``."""
    x = np.column_stack([np.ones(len(x)), x])
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, x.T @ (p - y) + penalty @ weights)
    return weights


def crossed(x: Floats, y: Floats, groups: Sequence[str], parts: int) -> Floats:
    """Return for each row the logarithm of the odds by weights fitted on other reports."""
    names = sorted(set(groups))
    random.Random(0).shuffle(names)
    part = np.array([names.index(g) % parts for g in groups])
    odds = np.zeros(len(y))
    for n in range(parts):
        weights = fit(x[part != n], y[part != n])
        odds[part == n] = weights[0] + x[part == n] @ weights[1:]
    return odds


def told(odds: Floats, y: Floats, least: float) -> dict[str, float]:
    """Return what is right of what is told at the odds asked, what of the right is told, and how well odds part right from wrong."""
    kept = odds >= np.log(least)
    parted = (odds[y == 1][:, None] > odds[y == 0][None, :]).mean()
    return {"right": round(float(y[kept].mean()), 3), "kept": round(float(y[kept].sum() / y.sum()), 3), "auc": round(float(parted), 3)}


def main() -> None:
    """Fit, measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    with JUDGED.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    about = load_trust().about
    found = rows(about, judged)
    groups, y = [row[1] for row in found], np.array([row[4] for row in found], dtype=float)
    x = np.array([row[2:4] for row in found])
    table: dict[str, object] = {}
    for kind in sorted({row[0] for row in found}):
        mine = np.array([row[0] == kind for row in found])
        one: dict[str, object] = {"claims": int(mine.sum()), "right_before": round(float(y[mine].mean()), 3)}
        for name, columns in (("heads alone", [0]), ("rest alone", [1]), ("both", [0, 1])):
            one[name] = told(crossed(x[:, columns], y, groups, options.folds)[mine], y[mine], about.least)
        table[kind] = one
        print(kind, *(f"{name}: {figure}" for name, figure in one.items()), sep="\n  ")
    base, own, rest = fit(x, y)
    print(f"about: base: {base:.2f}, own: {own:.2f}, rest: {rest:.2f}")
    every = shares(judged)
    for kind, figures in every.items():
        print(kind, *(f"{name} {figure}" for name, figure in figures.items()), sep="  ")
    save("about", {"folds": options.folds, **table, "as_judged": every})


if __name__ == "__main__":
    main()
