"""Batches of coming passes, made by other processes while the model learns: a GPU takes a pass faster than one process lays it out."""

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import torch

from training.windows import Batch

Make = Callable[[int], list[Batch]]


def passes(make: Make, numbers: range, workers: int | None = None) -> Iterator[list[Batch]]:
    """What ``make`` gives for each number, in their order.

    Processes are forked, so that documents need not be sent to them: begin before anything is put on a GPU.
    At most as many passes as there are workers wait on the disk.
    """
    count = workers or max(1, (os.cpu_count() or 2) - 2)
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("fork"), initializer=_begin, initargs=(make, folder)) as pool,
    ):
        rest = iter(numbers)
        waiting: list[Future[Path]] = [pool.submit(_made, n) for n in islice(rest, count)]
        yield []  # all processes have been forked
        while waiting:
            path = waiting.pop(0).result()
            following = next(rest, None)
            if following is not None:
                waiting.append(pool.submit(_made, following))
            batches: list[Batch] = torch.load(path, weights_only=False)
            path.unlink()
            yield batches


_HERE: dict[str, tuple[Make, Path]] = {}


def _begin(make: Make, folder: str) -> None:
    torch.set_num_threads(1)
    _HERE["made"] = (make, Path(folder))


def _made(number: int) -> Path:
    make, folder = _HERE["made"]
    path = folder / f"{number}.pt"
    torch.save(make(number), path)
    return path
