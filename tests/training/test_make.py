"""The whole way from treebanks to a model that reads, on a handful of sentences and with an encoder of random weights."""

import argparse
import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed; training needs it, the package does not")
pytest.importorskip("onnx", reason="onnx is not installed; export needs it, the package does not")
pytest.importorskip("safetensors", reason="safetensors is not installed; training needs it")

ROOT = Path(__file__).parents[2]
EN = ROOT / "src" / "dragoman" / "language" / "en"
SENTENCES = (
    "1 The the DET DT Definite=Def 2 det _ {a}|2 envoy envoy NOUN NN Number=Sing 3 nsubj _ _|3 met meet VERB VBD Tense=Past 0 root _ _"
    "|4 Mary Mary PROPN NNP Number=Sing 3 obj _ {e}|5 . . PUNCT . _ 3 punct _ _",
    "1 Talks talk NOUN NNS Number=Plur 2 nsubj _ {a}|2 ended end VERB VBD Tense=Past 0 root _ _|3 in in ADP IN _ 4 case _ _"
    "|4 Kenya Kenya PROPN NNP Number=Sing 2 obl _ {g}|5 . . PUNCT . _ 2 punct _ _",
)


def treebank(path: Path, documents: int) -> None:
    lines = []
    for number in range(documents):
        lines.append(f"# newdoc id = GUM_news_{number}")
        for sentence in SENTENCES:
            filled = sentence.format(a="_", e="Entity=(1-person-new)", g="Entity=(2-place-new)")
            lines.append("\n".join(row.replace(" ", "\t") for row in filled.split("|")) + "\n")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def encoder(folder: Path) -> None:
    from safetensors.numpy import save_file

    draw = np.random.default_rng(1)

    def weight(*shape: int) -> Any:
        return (draw.standard_normal(shape) * 0.02).astype(np.float32)

    tensors = {f"embeddings.{n}_embeddings.weight": weight(k, 384) for n, k in (("word", 30522), ("token_type", 2), ("position", 512))}
    shapes = {f"attention.self.{n}": (384, 384) for n in ("query", "key", "value")}
    shapes |= {"attention.output.dense": (384, 384), "intermediate.dense": (1536, 384), "output.dense": (384, 1536)}
    norms = ["embeddings.LayerNorm"]
    for i in range(6):
        at = f"encoder.layer.{i}"
        for name, shape in shapes.items():
            tensors[f"{at}.{name}.weight"], tensors[f"{at}.{name}.bias"] = weight(*shape), weight(shape[0])
        norms += [f"{at}.attention.output.LayerNorm", f"{at}.output.LayerNorm"]
    for name in norms:
        tensors[f"{name}.weight"], tensors[f"{name}.bias"] = np.ones(384, np.float32), np.zeros(384, np.float32)
    save_file(tensors, str(folder / "model.safetensors"))
    shutil.copy(EN / "tokenizer.json", folder / "tokenizer.json")


def marked_reports(data: Path) -> None:
    """One report with a claim marked in it, and the other files of reports empty."""
    for name in ("wikinews-all", "wikinews-diplomacy", "whitehouse-readouts", "current-events"):
        (data / "reports" / f"{name}.jsonl").write_text("", encoding="utf-8")
    report = {"id": "r1", "title": "Talks in Nairobi", "text": "The envoy met Mary on Monday.\n\nShe left."}
    (data / "reports" / "wikinews-all.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    roles = {"actor": [{"text": "The envoy"}, {"text": "Mary"}], "third_party": [{"text": None, "name": "Kenya"}]}
    claim = {"type": "CONSULT", "trigger": "met", "sentence": "The envoy met Mary on Monday.", "roles": roles}
    (data / "claims" / "train.json").write_text(json.dumps([{"id": "r1", "claims": [claim]}]), encoding="utf-8")


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> argparse.Namespace:
    home = tmp_path_factory.mktemp("training")
    for name in ("data/treebanks", "data/entities", "data/reports", "data/claims", "start", "out"):
        (home / name).mkdir(parents=True)
    for bank in ("ewt", "gum"):
        treebank(home / "data" / "treebanks" / f"{bank}-train.conllu", 4)
        treebank(home / "data" / "treebanks" / f"{bank}-dev.conllu", 1)
    (home / "data" / "entities" / "crossner-politics-train.txt").write_text("Mary\tB-politician\nspoke\tO\n.\tO\n", encoding="utf-8")
    marked_reports(home / "data")
    encoder(home / "start")
    return argparse.Namespace(data=home / "data", start=home / "start", out=home / "out", last_stage=None, from_model=None, device="cpu")


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    found = tomllib.loads((ROOT / "training" / "config.toml").read_text(encoding="utf-8"))
    found["data"] |= {"claims": ["train"], "held_out": ["train"]}
    return {**found, "workers": 1, "stage": [{"name": "only", "passes": 1, "warmup": 0.1, "rate": 1.0}]}


def figures(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "figures.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.filterwarnings("ignore")  # torch's and onnx's own, at export
def test_training_goes_on_where_it_stopped_and_makes_a_model_that_reads(options: argparse.Namespace, config: dict[str, Any]) -> None:
    import onnx
    from training.train import train

    from dragoman import language
    from training import make

    train(options, config)
    assert [row["pass"] for row in figures(options.out)] == [1]
    config["stage"][0]["passes"] = 2
    train(options, config)
    rows = figures(options.out)
    assert [row["pass"] for row in rows] == [1, 2]
    assert all(0 <= row["claim"] <= row["claim_best"] <= 100 for row in rows)
    assert all(0 < row["gum_upos"] <= 100 and row["gum_upos"] >= row["gum_morph"] for row in rows)

    folder = make.made(options, config)
    stamp = (folder / "model.onnx").stat().st_mtime_ns
    assert make.made(options, config) == folder
    assert (folder / "model.onnx").stat().st_mtime_ns == stamp
    weights = [onnx.numpy_helper.to_array(i) for i in onnx.load(folder / "model.onnx").graph.initializer if i.name.endswith("_quantized")]
    signed = [w for w in weights if w.dtype == np.int8]
    assert signed
    assert all(abs(w.astype(int)).max() <= 64 for w in signed)
    doc = language.load(path=folder, threads=1)("The envoy met Mary.")
    assert [t.text for t in doc] == ["The", "envoy", "met", "Mary", "."]
    assert all(s.root.dep_ == "root" for s in doc.sents)
    assert {"CONSULT", "fights"} <= set(json.loads((folder / "labels.json").read_text(encoding="utf-8"))["claim"])


@pytest.mark.filterwarnings("ignore")
def test_what_is_shipped_can_be_trained_on(options: argparse.Namespace, config: dict[str, Any]) -> None:
    import torch
    from training.train import build

    from dragoman.language.pieces import Pieces
    from training import shipped

    size = Pieces.load(EN / "tokenizer.json").tokenizer.get_vocab_size()
    reader = build(config, shipped.classes(EN), size)
    new = shipped.restore(reader, EN)
    assert not [name for name in new if not name.startswith(("tags.claim", "roles", "mixes.claim", "mixes.roles"))]
    again = build(config, shipped.classes(EN), size)
    shipped.restore(again, EN)
    assert torch.equal(reader.encoder.layers[0].mix.weight, again.encoder.layers[0].mix.weight)
    assert float(reader.encoder.layers[0].mix.weight.abs().max()) > 0.2


def test_another_encoder_than_the_configured_one_is_refused(options: argparse.Namespace, config: dict[str, Any]) -> None:
    from training.make import check_start

    with pytest.raises(SystemExit, match="is not 53aa5117"):
        check_start(options.start, config)


def test_what_is_exported_computes_what_the_reader_does() -> None:
    import torch
    from training.export import Exported

    from training import model

    config = tomllib.loads((ROOT / "training" / "config.toml").read_text(encoding="utf-8"))["model"]
    torch.manual_seed(3)
    reader = model.Reader(config, {"sentence": 2, "morph": 7, "claim": 29}, 11, 6, 200, layers=2).eval()
    for mix in reader.mixes.values():
        torch.nn.init.normal_(mix.weights)
        torch.nn.init.normal_(mix.scale)
    pieces = torch.randint(0, 200, (1, 9))
    first, last = torch.tensor([[1, 2, 4, 6]]), torch.tensor([[1, 3, 5, 7]])
    with torch.no_grad():
        expected = reader(pieces, pieces % 3, pieces % 2, None, first, last)
        made = Exported(reader)
        for name, value in zip(made.names, made(pieces, pieces % 3, pieces % 2, first, last), strict=True):
            torch.testing.assert_close(value, expected[name])
