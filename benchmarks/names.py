"""Names written over from Arabic, Chinese, Cyrillic, Persian, Korean and Hebrew, in sentences of our own: are they read as names?

usage: python benchmarks/names.py [--model FOLDER] [--onnx FILE] [--threads N] [--show]

``names.txt`` holds the sentences, with every name in brackets. A name counts where its first and last character are right; with
``type`` also its coarse type, as in entities.py. ``touched`` is the share of gold names of which some part was read as a name, and
``proper`` the share of their words that are tagged as proper nouns. Sentences are read one by one, from raw text. ``--show`` prints faults.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass

import _models
from _common import HERE, save
from _treebanks import digest, f1
from spacy.language import Language

SENTENCES = HERE / "names.txt"
MARK = re.compile(r"\[([POG]) ([^\]]+)\]")
KINDS = {"P": "person", "O": "organisation", "G": "place"}
COARSE = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the script its names come from, and where they stand in it."""

    text: str
    origin: str
    names: tuple[Span, ...]


def sentences() -> list[Sentence]:
    """The sentences of ``names.txt``."""
    found = []
    origin = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            origin = line[3:]
        elif line and not line.startswith("#"):
            found.append(_sentence(line, origin))
    return found


def _sentence(line: str, origin: str) -> Sentence:
    text, names, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        names.append((len(text), len(text) + len(mark[2]), KINDS[mark[1]]))
        text += mark[2]
        at = mark.end()
    return Sentence(text + line[at:], origin, tuple(names))


def measure(nlp: Language, sentence: Sentence, *, show: bool) -> Counter[str]:
    """Counts for one sentence."""
    doc = nlp(sentence.text)
    have = {(e.start_char, e.end_char, COARSE.get(e.label_, e.label_)) for e in doc.ents}
    want = set(sentence.names)
    bounds, right = {(a, b) for a, b, _ in have}, {(a, b) for a, b, _ in want}
    inside = [t for t in doc if t.text[0].isalpha() and any(a <= t.idx < b for a, b in right)]
    if show and have != want:
        wrong = sorted(have - want, key=str)
        print(f"{sentence.text}\n    not read: {_named(sentence.text, want - have)}\n    read: {_named(sentence.text, set(wrong))}")
    return Counter(
        gold=len(want),
        found=len(have),
        exact=len(bounds & right),
        typed=len(have & want),
        touched=sum(any(a < d and c < b for c, d in bounds) for a, b in right),
        words=len(inside),
        proper=sum(t.pos_ == "PROPN" for t in inside),
    )


def _named(text: str, spans: set[Span]) -> str:
    return ", ".join(f"{text[a:b]} ({kind})" for a, b, kind in sorted(spans)) or "nothing"


def scores(counts: Counter[str]) -> dict[str, float]:
    """Shares in per cent."""
    return {
        "gold": counts["gold"],
        "recall": _share(counts["exact"], counts["gold"]),
        "precision": _share(counts["exact"], counts["found"]),
        "f1": round(f1(counts["exact"], counts["found"], counts["gold"]), 1),
        "f1_with_type": round(f1(counts["typed"], counts["found"], counts["gold"]), 1),
        "touched": _share(counts["touched"], counts["gold"]),
        "proper": _share(counts["proper"], counts["words"]),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    _models.add_options(parser)
    parser.add_argument("--show", action="store_true", help="print the names that are read wrongly")
    options = parser.parse_args()
    nlp = _models.opened(options)
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences():
        counts.setdefault(sentence.origin, Counter()).update(measure(nlp, sentence, show=options.show))
    figures = {origin: scores(one) for origin, one in {**counts, "all": sum(counts.values(), Counter())}.items()}
    columns = list(figures["all"])
    print(f"{'':24}" + "".join(f"{name:>14}" for name in columns))
    for origin, row in figures.items():
        print(f"{origin:24}" + "".join(f"{row[name]:14}" for name in columns))
    if options.model == _models.SHIPPED and options.onnx is None:
        save("names", {"data": digest([SENTENCES]), "sentences": len(sentences()), "names": figures})


if __name__ == "__main__":
    main()
