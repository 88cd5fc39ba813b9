"""What stands before or after a person's name: titles, offices, and the body in which they are held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors.directory.index import key_of, pieces_of
from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.lookup import noun
from dragoman.actors.owners import Heads, owner_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import WITH, Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import HYPHENS

_LONGEST = 5
_PERSON = "PERSON"
_STATELY = "GOV"
_OF_STATE = ("GOV", "MIL")
_UNKNOWN = "group"
_PRIVATE = ("company", "media", "party", "union", "ngo", "church", "movement", "armed_group")


@dataclass(frozen=True, slots=True)
class Styled:
    """A title or apposition of a person.

    Attributes:
        first: first token of the title's own words, without the body ("*foreign minister*").
        office: an office, rank or occupation, not a form of address.
        body: the mention of the state or group in which it is held.
    """

    first: int
    last: int
    head: int
    text: str
    office: bool
    sector: str | None
    gender: str | None
    body: Casting | None


def titles_of(syntax: Syntax, roster: Roster, named: Heads, head: int) -> Iterator[Styled]:
    """Yield the titles of the person whose name has this head, nearest first."""
    for c in beside_name(syntax, head):
        styled = _styled(syntax, roster, named, c, head)
        if styled:
            yield styled


def beside_name(syntax: Syntax, head: int) -> Iterator[int]:
    """Yield the words that may be titles of the person whose name has this head, nearest first."""
    before = [c for c in syntax.kids(head, "nmod:desc", "compound", "appos", "flat") if c < head]
    if not before and syntax.deps[head] == "conj":  # "presidents X and *Y*"
        shared = syntax.first_conjunct(head)
        before = [c for c in syntax.kids(shared, "nmod:desc", "compound") if c < shared and syntax.plural(c)]
    after = [c for c in syntax.kids(head, "appos", "nmod:desc") if c > head and syntax.marker(c) not in WITH]
    after = [c for c in after if not _goes_before_another(syntax, head, c)]
    governor = syntax.heads[head]
    if syntax.deps[head] in ("appos", "flat") and governor != head:
        after.append(governor)
    for c in [*reversed(before), *after]:
        yield from syntax.conjuncts(c)


def _goes_before_another(syntax: Syntax, head: int, c: int) -> bool:
    """Tell a title right before the name of another, of whom a list goes on to speak: "Ann Lee, *envoy* Omar Said and Sam Roe"."""
    n = c + 1
    if n >= len(syntax) or syntax.entity[n] < 0 or syntax.entity[n] == syntax.entity[head] or syntax.heads[n] not in (head, c):
        return False
    return syntax.entities[syntax.entity[n]][2] == _PERSON and syntax.deps[n] == "appos"


def titles_told(syntax: Syntax, roster: Roster, named: Heads, head: int) -> Iterator[Styled]:
    """Yield the offices that a sentence says a person holds or held: "X was the *managing director* of Y"."""
    told = syntax.heads[head]
    denied = any(roster.directory.vocabulary.has("denials", syntax.lower[c]) for c in syntax.kids(told, "advmod"))
    if syntax.deps[head] != "nsubj" or told < head or not syntax.kids(told, "cop") or denied:
        return
    for c in syntax.conjuncts(told):
        styled = _styled(syntax, roster, named, c, c) if _title_span(syntax, roster, c) else None
        if styled and styled.office:
            yield styled


def title_before(syntax: Syntax, roster: Roster, head: int) -> tuple[int, int] | None:
    """Return the longest title of several words that ends with a noun: "*foreign minister*"."""
    titles = roster.directory.vocabulary.titles
    if not _may_be_of_title(roster.directory.vocabulary, syntax.lemmas[head]):
        return None
    for first in range(max(0, head - _LONGEST), head):
        if syntax.sentence[first] != syntax.sentence[head] or not titles.may_begin(syntax.words[first]):
            continue
        if titles.get(" ".join([*syntax.words[first:head], syntax.lemmas[head]])):
            return first, head + 1
    return None


def ends_title(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun is the end of an office's title: "secretary of *state*"."""
    office = syntax.words[syntax.heads[i] : i + 1]
    return syntax.base(i) == "nmod" and 1 < len(office) <= _LONGEST and bool(roster.directory.vocabulary.titles.get(" ".join(office)))


def _styled(syntax: Syntax, roster: Roster, named: Heads, c: int, person: int) -> Styled | None:
    vocabulary = roster.directory.vocabulary
    span = _title_span(syntax, roster, c)
    agent = noun(vocabulary.agents, syntax, c)
    if span is None and not (agent and agent.person):
        return None
    first, last = span or (c, c + 1)
    text = _text(syntax, first, last)
    title = None if vocabulary.has("capital_titles", text) else next(iter(vocabulary.titles.get(text)), None)
    body = _body(syntax, roster, named, c) or _body(syntax, roster, named, person)
    sector = title.sector if title else agent.sector if agent else None
    holder = roster.actors[body.actors[0]] if body and body.actors else None
    if holder and sector in _OF_STATE and holder.kind == _UNKNOWN:  # the captain of a team, the president of a club
        sector = holder.sector
    elif holder and holder.kind == "state" and vocabulary.has("private_persons", agent.lemma if agent else text.lower()):
        pass  # a land's chef or partner does not govern
    elif holder and (sector is None or (sector == _STATELY and holder.kind in _PRIVATE)):
        sector = holder.sector or sector
    gender = (title.gender if title else None) or (agent.gender if agent else None)
    return Styled(first, last, c, text, title.office if title else True, sector, gender, body)


def _body(syntax: Syntax, roster: Roster, named: Heads, i: int) -> Casting | None:
    """Return in whose body an office is held; not whom somebody only leans on: "*Vale Front*-aligned minister X"."""
    body = owner_of(syntax, roster, named, i)
    body = _sender(syntax, roster, named, i, body) or body
    after = body.last if body else len(syntax)
    joined = after + 1 < len(syntax) and syntax.words[after] in HYPHENS
    return None if joined and roster.directory.vocabulary.has("leaning", syntax.lower[after + 1]) else body


def _sender(syntax: Syntax, roster: Roster, named: Heads, i: int, body: Casting | None) -> Casting | None:
    """Return the state whose envoy to a body of many somebody is: "*Iraq's* U.N. envoy"; None of other offices."""
    if body is None or not roster.directory.vocabulary.has("sent_abroad", syntax.lemmas[i]) or len(body.actors) != 1:
        return None
    if roster.actors[body.actors[0]].kind != "igo":
        return None
    states = (named[c] for c in syntax.kids(i, "nmod:poss", "amod") if c < body.head and c in named and len(named[c].actors) == 1)
    return next((m for m in states if roster.actors[m.actors[0]].kind == "state"), None)


def _title_span(syntax: Syntax, roster: Roster, c: int) -> tuple[int, int] | None:
    """Return the longest title of the directory around a token, within its sentence."""
    titles = roster.directory.vocabulary.titles
    best: tuple[int, int] | None = None
    if not any(_may_be_of_title(roster.directory.vocabulary, form) for form in (syntax.words[c], syntax.lemmas[c])):
        return None
    for first in range(max(0, c - _LONGEST), c + 1):
        if not titles.may_begin(syntax.words[first]):
            continue
        for last in range(c + 1, min(len(syntax), c + _LONGEST) + 1):
            if best and last - first <= best[1] - best[0]:
                continue
            if syntax.sentence[first] == syntax.sentence[last - 1] and titles.get(_text(syntax, first, last)):
                best = (first, last)
    return best


def _may_be_of_title(vocabulary: Vocabulary, word: str) -> bool:
    """Tell whether a word is one of any title, as far as letters tell it."""
    return _title_words(vocabulary).issuperset(key_of(word).split())


@lru_cache(maxsize=8)
def _title_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which titles are made."""
    return frozenset(word for title in vocabulary.titles.names for word in title.split())


def _text(syntax: Syntax, first: int, last: int) -> str:
    """Return the words of a title, as of one where several bear it: "*Presidents* X and Y"."""
    ends = syntax.lemmas[last - 1] if syntax.plural(last - 1) else syntax.words[last - 1]
    return " ".join([*syntax.words[first : last - 1], ends])


def title_of(syntax: Syntax, roster: Roster, i: int) -> str:
    """Return the office that a noun names, with the words that belong to it: "foreign minister", "secretary of state"."""
    span = title_before(syntax, roster, i)
    first = span[0] if span else min([i, *(c for c in syntax.kids(i, "compound") if c < i and syntax.pos[c] == "NOUN")])
    last = i + 3 if syntax.lower[i + 1 : i + 2] == ("of",) and i + 2 < len(syntax) and ends_title(syntax, roster, i + 2) else i + 1
    return " ".join([*syntax.lower[first:i], syntax.lemmas[i], *syntax.lower[i + 1 : last]])


def is_styled(roster: Roster, actor: ActorId, title: frozenset[str]) -> bool:
    """Tell whether the report gives a person a title of all these words: "*energy minister*"."""
    return any(title <= set(pieces_of(own)) for own in roster.titles.get(actor, ()))
