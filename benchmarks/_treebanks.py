"""Treebanks as raw text with gold words in place, and their alignment with what was read.

The measure is the CoNLL 2018 shared task's: words align by their characters, and precision and recall are over
aligned words (Zeman et al. 2018).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from training.conllu import Document


@dataclass(frozen=True, slots=True)
class Row:
    """One word with its place among the text's non-blank characters."""

    start: int
    end: int
    upos: str
    xpos: str
    feats: str
    lemma: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Table:
    """The words of a text; ``head`` is a row's number, -1 for a root. Sentences are half-open row ranges."""

    rows: tuple[Row, ...]
    sentences: tuple[tuple[int, int], ...]


def raw(document: Document) -> str:
    """The document as text: paragraphs parted by an empty line, sentences by a blank."""
    parts: list[str] = []
    for sentence in document.sentences:
        if sentence.paragraph and parts:
            while parts and parts[-1] == " ":
                parts.pop()
            parts.append("\n\n")
        for word in sentence.words:
            parts.append(word.form)
            if word.space:
                parts.append(" ")
    return "".join(parts).rstrip()


def gold(document: Document) -> Table:
    """The document's gold words."""
    rows: list[Row] = []
    sentences: list[tuple[int, int]] = []
    at = 0
    for sentence in document.sentences:
        base = len(rows)
        for word in sentence.words:
            end = at + sum(not c.isspace() for c in word.form)
            head = base + word.head - 1 if word.head else -1
            feats = "" if word.feats == "_" else word.feats
            rows.append(Row(at, end, word.upos, word.xpos, feats, word.lemma, head, word.deprel))
            at = end
        sentences.append((base, len(rows)))
    return Table(tuple(rows), tuple(sentences))


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in per cent."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def compare(want: Table, have: Table) -> Counter[str]:
    """Counts of what is wanted, found and right, by measure."""
    counts: Counter[str] = Counter()
    spans = {(r.start, r.end): i for i, r in enumerate(have.rows)}
    pairs = {i: spans[(r.start, r.end)] for i, r in enumerate(want.rows) if (r.start, r.end) in spans}
    counts["want"], counts["have"], counts["words"] = len(want.rows), len(have.rows), len(pairs)
    for i, j in pairs.items():
        a, b = want.rows[i], have.rows[j]
        same_head = (a.head < 0 and b.head < 0) or (a.head >= 0 and pairs.get(a.head) == b.head and b.head >= 0)
        counts["upos"] += a.upos == b.upos
        counts["xpos"] += a.xpos == b.xpos
        counts["feats"] += a.feats == b.feats
        counts["lemma"] += a.lemma == b.lemma or a.lemma == "_"
        counts["uas"] += same_head
        counts["las"] += same_head and a.deprel.split(":")[0] == b.deprel.split(":")[0]
        counts["las_subtypes"] += same_head and a.deprel == b.deprel
    counts.update(_sentences(want, have))
    return counts


def _sentences(want: Table, have: Table) -> Counter[str]:
    def bounds(table: Table) -> set[tuple[int, int]]:
        return {(table.rows[a].start, table.rows[b - 1].end) for a, b in table.sentences if b > a}
    one, other = bounds(want), bounds(have)
    return Counter(want_sentences=len(one), have_sentences=len(other), sentences=len(one & other))


def per_cent(counts: Counter[str], names: Sequence[str], value: Callable[[str], float] | None = None) -> dict[str, float]:
    """F1 of each measure, in per cent."""
    out = {n: round(f1(counts[n], counts["have"], counts["want"]), 2) for n in names}
    out["sentences"] = round(f1(counts["sentences"], counts["have_sentences"], counts["want_sentences"]), 2)
    return out
