"""What a parse says of each token, as plain lists: asked of spaCy once a column, not once a token."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from dragoman.language.quotes import Quotation, numbered, quotations_in

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TEXTS = ["ORTH", "LEMMA", "POS", "TAG", "DEP"]
_NUMBERS = ["HEAD", "SENT_START", "IDX", "SPACY"]


@dataclass(frozen=True, slots=True)
class Columns:
    """A Doc with Universal Dependencies, one entry a token; nobody changes these lists, who mends a parse mends a copy.

    Attributes:
        text: of the Doc, which spaCy puts together anew whenever it is asked.
        words: as they are spelt; lower: in small letters.
        lemmas: in small letters.
        heads: index of the head; a root is its own.
        starts: the character at which each token begins.
        sentences: index of the sentence of each token.
        quotations: what stands between quotation marks.
        quoted: the number of the quotation that each token stands in, 0 outside.
        features: of each token, as Universal Dependencies write them: ``Mood=Imp|VerbForm=Fin``.
    """

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    sentences: list[int]
    quotations: tuple[Quotation, ...]
    quoted: tuple[int, ...]
    features: list[str]


def columns_of(doc: Doc) -> Columns:
    """Return what the parse of a Doc says of its tokens."""
    strings = doc.vocab.strings
    words, lemmas, pos, tags, deps = ([strings[n] for n in column] for column in doc.to_array(_TEXTS).T.tolist())
    offsets, opens, starts, blanks = doc.to_array(_NUMBERS).astype("int64").T.tolist()
    text = "".join([word + " " * blank for word, blank in zip(words, blanks, strict=True)])
    quotations = quotations_in(text, starts)
    return Columns(
        text=text,
        words=words,
        lower=[word.lower() for word in words],
        lemmas=[lemma.lower() for lemma in lemmas],
        pos=pos,
        tags=tags,
        deps=deps,
        heads=[i + offset for i, offset in enumerate(offsets)],
        starts=starts,
        sentences=list(accumulate([int(n > 0 and opened == 1) for n, opened in enumerate(opens)])),
        quotations=quotations,
        quoted=numbered(quotations, len(words)),
        features=[strings[n] for n in doc.to_array("MORPH").tolist()],
    )
