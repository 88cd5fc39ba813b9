"""For whom something is done, who does not suffer it: "conducted strikes *in support of the army*"."""

from __future__ import annotations

from dragoman.coding.scene import Scene

_FOR = frozenset({"of", "with"})  # "in support *of*", "in solidarity *with*"


def is_helped(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell whether somebody stands in a phrase of support for him, beside an act that is against others."""
    if kind not in scene.lexicon.grammar["hostile"]:
        return False
    tree, helping = scene.tree, scene.lexicon.grammar["helping"]
    t = tree.first_conjunct(token)
    while not tree.is_verbal(t) and tree.heads[t] != t:
        above = tree.heads[t]
        if tree.marker(t) in _FOR and tree.lemmas[above] in helping and tree.marker(above) in ("in", "on"):
            return trigger < token or tree.marker(trigger) != "from"  # "in defence of *the town* from attacks"
        t = above
    return False
