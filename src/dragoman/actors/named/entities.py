"""Named mentions that only the tagger found: organisations, peoples and places that the directory lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.actors.lookup import noun, singulars
from dragoman.actors.named.matches import head_of
from dragoman.actors.named.organisations import in_full, organisation_at
from dragoman.actors.named.products import is_flight, is_model
from dragoman.actors.named.provinces import acting_province
from dragoman.actors.roster import Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor


def find_entities(syntax: Syntax, roster: Roster, named: Mapping[int, Casting], taken: set[int]) -> Iterator[Casting]:
    """Yield organisations, peoples and regions that the tagger found and the directory lacks.

    A region is a place here; whether it acts is decided with the other places.
    """
    for start, end, tag in syntax.entities:
        first, last = _trim(syntax, start, end)
        if first >= last or head_of(syntax, first, last) in named or (tag != "ORG" and first in taken):
            continue
        if last - 1 in taken and not (tag == "ORG" and _of_land(syntax, named, first, last)):
            continue
        if tag != "PERSON" and (is_flight(syntax, last) or any(is_model(syntax, t, lettered=True) for t in range(first + 1, last))):
            continue
        head = head_of(syntax, first, last)
        label = "ORG" if tag == "PERSON" and _is_called(syntax, roster, head) else tag
        name = syntax.text_of(first, last)
        known = in_full(roster, name) if label == "ORG" else None  # "the *Chiefs*" of Kansas City are no chiefs
        if not any(c.isupper() for c in name) or (last - first == 1 and is_common(syntax, roster, first) and not known):
            continue
        if label == "ORG" and is_office(syntax, roster, head, last):
            continue
        if label == "ORG":
            person = roster.directory.spelt_otherwise(name, on=roster.published) if known is None else None  # "Farouq al-Shara"
            whom = roster.enter(person) if person else organisation_at(syntax, roster, named, first, last)
            yield Casting(first, last, head, (whom,), "name")
        elif label == "GPE" and not is_doer(syntax, roster, head, name):
            province = acting_province(syntax, roster, head, name)
            yield Casting(first, last, head, (province,) if province else (), "name", place=province is None)
        elif label == "NORP" and syntax.plural(head) and syntax.base(head) not in ("amod", "compound", "flat"):
            people = roster.add(Actor(id=slug(name), name=name, kind="people"))
            roster.plural.add(people)
            yield Casting(first, last, head, (people,), "name")


def _of_land(syntax: Syntax, named: Mapping[int, Casting], first: int, last: int) -> bool:
    """Tell whether an organisation's name ends with whose land it is of, after more than its noun: "Council of Elders *of Chad*"."""
    head = head_of(syntax, first, last)
    owner = next((named[t] for t in range(head + 1, last) if t in named and named[t].last == last), None)
    if owner is None or owner.form != "name" or syntax.marker(owner.head) != "of":
        return False
    return any(syntax.words[t][:1].isupper() for t in range(head + 1, owner.first))


def _is_called(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a name is what a body is said to be called: "a group called *Vale Watch*"."""
    verb = syntax.heads[head]
    noun_ = syntax.heads[verb]
    told = roster.directory.vocabulary.has("naming_verbs", syntax.lemmas[verb]) and syntax.base(verb) == "acl"
    agent = noun(roster.directory.vocabulary.agents, syntax, noun_) if told and syntax.base(head) in ("xcomp", "obj", "obl") else None
    return agent is not None and not agent.person


def is_office(syntax: Syntax, roster: Roster, head: int, last: int) -> bool:
    """Tell whether what the tagger took for an organisation is an office that one person holds: "*High Commissioner* for Refugees"."""
    agent = noun(roster.directory.vocabulary.agents, syntax, head)
    linked = syntax.lower[last] in ("for", "of") if last < len(syntax) and head == last - 1 else False
    within = any(c < last and syntax.marker(c) in ("for", "of") for c in syntax.kids(head, "nmod"))
    one = agent is not None and agent.person and syntax.lower[head] == agent.lemma.lower()
    return one and (within or linked)


def is_doer(syntax: Syntax, roster: Roster, head: int, name: str) -> bool:
    """Tell whether a name that the tagger took for a place's is no place that is known, and does what persons do."""
    if roster.where is None or roster.where(name) is not None or roster.directory.names.get(name):
        return False
    if syntax.deps[head] == "conj":  # "*X* and *Y* praised both"
        beside = syntax.entity[syntax.first_conjunct(head)]
        return beside >= 0 and syntax.entities[beside][2] == "PERSON" and syntax.base(syntax.first_conjunct(head)) == "nsubj"
    if syntax.deps[head] != "nsubj":
        return False
    verb = syntax.heads[head]
    does = syntax.pos[verb] == "VERB" and bool(syntax.kids(verb, "obj", "ccomp", "xcomp"))
    return does and not roster.directory.vocabulary.has("happens_to", syntax.lemmas[verb])


def is_common(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a word alone is no name whatever its capital: a title, a suffix, an agent noun, one letter."""
    vocabulary = roster.directory.vocabulary
    word = syntax.words[i]
    if sum(c.isalnum() for c in word) < 2 or vocabulary.has("name_suffixes", syntax.lower[i].strip(".")):
        return True
    if vocabulary.titles.get(word) or any(vocabulary.titles.get(form) for form in singulars(syntax.lower[i])):
        return True
    return not word.isupper() and noun(vocabulary.agents, syntax, i) is not None


def _trim(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """Leave articles and possessive marks out of a name."""
    while first < last and syntax.pos[first] in ("DET", "PUNCT", "SPACE"):
        first += 1
    while first < last and (syntax.pos[last - 1] in ("PUNCT", "SPACE") or syntax.lower[last - 1] in ("'s", "’s", "'", "’")):
        last -= 1
    return first, last
