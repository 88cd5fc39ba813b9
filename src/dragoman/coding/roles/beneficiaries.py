"""Whom a promise or help reaches where nobody is named for it: the land or town in which it is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree

_GOALS: Final = frozenset({"to", "into"})
_AIMS: Final = frozenset({"to", "for", "toward", "towards"})
_WITHIN: Final = frozenset({"obj", "xcomp", "ccomp", "obl", "nmod", "acl"})


def reaching(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts, those that reach nobody known with the place that they reach: "pledged to build wells in *Chad*".

    Of which types this is so says ``reaches`` of ``grammar.yaml``; who agree with each other reach nobody.
    """
    grammar = scene.lexicon.grammar
    drafts = [_spread(made, scene) if made.type in grammar["spread"] else made for made in drafts]
    return [_reaching(made, scene, grammar["ways"]) if made.type in grammar["reaches"] else made for made in drafts]


def _spread(made: Draft, scene: Scene) -> Draft:
    """Return an act done to nobody told with the land that it is spread over: "launched strikes *across Chad*", not its doer's own."""
    if "recipient" in made.roles:
        return made
    verb = next((t for t in made.tokens if scene.tree.is_verbal(t)), made.token)
    spread = _reaching(made, scene, scene.lexicon.grammar["extents"], top=verb)
    lands = {_land(scene, m) for m in spread.roles.get("recipient", ())}
    return made if lands & {_land(scene, m) for m in made.roles.get("actor", ())} or lands == {None} else spread


def _land(scene: Scene, mention: CastMention) -> str | None:
    actor = scene.cast.acting(mention)
    return actor.country if actor else None


def _reaching(made: Draft, scene: Scene, ways: Collection[str], top: int | None = None) -> Draft:
    if any(m.mention.actor or m.stands_for for m in made.roles.get("recipient", ())) or len(made.roles.get("actor", ())) != 1:
        return made
    taken = {m.head for found in made.roles.values() for m in found}
    who = {m.mention.actor for found in made.roles.values() for m in found}
    parties = {m.head for found in made.roles.values() for m in found if m.mention.actor}
    for t in _reached(scene, made.token if top is None else top, parties, ways):
        each = (m for one in scene.tree.conjuncts(t) for m in scene.caster.alone(one) or (scene.caster.plain(one),))
        found = tuple(m for m in each if _named(m) not in who)
        if found and t not in taken:
            return made.with_(roles={**made.roles, "recipient": found})
    return made


def _named(mention: CastMention) -> str | None:
    return mention.mention.actor or mention.stands_for or mention.mention.id


def _reached(scene: Scene, trigger: int, parties: Collection[int], ways: Collection[str]) -> Iterator[int]:
    """Yield the places in the phrases below a trigger, those that hang nearest to it first; where a party is, is not reached."""
    tree, waters = scene.tree, scene.lexicon.grammar["waters"]
    places = {p.head for p in scene.places if waters.isdisjoint(tree.words[p.first : p.last])}
    level = [trigger]
    while level:
        beneath = (c for t in level for c in tree.children[t] if c > trigger and _belongs(tree, c))
        below = [c for c in beneath if not _venue(tree, trigger, c) and not _goal(scene, c)]
        yield from (c for c in below if c in places and tree.marker(c) in ways)
        level = [c for c in below if c not in parties]


def _venue(tree: Tree, trigger: int, t: int) -> bool:
    """Tell whether a phrase says where a promise is made: "agreed *at a summit in Oslo* to send food"."""
    beside = tree.heads[t] == trigger and tree.bases[t] == "obl" and tree.marker(t) in ("in", "at")
    return beside and not any(c < t for c in tree.kids(trigger, "obj"))


def _goal(scene: Scene, t: int) -> bool:
    """Tell whether a phrase says where something or somebody goes for his own sake: "move its embassy *to Nairobi*", "return *to Oslo*"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    if tree.marker(t) not in _GOALS:
        return False
    verb = tree.heads[t] if tree.bases[t] == "obl" else tree.heads[tree.heads[t]]
    return tree.lemmas[verb] in grammar["moving"] or (tree.lemmas[verb] in grammar["going"] and not tree.kids(verb, "obj"))


def _belongs(tree: Tree, t: int) -> bool:
    """Tell whether a word is part of what is promised or given: its object, its purpose, where it goes; no clause about something else."""
    dep = tree.deps[t]
    if dep in ("acl:relcl", "obl:agent") or (tree.bases[t] == "acl" and tree.doc[t].tag_ == "VBN"):
        return False
    purpose = tree.bases[t] == "advcl" and any(tree.words[c] in _AIMS for c in tree.kids(t, "mark"))
    listed = dep == "conj" and tree.is_nominal(t)
    return tree.bases[t] in _WITHIN or purpose or listed
