"""The value of this room, and how two of them compose."""

from __future__ import annotations

import msgspec

from dragoman.claims import Certainty, Polarity, Tense
from dragoman.coding.lexicon.signatures import Effect

_DOUBT: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "hypothetical": 3}


class Commitment(msgspec.Struct, frozen=True):
    """How a voice commits to something.

    Attributes:
        condition: first and last token (half-open) of an explicit condition; None where there is none.
    """

    polarity: Polarity
    certainty: Certainty
    tense: Tense
    condition: tuple[int, int] | None = None


def weaker(*certainties: Certainty) -> Certainty:
    """Return the least sure of several certainties.

    Example:
        >>> weaker("probable", "certain")
        'probable'
    """
    return max(certainties, key=_DOUBT.__getitem__)


class Standing(msgspec.Struct, frozen=True):
    """What is known of a word so far, on the way up the tree.

    Attributes:
        tense: None where its own form does not tell.
        shiftable: its own form is one of future-in-past ("would"), which is plain future where somebody says it.
    """

    negative: bool = False
    certainty: Certainty = "certain"
    tense: Tense | None = None
    condition: tuple[int, int] | None = None
    shiftable: bool = False


def joined(own: Standing, effect: Effect, above: Standing, negative: bool) -> Standing:
    """Return how a complement stands below a governor that lends it certainty and tense."""
    certainty = weaker(own.certainty, effect.certainty, above.certainty)
    return Standing(negative, certainty, effect.tense or own.tense or above.tense, own.condition or above.condition)


def shifted_back(own: Standing) -> Standing:
    """Read "would" as the future of a past saying."""
    if own.shiftable and own.certainty == "hypothetical":
        return Standing(own.negative, "certain", "future", own.condition)
    return own
