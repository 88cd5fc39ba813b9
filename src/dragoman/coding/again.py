"""What a report tells of again: "condemned *the attack*", of which it told before, with whoever did it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

_SENTENCES: Final = 6  # how far back a reader still has an event in mind
_STEM: Final = 4  # letters that a verb and the noun made of it share: "kill" and "killing", "invade" and "invasion"
_TELLING: Final = frozenset({"nmod", "acl"})
_SUFFERED: Final = frozenset({"ASSAULT"})


def told_before(noun: int, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> Draft | None:
    """Return the nearest event before a definite noun that it may go back to, with its actor; None where it tells which one it means.

    It is of the same word, or one that the noun may name. A nearer one of the same kind by nobody named is not passed over, unless it
    only goes back to another itself.

    Args:
        noun: the noun's token.
        drafts: the claims of the report.
        tree: the syntax.
        lexicon: what nouns may name.
    """
    if not goes_back(noun, tree, lexicon):
        return None
    stems = {tree.lemmas[noun][:_STEM]}
    named = {frame.type for _, frame in lexicon.candidates(tree.lemmas[noun], tree.words[noun])} & _SUFFERED
    near = (d for d in drafts if d.is_event and d.token < noun and tree.sentences[noun] - tree.sentences[d.token] <= _SENTENCES)
    for one in sorted(near, key=lambda d: -d.token):
        same = any(tree.lemmas[t][:_STEM] in stems for t in one.tokens)
        if not (same or one.type in named) or one.polarity == "negative":
            continue
        if any(m.mention.actor for m in one.roles.get("actor", ())):
            return one
        if not goes_back(one.token, tree, lexicon):
            return None
        stems.add(tree.lemmas[one.token][:_STEM])  # "the attack" is "the strike", of which it told by that name
        named = set()
    return None


def goes_back(noun: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a noun with an article or "this" and nothing else that says which one it means."""
    definite = any(tree.words[c] in lexicon.factuality.definite for c in tree.kids(noun, "det"))
    told = any(tree.bases[c] in _TELLING or (tree.pos[c] == "PROPN" and c < noun) for c in tree.children[noun])
    return definite and tree.pos[noun] == "NOUN" and not told
