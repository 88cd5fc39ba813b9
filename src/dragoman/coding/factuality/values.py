"""The value of this room, and how two of them compose."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims import Certainty, Polarity, Tense

_STRENGTH: tuple[Certainty, ...] = ("certain", "probable", "possible", "hypothetical")


@dataclass(frozen=True, slots=True)
class Commitment:
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
    return max(certainties, key=_STRENGTH.index)


@dataclass(frozen=True, slots=True)
class Standing:
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
