"""Figures on the development treebanks with gold words and sentences, while training."""

from collections import Counter
from pathlib import Path
from typing import Any

import torch

from training import model, windows
from training.conllu import read
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
            for _, batch in windows.measuring(documents, maker, 2000):
                _count(reader, batch, counts)
        for name in ("uas", "las", "morph", "upos", "xpos", "lemma"):
            figures[f"{bank}_{name}"] = round(100 * counts[name] / counts["words"], 2)
        found, gold, right = counts["found"], counts["gold"], counts["right"]
        figures[f"{bank}_sentence"] = round(200 * right / max(1, found + gold), 2)
    reader.train()
    return figures


def _count(reader: model.Reader, batch: Batch, counts: Counter[str]) -> None:
    out = reader(batch.pieces, batch.cases, batch.gaps, batch.attend, batch.first, batch.last)
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
