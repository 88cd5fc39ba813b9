"""Who stands before a noun and has no part in what it names: a land or town says where, a person suffered it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import filled
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree
from dragoman.language.dashes import JOINING

Roles = dict[str, tuple[CastMention, ...]]
_RULING: Final = frozenset({"LEG", "JUD"})
_BEFORE: Final = frozenset({"compound", "amod", "nmod"})


def fitting(scene: Scene, kind: str, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of a claim without those who have no part in it by where they stand before its noun, or suffered it.

    A land before a noun of what a crowd does or of a truce is no party ("*Hong Kong* protests", "the *Gaza* ceasefire"), two joined
    are ("the *India-Pakistan* truce"). A town is none before a noun of an attack or a meeting either ("the *Cairo* summit"). A land or
    person may be who suffered it ("the *Kuwait* invasion"), and people what a deal is about ("the *hostage* deal").
    """
    lemma, grammar = scene.tree.lemmas[token], scene.lexicon.grammar
    if kind.isupper() and lemma in grammar["scenes"]:
        roles = _struck(scene, token, roles)
    if kind.isupper() and lemma in grammar["overrun"] and "recipient" not in roles:
        roles = _overrun(scene, token, roles)
    if kind in grammar["to_others"]:
        roles = _not_to_oneself(scene, roles)
    if kind in grammar["mutual"]:
        about = {c for c in scene.tree.kids(token, "compound") if scene.tree.lemmas[c] in grammar["bartered"]}
        roles = {role: tuple(m for m in found if m.head not in about) for role, found in roles.items()}
        roles = {role: found for role, found in roles.items() if found and not _ruled_on(scene, token, found)}
    if lemma in grammar["sited"]:
        roles = {role: tuple(m for m in found if not _is_sited(scene, token, m, role)) for role, found in roles.items()}
    civil = lemma == "war" and any(scene.tree.lemmas[c] == "civil" for c in scene.tree.kids(token, "amod"))
    if civil or lemma in grammar["located"]:
        any_form = civil or kind in grammar["crowds"]
        lands = [m for found in roles.values() for m in found if _stands_before(scene, token, m, any_form=any_form)]
        if len(lands) == 1:
            roles = {role: tuple(m for m in found if m not in lands) for role, found in roles.items()}
    return of_others(scene, token, roles)


def _not_to_oneself(scene: Scene, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles without the doer's own state, to which he does no such thing: "*Barak* warned that *Israel* would respond"."""
    acting = scene.cast.acting
    own = {who.country for m in roles.get("actor", ()) if (who := acting(m)) is not None and who.sector == "GOV"}

    def is_own(m: CastMention) -> bool:
        who = acting(m)
        return who is not None and who.kind == "state" and who.country in own

    left = {role: tuple(m for m in found if role != "recipient" or not is_own(m)) for role, found in roles.items()}
    return {role: found for role, found in left.items() if found}


def of_others(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return roles without a doer who is just named before those to whom something is done: "three *Hamas* fighters were killed"."""
    tree = scene.tree
    done_to = [m for m in roles.get("recipient", ()) if tree.heads[token] != m.head]  # "a *Saudi* funded school"
    doers = (m for m in roles.get("actor", ()) if not any(_is_named_before(tree, m, other) for other in done_to))
    return filled({**roles, "actor": tuple(doers)})


def _is_named_before(tree: Tree, mention: CastMention, other: CastMention) -> bool:
    """Tell whether one is just named in the phrase of another, whose he is: "three *Hamas* fighters"."""
    within = other.first <= mention.first and mention.last <= other.last
    return within and tree.heads[mention.head] == other.head and tree.bases[mention.head] in _BEFORE


def _struck(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of a noun of violence without the land or person named before it as its doer; a person suffered it."""
    before = [m for m in roles.get("actor", ()) if scene.tree.heads[m.head] == token and scene.tree.bases[m.head] in ("compound", "amod")]
    before = [m for m in before if m.form == "name" and m.head < token]
    lands = [m for m in before if scene.caster.is_land(m)]
    people = [m for m in before if (who := scene.cast.who(m)) and who.kind == "person"]
    kept = {**roles, "actor": tuple(m for m in roles.get("actor", ()) if m not in lands and m not in people)}
    if people:
        kept["recipient"] = (*people, *(m for m in roles.get("recipient", ()) if m not in people))
    return kept


def _overrun(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of what is done to a land with the one whose name stands before the noun as its victim: "the *Kuwait* invasion".

    Where the name is letters, it may stand for an adjective: "the *US* invasion".
    """
    named = [m for c in scene.tree.kids(token, *_BEFORE) for m in scene.cast.at(c) if not _is_letters(m.mention.text)]
    lands = tuple(m for m in named if _stands_before(scene, token, m, any_form=False))
    if len(lands) != 1:
        return dict(roles)
    return {**roles, "actor": tuple(m for m in roles.get("actor", ()) if m not in lands), "recipient": lands}


def _is_letters(name: str) -> bool:
    return name.isupper() or "." in name


def _ruled_on(scene: Scene, token: int, parties: Sequence[CastMention]) -> bool:
    """Tell a parliament or court that alone decides after talks, which others held: "*parliament* approved it after months of talks"."""
    tree, t = scene.tree, token
    actor = scene.cast.who(parties[0]) if len(parties) == 1 else None
    if tree.is_verbal(token) or actor is None or actor.sector not in _RULING:
        return False
    while not tree.is_verbal(t) and tree.heads[t] != t and tree.bases[t] in ("obl", "nmod"):
        mark, t = tree.marker(t), tree.heads[t]
        if mark in scene.lexicon.factuality.preceding:
            return tree.is_verbal(t) and tree.heads[parties[0].head] == t
    return False


def _stands_before(scene: Scene, token: int, mention: CastMention, *, any_form: bool) -> bool:
    """Tell whether a land's name stands before a noun; where any form will do, an adjective or a possessor of a land too."""
    tree = scene.tree
    t = mention.head
    while tree.heads[t] != token and tree.heads[t] != t and tree.bases[t] in (*_BEFORE, "conj"):
        t = tree.heads[t]
    if tree.heads[t] != token or mention.head >= token or tree.bases[t] not in _BEFORE or not scene.caster.is_land(mention):
        return False
    named = mention.form == "name" and tree.deps[t] != "nmod:poss"
    return named or (mention.form in ("name", "adjective") and any_form)


def _is_sited(scene: Scene, token: int, mention: CastMention, role: str) -> bool:
    """Tell whether a name before a noun says where it is so: a town's; a land's before premises that were struck, which did not do it."""
    return _is_site(scene, token, mention) or (role == "actor" and _owns_premises(scene, token, mention))


def _is_site(scene: Scene, token: int, mention: CastMention) -> bool:
    """Tell whether a town's name stands before a noun by itself: "the *London* bombings", but not "the *Moscow-Kyiv* talks"."""
    tree, t = scene.tree, mention.head
    alone = not any(tree.deps[c] == "conj" or tree.words[c] in JOINING for c in tree.children[t])
    return t in scene.caster.towns and tree.heads[t] == token and tree.deps[t] == "compound" and t < token and alone


def _owns_premises(scene: Scene, token: int, mention: CastMention) -> bool:
    """Tell whether a land's name stands before premises that a noun says were struck: "the *Kenya* embassy bombing"."""
    tree, t = scene.tree, mention.head
    premises = next((c for c in tree.children[token] if c == t + 1 or c == tree.heads[t]), None)
    struck = premises is not None and tree.deps[premises] == "compound" and tree.lemmas[premises] in scene.lexicon.grammar["premises"]
    return struck and tree.deps[t] == "compound" and mention.form == "name" and scene.caster.is_land(mention)
