"""A shipped model's weights back into a reader, so that training can go on from what the package holds.

Eight-bit matrices become floats again; what quantisation took from them is not given back, and a pass or two of training makes up for it.
"""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from training.labels import Labels
from training.model import Reader

_QUANTISED = "_quantized"
_PAIRS = {
    "weight": "arcs.label.weight",
    "bias": "arcs.label.bias",
    "role_weight": "roles.role.weight",
    "role_bias": "roles.role.bias",
    "role_kinds": "roles.kinds.weight",
}


def classes(folder: Path) -> Labels:
    """The classes that a shipped model's heads tell apart."""
    raw = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Labels(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in raw.items() if name in Labels.__dataclass_fields__}
    )


def restore(reader: Reader, path: Path) -> list[str]:
    """Fills a reader with the weights of the model in a folder, or in a stage's file; returns what parameters it does not hold.

    Raises:
        ValueError: a matrix there has another shape than the reader's.
    """
    found = weights(path) if path.is_dir() else torch.load(path, weights_only=True)
    own = reader.state_dict()
    for name, value in found.items():
        if own[name].shape != value.shape:
            raise ValueError(
                f"{path}: {name} has shape {tuple(value.shape)}, the reader's {tuple(own[name].shape)}; labels.json must be its own"
            )
    reader.load_state_dict(found, strict=False)
    return [name for name in own if name not in found]


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """Parameters by their names in :class:`training.model.Reader`."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name.removeprefix("reader."): value for name, value in held.items() if name.startswith("reader.") and _QUANTISED not in name}
    for node in graph.node:
        name = _parameter(node.name)
        if node.op_type == "Gather" and _QUANTISED in node.input[0]:
            found[f"{name}.weight"] = _floats(held, node.input[0], transposed=False)
        elif node.op_type == "MatMulInteger":
            found[f"{name}.weight"] = _floats(held, node.input[1], transposed=True)
    found |= _shares(graph, held)
    arcs = np.load(folder / "arcs.npz")
    found |= {parameter: arcs[name] for name, parameter in _PAIRS.items() if name in arcs}
    named = {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in found.items()}
    return {name: value for name, value in named.items() if not name.endswith(("_scale", "_zero_point"))}


def _parameter(node: str) -> str:
    """``/encoder/layers.0/mix/MatMul_quant`` and ``/sentence/inner/…`` as parameters are named."""
    parts = node.strip("/").split("/")[:-1]
    if parts and parts[0] not in ("encoder", "arcs", "roles"):
        parts = ["tags", *parts]
    return ".".join(parts)


def _floats(held: dict[str, npt.NDArray[np.float32]], name: str, *, transposed: bool) -> npt.NDArray[np.float32]:
    base = name.removesuffix(_QUANTISED)
    scale, zero = held[f"{base}_scale"], held[f"{base}_zero_point"].astype(np.float32)
    values = (held[name].astype(np.float32) - zero) * scale
    return values.T.copy() if transposed else values


def _shares(graph: onnx.GraphProto, held: dict[str, npt.NDArray[np.float32]]) -> dict[str, npt.NDArray[np.float32]]:
    """Layer mixes, a row a head: each layer's share, multiplied by the head's scale."""
    outputs = [output.name for output in graph.output]
    found: dict[str, npt.NDArray[np.float32]] = {}
    for name, row in zip([*outputs[: outputs.index("arc")], "arcs", "roles"], held["mixes"], strict=True):
        scale = row.sum(keepdims=True)
        found |= {f"mixes.{name}.weights": np.log(row / scale), f"mixes.{name}.scale": scale}
    return found
