"""Whether the name of a state, a capital or a seat of government acts or is only a place."""

from __future__ import annotations

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.language.dashes import JOINING

_ACTING = ("nsubj", "iobj", "vocative", "root", "ROOT", "parataxis", "dislocated")
_OF_TOWN = ("appos", "flat", "nmod:unmarked", "obl:unmarked")
_OWNING = ("nmod:poss", "compound", "amod", "nmod:desc", "flat")


def settle(syntax: Syntax, roster: Roster, casting: Casting, *, capital: bool) -> Casting:
    """Return the mention as an actor or as a place.

    A state's name in a locative phrase is a place; a capital acts where it is subject, owner or agent, and is a place
    wherever else it stands ("talks in Beijing", "flew to Washington").
    """
    if not casting.actors and not casting.stands_for:
        return casting
    actor = casting.actors[0] if casting.actors else casting.stands_for
    assert actor is not None
    if _is_place(syntax, roster, casting, capital=capital):
        return Casting(casting.first, casting.last, casting.head, (), casting.form, place=True, stands_for=actor)
    return Casting(casting.first, casting.last, casting.head, (actor,), casting.form)


def land_after(syntax: Syntax, roster: Roster, last: int) -> str | None:
    """Return the country of the state or province that follows a town's name after a comma: "Tripoli, *Lebanon*", "Paris, *Texas*"."""
    town, i = last - 1, last + 1
    if i >= len(syntax) or syntax.words[last] != "," or not syntax.words[i][:1].isupper():
        return None
    below = [c for c in syntax.kids(town, *_OF_TOWN) if c > last]
    if not below or syntax.span_of(min(below))[0] not in (last, i):
        return None
    for name in (" ".join(syntax.words[i : below[0] + 1]), " ".join(syntax.words[i : syntax.span_of(below[0])[1]]).strip(" ,")):
        entries = [roster.directory.entries[ref.id] for ref in roster.directory.names.get(name)]
        if roster.directory.vocabulary.has("provinces", " ".join(pieces_of(name))) and roster.where:
            return roster.where(name)
        state = next((e.country for e in entries if e.kind in STATES), None)
        if state:
            return state
    return None


def _is_place(syntax: Syntax, roster: Roster, casting: Casting, *, capital: bool) -> bool:
    has = roster.directory.vocabulary.has
    i = syntax.first_conjunct(casting.head)
    base, marker = syntax.base(i), syntax.marker(casting.head)
    governor = syntax.heads[i]
    if _hyphened(syntax, casting, governor):
        return False
    if has("place_prepositions", marker):
        return True
    if has("direction_prepositions", marker) and base in ("obl", "nmod") and _moves(syntax, roster, governor):
        return True
    if _within_place(syntax, i) or _dateline(syntax, casting):
        return True
    if capital:
        return _capital_is_place(syntax, roster, i, marker)
    named_so = base == "nmod" and marker == "of" and has("place_nouns", syntax.lemmas[governor])
    return syntax.deps[i] == "obl:unmarked" or named_so


def _hyphened(syntax: Syntax, casting: Casting, governor: int) -> bool:
    """Tell whether a hyphen makes a name the agent of the participle after it: "*Iran*-backed", "the *Moscow*-led bloc"."""
    joined = governor == casting.last + 1 and syntax.words[casting.last] in JOINING
    return joined and syntax.words[governor].endswith(("ed", "run", "held"))


def _capital_is_place(syntax: Syntax, roster: Roster, i: int, marker: str) -> bool:
    has, base, dep = roster.directory.vocabulary.has, syntax.base(i), syntax.deps[i]
    if base == "compound" and has("held_somewhere", syntax.lemmas[syntax.heads[i]]):  # "the *Cairo* summit"
        return True
    if base == "compound" and _within_name(syntax, i):
        return True
    if dep == "nmod:poss" and syntax.pos[syntax.heads[i]] == "PROPN" and not _governs(syntax, roster, syntax.heads[i]):
        return True  # "*Tehran's* Evin Prison"
    if base in _ACTING or dep in ("obl:agent", *_OWNING):
        return False
    if base == "conj":
        return False
    if base in ("obl", "nmod"):
        return not has("capital_targets", marker)
    if base == "obj":
        return has("motion", syntax.lemmas[syntax.heads[i]])
    return base in ("appos", "obl:unmarked", "nmod:unmarked", "dep")


def _governs(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a name is that of a person or ends with a noun for a body: "Cairo's *Foreign Ministry*", "Cairo's *Tarek Amer*"."""
    person = syntax.entity[i] >= 0 and syntax.entities[syntax.entity[i]][2] == "PERSON"
    return person or any(roster.directory.vocabulary.bodies.get(word) for word in (syntax.words[i], syntax.lower[i]))


def _moves(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a verb or noun says that somebody or something goes somewhere, or is what such a verb moves: "sent an *envoy* to"."""
    moved = syntax.base(i) == "obj" and roster.directory.vocabulary.has("motion", syntax.lemmas[syntax.heads[i]])
    return moved or roster.directory.vocabulary.has("motion", syntax.lemmas[i])


def _within_name(syntax: Syntax, i: int) -> bool:
    """Tell whether a name is part of what the tagger took for a longer one of an organisation: "*Madrid* District Hospital"."""
    k = syntax.entity[i]
    return k >= 0 and syntax.entities[k][2] == "ORG" and syntax.entities[k][0] == i and syntax.entities[k][1] > i + 1


def _within_place(syntax: Syntax, i: int) -> bool:
    """Tell whether a name says in which land the place before it lies: "in Mombasa, *Kenya*"."""
    governor = syntax.heads[i]
    named = syntax.entities[syntax.entity[governor]][2] if syntax.entity[governor] >= 0 else ""
    return syntax.base(i) in ("appos", "nmod", "flat") and governor < i and named in ("GPE", "LOC") and syntax.words[i - 1] == ","


def _dateline(syntax: Syntax, casting: Casting) -> bool:
    """Tell whether a name opens a paragraph as its dateline: "CAIRO (AP) —", "Kabul, Afghanistan –"."""
    first, last = casting.first, casting.last
    opening = first == 0 or syntax.pos[first - 1] == "SPACE" or syntax.sentence[first - 1] != syntax.sentence[first]
    if not opening or last >= len(syntax):
        return False
    window = range(last, min(last + 8, len(syntax)))
    dash = next((t for t in window if syntax.words[t] in ("—", "–", "--", "―") and not _pairs(syntax, t)), None)
    between = range(last, dash) if dash is not None else range(0)
    return dash is not None and all(syntax.pos[t] in ("PUNCT", "PROPN", "NUM", "SPACE", "X") for t in between)


def _pairs(syntax: Syntax, dash: int) -> bool:
    """Tell whether a short dash without spaces joins two names: "*Serbia*–*Kosovo* talks"."""
    alone = syntax.is_spaced(dash - 1) or syntax.is_spaced(dash)
    return syntax.words[dash] == "–" and not alone and dash + 1 < len(syntax) and syntax.entity[dash + 1] >= 0
