"""The command line run in this process, with its output and exit status."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from dragoman.claims import Failure
from dragoman.cli import main
from dragoman.record import Record
from fake_commandline import Ran, Run, module
from readings import plain, renamed, talks


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder, with a stand-in for the reader."""
    monkeypatch.setitem(sys.modules, "dragoman.reader", module())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)

    def run(*arguments: str, stdin: str = "") -> Ran:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            capsys.readouterr()
            status = main(arguments)
            out, err = capsys.readouterr()
        return Ran(status, out, "".join(line for line in err.splitlines(keepends=True) if not line.startswith("fake:")))

    return run


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """The default record, with three reports and a failure in it."""
    path = tmp_path / "dragoman.duckdb"
    with Record(path) as record:
        record.write_many([talks(), renamed(talks(), "r2"), plain("r3", "Nothing \x1b[31mred.")])
        record.put(failures=[Failure(id="r4", error="r4.txt: empty; put text in it")])
    return path
