"""People who are only counted: "*at least 20* died", "*nine others* were wounded", "it left *dozens* homeless"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "conj")
_SPECIFIED = ("nmod", "flat", "acl:relcl", "nmod:poss")
_COUNTED = ("NUM", "NOUN", "ADJ", "PRON", "DET")


def find_quantities(syntax: Syntax, roster: Roster, taken: set[int]) -> Iterator[Casting]:
    """Yield numbers and words of number that stand for people, by what befalls them."""
    vocabulary = roster.directory.vocabulary
    for i, pos in enumerate(syntax.pos):
        if i in taken or pos not in _COUNTED or syntax.deps[i] not in _ARGUMENTS:
            continue
        amount = pos == "NUM" or vocabulary.has("amounts", syntax.lower[i])
        if not amount or any(c > i for c in syntax.kids(i, *_SPECIFIED)) or not _befalls(syntax, roster, i):
            continue
        first, last = syntax.span_of(i)
        while first and first <= syntax.heads[first - 1] <= i and syntax.deps[first - 1] in ("case", "advmod"):
            first -= 1
        if first in taken or any(vocabulary.has("of_hundred", word) for word in syntax.lower[first : last + 1]):
            continue
        actor = roster.add(Actor(id=ActorId("people"), name="people", kind="people", sector="CVL"))
        roster.plural.add(actor)
        yield Casting(first, last, i, (actor,), "generic")


def _befalls(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether an argument's verb says what happens to people: "killed *15*", "*12* were hurt", "left *dozens* dead"."""
    has = roster.directory.vocabulary.has
    first = syntax.first_conjunct(i)
    verb, dep = syntax.heads[first], syntax.deps[first]
    if dep not in _ARGUMENTS[:3] or syntax.pos[verb] not in ("VERB", "ADJ"):
        return False
    if dep == "nsubj":
        return has("befalls_subjects", syntax.lemmas[verb])
    left = any(has("befallen", syntax.lower[c]) for c in syntax.kids(verb, "xcomp")) if dep == "obj" else False
    return left or has("befalls_objects", syntax.lemmas[verb])
