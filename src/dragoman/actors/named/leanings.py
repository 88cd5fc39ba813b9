"""Whom a word of being for or against somebody names: "*pro-Iranian* militias", "an *anti-Houthi* coalition"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors.directory.directory import fits
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.rulers import ruler_of
from dragoman.actors.owners import chief_state
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import HYPHENS

_LONGEST = 4  # words of a name of which the first is joined to the prefix: "anti-*Islamic State*"
_KINDS = frozenset({"state", "igo", "party", "faction", "armed_group", "person", "people", "government_body"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """A word that says whom its bearer is for or against.

    Attributes:
        token: the word.
        last: the token after the name that it begins.
        start: the character at which the name begins.
        actor: who is named.
        against: whether its bearer is against him, and not for him.
    """

    token: int
    last: int
    start: int
    actor: ActorId
    against: bool


def find_leanings(syntax: Syntax, roster: Roster, castings: Sequence[Casting]) -> Iterator[Leaning]:
    """Yield the words that say whom somebody is for or against, where he is known; a "government" is that of the state spoken of."""
    vocabulary = roster.directory.vocabulary
    sides = {prefix: name == "against_prefixes" for name in ("for_prefixes", "against_prefixes") for prefix in vocabulary.words[name]}
    for found in _prefixed(tuple(sorted(sides))).finditer(syntax.text):
        span = syntax.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or span[0].idx != found.start():
            continue
        i, rest = span.start, found["rest"]
        named = _named(syntax, roster, i, rest) or _of_family(syntax, roster, castings, i, rest)
        if not named and vocabulary.has("government_nouns", rest.lower()):
            named = _state_of(syntax, roster, castings, i)
        if named and roster.actors[roster.enter(named[0])].kind in _KINDS:
            yield Leaning(i, named[1], found.start("rest"), named[0], sides[found["prefix"].lower()])


@lru_cache(maxsize=8)
def _prefixed(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    hyphen = re.escape("".join(sorted(HYPHENS)))
    return re.compile(rf"(?<!\w)(?P<prefix>{'|'.join(prefixes)})[{hyphen}](?P<rest>\w[\w.]*\w)", re.IGNORECASE)


def _named(syntax: Syntax, roster: Roster, i: int, rest: str) -> tuple[ActorId, int] | None:
    """Return whom the directory knows by the longest name that begins after a prefix, and the token after it."""
    last = min(i + _LONGEST, len(syntax.words))
    for end in range(last, i, -1):
        surface = " ".join((rest, *syntax.words[i + 1 : end]))
        refs = [r for r in roster.directory.names.get(surface) if fits(r, surface, roster.directory.vocabulary)]
        chosen = roster.directory.choose(refs, on=roster.published, near=roster.countries()) if refs else None
        if chosen:
            return chosen.id, end
    return None


def _of_family(syntax: Syntax, roster: Roster, castings: Sequence[Casting], i: int, rest: str) -> tuple[ActorId, int] | None:
    """Return the one person of the report whose name ends so, else the one of this family name who rules a state."""
    if not rest[:1].isupper():
        return None
    named = (c for c in castings if len(c.actors) == 1 and c.form == "name" and syntax.words[c.last - 1] == rest)
    here = {c.actors[0] for c in named if roster.actors[c.actors[0]].kind == "person"}
    who = (here.pop() if len(here) == 1 else None) if here else ruler_of(roster, pieces_of(rest))
    return (who, i + 1) if who else None


def _state_of(syntax: Syntax, roster: Roster, castings: Sequence[Casting], i: int) -> tuple[ActorId, int] | None:
    """Return whose government is meant: the state named beside the same noun, else the one that the report speaks of most."""
    beside = set(syntax.kids(syntax.heads[i], "amod", "nmod", "compound"))
    near = [who for c in castings if c.head in beside for who in c.named if roster.actors[roster.enter(who)].kind == "state"]
    state = near[0] if near else chief_state(roster, of_few=True)
    return (state, i + 1) if state else None
