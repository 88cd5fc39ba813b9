"""What has been mentioned so far, and how ready each mention is to be referred back to.

Salience follows Lappin and Leass (1994): subjects before objects before the rest, the near before the far.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_ROLE = {"nsubj": 3.0, "root": 2.0, "ROOT": 2.0, "obj": 1.5, "iobj": 1.5, "obl": 1.0, "appos": 1.0, "nmod": 0.7, "vocative": 1.0}
_AGENT = 2.0
_OWNER = 1.3
_MAIN = 0.5
_FAR = 1.6
_OFTEN = 0.25
_ADJECTIVE = -1.5
_PLACE = -2.0


@dataclass(frozen=True, slots=True)
class Party:
    """Several actors named together: "Chad and Sudan"."""

    at: int
    actors: tuple[ActorId, ...]


@dataclass(slots=True)
class Discourse:
    """The mentions up to a token, in the order of the text."""

    syntax: Syntax
    roster: Roster
    past: list[Casting] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    counts: Counter[ActorId] = field(default_factory=Counter)

    def note(self, castings: Iterable[Casting]) -> None:
        """Add mentions that the text has just passed."""
        for casting in castings:
            self.past.append(casting)
            self.counts.update(casting.actors)

    def within(self, i: int, sentences: int) -> list[Casting]:
        """Return the mentions before token i in its sentence and so many before it, latest first."""
        here, found = self.syntax.sentence[i], []
        for casting in reversed(self.past):
            if here - self.syntax.sentence[casting.head] > sentences:
                break
            found.append(casting)
        return found

    def salience(self, casting: Casting, i: int) -> float:
        """Return how ready a mention is to be what token i refers to."""
        syntax = self.syntax
        score = role_weight(syntax, casting.head) - _FAR * (syntax.sentence[i] - syntax.sentence[casting.head])
        if casting.form == "adjective":
            score += _ADJECTIVE
        if casting.place:
            score += _PLACE
        often = max((self.counts[a] for a in casting.actors), default=0)
        if syntax.base(i) == "nsubj" and syntax.base(casting.head) == "nsubj":
            score += _MAIN
        return score + _OFTEN * min(often, 4) + casting.head / (len(syntax) + 1) * 0.01


def role_weight(syntax: Syntax, head: int) -> float:
    """Return the weight of a noun phrase's grammatical role."""
    first = syntax.first_conjunct(head)
    while syntax.deps[first] == "appos" and syntax.heads[first] != first:
        first = syntax.first_conjunct(syntax.heads[first])
    dep, base = syntax.deps[first], syntax.base(first)
    if dep == "obl:agent":
        return _AGENT
    if dep == "nmod:poss":
        return _OWNER
    weight = _ROLE.get(base, 0.3)
    governor = syntax.heads[first]
    return weight + (_MAIN if base == "nsubj" and syntax.heads[governor] == governor else 0.0)


def parties_of(syntax: Syntax, castings: Iterable[Casting], meeting: Collection[str] = ()) -> list[Party]:
    """Return the actors that are named together: coordinated, or they who meet whom and with whom.

    Args:
        syntax: the report's syntax.
        castings: the mentions.
        meeting: verbs whose object is the subject's partner ("met").
    """
    by_head: dict[int, Casting] = {}
    for casting in castings:
        if casting.actors and casting.form != "pronoun":
            by_head.setdefault(casting.head, casting)
    found: list[Party] = []
    for head in by_head:
        members = [c for c in syntax.conjuncts(head) if c in by_head]
        if len(members) > 1 and syntax.deps[head] != "conj":
            found.append(_party(by_head, members))
        elif syntax.base(head) == "nsubj":
            partners = _partners(syntax, by_head, head, meeting)
            if partners:
                found.append(_party(by_head, [head, *partners]))
        elif syntax.deps[head] == "nmod:poss":
            partners = [c for c in syntax.kids(syntax.heads[head], "nmod") if syntax.marker(c) == "with" and c in by_head]
            if partners:
                found.append(_party(by_head, [head, *partners]))
    found += _joined(syntax, by_head.values())
    return sorted((p for p in found if len(p.actors) > 1), key=lambda p: p.at)


def _joined(syntax: Syntax, castings: Iterable[Casting]) -> list[Party]:
    """Return the actors whose names a dash or stroke joins: "US–Israel talks"."""
    ends = {c.last: c for c in castings}
    beside = [(ends[c.first - 1], c) for c in ends.values() if c.first - 1 in ends]
    pairs = [(one, two) for one, two in beside if syntax.words[one.last] in ("-", "–", "/", "‐", "‑")]
    return [Party(two.head, tuple(dict.fromkeys((*one.actors, *two.actors)))) for one, two in pairs]


def _partners(syntax: Syntax, by_head: dict[int, Casting], subject: int, meeting: Collection[str]) -> list[int]:
    """Return whom a subject acts together with: "met *X*", "spoke with *X*", "held talks with *X*"."""
    verb = syntax.heads[subject]
    found = [c for c in syntax.kids(verb, "obl") if syntax.marker(c) in ("with", "and")]
    for thing in syntax.kids(verb, "obj"):
        found += [thing] if syntax.lemmas[verb] in meeting else []
        found += [c for c in syntax.kids(thing, "nmod") if syntax.marker(c) == "with"]
    return [member for c in found for member in syntax.conjuncts(c) if member in by_head]


def _party(by_head: dict[int, Casting], heads: list[int]) -> Party:
    return Party(max(heads), tuple(dict.fromkeys(a for h in heads for a in by_head[h].actors)))
