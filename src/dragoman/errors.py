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

from collections.abc import Sequence
from dataclasses import dataclass


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
