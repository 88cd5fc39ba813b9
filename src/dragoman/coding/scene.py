"""All that is known of a report when its claims are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.frames.match import Matcher
from dragoman.coding.frames.slots import Grammar, SlotReader, Slots
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.places import PlaceMention, find_places
from dragoman.coding.roles.extent import whole
from dragoman.coding.roles.roles import Caster
from dragoman.coding.speakers import speakers_of
from dragoman.coding.statements import RawStatement, Voices, find_statements, voices_of
from dragoman.coding.subject import Subject, subject_of
from dragoman.coding.times import TimeMention, find_times
from dragoman.coding.tree import Tree, tree_of
from dragoman.language.marks import Mark, has_heads, marks_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of a report when its claims are read.

    Attributes:
        voices: token to the statements that put it forward, outermost first.
        dated: tokens of dates and times of day, and not of lengths of time or how often.
        marks: what the learned heads make of words, in text order.
        has_heads: whether there are learned heads at all, which may have found nothing.
        subject: what the report is about by those marks.
    """

    tree: Tree
    reader: SlotReader
    cast: Cast
    caster: Caster
    lexicon: Lexicon
    statements: tuple[RawStatement, ...]
    voices: Voices
    times: tuple[TimeMention, ...]
    dated: frozenset[int]
    places: tuple[PlaceMention, ...]
    published: date | None
    marks: tuple[Mark, ...]
    has_heads: bool
    subject: Subject


def set_scene(doc: Doc, cast: Cast, lexicon: Lexicon, *, published: date | None) -> Scene:
    """Return what claims are read from: tree, cast with speakers resolved, statements, times and places."""
    tree = tree_of(doc, cast.read)
    grammar = Grammar(laid=lexicon.cues.laid, **{k: lexicon.grammar[k] for k in Grammar.__dataclass_fields__ if k in lexicon.grammar})
    reader = SlotReader(tree, grammar)
    statements = find_statements(tree, cast, lexicon.cues)
    cast = whole(tree, cast.with_speakers(speakers_of(tree, cast, statements)), quantities=lexicon.grammar["quantities"])
    times, places, marks = find_times(doc, published=published, read=cast.read), find_places(doc, cast), marks_of(doc)
    return Scene(
        tree=tree,
        reader=reader,
        cast=cast,
        caster=Caster(
            tree,
            reader,
            cast,
            timed=_tokens(times),
            unadopted=lexicon.factuality.unadopted,
            towns=_tokens(place for place in places if place.kind == "city"),
            **{k: lexicon.grammar[k] for k in Caster.__dataclass_fields__ if k in lexicon.grammar},
        ),
        lexicon=lexicon,
        statements=statements,
        voices=voices_of(statements),
        times=times,
        dated=_tokens([t for t in times if t.timex.type in ("DATE", "TIME")]),
        places=places,
        published=published,
        marks=marks,
        has_heads=has_heads(doc),
        subject=subject_of(tree, marks),
    )


def _tokens(spans: Iterable[TimeMention | CastMention | PlaceMention]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.first, span.last))


def matcher_of(scene: Scene) -> Matcher:
    """Return the matcher of the scene's lexicon and tree."""
    said_with = {t: s.source for s in scene.statements for t in s.cue}

    def borrowed(i: int, slots: Slots) -> dict[str, tuple[int, ...]]:
        lent = {}
        if (voice := scene.voices.get(i)) and (source := scene.statements[voice[-1]].source):
            lent["speaker"] = source
        if (speaking := said_with.get(i)) and not slots.passive and not slots.get("subject"):
            lent["subject"] = speaking
        return lent

    return Matcher(
        scene.tree,
        scene.reader,
        scene.lexicon,
        lambda i, kind: is_of_kind(scene.cast, i, kind),
        borrowed,
        scene.caster.timed | named_in(scene.cast),
    )


def named_in(cast: Cast) -> frozenset[int]:
    """Return the tokens of names of several words: the "Accord" of a government that is called so is no accord."""
    return _tokens(m for m in cast.mentions if m.form == "name" and m.last - m.first > 1)


def is_of_kind(cast: Cast, i: int, kind: str) -> bool:
    """Tell whether token i heads a mention of this kind."""
    for m in cast.at(i):
        actor = cast.who(m)
        if kind == "place":
            if m.place:
                return True
        elif kind == "generic":
            if m.form == "generic":
                return True
        elif actor and (kind == "actor" or (kind == "country" and actor.kind == "state") or actor.kind == kind):
            return True
    return False
