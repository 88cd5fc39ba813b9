"""Names of persons, organisations and places against UNER English-EWT and CrossNER politics, development parts.

usage: python benchmarks/entities.py [--model FOLDER] [--onnx FILE] [--threads N] [--show missed|extra] [--limit N]

A name counts where its first and last character and its type are right. Types are coarse: our PERSON is a person, ORG an
organisation, and GPE, LOC and FAC are places; UNER's PER, ORG, LOC; CrossNER's politician and person, organisation and
political party, country and location. Our NORP and MISC, and CrossNER's elections, events and misc, are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import _models
from _common import DATA, HERE, save
from _treebanks import digest, f1, given
from spacy.language import Language
from spacy.tokens import Doc
from training.conllu import Document, Sentence, Word, text_of
from training.entities import Names, crossner

COARSE = {"PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
KINDS = ("person", "organisation", "place")
FILES = {"uner-ewt": "uner-ewt-dev.iob2", "crossner-politics": "crossner-politics-dev.txt"}
NAMES = Path(__file__).parents[1] / "training" / "names"
Spans = set[tuple[int, int, str]]


def uner(path: Path) -> list[Document]:
    """The documents of a UNER file."""
    documents: list[Document] = []
    sentences: list[Sentence] = []
    name = ""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        opening = next((line for line in lines if line.startswith("# newdoc id")), None)
        if opening and sentences:
            documents.append(Document(name, name.split("-", maxsplit=1)[0], tuple(sentences)))
            sentences = []
        name = opening.split("=")[1].strip() if opening else name
        text = next(line for line in lines if line.startswith("# text")).split("=", 1)[1]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = tuple(_spaced([row[1] for row in rows], text))
        sentences.append(Sentence(words, paragraph=opening is not None, entities=tuple(row[2] for row in rows)))
    return [*documents, Document(name, name.split("-", maxsplit=1)[0], tuple(sentences))]


def _spaced(forms: list[str], text: str) -> Iterator[Word]:
    at = 0
    for form in forms:
        at = text.index(form, at) + len(form)
        yield Word(form, "_", "X", "X", "_", 0, "dep", space=text[at : at + 1].isspace() or at >= len(text))


def gold(document: Document) -> Spans:
    """The document's names, at its non-blank characters."""
    spans: Spans = set()
    at, start, kind = 0, 0, ""
    for sentence in document.sentences:
        for word, tag in zip((*sentence.words, None), (*sentence.entities, "O"), strict=True):
            if kind and not tag.startswith("I-"):
                spans.add((start, at, kind))
                kind = ""
            if tag.startswith("B-"):
                start, kind = at, COARSE.get(tag[2:], "")
            at += sum(not c.isspace() for c in word.form) if word else 0
    return spans


def found(doc: Doc) -> Spans:
    """The names that were read, at the same characters."""
    before = [0]
    for char in doc.text:
        before.append(before[-1] + (not char.isspace()))
    return {(before[e.start_char], before[e.end_char], COARSE[e.label_]) for e in doc.ents if e.label_ in COARSE}


def scores(counts: dict[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by type and over all, in per cent."""
    counts = {**{kind: counts[kind] for kind in KINDS}, "all": sum(counts.values(), Counter())}
    return {
        kind: {
            "precision": round(100 * c["right"] / max(1, c["found"]), 1),
            "recall": round(100 * c["right"] / max(1, c["gold"]), 1),
            "f1": round(f1(c["right"], c["found"], c["gold"]), 1),
            "gold": c["gold"],
        }
        for kind, c in counts.items()
    }


def measure(nlp: Language, documents: list[Document], options: argparse.Namespace) -> dict[str, dict[str, dict[str, float]]]:
    """Scores from gold words and from raw text."""
    figures = {}
    for what in ("gold words", "raw text"):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for document in documents:
            doc = nlp(given(document, nlp.vocab) if what == "gold words" else text_of(document))
            want, have = gold(document), found(doc)
            for name, spans in (("gold", want), ("found", have), ("right", want & have)):
                for _, _, kind in spans:
                    counts[kind][name] += 1
            if what == "raw text" and options.show and options.limit > 0:
                options.limit -= _show(doc, want - have if options.show == "missed" else have - want)
        figures[what] = scores(counts)
    return figures


def _show(doc: Doc, spans: Spans) -> int:
    solid = "".join(doc.text.split())
    for a, b, kind in sorted(spans):
        print(f"{kind:14}{solid[max(0, a - 25) : a]}[{solid[a:b]}]{solid[b : b + 25]}")
    return len(spans)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    _models.add_options(parser)
    parser.add_argument("--name", default="shipped", help="under which the figures are kept")
    parser.add_argument("--show", choices=("missed", "extra"), help="print names that raw text gives wrongly")
    parser.add_argument("--limit", type=int, default=100)
    options = parser.parse_args()
    folder = DATA / "entities"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: not there; set DRAGOMAN_DATA to the folder of the gold data")
    nlp = _models.opened(options)
    banks = {"uner-ewt": uner(folder / FILES["uner-ewt"]), "crossner-politics": crossner(folder / FILES["crossner-politics"], Names(NAMES))}
    figures = {name: measure(nlp, documents, options) for name, documents in banks.items()}
    print(f"{'':32}{'kind':16}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}")
    for name, by_input in figures.items():
        for what, by_kind in by_input.items():
            for kind, row in by_kind.items():
                print(f"{name + ', ' + what:32}{kind:16}{row['precision']:10.1f}{row['recall']:8.1f}{row['f1']:8.1f}{row['gold']:7}")
    path = HERE / "results" / "entities.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    sets = {name: kept[name] for name in ("sets", "others") if name in kept}
    if options.name == "shipped":
        sets["sets"] = figures
    else:
        sets["others"] = {**sets.get("others", {}), options.name: figures}
    save("entities", {"data": digest([folder / file for file in FILES.values()]), "map": COARSE, **sets})


if __name__ == "__main__":
    main()
