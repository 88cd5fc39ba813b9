"""What news does to sentences that treebanks do not: broken lines, headlines, other quotation marks."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from training.conllu import Document, Sentence

_CURLY = {
    '"': "“",
    "''": "”",
    "``": "“",
    "'s": "’s",
    "n't": "n’t",
    "'re": "’re",
    "'ll": "’ll",
    "'ve": "’ve",
    "'m": "’m",
    "'d": "’d",
    "'": "’",
}
_STRAIGHT = {
    "“": '"',
    "”": '"',
    "’s": "'s",
    "n’t": "n't",
    "’re": "'re",
    "’ll": "'ll",
    "’ve": "'ve",
    "’m": "'m",
    "’d": "'d",
    "’": "'",
    "‘": "'",
}


@dataclass(frozen=True, slots=True)
class Laid:
    """A sentence as it is laid out: forms shown, and the gap class before each word."""

    sentence: Sentence
    forms: tuple[str, ...]
    gaps: tuple[int, ...]


def lay_out(document: Document, random: Random, share: dict[str, Any]) -> list[Laid]:
    """The document's sentences in one random layout."""
    broken = random.random() < share["newline"]
    parting = 2 if random.random() < share["one_break"] else 3
    quotes: dict[str, str] = {}
    if random.random() < share["quotes"]:
        quotes = _CURLY if random.random() < 0.7 else _STRAIGHT
    laid: list[Laid] = []
    gap, column = 3, 0
    for whole in document.sentences:
        if whole.paragraph:
            gap, column = parting, 0
        sentence = _without_stop(whole, random, share)
        forms = _forms(sentence, random, share, quotes)
        gaps = []
        for word, form in zip(sentence.words, forms, strict=True):
            gaps.append(gap)
            column += len(form) + 1
            gap = 1 if word.space else 0
            if broken and gap and column > 66:
                gap, column = 2, 0
        if gap == 0 and random.random() < 0.7:
            gap = 1
        laid.append(Laid(sentence, tuple(forms), tuple(gaps)))
    return laid


def plain(document: Document) -> list[Laid]:
    """The document as it was printed, paragraphs parted by empty lines."""
    laid, gap = [], 3
    for sentence in document.sentences:
        gaps = []
        if sentence.paragraph:
            gap = 3
        for word in sentence.words:
            gaps.append(gap)
            gap = 1 if word.space else 0
        laid.append(Laid(sentence, tuple(w.form for w in sentence.words), tuple(gaps)))
    return laid


def _without_stop(sentence: Sentence, random: Random, share: dict[str, Any]) -> Sentence:
    words = sentence.words
    if len(words) < 3 or words[-1].form != "." or random.random() >= share["no_stop"]:
        return sentence
    if any(w.head == len(words) for w in words):
        return sentence
    return replace(sentence, words=(*words[:-2], replace(words[-2], space=True)), entities=sentence.entities[:-1])


def _forms(sentence: Sentence, random: Random, share: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    forms = [w.form for w in sentence.words]
    if quotes:
        forms = [
            quotes.get(f, f) if w.xpos != "``" else ("“" if quotes is _CURLY and f == '"' else quotes.get(f, f))
            for f, w in zip(forms, sentence.words, strict=True)
        ]
        if quotes is _CURLY:
            forms = ["”" if w.xpos == "''" and f == "“" else f for f, w in zip(forms, sentence.words, strict=True)]
    draw = random.random()
    if draw < share["upper"]:
        return [f.upper() for f in forms]
    if draw < share["upper"] + share["title"]:
        small = {"ADP", "DET", "CCONJ", "PART"}
        return [f if w.upos in small or not f.islower() else f[:1].upper() + f[1:] for f, w in zip(forms, sentence.words, strict=True)]
    return forms
