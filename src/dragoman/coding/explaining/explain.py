"""Why a sentence was coded as it was: every frame that was tried at its words, and what became of it.

Coding itself keeps no trace. An explanation goes the same way once more, and asks at each step what was left out and by what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Claim
from dragoman.coding.assemble import key
from dragoman.coding.code import Coding, code
from dragoman.coding.explaining.doubts import doubts_of
from dragoman.coding.explaining.explained import Doubt, Explanation, Filled, Filler, Predicate, RoleSeen, Saying, Seen, Tried, Who, Word
from dragoman.coding.explaining.fates import Fates, fates_of
from dragoman.coding.frames.draft import span_of
from dragoman.coding.frames.match import Trial
from dragoman.coding.frames.slots import Slots
from dragoman.coding.learned import CODERS, Coder, is_off_topic, least_of
from dragoman.coding.learned_rules import is_learned
from dragoman.coding.lexicon import Frame, Lexicon, Pattern
from dragoman.coding.scene import Scene, set_scene
from dragoman.errors import InputError
from dragoman.language import example
from dragoman.language.marks import Mark

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["Explainer", "Explanation", "explain", "explainer", "sentences_of"]

_ORDER = ("claim", "held", "unfit", "absent")


def sentences_of(doc: Doc) -> tuple[Span, ...]:
    """Return the sentences that have a word in them, in the order of the text; their numbers count from 1."""
    return tuple(s for s in doc.sents if any(c.isalnum() for c in s.text))


def explain(
    doc: Doc,
    cast: Cast,
    lexicon: Lexicon,
    *,
    sentence: int,
    published: date | None = None,
    coders: Collection[Coder] = CODERS,
) -> Explanation:
    """Return why a sentence of a report was coded as it was.

    Args:
        doc: the report with Universal Dependencies.
        cast: who is mentioned in it.
        lexicon: the frames that are looked for.
        sentence: its number, from 1; a headline counts.
        published: the report's date.
        coders: who finds claims.

    Raises:
        InputError: the report has no sentence of this number.
    """
    return explainer(doc, cast, lexicon, published=published, coders=coders).sentence(sentence)


def explainer(doc: Doc, cast: Cast, lexicon: Lexicon, *, published: date | None = None, coders: Collection[Coder] = CODERS) -> Explainer:
    """Return what explains the sentences of a report; for its arguments see `explain`."""
    coded = code(doc, cast, lexicon, published=published, coders=coders)
    scene = set_scene(doc, cast, lexicon, published=published)
    return Explainer(scene, coded, fates_of(scene, coded.claims, coders), sentences_of(doc))


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the sentences of one report.

    Attributes:
        coded: what coding found in the whole report.
        sentences: its sentences in order.
    """

    scene: Scene
    coded: Coding
    fates: Fates
    sentences: tuple[Span, ...]

    def sentence(self, number: int) -> Explanation:
        """Return the explanation of a sentence by its number, from 1.

        Raises:
            InputError: there is no sentence of this number.
        """
        return _Sentence(self, number, self.of(number)).explanation()

    def of(self, number: int) -> Span:
        """Return the words of a sentence by its number, from 1.

        Raises:
            InputError: there is no sentence of this number.
        """
        count = len(self.sentences)
        if 1 <= number <= count:
            return self.sentences[number - 1]
        many = "no sentence" if not count else "one sentence" if count == 1 else f"{count} sentences"
        raise InputError(
            f"sentence {number}", f"the report has {many}", f"give a number from 1 to {count}" if count else "give a text with words in it"
        )


class _Sentence:
    """One sentence while it is explained."""

    def __init__(self, whole: Explainer, number: int, span: Span) -> None:
        self.whole, self.number, self.span = whole, number, span
        self.scene, self.fates = whole.scene, whole.fates
        self.tree = self.scene.tree
        self.tokens = [t.i for t in self.span if not t.is_space]
        self.numbers: Mapping[int, int] = {t: n for n, t in enumerate(self.tokens, 1)}

    def explanation(self) -> Explanation:
        span = self.span
        return Explanation(
            sentence=self.number,
            of=len(self.whole.sentences),
            start=span.start_char,
            end=span.end_char,
            text=span.text.strip(),
            words=tuple(self.word(t) for t in self.tokens),
            mentions=tuple(self.who(m) for m in self.mentions()),
            statements=tuple(self.sayings()),
            predicates=tuple(one for t in self.tokens if (one := self.predicate(t))),
            marks=tuple(self.seen(m) for m in self.fates.marks if m.token in self.numbers),
            claims=tuple(self.claims()),
            doubts=tuple(self.doubts()),
        )

    def claims(self) -> Iterable[Claim]:
        start, end = self.span.start_char, self.span.end_char
        return (c for c in self.whole.coded.claims if start <= c.trigger[0].start < end)

    def doubts(self) -> Iterable[Doubt]:
        drafts, doc = self.fates.drafts, self.tree.doc
        for claim in (c for c in self.claims() if c.id in drafts):
            for about, by, frame in doubts_of(self.scene, drafts[claim.id], claim):
                words = tuple(Filler(self.numbers.get(t), doc[t].text) for t in by)
                yield Doubt(claim.id, about, getattr(claim, about), words, frame)

    # words, who and who says

    def word(self, t: int) -> Word:
        tree, head = self.tree, self.tree.heads[t]
        start, end = span_of(tree, t, t + 1)
        return Word(
            number=self.numbers[t],
            start=start,
            end=end,
            text=tree.doc[t].text,
            lemma=tree.lemmas[t],
            pos=tree.pos[t],
            relation=tree.deps[t],
            head=0 if head == t else self.numbers.get(head, 0),
            actors=tuple(dict.fromkeys(self.name(m) for m in self.scene.cast.at(t))),
        )

    def name(self, m: CastMention) -> str:
        actor = self.scene.cast.who(m)
        return actor.name if actor else m.mention.text

    def mentions(self) -> Iterable[CastMention]:
        return (m for m in self.scene.cast.mentions if m.head in self.numbers)

    def who(self, m: CastMention) -> Who:
        actor = self.scene.cast.who(m)
        ids = {(one.start, one.end, one.actor or ""): one.id for one in self.whole.coded.mentions}
        return Who(
            id=ids.get(key(m)),
            text=m.mention.text,
            actor=m.mention.actor,
            name=actor.name if actor else None,
            kind=actor.kind if actor else None,
            country=actor.country if actor else None,
            sector=actor.sector if actor else None,
            form=m.form,
            place=m.place,
            stands_for=m.stands_for,
        )

    def sayings(self) -> Iterable[Saying]:
        text, here = self.tree.text, set(self.tokens)
        words = {m.id: m.text for m in self.whole.coded.mentions}
        for one, raw in zip(self.whole.coded.statements, self.scene.statements, strict=True):
            if not here.isdisjoint(raw.cue) or any(raw.holds(t) for t in self.tokens):
                yield Saying(
                    id=one.id,
                    sources=tuple(words[m] for m in (one.source, *one.co_sources) if m),
                    cue=text[slice(*one.cue)] if one.cue else None,
                    content=tuple(text[slice(*span)] for span in one.content),
                    manner=one.manner,
                    within=one.within,
                )

    # frames

    def predicate(self, t: int) -> Predicate | None:
        candidates = self.scene.lexicon.candidates(self.tree.lemmas[t], self.tree.words[t])
        if not candidates:
            return None
        silent = self.silent(t)
        tried = [self.tried(trial) for trial in self.fates.matcher.trials(t)]
        fitting = {(one.rule, one.wording, one.part) for one in tried}
        if not silent:
            tried += [self.elsewhere(p, f, t) for p, f in candidates if (f.id, str(p), p.word_class) not in fitting]
        tried.sort(key=lambda one: (_ORDER.index(one.outcome), -(one.weight or 0)))
        slots = self.scene.reader.slots(self.fates.anchor(t))
        return Predicate(self.numbers[t], self.tree.doc[t].text, silent, self.filled(slots), _each_once(tried))

    def silent(self, t: int) -> str:
        """Say why a word that the lexicon has means nothing here; empty where it may."""
        matcher, tree = self.fates.matcher, self.tree
        if t in self.scene.caster.timed:
            return "it stands in a date or time"
        if t in matcher.silent:
            return "it stands in a name of several words"
        return "it is an auxiliary" if tree.bases[t] == "aux" and tree.tags[t] != "MD" else ""

    def tried(self, trial: Trial) -> Tried:
        frame, hit = trial.frame, trial.hit
        if hit:
            fate = self.fates.of(hit)
            return _tried(
                frame,
                trial.pattern,
                outcome="claim" if fate.claim else "held",
                why=fate.why,
                weight=self.fates.weight(hit),
                mode=hit.mode,
                slots=self.filled(hit.slots),
                roles={role: tuple(self.name(m) for m in found) for role, found in (fate.made.roles if fate.made else {}).items()},
                claim=fate.claim,
            )
        if self.fates.is_unfit(trial):
            why, slots = self.fates.unfit(trial)
            return _tried(frame, trial.pattern, outcome="unfit", why=why, slots=self.filled(slots))
        return _tried(frame, trial.pattern, outcome="absent", why=trial.why)

    def elsewhere(self, pattern: Pattern, frame: Frame, t: int) -> Tried:
        """Return a frame that is not tried since the word is of another part of speech."""
        article = "an" if pattern.word_class == "adjective" else "a"
        return _tried(frame, pattern, outcome="absent", why=f"asks for {article} {pattern.word_class}, and this is {self.tree.pos[t]}")

    def filled(self, slots: Slots) -> Filled:
        return {slot: tuple(self.filler(c) for t in tokens for c in self.tree.conjuncts(t)) for slot, tokens in slots.fillers.items()}

    def filler(self, t: int) -> Filler:
        mention = next(iter(self.scene.cast.at(t)), None)
        return Filler(self.numbers.get(t), mention.mention.text if mention else self.tree.doc[t].text)

    # the learned heads

    def seen(self, mark: Mark) -> Seen:
        tree, least = self.tree, least_of(self.scene, mark)
        at = span_of(tree, mark.token, mark.token + 1)
        claim = next((c for c in self.claims() if c.type == mark.type and any(s.start <= at.start < s.end for s in c.trigger)), None)
        if claim is not None:
            why = "found by the heads alone" if is_learned(claim.rule) else f"a claim by {claim.rule}"
        elif mark.likely < least:
            never = f"no frame claims it, and of {mark.type} the heads alone make no claim"
            why = f"less than the {least:.2f} that a claim by the heads alone needs" if least <= 1 else never
        elif is_off_topic(self.scene, mark.type, mark.likely, (mark.token,), alone=True):
            why = "the heads find too little in the rest of the report"
        else:
            why = "nobody is known in its roles, or the claim stands at a word beside it"
        return Seen(
            word=self.numbers[mark.token],
            text=tree.doc[mark.token].text,
            type=mark.type,
            likely=mark.likely,
            roles=tuple(RoleSeen(self.filler(t), role, likely) for t, role, likely in mark.roles),
            claim=claim.id if claim else None,
            why=why,
            like=known.text if (known := example(mark.like) if mark.like else None) else "",
            like_id=mark.like,
        )


def _tried(frame: Frame, pattern: Pattern, **more: object) -> Tried:
    return Tried(frame.id, frame.line, frame.type, str(pattern), pattern.word_class, **more)  # type: ignore[arg-type]


def _each_once(tried: Iterable[Tried]) -> tuple[Tried, ...]:
    """Leave out what a frame tried again by another wording, where one of them holds already."""
    kept: dict[tuple[str, str], Tried] = {}
    for one in tried:
        kept.setdefault((one.rule, one.wording if one.weight is None else ""), one)
    return tuple(kept.values())
