"""Short names that a report introduces: "the Patriotic Front (PF)", "the Patriotic Front, or PF"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_LONGEST = 8
_SHORTEST = 2
_QUOTES = ('"', "“", "'", "‘")


def introduced(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> dict[str, ActorId]:
    """Return the abbreviations that the report gives for actors that it has just named."""
    found: dict[str, ActorId] = {}
    ends = {c.last: c for c in castings if c.actors and not c.place}
    for opener, named in sorted(ends.items()):
        if named.form not in ("name", "generic", "description") or len(named.actors) != 1:
            continue
        for i in _after(syntax, roster, opener):
            word = syntax.words[i]
            if _is_short(word) and syntax.words[named.last - 1] != word:
                found.setdefault(word, named.actors[0])
    return found


def _is_short(word: str) -> bool:
    """Tell whether a word is written like an abbreviation, most of it in capitals."""
    if len(word) < _SHORTEST or word.islower() or word[1:].islower():
        return False
    letters = [c for c in word if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return _SHORTEST <= len(letters) <= _LONGEST and capitals >= _SHORTEST and capitals * 2 >= len(letters)


def _after(syntax: Syntax, roster: Roster, opener: int) -> Iterator[int]:
    """Yield where an abbreviation can stand for the words that end before a token: after "(" or ", or", quotation marks aside."""
    mark = syntax.words[opener] if opener < len(syntax) else ""
    linked = opener + 1 < len(syntax) and roster.directory.vocabulary.has("alias_links", syntax.lower[opener + 1])
    openers = [opener] if mark == "(" else []
    openers += [opener + 1] if linked and mark in (",", "(") else []
    for i in openers:
        first = i + 1
        while first < len(syntax) and syntax.words[first] in _QUOTES:
            first += 1
        if first < len(syntax):
            yield first


def recast(syntax: Syntax, short: dict[str, ActorId], castings: Iterable[Casting]) -> Iterator[Casting]:
    """Yield the mentions again, with introduced abbreviations meaning what the report says, and those found anew."""
    free: set[int] = set()
    for casting in castings:
        free.update(range(casting.first, casting.last))
        word = syntax.words[casting.first]
        if casting.last - casting.first == 1 and word in short:
            yield Casting(casting.first, casting.last, casting.head, (short[word],), "name")
        else:
            yield casting
    for i, word in enumerate(syntax.words):
        if word in short and i not in free:
            yield Casting(i, i + 1, i, (short[word],), "name")
