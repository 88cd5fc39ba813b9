"""PLOVER contexts of a claim, by the words of its sentence."""

from __future__ import annotations

from dragoman.coding.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

PREFIX = "context-"


def contexts_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the contexts whose words (classes ``context-NAME``) stand in the claim's sentence, and the frame's own."""
    frame = draft.hit.frame if draft.hit else None
    sentence = tree.sentences[draft.token]
    words = {w for i, s in enumerate(tree.sentences) if s == sentence for w in (tree.lemmas[i], tree.words[i])}
    found = set(frame.contexts if frame else ())
    for name, keys in lexicon.classes.items():
        if name.startswith(PREFIX) and words & keys:
            found.add(name.removeprefix(PREFIX))
    return tuple(sorted(found))
