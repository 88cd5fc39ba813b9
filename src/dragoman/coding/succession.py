"""Who follows whom in an office or at the head of a group: "*X* succeeded *Y* as leader" tells that X leads now and that Y did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from dragoman.actors.cast import CastMention
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

    Verbs of `succeeding` are those whose "as" names what both of them are. Where their succession is to come, the post is held
    until then by whoever goes.
    """
    told = [made for v, post in _posts(scene) for made in _held(scene, drafts, v, post)]
    spent = {t for made in told for t in made.tokens}
    return [*(d for d in drafts if d.type not in _TOLD or spent.isdisjoint(d.tokens)), *told]


def _posts(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield verbs of succession, each with the noun of its "as": "replaced X *as leader*"."""
    tree, verbs = scene.tree, scene.lexicon.grammar["succeeding"]
    for v, lemma in enumerate(tree.lemmas):
        if lemma not in verbs or not tree.is_verbal(v):
            continue
        slots = scene.reader.slots(v)
        beside = [c for t in slots.get("object") for c in tree.kids(t, "nmod") if tree.marker(c) == "as"]
        yield from ((v, post) for post in (*slots.get("as"), *beside)[:1] if tree.pos[post] in ("NOUN", "PROPN"))


def _held(scene: Scene, drafts: Sequence[Draft], v: int, post: int) -> Iterator[Draft]:
    """Yield what the one who comes is from then on, and what the one who goes was until then."""
    slots = scene.reader.slots(v)
    comes, goes = (scene.caster.fill(spec, slots, at=v) for spec in ((("subject",),), (("object",), ("from",))))
    found = _what(scene, drafts, post) if comes or goes else None
    if found is None:
        return
    kind, body = found
    made = Draft(type=kind, rule=RULE, tokens=tuple(sorted((v, post))), roles={}, as_=title(scene.tree, post))
    voice = voice_of(scene, made.with_(tokens=(v,)))
    stop, attitude = cued(scene, voice)
    sure = commit(scene.tree, v, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude)
    done = sure.tense != "future" and sure.certainty == "certain" and sure.polarity == "positive"
    when = time_of(scene.tree.doc, v, scene.times, published=scene.published, trigger=(v, post))
    if comes:
        since = when and structs.replace(when, end=None) if done else when
        now = "future" if sure.tense == "future" else "present"
        yield made.with_(roles=_roles(comes, body), voice=voice, polarity=sure.polarity, certainty=sure.certainty, tense=now, time=since)
    if goes:
        until = when and structs.replace(when, start=None)
        yield made.with_(roles=_roles(goes, body), voice=voice, tense="past" if done else "present", time=until)


def _what(scene: Scene, drafts: Sequence[Draft], post: int) -> tuple[str, tuple[CastMention, ...]] | None:
    """Return which relation a noun makes, and to whom; None for nouns of no office and for leaders of nobody."""
    told = next((d for d in drafts if d.type in _TOLD and post in d.tokens), None)
    if told is not None:
        return told.type, told.roles.get("object", ())
    body = _body(scene, scene.reader.slots(post))
    lemma, classes = scene.tree.lemmas[post], scene.lexicon.classes
    if lemma in classes["post"]:
        return "holds_office", body
    return ("leads", body) if body and lemma in classes["heading"] else None


def _body(scene: Scene, slots: Slots) -> tuple[CastMention, ...]:
    """Return the body of an office: whoever is no person in its "of", its possessor or before it."""
    found = scene.caster.fill(_BODY, slots)
    return tuple(m for m in found if (who := scene.cast.acting(m)) is not None and who.kind != "person")


def _roles(who: tuple[CastMention, ...], body: tuple[CastMention, ...]) -> dict[str, tuple[CastMention, ...]]:
    return filled({"subject": who, "object": body})
