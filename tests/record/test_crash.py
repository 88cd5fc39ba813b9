"""A writer that is killed loses nothing that it had recorded, and leaves no half of a reading."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from dragoman.record import Record
from readings import talks

WRITER = """
import itertools, sys
sys.path.insert(0, sys.argv[2])
from dragoman.record import Record
from readings import talks
record = Record(sys.argv[1])
for n in itertools.count():
    record.write_many([talks(f"r{n}-{k}", text=f"{talks().text} {n} {k}") for k in range(5)], batch=5)
    print(n, flush=True)
"""


def test_a_killed_writer_loses_nothing_recorded_and_the_record_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "killed.duckdb"
    here = str(Path(__file__).parent.parent)
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), here], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(4):
            last = int(child.stdout.readline())
        time.sleep(0.01)
        child.kill()
    with Record(path, read_only=True) as record:
        unrepaired = len(record.reports())
    with Record(path) as record:
        found = list(record.readings())
        assert len(found) == unrepaired >= 5 * (last + 1)
        assert len(found) % 5 == 0, "a batch is there as a whole or not at all"
        for reading in found:
            assert len(reading.claims) == 3
            assert len(reading.mentions) == 8
        record.write(talks("after", text="Written after the crash. " + talks().text))
        assert record.has("after")
