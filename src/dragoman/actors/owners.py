"""To whom a noun belongs: the state or group that its modifiers name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.actors.directory.entries import Agent
from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId
from dragoman.language.dashes import JOINING

_CLOSE = ("amod", "compound", "nmod:poss", "nmod:desc", "flat", "obl:unmarked", "nmod:unmarked")
_OUT_OF = ("from", "of", "in")
_JOINT = "igo"
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD"])
_TITLING = ("ADJ", "NOUN", "PROPN", "NUM", "ADV")
Heads = Mapping[int, Casting]
BANDS = ("armed_group", "movement", "faction")
"""The kinds of those who fight or rise without being a state."""
CHIEFLY = 0.6
"""The share of all that a report names from which it speaks chiefly of one country."""
TELLING_MUCH = 4
"""How often a report names any country before its share tells much."""


def owner_of(syntax: Syntax, roster: Roster, named: Heads, i: int, *, persons: bool = False) -> Casting | None:
    """Return the mention of the state or group that token i belongs to: "*Turkish* minister", "army of *Chad*".

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        named: mentions by head token.
        i: the noun.
        persons: whether a person may own it ("*Assad's* government").
    """
    vocabulary = roster.directory.vocabulary
    for c in reversed(_close(syntax, i)):
        if _owns(roster, named.get(c), persons=persons) and not _only_supports(syntax, roster, named, c):
            return named[c]
    for c in syntax.kids(i, "nmod", "acl"):
        if vocabulary.has("affiliation_links", syntax.marker(c)) and _owns(roster, named.get(c), persons=persons):
            return named[c]
    before = named.get(_before(syntax, i, named))
    if (
        before
        and _owns(roster, before, persons=persons)
        and not _only_supports(syntax, roster, named, before.head)
        and before.form in ("adjective", "name")
        and syntax.heads[before.head] in (i, syntax.heads[i])
    ):
        return before
    return None


def _only_supports(syntax: Syntax, roster: Roster, named: Heads, t: int) -> bool:
    """Tell whether a hyphen makes a name the agent of a participle that tells of no owner: "the *Saudi*-backed government".

    A community that leads is none either: "the *Shiite*-led government" is that of the country.
    """
    vocabulary, said = roster.directory.vocabulary, _hyphened(syntax, t)
    leads = vocabulary.has("led", said) and any(roster.actors[a].kind == "people" for a in named[t].actors)
    return leads or vocabulary.has("only_supported", said)


def _hyphened(syntax: Syntax, t: int) -> str:
    """Return the word that a hyphen joins to the token before it: of "the *Saudi*-backed government" "backed"; "" where there is none."""
    joined = t + 2 < len(syntax) and syntax.words[t + 1] in JOINING and not syntax.is_spaced(t)
    return syntax.lower[t + 2] if joined else ""


def owners_of(syntax: Syntax, roster: Roster, named: Heads, i: int) -> list[Casting]:
    """Return the mentions of all to whom the several that a plural noun means belong: "navies of *China*, *India* and *Oman*"."""
    owner = owner_of(syntax, roster, named, i) or _through(syntax, roster, named, i)
    if owner is None:
        return []
    kind = _kind(roster, owner)
    members = [named[c] for c in syntax.conjuncts(syntax.first_conjunct(owner.head)) if c in named and c != i]
    alike = [c for c in members if _owns(roster, c, persons=False) and _kind(roster, c) == kind]
    if not syntax.plural(i):
        return [] if len(alike) > 1 and owner.head > i and _is_body(roster.directory.vocabulary, syntax, i) else [owner]
    if len(alike) == 1 and owner.head > i and len(syntax.conjuncts(syntax.first_conjunct(owner.head))) > 1:
        return []  # "leaders of *Chad* and other lands": some of them are whose it cannot be told
    return alike if owner in alike else [owner]


def _kind(roster: Roster, owner: Casting) -> str:
    """Return what kind of owner a mention is: a people may have something beside a state, "*Serbian* and *ethnic Albanian* delegations"."""
    kind = roster.actors[owner.actors[0]].kind
    return "state" if kind == "people" else kind


def _is_body(vocabulary: Vocabulary, syntax: Syntax, i: int) -> bool:
    """Tell whether a noun names several as one, which is of all who are named after it: "a *group* of Republicans and Democrats"."""
    who = vocabulary.agents.get(syntax.lemmas[i])
    return who is not None and not who.person


def _through(syntax: Syntax, roster: Roster, named: Heads, i: int) -> Casting | None:
    """Return the mention of the state or group whose body people are from: "troops from *Chad*'s force"."""
    vocabulary = roster.directory.vocabulary
    who = vocabulary.agents.get(syntax.lemmas[i])
    if who is None or not who.person or vocabulary.has("from_anywhere", who.lemma) or vocabulary.has("chiefs", who.lemma):
        return None
    for c in syntax.kids(i, "nmod"):
        body = vocabulary.agents.get(syntax.lemmas[c])
        if syntax.marker(c) not in _OUT_OF or body is None or c in named:
            continue
        owner = owner_of(syntax, roster, named, c)
        joint = owner is not None and roster.actors[owner.actors[0]].kind == _JOINT and vocabulary.has("joint_bodies", body.lemma)
        if joint or not _of_many(vocabulary, body):
            return owner
    return None


def _of_many(vocabulary: Vocabulary, body: Agent) -> bool:
    """Tell whether a noun names persons, or those who come from several countries, rather than a body of one."""
    return body.person or vocabulary.has("from_anywhere", body.lemma)


def is_seat(syntax: Syntax, roster: Roster, owner: Casting) -> bool:
    """Tell whether a name says only where somebody has his seat, not whose he is: "the *London*-based group"."""
    return roster.directory.vocabulary.has("seated", _hyphened(syntax, owner.last - 1))


def _close(syntax: Syntax, i: int) -> list[int]:
    """Return what stands before a noun within its phrase, and what that is coordinated or compounded with."""
    found = []
    for c in syntax.kids(i, *_CLOSE):
        if c < i:
            below = syntax.kids(c, "conj", "compound", "amod", "obl:unmarked", "nmod:unmarked", "nmod:poss")
            found += sorted([c, *(k for k in below if k < i)])  # of "a *Lebanese* American" the latter is the land
    return found


def _before(syntax: Syntax, i: int, named: Heads) -> int:
    """Return the head of the nearest name before a noun, with only words of its phrase between them."""
    j = i - 1
    while (
        j > 0
        and j not in named
        and (syntax.pos[j] in ("SPACE", "ADJ", "PART") or syntax.base(j) == "compound")
        and syntax.sentence[j] == syntax.sentence[i]
    ):
        if syntax.heads[j] != i and syntax.pos[j] == "PROPN":
            break
        j -= 1
    return j


def _owns(roster: Roster, casting: Casting | None, *, persons: bool) -> bool:
    if casting is None or len(casting.actors) != 1:
        return False
    kind = roster.actors[casting.actors[0]].kind
    return persons or kind != "person"


def land_before(syntax: Syntax, roster: Roster, named: Heads, head: int) -> str | None:
    """Return the country of the adjective before a person's name and titles, however they hang together: "*French* national X"."""
    i = head - 1
    while i >= 0 and syntax.sentence[i] == syntax.sentence[head] and (syntax.pos[i] in _TITLING or syntax.lower[i] == "of"):
        casting = named.get(i)
        if casting and casting.form == "adjective" and len(casting.actors) == 1:
            return roster.actors[casting.actors[0]].country
        i -= 1
    return None


def place_before(syntax: Syntax, roster: Roster, named: Heads, head: int) -> str | None:
    """Return the country of the town or province that a person governs, before name and title: "*South Carolina* Governor X"."""
    i = head - 1
    while i >= 0 and syntax.sentence[i] == syntax.sentence[head]:
        casting, word = named.get(i), syntax.words[i]
        if roster.directory.vocabulary.has("sent_abroad", syntax.lemmas[i].lower()):
            return None
        if casting and casting.place and syntax.base(i) in _CLOSE:
            known = roster.directory.entries.get(casting.stands_for) if casting.stands_for else None
            return known.country if known else roster.land_of(" ".join(syntax.words[casting.first : casting.last]))
        if syntax.pos[i] not in _TITLING and word not in ("'s", "’s"):
            return None
        i -= 1
    return None


def is_of_province(syntax: Syntax, roster: Roster, first: int, named: Heads) -> bool:
    """Tell whether a place that is no state stands right before a body's name, so that it is not the nation's: "the *Texas* Senate"."""
    k = syntax.entity[first - 1] if first else -1
    if k < 0 or roster.where is None or first - 1 in named or syntax.pos[first - 1] != "PROPN" or not syntax.is_spaced(first - 1):
        return False
    start, _, label = syntax.entities[k]
    while syntax.pos[start] == "DET":
        start += 1
    return label in ("GPE", "LOC", "ORG") and start < first and roster.where(" ".join(syntax.words[start:first])) is not None


def state_of(roster: Roster, country: str | None) -> ActorId | None:
    """Return the state that a country code stands for, where the directory has exactly one living."""
    if country is None:
        return None
    states = [e.id for e in roster.directory.states.get(country, ())]
    return states[0] if len(states) == 1 else None


def states_of(roster: Roster, actors: Iterable[Actor]) -> set[ActorId]:
    """Return the states of the countries of some actors."""
    return {state for who in actors if (state := state_of(roster, who.country)) is not None}


def actors_at(heads: Heads, tokens: Iterable[int]) -> set[ActorId]:
    """Return all to whom the mentions at some head tokens refer."""
    return {a for t in tokens if t in heads for a in heads[t].actors}


def is_official(who: Actor) -> bool:
    """Tell whether somebody is a person of a government, its forces, its police or its courts."""
    return who.kind == "person" and not _STATELY.isdisjoint((who.sector, *who.other_sectors))


def chief_state(roster: Roster, *, of_few: bool = False) -> ActorId | None:
    """Return the state of which a report chiefly speaks.

    Args:
        roster: the report's actors.
        of_few: whether a report may tell it that hardly names any country.
    """
    told = roster.home.share >= CHIEFLY and (of_few or roster.home.evidence >= TELLING_MUCH)
    return state_of(roster, roster.home.country) if told else None
