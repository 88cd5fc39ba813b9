"""PLOVER contexts of a claim, by the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

PREFIX = "context-"
_BORDERS = frozenset({"advcl", "ccomp", "csubj", "parataxis"})
_NAMES = frozenset({"GPE", "LOC", "PERSON"})
_LONGEST = 3


def contexts_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the contexts whose words (classes ``context-NAME``) stand in the claim's clause, and the frame's own.

    Clauses beside it or inside it speak of something else; what the claim is about belongs to it. A word in the name of a
    place or person says nothing ("the West Bank", "Ms. Gay").
    """
    frame = draft.hit.frame if draft.hit else None
    said = set(_phrases(tree, _scope(tree, draft)))
    found = set(frame.contexts if frame else ())
    found |= {name.removeprefix(PREFIX) for name, keys in lexicon.classes.items() if name.startswith(PREFIX) and said & keys}
    return tuple(sorted(found))


def _scope(tree: Tree, draft: Draft) -> set[int]:
    """Return the tokens of the claim's clause and of what it is about."""
    top = draft.token
    while tree.heads[top] != top and not tree.is_verbal(top) and not _is_border(tree, top):
        top = tree.heads[top]
    tokens = set(_clause(tree, top))
    for i in draft.tokens:
        tokens.update(_clause(tree, i))
    for span in draft.about:
        tokens.update(t.i for t in tree.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
    return tokens


def _clause(tree: Tree, i: int) -> Iterator[int]:
    yield i
    for child in tree.children[i]:
        if not _is_border(tree, child):
            yield from _clause(tree, child)


def _is_border(tree: Tree, i: int) -> bool:
    """Tell whether token i heads a clause of its own."""
    return tree.bases[i] in _BORDERS or tree.deps[i] == "acl:relcl" or (tree.deps[i] == "conj" and tree.is_verbal(i))


def _phrases(tree: Tree, scope: set[int]) -> Iterator[str]:
    """Yield the words and lemmas of the nouns and adjectives of a clause, and what they make with the words before."""
    for i in scope:
        if tree.is_verbal(i) or tree.doc[i].ent_type_ in _NAMES:
            continue
        for size in range(_LONGEST):
            before = [tree.words[k] for k in range(i - size, i) if k in scope]
            if len(before) == size:
                yield " ".join([*before, tree.words[i]])
                yield " ".join([*before, tree.lemmas[i]])
