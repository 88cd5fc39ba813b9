"""The command line: one file a command, each a thin cover over a function of the library.

Nothing heavy is imported until a command needs it, so that asking a record starts at once.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, from the process's own arguments where none are given, and return its exit status."""
    from dragoman.cli.app import run

    return run(arguments)
