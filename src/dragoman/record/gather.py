"""Claims that say the same of the same parties, gathered, so that what many reports tell is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable

import msgspec

from dragoman.record.answers import Party, Told


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What several claims tell alike.

    Attributes:
        tellings: the claims, in the order in which they came; one at least.
    """

    tellings: tuple[Told, ...]

    @property
    def wordings(self) -> tuple[tuple[Told, ...], ...]:
        """The tellings with those of several reports together that tell it in the very same sentence, in the same voice.

        An agency's text that is printed under another headline, cut short or with a line more, is no second witness.
        """
        groups: dict[Hashable, list[Told]] = {}
        come: Counter[Hashable] = Counter()
        for told in self.tellings:
            words = " ".join(told.sentence.split()), tuple(voice.name for voice in told.voice)
            come[words, told.report.id] += 1  # what one report tells twice in a sentence are two tellings
            groups.setdefault((words, come[words, told.report.id]), []).append(told)
        return tuple(map(tuple, groups.values()))


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
