"""The model's card: what it was made of and how good it is, from the configuration, the made files and the measured figures.

usage: python -m training.card

Rewrites the shipped model's card after its files or figures changed.
"""

import argparse
import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "dragoman" / "language" / "en"
RESULTS = HERE.parent / "benchmarks" / "results"
FILES = ("model.onnx", "arcs.npz", "labels.json", "tokenizer.json", "examples.npz")
_MEASURES = {
    "upos": "UPOS",
    "xpos": "XPOS",
    "feats": "features",
    "lemma": "lemma",
    "uas": "UAS",
    "las": "LAS",
    "las_subtypes": "LAS with subtypes",
    "words": "words",
    "sentences": "sentences",
}


def sha256(path: Path) -> str:
    """The SHA-256 sum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def written(folder: Path, config: dict[str, Any], name: str) -> str:
    """The card of the model in ``folder``, with the figures that the benchmarks keep under ``name``."""
    text = (HERE / "card.md").read_text(encoding="utf-8")
    parts = {
        "files": "\n".join(f"| `{file}` | `{sha256(folder / file)}` |" for file in FILES),
        "stages": "\n".join(_stages(config)),
        "encoder": f"{config['encoder']['name']}, `{config['encoder']['file']}` with SHA-256 `{config['encoder']['sha256']}`",
        "seed": str(config["seed"]),
        "syntax": "\n".join(_syntax(json.loads((RESULTS / "syntax.json").read_text(encoding="utf-8")), name)),
        "entities": "\n".join(_entities(json.loads((RESULTS / "entities.json").read_text(encoding="utf-8")), name)),
    }
    for key, value in parts.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    return text


def _stages(config: dict[str, Any]) -> Iterator[str]:
    for stage in config["stage"]:
        yield f"| {stage['name']} | {stage['passes']} | {stage['warmup']} | {stage['rate']} |"


def _syntax(results: dict[str, Any], name: str) -> Iterator[str]:
    yield f"Measured {results['date']}, data `{results['data']}`."
    yield ""
    yield "| development part, given | words | " + " | ".join(_MEASURES.values()) + " |"
    yield "|---|" + "---:|" * (len(_MEASURES) + 1)
    for given, row in results["models"][name].items():
        yield f"| {given} | {row['words']} | " + " | ".join(f"{row['f1'][m]:.2f}" for m in _MEASURES) + " |"


def _entities(results: dict[str, Any], name: str) -> Iterator[str]:
    yield f"Measured {results['date']}, data `{results['data']}`."
    yield ""
    yield "| development part, given | person | organisation | place | all |"
    yield "|---|---:|---:|---:|---:|"
    sets = results["sets"] if name == "shipped" else results["others"][name]
    for bank, by_input in sets.items():
        for given, row in by_input.items():
            yield (
                f"| {bank}, {given} | " + " | ".join(f"{row[kind]['f1']:.1f}" for kind in ("person", "organisation", "place", "all")) + " |"
            )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    options = parser.parse_args()
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    (SHIPPED / "MODEL_CARD.md").write_text(written(SHIPPED, config, "shipped"), encoding="utf-8")


if __name__ == "__main__":
    main()
