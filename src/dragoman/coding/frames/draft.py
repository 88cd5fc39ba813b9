"""What a claim is while its parts are still tokens and cast mentions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import msgspec

from dragoman.actors.cast import CastMention
from dragoman.claims import Count, Span, TimeValue
from dragoman.coding.frames.match import Hit
from dragoman.coding.tree import Tree


class Draft(msgspec.Struct, frozen=True):
    """A claim before its mentions have ids.

    Attributes:
        hit: the frame that found it; None where it was read off a title.
        tokens: the trigger's tokens in text order.
        voice: indices of the statements through which it reaches us, outermost first.
    """

    type: str
    rule: str
    tokens: tuple[int, ...]
    roles: dict[str, tuple[CastMention, ...]] = {}
    hit: Hit | None = None
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    about: tuple[Span, ...] = ()
    as_: Span | None = None
    scope: Span | None = None
    counts: tuple[Count, ...] = ()
    polarity: str = "positive"
    certainty: str = "certain"
    tense: str = "present"
    condition: Span | None = None
    time: TimeValue | None = None
    place: Span | None = None
    voice: tuple[int, ...] = ()

    @property
    def is_event(self) -> bool:
        """Tell whether it is an event; otherwise it is a relation."""
        return self.type.isupper()

    @property
    def token(self) -> int:
        """The token that the claim hangs on."""
        return self.hit.token if self.hit else self.tokens[0]

    @property
    def kinds(self) -> frozenset[str]:
        """Its type, and that of its frame, which is another where what is to come counts as agreed, refused or threatened."""
        return frozenset({self.type, self.hit.frame.type if self.hit else self.type})

    def with_(self, **changes: object) -> Draft:
        """Return a copy with some fields changed."""
        return msgspec.structs.replace(self, **changes)

    def without_recipients(self, drop: Callable[[CastMention], bool]) -> Draft:
        """Return the draft without the recipients for whom `drop` holds; the draft itself where it holds for none."""
        given = self.roles.get("recipient", ())
        left = tuple(m for m in given if not drop(m))
        return self if len(left) == len(given) else self.with_(roles=filled({**self.roles, "recipient": left}))


def filled(roles: Mapping[str, tuple[CastMention, ...]]) -> dict[str, tuple[CastMention, ...]]:
    """Return the roles in which somebody is."""
    return {role: found for role, found in roles.items() if found}


def span_of(tree: Tree, first: int, last: int) -> Span:
    """Return the characters of tokens ``[first, last)``."""
    end = tree.doc[last - 1]
    return Span(tree.doc[first].idx, end.idx + len(end))


def spans_of(tree: Tree, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Return the characters of tokens, neighbours joined; of "walk-out" all, whose last part alone is the noun."""
    spans: list[list[int]] = []
    joined = {u for t in tokens if tree.joins(t) for u in (t - 2, t - 1)}
    for t in sorted({*tokens, *joined}):
        if spans and spans[-1][1] == t:
            spans[-1][1] = t + 1
        else:
            spans.append([t, t + 1])
    return tuple(span_of(tree, a, b) for a, b in spans)


def title(tree: Tree, i: int) -> Span:
    """Return the characters of noun i with the words before it that belong to its name, without articles."""
    first = min([i, *(c for c in tree.children[i] if c < i and tree.deps[c] in ("amod", "compound") and not _is_name(tree, c))])
    return span_of(tree, first, i + 1)


def _is_name(tree: Tree, i: int) -> bool:
    return tree.pos[i] == "PROPN"


def phrase(tree: Tree, i: int, *, but: Collection[int] = ()) -> Span:
    """Return the characters of the phrase that token i heads, without its preposition and outer punctuation.

    Args:
        tree: the syntax.
        i: the phrase's head.
        but: heads of phrases inside that end it, since they fill another role: "a terrorist group *by the union*".
    """
    inside = [t for t in tree.subtree(i) if t >= i or tree.deps[t] not in ("case", "mark", "cc")]
    marks = {c for c in tree.children[i] if tree.deps[c] in ("case", "mark", "cc")}
    out = {t for c in tree.children[i] if c > i and not set(but).isdisjoint(tree.subtree(c)) for t in tree.subtree(c)}
    kept = [t for t in inside if t not in marks and t < min(out, default=len(tree.heads))]
    return span_of(tree, kept[0], kept[-1] + 1)
