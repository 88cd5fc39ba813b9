"""Whose words quotations are that no verb of saying stands beside: the people spoken of right before or after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.actors.cast import Cast
from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.values import LOOSE, RawStatement
from dragoman.coding.tree import Tree
from dragoman.language.quotes import Quotation

_ENDS: Final = frozenset({".", "!", "?"})
_SPEAKERS: Final = ("person", "people")


def beside(tree: Tree, statements: Sequence[RawStatement], q: Quotation, cast: Cast | None, cues: Cues) -> int | tuple[int, ...] | None:
    """Return the statement that a quotation goes on with, or the head of whoever is spoken of beside it; None where that is nobody.

    Args:
        tree: the syntax.
        statements: what is given to somebody already.
        q: a quotation of one sentence at least that nobody has.
        cast: who is mentioned.
        cues: the words that report.
    """
    if cast is None:
        return None
    before = tree.before(q.first)
    opens = before is None or "\n" in tree.doc[before : q.first].text
    if before is not None and not opens:
        if tree.words[before] == ":":
            return _subject(tree, before, cast, None)
        return _subject(tree, before, cast, cues) if tree.words[before] in _ENDS else None
    after = _word_after(tree, q.last)
    if after is not None:
        return _subject(tree, after, cast, cues)
    return None if before is None else _paragraph_before(tree, statements, before)


def _paragraph_before(tree: Tree, statements: Sequence[RawStatement], last: int) -> int | None:
    """Return the quotation with which the paragraph before ends, or its last sentence says whose it was."""
    at = tree.sentences[last]
    spoken = [
        n
        for n, s in enumerate(statements)
        if s.cue and s.source and s.manner == "direct" and max(tree.sentences[s.cue[0]], tree.sentences[s.content[-1][1] - 1]) == at
    ]
    return spoken[-1] if spoken else None


def _subject(tree: Tree, i: int, cast: Cast, cues: Cues | None) -> tuple[int, ...] | None:
    """Return who is the subject of the sentence around token i; with cues, only where he talks, is described or is one that does something.

    Who does something right beside words that are nobody else's says them: "Roe *shrugged*. “We won.”".
    """
    root = next((t for t in (i, *tree.ancestors(i)) if tree.is_root(t)), None)
    subjects = tree.kids(root, "nsubj") if root is not None else []
    if root is None or len(subjects) != 1 or subjects[0] > root:
        return None
    described = tree.pos[root] == "ADJ" and bool(tree.kids(root, "cop"))
    talks = cues is None or described or tree.lemmas[root] in cues.talking
    if not talks and tree.deps[subjects[0]] != "nsubj":
        return None
    kinds = _SPEAKERS if talks else _SPEAKERS[:1]
    known = [m for m in cast.at(subjects[0]) if m.mention.actor and cast.actors[m.mention.actor].kind in kinds]
    return (subjects[0],) if known else None


def _word_after(tree: Tree, i: int) -> int | None:
    """Return the first word after a quotation in its paragraph."""
    for t in range(i, len(tree.words)):
        if "\n" in tree.doc[t - 1].text or "\n" in tree.doc[t].text:
            return None
        if tree.pos[t] not in LOOSE:
            return t
    return None
