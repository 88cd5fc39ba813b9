"""Windows of consecutive sentences as padded batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dragoman.language import lemmas
from dragoman.language.pieces import Pieces
from training import augment
from training.augment import Laid
from training.claims import ROLES, TYPES
from training.conllu import Document, Sentence
from training.labels import Labels, morph_of

NONE = -100
LONGEST = 460
_LEARNED = frozenset({"sentence", "morph", "xpos", "lemma", "entity", "head", "deprel", "claim"})


@dataclass(slots=True)
class Batch:
    """Tensors for some windows; word tensors are ``[windows, words]``, ``NONE`` where nothing is to be learned.

    ``claim`` is ``[windows, words, types]``; ``pairs`` is ``[pairs, 5]``: window, trigger's word, type, another word, role.
    """

    pieces: Tensor
    cases: Tensor
    gaps: Tensor
    attend: Tensor
    first: Tensor
    last: Tensor
    real: Tensor
    sentence_of: Tensor
    sentence: Tensor
    morph: Tensor
    xpos: Tensor
    lemma: Tensor
    entity: Tensor
    head: Tensor
    deprel: Tensor
    claim: Tensor
    pairs: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        return Batch(**{f.name: getattr(self, f.name).to(device) for f in fields(self)})


class Maker:
    """Turns laid-out sentences into batches."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        """Indexes the classes."""
        self.pieces = pieces
        self.of = {name: {c: i for i, c in enumerate(getattr(labels, name))} for name in ("morph", "xpos", "lemma", "entity", "deprel")}

    def length(self, laid: Laid) -> int:
        """Pieces of a sentence."""
        return sum(len(self.pieces.of(f)[0]) for f in laid.forms)

    def packed(self, laid: Sequence[Laid], limit: int) -> Iterator[list[Laid]]:
        """Consecutive sentences, as many as fit ``limit`` pieces."""
        window: list[Laid] = []
        filled = 2
        for sentence in laid:
            size = self.length(sentence)
            if size > LONGEST:
                continue
            if window and filled + size > limit:
                yield window
                window, filled = [], 2
            window.append(sentence)
            filled += size
        if window:
            yield window

    def batch(self, windows: Sequence[list[Laid]], random: Random | None = None, word_dropout: float = 0.0) -> Batch:
        """One padded batch."""
        rows = [self._row(w, random, word_dropout) for w in windows]
        padded: dict[str, Tensor] = {}
        for name in rows[0]:
            if name == "pairs":
                continue
            fill = NONE if name in _LEARNED else -1 if name == "sentence_of" else 0
            sequences = [torch.as_tensor(r[name]) for r in rows]
            padded[name] = torch.nn.utils.rnn.pad_sequence(sequences, batch_first=True, padding_value=fill)
        pairs = [(number, *pair) for number, row in enumerate(rows) for pair in row["pairs"]]
        padded["pairs"] = torch.as_tensor(pairs, dtype=torch.int64).reshape(-1, 5)
        padded["attend"] = padded["attend"].bool()
        padded["real"] = padded["real"].bool()
        return Batch(**padded)

    def _row(self, window: list[Laid], random: Random | None, word_dropout: float) -> dict[str, Any]:
        forms = [f for laid in window for f in laid.forms]
        gaps = [g for laid in window for g in laid.gaps]
        pieced = self.pieces.window(forms, gaps)
        pieces = pieced.pieces.copy()
        if random and word_dropout:
            for a, b in zip(pieced.first, pieced.last, strict=True):
                if random.random() < word_dropout:
                    pieces[a : b + 1] = self.pieces.mask
        row: dict[str, Any] = {
            "pieces": pieces,
            "cases": pieced.cases,
            "gaps": pieced.gaps,
            "attend": [1] * len(pieces),
            "first": pieced.first,
            "last": pieced.last,
            "real": [1] * len(forms),
            "sentence_of": [],
            "sentence": [],
            "morph": [],
            "xpos": [],
            "lemma": [],
            "entity": [],
            "head": [],
            "deprel": [],
            "claim": np.full((len(forms), len(TYPES)), NONE, dtype=np.int16),
            "pairs": [],
        }
        for number, laid in enumerate(window):
            self._targets(row, number, laid)
        return row

    def _targets(self, row: dict[str, Any], number: int, laid: Laid) -> None:
        base = len(row["head"])
        sentence = laid.sentence
        if sentence.claims is not None:
            _claims(row, base, sentence)
        for i, (word, form) in enumerate(zip(sentence.words, laid.forms, strict=True)):
            row["sentence_of"].append(number)
            row["entity"].append(self.of["entity"][sentence.entities[i]] if sentence.entities else NONE)
            if not sentence.parsed:
                for name in ("sentence", "morph", "xpos", "lemma", "head", "deprel"):
                    row[name].append(NONE)
                continue
            row["sentence"].append(int(i == 0))
            row["morph"].append(self.of["morph"].get(morph_of(word), NONE))
            row["xpos"].append(self.of["xpos"].get(word.xpos, NONE))
            script = lemmas.edit(form, word.lemma) if word.lemma != "_" else ""
            row["lemma"].append(self.of["lemma"].get(script, NONE))
            row["head"].append(0 if word.head == 0 else base + word.head)
            row["deprel"].append(self.of["deprel"].get(word.deprel, NONE))


def _claims(row: dict[str, Any], base: int, sentence: Sentence) -> None:
    """Types of each word, a trigger's other words left open, and for each claim the role of every word of its sentence."""
    claim, n = row["claim"], len(sentence.words)
    claim[base : base + n] = 0
    for c in sentence.claims or ():
        for i in c.same:
            claim[base + i, TYPES.index(c.type)] = NONE
    for c in sentence.claims or ():
        claim[base + c.trigger, TYPES.index(c.type)] = 1
        role = dict.fromkeys(range(n), 0) | {i: ROLES.index(r) for i, r in c.roles}
        row["pairs"].extend((base + c.trigger, TYPES.index(c.type), base + i, role[i]) for i in range(n) if i not in c.beside)


def training(documents: Sequence[Document], maker: Maker, random: Random, config: dict[str, Any]) -> Iterator[Batch]:
    """One pass over the documents, in random windows of random layout."""
    windows: list[tuple[int, list[Laid]]] = []
    for document in documents:
        limit = random.choices(config["window_pieces"], config["window_shares"])[0]
        laid = augment.lay_out(document, random, config["augmentation"])
        windows.extend((sum(map(maker.length, w)) + 2, w) for w in maker.packed(laid, limit))
    windows.sort(key=lambda x: x[0] + random.random() * 6)
    groups = list(_groups(windows, config["batch_pieces"]))
    random.shuffle(groups)
    for group in groups:
        yield maker.batch(group, random, config["model"]["word_dropout"])


def measuring(documents: Sequence[Document], maker: Maker, batch_pieces: int) -> Iterator[tuple[list[list[Laid]], Batch]]:
    """Every sentence once, in windows of printed layout."""
    windows = [(sum(map(maker.length, w)) + 2, w) for d in documents for w in maker.packed(augment.plain(d), 240)]
    windows.sort(key=lambda x: x[0])
    for group in _groups(windows, batch_pieces):
        yield group, maker.batch(group)


def _groups(windows: Sequence[tuple[int, list[Laid]]], batch_pieces: int) -> Iterator[list[list[Laid]]]:
    group: list[list[Laid]] = []
    for length, window in windows:
        if group and (len(group) + 1) * length > batch_pieces:
            yield group
            group = []
        group.append(window)
    if group:
        yield group
