"""Provinces and states of a federation, which act as states do: "*Texas* sued", "*the state* banned it"."""

from __future__ import annotations

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.roster import Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_AIMS = ("ccomp", "xcomp")
_BEFORE = ("compound", "nmod:desc", "nmod:poss", "flat", "amod", "nmod", "appos")
_DONE = ("obj", "ccomp", "xcomp", "obl", "advcl")


def acting_province(syntax: Syntax, roster: Roster, head: int, name: str) -> ActorId | None:
    """Return the province of this name where it does something, or is told or asked something; None where it is a place."""
    if not is_province(roster, name) or not _acts(syntax, roster, syntax.first_conjunct(head)):
        return None
    return add_province(roster, name)


def enter_province(roster: Roster, name: str) -> ActorId | None:
    """Return the province of this name; None where no province is called so."""
    return add_province(roster, name) if is_province(roster, name) else None


def province_before(syntax: Syntax, roster: Roster, head: int) -> ActorId | None:
    """Return the province whose name stands before a person's title and name: "*Ohio* Secretary of State X"."""
    before = [c for c in syntax.kids(head, *_BEFORE) if c < head]
    first = min([syntax.span_of(head)[0], *before, *(k for c in before for k in syntax.children[c])])
    for i in range(first, head):
        for j in (i + 2, i + 1):
            found = enter_province(roster, " ".join(syntax.words[i:j])) if j <= head and syntax.words[i][0].isupper() else None
            if found is not None:
                return found
    return None


def add_province(roster: Roster, name: str) -> ActorId:
    """Note a province in the report by its name."""
    return roster.add(Actor(id=slug(name), name=name, kind="government_body", country=roster.land_of(name), sector="GOV"))


def is_province(roster: Roster, name: str) -> bool:
    """Tell whether a name is a province's that acts as states do."""
    return roster.directory.vocabulary.has("provinces", " ".join(pieces_of(name))) and roster.land_of(name) is not None


def _acts(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a name is subject of a deed, its agent, or whom somebody tells or asks something."""
    has, verb = roster.directory.vocabulary.has, syntax.heads[i]
    if syntax.pos[verb] != "VERB":
        return False
    if syntax.deps[i] == "nsubj":
        return bool(syntax.kids(verb, *_DONE)) and not has("happens_to", syntax.lemmas[verb])
    asked = syntax.base(i) == "obj" and (bool(syntax.kids(verb, *_AIMS)) or has("turned_against", syntax.lemmas[verb]))
    return asked or (syntax.deps[i] == "obl:agent" and not has("happens_to", syntax.lemmas[verb]))
