"""The tour through the examples: every stop is a command as one would type it, and all of them run."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from dragoman.cli import demo
from dragoman.cli.app import COMMANDS
from fake_commandline import Run

STOPS = demo.tour()


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: " ".join(stop.command[:2]))
def test_what_is_shown_as_typed_is_what_runs(stop: demo.Stop) -> None:
    assert shlex.split(demo.written(*stop.command)) == ["dragoman", *stop.command]
    assert stop.command[0] in COMMANDS


@pytest.mark.parametrize("part", ["it's", 'a "b" c', "$HOME x", "a`b c", "two words", "plain", "back\\slash here"])
def test_a_command_is_quoted_so_that_a_shell_reads_it_back(part: str) -> None:
    assert shlex.split(demo.written("said", part)) == ["dragoman", "said", part]


def test_the_tour_begins_with_reading_and_stops_at_the_first_error(run: Run, tmp_path: Path) -> None:
    """The stand-in for the reader finds nobody, so that the first question by name cannot be answered."""
    ran = run("demo", "--record", "here.duckdb")
    assert (tmp_path / "here.duckdb").exists()
    lines = ran.out.splitlines()
    assert lines[0].startswith("$ dragoman read ")
    assert lines[1] == "here.duckdb: 19 read; 19 claims"
    assert "$ export DRAGOMAN_RECORD=here.duckdb" in lines
    assert ran.status == 2
    assert "nobody is so called in this record" in ran.err
