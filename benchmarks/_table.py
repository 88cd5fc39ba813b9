"""Writes ``RESULTS.md`` from ``results/*.json``, and the short table of README and documentation; ``make results``.

usage: python benchmarks/_table.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

HERE = Path(__file__).parent
RESULTS = HERE / "results"
SHORT = (HERE.parent / "README.md", HERE.parent / "docs" / "benchmarks.md")
FACTS = ("date", "version", "cores", "machine", "data")
FEWEST_ROWS = 12
BEGIN, END = "<!-- begin: results -->", "<!-- end: results -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the short table: what it is, and where it lies in a file of results."""

    what: str
    on: str
    measure: str
    file: str
    path: str

    def figure(self, results: Mapping[str, Any]) -> str:
        """Return the figure as text.

        Raises:
            ValueError: it is in no file of results.
        """
        value: Any = results.get(self.file)
        for key in self.path.split("/"):
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, int | float):
            raise ValueError(f"results/{self.file}.json: has no figure {self.path}; run benchmarks/{self.file}.py on all of the data")
        return shown(value)


ROWS = (
    Row("core claims found, bounds cross-validated", "24 annotated reports", "recall", "trust", "table/both/core_recall"),
    Row("claims that are right, bounds cross-validated", "24 annotated reports", "precision", "trust", "table/both/precision"),
    Row("core claims found by the lexicon alone", "24 annotated reports", "recall", "trust", "table/lexicon alone/core_recall"),
    Row("claims right by the lexicon alone", "24 annotated reports", "precision", "trust", "table/lexicon alone/precision"),
    Row("core claims found by the learned heads alone", "24 annotated reports", "recall", "trust", "table/heads alone/core_recall"),
    Row("claims right by the learned heads alone", "24 annotated reports", "precision", "trust", "table/heads alone/precision"),
    Row("roles of claims found", "24 annotated reports", "F1", "claims", "gold/role_f1"),
    Row("polarity of claims found", "24 annotated reports", "accuracy", "claims", "gold/polarity"),
    Row("certainty of claims found", "24 annotated reports", "accuracy", "claims", "gold/certainty"),
    Row("whole voice of claims found", "24 annotated reports", "accuracy", "claims", "gold/voice"),
    Row("syntax, raw text", "UD English-EWT dev", "LAS", "syntax", "models/shipped/ewt, raw text/f1/las"),
    Row("syntax, raw text", "UD English-GUM dev", "LAS", "syntax", "models/shipped/gum, raw text/f1/las"),
    Row("names, gold words", "UNER English-EWT dev", "span F1", "entities", "sets/uner-ewt/gold words/all/f1"),
    Row("names, gold words", "CrossNER politics dev", "span F1", "entities", "sets/crossner-politics/gold words/all/f1"),
    Row("who: parties found", "24 annotated reports", "share", "actors", "gold/found"),
    Row("who: the right one", "24 annotated reports", "share", "actors", "gold/identity"),
    Row("who: with the right country", "24 annotated reports", "share", "actors", "gold/same_country"),
    Row("who is meant again", "UD English-GUM dev", "CoNLL F1", "coreference", "all/conll"),
    Row("event between two given parties", "PLV dev", "accuracy", "events", "plv/accuracy"),
    Row("both parties in one event", "PLV dev", "share", "events", "plv/both_in_one_event"),
    Row("type where both are found", "PLV dev", "accuracy", "events", "plv/right_of_both"),
    Row("source and target of the main event, overlapping", "CAMEO actor tags, dev", "F1", "events", "cameo/overlap_f1"),
    Row("source and target of the main event, exact", "CAMEO actor tags, dev", "F1", "events", "cameo/exact_f1"),
    Row("statements: cue", "PolNeAR dev", "token F1", "statements", "cue/token/f1"),
    Row("statements: source", "PolNeAR dev", "token F1", "statements", "source/token/f1"),
    Row("statements: content", "PolNeAR dev", "token F1", "statements", "content/token/f1"),
    Row("factuality", "UW dev", "Pearson r", "factuality", "uw/pearson"),
    Row("factuality", "UDS-IH2 dev", "Pearson r", "factuality", "uds-ih2/pearson"),
    Row("factuality, asked what has happened", "UDS-IH2 dev", "Pearson r", "factuality", "uds-ih2/happened"),
    Row("times, overlapping", "TimeBank and AQUAINT dev", "F1", "times", "relaxed/f1"),
    Row("times with the right value", "TimeBank and AQUAINT dev", "F1", "times", "value/f1"),
    Row("place names", "GeoVirus dev", "F1", "places", "toponym_f1"),
    Row("places found that lie within 161 km", "GeoVirus dev", "share", "places", "within_161km_of_found"),
    Row("claims right in type, roles, polarity and voice", "200 drawn at random, read by eye", "share", "by_eye", "all_four/share"),
    Row("the same, claims that frames find", "drawn at random, read by eye", "share", "by_eye", "coders/frames/all_four/share"),
    Row("the same, claims of the heads alone", "drawn at random, read by eye", "share", "by_eye", "coders/heads alone/all_four/share"),
    Row("the same, reports that nobody worked on", "drawn at random, read by eye", "share", "by_eye", "fresh/all_four/share"),
    Row(
        "claims of a right type in general news, whatever reports are about", "659 claims by eye", "share", "about", "general/right_before"
    ),
    Row("the same, reports asked what they are about; cross-validated", "659 claims by eye", "share", "about", "general/both/right"),
    Row(
        "claims right in type, roles, polarity and voice in political texts",
        "100 drawn at random, read by eye",
        "share",
        "about",
        "as_judged/political, seventeenth/all_four",
    ),
    Row("the same, newspapers and agencies", "200 drawn at random, read by eye", "share", "about", "as_judged/newswire, sixth/all_four"),
    Row(
        "the same, reports and comment on an election campaign",
        "100 drawn at random, read by eye",
        "share",
        "about",
        "as_judged/campaign, eighth/all_four",
    ),
    Row(
        "claims of a right type among those with a confidence of .9, newspapers and agencies",
        "2,264 claims by eye",
        "share",
        "confidence",
        "newswire/at least 0.9/right",
    ),
    Row("speed of syntax over the encoder's own", "30 reports", "ratio", "speed", "language over encoder"),
    Row("speed of a whole reading", "30 reports", "words per processor second", "speed", "whole reading/words_per_cpu_second"),
)


def load() -> dict[str, dict[str, Any]]:
    """Return what every benchmark has written, by its name."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(RESULTS.glob("*.json"))}


def shown(value: float) -> str:
    """Return a figure with three decimals below 1, else as it was written, with two at most."""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:,.2f}".rstrip("0").rstrip(".")


def short() -> Iterator[str]:
    """Yield the short table.

    Raises:
        ValueError: a figure is not measured.
    """
    yield from ("| what | measured on | measure | figure |", "|---|---|---|---|")
    results = load()
    for row in ROWS:
        yield f"| {row.what} | {row.on} | {row.measure} | {row.figure(results)} |"


def whole() -> Iterator[str]:
    """Yield all of ``RESULTS.md``."""
    yield from ("# Results", "", "Written by `make results` from `results/*.json`. [What is measured, and how](../docs/benchmarks.md).")
    for name, figures in load().items():
        facts = ", ".join(f"{fact} {figures[fact]}" for fact in FACTS if fact in figures)
        yield from ("", f"## {name}", "")
        if facts:
            of_claims = name.removesuffix("_of_claims")
            command = f"{name}.py" if of_claims == name else f"{of_claims}.py --claims gold"
            yield from (f"`python benchmarks/{command}`: {facts}", "")
        yield from ("| figure | |", "|---|---|")
        yield from (f"| {path} | {value} |" for path, value in flat(figures) if path not in FACTS)
        for path, rows in tables(figures):
            columns = list(next(iter(rows.values())))
            yield from ("", f"| {path} | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}")
            yield from (f"| {row} | {' | '.join(shown(cells[column]) for column in columns)} |" for row, cells in rows.items())


def tables(value: object, path: str = "") -> Iterator[tuple[str, dict[str, dict[str, float]]]]:
    """Yield the dicts within that are tables, with the keys that lead to them."""
    if is_table(value):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from tables(inner, f"{path} / {key}" if path else str(key))


def is_table(value: object) -> TypeGuard[dict[str, dict[str, float]]]:
    """Tell whether a dict has so many rows with the same columns, all of them numbers, that they read better as a table."""
    if not isinstance(value, dict) or len(value) < FEWEST_ROWS or not all(isinstance(row, dict) for row in value.values()):
        return False
    columns = {tuple(row) for row in value.values()}
    return len(columns) == 1 and all(isinstance(cell, int | float) for row in value.values() for cell in row.values())


def flat(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every figure that stands in no table, with the keys that lead to it."""
    if is_table(value):
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, f"{path} / {key}" if path else str(key))
    elif isinstance(value, list):
        yield path, "; ".join(" ".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, shown(value)
    else:
        yield path, str(value)


def pages() -> dict[Path, str]:
    """Return the pages as they should be."""
    return {HERE / "RESULTS.md": "\n".join(whole()) + "\n", **{page: filled(page.read_text(encoding="utf-8")) for page in SHORT}}


def filled(text: str) -> str:
    """Return a page with the short table between its marks."""
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n" + "\n".join(short()) + f"\n{END}{rest.partition(END)[2]}"


def write() -> None:
    """Write the pages."""
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
