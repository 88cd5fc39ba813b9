"""Claims that say the same of the same parties, gathered, so that what many reports tell is read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

import msgspec

from dragoman.record.answers import Party, Told


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What several claims tell alike.

    Attributes:
        tellings: the claims, in the order in which they came; one at least.
    """

    tellings: tuple[Told, ...]


def gather(found: Iterable[Told], *, by: Callable[[Told], Hashable] = lambda told: None) -> tuple[Gathered, ...]:
    """Return claims with those of the same type, modes, polarity, certainty and parties together, in the order of their first.

    A claim none of whose parties is known stays alone. Who says so, when and what about may differ.

    Args:
        found: claims.
        by: what must be the same besides, such as the day.
    """
    groups: dict[Hashable, list[Told]] = {}
    for n, told in enumerate(found):
        parties = tuple((role, frozenset(map(_who, fillers))) for role, fillers in sorted(told.roles.items()) if fillers)
        same = (by(told), told.type, frozenset(told.mode), told.polarity, told.certainty, parties) if parties else n
        groups.setdefault(same, []).append(told)
    return tuple(Gathered(tellings=tuple(group)) for group in groups.values())


def _who(party: Party) -> str:
    return party.actor or party.words.casefold()
