"""PLOVER contexts of a claim, by the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.lexicon.contexts import ContextWords
from dragoman.coding.tree import Tree

_BORDERS = frozenset({"advcl", "ccomp", "csubj", "parataxis"})
_NAMES = frozenset({"GPE", "LOC", "PERSON"})


def contexts_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the contexts whose words (classes ``context-NAME``) stand in the claim's clause, and the frame's own.

    Clauses beside it or inside it speak of something else; what the claim is about belongs to it. A word in the name of a
    place or person says nothing ("the West Bank", "Ms. Gay").
    """
    frame = draft.hit.frame if draft.hit else None
    return tuple(sorted({*(frame.contexts if frame else ()), *_said(tree, _scope(tree, draft), lexicon.contexts)}))


def _scope(tree: Tree, draft: Draft) -> set[int]:
    """Return the tokens of the claim's clause and of what it is about."""
    top = draft.token
    while tree.heads[top] != top and not tree.is_verbal(top) and not _is_border(tree, top):
        top = tree.heads[top]
    tokens: set[int] = set()
    todo = [top, *draft.tokens]
    while todo:
        i = todo.pop()
        if i not in tokens:
            tokens.add(i)
            todo += [c for c in tree.children[i] if not _is_border(tree, c)]
    for span in draft.about:
        tokens.update(t.i for t in tree.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
    return tokens


def _is_border(tree: Tree, i: int) -> bool:
    """Tell whether token i heads a clause of its own."""
    return tree.bases[i] in _BORDERS or tree.deps[i] == "acl:relcl" or (tree.deps[i] == "conj" and tree.is_verbal(i))


def _said(tree: Tree, scope: set[int], words: ContextWords) -> Iterator[str]:
    """Yield the contexts of the nouns and adjectives of a clause, and of what they make with the words before."""
    for i in scope:
        for last in (tree.words[i], tree.lemmas[i]):
            for before, context in words.get(last, ()):
                places = range(i - len(before), i)
                if scope.issuperset(places) and before == tuple(tree.words[k] for k in places) and _says(tree, i):
                    yield context


def _says(tree: Tree, i: int) -> bool:
    return not tree.is_verbal(i) and tree.doc[i].ent_type_ not in _NAMES
