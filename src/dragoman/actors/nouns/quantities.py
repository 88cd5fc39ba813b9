"""People who are only counted or pointed at: "*at least 20* died", "*nine others* were wounded", "*those* who fled"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from dragoman.actors.lookup import noun
from dragoman.actors.nouns.attributive import people_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "conj")
_SPECIFIED = ("nmod", "flat", "acl:relcl", "nmod:poss")
_HUMAN = ("person", "people")
_COUNTED = ("NUM", "NOUN", "ADJ", "PRON", "DET")


def find_quantities(syntax: Syntax, roster: Roster, castings: Sequence[Casting]) -> Iterator[Casting]:
    """Yield numbers and words of number that stand for people: those counted before them, else by what befalls them; and those who."""
    vocabulary = roster.directory.vocabulary
    taken = {t for c in castings for t in range(c.first, c.last)}
    generics = {c.head: c for c in castings if c.form == "generic" and len(c.actors) == 1}
    people = {c.head for c in castings if any(roster.actors[a].kind in _HUMAN for a in c.actors)}
    for i, pos in enumerate(syntax.pos):
        if i not in taken and syntax.lower[i] == "those" and _who(syntax, i):
            yield Casting(i, i + 1, i, (_people(roster),), "generic")
        if i in taken or pos not in _COUNTED or syntax.deps[i] not in _ARGUMENTS:
            continue
        amount = pos == "NUM" or vocabulary.has("amounts", syntax.lower[i])
        if not amount or _is_specified(syntax, roster, i):
            continue
        befalls = _befalls(syntax, roster, i) or _is_more(syntax, roster, people, i)
        counted = _counted_before(syntax, roster, generics, i) if befalls or (pos == "NUM" and syntax.base(i) == "nsubj") else None
        if counted is None and not befalls:
            continue
        first, last = syntax.span_of(i)
        while first and first <= syntax.heads[first - 1] <= i and syntax.deps[first - 1] in ("case", "advmod"):
            first -= 1
        if first in taken or any(vocabulary.has("of_hundred", word) for word in syntax.lower[first : last + 1]):
            continue
        actor = roster.add(counted) if counted else _people(roster)
        roster.plural.add(actor)
        yield Casting(first, last, i, (actor,), "generic")


def _is_specified(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a word behind an amount says of what it is, and not only how many more: "tens *of thousands*"."""
    behind = [c for c in syntax.kids(i, *_SPECIFIED) if c > i]
    amounts = [c for c in behind if roster.directory.vocabulary.has("amounts", syntax.lower[c])]
    return len(amounts) < len(behind) or any(_is_specified(syntax, roster, c) for c in amounts)


def _people(roster: Roster) -> ActorId:
    """Return people of whom no more is said."""
    actor = roster.add(Actor(id=ActorId("people"), name="people", kind="people", sector="CVL"))
    roster.plural.add(actor)
    return actor


def _who(syntax: Syntax, i: int) -> bool:
    """Tell whether a clause says what those do who are meant: "*those who* fled"."""
    return any(syntax.lower[c] == "who" for clause in syntax.kids(i, "acl:relcl") for c in syntax.kids(clause, "nsubj", "nsubj:pass"))


def _counted_before(syntax: Syntax, roster: Roster, generics: Mapping[int, Casting], i: int) -> Actor | None:
    """Return of whom a number counts more: those of whom the clause coordinated before it counts some.

    "killed two *pirates* and detained *13 others*", "a *soldier* was killed and *six more* were hurt", "of 54 *states* only *27* signed";
    or some in the sentence before: "Two of the *attackers* were killed. *Four others* were arrested".
    """
    verb = syntax.heads[i]
    before = [syntax.heads[verb]] if syntax.deps[verb] == "conj" else syntax.kids(verb, "advcl")
    told = _told_before(syntax, i) if syntax.heads[verb] == verb and roster.directory.vocabulary.has("the_rest", syntax.lower[i]) else []
    for clause in (*before, *told):
        for c in syntax.kids(clause, "nsubj", "nsubj:pass", "obj"):
            if clause in told and syntax.pos[c] != "NUM" and not syntax.kids(c, "nummod"):
                continue
            alike = syntax.base(c) == syntax.base(i) or (syntax.deps[c] == "nsubj:pass" and syntax.deps[i] == "obj")
            members = [c, *(k for k in syntax.kids(c, "nmod") if syntax.pos[c] == "NUM")]
            casting = next((generics[m] for m in members if m in generics), None) if c < i and alike else None
            if casting:
                return _several(syntax, roster, casting)
    return None


def _told_before(syntax: Syntax, i: int) -> list[int]:
    """Return the main verb of the sentence before that of token i."""
    here = syntax.sentence[i]
    return [t for t in range(i) if syntax.sentence[t] == here - 1 and syntax.heads[t] == t and syntax.pos[t] == "VERB"]


def _several(syntax: Syntax, roster: Roster, casting: Casting) -> Actor | None:
    """Return a generic actor as several; None for one whose noun tells sex or age, of which the rest need not be."""
    actor = roster.actors[casting.actors[0]]
    if syntax.plural(casting.head):
        return actor
    agent = noun(roster.directory.vocabulary.agents, syntax, casting.head)
    if agent is None or not agent.person or agent.gender is not None or agent.sector in (None, "CVL"):
        return None
    people = people_of(agent)
    if actor.country is None:
        return people
    return msgspec.structs.replace(people, id=ActorId(f"{actor.id}-others"), country=actor.country)  # "a *Kenyan* officer … three others"


def _is_more(syntax: Syntax, roster: Roster, people: Container[int], i: int) -> bool:
    """Tell others than a person or people named before them, whatever they do: "Omar Said *and six others* met"."""
    if syntax.deps[i] != "conj" or syntax.first_conjunct(i) not in people:
        return False
    has, said = roster.directory.vocabulary.has, [i, *syntax.kids(i, "nmod")]
    return syntax.pos[i] != "PRON" and any(has("the_rest", syntax.lower[c]) for c in said)


def _befalls(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether an argument's verb says what happens to people, or is where crowds gather.

    "killed *15*", "*12* were hurt", "left *dozens* dead", "*thousands* took to the streets".
    """
    has = roster.directory.vocabulary.has
    first = syntax.first_conjunct(i)
    verb, dep = syntax.heads[first], syntax.deps[first]
    if dep not in _ARGUMENTS[:3] or syntax.pos[verb] not in ("VERB", "ADJ"):
        return False
    if dep == "nsubj":
        return has("befalls_subjects", syntax.lemmas[verb]) or any(has("crowded", syntax.lower[c]) for c in syntax.kids(verb, "obl"))
    left = any(has("befallen", syntax.lower[c]) for c in syntax.kids(verb, "xcomp")) if dep == "obj" else False
    return left or has("befalls_objects", syntax.lemmas[verb])
