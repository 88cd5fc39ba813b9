"""Who is named in what is told of an act, and did not do it: its target, him who alleges it, him of whom it is asked."""

from __future__ import annotations

from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree


def is_bystander(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell whether somebody near an act of a type has not done it."""
    asked = kind == "REQUEST" and _is_of_the_asked(scene.tree, trigger, token)
    return asked or _is_aimed_at(scene, trigger, token) or _is_alleging(scene, trigger, token)


def _is_of_the_asked(tree: Tree, trigger: int, token: int) -> bool:
    """Tell him whose act is asked for: "the demand for *Lee's* return"."""
    act = tree.heads[token]
    return tree.deps[token] == "nmod:poss" and tree.heads[act] == trigger and tree.marker(act) == "for"


def _is_aimed_at(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him at whom an attack is aimed: "killed in a raid targeting *rebels*"; who is under the verb over what is told may do it."""
    tree, aiming, first = scene.tree, scene.lexicon.grammar["aiming"], scene.tree.first_conjunct(token)
    above = tree.heads[first]
    if any(tree.lemmas[c] in aiming for c in tree.kids(first, "case")):
        return True
    aims = tree.bases[first] == "obj" and tree.lemmas[above] in aiming and tree.tags[above] == "VBG" and above != trigger
    return aims and tree.bases[above] in ("advcl", "acl") and above not in tree.ancestors(trigger)


def _is_alleging(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who alleges what a noun names, and did not do it: "allegations of *abuse* from *prisoners*"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    return tree.heads[first] == trigger and tree.marker(first) == "from" and scene.reader.is_alleged(trigger)


def answers(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who has only an answer to what a noun names, or something to say of it: "*X's* response to the attacks"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    answer = tree.heads[first]
    owns = answer != trigger and tree.deps[first] == "nmod:poss" and tree.lemmas[answer] in scene.lexicon.grammar["answers"]
    return owns and answer in tree.ancestors(trigger) and not tree.is_verbal(answer)
