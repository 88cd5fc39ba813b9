"""Why a sentence was coded as it was, as plain values: its words, who is meant, who speaks, what was tried and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from dragoman.claims import ActorId, ClaimId, Manner, MentionId, StatementId
from dragoman.claims import Claim as Claimed

Outcome = Literal["claim", "held", "unfit", "absent"]
Doubtful = Literal["polarity", "certainty"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its tree, as coding sees it.

    Attributes:
        number: its place in the sentence, from 1.
        start, end: characters of the report's text.
        pos: universal part of speech; relation: to the word that is its head, after Universal Dependencies.
        head: number of that word; 0 of the word that heads the sentence.
        actors: names of whom the word stands for, or of the place.
    """

    number: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    relation: str
    head: int
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, or a place, that the sentence mentions.

    Attributes:
        form: how: ``name``, ``pronoun``, ``description`` or ``generic``.
        place: whether it stands as a place here and acts for nobody.
        stands_for: the actor that a place's name would stand for if it acted.
    """

    id: MentionId | None
    text: str
    actor: ActorId | None
    name: str | None
    kind: str | None
    country: str | None
    sector: str | None
    form: str
    place: bool
    stands_for: ActorId | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement that the sentence makes, or in which it stands.

    Attributes:
        sources: who says it, as the text has it.
        content: what is said, which may reach beyond the sentence.
    """

    id: StatementId
    sources: tuple[str, ...]
    cue: str | None
    content: tuple[str, ...]
    manner: Manner
    within: StatementId | None


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot: a word's number (None where it stands in another sentence), and its own or its mention's text."""

    word: int | None
    text: str


Filled = Mapping[str, tuple[Filler, ...]]


@dataclass(frozen=True, slots=True)
class Tried:
    """A frame that was tried at a word.

    Attributes:
        rule: the frame's file and name; line: where in its file it stands.
        wording: the wording of the frame that begins with the word; part: verb, noun or adjective.
        outcome: ``claim``: it made one. ``held``: it fits, but made none. ``unfit``: its wording is there, but a condition of its
            ``where`` is not met. ``absent``: its wording is not there.
        why: the reason of an outcome other than ``claim``; of a claim, what more there is to say.
        weight: how specific the match is: of several frames that hold, the heaviest comes first; None where it does not hold.
        slots: what the frame saw in each slot, where its wording is there.
        roles: whom it took for its roles.
        claim: the claim that it made.
    """

    rule: str
    line: int
    type: str
    wording: str
    part: str
    outcome: Outcome
    why: str = ""
    weight: float | None = None
    mode: tuple[str, ...] = ()
    slots: Filled = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that some frame begins with.

    Attributes:
        silent: why no frame is looked for here though the lexicon has the word; empty where frames are tried.
        slots: what stands in its slots, before a frame reads them its own way.
        tried: those that made a claim first, then those that held, then the others.
    """

    word: int
    text: str
    silent: str
    slots: Filled
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A word that the learned heads take for a role, and how likely it is."""

    filler: Filler
    role: str
    likely: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the learned heads make of a word.

    Attributes:
        claim: the claim of that type that stands at the word.
        why: what came of it.
        like: the sentence written for training that it is most like, where the model has such; like_id: its id.
    """

    word: int
    text: str
    type: str
    likely: float
    roles: tuple[RoleSeen, ...]
    claim: ClaimId | None
    why: str
    like: str = ""
    like_id: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a claim is denied or less than certain.

    Attributes:
        about: which of the two; value: what it is (``negative``, or ``probable``, ``possible``, ``hypothetical``).
        by: the words without which it would not be; none where the form of a clause, the trigger or the frame says so.
        frame: whether the frame says so, whatever the words around are.
    """

    claim: ClaimId
    about: Doubtful
    value: str
    by: tuple[Filler, ...]
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one sentence was coded as it was.

    Attributes:
        sentence: its number in the report, from 1; of: how many there are. A headline is a sentence.
        start, end: its characters in the report's text.
        claims: those that came out, as the reading has them.
        doubts: of which of them what is denied or not certain, and by which words.
    """

    sentence: int
    of: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    mentions: tuple[Who, ...]
    statements: tuple[Saying, ...]
    predicates: tuple[Predicate, ...]
    marks: tuple[Seen, ...]
    claims: tuple[Claimed, ...]
    doubts: tuple[Doubt, ...] = ()

    def at(self, word: str) -> Explanation:
        """Return only what is at a word, given as it stands in the text or in its dictionary form: frames, marks, claims."""
        here = [w for w in self.words if word.lower() in (w.text.lower(), w.lemma)]
        numbers = {w.number for w in here}
        claims = tuple(c for c in self.claims if any(a <= w.start < b for a, b in c.trigger for w in here))
        return replace(
            self,
            predicates=tuple(p for p in self.predicates if p.word in numbers),
            marks=tuple(m for m in self.marks if m.word in numbers),
            claims=claims,
            doubts=tuple(d for d in self.doubts if d.claim in {c.id for c in claims}),
        )
