"""Doc and cast in, statements and claims out: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Actor, Claim, Mention, Place, Span, Statement, TimeValue, Timex
from dragoman.coding import compose
from dragoman.coding.assemble import actors_of, claims_of, mentions_of, statements_of
from dragoman.coding.contexts import contexts_of
from dragoman.coding.counts import counts_of
from dragoman.coding.draft import Draft, phrase, span_of, title
from dragoman.coding.factuality import commit
from dragoman.coding.lexicon import Lexicon, SlotSpec
from dragoman.coding.match import Hit, Matcher
from dragoman.coding.offices import office_drafts
from dragoman.coding.places import PlaceMention, find_places, place_of
from dragoman.coding.roles import Caster
from dragoman.coding.said import times_said
from dragoman.coding.slots import Grammar, SlotReader, Slots
from dragoman.coding.speakers import speakers_of
from dragoman.coding.statements import RawStatement, Voices, find_statements, voices_of
from dragoman.coding.times import TimeMention, find_times, time_of
from dragoman.coding.tree import Tree, tree_of
from dragoman.coding.when import dated


@dataclass(frozen=True, slots=True)
class Coding:
    """What coding finds in one report."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    times: tuple[Timex, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of a report when its claims are read.

    Attributes:
        voices: token to the statements that put it forward, outermost first.
        days: tokens of dates and times of day.
    """

    tree: Tree
    reader: SlotReader
    cast: Cast
    caster: Caster
    lexicon: Lexicon
    statements: tuple[RawStatement, ...]
    voices: Voices
    times: tuple[TimeMention, ...]
    days: frozenset[int]
    places: tuple[PlaceMention, ...]
    published: date | None


def code(doc: Doc, cast: Cast, lexicon: Lexicon, *, published: date | None = None) -> Coding:
    """Return the statements, claims, times and places of a report.

    Args:
        doc: the report with Universal Dependencies.
        cast: who is mentioned in it.
        lexicon: the frames to look for.
        published: the report's date, which relative times are read against; None where nobody says.
    """
    scene = set_scene(doc, cast, lexicon, published=published)
    drafts = [d for hits in matcher_of(scene).rivals() if (d := first_draft(scene, hits))]
    drafts = compose.join(compose.inherit(drafts, scene.tree, scene.lexicon, scene.caster), scene.tree)
    drafts += office_drafts(scene.tree, scene.cast, scene.statements, scene.voices, bygone=lexicon.factuality.bygone)
    said = times_said(scene.tree, scene.cast, scene.statements, scene.times, published=published)
    drafts = dated(scene.tree, scene.cast, drafts, scene.statements, said, scene.times, voices=scene.voices)
    mentions = mentions_of(scene.tree, scene.cast, drafts, scene.statements)
    return Coding(
        actors=actors_of(scene.cast, mentions.values()),
        mentions=tuple(mentions.values()),
        statements=statements_of(scene.tree, scene.cast, scene.statements, said, mentions),
        claims=claims_of(scene.tree, drafts, mentions),
        times=tuple(t.timex for t in scene.times),
        places=tuple(p.place for p in scene.places),
    )


def set_scene(doc: Doc, cast: Cast, lexicon: Lexicon, *, published: date | None) -> Scene:
    """Return what claims are read from: tree, cast with speakers resolved, statements, times and places."""
    tree = tree_of(doc)
    grammar = Grammar(**{k: lexicon.grammar[k] for k in Grammar.__dataclass_fields__ if k in lexicon.grammar})
    reader = SlotReader(tree, grammar)
    statements = find_statements(tree, cast, lexicon.cues)
    cast = cast.with_speakers(speakers_of(tree, cast, statements))
    times = find_times(doc, published=published)
    return Scene(
        tree=tree,
        reader=reader,
        cast=cast,
        caster=Caster(
            tree,
            reader,
            cast,
            dates=_tokens(times),
            delegates=lexicon.grammar["delegates"],
            namely=lexicon.grammar["namely"],
        ),
        lexicon=lexicon,
        statements=statements,
        voices=voices_of(statements),
        times=times,
        days=_tokens([t for t in times if t.timex.type in ("DATE", "TIME")]),
        places=find_places(doc, cast),
        published=published,
    )


def _tokens(spans: Iterable[TimeMention | CastMention]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.first, span.last))


def matcher_of(scene: Scene) -> Matcher:
    """Return the matcher of the scene's lexicon and tree."""
    said_with = {t: s.source for s in scene.statements for t in s.cue}

    def borrowed(i: int, slots: Slots) -> dict[str, tuple[int, ...]]:
        voice = scene.voices.get(i, ())
        lent = {"speaker": scene.statements[voice[-1]].source} if voice else {}
        if i in said_with and not slots.passive and not slots.get("subject"):
            lent["subject"] = said_with[i]
        return {slot: tokens for slot, tokens in lent.items() if tokens}

    return Matcher(
        scene.tree,
        scene.reader,
        scene.lexicon,
        lambda i, kind: kind_of(scene.cast, i, kind),
        borrowed,
        scene.caster.dates | _named(scene.cast),
    )


def _named(cast: Cast) -> frozenset[int]:
    """Return the tokens of names of several words: the "Accord" of a government that is called so is no accord."""
    return _tokens(m for m in cast.mentions if m.form == "name" and m.last - m.first > 1)


def kind_of(cast: Cast, i: int, kind: str) -> bool:
    """Tell whether token i heads a mention of this kind."""
    for m in cast.at(i):
        actor = cast.actors.get(m.mention.actor) if m.mention.actor else None
        if kind == "place":
            if m.place:
                return True
        elif kind == "generic":
            if m.form == "generic":
                return True
        elif actor and (kind == "actor" or (kind == "country" and actor.kind == "state") or actor.kind == kind):
            return True
    return False


def first_draft(scene: Scene, hits: tuple[Hit, ...]) -> Draft | None:
    """Return the claim of the most specific hit that makes one; a frame that means nothing ends the search."""
    for hit in hits:
        if hit.frame.type == "none":
            return None
        if made := draft(scene, hit):
            return made
    return None


def draft(scene: Scene, hit: Hit) -> Draft | None:
    """Return the claim that a hit makes, or None where the roles that it needs have no actor."""
    frame, slots = hit.frame, hit.slots
    roles = {role: found for role, spec in frame.roles.items() if (found := scene.caster.fill(spec, slots))}
    if "recipient" not in roles and frame.type in scene.lexicon.grammar["things"]:
        roles["recipient"] = scene.caster.thing(frame.roles.get("recipient", ()), slots)
    roles = _without_repeats(hit, roles)
    if frame.type in scene.lexicon.grammar["mutual"] and not compose.complete(frame, roles):
        roles |= _between_speakers(scene, hit)
    if not compose.complete(frame, roles):
        return None
    tree, i = scene.tree, hit.token
    voice = scene.voices.get(i, ())
    stop = frozenset(t for s in voice for t in scene.statements[s].cue)
    attitude = scene.statements[voice[-1]].attitude if voice else None
    lasting = not frame.type.isupper()
    sure = commit(tree, i, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude, lasting=lasting)
    place, time = place_of(tree.doc, i, scene.places), _time(scene, hit)
    made = Draft(
        type=frame.type,
        rule=frame.id,
        tokens=hit.tokens,
        roles=roles,
        hit=hit,
        mode=hit.mode,
        about=_phrases(scene, frame.about, slots),
        as_=next(iter(_phrases(scene, frame.as_, slots, but=[m.head for m in roles.get("subject", ())])), None),
        scope=next(iter(_phrases(scene, frame.scope, slots)), None),
        counts=counts_of(tree, i) if frame.type.isupper() else (),
        polarity=_flip(sure.polarity) if frame.polarity == "negative" else sure.polarity,
        certainty=frame.certainty or sure.certainty,
        tense=frame.tense or ("past" if _is_over(scene, i, time) else sure.tense),
        condition=span_of(tree, *sure.condition) if sure.condition else None,
        time=time,
        place=span_of(tree, place.first, place.last) if place else None,
        voice=voice,
    )
    made = compose.resolve(made, scene.cast, scene.statements, scene.lexicon)
    return made.with_(contexts=contexts_of(tree, made, scene.lexicon))


def _between_speakers(scene: Scene, hit: Hit) -> dict[str, tuple[CastMention, ...]]:
    """Return as parties of what takes two those who speak of it together: "they discussed cooperation"."""
    found = scene.caster.fill((("speaker",),), hit.slots) or scene.caster.fill((("around",),), hit.slots)
    several = len({m.mention.actor for m in found}) > 1
    return {"actor" if hit.frame.type.isupper() else "subject": found} if several else {}


def _is_over(scene: Scene, i: int, time: TimeValue | None) -> bool:
    """Tell whether a noun names what ended before the report: it has no tense of its own, but its date has."""
    ended = time.end if time else None
    return bool(ended and scene.published and ended < scene.published.isoformat()) and not scene.tree.is_verbal(i)


def _time(scene: Scene, hit: Hit) -> TimeValue | None:
    """Return the time of a hit, else that of the event in which it is said to happen ("killed in Friday's attack")."""
    around = (t for slot in ("in", "during", "at") for t in hit.slots.get(slot) if scene.tree.pos[t] == "NOUN")
    stop = frozenset(t for s in scene.statements if s.holds(hit.token) for t in s.cue) - set(hit.tokens)
    for i in (hit.token, *around):
        if value := time_of(scene.tree.doc, i, scene.times, published=scene.published, trigger=hit.tokens, stop=stop):
            return value
    return None


def _without_repeats(hit: Hit, roles: dict[str, tuple[CastMention, ...]]) -> dict[str, tuple[CastMention, ...]]:
    """Keep each actor once: in the first role that has it, by the mention nearest to the trigger, names before pronouns."""
    seen: set[str] = set()
    kept: dict[str, tuple[CastMention, ...]] = {}
    for role in ("actor", "subject", "recipient", "object", "third_party"):
        best: dict[str, CastMention] = {}
        for m in sorted(roles.get(role, ()), key=lambda m: (m.form == "pronoun", abs(m.head - hit.token))):
            best.setdefault(m.mention.actor or m.stands_for or m.mention.id, m)
        fresh = [m for actor, m in best.items() if actor not in seen]
        seen |= set(best)
        if fresh:
            kept[role] = tuple(sorted(fresh, key=lambda m: (m.mention.start, m.mention.end, m.mention.actor or "")))
    return kept


def _phrases(scene: Scene, spec: SlotSpec, slots: Slots, but: Sequence[int] = ()) -> tuple[Span, ...]:
    """Return the phrases in the first slots that are filled; "met on Monday" tells when, not on what."""
    for union in spec:
        heads = [(slot, t) for slot in union for t in scene.reader.path(slots, slot) if t not in scene.days]
        if heads:
            return tuple(title(scene.tree, t) if slot == "itself" else phrase(scene.tree, t, but=but) for slot, t in heads)
    return ()


def _flip(polarity: str) -> str:
    return "negative" if polarity == "positive" else "positive"
