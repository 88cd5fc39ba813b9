"""What goes on with a saying though the parse hangs it on what is said: "said he was sorry *and asked them to leave*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.values import TENSED, Cue
from dragoman.coding.tree import Tree
from dragoman.language.quotes import Quotation

_PRESENT = frozenset({"VBZ", "VBP"})


def resumed(tree: Tree, cues: Sequence[Cue], words: Cues, quoted: Sequence[Quotation]) -> list[Cue]:
    """Return the cues with those that go on with a saying taken out of what was said.

    "Adding that" and a further verb without a subject of its own are said by whoever spoke; a further clause of saying has its own
    source, and is told by whoever tells of the first.
    """
    at = {c.anchor: n for n, c in enumerate(cues) if c.heads and tree.is_verbal(c.anchor)}
    speaking = {i: n for i, n in at.items() if cues[n].kind.name in ("says", "speaks")}
    found = list(cues)
    for n, cue in enumerate(cues):
        i = cue.anchor
        if at.get(i) != n:
            continue
        outer = _adding(tree, i, speaking) if i in speaking else None
        if outer is None and cue.kind.name in words.spoken:
            outer = _beside(tree, i, speaking)
        if outer is None or any(q.first <= i < q.last and not q.first <= cues[outer].anchor < q.last for q in quoted):
            continue
        if not tree.kids(i, "nsubj"):
            found[n] = replace(found[n], source=found[outer].source)
        above = set(tree.ancestors(i))
        for m, other in enumerate(found):
            if m == outer or (m != n and above & set(other.heads) and cues[outer].anchor in tree.ancestors(other.anchor)):
                found[m] = replace(other, heads=tuple(h for h in other.heads if h != i), outside=other.outside | {i})
    return found


def _adding(tree: Tree, i: int, speaking: dict[int, int]) -> int | None:
    """Return the saying that "adding that" goes on with, which the parse hangs on what he said."""
    host = tree.heads[i]
    participle = tree.tags[i] == "VBG" and tree.bases[i] == "advcl" and tree.words[i - 1] == ","
    return speaking.get(tree.heads[host]) if participle and tree.bases[host] == "ccomp" and i > host else None


def _beside(tree: Tree, i: int, speaking: dict[int, int]) -> int | None:
    """Return the saying before that a further verb of saying is joined to rather than to what was said.

    A clause with a subject is, where no "that" opens it and it has the tense of the saying. A verb without one is where it cannot
    share the auxiliary, the tense or the kind of what the parse joins it to: "said he *would* leave and *called* for talks".
    """
    if tree.kids(i, "mark", "nsubj:pass", "expl"):
        return None
    if tree.bases[i] == "ccomp" and tree.kids(i, "cc") and tree.kids(i, "nsubj") and tree.heads[i] < i:  # a second complement
        return speaking.get(tree.heads[i]) if _same_tense(tree, tree.heads[i], i) else None
    if tree.bases[i] != "conj":
        return None
    host = tree.first_conjunct(i)
    behind = [c for c in tree.kids(host, "parataxis") if c in speaking and c < i]
    if behind and tree.kids(i, "cc") and tree.kids(i, "nsubj") and _same_tense(tree, behind[-1], i):
        return speaking[behind[-1]]  # "they fled, Chad said, *but Mali said they had not*"
    clauses = [t for t in (host, *tree.ancestors(host)) if tree.bases[t] == "ccomp"]
    outer = next((tree.heads[t] for t in reversed(clauses) if tree.heads[t] in speaking), None)
    stray = tree.is_nominal(host) and not tree.kids(host, "cop")  # no verb is joined to a noun
    if outer is None or outer > i or not (host in clauses or stray) or not _same_tense(tree, outer, i):
        return None
    subjects = tree.kids(i, "nsubj")
    if subjects:
        return speaking[outer] if tree.kids(i, "cc") and not any(tree.tags[s] in ("WP", "WDT") for s in subjects) else None
    again = tree.lemmas[i] == tree.lemmas[outer]
    alike = tree.tags[host] in TENSED and _same_tense(tree, host, i)
    return speaking[outer] if tree.tags[i] in TENSED and (again or not alike) else None


def _same_tense(tree: Tree, one: int, two: int) -> bool:
    """Tell whether two verbs are both told of the past, or both of the present; a perfect is of either."""
    first, second = _finite(tree, one), _finite(tree, two)
    return bool(first and second) and (first == second or {first, second} <= _PRESENT or tree.is_perfect(one))


def _finite(tree: Tree, i: int) -> str:
    """Return the tag of what makes a verb finite; empty where a modal or nothing does."""
    return next((tree.tags[t] for t in (*tree.kids(i, "aux", "cop"), i) if tree.tags[t] in TENSED), "")
