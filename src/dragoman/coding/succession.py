"""Who follows whom in an office or at the head of a group: "*X* succeeded *Y* as leader" tells that X leads now and that Y did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import structs

from dragoman.actors.cast import CastMention
from dragoman.claims import Span
from dragoman.coding.factuality import commit
from dragoman.coding.frames.draft import Draft, filled, title
from dragoman.coding.frames.drafting import cued, voice_of
from dragoman.coding.frames.fillers import Slots
from dragoman.coding.scene import Scene
from dragoman.coding.times import time_of

RULE: Final = "offices#succession"
_TOLD: Final = frozenset({"leads", "holds_office"})
_BODY: Final = (("of!",), ("possessor!",), ("modifier!",))


def with_successions(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts with what a verb of succession tells: the one who comes and the one who goes each had the post by himself.

    The post is what an "as" beside the verb names, or else what the sentence says that the one who goes is ("*Defence Minister X* was
    replaced by Y"). Where the succession is to come, it is held until then by whoever goes.
    """
    told = [made for change in _changes(scene) if (post := _post(scene, drafts, change)) for made in _held(scene, change, post)]
    spent = {t for made in told for t in made.tokens}
    return [*(d for d in drafts if d.type not in _TOLD or spent.isdisjoint(d.tokens)), *told]


@dataclass(frozen=True, slots=True)
class _Change:
    """Who comes and who goes by a verb, and the noun of its "as", which is None where there is none."""

    verb: int
    comes: tuple[CastMention, ...]
    goes: tuple[CastMention, ...]
    noun: int | None


@dataclass(frozen=True, slots=True)
class _Post:
    """A relation that passes from one to another, by the words that name it."""

    type: str
    body: tuple[CastMention, ...]
    tokens: tuple[int, ...]
    named: Span | None


def _changes(scene: Scene) -> Iterator[_Change]:
    """Yield the changes of a report: "X *replaced* Y", "A *replaced* Y with X", "X *took over* from Y", "Y *handed over* to X"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    verbs = grammar["succeeding"] | {wording.partition(" ")[0] for wording in grammar["taking_over"] | grammar["handing_over"]}
    for v, lemma in enumerate(tree.lemmas):
        if lemma not in verbs or not tree.is_verbal(v):
            continue
        slots = scene.reader.slots(v)
        phrasal = next((f"{lemma} {tree.lemmas[t]}" for t in slots.get("particle")), "")
        if phrasal and not all(tree.lemmas[t] in grammar["passed_on"] for t in slots.get("object")):
            continue  # "handed over *the suburbs* to the army"
        if phrasal in grammar["taking_over"]:
            comes, goes = "subject", "from"
        elif phrasal in grammar["handing_over"]:
            comes, goes = "to", "subject"
        elif lemma not in grammar["succeeding"] or phrasal:
            continue
        else:
            comes, goes = ("with" if slots.get("with") else "subject"), ("object" if slots.get("object") else "from")
        beside = [c for t in (*slots.get(goes), *slots.get(comes)) for c in tree.kids(t, "nmod") if tree.marker(c) == "as"]
        noun = next((t for t in (*slots.get("as"), *beside) if tree.pos[t] in ("NOUN", "PROPN")), None)
        yield _Change(v, scene.caster.fill(((comes,),), slots, at=v), scene.caster.fill(((goes,),), slots, at=v), noun)


def _held(scene: Scene, change: _Change, post: _Post) -> Iterator[Draft]:
    """Yield what the one who comes is from then on, and what the one who goes was until then."""
    v = change.verb
    made = Draft(type=post.type, rule=RULE, tokens=tuple(sorted({v, *post.tokens})), roles={}, as_=post.named)
    voice = voice_of(scene, made.with_(tokens=(v,)))
    stop, attitude = cued(scene, voice)
    sure = commit(scene.tree, v, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude)
    done = sure.tense != "future" and sure.certainty == "certain" and sure.polarity == "positive"
    when = time_of(scene.tree.doc, v, scene.times, published=scene.published, trigger=made.tokens)
    if change.comes:
        since = when and structs.replace(when, end=None) if done else when
        now, roles = "future" if sure.tense == "future" else "present", _roles(change.comes, post.body)
        yield made.with_(roles=roles, voice=voice, polarity=sure.polarity, certainty=sure.certainty, tense=now, time=since)
    if change.goes:
        until = when and structs.replace(when, start=None)
        yield made.with_(roles=_roles(change.goes, post.body), voice=voice, tense="past" if done else "present", time=until)


def _post(scene: Scene, drafts: Sequence[Draft], change: _Change) -> _Post | None:
    """Return what passes by a change; None where nothing tells it, for nouns of no office and for leaders of nobody."""
    tree, noun = scene.tree, change.noun
    if not (change.comes or change.goes):
        return None
    if noun is not None:
        told = next((d for d in drafts if d.type in _TOLD and noun in d.tokens), None)
        kind, body = (told.type, told.roles.get("object", ())) if told else _named(scene, noun)
        return _Post(kind, body, (noun,), title(tree, noun)) if kind else None
    sentence, gone = tree.sentences[change.verb], {m.mention.actor for m in change.goes}
    for d in drafts if change.comes and gone else ():
        held = d.type in _TOLD and d.tense == "present" and d.polarity == "positive" and tree.sentences[d.token] == sentence
        if held and {m.mention.actor for m in d.roles.get("subject", ())} == gone:
            return _Post(d.type, d.roles.get("object", ()), d.tokens, d.as_)
    return None


def _named(scene: Scene, noun: int) -> tuple[str, tuple[CastMention, ...]]:
    """Return which relation a noun makes, none for most, and to whom."""
    body = _body(scene, scene.reader.slots(noun))
    lemma, classes = scene.tree.lemmas[noun], scene.lexicon.classes
    if lemma in classes["post"]:
        return "holds_office", body
    return "leads" if body and lemma in classes["heading"] else "", body


def _body(scene: Scene, slots: Slots) -> tuple[CastMention, ...]:
    """Return the body of an office: whoever is no person in its "of", its possessor or before it."""
    found = scene.caster.fill(_BODY, slots)
    return tuple(m for m in found if (who := scene.cast.acting(m)) is not None and who.kind != "person")


def _roles(who: tuple[CastMention, ...], body: tuple[CastMention, ...]) -> dict[str, tuple[CastMention, ...]]:
    return filled({"subject": who, "object": body})
