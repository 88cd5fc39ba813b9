"""When a statement was made: the time of its cue or of what its source is doing, else of the speaker's last dated words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.actors.cast import Cast
from dragoman.claims import TimeValue
from dragoman.coding.statements import RawStatement
from dragoman.coding.times import TimeMention, time_of
from dragoman.coding.tree import Tree

_BESIDE = frozenset({"acl", "advcl", "nmod", "obl", "appos"})


def times_said(
    tree: Tree, cast: Cast, statements: Sequence[RawStatement], times: Sequence[TimeMention], *, published: date | None
) -> tuple[TimeValue | None, ...]:
    """Return the time of each statement, None where the text does not say.

    A report dates a speaker's words once ("at a news conference on Monday") and quotes on: a later statement of
    the same source without a time of its own, and outside any other, was made at the same time. The value's span
    points at the words that say so.
    """
    found: list[TimeValue | None] = []
    last: dict[str, TimeValue] = {}
    for statement in statements:
        sources = [m.mention.actor for t in statement.source for m in cast.at(t) if m.mention.actor]
        time = _own(tree, statement, times, published)
        if time is None and statement.within is None and sources and statement.is_said():
            time = last.get(sources[0])
        if time is not None and sources:
            last[sources[0]] = time
        found.append(time)
    return tuple(found)


def _own(tree: Tree, statement: RawStatement, times: Sequence[TimeMention], published: date | None) -> TimeValue | None:
    """Return the time of the cue, or of a phrase or participle that hangs on the source."""
    inside = {i for first, last in statement.content for i in range(first, last)}
    around = [*statement.cue, *statement.source]
    around += [c for t in around for c in tree.children[t] if tree.bases[c] in _BESIDE and tree.deps[c] != "acl:relcl"]
    sentences = {tree.sentences[t] for t in around}
    near = [t for t in times if tree.sentences[t.first] in sentences and inside.isdisjoint(range(t.first, t.last))]
    for i in dict.fromkeys(around):
        if i not in inside and (value := time_of(tree.doc, i, near, published=published)):
            return value
    saying = set(around) - inside
    return next((t.value for t in near if t.value and _is_of_saying(tree, t.last - 1, saying)), None)


def _is_of_saying(tree: Tree, i: int, saying: set[int]) -> bool:
    """Tell a time that hangs on the words of saying, but in no clause about who says it: "Roe, *who was sacked on Monday*, told them"."""
    for above in tree.ancestors(i):
        if above in saying:
            return True
        if tree.deps[above] == "acl:relcl":
            return False
    return False
