"""Names that stand within those of things: aircraft, flights, flags and makes, firms called like a land, and what something is like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.actors.directory.entries import Entry, NameForm
from dragoman.actors.lookup import noun
from dragoman.actors.roster import STATES, Roster
from dragoman.actors.syntax import Syntax
from dragoman.language.dashes import JOINING

_MODEL = re.compile(r"(?:[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]{0,3}|\d{3})(?:[-/][A-Z0-9]{1,4})?s?")
_JOINED = 5
_MAKER = "company"
_LINKS = ("appos", "flat", "compound", "nmod:desc", "nmod:unmarked")


def names_thing(syntax: Syntax, roster: Roster, first: int, last: int, whose: Sequence[tuple[Entry, NameForm]]) -> bool:
    """Tell whether a name is part of that of a thing, so that nobody is meant: "a *Boeing* 737", "the *Panamanian*-flagged tanker".

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        first: the name's first token.
        last: the token after its last.
        whose: who bears the name, and of what form it is.
    """
    lands = all(entry.kind in STATES for entry, _ in whose)
    makers = all(entry.kind == _MAKER or form == "capital" for entry, form in whose)
    if is_likened(syntax, roster, last) or _names_event(syntax, roster, last, firms=all(entry.kind == _MAKER for entry, _ in whose)):
        return True
    if lands and (_only_whence(syntax, roster, last) or _called_after_land(syntax, roster, first, last)):
        return True
    return is_flight(syntax, last) or (makers and (is_model(syntax, last) or _is_make(syntax, roster, last - 1)))


def is_likened(syntax: Syntax, roster: Roster, last: int) -> bool:
    """Tell whether a name only says what something is like, or of what time it is: "a *Caesar*-like speech", "*Caesar*-era laws".

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        last: the token after the name's last.
    """
    joined = last + 1 < len(syntax) and syntax.words[last] in JOINING
    return joined and roster.directory.vocabulary.has("likenesses", syntax.lower[last + 1])


def _names_event(syntax: Syntax, roster: Roster, last: int, *, firms: bool) -> bool:
    """Tell whether a capitalised noun makes of the words before it the name of a contest, or of what was held there: "the *Vale* Games"."""
    event = last < len(syntax) and syntax.words[last][:1].isupper() and syntax.heads[last - 1] == last
    has = roster.directory.vocabulary.has
    return event and (has("contests", syntax.lower[last]) or (firms and has("gatherings", syntax.lower[last])))


def is_model(syntax: Syntax, i: int, *, lettered: bool = False) -> bool:
    """Tell whether what begins at token i is the model of an aircraft or vehicle: "*Su-24*", "*737*", one with *letters* "*A320*"."""
    word = _unspaced(syntax, i)
    return _MODEL.fullmatch(word) is not None and not (lettered and word[0].isdigit())


def is_flight(syntax: Syntax, i: int) -> bool:
    """Tell whether a flight's number follows a name, perhaps after the word for its airline: "Vale *Airways Flight 12*"."""
    here = [w.lower() for w in syntax.words[i : i + 3]]
    flight = next((n for n, word in enumerate(here[:2]) if word == "flight"), None)
    return flight is not None and len(here) > flight + 1 and any(c.isdigit() for c in here[flight + 1])


def _unspaced(syntax: Syntax, i: int) -> str:
    """Return the word at token i with what is written on to it."""
    end = i
    while end < min(len(syntax) - 1, i + _JOINED) and not syntax.is_spaced(end):
        end += 1
    return "".join(syntax.words[i : end + 1]).rstrip(".,;:!?)\"'”’") if i < len(syntax) else ""


def _only_whence(syntax: Syntax, roster: Roster, last: int) -> bool:
    """Tell whether a land's name only says whose flag a ship flies or where a thing was made: "*Iranian*-made", "*Liberia*-flagged"."""
    after = last + 1 if syntax.words[last : last + 1] and syntax.words[last] in JOINING else last
    if after >= len(syntax):
        return False
    flag = roster.directory.vocabulary.has("flags", syntax.lower[after])
    return flag or (after > last and roster.directory.vocabulary.has("whence", syntax.lower[after]))


def _called_after_land(syntax: Syntax, roster: Roster, first: int, last: int) -> bool:
    """Tell whether a land's name is that of the firm which the noun before it says: "the airline *Emirates*"."""
    head, before = last - 1, first - 1
    if before < 0 or not roster.directory.vocabulary.has("institutions", syntax.lemmas[before]) or syntax.plural(before):
        return False
    return (syntax.heads[head] == before and syntax.base(head) in _LINKS) or (
        syntax.heads[before] == head and syntax.deps[before] in _LINKS
    )


def _is_make(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a maker's name stands before that of one of its things: "a *HAL* Tejas"; a "*Google* engineer" is somebody."""
    thing = syntax.heads[head]
    named = syntax.base(head) == "compound" and thing > head and syntax.pos[thing] == "PROPN"
    one = any(syntax.lower[c] in ("a", "an") for c in syntax.kids(thing, "det"))
    return named and one and noun(roster.directory.vocabulary.agents, syntax, thing) is None
