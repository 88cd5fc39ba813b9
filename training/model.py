"""The reading model: a small BERT encoder and, over its words, one head for each thing to be told.

Arcs are scored by a deep biaffine classifier (Dozat and Manning 2017); every group of heads mixes the encoder's layers
for itself (Peters et al. 2018).
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from dragoman.language.pieces import CASES, GAPS

WIDTH = 384
_RARE = -4.0  # log odds, to begin with, that a word makes a claim of a type


class Drop(nn.Module):
    """Dropout that draws one byte a value on a CPU, since drawing floats takes a tenth of the training on two cores."""

    def __init__(self, share: float) -> None:
        """``share`` of the values become zero."""
        super().__init__()
        self.share = share
        self.least = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        """The same shape, scaled to keep the mean."""
        if not self.training or not self.least:
            return x
        if x.is_cuda:
            return F.dropout(x, self.share)
        drawn = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), 2**63 - 1)
        kept = drawn.view(torch.uint8)[: x.numel()].view(x.shape) >= self.least
        return x * kept.to(x.dtype).mul_(256 / (256 - self.least))


class Linear(nn.Linear):
    """A linear map that can be computed as the shipped model will compute it: weights of seven bits a row, inputs of eight bits.

    ``Linear.rounded`` turns it on for all; gradients pass as if nothing were rounded (Jacob et al. 2018).
    """

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        """``[…, in]`` to ``[…, out]``."""
        if not Linear.rounded:
            return F.linear(x, self.weight, self.bias)
        with torch.no_grad():
            scale = self.weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 64
            off = (self.weight / scale).round_().mul_(scale).sub_(self.weight)
            low, high = torch.aminmax(x)
            step = (high.clamp_min(0) - low.clamp_max(0)).clamp_min(1e-8) / 255
            noise = (x / step).round_().mul_(step).sub_(x)
        return F.linear(x + noise, self.weight + off, self.bias)


class Layer(nn.Module):
    """One BERT layer."""

    def __init__(self, dropout: float, heads: int = 12, inner: int = 1536) -> None:
        """Sets up attention and the feed-forward part."""
        super().__init__()
        self.heads = heads
        self.mix = Linear(WIDTH, 3 * WIDTH)
        self.out = Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Linear(WIDTH, inner)
        self.down = Linear(inner, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``[batch, pieces, WIDTH]`` to the same."""
        b, n, _ = x.shape
        q, k, v = self.mix(x).view(b, n, 3, self.heads, WIDTH // self.heads).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.last_norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces to the representations of every layer."""

    def __init__(self, vocabulary: int, layers: int, dropout: float) -> None:
        """Sets up embeddings; casing and gap embeddings begin at zero."""
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad_(False)  # as they were pre-trained, since few are seen often enough to learn
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.gaps = nn.Embedding(GAPS, WIDTH)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.gaps.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, pieces: Tensor, cases: Tensor, gaps: Tensor, attend: Tensor | None) -> list[Tensor]:
        """Layers' outputs, embeddings first, each ``[batch, pieces, WIDTH]``."""
        places = self.positions.weight[: pieces.shape[1]]
        x = self.drop(self.norm(self.words(pieces) + places + self.cases(cases) + self.gaps(gaps)))
        mask = None if attend is None else attend[:, None, None, :]
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states


class Mix(nn.Module):
    """A learned weighting of layers."""

    def __init__(self, layers: int) -> None:
        """Begins with the upper layers a little heavier."""
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, layers + 1))
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, states: list[Tensor]) -> Tensor:
        """One tensor of the states' shape."""
        shares = torch.softmax(self.weights, 0)
        total = states[0] * shares[0]
        for i in range(1, len(states)):
            total = total + states[i] * shares[i]
        return total * self.scale


class Tags(nn.Module):
    """A head that gives every word one class: ``[batch, words, classes]``."""

    def __init__(self, classes: int, config: dict[str, Any]) -> None:
        """Two linear maps."""
        super().__init__()
        self.inner = Linear(WIDTH, config["tag_size"])
        self.outer = Linear(config["tag_size"], classes)
        self.drop = Drop(config["head_dropout"])

    def forward(self, words: Tensor) -> Tensor:
        """Logits."""
        return self.outer(self.drop(F.relu(self.inner(self.drop(words)))))


class Arcs(nn.Module):
    """Scores of heads, ``[batch, words, 1 + words]`` with the root first, and what labels are told from."""

    def __init__(self, labels: int, config: dict[str, Any]) -> None:
        """Sets up arc and label maps."""
        super().__init__()
        size, label_size = config["arc_size"], config["label_size"]
        self.drop = Drop(config["head_dropout"])
        self.dependent = Linear(WIDTH, size)
        self.governor = Linear(WIDTH, size)
        self.arc = Linear(size, size)
        self.bias = Linear(size, 1)
        self.root = nn.Parameter(torch.randn(1, 1, WIDTH) * 0.02)
        self.label_dependent = Linear(WIDTH, label_size)
        self.label_governor = Linear(WIDTH, label_size)
        self.label = nn.Linear(2 * label_size, labels)
        nn.init.orthogonal_(self.arc.weight)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores, label dependents ``[batch, words, label_size]``, label governors ``[batch, 1 + words, label_size]``."""
        words = self.drop(words)
        governors = torch.cat([self.root.expand(words.shape[0], 1, WIDTH), words], 1)
        dependent = self.drop(F.relu(self.dependent(words)))
        governor = self.drop(F.relu(self.governor(governors)))
        scores = self.arc(dependent) @ governor.transpose(1, 2) + self.bias(governor).transpose(1, 2)
        return scores / 8.0, self.label_dependent(words), self.label_governor(governors)

    def labels(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Label logits of pairs: linear in the rectified sum and in the product."""
        both = torch.cat([F.relu(dependent + governor), dependent * governor / 4.0], -1)
        return self.label(self.drop(both))


class Roles(nn.Module):
    """What a word is in a claim that another word makes: vectors of both, ``[batch, words, role_size]``, and the roles of pairs."""

    def __init__(self, types: int, roles: int, config: dict[str, Any]) -> None:
        """Sets up the maps; a claim's type is added to its trigger's vector."""
        super().__init__()
        size = config["role_size"]
        self.drop = Drop(config["head_dropout"])
        self.trigger = Linear(WIDTH, size)
        self.filler = Linear(WIDTH, size)
        self.kinds = nn.Embedding(types, size)
        self.role = nn.Linear(2 * size, roles)
        nn.init.normal_(self.kinds.weight, std=0.02)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of each word as a trigger and as a filler."""
        words = self.drop(words)
        return self.trigger(words), self.filler(words)

    def roles(self, trigger: Tensor, kind: Tensor, filler: Tensor) -> Tensor:
        """Role logits of pairs: linear in the rectified sum and in the product."""
        trigger = trigger + self.kinds(kind)
        both = torch.cat([F.relu(trigger + filler), trigger * filler / 4.0], -1)
        return self.role(self.drop(both))


class Reader(nn.Module):
    """The encoder with all its heads. ``tags`` names heads that give one class a word, and how many classes."""

    def __init__(self, config: dict[str, Any], tags: dict[str, int], labels: int, roles: int, vocabulary: int, layers: int = 6) -> None:
        """Builds every head; each has its own mix of layers."""
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, config["encoder_dropout"])
        self.tags = nn.ModuleDict({name: Tags(n, config) for name, n in tags.items()})
        self.arcs = Arcs(labels, config)
        nn.init.constant_(self.tags["claim"].outer.bias, _RARE)
        self.roles = Roles(tags["claim"], roles, config)
        self.mixes = nn.ModuleDict({name: Mix(layers) for name in [*tags, "arcs", "roles"]})

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.encoder.norm.weight.device

    def words(self, states: list[Tensor], first: Tensor, last: Tensor) -> list[Tensor]:
        """Each layer's words: the mean of a word's first and last piece."""

        def pick(state: Tensor, at: Tensor) -> Tensor:
            return torch.gather(state, 1, at.unsqueeze(-1).expand(-1, -1, WIDTH))

        return [(pick(s, first) + pick(s, last)) * 0.5 for s in states]

    def forward(self, pieces: Tensor, cases: Tensor, gaps: Tensor, attend: Tensor | None, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Every head's output by name; arcs give ``arc``, ``dependent`` and ``governor``, roles ``trigger`` and ``filler``."""
        words = self.words(self.encoder(pieces, cases, gaps, attend), first, last)
        out = {name: head(self.mixes[name](words)) for name, head in self.tags.items()}
        out["arc"], out["dependent"], out["governor"] = self.arcs(self.mixes["arcs"](words))
        out["trigger"], out["filler"] = self.roles(self.mixes["roles"](words))
        return out


def start(reader: Reader, path: Path) -> None:
    """Fills the encoder with pre-trained weights in BERT's naming."""
    weights = load_file(str(path))
    encoder = reader.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{i}"
            for kind in ("weight", "bias"):
                parts = [weights[f"{at}.attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                getattr(layer.mix, kind).copy_(torch.cat(parts))
            _copy(layer.out, weights, f"{at}.attention.output.dense")
            _copy(layer.norm, weights, f"{at}.attention.output.LayerNorm")
            _copy(layer.up, weights, f"{at}.intermediate.dense")
            _copy(layer.down, weights, f"{at}.output.dense")
            _copy(layer.last_norm, weights, f"{at}.output.LayerNorm")


def _copy(module: Any, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
