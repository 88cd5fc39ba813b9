"""Whose affair a claim is: what people do among themselves in everyday words is nobody's event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.claims import Actor
from dragoman.coding.frames.draft import Draft
from dragoman.coding.scene import Scene

_MOST: Final = 0.55
"""Share of actors' mentions above which a report is taken to be one of public affairs: political reports have .8 and more."""
_BEFORE: Final = (3, 4)
"""Mentions taken as read before a report's own: how many of them act in public, of how many. A sentence or two tell little."""
_BUSINESS: Final = 0.4
"""Share of actors' mentions below which a report that speaks of shares and bids is one of business: those read have .1 to .39."""
_OF_TRADE: Final = 0.013
"""Share of words of firms, shares and markets from which on a report speaks of business, and three at least; by eye."""


def in_public(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts without those in which people do among themselves what everyday words say.

    "She asked her doctor", "my parents supported me": words that tell a request or support between those who act in public,
    a state, a party, an armed group, an official, tell nothing of the kind between private persons. Such a claim stands where
    somebody in it, or its source, acts in public; where two organisations are in it that do more than trade with each other, or one
    beside somebody who acts in public; or where most whom the report mentions act in public, so that those who seem not to are just
    not known. Where a report is one of business, what firms and their managers do to each other is nobody's event either: a takeover
    that is agreed, talks about its price, a director who leaves; a lawsuit is one. A user's own frames are never in doubt.

    Args:
        drafts: the claims of a report.
        scene: what is known of it; everyday types, kinds and sectors are lists of ``grammar.yaml``, and a frame's ``ordinary``
            says that its words are, or are not, where its type says otherwise.
    """
    share = public_share(scene)
    if share >= _MOST:
        return list(drafts)
    told = [d for d in drafts if not _is_ordinary(d, scene) or _is_public(d, scene)]
    if not told or share >= _BUSINESS or not speaks_of_trade(scene):
        return told
    managers = _managers(scene)
    return [d for d in told if not _is_dealing(d, scene, managers)]


def speaks_of_trade(scene: Scene) -> bool:
    """Tell whether a report speaks of firms, their shares and bids."""
    classes, words = scene.lexicon.classes, scene.tree.words
    of_trade = classes.get("firm", frozenset()) | classes.get("market", frozenset())
    said = sum(word in of_trade for word in words)
    return said >= max(3, _OF_TRADE * len(words))


def public_share(scene: Scene) -> float:
    """Return which share of the mentions of actors in a report are of those who act in public."""
    public, of = _BEFORE
    known = [m for m in scene.cast.mentions if m.mention.actor]
    return (public + sum(_acts(m, scene) for m in known)) / (of + len(known))


def acts_in_public(actor: Actor, scene: Scene) -> bool:
    """Tell whether an actor is one whose acts are public affairs: by what it is, or by the sector that it acts in."""
    grammar = scene.lexicon.grammar
    if actor.kind in grammar["public_kinds"] or not grammar["public_sectors"].isdisjoint({actor.sector, *actor.other_sectors}):
        return True
    return actor.kind in grammar["public_peoples"] and _is_named(actor)


def _is_ordinary(draft: Draft, scene: Scene) -> bool:
    frame = draft.hit.frame if draft.hit else None
    if frame and (frame.own or frame.ordinary is not None):
        return not frame.own and bool(frame.ordinary)
    return draft.type in scene.lexicon.grammar["ordinary"]


def _is_public(draft: Draft, scene: Scene) -> bool:
    found = list(_in_it(draft, scene))
    if any(_acts(m, scene) for m in found):
        return True
    parties = {actor.id: actor for m in found if (actor := scene.cast.who(m))}
    grammar = scene.lexicon.grammar
    organised = [actor.kind for actor in parties.values() if actor.kind in grammar["organised_kinds"] and _is_named(actor)]
    trade = draft.type in grammar["traded"] and grammar["trading_kinds"].issuperset(organised)
    among = len(organised) > 1 and not trade
    return among or (bool(organised) and _is_public_beside(draft.token, scene))


def _is_dealing(draft: Draft, scene: Scene, managers: Set[str]) -> bool:
    """Tell whether a claim is of what firms and their managers do among themselves; what its words call anybody does not matter."""
    if (draft.hit and draft.hit.frame.own) or draft.type not in scene.lexicon.grammar["dealings"]:
        return False
    found = list(_in_it(draft, scene))
    if any(m.place and m.stands_for for m in found):
        return False
    return not any(acts_in_public(actor, scene) for m in found if (actor := scene.cast.who(m)) and actor.id not in managers)


def _managers(scene: Scene) -> frozenset[str]:
    """Return who is called a firm's own somewhere in the report: "its *chairman*", "a *company* official"."""
    words, lemmas = scene.lexicon.grammar["managers"], scene.tree.lemmas
    called = (m for m in scene.cast.mentions if any(lemmas[t] in words for t in range(m.first, m.last)))
    return frozenset(str(actor.id) for m in called if (actor := scene.cast.who(m)) and actor.kind in ("person", "people"))


def _acts(mention: CastMention, scene: Scene) -> bool:
    """Tell whether a mention is of somebody who acts in public; a place in a role stands for its state."""
    actor = scene.cast.who(mention)
    return bool(mention.place and mention.stands_for) or (actor is not None and acts_in_public(actor, scene)) or _is_told(mention, scene)


def _is_told(mention: CastMention, scene: Scene) -> bool:
    """Tell whether a mention's own words say that somebody acts in public: "*President* Ann Lee", "five *countries*"."""
    said = {word.strip(".,'’\"").lower() for word in mention.mention.text.split()} | {scene.tree.lemmas[mention.head]}
    return mention.form != "pronoun" and not scene.lexicon.grammar["public_words"].isdisjoint(said)


def _is_named(actor: Actor) -> bool:
    """Tell whether an actor has a name of its own: "the duo" has none, nor have "parents"."""
    return actor.name[:1].isupper()


def _is_public_beside(token: int, scene: Scene) -> bool:
    """Tell whether the sentence of a claim mentions somebody who acts in public."""
    sentences = scene.tree.sentences
    return any(_acts(m, scene) for m in scene.cast.mentions if sentences[m.head] == sentences[token] and not m.place)


def _in_it(draft: Draft, scene: Scene) -> Iterator[CastMention]:
    """Yield who is in a claim's roles, and its sources."""
    yield from (m for found in draft.roles.values() for m in found)
    yield from (m for n in draft.voice for t in scene.statements[n].source for m in scene.cast.at(t))
