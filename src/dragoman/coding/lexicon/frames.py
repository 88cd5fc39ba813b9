"""What a frame of the lexicon is, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.coding.lexicon.contexts import ContextWords
from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.trust import Trust

WordClass = Literal["verb", "noun", "adjective"]

#: ``SlotSpec``: alternatives in order of preference, each a union of slot names.
SlotSpec = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of wording a frame: a head word and what must stand with it.

    Attributes:
        word_class: verb, noun or adjective.
        head: lemma (or, for nouns, the plural form) of the head word.
        particle: a particle or preposition that must be there ("carry *out*", "call *for*").
        noun: lemma of the object noun of a light-verb phrase ("take *part* in").
        modifiers: lemmas that must modify a noun head ("*peace* talks").
        weight: how much the pattern asks for beyond its head.
    """

    word_class: WordClass
    head: str
    particle: str = ""
    noun: str = ""
    modifiers: tuple[str, ...] = ()

    weight: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Count what it asks for."""
        object.__setattr__(self, "weight", 2 * bool(self.particle) + 3 * bool(self.noun) + 2 * len(self.modifiers))

    def __str__(self) -> str:
        """Return the wording as the lexicon writes it."""
        parts = [*self.modifiers, self.head, f"~{self.noun}" if self.noun else "", self.particle]
        return " ".join(p for p in parts if p)


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on a slot.

    Attributes:
        slot: slot name, or a path such as ``object.modifier``.
        words: lemmas, one of which a filler must have.
        kinds: ``=actor``, ``=person``, ``=place``, ``=any``, ``=none``, ``=clause`` without the sign.
        negated: no filler may match.
    """

    slot: str
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ModeRule:
    """A mode that holds where its tests hold."""

    mode: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A meaning: a type, the wordings that express it, and which slot is which role.

    Attributes:
        id: ``file.yaml#name``.
        type: a PLOVER type, a relation type, or ``none`` for a wording that means none of them.
        of: what "of" marks beside a noun, ``subject`` or ``object``; possessor: likewise for a possessor.
        needs: roles without whose actor the frame does not hold.
        sure: whether its words mean nothing else, so that the learned heads are not asked whether it holds.
        to_come: whether its words mean it only of what has not happened yet.
        ordinary: whether its words tell nothing between private persons, see `dragoman.coding.public`; None where its type says.
        line: where the frame stands in its file.
        own: whether it is a user's, whom the learned heads do not contradict.
    """

    id: str
    type: str
    patterns: tuple[Pattern, ...]
    roles: Mapping[str, SlotSpec] = field(default_factory=dict)
    mode: tuple[str, ...] = ()
    modes: tuple[ModeRule, ...] = ()
    where: tuple[Test, ...] = ()
    needs: tuple[str, ...] = ()
    about: SlotSpec = ()
    as_: SlotSpec = ()
    scope: SlotSpec = ()
    of: str = "object"
    possessor: str = "subject"
    polarity: str = ""
    certainty: str = ""
    tense: str = ""
    contexts: tuple[str, ...] = ()
    bare: bool = False
    sure: bool = False
    to_come: bool = False
    ordinary: bool | None = None
    example: str = ""
    line: int = 0
    own: bool = False


#: Prepositions that slots are named by though other words may stand there: "a raid *against* X" is one on X.
_STOOD_FOR = frozenset({"on", "to", "by"})

#: Slots that may be filled from another sentence.
_FROM_AFAR = frozenset({"subject", "speaker", "setting"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern of a frame, as it is looked up.

    Attributes:
        needed: sets of words; where a sentence has none of one set, the pattern cannot hold in it.
    """

    pattern: Pattern
    frame: Frame
    needed: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather what the pattern and the conditions of its frame cannot do without."""
        first = self.pattern.particle.partition("_")[0]
        words = [frozenset({word}) for word in (self.pattern.noun, *self.pattern.modifiers) if word]
        words += [frozenset({first})] if first and first not in _STOOD_FOR else []
        words += [t.words for t in self.frame.where if not (t.kinds or t.negated) and t.slot.partition(".")[0] not in _FROM_AFAR]
        object.__setattr__(self, "needed", tuple(words))

    def may_hold(self, said: frozenset[str]) -> bool:
        """Tell whether a sentence of these words and lemmas has what the pattern needs."""
        for words in self.needed:  # noqa: SIM110 - asked of every pattern of every word
            if said.isdisjoint(words):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames, indexed by the head word of their patterns.

    Attributes:
        index: head lemma to the (pattern, frame) pairs that it may begin, in file order.
        classes: named word classes, for explanation.
        contexts: the words of contexts among those classes.
        grammar: lists of words by name, see `dragoman.coding.frames.slots.Grammar`.
        cues: the words that report statements.
        factuality: the words that change whether, how surely and when something is so.
        trust: how far the learned heads are believed beside the frames.
    """

    frames: tuple[Frame, ...]
    index: Mapping[str, tuple[tuple[Pattern, Frame], ...]]
    classes: Mapping[str, frozenset[str]]
    contexts: ContextWords
    grammar: Mapping[str, frozenset[str]]
    cues: Cues
    factuality: Factuality
    trust: Trust = field(default_factory=Trust)
    _headed: dict[tuple[str, str, tuple[WordClass, ...]], tuple[Entry, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def candidates(self, lemma: str, word: str) -> tuple[tuple[Pattern, Frame], ...]:
        """Return the patterns that a token of this lemma and form may head."""
        found = self.index.get(lemma, ())
        if word == lemma:
            return found
        return found + tuple(pair for pair in self.index.get(word, ()) if pair[0].word_class != "verb")  # "found" is no founding

    def headed(self, lemma: str, word: str, classes: tuple[WordClass, ...]) -> tuple[Entry, ...]:
        """Return those of them that are of some classes, looked up once for each word."""
        key = lemma, word, classes
        if key not in self._headed:
            self._headed[key] = tuple(Entry(*one) for one in self.candidates(lemma, word) if one[0].word_class in classes)
        return self._headed[key]
