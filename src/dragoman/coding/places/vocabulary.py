"""The words around place names, from ``words.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dragoman.errors import Fault, LexiconError
from dragoman.ontology import load_yaml

_FILE = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of ``words.yaml``, one field each."""

    cues: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    kinds: frozenset[str]
    seats: frozenset[str]
    common: frozenset[str]
    prepositions: frozenset[str]
    ways: frozenset[str]
    going: frozenset[str]
    sides: frozenset[str]
    where: frozenset[str]
    never: frozenset[str]
    states: frozenset[str]
    compass: frozenset[str]
    parts: frozenset[str]
    links: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Return the shipped words.

    Raises:
        LexiconError: a list is missing or the file is damaged.
    """
    faults: list[Fault] = []
    root = load_yaml(_FILE, faults, name=f"coding/places/{_FILE.name}")
    names = [field.name for field in fields(PlaceWords)]
    faults += [Fault(root.where, f"'{name}' is missing", "give the list back") for name in names if root.get(name) is None]
    if faults:
        raise LexiconError(faults)
    return PlaceWords(**{name: frozenset(str(child.value) for child in root[name]) for name in names})
