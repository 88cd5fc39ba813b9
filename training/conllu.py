"""Treebanks as documents of sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank; ``head`` counts from 1 in its sentence and is 0 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool = True
    misc: str = "_"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim marked in a sentence, its words by number from 0.

    ``trigger`` is the trigger's head and ``same`` its other words; ``roles`` are heads of mentions, ``beside`` their other words.
    """

    type: str
    trigger: int
    same: tuple[int, ...] = ()
    roles: tuple[tuple[int, str], ...] = ()
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; ``entities`` are BIO tags, or empty, and ``claims`` nothing, where nobody marked them."""

    words: tuple[Word, ...]
    paragraph: bool = False
    entities: tuple[str, ...] = ()
    parsed: bool = True
    claims: tuple[Claim, ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Consecutive sentences of one text."""

    name: str
    genre: str
    sentences: tuple[Sentence, ...] = field(default=())


def read(path: Path) -> list[Document]:
    """Every document of a CoNLL-U file."""
    documents: list[Document] = []
    sentences: list[Sentence] = []
    name = genre = ""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        if not block.strip():
            continue
        lines = block.splitlines()
        opening = next((ln for ln in lines if ln.startswith("# newdoc id")), None)
        if opening:
            if sentences:
                documents.append(Document(name, genre, tuple(sentences)))
            sentences = []
            name = opening.split("=", 1)[1].strip()
            genre = _genre(name, lines)
        paragraph = any(ln.startswith("# newpar") for ln in lines)
        sentences.append(Sentence(tuple(_words(lines)), paragraph=paragraph or opening is not None))
    if sentences:
        documents.append(Document(name, genre, tuple(sentences)))
    return documents


def _genre(name: str, lines: list[str]) -> str:
    for line in lines:
        if line.startswith("# meta::genre"):
            return line.split("=", 1)[1].strip()
    return re.split(r"[-_]", name)[0]


def _words(lines: list[str]) -> Iterator[Word]:
    inside_until, space_after_range = 0, True
    for line in lines:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if "-" in cells[0]:
            inside_until = int(cells[0].split("-")[1])
            space_after_range = "SpaceAfter=No" not in cells[9]
            continue
        if "." in cells[0]:
            continue
        at = int(cells[0])
        space = "SpaceAfter=No" not in cells[9]
        if at < inside_until:
            space = False
        elif at == inside_until:
            space = space_after_range
        yield Word(cells[1], cells[2], cells[3], cells[4], cells[5], int(cells[6]), cells[7], space, cells[9])


def with_entities(document: Document, tags: list[tuple[str, ...]]) -> Document:
    """The document with BIO tags, one tuple a sentence."""
    pairs = zip(document.sentences, tags, strict=True)
    return replace(document, sentences=tuple(replace(s, entities=t) for s, t in pairs))


def laid(document: Document) -> Iterator[tuple[str, str]]:
    """Every word and the white space after it: paragraphs are parted by an empty line, sentences by a blank."""
    words = [(word, i == 0 and sentence.paragraph) for sentence in document.sentences for i, word in enumerate(sentence.words)]
    for n, (word, _) in enumerate(words):
        opens = n + 1 < len(words) and words[n + 1][1]
        yield word.form, "\n\n" if opens else " " if word.space else ""


def text_of(document: Document) -> str:
    """The document as text."""
    return "".join(form + white for form, white in laid(document)).rstrip()
