"""The words by which intake knows dates, bylines and columns, from ``data/wording.yaml`` and ``data/languages.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import DataError, Fault
from dragoman.ontology import Node, load_yaml

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Wording:
    """Intake's vocabulary.

    Attributes:
        months: name or abbreviation to the month's number.
        weekdays: name or abbreviation to the day's number, Monday 0.
        published: what may stand before a date on a line of its own.
        byline: what a byline begins with.
        fields: what we look for to the columns that may hold it, best first.
        documents: suffixes of files that may well be reports and are not read.
        begins: the first bytes of such documents to what they are.
        english: words that tell English.
        languages: ISO 639 code to name.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    published: tuple[str, ...]
    byline: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    documents: frozenset[str]
    begins: Mapping[bytes, str]
    english: frozenset[str]
    languages: Mapping[str, str]


@cache
def wording() -> Wording:
    """Return the vocabulary, read once.

    Raises:
        DataError: a fault in the files, all of them at once.
    """
    faults: list[Fault] = []
    root = load_yaml(_DATA / "wording.yaml", faults, name="intake/data/wording.yaml")
    if faults:
        raise DataError(faults)
    with (_DATA / "languages.csv").open(encoding="utf-8", newline="") as stream:
        languages = {row["code"]: row["name"] for row in csv.DictReader(stream)}
    return Wording(
        months=_numbers(root["months"]),
        weekdays=_numbers(root["weekdays"]),
        published=_words(root["published"]),
        byline=_words(root["byline"]),
        fields={name: _words(node) for name, node in root["fields"].items()},
        documents=frozenset(_words(root["documents"])),
        begins={str(start).encode("latin-1"): str(node.value) for start, node in root["begins"].items()},
        english=frozenset(_words(root["english"])),
        languages=languages,
    )


def _words(node: Node) -> tuple[str, ...]:
    return tuple(str(item.value) for item in node)


def _numbers(node: Node) -> dict[str, int]:
    return {word: int(number) for number, words in node.items() for word in _words(words)}
