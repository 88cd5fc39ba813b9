"""GUM's chains of mentions, and where the words of a treebank stand in a text that was read."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Doc

from training.conllu import Document

_MARK = re.compile(r"\((\d+)-([^()]*)(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention: the words that it covers and those of them that are its core, the head first."""

    first: int
    last: int
    core: tuple[int, ...]
    type: str


def mentions_of(document: Document) -> dict[str, list[Mention]]:
    """The mentions of each entity, by word number in the document."""
    found: dict[str, list[Mention]] = defaultdict(list)
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    words = [word for sentence in document.sentences for word in sentence.words]
    for n, word in enumerate(words):
        for match in _MARK.finditer(_cell(word.misc, "Entity")):
            group, traits, closed, closing = match.groups()
            if group:
                opened[group].append((n, traits))
            if closed or closing:
                first, kept = opened[group or closing].pop()
                kind, _, _, _, minimal, *_ = kept.split("-")
                core = tuple(first + int(k) - 1 for k in minimal.split(","))
                found[group or closing].append(Mention(first, n + 1, core, kind))
    return found


def parts_of(document: Document) -> dict[str, set[str]]:
    """The entities that make up each entity whose members are named apart: "Chad … Sudan … *they*"."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in document.sentences:
        for word in sentence.words:
            for pair in filter(None, _cell(word.misc, "SplitAnte").split(",")):
                member, whole = pair.split("<")
                found[whole].add(member)
    return found


def _cell(misc: str, key: str) -> str:
    return next((part[len(key) + 1 :] for part in misc.split("|") if part.startswith(f"{key}=")), "")


def words_at(document: Document, doc: Doc) -> dict[int, int]:
    """The gold word in which each token begins, -1 for none; both are counted by their non-blank characters."""
    at, begins = 0, {}
    for n, word in enumerate(w for s in document.sentences for w in s.words):
        for _ in "".join(word.form.split()):
            begins[at] = n
            at += 1
    place, found = 0, {}
    for token in doc:
        found[token.i] = begins.get(place, -1)
        place += len("".join(token.text.split()))
    return found
