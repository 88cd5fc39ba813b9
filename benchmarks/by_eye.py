"""How many claims are right: a seeded sample of what is read, each judged by reading it beside its words, and the shares.

usage: python benchmarks/by_eye.py [--draw FILE [--fresh] | --show FILE | --score FILE] [--number N] [--seed N] [--data FOLDER]

``--draw`` reads the annotated Wikinews reports that the model's learned heads never saw (those of ``claims/gold.json``: the heads are
trained on other reports) and writes a sample of their claims, offices told by titles left out: offsets, names of actors, and empty
columns for the verdicts (``1`` right, ``0`` wrong) and the cause of a fault. ``--show`` prints each row with its sentence and the one
before. ``--fresh`` draws from the Wikinews reports that nobody annotated or marked claims in. ``--score``, the default, prints the shares
with 95 % intervals after Wilson.
A claim is judged by the words of its whole report: a missing optional role is no fault, a wrong one is; *all four* are type, roles,
polarity and voice.
The file holds no text. A claim is judged as it stood when it was drawn; a later draw, with another seed, is of later rules, so the shares
are those of the latest, fresh draws apart. Types and causes are told over all draws. Seeds 1 and 3 were drawn from all the Wikinews
reports, before there were heads. Rules are mended on these same reports and the heads' bounds chosen over them (``trust.py``), and a few
claims are in several draws: on reports that nobody has looked at, expect less: fresh draws (seeds 13 and 126 to 128) tell how much.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path

from _common import DATA, HERE, save

from dragoman import Reader, Reading, Report, __version__
from dragoman.claims import Claim, Mention
from dragoman.intake import open_reports

SAMPLE = HERE / "by_eye.csv"
REPORTS = "wikinews-diplomacy.jsonl"
ALL_REPORTS = "wikinews-all.jsonl"
SOME = 60  # reports that a fresh sample is drawn from
LONG = 2200  # words; longer reports are interviews, one of which would be a third of a sample
MARKED = HERE.parent / "training" / "claims"
FRESH = frozenset({"13", "126", "127", "128"})  # seeds of draws from reports that nobody annotated or marked
PLACE = ("sentence_start", "sentence_end", "trigger_start", "trigger_end")
VERDICTS = ("type_right", "roles_right", "polarity_right", "voice_right", "identity_right")
FOUR = VERDICTS[:4]
COLUMNS = ("version", "seed", "report", *PLACE, "type", "roles", "polarity", "certainty", "tense", "voice", "rule", *VERDICTS, "cause")
CAUSES = re.compile(r"[^\s,;]+")
HEADS = "learned"  # the rule of claims that no frame has a part in begins so
Row = dict[str, str]


def unseen(data: Path) -> list[Report]:
    """Return the annotated reports that the heads never saw."""
    annotated = _annotated(data, "gold")
    return [one for one in reports_of(data, REPORTS) if one.id in annotated]


def fresh(data: Path, seed: int) -> list[Report]:
    """Return some of the reports that nobody annotated or marked claims in, so that neither heads nor rules were made on them."""
    known = _annotated(data, "gold") | _annotated(data, "train")
    for path in sorted(MARKED.glob("*.jsonl")):
        known |= {json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()}
    unknown = [one for one in reports_of(data, ALL_REPORTS) if one.id not in known and len(one.text.split()) < LONG]
    return random.Random(seed).sample(unknown, min(SOME, len(unknown)))


def _annotated(data: Path, part: str) -> set[str]:
    return {entry["id"] for entry in json.loads((data / "claims" / f"{part}.json").read_text(encoding="utf-8"))}


def reports_of(data: Path, *files: str) -> Iterator[Report]:
    for file in files:
        yield from (one for one in open_reports(data / "reports" / file) if isinstance(one, Report))


def draw(reports: Iterable[Report], *, number: int, seed: int) -> list[Row]:
    """Return a sample of all claims of some reports, in the order of the text."""
    readings = Reader().read_many(reports)
    rows = [row for one in readings if isinstance(one, Reading) for row in told(one)]
    chosen = sorted(random.Random(seed).sample(range(len(rows)), min(number, len(rows))))
    return [rows[i] | {"seed": str(seed)} for i in chosen]


def told(reading: Reading) -> Iterator[Row]:
    """Yield a row for each claim of a reading."""
    mentions = {mention.id: mention for mention in reading.mentions}
    countries = {actor.id: actor.country or "" for actor in reading.actors}
    sources = {s.id: [mentions[m] for m in (s.source, *s.co_sources) if m] for s in reading.statements}

    def names(some: Iterable[Mention]) -> str:
        return " ".join(f"{m.start}-{m.end}:{m.actor or ''}/{countries.get(m.actor, '') if m.actor else ''}" for m in some)

    for claim in reading.claims:
        if claim.type != "holds_office":
            roles = "; ".join(f"{role}={names(mentions[m] for m in who)}" for role, who in claim.roles.items())
            voice = "; ".join(f"{names(sources[s]) or '?'}" for s in claim.voice)
            yield {**dict.fromkeys(COLUMNS, ""), **placed(reading, claim), "roles": roles, "voice": voice}


def placed(reading: Reading, claim: Claim) -> Row:
    """Return where a claim stands and how sure it is."""
    spans = (claim.sentence.start, claim.sentence.end, claim.trigger[0].start, claim.trigger[-1].end)
    sure = {"polarity": claim.polarity, "certainty": claim.certainty, "tense": claim.tense}
    kept = {"version": __version__, "report": reading.report.id, "type": claim.type, "rule": claim.rule}
    return {**kept, **sure, **dict(zip(PLACE, map(str, spans), strict=True))}


def show(rows: list[Row], data: Path) -> None:
    """Print each row with its sentence and the one before."""
    texts = {r.id: r.text for r in reports_of(data, ALL_REPORTS, REPORTS)}
    for number, row in enumerate(rows, start=1):
        text = texts[row["report"]]
        start, end, first, last = (int(row[name]) for name in PLACE)
        before = text[:start].rstrip().rpartition(". ")[2]
        verdicts = " ".join(row[name] or "-" for name in VERDICTS)
        print(f"\n[{number}] {row['report']} {row['type']} by “{text[first:last]}” ({row['rule']})  {verdicts} {row['cause']}")
        print(f"  {row['polarity']}, {row['certainty']}, {row['tense']}; voice: {worded(row['voice'], text)}")
        print(f"  {worded(row['roles'], text)}")
        print(f"  … {before}\n  | {text[start:end].strip()}")


def worded(spans: str, text: str) -> str:
    """Return roles or voices with the words that stand at their offsets."""
    return re.sub(r"(\d+)-(\d+):([^\s;]*)", lambda m: f"“{text[int(m[1]) : int(m[2])]}” [{m[3]}]", spans)


def shares(rows: list[Row]) -> dict[str, object]:
    """Return the shares of right claims, by what is judged."""
    judged = {name: [row[name] == "1" for row in rows] for name in VERDICTS}
    judged["all_four"] = [all(row[name] == "1" for name in FOUR) for row in rows]
    judged["all_five"] = [all(row[name] == "1" for name in VERDICTS) for row in rows]
    return {"claims": len(rows), **{name: share(found) for name, found in judged.items()}}


def by_coder(rows: list[Row]) -> dict[str, dict[str, object]]:
    """Return the share of right ones among claims that frames find, and among those that the learned heads find alone."""
    parts = {name: [r for r in rows if r["rule"].startswith(HEADS) is alone] for name, alone in (("frames", False), ("heads alone", True))}
    return {name: {"claims": len(some), "all_four": shares(some)["all_four"]} for name, some in parts.items() if some}


def share(right: list[bool]) -> dict[str, float]:
    """Return a share and its 95 % interval after Wilson (1927)."""
    n, p, z = len(right), sum(right) / len(right), 1.96
    middle, half = (p + z * z / (2 * n)) / (1 + z * z / n), z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return {"share": round(p, 3), "low": round(max(middle - half, 0), 3), "high": round(min(middle + half, 1), 3)}


def score(rows: list[Row]) -> None:
    """Print the shares, by draw and by type, and write them."""
    judged = [row for row in rows if all(row[name] for name in VERDICTS)]
    if not judged:
        raise SystemExit("no row has verdicts yet; fill the empty columns with 1 and 0")
    types = [name for name, _ in Counter(row["type"] for row in judged).most_common()]
    by_type = {name: shares([row for row in judged if row["type"] == name]) for name in types}
    draws = {
        f"seed {seed}": shares([row for row in judged if row["seed"] == seed]) for seed in dict.fromkeys(row["seed"] for row in judged)
    }
    for name, figures in {**draws, **by_type}.items():
        print(f"{name:16} {'  '.join(phrases(figures))}")
    causes = dict(Counter(cause for row in judged for cause in CAUSES.findall(row["cause"])).most_common())
    print("causes: " + ", ".join(f"{cause} {n}" for cause, n in causes.items()))
    if len(judged) < len(rows):
        print(f"{len(rows) - len(judged)} rows wait for verdicts; nothing is written")
        return
    seeds = list(dict.fromkeys(row["seed"] for row in judged))
    latest_and_freshest = _last(seeds, False), _last(seeds, True)
    latest, freshest = (shares([row for row in judged if row["seed"] == seed]) for seed in latest_and_freshest)
    told = {name: phrases(figures) for name, figures in draws.items()}
    for seed in seeds:
        coders = by_coder([row for row in judged if row["seed"] == seed])
        told[f"seed {seed}"] += [f"{name}: {', '.join(phrases(figures))}" for name, figures in coders.items()]
    of_types = {name: phrases(figures) for name, figures in by_type.items()}
    latest["coders"], freshest["coders"] = (by_coder([row for row in judged if row["seed"] == seed]) for seed in latest_and_freshest)
    figures = {**latest, "fresh": freshest, "draws": told, "types": of_types, "causes": causes}
    save("by_eye", figures, whole=rows == read(SAMPLE))


def _last(seeds: list[str], is_fresh: bool) -> str:
    return [seed for seed in seeds if (seed in FRESH) is is_fresh][-1]


def phrases(figures: dict[str, object]) -> list[str]:
    """Return figures as words, each share with its interval."""
    told = [f"{key} {one['share']:.3f} [{one['low']:.2f}, {one['high']:.2f}]" for key, one in figures.items() if isinstance(one, dict)]
    return [f"{figures['claims']} claims", *told]


def read(path: Path) -> list[Row]:
    """Return the rows of a sample."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[Row]) -> None:
    """Write a sample."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Draw, show or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--draw", type=Path, metavar="FILE", help="write a sample without verdicts")
    what.add_argument("--show", type=Path, metavar="FILE", help="print each row with its sentence")
    what.add_argument("--score", type=Path, metavar="FILE", default=SAMPLE, help="print the shares of a judged sample")
    parser.add_argument("--fresh", action="store_true", help="draw from reports that nobody annotated or marked")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if (options.draw or options.show) and not (options.data / "reports" / REPORTS).is_file():
        raise SystemExit(f"{options.data / 'reports' / REPORTS}: not there; set DRAGOMAN_DATA to the folder of the gold data")
    if options.draw:
        chosen = fresh(options.data, options.seed) if options.fresh else unseen(options.data)
        write(options.draw, draw(chosen, number=options.number, seed=options.seed))
    elif options.show:
        show(read(options.show), options.data)
    else:
        score(read(options.score))


if __name__ == "__main__":
    main()
