"""A quick start: spaCy is imported without its command line, and nothing is looked through for garbage meanwhile."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from dragoman.garbage import uncollected

_COMMANDS: Final = "spacy.cli"
_INFO: Final = "spacy.cli.info"


@contextmanager
def quick_start() -> Iterator[None]:
    """Import spaCy for what is done within, unless it is there, and keep the garbage collector away: what is made stays.

    For the sake of one function, ``spacy.info``, the package imports its whole command line, with a web client and more: a third of
    its time. The function and ``spacy.cli`` are there afterwards all the same; they load when first used.
    """
    with uncollected():
        if "spacy" not in sys.modules:
            _import_spacy()
        yield


def _import_spacy() -> None:
    """Import spaCy with modules that stand in for its command line until it is imported."""
    if (spec := find_spec("spacy")) is None or spec.origin is None:
        return  # who imports it next says so
    package, module = _stand_in(_COMMANDS), _stand_in(_INFO)
    vars(package)["__path__"] = [str(Path(spec.origin).parent / "cli")]
    vars(module)["info"] = _info
    sys.modules.update({_COMMANDS: package, _INFO: module})
    try:
        spacy = import_module("spacy")
    finally:
        for name, one in ((_COMMANDS, package), (_INFO, module)):
            if sys.modules.get(name) is one:
                del sys.modules[name]
    if "cli" not in vars(spacy):
        vars(spacy).setdefault("__getattr__", _commands_of(spacy.__name__))


def _stand_in(name: str) -> ModuleType:
    """A module that gives way to the real one if it is asked for anything but what it is given."""
    module = ModuleType(name)

    def real(wanted: str) -> Any:
        if wanted.startswith("__"):  # whoever looks through all modules is not asking for commands
            raise AttributeError(wanted)
        if sys.modules.get(name) is module:
            del sys.modules[name]
        return getattr(import_module(name), wanted)

    vars(module)["__getattr__"] = real
    return module


def _commands_of(package: str) -> Callable[[str], ModuleType]:
    """What a package's missing attributes are looked up by: its command line is imported then."""

    def missing(name: str) -> ModuleType:
        if name == "cli":
            return import_module(_COMMANDS)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return missing


def _info(*args: Any, **options: Any) -> Any:
    """``spacy.info``, imported now."""
    return import_module(_INFO).info(*args, **options)
