"""Lands whose short form a hyphen joins to another's adjective: "*Franco*-German talks", "*Sino*-Russian drills"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import HYPHENS


def joined_lands(syntax: Syntax, roster: Roster, found: Sequence[Casting]) -> Iterator[Casting]:
    """Yield the lands that stand so before the adjectives found, where no name found begins there."""
    lands = roster.directory.vocabulary.pairs["land_prefixes"]
    taken = {casting.first for casting in found}
    for adjective in found:
        i = adjective.first - 2
        if i < 0 or i in taken or adjective.form != "adjective" or syntax.words[i + 1] not in HYPHENS or not syntax.words[i][0].isupper():
            continue
        land = lands.get(syntax.lower[i])
        if land and not syntax.is_spaced(i) and not syntax.is_spaced(i + 1):
            yield Casting(i, i + 1, i, (roster.enter(ActorId(land)),), "adjective")
