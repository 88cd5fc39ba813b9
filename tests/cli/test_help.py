"""Every command says what it does, with an example, and stands in the documentation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.app import COMMANDS
from fake_commandline import Run

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_help_has_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    _, _, example = ran.out.partition("Example:")
    assert f"dragoman {command}" in example.split("Arguments:")[0].split("Options:")[0]
    assert "\b" not in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_each_of_its_options_is_documented(run: Run, command: str) -> None:
    text = DOCS.read_text(encoding="utf-8")
    _, heading, section = text.partition(f"\n## dragoman {command}\n")
    assert heading, f"docs/cli.md has no section on {command}"
    section = section.partition("\n## ")[0]
    options = {word.strip(",") for word in run(command, "--help").out.split() if word.startswith("--")} - {"--help"}
    missing = {option for option in options if f"`{option}" not in section}
    assert not missing


def test_the_commands_are_listed_without_arguments(run: Run) -> None:
    ran = run()
    assert all(f"  {command}" in ran.out for command in COMMANDS)


@pytest.mark.parametrize(("typed", "offered"), [("dragoman dis", "disputed"), ("dragoman standing Hamas --si", "--since")])
def test_shells_complete_commands_and_options(typed: str, offered: str) -> None:
    asked = {"_DRAGOMAN_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = subprocess.run([sys.executable, "-m", "dragoman.cli"], env=os.environ | asked, capture_output=True, text=True, check=False)
    assert done.stdout.split() == [offered]


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("dragoman ")
    assert run("-V").out == run("--version").out


def test_help_may_be_asked_for_as_a_command(run: Run) -> None:
    assert run("help", "read").out == run("read", "--help").out
    assert run("help").out == run("--help").out
