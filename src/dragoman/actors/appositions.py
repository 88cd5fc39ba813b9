"""Descriptions that stand beside the names they describe, and mean the same."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import WITH, Syntax
from dragoman.claims import ActorId

_BANDS = ("armed_group", "movement", "faction")
_BESIDE = ("appos", "flat", "compound", "nmod:unmarked")


def appose(syntax: Syntax, roster: Roster, heads: dict[int, Casting]) -> None:
    """Let a description in apposition to names mean whom they name.

    One name, one actor ("Idris, a spokesman"); a plural noun means all the names beside it ("the groups Hamas and Fatah").
    """
    ends = {c.last: c for c in heads.values() if c.form == "name"}
    for i, casting in sorted(heads.items()):
        if casting.form != "generic":
            continue
        names = _names_beside(syntax, heads, i)
        if syntax.plural(i):
            actors = tuple(dict.fromkeys(a for n in names for a in n.actors)) if len(names) > 1 else _band(roster, casting, names)
        else:
            name = names[0] if len(names) == 1 else _before_comma(syntax, ends, casting)
            actors = name.actors if name else ()
        if actors and all(_can_be(syntax, roster, casting, a) for a in actors):
            heads[i] = replace(casting, actors=actors, form="description")


def _names_beside(syntax: Syntax, heads: dict[int, Casting], i: int) -> list[Casting]:
    """Return the names that a noun is in apposition to or that are in apposition to it, with what is coordinated to them."""
    first = next((c for c in syntax.kids(i, *_BESIDE) if c > i and _named(heads, c)), None)
    if syntax.deps[i] == "appos" and syntax.marker(i) in WITH:  # "Rumsfeld, *with* the chairman, Myers"
        return [heads[first]] if first is not None else []
    if first is None and syntax.deps[i] == "appos":
        first = syntax.first_conjunct(syntax.heads[i])
    members = syntax.conjuncts(first) if first is not None else []
    if syntax.deps[i] == "appos" and not syntax.plural(i):
        members = [syntax.heads[i]]
    return [heads[m] for m in members if m != i and _named(heads, m)]


def _named(heads: dict[int, Casting], i: int) -> bool:
    return i in heads and heads[i].form == "name" and bool(heads[i].actors) and not heads[i].place


def _band(roster: Roster, generic: Casting, names: list[Casting]) -> tuple[ActorId, ...]:
    """Return the one group whose members a noun for rebels beside its name describes: "the rebels *Ansar*"."""
    armed = roster.directory.vocabulary.has("of_no_country", roster.actors[generic.actors[0]].sector or "")
    actors = names[0].actors if armed and len(names) == 1 else ()
    return actors if len(actors) == 1 and roster.actors[actors[0]].kind in _BANDS else ()


def _before_comma(syntax: Syntax, ends: dict[int, Casting], casting: Casting) -> Casting | None:
    """Return the name before the comma before a noun phrase that ends with the next mark: "…, Kenya, *the host*."."""
    comma, after = casting.first - 1, casting.last
    bounded = after >= len(syntax) or syntax.pos[after] == "PUNCT"
    if comma < 1 or syntax.words[comma] != "," or not bounded or syntax.kids(casting.head, "conj", "cc"):
        return None
    if syntax.deps[casting.head] == "conj" or syntax.base(casting.head) == "nsubj":
        return None
    name = ends.get(comma)
    return name if name and name.actors and not name.place else None


def _can_be(syntax: Syntax, roster: Roster, generic: Casting, actor: ActorId) -> bool:
    """Tell whether a noun and a name can be one: both a person, or neither, unless the noun may be either ("ally")."""
    if roster.directory.vocabulary.has("either_kind", syntax.lemmas[generic.head]):
        return True
    if roster.actors[actor].kind in _BANDS and syntax.plural(generic.head):
        return True
    described = roster.actors[generic.actors[0]].kind in ("person", "people")
    return described == (roster.actors[actor].kind == "person")
