"""Writes a trained reader as the files that the package reads: ONNX in eight bits, classes, tokenizer."""

import argparse
import hashlib
import json
import shutil
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.language.pieces import Pieces
from training import claims, model
from training.labels import Labels
from training.train import HERE, build

_OPSET = 17
_INPUTS = ("pieces", "cases", "gaps", "first", "last")


class Exported(nn.Module):
    """The reader for one unpadded window, its outputs in a fixed order.

    What the reader computes, layer by layer and head by head, is done here in a few large steps: all layers' words are picked at
    once, and mixed for all heads in one product of matrices.
    """

    mixes: Tensor

    def __init__(self, reader: model.Reader) -> None:
        """Names outputs after heads."""
        super().__init__()
        self.reader = reader
        self.names = [*reader.tags, "arc", "dependent", "governor", "trigger", "filler"]
        self.register_buffer("mixes", torch.stack([torch.softmax(mix.weights, 0) * mix.scale for mix in reader.mixes.values()]).detach())

    def forward(self, pieces: Tensor, cases: Tensor, gaps: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Outputs by ``names``."""
        states = torch.cat(self.reader.encoder(pieces, cases, gaps, None))
        words = (states.index_select(1, first[0]) + states.index_select(1, last[0])) * 0.5
        mixed = (self.mixes @ words.flatten(1)).view(len(self.mixes), -1, model.WIDTH)
        each = dict(zip(self.reader.mixes, mixed.split(1), strict=True))
        out = {name: head(each[name]) for name, head in self.reader.tags.items()}
        out["arc"], out["dependent"], out["governor"] = self.reader.arcs(each["arcs"])
        out["trigger"], out["filler"] = self.reader.roles(each["roles"])
        return tuple(out[name] for name in self.names)


def export(weights: Path, labels: Path, tokenizer: Path, config: dict[str, Any], out: Path) -> dict[str, str]:
    """Writes every file of the model into ``out``; returns their SHA-256 sums."""
    out.mkdir(parents=True, exist_ok=True)
    classes = Labels(**json.loads(labels.read_text(encoding="utf-8")))
    pieces = Pieces.load(tokenizer)
    reader = build(config, classes, pieces.tokenizer.get_vocab_size())
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    _graph(reader, out / "float.onnx")
    _quantise(out / "float.onnx", out / "whole.onnx", config["export"])
    _folded(out / "whole.onnx", out / "model.onnx")
    np.savez(out / "arcs.npz", **_pair_weights(reader))
    named = asdict(classes) | {"claim": claims.TYPES, "role": claims.ROLES}
    (out / "labels.json").write_text(json.dumps(named, ensure_ascii=False, indent=0), encoding="utf-8")
    shutil.copy(tokenizer, out / "tokenizer.json")
    names = ("model.onnx", "arcs.npz", "labels.json", "tokenizer.json")
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}


def _pair_weights(reader: model.Reader) -> dict[str, npt.NDArray[Any]]:
    """The last steps of the heads over pairs of words, which are taken outside the graph for the pairs that matter alone."""
    label, role = reader.arcs.label, reader.roles.role
    halves = {"weight": label.weight, "role_weight": role.weight, "role_kinds": reader.roles.kinds.weight}
    wholes = {"bias": label.bias, "role_bias": role.bias}
    small = {name: value.detach().numpy().astype(np.float16) for name, value in halves.items()}
    return small | {name: value.detach().numpy() for name, value in wholes.items()}


def _graph(reader: model.Reader, path: Path) -> None:
    wrapped = Exported(reader)
    pieces = torch.zeros(1, 40, dtype=torch.int64)
    at = torch.arange(1, 31)[None]
    feed = (pieces, pieces, pieces, at, at)
    axes = {name: {1: "pieces"} for name in _INPUTS[:3]} | {name: {1: "words"} for name in _INPUTS[3:]}
    axes |= {name: {1: "words"} for name in wrapped.names}
    torch.onnx.export(
        wrapped,
        feed,
        str(path),
        input_names=list(_INPUTS),
        output_names=wrapped.names,
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def _quantise(source: Path, target: Path, options: dict[str, Any]) -> None:
    """Eight-bit weights and activations; seven-bit weights where the processor would saturate."""
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=options["per_channel"],
        reduce_range=options["reduce_range"],
        weight_type=QuantType.QInt8 if options["signed"] else QuantType.QUInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


def _folded(source: Path, target: Path) -> None:
    """The graph without what is the same for every text, so that it opens in half the time; nothing in it is bound to a processor."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(target)
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    options = parser.parse_args()
    sums = export(options.weights, options.labels, options.tokenizer, tomllib.loads(options.config.read_text()), options.out)
    print(json.dumps(sums, indent=1))


if __name__ == "__main__":
    main()
