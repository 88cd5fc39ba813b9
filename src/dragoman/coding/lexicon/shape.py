"""Whether a file of frames has the form that its reader expects; every fault is told with its line before a frame is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from dragoman.claims import Certainty, Polarity, Tense
from dragoman.errors import Fault

#: The key under which a mapping keeps the number of its line.
LINE = "__line__"

_LISTS = frozenset({"verbs", "nouns", "adjectives", "mode", "needs", "contexts"})
_WORDINGS = frozenset({"verbs", "nouns", "adjectives"})
_MAPPINGS = frozenset({"roles", "where"})
_TEXTS = frozenset({"type", "about", "as", "scope", "of", "possessor", "example", "note"})
_VALUES: Mapping[str, tuple[str, ...]] = {
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "tense": get_args(Tense),
    "bare": ("true", "false"),
    "sure": ("true", "false"),
    "to_come": ("true", "false"),
    "ordinary": ("true", "false"),
}
_BARE_LIST = "write a list: [one, two]"
_BARE_MAPPING = "write a mapping: {name: value}"

#: What a frame may say.
KEYS = _LISTS | _MAPPINGS | _TEXTS | _VALUES.keys() | {"modes", "examples"}


def of_sections(file: str, body: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the form of a file's frames, classes and grammar as a whole."""
    for section in ("frames", "classes", "grammar"):
        value = body.get(section) or {}
        if not isinstance(value, dict):
            yield Fault(f"{file}:{body.get(LINE, 1)}", f"{section!r} is no mapping", _BARE_MAPPING)
        elif section != "frames":
            wrong = [name for name, words in value.items() if name != LINE and not _is_words(words)]
            yield from (Fault(f"{file}:{value[LINE]}", f"{section}: {name!r} is no list of words", _BARE_LIST) for name in wrong)


def of_frame(file: str, name: str, entry: Any) -> Iterator[Fault]:
    """Yield what is wrong with the form of one frame."""
    if not isinstance(entry, dict):
        yield Fault(file, f"frame {name}: a frame must be a mapping", "give it verbs, nouns or adjectives, and roles")
        return
    where = f"{file}:{entry[LINE]}"
    for key, value in entry.items():
        fault = _of_value(key, value)
        if fault:
            yield Fault(where, f"frame {name}: {fault[0]}", fault[1])


def _of_value(key: str, value: Any) -> tuple[str, str] | None:
    """Return what is wrong with the value of a frame's key, and what to do; None where nothing is."""
    wrong: tuple[str, str] | None = None
    if key in _LISTS and value and not _is_words(value):
        wrong = f"{key!r} is no list of words", _BARE_LIST
    elif key in _WORDINGS and not all(_has_head(key, word) for word in value or ()):
        wrong = f"{key!r} has a wording without a word to look for", "begin it with the word itself"
    elif key in _MAPPINGS and value and not isinstance(value, dict):
        wrong = f"{key!r} is no mapping", _BARE_MAPPING
    elif key == "modes" and not (isinstance(value, list) and all(isinstance(rule, dict) and "mode" in rule for rule in value)):
        wrong = "'modes' is no list of rules", "write a list of mappings, each with its mode: [{mode: name, slot: [word]}]"
    elif key in _TEXTS and not isinstance(value, str):
        wrong = f"{key!r} is no text", "write it on one line, in quotes"
    elif key in _VALUES and value not in _VALUES[key]:
        wrong = f"unknown {key} {value!r}", f"use one of {', '.join(_VALUES[key])}"
    return wrong


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _has_head(key: str, wording: str) -> bool:
    """Tell whether a wording begins with a word, and not with what must stand with it."""
    parts = [part for part in wording.split() if not part.startswith("~")]
    return bool(parts) and not (key == "nouns" and parts[0].startswith("+"))
