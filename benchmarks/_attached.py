"""The time or place of matched claims: what the gold says and what a reading says, claim by claim."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from _common import DATA, save
from _gold import gold, scorer
from spacy.tokens import Doc

from dragoman.intake.dates import read_date


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of a reading and the gold claim that it matches, both as they stand in JSON."""

    report: str
    published: str
    text: str
    mentions: dict[str, tuple[int, int]]
    ours: dict[str, Any]
    gold: dict[str, Any]

    def mention(self, id: str) -> str:
        """Return the words of a mention of the report in small letters."""
        start, end = self.mentions[id]
        return self.text[start:end].lower()

    @property
    def near(self) -> str:
        """The words around the trigger of our claim."""
        start, end = self.ours["trigger"][0]
        return " ".join((self.text[max(0, start - 110) : start] + "<<" + self.text[start:end] + ">>" + self.text[end : end + 110]).split())


class Shown:
    """Prints what is asked for, up to a number of lines."""

    def __init__(self, kind: str | None, limit: int) -> None:
        self._kind, self._left = kind, limit

    def __call__(self, kind: str, line: str) -> None:
        """Print a line of a kind if that is the kind asked for."""
        if kind == self._kind and self._left > 0:
            self._left -= 1
            print(line)


Compare = Callable[[Any, str, Pair], bool]
Read = Callable[[str, str, str], dict[str, Any]]
Measure = Callable[[Callable[[str], Doc], str | None, int], Mapping[str, object]]


def pairs(name: str, read: Read) -> Iterator[Pair]:
    """Yield the matched claims of a gold set; `read` makes the JSON of a reading from id, text and date."""
    rows = {row["id"]: row for row in json.loads((DATA / "claims" / f"{name}.json").read_text(encoding="utf-8"))}
    match = scorer()
    for report in gold(name):
        published = read_date(report.date) or ""
        reading = read(report.id, report.text, published)
        row, mentions = rows[report.id], {m["id"]: (m["start"], m["end"]) for m in reading["mentions"]}
        ours, theirs = match.read_claims(reading), match.gold_claims([row], {report.id: report.text})[report.id]
        for i, j in match.match(ours, theirs, report.text):
            yield Pair(report.id, published, report.text, mentions, reading["claims"][i], row["claims"][j])


def reader() -> Read:
    """Return the whole reading as a function of id, text and date."""
    from dragoman import Reader, Report

    whole = Reader()

    def read(id: str, text: str, published: str) -> dict[str, Any]:
        return json.loads(whole.read(Report(id=id, text=text, published=published)).to_json())  # type: ignore[no-any-return]

    return read


def score_claims(name: str, field: str, same: Compare, read: Read, *, show: str | None, limit: int) -> dict[str, float]:
    """Return how often a field of matched claims is the gold's, of those that the gold gives and of those that we give.

    Args:
        name: the set, ``gold`` or ``train``.
        field: ``time`` or ``place``.
        same: tells of our value, the gold's and the pair whether they are the same.
        read: makes the JSON of a reading from id, text and date.
        show: print ``wrong`` (both give one), ``missing`` or ``extra`` ones.
        limit: print at most so many.
    """
    n: Counter[str] = Counter()
    for pair in pairs(name, read):
        ours, theirs = pair.ours.get(field), pair.gold.get(field)
        n["matched"] += 1
        n["given"] += ours is not None
        n["gold"] += theirs is not None
        if ours is None and theirs is None:
            continue
        right = ours is not None and theirs is not None and same(ours, theirs, pair)
        n["right"] += right
        said = "" if right else "missing" if ours is None else "extra" if theirs is None else "wrong"
        n[said] += 1
        if said and said == show and n["shown"] < limit:
            n["shown"] += 1
            print(f"{pair.report} {pair.published} {pair.ours['rule']} gold={theirs} ours={_brief(ours, pair.text)} | {pair.near}")
    return {
        "claims_matched": n["matched"],
        f"claims_with_gold_{field}": n["gold"],
        f"claims_with_our_{field}": n["given"],
        "recall": round(n["right"] / n["gold"], 4) if n["gold"] else 0.0,
        "precision": round(n["right"] / n["given"], 4) if n["given"] else 0.0,
        "wrong": n["wrong"],
        "missing": n["missing"],
        "extra": n["extra"],
    }


def command(name: str, about: str, shows: tuple[str, ...], *, data: Path, score: Measure, field: str, same: Compare) -> None:
    """Run a benchmark of times or places from the command line: on its own gold set, or with ``--claims`` on matched claims.

    Args:
        name: the file in ``results/`` that ``--json`` writes; ``NAME_of_claims`` with ``--claims``.
        about: what the command says of itself.
        shows: what ``--show`` may ask for.
        data: its own gold set.
        score: measures a pipeline on it, showing so many of what is asked for.
        field: the field of claims, ``time`` or ``place``.
        same: see `score_claims`.
    """
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", choices=shows)
    options.add_argument("--claims", choices=("gold", "train"))
    options.add_argument("--limit", type=int, default=100)
    options.add_argument("--model", action="store_true")
    options.add_argument("--json", action="store_true", help="write the figures to results/")
    args = options.parse_args()
    if not data.exists():
        print(f"the gold data is not at {data}; set DRAGOMAN_DATA to measure against it")
        return
    if args.claims:
        figures: Mapping[str, object] = score_claims(args.claims, field, same, reader(), show=args.show, limit=args.limit)
        name = f"{name}_of_claims"
    else:
        figures = score(_pipeline(model=args.model), args.show, args.limit)
    for key, row in figures.items():
        print(f"{key:22} {row}")
    if args.json:
        save(name, dict(figures))


def _pipeline(*, model: bool) -> Callable[[str], Doc]:
    if model:
        from dragoman.language import load

        return load()
    return spacy.blank("en")


def _brief(value: Any, text: str) -> str:
    if not isinstance(value, dict):
        return str(value)
    span = value.get("span")
    return f"{value.get('start')}/{value.get('end')} {text[slice(*span)] if span else ''}"
