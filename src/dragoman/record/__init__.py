"""The record: readings kept in one file and asked by name. It never reads reports itself."""

from __future__ import annotations

from dragoman.record.answers import Answer, Counted, Dispute, Known, Listed, Named, Only, Party, Position, Said, Source, Told, Voice, Where
from dragoman.record.fill import Outcome, fill, keep
from dragoman.record.gather import Gathered, gather
from dragoman.record.layout import Page, Passage, Strand, lay_out
from dragoman.record.record import Record
from dragoman.record.telling import Telling, tell

__all__ = [
    "Answer",
    "Counted",
    "Dispute",
    "Gathered",
    "Known",
    "Listed",
    "Named",
    "Only",
    "Outcome",
    "Page",
    "Party",
    "Passage",
    "Position",
    "Record",
    "Said",
    "Source",
    "Strand",
    "Telling",
    "Told",
    "Voice",
    "Where",
    "fill",
    "gather",
    "keep",
    "lay_out",
    "tell",
]
