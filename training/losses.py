"""What the model is trained to make small."""

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import Reader
from training.windows import NONE, Batch

_FAR = -1e4


def masked(scores: Tensor, sentence_of: Tensor) -> Tensor:
    """Arc scores with heads outside the word's own sentence ruled out; the root stays."""
    same = sentence_of[:, :, None] == sentence_of[:, None, :]
    return torch.cat([scores[:, :, :1], scores[:, :, 1:].masked_fill(~same, _FAR)], -1)


def losses(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head on one batch."""
    out = reader(batch.pieces, batch.cases, batch.gaps, batch.attend, batch.first, batch.last)
    found: dict[str, Tensor] = {}
    for name in reader.tags:
        target = getattr(batch, name)
        if name != "claim" and (target != NONE).any():
            found[name] = F.cross_entropy(out[name].flatten(0, 1), target.flatten(), ignore_index=NONE)
    if (batch.head != NONE).any():
        scores = masked(out["arc"], batch.sentence_of)
        found["arc"] = F.cross_entropy(scores.flatten(0, 1), batch.head.flatten(), ignore_index=NONE)
        chosen = batch.head != NONE
        row, word = chosen.nonzero(as_tuple=True)
        logits = reader.arcs.labels(out["dependent"][row, word], out["governor"][row, batch.head[row, word]])
        found["label"] = F.cross_entropy(logits, batch.deprel[row, word], ignore_index=NONE)
    return found | claim_losses(reader, batch, out)


def claim_losses(reader: Reader, batch: Batch, out: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of types, each told apart from the others, since a word can make several claims, and of roles."""
    found: dict[str, Tensor] = {}
    known = batch.claim != NONE
    if known.any():
        logits, target = out["claim"][known], batch.claim[known].float()
        each = F.binary_cross_entropy_with_logits(logits, target, reduction="sum")
        found["claim"] = each / known.any(-1).sum()
    if len(batch.pairs):
        row, trigger, kind, filler, role = batch.pairs.unbind(1)
        logits = reader.roles.roles(out["trigger"][row, trigger], kind, out["filler"][row, filler])
        found["role"] = F.cross_entropy(logits, role)
    return found
