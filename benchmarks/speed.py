"""How fast reports are read, how soon the first one, and in how much memory.

usage: python benchmarks/speed.py [--reports FILE] [--limit N] [--rounds N] [--whole]

Three things are timed in one process on one core, over the same reports and the same windows of words, turn by turn: the encoder
alone, the language room (raw text to a parsed document), and the whole reading. The encoder is the shipped network cut off
before its heads (the package onnx does the cutting; without it, the network with its heads stands in and the table says so). Words
a second are over processor seconds, which others on the machine disturb less than the clock, and over the clock; of several rounds
the fastest counts. Starting is timed in new processes, from nothing to the first reading. ``--whole`` reads all reports of the file
and gives the peak memory.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnxruntime
from _common import DATA, save
from _treebanks import digest

from dragoman import Reader, Report, language
from dragoman.language.pieces import Pieced
from dragoman.language.pipeline import SHIPPED
from dragoman.language.session import Model

REPORTS = DATA / "reports" / "wikinews-all.jsonl"
LIMIT, ROUNDS = 30, 3
BEFORE_HEADS = "last_norm/LayerNormalization_output_0"
PEAK = """
def peak_mb():  # what getrusage gives a new process begins with what its parent had
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024
"""
START = """
import time
began = time.perf_counter()
from dragoman import Reader, Report
reader = Reader({nlp})
ready = time.perf_counter()
for text in {texts}: reader.read(Report(id="r", text=text, published="2024-05-01"))
print(ready - began, time.perf_counter() - began, time.process_time(), peak_mb())
"""
LANGUAGE = """
import time
began = time.perf_counter()
from dragoman import language
nlp = language.load()
nlp("Talks began in Cairo on Monday.")
print(time.perf_counter() - began, time.perf_counter() - began, time.process_time(), peak_mb())
"""
WHOLE = """
import json, time
from dragoman import Reader, Report, language
reader = Reader(nlp=language.load(threads=1))
def reports():
    for line in open({path!r}, encoding="utf-8"):
        row = json.loads(line)
        yield Report(id=row["id"], text=row["title"] + "\\n" + row["text"], published="2010-01-01")
began, n, words = time.process_time(), 0, 0
for reading in reader.read_many(reports()):
    n += 1; words += len(reading.text.split()) if hasattr(reading, "text") else 0
print(n, words, time.process_time() - began, peak_mb())
"""


def reports(path: Path, limit: int) -> list[Report]:
    """The first reports of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()[:limit]
    rows = [json.loads(line) for line in lines]
    return [Report(id=str(row["id"]), text=row["title"] + "\n" + row["text"], published="2010-01-01") for row in rows]


def encoder() -> tuple[onnxruntime.InferenceSession, str]:
    """The network without its heads, or with them where it cannot be cut, and which of the two it is."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    whole = SHIPPED / "model.onnx"
    try:
        import onnx
    except ImportError:
        return onnxruntime.InferenceSession(str(whole), options, providers=["CPUExecutionProvider"]), "network with heads"
    graph = onnx.load(str(whole)).graph
    last = [o for node in graph.node for o in node.output if o.endswith(BEFORE_HEADS)][-1]
    with tempfile.TemporaryDirectory() as folder:
        cut = Path(folder) / "encoder.onnx"
        onnx.utils.extract_model(str(whole), str(cut), ["pieces", "cases", "gaps"], [last], check_model=False)
        return onnxruntime.InferenceSession(str(cut), options, providers=["CPUExecutionProvider"]), "encoder"


def windows(nlp: Any, texts: list[str]) -> list[Pieced]:
    """The windows that the language room gives the network for these texts."""
    seen: list[Pieced] = []
    kept = Model.run

    def spy(self: Model, window: Pieced) -> Any:
        seen.append(window)
        return kept(self, window)

    Model.run = spy  # type: ignore[method-assign]
    try:
        for text in texts:
            nlp(text)
    finally:
        Model.run = kept  # type: ignore[method-assign]
    return seen


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Processor seconds and clock seconds of some work."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


def throughput(texts: list[Report], rounds: int) -> dict[str, Any]:
    """Words a second of the three, and their ratios."""
    nlp = language.load(threads=1)
    reader = Reader(nlp=nlp)
    bare, what = encoder()
    feeds = [{k: v[None] for k, v in w._asdict().items()} for w in windows(nlp, [r.text for r in texts])]
    wanted = {i.name for i in bare.get_inputs()}
    feeds = [{k: v for k, v in feed.items() if k in wanted} for feed in feeds]
    words = sum(not t.is_space for doc in nlp.pipe([r.text for r in texts]) for t in doc)
    turns: dict[str, Callable[[], object]] = {
        "encoder": lambda: [bare.run(None, feed) for feed in feeds],
        "language": lambda: list(nlp.pipe([r.text for r in texts])),
        "whole reading": lambda: list(reader.read_many(texts)),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in turns}
    for _ in range(rounds):
        for name, work in turns.items():
            times[name].append(seconds(work))
    best = {name: tuple(min(t[k] for t in found) for k in (0, 1)) for name, found in times.items()}
    rate = {
        name: {"words_per_cpu_second": round(words / cpu), "words_per_second": round(words / wall)} for name, (cpu, wall) in best.items()
    }
    base = rate["encoder"]["words_per_cpu_second"]
    ratios = {f"{name} over encoder": round(rate[name]["words_per_cpu_second"] / base, 3) for name in ("language", "whole reading")}
    return {"reports": len(texts), "words": words, "encoder is": what, **rate, **ratios}


def started(code: str, rounds: int) -> dict[str, float]:
    """Medians over new processes: seconds until ready and until the first reading, processor seconds, MB."""
    rows = []
    for _ in range(rounds):
        clock = time.perf_counter()
        out = subprocess.run([sys.executable, "-c", PEAK + code], capture_output=True, text=True, check=True).stdout.split()
        rows.append([*map(float, out), time.perf_counter() - clock])
    names = ("ready_s", "first_reading_s", "cpu_s", "peak_mb", "process_s")
    return {name: round(statistics.median(row[i] for row in rows), 2) for i, name in enumerate(names)}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--limit", type=int, default=LIMIT)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--whole", action="store_true", help="read every report of the file too, for its peak memory")
    options = parser.parse_args()
    if not options.reports.is_file():
        raise SystemExit(f"{options.reports}: not there; set DRAGOMAN_DATA to the folder of the gold data")
    texts = reports(options.reports, options.limit)
    figures: dict[str, Any] = {
        "data": digest([options.reports]),
        "onnxruntime": onnxruntime.__version__,
        **throughput(texts, options.rounds),
    }
    figures["language from a cold start"] = started(LANGUAGE, options.rounds)
    figures["reader from a cold start"] = started(START.format(nlp="", texts=[texts[0].text]), options.rounds)
    if options.whole:
        out = subprocess.run(
            [sys.executable, "-c", PEAK + WHOLE.format(path=str(options.reports))], capture_output=True, text=True, check=True
        )
        read, words, cpu, peak = map(float, out.stdout.split())
        figures["all reports"] = {"reports": int(read), "words": int(words), "cpu_s": round(cpu, 1), "peak_mb": round(peak)}
    for name, value in figures.items():
        print(f"{name:28}{json.dumps(value) if isinstance(value, dict) else value}")
    measured = options.reports == REPORTS and options.limit == LIMIT and options.rounds >= ROUNDS
    save("speed", figures, whole=measured)


if __name__ == "__main__":
    main()
