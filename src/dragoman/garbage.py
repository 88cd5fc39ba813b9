"""Python's garbage collector, kept away while much is made of which little is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector away from what is done within.

    It is started again and again by the number of things made, and then looks through them: where most of them stay, or go by
    themselves as nothing names them any more, its looking is time lost.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
