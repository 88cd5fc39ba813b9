"""Which of several that a name may mean the report speaks of: by the countries that it names, and by longer names of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.directory.directory import fits
from dragoman.actors.directory.entries import NameRef
from dragoman.actors.named.organisations import NO_GROUPS
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_NO_MODIFIERS = ("ADP", "PART", "SCONJ", "CCONJ", "VERB", "AUX", "PUNCT")
_PARTIES = frozenset(["party", "faction", "movement"])
_OF_ONE_LAND = ("party", "faction", "movement", "armed_group", "union", "government_body")
_BODY = "government_body"
_DISSOLVED = "dissolved"
_PLAIN = 3
_PASSING = 4


def is_plain(roster: Roster, pieces: Sequence[str], refs: Sequence[NameRef]) -> bool:
    """Tell whether a name is one that parties or bodies of any country have: "the *Alliance Party*", "the *House of Representatives*"."""
    kinds, vocabulary = {roster.directory.entries[r.id].kind for r in refs}, roster.directory.vocabulary
    if kinds == {_BODY}:
        return bool(vocabulary.bodies.get(" ".join(pieces)))
    return kinds <= _PARTIES and len(pieces) <= _PLAIN and all(vocabulary.has("party_words", p) for p in pieces)


def is_body_of(roster: Roster, ref: NameRef, pieces: Sequence[str]) -> bool:
    """Tell whether a name is that of a land with a noun for what lands have, which is read by its owner: "the *Turkish army*"."""
    if not ref.ends_small:
        return False
    names = roster.directory.names.names
    theirs = roster.directory.entries[ref.id].kind == _BODY
    theirs = theirs or any(r.id == ref.id for k in range(1, len(pieces)) for r in names.get(" ".join(pieces[:k]), ()))
    return theirs and any(roster.directory.vocabulary.bodies.get(" ".join(pieces[k:])) for k in range(1, len(pieces)))


def of_several_lands(roster: Roster, refs: Sequence[NameRef]) -> bool:
    """Tell whether a name is that of parties in several countries, between which only what the report speaks of decides."""
    entries = [roster.directory.entries[r.id] for r in refs]
    return len({e.country for e in entries}) > 1 and all(e.kind in _PARTIES for e in entries)


def without_article(roster: Roster, surface: str) -> tuple[NameRef, ...]:
    """Return whom a name may mean without its article: one party is called "The Democrats", another "Democrats"."""
    if not surface.lower().startswith("the "):
        return ()
    bare = surface[len("the ") :]
    return tuple(r for r in roster.directory.names.get(bare) if fits(r, bare, roster.directory.vocabulary))


def chief_lands(roster: Roster, found: Sequence[Casting]) -> frozenset[str]:
    """Return the countries that the report names more than in passing."""
    entries = roster.directory.entries
    named = (entries.get(actor) for c in found for actor in c.named)
    counts = Counter(e.country for e in named if e is not None and e.country)
    most = max(counts.values(), default=0)
    return frozenset(country for country, n in counts.items() if n * _PASSING >= most)


def of_chief_land(roster: Roster, found: Sequence[Casting], refs: Sequence[NameRef]) -> tuple[NameRef, ...]:
    """Return those that a common name may mean of the one country that the report names most; all where several are named as often."""
    entries = roster.directory.entries
    named = (entries.get(actor) for c in found for actor in c.named)
    counts = Counter(e.country or "" for e in named if e is not None)
    most = max((counts[entries[r.id].country or ""] for r in refs), default=0)
    return tuple(r for r in refs if counts[entries[r.id].country or ""] == most)


def of_land_at_hand(syntax: Syntax, roster: Roster, found: Sequence[Casting], refs: Sequence[NameRef], first: int) -> tuple[NameRef, ...]:
    """Return those of the one country of theirs that the sentence of a common name names, else that the sentence before does."""
    entries, here = roster.directory.entries, syntax.sentence[first]
    theirs = {entries[r.id].country for r in refs}
    for sentence in (here, here - 1):
        near = (c for c in found if syntax.sentence[c.first] == sentence and c.first != first)
        lands = {entries[a].country for c in near for a in c.named if a in entries} & theirs
        if lands:
            return tuple(r for r in refs if entries[r.id].country in lands) if len(lands) == 1 else ()
    return ()


def namesakes(syntax: Syntax, roster: Roster, castings: list[Casting]) -> list[Casting]:
    """Return the names, a bare one meaning the longer that the report uses too where it does not speak of the bare one's country."""
    entries = roster.directory.entries
    groups = [c for c in castings if c.actors and c.actors[0] in entries and entries[c.actors[0]].kind not in NO_GROUPS]
    countries = {a: entries[a].country for c in castings for a in c.actors if a in entries}
    short: dict[ActorId, set[ActorId]] = {}
    for bare in groups:
        own = countries[bare.actors[0]]
        if own not in (country for actor, country in countries.items() if actor != bare.actors[0]):
            words = syntax.words[bare.first : bare.last]
            longer = {c.actors[0] for c in groups if _ends_so(syntax, c, words) and not _side_by_side(syntax, c, groups, bare.actors[0])}
            short.setdefault(bare.actors[0], set()).update(longer - {bare.actors[0]})
    whom = {bare: min(longer) for bare, longer in short.items() if len(longer) == 1}
    return [replace(c, actors=(whom[c.actors[0]],)) if c.actors and c.actors[0] in whom else c for c in castings]


def of_other_land(syntax: Syntax, roster: Roster, casting: Casting, found: Sequence[Casting]) -> bool:
    """Tell whether another land's name before a group's, within one name, makes it another group: "*Anguilla* United Front"."""
    k, entries = syntax.entity[casting.first], roster.directory.entries
    group = entries.get(casting.actors[0]) if casting.actors else None
    if k < 0 or group is None or group.kind not in _OF_ONE_LAND or group.country not in roster.directory.states:
        return False
    start, end, label = syntax.entities[k]
    lands = [entries.get(c.named[0]) for c in found if c.named and start <= c.first and c.last == casting.first]
    return label == "ORG" and end == casting.last and any(e is not None and e.kind in STATES and e.country != group.country for e in lands)


def _side_by_side(syntax: Syntax, longer: Casting, castings: Sequence[Casting], bare: ActorId) -> bool:
    """Tell whether a longer name stands in one series with the bare one, so that two are meant: "Hezbollah and *Kata'ib Hezbollah*"."""
    series = syntax.first_conjunct(longer.head)
    return any(c.actors[0] == bare and c is not longer and syntax.first_conjunct(c.head) == series for c in castings)


def _ends_so(syntax: Syntax, casting: Casting, words: Sequence[str]) -> bool:
    """Tell whether a name is words with something before that says which: "*Pakistani* Taliban", not "Front *against* the Taliban"."""
    start = casting.last - len(words)
    within = any(syntax.pos[t] in _NO_MODIFIERS for t in range(casting.first, start))
    return start > casting.first and not within and syntax.words[start : casting.last] == words


def of_heir(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a state that is no more only says what another once belonged to: "the former *Soviet* republic"."""
    gone = casting.form == "adjective" and roster.directory.entries[casting.actors[0]].kind == _DISSOLVED
    return gone and roster.directory.vocabulary.has("polities", syntax.lemmas[syntax.heads[casting.head]])
