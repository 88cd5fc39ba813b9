"""Family names before words for a government: "the *Assad* regime", "the *Obama* administration"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId


def find_rulers(syntax: Syntax, roster: Roster, taken: set[int]) -> Iterator[Casting]:
    """Yield the rulers whose family name alone stands before their government."""
    yield from _mistaken(syntax, roster, taken)
    governments = roster.directory.vocabulary.words.get("government_nouns", frozenset())
    table = dict.fromkeys(governments, True)
    for i, pos in enumerate(syntax.pos):
        head = syntax.heads[i]
        if pos != "PROPN" or i in taken or i > head or syntax.deps[i] not in ("compound", "nmod:poss") or not noun(table, syntax, head):
            continue
        if any(syntax.pos[c] == "PROPN" for c in syntax.kids(i, "flat", "compound")):
            continue
        ruler = ruler_of(roster, pieces_of(syntax.words[i]))
        if ruler is not None:
            yield Casting(i, i + 1, i, (roster.enter(ruler),), "name")


def _mistaken(syntax: Syntax, roster: Roster, taken: set[int]) -> Iterator[Casting]:
    """Yield rulers' family names that the tagger took for organisations, where the report speaks of their country."""
    near = roster.countries()
    firms = {syntax.words[first] for first, last, label in syntax.entities if label == "ORG" and last - first > 1}
    for first, last, label in syntax.entities:
        if syntax.words[first] in firms:  # "*Ford*" beside "Ford Motor Company"
            continue
        if label != "ORG" or last - first != 1 or first in taken or syntax.words[first].isupper() or syntax.kids(first, "det", "compound"):
            continue
        ruler = ruler_of(roster, pieces_of(syntax.words[first]))
        if ruler is not None and roster.directory.entries[ruler].country in near:
            yield Casting(first, last, first, (roster.enter(ruler),), "name")


def is_ruler(roster: Roster, person: ActorId) -> bool:
    """Tell whether a person holds a highest office on the report's date: president of anything, or leader of a state."""
    directory = roster.directory
    for office in directory.offices_on(person, roster.published):
        title = office.title.lower()
        state = office.body is not None and directory.entries[office.body].kind in ("state", "territory")
        if directory.vocabulary.has("rulers", title) or (state and directory.vocabulary.has("rulers_of_states", title)):
            return True
    return False


def ruler_of(roster: Roster, pieces: list[str]) -> ActorId | None:
    """Return the one person of this family name who holds the highest office of a state on the report's date."""
    people = roster.directory.families.get(pieces[-1], ()) if pieces else ()
    highest = [p for p in people if is_ruler(roster, p)]
    here = [p for p in highest if p in roster.actors]
    chosen = here or highest
    return chosen[0] if len(chosen) == 1 else None
