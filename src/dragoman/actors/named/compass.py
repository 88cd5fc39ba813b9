"""Points of the compass that name a state: "the North" where a report speaks of a North and a South of one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId


def find_compass(syntax: Syntax, roster: Roster, taken: set[int]) -> Iterator[Casting]:
    """Yield "the North", "the south side" and "*North* and South Korea" where the report names one such state or its other half."""
    opposite = roster.directory.vocabulary.pairs.get("opposite", {})
    named: dict[str, set[ActorId]] = {}
    for actor in list(roster.actors.values()):
        if actor.kind != "state":
            continue
        first, *rest = pieces_of(actor.name)
        if first not in opposite or len(rest) != 1:
            continue
        named.setdefault(first, set()).add(actor.id)
        for ref in roster.directory.names.get(f"{opposite[first]} {rest[0]}"):
            named.setdefault(opposite[first], set()).add(ref.id)
    one = {point: min(states) for point, states in named.items() if len(states) == 1}
    for i, word in enumerate(syntax.lower if one else ()):
        if word in one and i not in taken and (_alone(syntax, i) or _before_other(syntax, opposite, i) or _of_side(syntax, i)):
            yield Casting(i, i + 1, i, (roster.enter(one[word]),), "name")


def _alone(syntax: Syntax, i: int) -> bool:
    """Tell whether a point of the compass is a phrase by itself: capital, after "the" or without a word, and no part of a name."""
    if syntax.pos[i] not in ("PROPN", "NOUN") or syntax.base(i) in ("compound", "amod", "flat", "advmod"):
        return False
    if syntax.kids(i, "compound", "flat", "amod", "nmod"):
        return False
    return syntax.words[i][0].isupper() or syntax.articled(i)


def _before_other(syntax: Syntax, opposite: Mapping[str, str], i: int) -> bool:
    """Tell whether a point of the compass shares a name with its opposite after it: "*North* and South Korea"."""
    after = syntax.lower[i + 1 : i + 3]
    joined = len(after) == 2 and after[0] in ("and", "or", "&", "/") and after[1] == opposite.get(syntax.lower[i])
    return joined and i + 3 < len(syntax) and syntax.words[i][0].isupper() and syntax.words[i + 3][0].isupper()


def _of_side(syntax: Syntax, i: int) -> bool:
    """Tell whether a point of the compass says which of two sides is meant: "the *south* side"."""
    head = syntax.heads[i]
    return head == i + 1 and syntax.lemmas[head] == "side" and syntax.articled(head)
