"""Persons' names as they stand in the text: without titles, storms and ships, and family names that stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.entities import is_common, is_doer
from dragoman.actors.named.matches import head_of, is_ship
from dragoman.actors.named.surnames import is_surname
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import HYPHENS

_ARMED = "MIL"
_NICKNAME = 3
_ADVERBIAL = ("obl", "nmod", "advmod", "vocative")
_QUOTES = ('"', "“", "”", "'", "‘", "’", "``", "''")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands in the text."""

    first: int
    last: int
    head: int
    pieces: tuple[str, ...]
    text: str


def names_in(syntax: Syntax, roster: Roster, taken: set[int]) -> Iterator[Name]:
    """Yield the names that the tagger found or a title announces, without their titles."""
    held = set(taken)
    storms = _storms(syntax, roster)
    for first, last, label in syntax.entities:
        if storms.intersection(syntax.words[first:last]):
            continue
        if is_ship(syntax, roster, first):
            continue
        if label == "PERSON" or (label == "GPE" and _doer(syntax, roster, first, last)):
            end = _with_nickname(syntax, last) if label == "PERSON" else last
            name = _name(syntax, roster, first, _with_hyphens(syntax, end), held)
            if name and not _is_ship(syntax, roster, name):
                held.update(range(name.first, name.last))
                yield name
    titles = roster.directory.vocabulary.titles
    for i, dep in enumerate(syntax.deps):
        head = syntax.heads[i]
        if dep != "nmod:desc" or head <= i or syntax.pos[head] != "PROPN" or head in held:
            continue
        agent = roster.directory.vocabulary.agents.get(syntax.lemmas[i])
        if titles.get(syntax.words[i]) or (agent and agent.person):
            last = max([head, *(c for c in syntax.kids(head, "flat") if c > head)]) + 1
            name = _name(syntax, roster, head, last, held)
            if name and not _is_ship(syntax, roster, name):
                held.update(range(name.first, name.last))
                yield name


def _storms(syntax: Syntax, roster: Roster) -> frozenset[str]:
    """Return the names of a report that are those of storms: "*Hurricane Ida*", and "*Ida*" after it."""
    storms = roster.directory.vocabulary.words["named_storms"]
    if storms.isdisjoint(syntax.lower):
        return frozenset()
    return frozenset(b for a, b in pairwise(syntax.words) if a[:1].isupper() and a.lower() in storms)


def _is_ship(syntax: Syntax, roster: Roster, name: Name) -> bool:
    """Tell whether a family name and rank after "the" are a ship's, which stands in for no noun: "*the Admiral* Grigorovich"."""
    i, titles = name.first - 1, roster.directory.vocabulary.titles
    ranked = i > 0 and name.last - name.first == 1 and any(t.sector == _ARMED for t in titles.get(syntax.words[i]))
    ranked = ranked and syntax.words[i][:1].isupper() and syntax.lower[i - 1] == "the"
    return ranked and syntax.base(name.head) not in ("compound", "nmod:poss", "nmod:desc", "appos")


def _doer(syntax: Syntax, roster: Roster, first: int, last: int) -> bool:
    return is_doer(syntax, roster, head_of(syntax, first, last), syntax.text_of(first, last))


def _with_hyphens(syntax: Syntax, last: int) -> int:
    """Return where a name ends, with what is hyphened to it: "Ban Ki*-moon*"."""
    while (
        0 < last < len(syntax)
        and syntax.deps[last] in ("flat", "punct")
        and (syntax.words[last - 1] in HYPHENS or syntax.words[last] in HYPHENS)
    ):
        last += 1
    return last


def _with_nickname(syntax: Syntax, last: int) -> int:
    """Return where a name ends that a nickname in quotation marks parts from its family name: "Ana *“Bo” Vale*"."""
    if syntax.words[last - 1 : last] and syntax.words[last - 1] in _QUOTES:  # the tagger took the mark along
        last -= 1
    marks = [t for t in range(last, min(last + _NICKNAME + 2, len(syntax))) if syntax.words[t] in _QUOTES]
    if len(marks) < 2 or marks[0] != last or marks[1] + 1 >= len(syntax) or marks[1] == last + 1:
        return last
    family, inside = marks[1] + 1, range(last + 1, marks[1])
    written = syntax.words[last + 1][:1].isupper() and syntax.words[family][:1].isupper() and syntax.pos[family] == "PROPN"
    called = all(syntax.pos[t] not in ("VERB", "AUX", "PUNCT", "SPACE") for t in inside)
    tagged = syntax.entity[family]
    person = (tagged < 0 and syntax.base(family) not in _ADVERBIAL) or (
        tagged >= 0 and syntax.entities[tagged][2] == "PERSON" and syntax.entities[tagged][0] <= family
    )
    if not (written and called and person and syntax.sentence[family] == syntax.sentence[last - 1]):
        return last
    return syntax.entities[tagged][1] if tagged >= 0 else family + 1


def _name(syntax: Syntax, roster: Roster, first: int, last: int, taken: set[int]) -> Name | None:
    """Return the name in a span, shorn of titles, marks and what other names hold already."""
    titles = roster.directory.vocabulary.titles
    while first < last and (
        first in taken or syntax.pos[first] in ("DET", "PUNCT", "SPACE", "PART", "ADP") or titles.get(syntax.words[first])
    ):
        first += 1
    while first < last and (last - 1 in taken or syntax.pos[last - 1] in ("PUNCT", "SPACE", "PART")):
        last -= 1
    first = max([first, *(t + 1 for t in range(first, last) if t in taken)])
    pieces = tuple(p for t in range(first, last) if syntax.pos[t] != "PUNCT" for p in pieces_of(syntax.words[t]))
    if (
        not pieces
        or (last - first == 1 and is_common(syntax, roster, first))
        or any(t in taken for t in range(first, last))
        or not _named_so(syntax, first, last)
    ):
        return None
    return Name(first, last, head_of(syntax, first, last), pieces, syntax.text_of(first, last))


def _named_so(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether words are written as a name: of more than one letter, the last capital or hyphened to one."""
    letters = "".join(c for t in range(first, last) for c in syntax.words[t] if c.isalpha())
    capital = syntax.words[last - 1][:1].isupper() or any(c.isupper() for c in syntax.words[last - 1])
    hyphened = last - 2 > first and syntax.words[last - 2] in HYPHENS and syntax.words[first][:1].isupper()
    return len(letters) > 1 and (capital or hyphened)


def core_of(roster: Roster, pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's pieces without particles and suffixes: "von der Leyen" is one name."""
    vocabulary = roster.directory.vocabulary
    core = tuple(p for p in pieces if not vocabulary.has("name_particles", p) and not vocabulary.has("name_suffixes", p))
    return core or pieces[-1:]


def names_repeated(syntax: Syntax, bearers: dict[str, list[ActorId]], borne: Mapping[str, int], taken: set[int]) -> Iterator[Name]:
    """Yield family names standing alone that the report has introduced in full."""
    for i, word in enumerate(syntax.words):
        if (
            i in taken
            or syntax.pos[i] != "PROPN"
            or not word[:1].isupper()
            or (syntax.entity[i] >= 0 and syntax.entities[syntax.entity[i]][2] != "PERSON" and not is_surname(syntax, borne, i))
        ):
            continue
        pieces = tuple(pieces_of(word))
        if (
            len(pieces) == 1
            and pieces[0] in bearers
            and not (syntax.base(i) in ("flat", "compound") and syntax.pos[syntax.heads[i]] == "PROPN")
        ):
            yield Name(i, i + 1, i, pieces, word)
