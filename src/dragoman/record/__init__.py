"""The record: readings kept in one file and asked by name. It never reads reports itself."""

from __future__ import annotations

from dragoman.record.answers import Answer, Counted, Known, Listed, Party, Said, Source, Told, Voice, Where
from dragoman.record.fill import Outcome, fill, keep
from dragoman.record.layout import Page, Passage, lay_out
from dragoman.record.record import Record
from dragoman.record.telling import Telling, tell

__all__ = [
    "Answer",
    "Counted",
    "Known",
    "Listed",
    "Outcome",
    "Page",
    "Party",
    "Passage",
    "Record",
    "Said",
    "Source",
    "Telling",
    "Told",
    "Voice",
    "Where",
    "fill",
    "keep",
    "lay_out",
    "tell",
]
