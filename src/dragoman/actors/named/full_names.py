"""Full names in another order or with more than the directory gives: "*Vale Ana*" of Japan, "Omar bin Ali *Al Vale*"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.actors.directory.directory import Directory
from dragoman.claims import ActorId

_FATHERED: Final = frozenset({"bin", "ibn", "bint"})
_HOUSE: Final = "al"
_TWO: Final = 2


def turned(directory: Directory, core: Sequence[str]) -> set[ActorId]:
    """Return who bears two names the other way round where family names come first at home: "*Ishiba Shigeru*"."""
    if len(core) != _TWO:
        return set()
    people = directory.people_named(" ".join(reversed(core)))
    return {p.id for p in people if directory.vocabulary.has("family_name_first_at_home", p.country or "")}


def of_house(directory: Directory, pieces: Sequence[str]) -> set[ActorId]:
    """Return whom a name means that goes on with his forefathers and his house: "Mohammed bin Salman *bin Abdulaziz Al Saud*"."""
    for last in range(len(pieces) - 1, _TWO, -1):
        if (pieces[last] == _HOUSE or pieces[last] in _FATHERED) and not _FATHERED.isdisjoint(pieces[:last]):
            known = {p.id for p in directory.people_named(" ".join(pieces[:last]))}
            if known:
                return known
    return set()
