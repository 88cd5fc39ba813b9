"""How far the learned heads are to be believed beside the lexicon, chosen by cross-validation over annotated reports they never saw.

usage: python benchmarks/trust.py [--folds 6] [--write]

Prints whole claims by the lexicon alone, by the heads alone and by both. Bounds are chosen on all folds but one and measured on
that one, in turn; then on all reports, which is what ``--write`` puts into the lexicon's ``learned.yaml``. What is made greatest is the
harmonic mean of the recall of core claims and precision.
"""

from __future__ import annotations

import argparse
import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from _common import DATA, save
from _gold import gold, scorer

import dragoman.coding.lexicon
from dragoman import actors, coding, language, ontology
from dragoman.claims import Report, ReportId
from dragoman.coding.cast import cast_of
from dragoman.coding.lexicon import Bounds, Lexicon, Trust
from dragoman.coding.lexicon.trust import load_trust
from dragoman.intake.dates import read_date
from dragoman.language.marks import marks_of

OPEN = Bounds(keep=0.0, alone=0.15)
KEEPS = (0.0, 0.02)  # no higher: heads that never saw a wording are no judges of it
ALONES = (0.65, 0.7, 0.75, 0.8, 0.9, 1.1)  # no lower: read by eye, few of such claims are right
SENSES = (0.0, 1.0, 2.0, 4.0, 8.0)
FEWEST = 12  # claims of a type, below which it has no bounds of its own
WORTH = 0.002  # what bounds of its own must bring
ONTOLOGY = ontology.load()

Claim = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One report: the annotated claims, ours, and which could match which.

    Attributes:
        given: type, how likely the heads hold it, and whether a frame found it.
        wanted: type and whether it is a core claim.
        pairs: numbers of ours and theirs that could match, best first.
    """

    given: Sequence[tuple[str, float, bool]]
    wanted: Sequence[tuple[str, bool]]
    pairs: Sequence[tuple[int, int]]

    def counts(self, trust: Trust) -> Counter[str]:
        """Return what is right and what is missing under these bounds."""
        kept = {i for i, (kind, p, framed) in enumerate(self.given) if p >= (trust.of(kind).keep if framed else trust.of(kind).alone)}
        used: set[int] = set()
        hit: set[int] = set()
        for i, j in self.pairs:
            if i in kept and i not in used and j not in hit:
                used.add(i)
                hit.add(j)
        told = [i for i in kept if self.given[i][0] != "holds_office"]
        every = [j for j, (kind, _) in enumerate(self.wanted) if kind != "holds_office"]
        core = [j for j in every if self.wanted[j][1]]
        right = {"held": len(hit.intersection(core)), "found": len(hit.intersection(every)), "right": len(used.intersection(told))}
        return Counter(core=len(core), every=len(every), told=len(told), **right)


def paired(given: Sequence[Claim], wanted: Sequence[Claim], text: str) -> list[tuple[int, int]]:
    """Return which claims could match, best first, as the scorer beside the data takes them."""
    by = scorer()
    found = []
    for i, ours in enumerate(given):
        for j, theirs in enumerate(wanted):
            if ours["kind"] != theirs["kind"] or not ours["types"] & theirs["types"]:
                continue
            touch = any(by.overlap(span, theirs["trigger"]) for span in ours["spans"])
            shared = by.shared_fillers(ours, theirs)
            if touch or (shared and by.in_sentence(ours, theirs, text)):
                found.append((2 * touch + shared + (ours["type"] == theirs["type"]), i, j))
    return [(i, j) for _, i, j in sorted(found, reverse=True)]


def worth(cases: Sequence[Case], trust: Trust) -> float:
    """Return the harmonic mean of core recall and precision."""
    total = sum((case.counts(trust) for case in cases), Counter())
    recall, precision = total["held"] / max(1, total["core"]), total["right"] / max(1, total["told"])
    return 2 * recall * precision / max(1e-9, recall + precision)


class Bench:
    """Annotated reports, parsed once."""

    def __init__(self) -> None:
        """Reads the words of every report."""
        reports = [Report(id=ReportId(r.id), text=r.text, published=read_date(r.date)) for r in gold("gold")]
        nlp, directory = language.load(), actors.load_directory()
        self.parts = []
        for report, doc in zip(reports, nlp.pipe(r.text for r in reports), strict=True):
            self.parts.append((report, doc, *cast_of(doc, report, directory)))
        annotated = json.loads((DATA / "claims" / "gold.json").read_text(encoding="utf-8"))
        self.wanted = scorer().gold_claims(annotated, {r.id: r.text for r in reports})

    def cases(self, lexicon: Lexicon, coders: Sequence[coding.Coder] = coding.CODERS) -> list[Case]:
        """Return every report with what is found in it."""
        return [self._case(part, lexicon, coders) for part in self.parts]

    def _case(self, part: tuple[Any, ...], lexicon: Lexicon, coders: Sequence[coding.Coder]) -> Case:
        report, doc, cast, day = part
        found = coding.code(doc, cast, lexicon, published=day, coders=coders)
        reading = found.reading(report)
        marks: dict[tuple[int, str], float] = {(doc[m.token].idx, m.type): m.likely for m in marks_of(doc)}
        given = []
        ours, theirs = scorer().read_claims(json.loads(reading.to_json())), self.wanted[report.id]
        for claim in found.claims:
            at = [v for (i, kind), v in marks.items() if kind == claim.type and any(s.start <= i < s.end for s in claim.trigger)]
            framed = not claim.rule.startswith("learned")
            exempt = claim.rule.startswith("offices") or coders == ("lexicon",)
            given.append((claim.type, 1.0 if exempt else max(at, default=0.0), framed))
        return Case(given, [(c["type"], c["core"]) for c in theirs], paired(ours, theirs, report.text))


def chosen(runs: Mapping[float, Sequence[Case]], at: Sequence[int]) -> tuple[Trust, float]:
    """Return the best settings on some of the reports, and their worth there: sense first, then bounds, then bounds by type."""
    shipped = load_trust()
    best = max((_bounds(cases, at, replace(shipped, sense=sense, types={})) for sense, cases in runs.items()), key=lambda found: found[1])
    return _by_type([runs[best[0].sense][i] for i in at], best)


def _common(cases: Sequence[Case]) -> list[str]:
    """The types of which there are enough claims to choose by, commonest first."""
    sizes = Counter(kind for case in cases for kind, _ in case.wanted)
    return [kind for kind, size in sizes.most_common() if size >= FEWEST and kind != "holds_office"]


def _bounds(cases: Sequence[Case], at: Sequence[int], trust: Trust) -> tuple[Trust, float]:
    mine = [cases[i] for i in at]
    options = [replace(trust, default=Bounds(keep, alone)) for keep in KEEPS for alone in ALONES]
    return max(((option, worth(mine, option)) for option in options), key=lambda found: found[1])


def _by_type(cases: Sequence[Case], best: tuple[Trust, float]) -> tuple[Trust, float]:
    """Give the commonest types bounds of their own, one bound after the other, where that pays; doubt other types only where it does."""
    trust, reached = best
    for kind in sorted({*ONTOLOGY.events, *ONTOLOGY.relations}.difference(_common(cases))) if trust.default.keep else ():
        option = replace(trust, types={**trust.types, kind: replace(trust.of(kind), keep=0.0)})
        value = worth(cases, option)
        if value >= reached:
            trust, reached = option, value
    for kind in _common(cases):
        for name, values in (("keep", KEEPS), ("alone", ALONES)):
            options = [replace(trust, types={**trust.types, kind: replace(trust.of(kind), **{name: value})}) for value in values]
            option, value = max(((o, worth(cases, o)) for o in options), key=lambda found: found[1])
            if value > reached + WORTH:
                trust, reached = option, value
    return trust, reached


def figures(total: Counter[str]) -> dict[str, float]:
    """Return recall of core and of all claims, and precision."""
    parts = {"core_recall": ("held", "core"), "recall": ("found", "every"), "precision": ("right", "told")}
    return {name: round(total[a] / max(1, total[b]), 3) for name, (a, b) in parts.items()}


def folds(n: int, parts: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the reports to choose on and to measure on."""
    for part in range(parts):
        yield [i for i in range(n) if i % parts != part], [i for i in range(n) if i % parts == part]


def text_of(trust: Trust) -> str:
    """Return the body of ``learned.yaml``."""
    rows = [f"    {kind}: {{keep: {b.keep}, alone: {b.alone}}}" for kind, b in sorted(trust.types.items())]
    types = "\n".join(["  types:", *rows]) if rows else "  types: {}"
    default = f"  default: {{keep: {trust.default.keep}, alone: {trust.default.alone}}}"
    settings = asdict(replace(trust, doers=[]))  # type: ignore[arg-type]
    own = yaml.safe_dump({k: v for k, v in settings.items() if k not in ("doers", "default", "types")}, sort_keys=False, width=200)
    rest = f"{textwrap.indent(own, '  ')}  doers: [{', '.join(sorted(trust.doers))}]"
    return f"learned:\n{rest}\n{default}\n{types}\n"


def write(trust: Trust) -> None:
    """Put settings into the shipped ``learned.yaml``, under the comment that it begins with."""
    path = Path(dragoman.coding.lexicon.__file__).parent / "learned.yaml"
    comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join(comment) + "\n" + text_of(trust), encoding="utf-8")


def main() -> None:
    """Choose, measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    bench, lexicon = Bench(), coding.load_lexicon()
    table = {"lexicon alone": figures(sum((c.counts(Trust()) for c in bench.cases(lexicon, ("lexicon",))), Counter()))}
    opened = {sense: replace(lexicon, trust=replace(lexicon.trust, sense=sense, default=OPEN, types={})) for sense in SENSES}
    runs = {sense: bench.cases(one) for sense, one in opened.items()}
    heads = {0.0: bench.cases(opened[0.0], ("learned",))}
    n = len(bench.parts)
    for name, by in (("heads alone", heads), ("both", runs)):
        total: Counter[str] = Counter()
        for train, held in folds(n, options.folds):
            trust, _ = chosen(by, train)
            total += sum((by[trust.sense][i].counts(trust) for i in held), Counter())
        table[name] = figures(total)
    final, reached = chosen(runs, range(n))
    for name, row in table.items():
        print(f"{name:14}", " ".join(f"{k} {v:.3f}" for k, v in row.items()))
    print(f"chosen on all reports, worth {reached:.3f} there:\n{text_of(final)}")
    save("trust", {"folds": options.folds, "table": table})
    if options.write:
        write(final)


if __name__ == "__main__":
    main()
