"""Family names that states, capitals and groups bear too: after "Tarek Amman" and "Sue Wagner", "*Amman*" is he and "*Wagner*" she."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.actors.named.organisations import NO_GROUPS
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax

_DOING = ("nsubj", "obj", "iobj", "nmod:poss", "obl:agent", "conj", "appos", "root")


def surnames(syntax: Syntax) -> dict[str, int]:
    """Return the words that end persons' full names in the report, with where each stands first."""
    found: dict[str, int] = {}
    for first, last, label in syntax.entities:
        if label == "PERSON" and last - first > 1 and syntax.deps[last - 1] == "flat" and first <= syntax.heads[last - 1] < last:
            found.setdefault(syntax.words[last - 1], last - 1)
    return found


def without_surnames(syntax: Syntax, roster: Roster, borne: Mapping[str, int], castings: Iterable[Casting]) -> list[Casting]:
    """Return the mentions but those of places and states that are a family name, introduced before, of somebody who acts, and of groups."""
    kept = []
    for c in castings:
        alone = c.last - c.first == 1
        land = alone and _of_land(roster, c) and is_surname(syntax, borne, c.first)
        if not land and not (alone and _of_group(syntax, roster, c) and borne.get(syntax.words[c.first], c.first) < c.first):
            kept.append(c)
    return kept


def is_surname(syntax: Syntax, borne: Mapping[str, int], i: int) -> bool:
    """Tell whether a word is a family name that the report has introduced and that acts or is acted upon here, as no place does."""
    introduced = borne.get(syntax.words[i])
    if introduced is None or introduced >= i or syntax.marker(i) not in ("", "by"):
        return False
    return syntax.deps[i].removesuffix(":pass") in _DOING


def _of_group(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a word is taken for a group's name though the tagger does not say that it is one's."""
    entry = roster.directory.entries.get(casting.actors[0]) if len(casting.actors) == 1 and casting.form == "name" else None
    k = syntax.entity[casting.first]
    return entry is not None and entry.kind not in NO_GROUPS and (k < 0 or syntax.entities[k][2] == "PERSON")


def _of_land(roster: Roster, casting: Casting) -> bool:
    entries = [roster.directory.entries.get(a) for a in casting.named]
    return casting.form == "name" and (casting.place or any(e is not None and e.kind in STATES for e in entries))
