"""A spaCy Doc from CoNLL-U lines, so that rooms above language are tested without a model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

# An empty vocabulary would know no lower-cased forms.
_VOCAB = spacy.blank("en").vocab


def doc_of(conllu: str) -> Doc:
    """Return the Doc that the CoNLL-U text describes.

    Sentences are separated by blank lines; columns may be separated by blanks or tabs. MISC may hold
    ``SpaceAfter=No`` and ``NER=B-PERSON``/``I-PERSON``. Sentences are joined by one blank.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: list[list[str]] = []
    heads: list[int] = []
    for block in conllu.strip().split("\n\n"):
        base = len(words)
        rows = [
            line.split("\t") if "\t" in line else line.split()
            for line in block.splitlines()
            if line.strip() and not line.lstrip().startswith("#")
        ]
        rows = [row for row in rows if row[0].isdigit()]
        for n, row in enumerate(rows):
            words.append(row[1])
            spaces.append("SpaceAfter=No" not in (row[9] if len(row) > 9 else ""))
            columns.append(row)
            heads.append(base + (int(row[6]) - 1 if row[6] != "0" else n))
    if spaces:
        spaces[-1] = False
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        lemmas=[row[2] for row in columns],
        pos=[row[3] for row in columns],
        tags=[row[4] for row in columns],
        morphs=["" if row[5] == "_" else row[5] for row in columns],
        heads=heads,
        deps=[row[7] for row in columns],
    )
    doc.ents = _entities(doc, [row[9] if len(row) > 9 else "_" for row in columns])
    return doc


def _entities(doc: Doc, misc: list[str]) -> list[Span]:
    """Return the spans that ``NER=B-X``/``I-X`` marks give."""
    spans: list[Span] = []
    begin, label = -1, ""
    for i, field in enumerate([*misc, "_"]):
        tag = next((part[4:] for part in field.split("|") if part.startswith("NER=")), "O")
        if begin >= 0 and not tag.startswith("I-"):
            spans.append(Span(doc, begin, i, label=label))
            begin = -1
        if tag.startswith("B-"):
            begin, label = i, tag[2:]
    return spans
