"""Figures on the development treebanks with gold words and sentences, while training."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training import model, windows
from training.augment import Laid
from training.conllu import Document, read
from training.losses import masked
from training.windows import NONE, Batch


def measure(reader: model.Reader, maker: windows.Maker, data: Path, config: dict[str, Any]) -> dict[str, float]:
    """LAS and the rest by treebank, in per cent."""
    reader.eval()
    figures: dict[str, float] = {}
    for bank in config["data"]["treebanks"]:
        documents = read(data / "treebanks" / f"{bank}-dev.conllu")
        counts: Counter[str] = Counter()
        with torch.inference_mode():
            for group, made in windows.measuring(documents, maker, 2000):
                batch = made.to(reader.device)
                out = reader(batch.pieces, batch.cases, batch.gaps, batch.attend, batch.first, batch.last)
                _count(reader, batch, out, counts)
                counts["upos"] += _right_upos(out["morph"], batch, _upos(group), maker)
        for name in ("uas", "las", "morph", "upos", "xpos", "lemma"):
            figures[f"{bank}_{name}"] = round(100 * counts[name] / counts["words"], 2)
        found, gold, right = counts["found"], counts["gold"], counts["right"]
        figures[f"{bank}_sentence"] = round(200 * right / max(1, found + gold), 2)
    reader.train()
    return figures


def measure_claims(reader: model.Reader, maker: windows.Maker, documents: Sequence[Document]) -> dict[str, float]:
    """F1 of triggers with their types over a range of thresholds, best and at even odds, and the share of fillers with the right role."""
    reader.eval()
    odds: list[Tensor] = []
    gold: list[Tensor] = []
    roles: Counter[str] = Counter()
    with torch.inference_mode():
        for _, made in windows.measuring(documents, maker, 2000):
            batch = made.to(reader.device)
            out = reader(batch.pieces, batch.cases, batch.gaps, batch.attend, batch.first, batch.last)
            known = batch.claim != NONE
            odds.append(out["claim"][known])
            gold.append(batch.claim[known])
            row, trigger, kind, filler, role = batch.pairs.unbind(1)
            told = reader.roles.roles(out["trigger"][row, trigger], kind, out["filler"][row, filler]).argmax(-1)
            roles["right"] += int(((told == role) & (role > 0)).sum())
            roles["told"] += int((told > 0).sum())
            roles["gold"] += int((role > 0).sum())
    reader.train()
    scores, truth = torch.cat(odds), torch.cat(gold) == 1
    f1 = {cut: _f1(scores > cut, truth) for cut in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5)}
    best = max(f1.values())
    role = 200 * roles["right"] / max(1, roles["told"] + roles["gold"])
    return {"claim": round(f1[0.0], 2), "claim_best": round(best, 2), "role": round(role, 2)}


def _f1(told: Tensor, truth: Tensor) -> float:
    return 200 * float((told & truth).sum()) / max(1.0, float(told.sum() + truth.sum()))


def _upos(group: list[list[Laid]]) -> list[str]:
    """The gold parts of speech of a batch's words, in the order of its real words."""
    return [word.upos for window in group for laid in window for word in laid.sentence.words]


def _right_upos(logits: Tensor, batch: Batch, gold: list[str], maker: windows.Maker) -> int:
    """Right parts of speech on their own, whether or not the features beside them are right or were ever seen."""
    names = {number: name.split("|")[0] for name, number in maker.of["morph"].items()}
    guessed = [names[i] for i in logits.argmax(-1)[batch.real].tolist()]
    return sum(a == b for a, b in zip(guessed, gold, strict=True))


def _count(reader: model.Reader, batch: Batch, out: dict[str, Tensor], counts: Counter[str]) -> None:
    real = batch.head != NONE
    head = masked(out["arc"], batch.sentence_of).argmax(-1)
    row, word = real.nonzero(as_tuple=True)
    label = reader.arcs.labels(out["dependent"][row, word], out["governor"][row, head[row, word]]).argmax(-1)
    right_head = head[real] == batch.head[real]
    counts["words"] += int(real.sum())
    counts["uas"] += int(right_head.sum())
    counts["las"] += int((right_head & (label == batch.deprel[real])).sum())
    for name in ("morph", "xpos", "lemma"):
        counts[name] += int((out[name].argmax(-1)[real] == getattr(batch, name)[real]).sum())
    guess, gold = out["sentence"].argmax(-1)[real] == 1, batch.sentence[real] == 1
    counts["found"] += int(guess.sum())
    counts["gold"] += int(gold.sum())
    counts["right"] += int((guess & gold).sum())
