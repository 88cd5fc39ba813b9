"""Names of bodies cut down to their noun where the report repeats them: "the *League*" after "the Arab League"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.actors.lookup import noun
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_NO_BODIES = ("person", "people", *STATES)
_LINKS = ("of", "for", "on", "to", "in", "against")
_MODIFIERS = ("amod", "compound", "flat", "nummod", "nmod:poss", "appos")


def find_shortened(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> Iterator[Casting]:
    """Yield capitalised nouns, alone after "the" or before an agent's noun, that end just one body's name in the report."""
    every = list(castings)
    taken = {t for c in every for t in range(c.first, c.last)}
    bodies = _bodies(syntax, roster, every)
    for i, word in enumerate(syntax.lower if bodies else ()):
        named = bodies.get(word)
        if named is None or i in taken or not syntax.words[i][:1].isupper() or not _alone(syntax, roster, i):
            continue
        actors = {actor for at, actor in named if at < i}
        if len(actors) == 1:
            yield Casting(i, i + 1, i, (min(actors),), "name")


def _bodies(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> dict[str, list[tuple[int, ActorId]]]:
    """Return where the report names the bodies that a noun may be short for, by that noun."""
    found: dict[str, list[tuple[int, ActorId]]] = {}
    for casting in castings:
        if casting.form != "name" or casting.place or len(casting.actors) != 1:
            continue
        actor = roster.actors[casting.actors[0]]
        if actor.kind in _NO_BODIES:
            continue
        for words in (list(syntax.words[casting.first : casting.last]), actor.name.split()):
            short, linked = _noun(words)
            has = roster.directory.vocabulary.has
            if short and (has("short_names", short) or (linked and has("short_before_of", short))):  # not the White *House*
                found.setdefault(short, []).append((casting.head, actor.id))
    return found


def _noun(words: list[str]) -> tuple[str | None, bool]:
    """Return the noun of a name of several words, and whether more follows it: "*League* of Nations", "Arab *League*"."""
    lower = [word.lower() for word in words]
    link = next((n for n, word in enumerate(lower) if n and word in _LINKS), len(lower))
    return lower[link - 1] if len(lower) > 1 else None, link < len(lower)


def _alone(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun has nothing beside its article that says which, nor is part of another name."""
    if syntax.kids(i, *_MODIFIERS) or any(syntax.marker(c) == "of" for c in syntax.kids(i, "nmod")):
        return False
    if syntax.base(i) in ("compound", "nmod") and syntax.heads[i] == i + 1:
        return noun(roster.directory.vocabulary.agents, syntax, i + 1) is not None
    return i > 0 and syntax.lower[i - 1] == "the" and syntax.base(i) not in ("flat", "compound", "amod")
