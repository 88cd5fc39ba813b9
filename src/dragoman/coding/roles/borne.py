"""Who can be a side of a relation that only the heads find, by where he stands beside its noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import filled
from dragoman.coding.scene import Scene
from dragoman.ontology import load as load_ontology

Roles = dict[str, tuple[CastMention, ...]]


def told_of(scene: Scene, kind: str, i: int, roles: Roles) -> Roles:
    """Return the roles of a relation without those of whom its noun is not told; those of any other claim as they are.

    "The Labour *lawmaker* Ann Lee and the Tory Jane Roe" says of the first what party she is of. *Members* of the party are
    named by that and belong to it anyhow, and "Ann Lee heckled Jane Roe's *supporters*" tells of no support by Ann Lee.
    """
    relation = load_ontology().relations.get(kind)
    if relation is None or scene.tree.is_verbal(i):
        return roles
    if not relation.symmetric:
        roles = _without_others(scene, i, roles)
    if kind in scene.lexicon.grammar["rescued"]:
        roles = _without_rescuers(scene, i, roles)
    if scene.tree.lemmas[i] in scene.lexicon.classes.get("relational", ()):
        near = {m for t in _beside(scene, i) for m in scene.caster.mentions(t)}
        apart = scene.tree.marker(i) in scene.lexicon.grammar["roled"]
        roles = {role: tuple(m for m in found if apart or m in near or _is_below(scene, m, i)) for role, found in roles.items()}
        roles = {role: tuple(m for m in found if m.form != "generic" or m.head != i) for role, found in roles.items()}
    return filled(roles)


def _without_others(scene: Scene, i: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return roles whose subject is who bears a title or stands beside the noun, where he is one of those whom the heads see."""
    own = {m for t in scene.reader.slots(i).get("self") if t != i for m in scene.caster.mentions(t, at=i)}
    bearers = tuple(m for m in roles.get("subject", ()) if m in own)
    return {**roles, "subject": bearers} if bearers else dict(roles)


def _without_rescuers(scene: Scene, i: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of holding captives without those who rescue them: "the hostages were rescued by *commandos*"."""
    verb = scene.tree.heads[scene.tree.first_conjunct(i)]
    slots = scene.reader.slots(verb)
    if scene.tree.lemmas[verb] not in scene.lexicon.grammar["rescuing"] or i not in slots.get("object"):
        return dict(roles)
    rescuing = {t for subject in slots.get("subject") for t in scene.tree.subtree(subject)}
    return {**roles, "subject": tuple(m for m in roles.get("subject", ()) if m.head not in rescuing)}


def _beside(scene: Scene, i: int) -> Iterator[int]:
    """Yield the heads of the phrases that a noun is said of, or of whose having it a verb tells: "*Chad* has two *allies*"."""
    slots = scene.reader.slots(i)
    yield from slots.get("self")
    yield from slots.get("subject")
    yield from slots.get("around")


def _is_below(scene: Scene, mention: CastMention, i: int) -> bool:
    return i in scene.tree.ancestors(mention.head)
