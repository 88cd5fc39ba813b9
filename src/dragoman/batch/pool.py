"""Reports read by several processes, in order and with little memory: each process loads the model once."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dragoman.claims import Failure, Reading, Report
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.coding import Coder

ReadMany: TypeAlias = Callable[[Iterable[Report | Failure]], Iterator[Reading | Failure]]
_CHUNK = 8
"""Reports sent to a process at a time: enough to batch in, few enough to be lost in an interruption."""

_read_many: ReadMany | None = None
"""The reader of a child process; the parent never sets it."""


def our_reader(
    threads: int, *, actors: Path | None = None, frames: Path | None = None, coders: Collection[Coder] | None = None
) -> ReadMany:
    """Return the ``read_many`` of a new `Reader` whose model computes on so many threads, with a user's folders over ours."""
    from dragoman import language
    from dragoman.actors import load_directory
    from dragoman.coding import load_lexicon
    from dragoman.reader import Reader

    directory, lexicon = load_directory(extra=actors), load_lexicon(frames)
    return Reader(nlp=language.load(threads=threads), directory=directory, lexicon=lexicon, coders=coders).read_many


def read_in_parallel(
    reports: Iterable[Report | Failure],
    *,
    jobs: int,
    make_reader: Callable[[int], ReadMany] = our_reader,
) -> Iterator[Reading | Failure]:
    """Yield a reading or failure for each report, in order.

    Reports are taken only as they are needed, by the calling thread.

    Args:
        reports: what to read; failures pass through in their place.
        jobs: processes, each with its own model in memory.
        make_reader: called once in each process with the number of threads it may use; must be importable from there.

    Raises:
        DragomanError: a process died, mostly for lack of memory.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(make_reader, jobs))
    waiting: deque[Future[list[Reading | Failure]]] = deque()
    incoming = iter(reports)
    try:
        while True:
            while len(waiting) <= 2 * jobs and (chunk := list(islice(incoming, _CHUNK))):
                waiting.append(pool.submit(_read, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DragomanError(f"reading with {jobs} processes: one of them died, perhaps for lack of memory; try fewer") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _start(make_reader: Callable[[int], ReadMany], jobs: int) -> None:
    """Load the reader of a child process, which leaves interruptions to its parent and shares the processors."""
    global _read_many  # noqa: PLW0603 - a child's one reader, set once when it starts
    from dragoman.language.cores import usable

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _read_many = make_reader(max(1, usable() // jobs))


def _read(chunk: list[Report | Failure]) -> list[Reading | Failure]:
    """Read some reports in a child process."""
    if _read_many is None:
        raise RuntimeError("the process has no reader")
    return list(_read_many(chunk))
