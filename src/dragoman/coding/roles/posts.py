"""Places that only say where: those to which troops go, those in which people meet or agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft
from dragoman.coding.roles.roles import LANDS
from dragoman.coding.scene import Scene

_INSIDE: Final = frozenset({"in", "at", "inside", "within"})


def posted(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts without places among their recipients that say where only.

    A land to which troops move is one where the words do not say that it is against it: "Soldiers were sent *to Chad*" says where; "into
    Chad" or "against Chad" says against whom, and peacekeepers are sent for a land's sake. So is a place of a meeting or of an agreement:
    "due to meet *in Oslo*". What is nobody's is nothing but the place of anything: "a curfew *in the region*", "a war *on the peninsula*".
    """
    grammar = scene.lexicon.grammar
    drafts = [_without_ground(made, scene) for made in drafts]
    drafts = [_without_venue(made, scene) if made.type in grammar["agreeing"] else made for made in drafts]
    return [_without_post(made, scene) if made.type in grammar["posted"] else made for made in drafts]


def _without_ground(made: Draft, scene: Scene) -> Draft:
    return made.without_recipients(lambda m: _is_ground(scene, made.type, m))


def _without_venue(made: Draft, scene: Scene) -> Draft:
    return made.without_recipients(lambda m: _is_venue(scene, m))


def _without_post(made: Draft, scene: Scene) -> Draft:
    tree, peaceful = scene.tree, scene.lexicon.grammar["peaceful"]
    if any(tree.lemmas[t] in peaceful for t in tree.subtree(made.token)):
        return made
    return made.without_recipients(lambda m: _is_post(scene, m))


def _is_post(scene: Scene, mention: CastMention) -> bool:
    """Tell whether a land is where somebody is sent or stands: "soldiers were flown *to Chad*", "missiles stand *in Kaliningrad*"."""
    tree, t, actor = scene.tree, scene.tree.first_conjunct(mention.head), scene.cast.acting(mention)
    mark = tree.marker(t)
    land = actor is not None and actor.kind in LANDS and mention.form == "name"
    return (land and mark in scene.lexicon.grammar["posts"]) or (mark in _INSIDE and _is_place(scene, mention))


def _is_ground(scene: Scene, kind: str, mention: CastMention) -> bool:
    """Tell a place that stands for nobody and is where something is done: "a curfew *in the region*", "a war *on the peninsula*".

    What somebody attacks may well be a place ("fired *at the station*"); where troops go, nothing is ("entered *the town*"), and a
    promise may reach one ("help for rebuilding homes *in Mosul*"); so may a measure a town or province by name.
    """
    reached = kind in scene.lexicon.grammar["reaches"]
    if reached or mention.mention.actor or mention.stands_for or scene.tree.pos[mention.head] == "NUM":
        return False
    if kind in scene.lexicon.grammar["posted"]:
        return True
    mark, grounds = scene.tree.marker(scene.tree.first_conjunct(mention.head)), scene.lexicon.grammar["grounds"]
    aimed = mark == "at" and kind in scene.lexicon.grammar["spread"]
    named = scene.tree.pos[mention.head] == "PROPN"  # those who live there are meant: "a state of siege *in Katanga*"
    return (mark in _INSIDE and not aimed and not named) or (mark == "on" and scene.tree.lemmas[mention.head] in grounds)


def _is_venue(scene: Scene, mention: CastMention) -> bool:
    """Tell whether a place is where people meet or have agreed: "due to meet *in Oslo*", "reached a deal *in Doha*"."""
    tree, t, grammar = scene.tree, scene.tree.first_conjunct(mention.head), scene.lexicon.grammar
    above = tree.heads[t]
    if tree.marker(t) not in _INSIDE or tree.lemmas[above] not in grammar["meeting"] or not _is_place(scene, mention):
        return False
    return all(tree.lemmas[c] in grammar["meeting"] for c in tree.kids(above, "obj"))


def _is_place(scene: Scene, mention: CastMention) -> bool:
    """Tell the name of a place, and words for lands that are not named: "in *several countries*"."""
    tree, t = scene.tree, mention.head
    if mention.form == "name" or tree.pos[t] == "PROPN":
        return scene.caster.is_land(mention) or any(p.head == t for p in scene.places)
    return tree.lemmas[t] in scene.lexicon.grammar["lands"]
