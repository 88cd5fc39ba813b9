"""The model's files and what they give for one window; the only place that runs onnxruntime."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dragoman.errors import LanguageError
from dragoman.language import cores
from dragoman.language.examples import FILE as EXAMPLES
from dragoman.language.examples import Examples
from dragoman.language.lemmas import Lemmas
from dragoman.language.marks import RoleWeights
from dragoman.language.pieces import Pieced, Pieces
from dragoman.language.spelling import Spelling

FloatArray = npt.NDArray[np.float32]
# Rows multiplied at once: so few that numpy's own threads, which only wait for each other here, are never woken.
_ROWS: Final = 12
_NOTHING: Final = np.zeros((1, 0, 0), dtype=np.float32)
FILES: Final = ("model.onnx", "labels.json", "arcs.npz", "tokenizer.json", "verbs.txt", "nouns.txt", "words.toml")


@dataclass(frozen=True, slots=True)
class Classes:
    """Names of the heads' classes, in the order of their outputs, and lemmas by ``form TAB xpos``."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    entity: tuple[str, ...]
    deprel: tuple[str, ...]
    claim: tuple[str, ...]
    role: tuple[str, ...]
    exceptions: dict[str, str]
    verbs: dict[str, str]

    @classmethod
    def load(cls, path: Path) -> "Classes":
        """Reads ``labels.json``, the verbs beside it (a base and its irregular forms a line) and the nouns in *-ie*."""
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        pairs = [name.split("|", 1) for name in raw["morph"]]
        rest = {name: tuple(raw[name]) for name in ("xpos", "lemma", "entity", "deprel")}
        lines = [line.split() for line in (path.parent / "verbs.txt").read_text(encoding="utf-8").splitlines() if line]
        verbs = {form: line[0] for line in lines for form in line[1:]} | {line[0]: line[0] for line in lines}
        in_ie = (path.parent / "nouns.txt").read_text(encoding="utf-8").split()
        exceptions = {f"{noun}s\tNNS": noun for noun in in_ie} | raw["exceptions"]
        rest |= {name: tuple(raw.get(name, ())) for name in ("claim", "role")}
        return cls(tuple(p[0] for p in pairs), tuple(p[1] for p in pairs), exceptions=exceptions, verbs=verbs, **rest)


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the heads say of one window's words: logits, and the vectors that arcs' labels and claims' roles are told from.

    ``claim`` is None where the model has no heads for claims.
    """

    start: FloatArray
    morph: npt.NDArray[np.int64]
    xpos: npt.NDArray[np.int64]
    lemma: npt.NDArray[np.int64]
    entity: FloatArray
    arc: FloatArray
    dependent: FloatArray
    governor: FloatArray
    claim: FloatArray | None
    trigger: FloatArray
    filler: FloatArray


class Model:
    """The loaded model. Safe to be used by several threads at once."""

    def __init__(self, folder: Path, *, threads: int | None, providers: Sequence[str]) -> None:
        """Opens the model in ``folder``.

        Raises:
            LanguageError: a file is missing, a provider is not there, threads are fewer than one, or the model cannot be opened.
        """
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise LanguageError(f"{folder}: no {', '.join(missing)}; give load() the folder of a whole model, or reinstall dragoman")
        import onnxruntime as ort  # slow to import, and not needed to ask a record

        options = ort.SessionOptions()
        options.intra_op_num_threads = cores.wanted(threads)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Threads that wait in a loop take the processor from whoever shares the machine, and from their own fellows.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        absent = [name for name in providers if name not in ort.get_available_providers()]
        if absent:
            offered = ", ".join(ort.get_available_providers())
            raise LanguageError(f"onnxruntime here has no {', '.join(absent)}; it has {offered} (CUDA needs the package onnxruntime-gpu)")
        try:
            self._session = ort.InferenceSession(str(folder / "model.onnx"), options, providers=list(providers))
        except Exception as fault:  # onnxruntime's exceptions share no base class
            raise LanguageError(f"{folder / 'model.onnx'}: cannot be opened ({fault}); check the file and the provider") from fault
        if providers and providers[0] not in (begun := self._session.get_providers()):
            raise LanguageError(
                f"onnxruntime has {providers[0]} but could not start it and would compute on {', '.join(begun)}; "
                "check that its driver and libraries are there (CUDA and cuDNN for CUDAExecutionProvider), or leave it out"
            )
        self._names = [out.name for out in self._session.get_outputs()]
        self.pieces = Pieces.load(folder / "tokenizer.json")
        self.classes = Classes.load(folder / "labels.json")
        self.spelling = Spelling.load(folder / "words.toml")
        self.lemmas = Lemmas(self.classes.lemma, self.classes.xpos, self.classes.exceptions, self.classes.verbs)
        arcs = np.load(folder / "arcs.npz")
        self._label_weight, self._label_bias = arcs["weight"].T.astype(np.float32).copy(), arcs["bias"].astype(np.float32)
        self._label_weight[len(self._label_weight) // 2 :] /= 4.0  # of products, here rather than at every arc
        self.roles = _role_weights(arcs, self.classes) if "role_weight" in arcs else None
        self.examples = Examples.load(folder / EXAMPLES)
        self.root_label = self.classes.deprel.index("root")

    def run(self, window: Pieced) -> Outputs:
        """Every head's output for one window. Windows run one by one, so that no reading depends on its neighbours."""
        feed = {name: array[None] for name, array in window._asdict().items()}
        found = dict(zip(self._names, self._session.run(None, feed), strict=True))
        return Outputs(
            start=found["sentence"][0, :, 1] - found["sentence"][0, :, 0],
            morph=found["morph"][0].argmax(-1),
            xpos=found["xpos"][0].argmax(-1),
            lemma=found["lemma"][0].argmax(-1),
            entity=found["entity"][0],
            arc=found["arc"][0],
            dependent=found["dependent"][0],
            governor=found["governor"][0],
            claim=found["claim"][0] if "claim" in found else None,
            trigger=found.get("trigger", _NOTHING)[0],
            filler=found.get("filler", _NOTHING)[0],
        )

    def labels(self, dependent: FloatArray, governor: FloatArray, is_root: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Label numbers of chosen arcs: ``root`` for the root's and for no other."""
        n, size = dependent.shape
        both = np.empty((-(-n // _ROWS), _ROWS, 2 * size), dtype=np.float32)
        flat = both.reshape(-1, 2 * size)
        flat[n:] = 0
        together = flat[:n, :size]
        np.maximum(np.add(dependent, governor, out=together), 0, out=together)
        np.multiply(dependent, governor, out=flat[:n, size:])
        logits = (both @ self._label_weight).reshape(-1, len(self._label_bias))[:n] + self._label_bias
        logits[:, self.root_label] = np.where(is_root, np.inf, -np.inf)
        return np.asarray(logits.argmax(1), dtype=np.int64)


def _role_weights(arrays: Mapping[str, npt.NDArray[np.float16]], classes: Classes) -> RoleWeights:
    kinds, weight, bias = (arrays[f"role_{name}"].astype(np.float32) for name in ("kinds", "weight", "bias"))
    return RoleWeights.of_head(classes.claim, classes.role, kinds, weight, bias)
