"""Treebanks as raw text with gold words in place, and their alignment with what was read.

The measure is the CoNLL 2018 shared task's: words align by their characters, and precision and recall are over
aligned words (Zeman et al. 2018).
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

sys.path.append(str(Path(__file__).parents[1]))  # training lies beside the benchmarks and is never installed
from training.conllu import Document, laid

# The features that coding asks for.
CODED = ("Mood", "Number", "Polarity", "Tense", "VerbForm")


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


def given(document: Document, vocab: Vocab) -> Doc:
    """The document as a Doc with gold words and sentences, and nothing else."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    firsts = [i == 0 for sentence in document.sentences for i in range(len(sentence.words))]
    for (form, white), first in zip(laid(document), firsts, strict=True):
        words.append(form)
        spaces.append(white == " ")
        starts.append(first)
        if white == "\n\n":
            words.append(white)
            spaces.append(False)
            starts.append(False)
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts)


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


def read_table(doc: Doc) -> Table:
    """The words of a Doc that was read."""
    numbers = {token.i: n for n, token in enumerate(t for t in doc if not t.is_space)}
    rows: list[Row] = []
    at = 0
    for i in numbers:
        token = doc[i]
        end = at + sum(not c.isspace() for c in token.text)
        head = -1 if token.head.i == i else numbers[token.head.i]
        rows.append(Row(at, end, token.pos_, token.tag_, str(token.morph), token.lemma_, head, token.dep_))
        at = end
    sentences = [[numbers[t.i] for t in sentence if t.i in numbers] for sentence in doc.sents]
    return Table(tuple(rows), tuple((s[0], s[-1] + 1) for s in sentences if s))


def aligned(want: Table, have: Table) -> dict[int, int]:
    """The number of each gold word that was found as a word, and that of the word found."""
    spans = {(r.start, r.end): i for i, r in enumerate(have.rows)}
    return {i: spans[(r.start, r.end)] for i, r in enumerate(want.rows) if (r.start, r.end) in spans}


def hits(want: Table, have: Table) -> dict[int, Counter[str]]:
    """What is right of each gold word that was found as a word, by the gold word's number."""
    pairs = aligned(want, have)
    found: dict[int, Counter[str]] = {}
    for i, j in pairs.items():
        a, b = want.rows[i], have.rows[j]
        same_head = (a.head < 0 and b.head < 0) or (a.head >= 0 and b.head >= 0 and pairs.get(a.head) == b.head)
        found[i] = Counter(
            words=1,
            upos=a.upos == b.upos,
            xpos=a.xpos == b.xpos,
            feats=a.feats == b.feats,
            coded_feats=_coded(a.feats) == _coded(b.feats),
            lemma=a.lemma in (b.lemma, "_"),
            uas=same_head,
            las=same_head and a.deprel.split(":")[0] == b.deprel.split(":")[0],
            las_subtypes=same_head and a.deprel == b.deprel,
        )
    return found


def compare(want: Table, have: Table) -> Counter[str]:
    """Counts of what is wanted, found and right, by measure."""
    counts = Counter(want=len(want.rows), have=len(have.rows))
    for one in hits(want, have).values():
        counts.update(one)
    one, other = _bounds(want), _bounds(have)
    counts.update(want_sentences=len(one), have_sentences=len(other), sentences=len(one & other))
    return counts


def _coded(feats: str) -> tuple[str, ...]:
    return tuple(f for f in feats.split("|") if f.split("=")[0] in CODED)


def _bounds(table: Table) -> set[tuple[int, int]]:
    return {(table.rows[a].start, table.rows[b - 1].end) for a, b in table.sentences if b > a}


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in per cent."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def per_cent(counts: Counter[str], names: Sequence[str]) -> dict[str, float]:
    """F1 of each measure, in per cent."""
    out = {n: round(f1(counts[n], counts["have"], counts["want"]), 2) for n in names}
    out["sentences"] = round(f1(counts["sentences"], counts["have_sentences"], counts["want_sentences"]), 2)
    return out


def digest(paths: Sequence[Path]) -> str:
    """The first twelve digits of the SHA-256 of some files, one after the other."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
