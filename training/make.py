"""From treebanks to the files that the package reads, in one command that can be killed and started again.

usage: python -m training.make --data FOLDER --start FOLDER --out FOLDER [--config FILE] [--last-stage NAME] [--ship]

Trains what is not trained yet, exports, quantises, measures the made model with the benchmarks, and writes its card. ``--ship`` then
puts the model and its card in the place of the package's own.
"""

import argparse
import json
import logging
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from training import card, claims, examples, export
from training.train import HERE, add_options, train

ROOT = HERE.parent
SHIPPED = ROOT / "src" / "dragoman" / "language" / "en"
WRITTEN_BY_HAND = ("words.toml", "verbs.txt", "nouns.txt", "LICENSE")
MADE = "made"  # under which its figures are kept beside the shipped model's
log = logging.getLogger("training")


def check_start(start: Path, config: dict[str, Any]) -> None:
    """Makes sure that training begins with the weights that the configuration names.

    Raises:
        SystemExit: a file is missing or its SHA-256 sum is another one.
    """
    wanted = config["encoder"]
    missing = [name for name in (wanted["file"], "tokenizer.json") if not (start / name).is_file()]
    if missing:
        raise SystemExit(f"{start}: no {', '.join(missing)}; --start names a folder with {wanted['name']}'s files")
    found = card.sha256(start / wanted["file"])
    if found != wanted["sha256"]:
        raise SystemExit(f"{start / wanted['file']}: sha256 {found} is not {wanted['sha256']} of [encoder] in the configuration")


def last_weights(config: dict[str, Any], out: Path, last_stage: str | None) -> Path:
    """The averaged weights of the last stage that is asked for."""
    name = last_stage or config["stage"][-1]["name"]
    return out / f"{name}.pt"


def made(options: argparse.Namespace, config: dict[str, Any]) -> Path:
    """Exports the trained weights, where that is not done since they changed; returns the folder of the whole model."""
    folder = options.out / "model"
    weights = last_weights(config, options.out, options.last_stage)
    done = folder / "sums.json"
    if not done.exists() or done.stat().st_mtime < weights.stat().st_mtime:
        sums = export.export(weights, options.out / "labels.json", options.start / "tokenizer.json", config, folder)
        for name in WRITTEN_BY_HAND:
            shutil.copy(SHIPPED / name, folder / name)
        held = examples.write(folder, claims.saved(options.out / "claims.jsonl"))
        sums[held.name] = card.sha256(held)
        done.write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
    return folder


def measured(folder: Path, data: Path, benchmarks: tuple[str, ...] = ("syntax", "entities")) -> None:
    """Measures the model in a folder with the project's own benchmarks, which keep their figures.

    Raises:
        subprocess.CalledProcessError: a benchmark failed.
    """
    for name in benchmarks:
        command = [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), "--model", str(folder), "--name", MADE]
        subprocess.run(command, check=True, env={**os.environ, "DRAGOMAN_DATA": str(data)})


def ship(folder: Path, into: Path = SHIPPED) -> None:
    """Puts a made model in the place of the package's own, each file in one move."""
    for name in (*card.FILES, "MODEL_CARD.md"):
        shutil.copy(folder / name, into / f"{name}.new")
    for name in (*card.FILES, "MODEL_CARD.md"):
        (into / f"{name}.new").replace(into / name)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--ship", action="store_true", help="put the made model in the place of the package's")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    check_start(options.start, config)
    train(options, config)
    folder = made(options, config)
    log.info("made %s", folder)
    measured(folder, options.data)
    (folder / "MODEL_CARD.md").write_text(card.written(folder, config, MADE), encoding="utf-8")
    if options.ship:
        ship(folder)
        log.info("shipped to %s", SHIPPED)


if __name__ == "__main__":
    main()
