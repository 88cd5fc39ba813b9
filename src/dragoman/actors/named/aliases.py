"""Short names that a report introduces: "the Patriotic Front (PF)", "the Patriotic Front, or PF"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_LONGEST = 8
_SHORTEST = 2


def introduced(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> dict[str, ActorId]:
    """Return the abbreviations that the report gives for actors that it has just named."""
    found: dict[str, ActorId] = {}
    ends = {c.last: c for c in castings if c.actors and not c.place}
    for i, word in enumerate(syntax.words):
        short = _short(word)
        if short is None:
            continue
        opener = _opener(syntax, roster, i)
        named = ends.get(opener) if opener is not None else None
        if named and syntax.words[named.last - 1] != word and named.form in ("name", "generic", "description") and len(named.actors) == 1:
            found.setdefault(word, named.actors[0])
    return found


def _short(word: str) -> str | None:
    if len(word) < _SHORTEST or word.islower() or word[1:].islower():
        return None
    letters = [c for c in word if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return word if _SHORTEST <= len(letters) <= _LONGEST and capitals >= _SHORTEST and capitals * 2 >= len(letters) else None


def _opener(syntax: Syntax, roster: Roster, i: int) -> int | None:
    """Return where the words end that an abbreviation at token i stands for: before "(" or ", or"."""
    j = i - 1
    while j >= 0 and syntax.words[j] in ('"', "“", "'", "‘"):
        j -= 1
    if j >= 0 and syntax.words[j] == "(":
        return j
    if j > 0 and roster.directory.vocabulary.has("alias_links", syntax.lower[j]) and syntax.words[j - 1] in (",", "("):
        return j - 1
    return None


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
