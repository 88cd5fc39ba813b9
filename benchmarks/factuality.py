"""Factuality against UW and UDS-IH2: Pearson r and mean absolute error over the annotated words.

usage: python benchmarks/factuality.py [--part dev|train] [--limit N] [--show N]

Each annotated word is given to `commit` with no cue to stop at, as the sets ask what is so and not who says so.
(polarity, certainty) is mapped to the sets' scale of -3 to 3: certain 3, probable 2, possible 1, hypothetical 0, a
negative polarity turns the sign. UDS-IH2 asks whether something has happened, so that what will surely happen counts as
surely not; the figure `happened` maps what is future to -3 accordingly, the figure `pearson` does not.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from _common import DATA as ROOT
from _common import save
from spacy.tokens import Doc

from dragoman.coding.factuality import Commitment, commit
from dragoman.coding.tree import tree_of

DATA = ROOT / "factuality"
SETS = ("uw", "uds-ih2")
SCALE = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "hypothetical": 0.0}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its annotated words: index and value."""

    words: tuple[str, ...]
    targets: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One annotated word, what it was given and what we read."""

    sentence: Sentence
    at: int
    gold: float
    commitment: Commitment

    @property
    def ours(self) -> float:
        """Our value on the sets' scale."""
        return value_of(self.commitment)


def happened(commitment: Commitment) -> float:
    """Return the value where the question is what has happened: what is future has not."""
    return -3.0 if commitment.tense == "future" else value_of(commitment)


def value_of(commitment: Commitment) -> float:
    """Return polarity and certainty on the scale of -3 to 3."""
    return SCALE[commitment.certainty] * (-1.0 if commitment.polarity == "negative" else 1.0)


def sentences(name: str, part: str) -> Iterator[Sentence]:
    """Yield the sentences of a set in order."""
    with (DATA / f"{name}-{part}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            targets = tuple((t["span1"][0], float(t["label"])) for t in row["targets"])
            yield Sentence(tuple(row["text"].split(" ")), targets)


def judge(items: Iterator[Sentence], read: Callable[[tuple[str, ...]], Doc]) -> list[Judged]:
    """Return every annotated word with what we make of it."""
    judged = []
    for sentence in items:
        tree = tree_of(read(sentence.words))
        judged += [Judged(sentence, at, gold, commit(tree, at)) for at, gold in sentence.targets]
    return judged


def figures(judged: list[Judged]) -> dict[str, float]:
    """Return number, Pearson r and mean absolute error."""
    gold, ours = [j.gold for j in judged], [j.ours for j in judged]
    error = statistics.fmean(abs(a - b) for a, b in zip(gold, ours, strict=True))
    past = statistics.correlation(gold, [happened(j.commitment) for j in judged])
    return {
        "words": len(judged),
        "pearson": round(statistics.correlation(gold, ours), 4),
        "mae": round(error, 4),
        "happened": round(past, 4),
    }


def show_worst(judged: list[Judged], number: int) -> None:
    """Print the words whose value is furthest off."""
    for j in sorted(judged, key=lambda j: -abs(j.gold - j.ours))[:number]:
        words = list(j.sentence.words)
        words[j.at] = f">>{words[j.at]}<<"
        print(f"gold {j.gold:5.2f} ours {j.ours:5.2f}  {' '.join(words[max(0, j.at - 15) : j.at + 10])}")


def main() -> None:
    """Read, score, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--show", type=int, default=0, help="print so many of the words that are furthest off")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(f"no gold data in {DATA}: set DRAGOMAN_DATA")
        return
    from dragoman import language

    nlp = language.load()

    def read(words: tuple[str, ...]) -> Doc:
        doc = Doc(nlp.vocab, words=list(words))
        doc[0].is_sent_start = True
        for token in doc[1:]:
            token.is_sent_start = False
        return nlp(doc)

    results = {}
    for name in SETS:
        began = time.perf_counter()
        judged = judge((s for n, s in enumerate(sentences(name, options.part)) if options.limit is None or n < options.limit), read)
        results[name] = figures(judged)
        shown = " ".join(f"{k} {v}" for k, v in results[name].items())
        print(f"{name:8} {options.part}: {shown} ({time.perf_counter() - began:.1f} s)")
        show_worst(judged, options.show)
    if options.limit is None and options.part == "dev":
        save("factuality", {"part": options.part, **results})


if __name__ == "__main__":
    main()
