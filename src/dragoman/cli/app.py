"""``dragoman``: the commands, and what happens when one fails."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import wraps
from importlib import import_module
from inspect import cleandoc
from typing import Annotated

import typer

from dragoman.cli.output import ClosedPipeError, complain
from dragoman.errors import DataError, DragomanError, did_you_mean

NOTHING_DONE = 2
INTERRUPTED = 130

_Refused = typer.BadParameter.__mro__[2]  # typer's own copy of click's ClickException, which it does not export

COMMANDS = (
    *("read", "code", "load", "forget", "demo"),
    *("reports", "show", "timeline", "standing", "positions", "disputed", "said", "sql", "export"),
    *("explain", "actors", "lexicon"),
)
"""Each is a module of this room with a function ``run``."""


def build(*commands: str) -> typer.Typer:
    """Return the command line with these commands; with the one that is asked for only, it starts sooner."""
    app = typer.Typer(
        name="dragoman",
        no_args_is_help=True,
        add_completion=len(commands) > 1,  # it is asked for, and asked, without a command
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
    app.callback(help=_help(_dragoman))(_dragoman)
    for name in commands:
        command = import_module(f"dragoman.cli.{name}").run
        app.command(name, help=_help(command))(_stopping_quietly(command))
    return app


def _help(command: Callable[..., None]) -> str:
    """Return a command's docstring with its example marked as text that is not to be filled."""
    return cleandoc(command.__doc__ or "").replace("\nExample:\n", "\n\b\nExample:\n")


def _stopping_quietly(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command with its own error for a closed pipe, since typer would turn that into exit status 1."""

    @wraps(command)
    def run(*arguments: object, **options: object) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ClosedPipeError from error

    return run


def _print_version(wanted: bool) -> None:
    if wanted:
        import dragoman

        print(f"dragoman {dragoman.__version__}")
        raise typer.Exit


def _dragoman(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error comes from; may stand anywhere.")] = False,
) -> None:
    """Read news reports into a sourced record, and ask it who did, said and agreed what.

    Example:
      dragoman read news/*.txt --published 2024-04-30
      dragoman timeline Hamas Fatah
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done. 1: some reports could not be read. 2: nothing was done, or the command is used wrongly. 130: interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    given = [one for one in given if one != "--debug"]
    if given[:1] == ["help"]:
        given = [*given[1:2], "--help"]
    try:
        app = build(*(given[:1] if given[:1] and given[0] in COMMANDS else COMMANDS))
        status = app(given, prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
        return status or 0
    except Exception as error:  # every error ends here, as a line or several
        if debug and not isinstance(error, ClosedPipeError | BrokenPipeError):
            traceback.print_exc()
        return _status(error)
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED


def _status(error: Exception) -> int:
    """Say what went wrong, each fault in one line, and return the exit status for it."""
    if isinstance(error, BrokenPipeError | ClosedPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if isinstance(error, typer.Abort):
        complain("interrupted")
        return INTERRUPTED
    if isinstance(error, _Refused):
        return _refused(error)
    if isinstance(error, DataError) and error.faults:
        for fault in error.faults:
            complain(str(fault))
        return NOTHING_DONE
    if isinstance(error, DragomanError):
        complain(str(error))
        return NOTHING_DONE
    complain(f"{type(error).__name__}: {error}; this is a fault of Dragoman: keep the command, its input and what --debug shows")
    return NOTHING_DONE


_NONE_OF = re.compile(r"Invalid value for '([^']+)'[^:]*: (?:Value error, )?'(.*)' is not one of (.+)", re.DOTALL)
_OUT_OF = re.compile(r"Invalid value for '([^']+)'[^:]*: Input should be (.+)", re.DOTALL)


def _plainly(message: str) -> str:
    """Return what is wrong with a value in the words of our other errors."""
    if found := _NONE_OF.fullmatch(message):
        known = re.findall("'([^']+)'", found[3])
        return f"{found[1]}: there is no {found[2]}; {did_you_mean(found[2], known)}"
    if found := _OUT_OF.fullmatch(message):
        return f"{found[1]}: must be {found[2]}"
    return message


def _refused(error: Exception) -> int:
    """Say what is wrong with the command's options, or show the help that was asked for by giving none."""
    message = getattr(error, "format_message", lambda: str(error))().strip()
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(message)
        return NOTHING_DONE
    path = context.command_path if context is not None else "dragoman"
    message = _plainly(message)
    complain(f"{message.removeprefix('Invalid value: ').rstrip('.?').replace('. Did', '; did')}; see {path} --help")
    return NOTHING_DONE
