"""Abbreviations of bodies of one country, and capitals' shared names, which mean them where the report speaks of it: not every "SARS"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.actors.directory.entries import NameRef
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax

_BRIEF = 100
_KNOWN_ANYWHERE = ("media", "company", "person", *STATES)
_PLACES = ("GPE", "LOC")
_Place = tuple[int, int, tuple[NameRef, ...]]


def letters_of_a_land(syntax: Syntax, roster: Roster, refs: Sequence[NameRef], surface: str) -> bool:
    """Tell whether a name is an abbreviation that only bodies of some countries bear, in a text that is long enough to name a country.

    Of one that is written like a word ("Stan") that is asked of short texts too, and of a capital that shares its name with towns
    elsewhere ("Victoria").
    """
    entries, has = roster.directory.entries, roster.directory.vocabulary.has
    if has("shared_capitals", surface.lower()) and all(ref.form == "capital" for ref in refs):
        return True
    whose = [entries[ref.id] for ref in refs]
    lands = all(e.country in roster.directory.states and not has("letters_known_anywhere", e.country or "") for e in whose)
    letters = all(ref.exact for ref in refs) and not any(e.kind in _KNOWN_ANYWHERE for e in whose)
    return lands and letters and (len(syntax) > _BRIEF or any(c.islower() for c in surface))


def spelled_out(found: Iterable[Casting], refs: tuple[NameRef, ...]) -> tuple[NameRef, ...]:
    """Return those that an abbreviation may mean whom the report names in full too, if any: "the *Rapid Support Forces*" for "the RSF"."""
    if len(refs) < 2 or not all(ref.exact for ref in refs):
        return refs
    named = {actor for c in found for actor in c.named}
    return tuple(ref for ref in refs if ref.id in named) or refs


def lands_near(syntax: Syntax, roster: Roster) -> frozenset[str]:
    """Return the countries of those named so far and of the places in the text."""
    places = {syntax.text_of(first, last) for first, last, label in syntax.entities if label in _PLACES}
    told = (roster.where(place) for place in places) if roster.where else ()
    return roster.countries().union(land for land in told if land)


def at_home(syntax: Syntax, roster: Roster, places: Sequence[_Place], near: frozenset[str]) -> Iterator[_Place]:
    """Yield the abbreviations whose country the report speaks of, and those of a report that speaks of no country."""
    silent = near.isdisjoint(roster.directory.states)
    for first, last, refs in places:
        theirs = tuple(r for r in refs if roster.directory.entries[r.id].country in near)
        worded = any(c.islower() for c in syntax.words[first])  # as capitals of other lands are, too
        if theirs or (silent and not worded):
            yield first, last, theirs or refs
