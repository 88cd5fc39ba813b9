"""Trains the reading model, stage by stage; goes on from its last checkpoint when it is started again."""

import argparse
import copy
import json
import logging
import math
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, multiprocessing

from dragoman.language.pieces import Pieces
from training import ahead, claims, entities, labels, model, shipped, windows
from training.conllu import Document, read, with_entities
from training.losses import losses
from training.measure import measure, measure_claims
from training.steps import Alone, Team, average, optimizer, schedule

HERE = Path(__file__).parent
log = logging.getLogger("training")


def load_documents(data: Path, config: dict[str, Any], part: str) -> list[Document]:
    """The treebanks' documents with entities, GUM's by its annotation and others' by our own marks; CrossNER is added for training."""
    names = entities.Names(HERE / "names")
    found: list[Document] = []
    for bank in config["data"]["treebanks"]:
        documents = read(data / "treebanks" / f"{bank}-{part}.conllu")
        marks = HERE / "names" / f"{bank}-{part}.tsv"
        if bank == "gum":
            documents = [with_entities(d, entities.gum(d, names)) for d in documents]
        elif marks.exists():
            spans = entities.marked(marks)
            documents = [with_entities(d, entities.typed(d, spans)) for d in documents]
        found += documents
    if part == "train":
        found.extend(entities.crossner(data / config["data"]["crossner"], names))
    return found


def claim_documents(options: argparse.Namespace, config: dict[str, Any], part: str) -> list[Document]:
    """Reports with claims marked, as ``prepare`` left them in the output folder."""
    path = options.out / f"{part}.jsonl"
    return claims.saved(path) if config["data"].get(part) else []


def prepare(options: argparse.Namespace, config: dict[str, Any]) -> None:
    """Reads the reports with marked claims, where that is not done yet."""
    for part in ("claims", "held_out"):
        sets, path = config["data"].get(part), options.out / f"{part}.jsonl"
        if sets and not path.exists():
            claims.prepare(options.data, sets, path)


def build(config: dict[str, Any], classes: labels.Labels, vocabulary: int) -> model.Reader:
    """An untrained reader for these classes."""
    tags = {
        "sentence": 2,
        "morph": len(classes.morph),
        "xpos": len(classes.xpos),
        "lemma": len(classes.lemma),
        "entity": len(classes.entity),
        "claim": len(claims.TYPES),
    }
    return model.Reader(config["model"], tags, len(classes.deprel), len(claims.ROLES), vocabulary)


def drawn(documents: list[Document], stage: dict[str, Any], random: Random) -> list[Document]:
    """A pass's documents: each once, unless the stage's ``shares`` of a genre say otherwise (2.5 is twice, and half of them again)."""
    shares = stage.get("shares", {})
    found: list[Document] = []
    for document in documents:
        share = shares.get(document.genre, shares.get("other", 1.0))
        found += [document] * (int(share) + (random.random() < share % 1))
    return found


class Run:
    """One training run with its checkpoints in a folder."""

    def __init__(self, config: dict[str, Any], options: argparse.Namespace, team: Team | Alone) -> None:
        """Loads data and weights, or the last checkpoint."""
        data, start, out, from_model = options.data, options.start, options.out, options.from_model
        self.config, self.out, self.data, self.team = config, out, data, team
        self.device = torch.device(options.device)
        torch.manual_seed(config["seed"])
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        self.documents = load_documents(data, config, "train")
        self.classes = labels.count(self.documents)
        self.documents += claim_documents(options, config, "claims")
        self.held_out = claim_documents(options, config, "held_out")
        if team.rank == 0:
            self.classes.save(out / "labels.json")
        self.pieces = Pieces.load(start / "tokenizer.json")
        self.maker = windows.Maker(self.pieces, self.classes)
        self.reader = build(config, self.classes, self.pieces.tokenizer.get_vocab_size())
        if from_model:
            log.info("new beside the weights of %s: %s", from_model, shipped.restore(self.reader, from_model))
        else:
            model.start(self.reader, start / "model.safetensors")
        self.mean = copy.deepcopy(self.reader)
        self.done = 0
        self.resume()
        self.coming = self.on_device()

    def on_device(self) -> Iterator[list[windows.Batch]] | None:
        """Puts the model on a GPU where it is to be, and lets other processes make the batches of the passes to come."""
        if isinstance(self.team, Team):
            return None
        numbers = range(self.done, sum(stage["passes"] for stage in self.config["stage"]))
        coming = ahead.passes(self.batches, numbers)
        next(coming)
        torch.set_float32_matmul_precision("high")
        self.reader.to(self.device)
        self.mean.to(self.device)
        return coming

    def batches(self, number: int) -> list[windows.Batch]:
        """A pass's batches, by its number over all stages."""
        stages = [stage for stage in self.config["stage"] for _ in range(stage["passes"])]
        random = Random(self.config["seed"] * 1000 + number)
        return list(windows.training(drawn(self.documents, stages[number], random), self.maker, random, self.config))

    def resume(self) -> None:
        """Takes up the last checkpoint, where there is one."""
        path = self.out / "last.pt"
        self.state: dict[str, Any] = {}
        if path.exists():
            self.state = torch.load(path, weights_only=True, map_location="cpu")
            self.reader.load_state_dict(self.state["reader"])
            self.mean.load_state_dict(self.state["mean"])
            self.done = self.state["done"]
            log.info("resumed after pass %d", self.done)

    def all(self, last_stage: str | None) -> None:
        """Every stage up to and including ``last_stage``."""
        first = 0
        for stage in self.config["stage"]:
            self.stage(stage, first)
            first += stage["passes"]
            if stage["name"] == last_stage:
                break

    def stage(self, stage: dict[str, Any], first: int) -> None:
        """The stage's passes that are not done yet."""
        if self.done >= first + stage["passes"]:
            return
        if self.done == first and first:
            self.reader.load_state_dict(self.state["mean"] if self.state else self.mean.state_dict())
        model.Linear.rounded = stage.get("rounded", False)
        steps = optimizer(self.reader, self.config["optimizer"])
        if self.done > first and "optimizer" in self.state:
            steps.load_state_dict(self.state["optimizer"])
        while self.done < first + stage["passes"]:
            self.one_pass(stage, self.done - first, steps)
            self.done += 1
            if self.team.rank == 0:
                self.save(stage, steps)
                self.report(stage)
            self.team.wait()
            self.take_mean()

    def take_mean(self) -> None:
        """Lets every worker know the running average, which the first one keeps."""
        if self.team.rank:
            self.mean.load_state_dict(torch.load(self.out / "last.pt", weights_only=True)["mean"])
        self.state = {}
        self.team.wait()

    def report(self, stage: dict[str, Any]) -> None:
        """Logs figures on the development data."""
        if self.done % self.config.get("figures_every", 1) and self.done < sum(stage["passes"] for stage in self.config["stage"]):
            return
        torch.set_num_threads(self.team.size)
        figures = measure(self.mean, self.maker, self.data, self.config)
        if self.held_out:
            figures |= measure_claims(self.mean, self.maker, self.held_out)
        torch.set_num_threads(1)
        figures = {"pass": self.done, "stage": stage["name"], **figures}
        log.info(json.dumps(figures))
        with (self.out / "figures.jsonl").open("a") as file:
            file.write(json.dumps(figures) + "\n")

    def one_pass(self, stage: dict[str, Any], number: int, steps: torch.optim.Optimizer) -> None:
        """Every document once."""
        team = self.team
        torch.manual_seed((self.config["seed"] * 1000 + self.done) * 10 + team.rank)
        groups = next(self.coming) if self.coming else self.batches(self.done)
        batches = list(zip(*[iter(groups)] * team.size, strict=False))
        parameters = [p for p in self.reader.parameters() if p.requires_grad]
        options, weights = self.config["optimizer"], self.config["losses"]
        total = len(batches) * stage["passes"]
        self.reader.train()
        sums: dict[str, Tensor] = {}
        began = time.time()
        for i, shares in enumerate(batches):
            step = number * len(batches) + i
            for group in steps.param_groups:
                group["lr"] = group["base"] * schedule(step, total, stage)
            team.open(parameters)
            found = losses(self.reader, shares[team.rank].to(self.device))
            loss = sum((weights[name] * value for name, value in found.items()), torch.zeros((), device=self.device))
            loss.backward()
            team.share(parameters)
            torch.nn.utils.clip_grad_norm_(parameters, options["clip"])
            steps.step()
            seen = self.done * len(batches) + i
            if team.rank == 0:
                average(self.mean, self.reader, min(stage.get("average", options["average"]), (1 + seen) / (10 + seen)))
            for name, value in found.items():
                sums[name] = torch.lerp(sums.get(name, value.detach()), value.detach(), 0.02)
            if i % 20:
                continue
            if math.isnan(float(sum(sums.values()))):
                raise FloatingPointError(f"pass {self.done + 1}, batch {i}: the loss is no number; lower the rates in config.toml")
            if team.rank == 0:
                shown = " ".join(f"{k}={float(v):.3f}" for k, v in sums.items())
                log.info("pass %d batch %d/%d %.0fs %s", self.done + 1, i, len(batches), time.time() - began, shown)

    def save(self, stage: dict[str, Any], steps: torch.optim.Optimizer) -> None:
        """Writes the checkpoint in one move, and the averaged weights under the stage's name."""
        state = {"reader": self.reader.state_dict(), "mean": self.mean.state_dict(), "optimizer": steps.state_dict(), "done": self.done}
        torch.save(state, self.out / "last.tmp")
        (self.out / "last.tmp").replace(self.out / "last.pt")
        torch.save({name: value.cpu() for name, value in self.mean.state_dict().items()}, self.out / f"{stage['name']}.tmp")
        (self.out / f"{stage['name']}.tmp").replace(self.out / f"{stage['name']}.pt")
        self.state = {}


def work(rank: int, options: argparse.Namespace, config: dict[str, Any], shared: Tensor, barrier: Any) -> None:
    """One worker."""
    if rank == 0:
        log_to(options.out)
    Run(config, options, Team(rank, shared, barrier)).all(options.last_stage)


def log_to(folder: Path) -> None:
    """Writes what is logged into ``log.txt`` there."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=[logging.FileHandler(folder / "log.txt")])


def learned(config: dict[str, Any], options: argparse.Namespace) -> int:
    """How many numbers the model learns."""
    pieces = Pieces.load(options.start / "tokenizer.json")
    reader = build(config, labels.count(load_documents(options.data, config, "train")), pieces.tokenizer.get_vocab_size())
    return sum(p.numel() for p in reader.parameters() if p.requires_grad)


def train(options: argparse.Namespace, config: dict[str, Any]) -> None:
    """All stages up to ``options.last_stage``, going on from the last checkpoint in ``options.out``."""
    options.out.mkdir(parents=True, exist_ok=True)
    prepare(options, config)
    if options.device != "cpu":
        log_to(options.out)
        one = config | {"batch_pieces": config["batch_pieces"] * config["workers"], "workers": 1}
        Run(one, options, Alone()).all(options.last_stage)
        return
    shared = torch.zeros(config["workers"], learned(config, options)).share_memory_()
    barrier = multiprocessing.get_context("spawn").Barrier(config["workers"])
    multiprocessing.spawn(work, (options, config, shared, barrier), nprocs=config["workers"])


def add_options(parser: argparse.ArgumentParser) -> None:
    """What training needs to be told."""
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/ and entities/")
    parser.add_argument("--start", type=Path, required=True, help="folder with the encoder's model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the made model; the same one resumes")
    parser.add_argument(
        "--from-model", type=Path, help="folder of a made model, or a stage's weights, to go on from instead of the encoder alone"
    )
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda for one process on a GPU")
    parser.add_argument("--last-stage", help="stop after the stage of this name")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    options = parser.parse_args()
    train(options, tomllib.loads(options.config.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
