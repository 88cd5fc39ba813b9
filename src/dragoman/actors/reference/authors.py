"""Whose words a whole text is: "Statement by *President X*", "Remarks by *the minister*", "Readout of *Y's* call"."""

from __future__ import annotations

from dragoman.actors.owners import Heads
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_BY = ("by", "from", "of")
_LONGEST = 80


def authors_of(syntax: Syntax, roster: Roster, heads: Heads) -> tuple[ActorId, ...]:
    """Return whose words a text gives by its heading; nobody where the heading does not say."""
    end = next((i for i, word in enumerate(syntax.words[:_LONGEST]) if i and "\n" in word), 0)
    top = next((i for i in range(end) if syntax.heads[i] == i or syntax.heads[i] >= end), None)
    if top is None:
        return ()
    if roster.directory.vocabulary.has("own_words", syntax.lemmas[top]):
        return _named_below(syntax, heads, top, "nmod") or _named_below(syntax, heads, top, "obl")
    if roster.directory.vocabulary.has("reported_meetings", syntax.lemmas[top]):
        return next((a for c in syntax.kids(top, "nmod", "obl") if (a := _who_met(syntax, heads, c))), ())
    return ()


def _named_below(syntax: Syntax, heads: Heads, top: int, dep: str) -> tuple[ActorId, ...]:
    """Return those by or from whom the words are: the persons named, else the states of "the leaders of X and Y"."""
    for c in syntax.kids(top, dep):
        if syntax.marker(c) not in _BY:
            continue
        found = _actors(heads, syntax.conjuncts(c), persons=True)
        below = [m for k in syntax.kids(c, "nmod") for m in syntax.conjuncts(k)] if not found else []
        found = found or _actors(heads, below, persons=False)
        if found:
            return found
    return ()


def _actors(heads: Heads, members: list[int], *, persons: bool) -> tuple[ActorId, ...]:
    """Return the actors of these mentions; of those that are only described none where persons are asked for."""
    named = (heads[m] for m in members if m in heads and not (persons and heads[m].form == "generic"))
    return tuple(dict.fromkeys(a for c in named for a in c.named))


def _who_met(syntax: Syntax, heads: Heads, i: int) -> tuple[ActorId, ...]:
    """Return him whose meeting it was and those with whom: a readout's "our" is theirs together."""
    owner = next((heads[c].actors for c in syntax.kids(i, "nmod:poss") if c in heads), ())
    partners = [m for c in syntax.kids(i, "nmod") if syntax.marker(c) == "with" for m in syntax.conjuncts(c)] if owner else []
    return tuple(dict.fromkeys((*owner, *_actors(heads, partners, persons=True))))
