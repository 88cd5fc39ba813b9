"""Who is excepted from what is told of the rest, and has no part in it: "all members *but Chad* signed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.actors.cast import CastMention
from dragoman.claims import ActorId
from dragoman.coding.frames.draft import Draft, filled
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree


def without_excepted(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts without those whom their sentence excepts, also where a word for all includes them: "invited *them*, except Chad".

    Of whom nothing is denied in "nobody but Chad signed" it is told that he did. A claim that is left with nobody is none.
    """
    tree, grammar = scene.tree, scene.lexicon.grammar
    if grammar["excepting"].isdisjoint(tree.words):
        return list(drafts)
    out: dict[int, set[int]] = {}
    for t in _excepted(tree, grammar["excepting"], grammar["universal"], grammar["nobody"]):
        out.setdefault(tree.sentences[t], set()).add(t)
    actors = {s: {who for t in heads for m in scene.cast.at(t) if (who := m.mention.actor or m.stands_for)} for s, heads in out.items()}
    return [left for made in drafts if (left := _without(made, tree, out, actors))]


def _without(made: Draft, tree: Tree, out: Mapping[int, set[int]], actors: Mapping[int, set[ActorId]]) -> Draft | None:
    """Return a draft without those whom its sentence excepts, None where nobody is left in it or a side of a relation is empty."""
    heads = out.get(sentence := tree.sentences[made.token])
    if not heads or not heads.isdisjoint(tree.ancestors(made.token)):
        return made
    several = Counter(m.head for who in made.roles.values() for m in who)

    def is_out(m: CastMention) -> bool:
        return m.head in heads or (several[m.head] > 1 and m.mention.actor in actors[sentence])

    roles = filled({role: tuple(m for m in who if not is_out(m)) for role, who in made.roles.items()})
    if roles == made.roles:
        return made
    whole = bool(roles) and (made.is_event or roles.keys() == made.roles.keys())
    return made.with_(roles=roles) if whole else None


def _excepted(tree: Tree, excepting: frozenset[str], universal: frozenset[str], nobody: frozenset[str]) -> Iterator[int]:
    """Yield the heads of those whom a phrase excepts, all that are coordinated, where nothing before it in the sentence denies."""
    words = tree.words
    for i, word in enumerate(words):
        if word not in excepting or i + 1 == len(words):
            continue
        start = next((t for t in range(i, -1, -1) if t == 0 or tree.sentences[t - 1] != tree.sentences[i]), i)
        if not nobody.isdisjoint(words[start:i]) or (word == "but" and not _from_all(tree, i, universal)):
            continue
        if word == "exception" and tree.marker(i) != "with":
            continue
        if word == "than" and words[i - 1] != "other":
            continue
        first = i + 2 if words[i + 1] in ("for", "of") else i + 1
        if head := _head(tree, first, i):
            yield from tree.conjuncts(head)


def _from_all(tree: Tree, i: int, universal: frozenset[str]) -> bool:
    """Tell a "but" right after a word for all, or a noun phrase with one: "*all* but Chad", "*every* state but Chad"."""
    if tree.words[i - 1] in universal:
        return True
    above = tree.heads[tree.heads[i]]
    return above < i and not tree.is_verbal(above) and tree.has(above, universal, "det", "det:predet", "amod")


def _head(tree: Tree, first: int, after: int) -> int | None:
    """Return the head of the noun phrase that begins at a token and lies behind another."""
    if first >= len(tree.heads):
        return None
    t = first
    while after < tree.heads[t] != t and not tree.is_verbal(tree.heads[t]):
        t = tree.heads[t]
    return t if tree.is_nominal(t) else None
