"""Who plays a role, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.record import Party


def party_columns(role: str, parties: Sequence[Party]) -> Mapping[str, list[str | None]]:
    """Return five columns, lists of one length, one part for each who plays a role."""
    return {
        role: [party.name for party in parties],
        f"{role}_ids": [party.actor for party in parties],
        f"{role}_countries": [party.country for party in parties],
        f"{role}_sectors": [party.sector for party in parties],
        f"{role}_words": [party.words for party in parties],
    }
