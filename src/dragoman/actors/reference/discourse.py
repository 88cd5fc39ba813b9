"""What has been mentioned so far, and how ready each mention is to be referred back to.

Salience follows Lappin and Leass (1994): subjects before objects before the rest, the near before the far.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from dragoman.actors.reference.ranker import Ranker, shipped
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import WITH, Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import JOINING

_ROLE = {"nsubj": 3.0, "root": 2.0, "ROOT": 2.0, "obj": 1.5, "iobj": 1.5, "obl": 1.0, "appos": 1.0, "nmod": 0.7, "vocative": 1.0}
_AGENT = 2.0
_OWNER = 1.3
_MAIN = 0.5
_FAR = 1.6
_OFTEN = 0.25
_ADJECTIVE = -1.5
_PLACE = -2.0
_ENDS = (".", "!", "?", "”", '"')
_TALK = ("i", "you")
_TALKING = 0.01
_JOINS = JOINING | {"/"}


@dataclass(frozen=True, slots=True)
class Party:
    """Several actors named together: "Chad and Sudan".

    Attributes:
        at: the last of their tokens.
        lead: the first, by whose role they are ready.
    """

    at: int
    actors: tuple[ActorId, ...]
    lead: int


@dataclass(slots=True)
class Discourse:
    """The mentions up to a token, in the order of the text.

    Attributes:
        counts: how often each actor has been mentioned.
        headline: the actors of the first sentence, where that is a heading.
        kin: who is whose parent, child, spouse: by what he is and to whom.
        children: those whom the report names that are children.
        styles: by token, what kind of pronoun stands there.
        known: by head, what speaks for each mention whatever refers to it.
        ranker: chooses among candidates.
        paragraph: the number of each token's paragraph.
        facing: two of whom one acts towards the other: "*Chad* accused *Mali*".
        leading: the first subject of each sentence.
        headed: whether the first sentence is a heading, which ends without a full stop.
        talk: whether the text is talk rather than a report: it says "I" and "you" outside of quotations.
    """

    syntax: Syntax
    roster: Roster
    past: list[Casting] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    facing: list[Party] = field(default_factory=list)
    counts: Counter[ActorId] = field(default_factory=Counter)
    styles: dict[int, str] = field(default_factory=dict)
    known: dict[int, tuple[str, ...]] = field(default_factory=dict)
    ranker: Ranker = field(default_factory=shipped)
    headline: set[ActorId] = field(default_factory=set)
    kin: dict[tuple[str, ActorId], ActorId] = field(default_factory=dict)
    children: Collection[ActorId] = ()
    paragraph: list[int] = field(init=False)
    leading: set[int] = field(init=False)
    headed: bool = field(init=False)
    talk: bool = field(init=False)

    def __post_init__(self) -> None:
        """Number the paragraphs, and note the first subject of each sentence."""
        syntax = self.syntax
        self.paragraph = list(accumulate(["\n" in word for word in syntax.words]))
        subjects = [i for i, base in enumerate(syntax.bases) if base == "nsubj"]
        self.leading = set({syntax.sentence[i]: i for i in reversed(subjects)}.values())
        first = [word.strip() for word in syntax.words[: bisect_right(syntax.sentence, 0)] if word.strip()]
        self.headed = bool(first) and first[-1] not in _ENDS
        talk = sum([word in _TALK and not inside for word, inside in zip(syntax.lower, syntax.quoted, strict=True)])
        self.talk = talk > _TALKING * len(syntax)

    def note(self, castings: Iterable[Casting]) -> None:
        """Add mentions that the text has just passed, other than those in the labels of turns, of whom nobody speaks."""
        for casting in castings:
            if labels_a_turn(self.syntax, casting):
                continue
            self.past.append(casting)
            for actor in casting.actors:
                self.counts[actor] += 1
            if self.headed and self.syntax.sentence[casting.head] == 0:
                self.headline.update(casting.actors)

    def join(self, party: Party | None) -> None:
        """Add those whom the text has just named together, unless they are part of a party of the same sentence."""
        if party is None:
            return
        here = self.syntax.sentence[party.at]
        if not any(set(party.actors) < set(p.actors) and self.syntax.sentence[p.at] == here for p in self.parties):
            self.parties = sorted([*self.parties, party], key=lambda p: p.at)

    def within(self, i: int, sentences: int) -> list[Casting]:
        """Return the mentions before token i in its sentence and so many before it, latest first."""
        here, found = self.syntax.sentence[i], []
        for casting in reversed(self.past):
            if here - self.syntax.sentence[casting.head] > sentences:
                break
            found.append(casting)
        return found

    def just_before(self, i: int) -> list[Casting]:
        """Return the mentions of the sentence before that of token i, latest first."""
        return [c for c in self.within(i, 1) if self.syntax.sentence[c.head] < self.syntax.sentence[i]]

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


def labels_a_turn(syntax: Syntax, casting: Casting) -> bool:
    """Tell whether a name stands between two pairs of brackets, as that of who speaks next: "((*Vale*)) We lost."."""
    if not casting.first or not syntax.words[casting.first - 1].endswith("("):
        return False
    before = "".join(syntax.words[max(0, casting.first - 2) : casting.first])
    return before.endswith("((") and "".join(syntax.words[casting.last : casting.last + 2]).startswith("))")


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


def groups_of(
    syntax: Syntax,
    meeting: Collection[str] = (),
    one_sided: Collection[str] = (),
    speaking: Collection[str] = (),
    talks: Collection[str] = (),
) -> dict[int, list[tuple[int, ...]]]:
    """Return the tokens of those who are named together, by the last of them; the first of each leads.

    They are coordinated ("Chad and Sudan"), or one meets, or acts together with, the other ("X met Y", "X's talks with Y").

    Args:
        syntax: the report's syntax.
        meeting: verbs whose object is the subject's partner ("met").
        one_sided: nouns for what one has with another who need not have it ("solidarity").
        speaking: verbs whose subject speaks with the one that is named after "to" ("spoke *to X*").
        talks: nouns for talks, to which the one that is named after "with" comes too ("left for *talks with X*").
    """
    found: dict[int, list[tuple[int, ...]]] = {}
    for head, (dep, base, links) in enumerate(zip(syntax.deps, syntax.bases, syntax.links, strict=True)):
        partners: list[int] = []
        if dep == "nmod:poss":
            partners = [*_beside(syntax, head), *(c for c in syntax.kids(syntax.heads[head], "nmod") if syntax.marker(c) == "with")]
        elif base == "nsubj":
            partners = [*_beside(syntax, head), *_partners(syntax, head, meeting, one_sided, speaking), *_at_talks(syntax, head, talks)]
        if dep == "conj" or not (partners or "conj" in links):
            continue
        members = syntax.conjuncts(head)
        others = [member for c in partners for member in syntax.conjuncts(c)]
        for group in (members, [*members, *others] if others else []):
            if len(group) > 1:
                found.setdefault(max(group), []).append(tuple(group))
    return found


def party_of(syntax: Syntax, heads: Mapping[int, Casting], group: tuple[int, ...]) -> Party | None:
    """Return the party that a group is, as far as its members are known by now; None where they are no two actors."""
    named = [h for h in (_name_of(syntax, heads, h) for h in group) if h in heads and heads[h].actors]
    actors = tuple(dict.fromkeys(a for h in named for a in heads[h].actors))
    return Party(max(group), actors, named[0]) if len(named) > 1 and len(actors) > 1 else None


def _name_of(syntax: Syntax, heads: Mapping[int, Casting], i: int) -> int:
    """Return the head of the name beside a noun that is nobody by itself, or the noun's: "his opposite number, *X*"."""
    if i in heads and heads[i].form != "generic":
        return i
    return next((c for c in syntax.kids(i, "appos") if c in heads and heads[c].form == "name"), i)


def joined_of(syntax: Syntax, castings: Iterable[Casting]) -> list[Party]:
    """Return the actors whose names a dash or stroke joins: "US–Israel talks", but not "the *French-Malian* writer Idris"."""
    castings = tuple(castings)
    names = {c.head for c in castings if c.form == "name" and not c.place}
    names |= {syntax.heads[t] for t in names if syntax.deps[t] == "appos"} | {t for n in names for t in syntax.kids(n, "nmod:desc")}
    named = sorted((c for c in castings if c.actors and c.form != "pronoun"), key=lambda c: (c.first, -c.last))
    ends = {c.last: c for c in {c.first: c for c in named}.values()}  # of "EU" and "EU Task Force" the shorter
    beside = [(ends[c.first - 1], c) for c in ends.values() if c.first - 1 in ends]
    whose = {c.head for c in ends.values() if c.form == "adjective" and syntax.heads[c.head] in names}
    pairs = [(one, two) for one, two in beside if syntax.words[one.last] in _JOINS and two.head not in whose]
    found = [Party(two.head, tuple(dict.fromkeys((*one.actors, *two.actors))), two.head) for one, two in pairs]
    return [party for party in found if len(party.actors) > 1]


def _beside(syntax: Syntax, head: int) -> list[int]:
    """Return with whom somebody acts who are named as beside him: "X, *alongside Y*, …"."""
    return [c for c in syntax.kids(head, "appos") if c > head and syntax.marker(c) in WITH]


def _partners(
    syntax: Syntax, subject: int, meeting: Collection[str], one_sided: Collection[str], speaking: Collection[str]
) -> Iterator[int]:
    """Yield whom a subject acts together with: "met *X*", "spoke with *X*", "held talks with *X*"."""
    verb = syntax.heads[subject]
    marked = [(c, syntax.marker(c)) for c in syntax.kids(verb, "obl")]
    yield from (c for c, marker in marked if marker in (*WITH, "and"))
    if syntax.lemmas[verb] in speaking:  # "spoke to *X*", but not "to reporters"
        yield from (c for c, marker in marked if marker == "to" and _is_called(syntax, c))
    aims = [c for c in syntax.kids(verb, "xcomp", "advcl") if syntax.lemmas[c] in meeting and not syntax.kids(c, "nsubj")]
    yield from (c for aim in aims for c in syntax.kids(aim, "obj") if syntax.kids(aim, "mark"))
    subjects = syntax.kids(verb, "nsubj")
    yield from (c for c in subjects if subject < c < verb and _goes_on(syntax, c))
    if syntax.lemmas[verb] in meeting and subject < verb:  # an object that the parser took for a second subject
        yield from (c for c in subjects if c > verb)
    for thing in syntax.kids(verb, "obj", "iobj"):
        if syntax.lemmas[verb] in meeting:
            yield thing
        if syntax.lemmas[thing] not in one_sided:
            yield from (c for c in syntax.kids(thing, "nmod") if syntax.marker(c) == "with")


def _at_talks(syntax: Syntax, subject: int, talks: Collection[str]) -> Iterator[int]:
    """Yield with whom the talks are to which a subject comes or from which it stays away: "suspended its part in *talks with X*"."""
    verb = syntax.heads[subject]
    things = [c for thing in syntax.kids(verb, "obj") for c in syntax.kids(thing, "nmod")]
    held = [c for c in (*things, *syntax.kids(verb, "obl")) if syntax.lemmas[c] in talks]
    yield from (c for talk in held for c in syntax.kids(talk, "nmod") if syntax.marker(c) == "with")


def _is_called(syntax: Syntax, i: int) -> bool:
    """Tell whether a noun phrase is a name or has one beside it: "*Idris*", "his counterpart, *Idris*"."""
    return any(syntax.pos[c] == "PROPN" for c in (i, *syntax.kids(i, "appos", "flat")))


def _goes_on(syntax: Syntax, i: int) -> bool:
    """Tell whether a noun phrase opens with "and", and so goes on a coordination: "X *and* his counterpart *Y* met"."""
    first = i
    while syntax.children[first] and min(syntax.children[first]) < first:
        first = min(syntax.children[first])
    return first < i and syntax.deps[first] == "cc"
