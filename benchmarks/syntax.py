"""Syntax against the development treebanks: from gold words, and from raw text by CoNLL 2018 alignment.

usage: python benchmarks/syntax.py [--model FOLDER] [--onnx FILE] [--threads N] [--name NAME]

LAS ignores the subtypes of relations, as the shared task's does; "las_subtypes" compares them too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable

import _models
from _common import DATA, HERE, save
from _treebanks import Table, compare, digest, f1, given, gold, hits, per_cent, raw, read_table
from spacy.language import Language
from spacy.tokens import Doc
from training.conllu import Document, read

BANKS = ("ewt", "gum")
MEASURES = ("words", "upos", "xpos", "feats", "coded_feats", "lemma", "uas", "las", "las_subtypes")
LENGTHS = (10, 20, 30, 40)
CODED_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "ccomp", "xcomp",
    "advcl", "acl", "acl:relcl", "conj", "appos", "parataxis", "aux", "aux:pass", "mark", "case", "advmod", "flat",
    "compound", "root",
)  # fmt: skip
Group = dict[str, Counter[str]]


def measure(nlp: Language, documents: list[Document], laid: Callable[[Document], Doc | str]) -> tuple[Counter[str], Group, Group]:
    """Counts over all documents, by genre, and by length of the gold sentence."""
    total: Counter[str] = Counter()
    genres: Group = defaultdict(Counter)
    lengths: Group = defaultdict(Counter)
    for document in documents:
        want, have = gold(document), read_table(nlp(laid(document)))
        counts = compare(want, have)
        total.update(counts)
        genres[document.genre].update(counts)
        by_length(want, have, lengths)
    return total, genres, lengths


def by_length(want: Table, have: Table, lengths: Group) -> None:
    """Adds the words of one document to the lengths of their sentences."""
    right = hits(want, have)
    for a, b in want.sentences:
        name = next((f"up to {n}" for n in LENGTHS if b - a <= n), f"over {LENGTHS[-1]}")
        lengths[name].update(want=b - a, have=b - a)
        for i in range(a, b):
            lengths[name].update(right.get(i, Counter()))


def relations(nlp: Language, documents: list[Document]) -> tuple[Counter[str], Counter[str]]:
    """From gold words: how often each relation that coding reads is there and right, and what is taken for what.

    A confusion reads ``gold relation > given relation``, with ``elsewhere`` where the head is wrong too.
    """
    right: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for document in documents:
        want, have = gold(document), read_table(nlp(given(document, nlp.vocab)))
        for a, b in zip(want.rows, have.rows, strict=True):
            if a.deprel not in CODED_RELATIONS and b.deprel not in CODED_RELATIONS:
                continue
            same = a.head == b.head
            right.update({f"{a.deprel} gold": 1, f"{b.deprel} given": 1})
            if same and a.deprel == b.deprel:
                right[a.deprel] += 1
            else:
                taken[f"{a.deprel} > {b.deprel}{'' if same else ' elsewhere'}"] += 1
    return right, taken


def by_relation(right: Counter[str]) -> dict[str, float]:
    """F1 of head and relation with subtype, in per cent, of each relation that coding reads."""
    return {
        name: round(f1(right[name], right[f"{name} given"], right[f"{name} gold"]), 1) for name in CODED_RELATIONS if right[f"{name} gold"]
    }


def figures(nlp: Language) -> dict[str, dict[str, object]]:
    """Every figure, by treebank and by what was given."""
    found: dict[str, dict[str, object]] = {}
    for bank in BANKS:
        documents = read(DATA / "treebanks" / f"{bank}-dev.conllu")
        for what, laid in (("gold words", lambda d: given(d, nlp.vocab)), ("raw text", raw)):
            total, genres, lengths = measure(nlp, documents, laid)
            row: dict[str, object] = {"words": total["want"], "f1": per_cent(total, MEASURES), "las_by_genre": _las(genres)}
            if what == "gold words":
                right, taken = relations(nlp, documents)
                row |= {"las_by_length": _las(lengths), "f1_by_relation": by_relation(right), "confusions": dict(taken.most_common(20))}
            found[f"{bank}, {what}"] = row
    return found


def _las(groups: Group) -> dict[str, float]:
    return {name: per_cent(counts, ["las"])["las"] for name, counts in sorted(groups.items())}


def show(found: dict[str, dict[str, object]]) -> None:
    """Prints tables."""
    print(f"{'':20}{'words':>8}" + "".join(f"{n:>14}" for n in [*MEASURES[1:], "sentences"]))
    for name, row in found.items():
        per = row["f1"]
        assert isinstance(per, dict)
        print(f"{name:20}{per['words']:8.2f}" + "".join(f"{per[n]:14.2f}" for n in [*MEASURES[1:], "sentences"]))
    for name, row in found.items():
        print(f"\n{name}")
        for what in ("las_by_genre", "las_by_length", "f1_by_relation", "confusions"):
            if isinstance(part := row.get(what), dict):
                print(f"  {what}: " + ", ".join(f"{key} {value}" for key, value in part.items()))


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
