"""How a step is taken: the rates of the weights, their running average, and workers that share gradients."""

from typing import Any

import torch
from torch import Tensor

from training import model


def optimizer(reader: model.Reader, options: dict[str, Any]) -> torch.optim.Optimizer:
    """AdamW with smaller rates for lower layers of the encoder."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    depth = len(reader.encoder.layers)
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = options["head_rate"]
        if name.startswith(("encoder.cases", "encoder.gaps")):
            rate = options["head_rate"] * 0.3
        elif name.startswith("encoder.layers."):
            rate = options["encoder_rate"] * options["layer_decay"] ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = options["encoder_rate"] * options["layer_decay"] ** depth
        decay = 0.0 if parameter.ndim < 2 or "words.weight" in name else options["weight_decay"]
        groups.setdefault((rate, decay), []).append(parameter)
    each = [{"params": held, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), held in groups.items()]
    return torch.optim.AdamW(each, betas=(0.9, 0.98), fused=True)


def schedule(step: int, total: int, stage: dict[str, Any]) -> float:
    """Linear warm-up, then linear decay to the stage's ``last`` share of its rate, a fiftieth unless it says so."""
    warm = max(1, int(total * stage["warmup"]))
    if step < warm:
        return float(stage["rate"]) * (step + 1) / warm
    return float(stage["rate"]) * (1 - (1 - stage.get("last", 0.02)) * (step - warm) / (total - warm))


def average(mean: model.Reader, reader: model.Reader, decay: float) -> None:
    """Moves the running average towards the weights as they are."""
    with torch.no_grad():
        learned = [(m, r) for m, r in zip(mean.parameters(), reader.parameters(), strict=True) if r.requires_grad]
        torch._foreach_lerp_([m for m, _ in learned], [r for _, r in learned], 1 - decay)


class Alone:
    """One worker, on a GPU or a single core."""

    rank, size = 0, 1

    def open(self, parameters: list[torch.nn.Parameter]) -> None:
        """Lets the next backward pass begin from nothing."""
        for parameter in parameters:
            parameter.grad = None

    def share(self, parameters: list[torch.nn.Parameter]) -> None:
        """There is nobody to share with."""

    def wait(self) -> None:
        """There is nobody to wait for."""


class Team:
    """Workers that train one model together: each takes every so-manieth batch, and all share their gradients.

    One process a core waits for the others once a batch; threads would wait for each other in every operation, which
    on a machine that others use too costs half the time.
    """

    def __init__(self, rank: int, shared: Tensor, barrier: Any) -> None:
        """``shared`` is ``[workers, parameters]`` in shared memory."""
        self.rank, self.size = rank, shared.shape[0]
        self._shared, self._barrier = shared, barrier
        self._total = torch.empty_like(shared[0])

    def open(self, parameters: list[torch.nn.Parameter]) -> None:
        """Lets the next backward pass write into this worker's row."""
        self._shared[self.rank].zero_()
        self._bind(parameters, self._shared[self.rank])

    def share(self, parameters: list[torch.nn.Parameter]) -> None:
        """Gives every parameter the mean of all workers' gradients."""
        self.wait()
        torch.sum(self._shared, 0, out=self._total)
        self._total.div_(self.size)
        self._bind(parameters, self._total)
        self.wait()

    def wait(self) -> None:
        """Until all workers are here."""
        self._barrier.wait()

    def _bind(self, parameters: list[torch.nn.Parameter], row: Tensor) -> None:
        at = 0
        for parameter in parameters:
            parameter.grad = row[at : at + parameter.numel()].view_as(parameter)
            at += parameter.numel()
