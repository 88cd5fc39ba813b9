"""Those whom an adjective or noun for a land's people means: "*the Iranians*", "*770 Iranians*", "*Chinese* view it so"."""

from __future__ import annotations

from dragoman.actors.directory.entries import Entry
from dragoman.actors.roster import STATES, Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId
from dragoman.language.dashes import HYPHENS

_OF_ONE = ("det", "amod", "case", "nmod", "acl:relcl", "conj")


def stands_for_people(syntax: Syntax, head: int) -> bool:
    """Tell whether an adjective does something without a noun: "*Chinese* view the book as an insult", "the *Israeli* was shot".

    One with an article and an adjective of its own is a noun that something may be done to, too: "arrested a 29-year-old *Syrian*".
    """
    if syntax.pos[head] != "ADJ" or syntax.pos[syntax.heads[head]] != "VERB":
        return False
    if syntax.base(head) == "nsubj" and syntax.only(head, "det"):
        return True
    part = syntax.base(head) == "nsubj" or syntax.deps[head] in ("obj", "obl:agent")
    return part and bool(syntax.kids(head, "det") and syntax.kids(head, "amod")) and syntax.only(head, *_OF_ONE)


def people_of_land(syntax: Syntax, roster: Roster, state: ActorId, first: int, last: int, head: int) -> Casting:
    """Cast a demonym: "the Iranians" are Iran, "770 Iranians" are people, and "the Iranian" is one of them."""
    origin = origin_before(syntax, first)
    origin = _origin_beside(syntax, roster, first, head) if origin is None else origin
    definite = syntax.articled(head) and origin is None
    counted = bool(syntax.kids(head, "nummod", "amod"))
    entry = roster.directory.entries[state]
    one = _is_one(syntax, entry, head)
    if definite and not counted and not one:
        return Casting(first, last, head, (state,), "description")
    bare = _is_bare_adjective(syntax, entry, head)
    plural = (syntax.plural(head) and not one) or bare
    if origin is not None:
        return _of_origin(syntax, roster, _home(syntax, roster, entry, origin, first), origin, last, head)
    name = f"{' '.join(syntax.words[first:last])} people" if bare else " ".join(syntax.words[first:last])
    actor = Actor(
        id=ActorId(f"{state}-people" if plural else f"{state}-citizen"),
        name=name,
        kind="people" if plural else "person",
        country=entry.country,
        sector="CVL",
    )
    roster.add(actor)
    if plural:
        roster.plural.add(actor.id)
    start = min([first, *syntax.kids(head, "nummod")])
    return Casting(start, last, head, (actor.id,), "generic")


def _is_one(syntax: Syntax, entry: Entry, head: int) -> bool:
    """Tell whether a demonym is for one person: "the *Spaniard*", "the *Iranian*"; "the *French*" are many."""
    word = syntax.words[head]
    return f"{word}s" in entry.demonyms or (f"{word[:-2]}en" in entry.demonyms and word not in entry.demonyms)


def people_by_descent(syntax: Syntax, roster: Roster, state: ActorId, first: int, last: int, head: int) -> Casting | None:
    """Cast people of one descent who are of another land: "*ethnic Albanians*", "the *Hungarian* party in Romania"; None of others."""
    told = first > 0 and roster.directory.vocabulary.has("by_descent", syntax.lower[first - 1])
    entry = roster.directory.entries[state]
    if entry.kind not in STATES or not (told or _lives_elsewhere(syntax, roster, state, head)):
        return None
    own = {f"{syntax.words[head]}s", syntax.words[head]}
    plural = next((d for d in entry.demonyms if d in own), entry.demonyms[0] if entry.demonyms else entry.adjective)
    actor = Actor(id=slug(f"ethnic {plural}"), name=f"ethnic {plural}", kind="people", sector="CVL")
    roster.plural.add(roster.add(actor))
    before = syntax.base(head) in ("amod", "compound")
    return Casting(first - 1 if told else first, last, head, (actor.id,), "adjective" if before else "generic")


def _lives_elsewhere(syntax: Syntax, roster: Roster, state: ActorId, head: int) -> bool:
    """Tell whether an adjective stands before a noun for a minority that is in another land: "the *Serb* party in Kosovo"."""
    noun = syntax.heads[head]
    if syntax.base(head) != "amod" or not roster.directory.vocabulary.has("of_minorities", syntax.lemmas[noun]):
        return False
    places = [syntax.words[c] for c in syntax.kids(noun, "nmod") if syntax.marker(c) == "in" and syntax.pos[c] == "PROPN"]
    lands = [roster.directory.entries[ref.id] for place in places for ref in roster.directory.names.get(place)]
    return any(land.kind in STATES and land.id != state for land in lands)


def origin_before(syntax: Syntax, first: int) -> int | None:
    """Return the word that a hyphen joins to a demonym to say of which origin people are: "*Cuban*-Americans"; None where there is none."""
    joined = first > 1 and syntax.words[first - 1] in HYPHENS and not syntax.is_spaced(first - 1)
    return first - 2 if joined and syntax.words[first - 2][:1].isupper() and not syntax.is_spaced(first - 2) else None


def _origin_beside(syntax: Syntax, roster: Roster, first: int, head: int) -> int | None:
    """Return the adjective of another land that stands before citizens of one: "*Iranian* Americans"."""
    before = first - 1
    if before < 0 or syntax.heads[before] != head or syntax.base(before) != "amod" or not syntax.words[before][:1].isupper():
        return None
    refs = roster.directory.names.get(syntax.words[before])
    land = any(ref.form == "adjective" and roster.directory.entries[ref.id].kind == "state" for ref in refs)
    return before if land and syntax.plural(head) else None


def _home(syntax: Syntax, roster: Roster, entry: Entry, origin: int, first: int) -> Entry:
    """Return the land of people called by two: "Iranian *Americans*" are citizens of one, "*Macedonian* Albanians" live in one."""
    if first - origin > 1 or roster.directory.vocabulary.has("lands_of_citizens", entry.id):
        return entry
    lands = (roster.directory.entries[ref.id] for ref in roster.directory.names.get(syntax.words[origin]))
    return next((land for land in lands if land.kind == "state"), entry)


def _of_origin(syntax: Syntax, roster: Roster, entry: Entry, origin: int, last: int, head: int) -> Casting:
    """Cast citizens of one origin, who are neither their land nor all of its people: "Cuban-Americans"."""
    plural = syntax.plural(head)
    name = syntax.text_of(origin, last)
    actor = Actor(id=slug(name), name=name, kind="people" if plural else "person", country=entry.country, sector="CVL")
    roster.add(actor)
    if plural:
        roster.plural.add(actor.id)
    return Casting(min([origin, *syntax.kids(head, "nummod")]), last, head, (actor.id,), "generic")


def members_of_party(syntax: Syntax, roster: Roster, party: ActorId, head: int) -> ActorId | None:
    """Return the members that a counted plural means, who are not their party: "*eight* Republicans", "*some* Tories"; None of others.

    What most or all of a party do is the party's doing.
    """
    few = roster.directory.vocabulary.words["some_members"]
    counts = [syntax.lower[c] for c in syntax.kids(head, "nummod", "det", "amod")]
    entry = roster.directory.entries[party]
    if entry.kind != "party" or not syntax.plural(head) or not (syntax.kids(head, "nummod") or few.intersection(counts)):
        return None
    name = f"{syntax.words[head]} of the {entry.name}" if entry.name.endswith("Party") else f"members of {entry.name}"
    actor = Actor(id=ActorId(f"{party}-members"), name=name, kind="people", country=entry.country, sector=entry.sector)
    roster.plural.add(roster.add(actor))
    return actor.id


def _is_bare_adjective(syntax: Syntax, entry: Entry, head: int) -> bool:
    """Tell whether a demonym that is the adjective itself stands for many: "*Japanese* protested", but "an Iraqi"."""
    whole = syntax.words[head] == entry.adjective and not any(d.startswith(entry.adjective) for d in entry.demonyms)
    return whole and not syntax.kids(head, "det", "nummod") and syntax.base(head) == "nsubj"
