"""How much the lexicon knows: frames and wordings by type, and what a word may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.lexicon.frames import Frame, Lexicon


@dataclass(frozen=True, slots=True)
class Covered:
    """What the lexicon has of one type.

    Attributes:
        type: an event or relation type.
        frames: how many meanings; verbs, nouns, adjectives: how many wordings.
        modes: the modes that some frame gives, in the order of their names.
    """

    type: str
    frames: int
    verbs: int
    nouns: int
    adjectives: int
    modes: tuple[str, ...]


def coverage(lexicon: Lexicon) -> tuple[Covered, ...]:
    """Return what the lexicon has of each type, events first, by name.

    Example:
        >>> from dragoman.coding.lexicon import load
        >>> [row.type for row in coverage(load())][:3]
        ['ACCUSE', 'AGREE', 'AID']
    """
    by_type: dict[str, list[Frame]] = {}
    for frame in lexicon.frames:
        if frame.type != "none":
            by_type.setdefault(frame.type, []).append(frame)
    return tuple(_covered(name, by_type[name]) for name in sorted(by_type, key=lambda name: (not name.isupper(), name)))


def meanings(lexicon: Lexicon, word: str) -> tuple[tuple[str, Frame], ...]:
    """Return each wording that the word begins or is part of, with its frame, in file order.

    Example:
        >>> from dragoman.coding.lexicon import load
        >>> [wording for wording, frame in meanings(load(), "kidnap")]
        ['kidnap']
    """
    wanted = word.lower()
    return tuple((str(p), frame) for frame in lexicon.frames for p in frame.patterns if wanted in (str(p), p.head, p.noun, *p.modifiers))


def _covered(name: str, frames: Iterable[Frame]) -> Covered:
    kept = list(frames)
    counts = {kind: sum(p.word_class == kind for f in kept for p in f.patterns) for kind in ("verb", "noun", "adjective")}
    modes = {m for f in kept for m in (*f.mode, *(rule.mode for rule in f.modes))}
    return Covered(name, len(kept), counts["verb"], counts["noun"], counts["adjective"], tuple(sorted(modes)))
