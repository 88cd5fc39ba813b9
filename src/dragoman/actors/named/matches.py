"""Where words match a name of the directory, and whether they can be that name there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.actors.directory.entries import NameRef
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax

_BESIDE_NOUNS = ("amod", "compound", "nmod", "flat")
_MARKS = ("*", "_", '"', "“", "‘")
Match = tuple[int, int, tuple[NameRef, ...]]
PieceTable = tuple[list[str], list[int]]


def head_of(syntax: Syntax, first: int, last: int) -> int:
    """Return the token of a span that governs the rest of it."""
    for i in range(first, last):
        if not first <= syntax.heads[i] < last or syntax.heads[i] == i:
            return i
    return last - 1


def longer_first(pieces: Sequence[str], matches: list[Match]) -> Iterator[Match]:
    """Yield the matches but those that an article begins and a longer name goes beyond: "the *Left Alliance*", not "the Left"."""
    ends = {i: j for i, j, _ in reversed(matches)}
    for i, j, refs in matches:
        if pieces[i] != "the" or ends.get(i + 1, 0) <= j:
            yield i, j, refs


def piece_table(syntax: Syntax) -> PieceTable:
    """Return the pieces of all words and, for each, the token that it stands in."""
    pieces: list[str] = []
    owner: list[int] = []
    for i, word in enumerate(syntax.words):
        if syntax.pos[i] != "SPACE":
            for part in _parts(word):
                pieces.append(part)
                owner.append(i)
    return pieces, owner


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(pieces_of(_owned(word))) or ((word,) if word == "." else ())


def _owned(word: str) -> str:
    """Return a word without a possessive's ending that the splitter left on it: "U.S.’s"."""
    return word[:-2] if len(word) > 3 and word.endswith(("'s", "’s")) else word


def is_whole(owner: list[int], i: int, j: int) -> bool:
    """Tell whether a match begins and ends with whole tokens."""
    return (i == 0 or owner[i - 1] != owner[i]) and (j == len(owner) or owner[j] != owner[j - 1])


def surface_of(syntax: Syntax, first: int, last: int) -> str:
    """Return the words from one token to before another, as they are written."""
    return " ".join((*syntax.words[first : last - 1], _owned(syntax.words[last - 1])))


def is_plausible(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether the syntax allows the name: no part of a longer person's name, no pronoun in capitals."""
    if last - first == 1 and syntax.pos[first] in ("PRON", "VERB", "AUX", "ADP", "DET", "CCONJ", "SCONJ") and not syntax.is_letters(first):
        return False
    k = syntax.entity[first]
    if k < 0:
        return True
    start, end, label = syntax.entities[k]
    longer = (start < first or end > last) and start <= first and end >= last
    if label in ("GPE", "LOC"):
        return not longer or syntax.pos[start] == "DET"
    return not (longer and label == "PERSON" and _part_of_name(syntax, first, last, end))


def is_ship(syntax: Syntax, roster: Roster, first: int) -> bool:
    """Tell whether letters before a name make it a ship's: "*HMS* London"."""
    before = next((syntax.words[t] for t in range(first - 1, -1, -1) if syntax.words[t] not in _MARKS), "")
    return roster.directory.vocabulary.has("ship_letters", before)


def ends_name(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether what may be letters, written like a word, ends somebody's name: "Martin *Amis*" is no AMIS."""
    word = syntax.words[first]
    return last - first == 1 and not word.isupper() and syntax.deps[first] == "flat" and syntax.pos[first - 1] == "PROPN"


def is_given_name(syntax: Syntax, roster: Roster, first: int, last: int) -> bool:
    """Tell whether what may be letters, written like a word, is what somebody of the report is called: "*Olaf*" is no OLAF."""
    word = syntax.words[first]
    if last - first > 1 or word.isupper():
        return False
    k = syntax.entity[first]
    person = k >= 0 and syntax.entities[k][2] == "PERSON" and pieces_of(word)[0] in roster.directory.vocabulary.given
    return person or any(label == "PERSON" and end - start > 1 and syntax.words[start] == word for start, end, label in syntax.entities)


def is_in_title(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether a demonym is the noun of a name with a capital adjective: "told *Scientific* American"."""
    before = first - 1
    linked = before > 0 and syntax.heads[before] == first and syntax.base(before) == "amod" and last - first == 1
    inside = linked and syntax.sentence[before - 1] == syntax.sentence[first] and syntax.words[before][:1].isupper()
    return inside and syntax.pos[first] in ("NOUN", "PROPN") and not syntax.plural(first) and syntax.base(first) not in _BESIDE_NOUNS


def _part_of_name(syntax: Syntax, first: int, last: int, end: int) -> bool:
    """Tell whether words are part of a person's name, and not the land or body that stands beside title and name in one entity.

    "Chad Smith" is no Chad; "executive of *Hong Kong* Carrie Lam" is of Hong Kong.
    """
    head = head_of(syntax, first, last)
    linked = syntax.deps[head] == "flat" or any(c >= last for c in syntax.kids(head, "flat"))
    beside = syntax.deps[head] in ("compound", "nmod", "nmod:poss", "nmod:desc")
    return not beside or (linked and end - last < 2) or (end - last < 2 and not syntax.kids(head, "case"))
