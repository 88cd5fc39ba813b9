"""Claims that say the same of the same parties, gathered, so that what many reports tell is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import msgspec

from dragoman.record.answers import Party, Told

Key = TypeVar("Key", bound=Hashable)


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


def said_on(told: Told) -> str | None:
    """Return the day on which a claim's voice says so, where the text tells it, else its report's: nothing is told before it is said."""
    said = told.voice[-1].day if told.voice else None
    published = told.report.published[:10] if told.report.published else None
    return min(said, published) if said and published else said or published


def by_day(found: Iterable[Told]) -> tuple[Told, ...]:
    """Return claims by the days on which they are told, those without one last, and otherwise in the order in which they came."""
    return tuple(sorted(found, key=lambda told: said_on(told) or "9"))


def connected(pairs: Sequence[tuple[Key, Key]]) -> tuple[tuple[tuple[Key, Key], ...], ...]:
    """Return pairs with those together that share one of their ends, in the order of their first.

    Example:
        >>> connected([("a", "x"), ("b", "y"), ("c", "x")])
        ((('a', 'x'), ('c', 'x')), (('b', 'y'),))
    """
    groups: list[list[tuple[Key, Key]]] = []
    for pair in pairs:
        joined = [group for group in groups if any(left == pair[0] or right == pair[1] for left, right in group)]
        if joined:
            joined[0].append(pair)
            for other in joined[1:]:
                joined[0].extend(other)
                groups.remove(other)
        else:
            groups.append([pair])
    return tuple(map(tuple, groups))
