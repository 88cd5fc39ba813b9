"""Syntax against the development treebanks: from gold words, and from raw text by CoNLL 2018 alignment.

usage: python benchmarks/syntax.py [--model FOLDER] [--onnx FILE] [--threads N] [--name NAME]

LAS ignores the subtypes of relations, as the shared task's does; "las_subtypes" compares them too. By relation: recall and precision of
head and label with its subtype, and how often of the gold ones the head is right, whatever the label, and the label, whatever the head.
Features are those that coding asks for, each value by itself. Genres are the documents' own: EWT's by the first part of their ids.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import _models
from _common import DATA, HERE, save
from _syntax import Parts
from _treebanks import Table, compare, digest, given, gold, hits, per_cent, read_table
from spacy.language import Language
from spacy.tokens import Doc
from training.conllu import Document, read, text_of

BANKS = ("ewt", "gum")
MEASURES = ("words", "upos", "xpos", "feats", "coded_feats", "lemma", "uas", "las", "las_subtypes")
LENGTHS = (10, 20, 40)
Group = dict[str, Counter[str]]


def measure(nlp: Language, documents: list[Document], laid: Callable[[Document], Doc | str]) -> dict[str, object]:
    """Figures over all documents, by genre, by length of the gold sentence, by relation and by feature."""
    total: Counter[str] = Counter()
    genres: Group = defaultdict(Counter)
    lengths: Group = defaultdict(Counter)
    parts = Parts()
    for document in documents:
        want, have = gold(document), read_table(nlp(laid(document)))
        counts = compare(want, have)
        total.update(counts)
        genres[document.genre].update(counts)
        by_length(want, have, lengths)
        parts.add(want, have)
    return {
        "words": total["want"],
        "f1": per_cent(total, MEASURES),
        "las_by_genre": _las(genres),
        "las_by_length": _las(lengths),
        "by_relation": parts.by_relation(),
        "by_feature": parts.by_feature(),
        "confusions": parts.confusions(20),
    }


def by_length(want: Table, have: Table, lengths: Group) -> None:
    """Adds the words of one document to the lengths of their sentences."""
    right = hits(want, have)
    for a, b in want.sentences:
        name = next((f"{least + 1} to {most}" for least, most in itertools.pairwise((0, *LENGTHS)) if b - a <= most), f"over {LENGTHS[-1]}")
        lengths[name].update(want=b - a, have=b - a)
        for i in range(a, b):
            lengths[name].update(right.get(i, Counter()))


def figures(nlp: Language) -> dict[str, dict[str, object]]:
    """Every figure, by treebank and by what was given."""
    found: dict[str, dict[str, object]] = {}
    for bank in BANKS:
        documents = read(DATA / "treebanks" / f"{bank}-dev.conllu")
        for what, laid in (("gold words", lambda d: given(d, nlp.vocab)), ("raw text", text_of)):
            found[f"{bank}, {what}"] = measure(nlp, documents, laid)
    return found


def _las(groups: Group) -> dict[str, float]:
    return {name: per_cent(counts, ["las"])["las"] for name, counts in sorted(groups.items())}


def show(found: dict[str, dict[str, object]]) -> None:
    """Prints tables."""
    print(f"{'':20}{'words':>8}" + "".join(f"{n:>14}" for n in [*MEASURES[1:], "sentences"]))
    for name, row in found.items():
        per = _dict(row["f1"])
        print(f"{name:20}{per['words']:8.2f}" + "".join(f"{per[n]:14.2f}" for n in [*MEASURES[1:], "sentences"]))
    for name, row in found.items():
        for what in ("las_by_genre", "las_by_length", "confusions"):
            print(f"\n{name}, {what}: " + ", ".join(f"{key} {value}" for key, value in _dict(row[what]).items()))
        for what in ("by_relation", "by_feature"):
            table = _dict(row[what])
            columns = list(_dict(next(iter(table.values()))))
            print(f"\n{name + ', ' + what:34}" + "".join(f"{column:>17}" for column in columns))
            for key, cells in table.items():
                print(f"{key:34}" + "".join(f"{cells[column]:17}" for column in columns))


def _dict(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    _models.add_options(parser)
    parser.add_argument("--name", default="shipped", help="under which the figures are kept")
    options = parser.parse_args()
    found = figures(_models.opened(options))
    show(found)
    path = HERE / "results" / "syntax.json"
    before = json.loads(path.read_text(encoding="utf-8")).get("models", {}) if path.exists() else {}
    data = digest([DATA / "treebanks" / f"{bank}-dev.conllu" for bank in BANKS])
    save("syntax", {"data": data, "models": {**before, options.name: found}})


if __name__ == "__main__":
    main()
