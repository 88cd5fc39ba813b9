"""Everything that Dragoman raises on purpose, in one tree.

    DragomanError
    ├── InputError          a report, file or option that cannot be used
    │   ├── LanguageRefused     the report is not written in a language we read
    │   └── UnreadableFile      empty, binary, vanished, broken encoding or markup
    ├── DataError           a fault in our own or the user's data files, all faults at once
    │   ├── LexiconError
    │   ├── DirectoryError
    │   └── OntologyError
    ├── LanguageError       a pipeline lacks an annotation, or the model cannot be loaded
    ├── ReadingError        a JSON reading is not what the format says
    └── RecordError         the record cannot be opened, read or written
        └── NewerRecord         it was written by a newer format than this version knows

Each message says where, what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NEAR, _BESIDE = 0.6, 0.1
"""How much a word must have in common with what it may have meant (difflib's ratio), and how much less others may have beside it."""
_MOST_NEAR, _MOST_LISTED = 3, 30


class DragomanError(Exception):
    """Anything that Dragoman raises on purpose."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place.

    Attributes:
        where: file and line, report id, or field, as a person would look it up.
        what: what is wrong.
        remedy: what to do about it.
    """

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return ``where: what; remedy``."""
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{self.where}: {self.what}{tail}"


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return a remedy for an unknown word: what comes near it, whatever its case, else all that is known.

    Args:
        word: what was given.
        known: what would have been right.
        otherwise: what to say where nothing comes near, in place of a list.

    Example:
        >>> did_you_mean("agrees", ["AGREE", "AID"]), did_you_mean("talk", ["AGREE", "AID"])
        ('did you mean AGREE?', 'use one of AGREE, AID')
    """
    from difflib import SequenceMatcher

    names = sorted(known)
    if not names:
        return "leave it out: there is none"
    alike = {name: SequenceMatcher(a=name.casefold(), b=word.casefold()).ratio() for name in names}
    nearest = max(alike.values())
    if nearest >= _NEAR:
        near = sorted((name for name in names if alike[name] > nearest - _BESIDE), key=lambda name: -alike[name])
        return f"did you mean {' or '.join(near[:_MOST_NEAR])}?"
    return otherwise or f"use one of {', '.join(names[:_MOST_LISTED])}{' …' if len(names) > _MOST_LISTED else ''}"


class InputError(DragomanError):
    """A report, file or option that cannot be used."""

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        """Keep the fault's parts so that callers can list them."""
        self.fault = Fault(where, what, remedy)
        super().__init__(str(self.fault))


class LanguageRefused(InputError):
    """The report is not written in a language we read."""


class UnreadableFile(InputError):
    """Empty, binary, vanished, or broken encoding or markup."""


class DataError(DragomanError):
    """Faults in data files, reported together."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Join all faults, one a line."""
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


class LexiconError(DataError):
    """Faults in the coding lexicon."""


class DirectoryError(DataError):
    """Faults in the directory of actors."""


class OntologyError(DataError):
    """Faults in the ontology's own data."""


class LanguageError(DragomanError):
    """A pipeline lacks an annotation that coding needs, or the model cannot be loaded."""


class ReadingError(DragomanError):
    """A JSON reading is not what the format says."""


class RecordError(DragomanError):
    """The record cannot be opened, read or written."""


class NewerRecord(RecordError):
    """The record was written by a newer format than this version knows."""
