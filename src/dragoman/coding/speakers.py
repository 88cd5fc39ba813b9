"""Whom "I" and "we" mean inside quotations: the speaker, or the state or body for which he speaks."""

from __future__ import annotations

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.statements import RawStatement, voice_of


def speakers_of(cast: Cast, statements: tuple[RawStatement, ...]) -> dict[int, tuple[CastMention, ...]]:
    """Return the speaker's mentions for every first-person pronoun that stands inside a statement."""
    found: dict[int, tuple[CastMention, ...]] = {}
    for i in cast.first_person:
        voice = voice_of(i, statements)
        for s in reversed(voice):
            sources = tuple(m for t in statements[s].source for m in cast.at(t) if m.mention.actor)
            if sources and not any(t in cast.first_person for t in statements[s].source):
                found[i] = sources
                break
    return found
