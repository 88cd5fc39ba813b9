"""Which of several that a name may mean the report speaks of: by the countries that it names, and by longer names of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.actors.directory.directory import fits
from dragoman.actors.directory.entries import NameRef
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.organisations import NO_GROUPS
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId
from dragoman.language.dashes import HYPHENS

_NO_MODIFIERS = ("ADP", "PART", "SCONJ", "CCONJ", "VERB", "AUX", "PUNCT")
_PARTIES = frozenset(["party", "faction", "movement"])
_BANDS = _PARTIES | {"armed_group", "union"}
_BODY = "government_body"
_OF_ONE_LAND = _BANDS | {_BODY}
_DISSOLVED = "dissolved"
_WHOSE = ("of", "for", "on", "against")
_LONG = 3
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


def are_bands(roster: Roster, refs: Sequence[NameRef]) -> bool:
    """Tell whether all whom a name may mean are parties or bands, of each of which a report about its country speaks."""
    return all(roster.directory.entries[r.id].kind in _BANDS for r in refs)


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


def of_another_group(syntax: Syntax, roster: Roster, casting: Casting, found: Sequence[Casting]) -> bool:
    """Tell whether a group's name is only part of another group's, whom the directory may not know: "*Anguilla* United Front"."""
    return _of_other_land(syntax, roster, casting, found) or _of_longer_name(syntax, roster, casting, found)


def _of_other_land(syntax: Syntax, roster: Roster, casting: Casting, found: Sequence[Casting]) -> bool:
    """Tell whether another land's name before a group's, within one name, makes it another group: "*Anguilla* United Front"."""
    k, entries = syntax.entity[casting.first], roster.directory.entries
    group = entries.get(casting.actors[0]) if casting.actors else None
    if k < 0 or group is None or group.kind not in _OF_ONE_LAND or group.country not in roster.directory.states:
        return False
    start, end, label = syntax.entities[k]
    before = [c for c in found if c.named and c.last == casting.first]
    told = [c for c in before if start <= c.first or (c.form == "adjective" and _is_common(syntax, roster, casting))]
    lands = [entries.get(c.named[0]) for c in told]
    return label == "ORG" and end == casting.last and any(e is not None and e.kind in STATES and e.country != group.country for e in lands)


def _of_longer_name(syntax: Syntax, roster: Roster, casting: Casting, found: Sequence[Casting]) -> bool:
    """Tell whether a group's name of common words is only part of another's: "*Volta* Popular Front", "Popular Front *for the Delta*"."""
    k, group = syntax.entity[casting.first], roster.directory.entries.get(casting.actors[0]) if casting.actors else None
    if k < 0 or group is None or group.kind not in _BANDS or syntax.entities[k][2] != "ORG":
        return False
    start, end, _ = syntax.entities[k]
    if (start == casting.first and end <= casting.last) or _in_capitals(syntax, casting):
        return False
    covered = {t for c in found if c is not casting for t in range(c.first, c.last)}
    particle = end > casting.last + 1 and casting.last not in covered and syntax.words[casting.last + 1] in HYPHENS
    if particle and roster.directory.vocabulary.has("name_particles", syntax.lower[casting.last]):  # "Jamaat *al-Ahrar*"
        return True
    before = [t for t in range(start, casting.first) if t not in covered and _names(syntax, t)]
    if any(roster.land_of(syntax.words[t]) != (group.country or "") for t in before):
        return _is_common(syntax, roster, casting)
    linked = end > casting.last and syntax.lower[casting.last] in _WHOSE
    behind = [t for t in range(casting.last + 1, end) if _names(syntax, t)] if linked else []
    own = any(c.named and _country(roster, c) == group.country for c in found if casting.last < c.first < end)
    at_home = own or any(roster.land_of(syntax.words[t]) == group.country for t in behind)
    return bool(behind) and not at_home and _is_common(syntax, roster, casting)


def _country(roster: Roster, casting: Casting) -> str | None:
    entry = roster.directory.entries.get(casting.named[0])
    return entry.country if entry else None


def _names(syntax: Syntax, t: int) -> bool:
    """Tell whether a word within a name says which is meant: with a capital that is not only its sentence's."""
    opens = t == 0 or syntax.sentence[t - 1] != syntax.sentence[t]
    return syntax.words[t][:1].isupper() and syntax.pos[t] in (("PROPN",) if opens else ("PROPN", "NOUN", "ADJ"))


def _in_capitals(syntax: Syntax, casting: Casting) -> bool:
    """Tell whether all long words of a name's sentence have capitals, as those of headings do."""
    first, last = casting.first, casting.last
    while first > 0 and syntax.sentence[first - 1] == syntax.sentence[casting.first]:
        first -= 1
    while last < len(syntax) and syntax.sentence[last] == syntax.sentence[casting.first]:
        last += 1
    return all(word[:1].isupper() for word in syntax.words[first:last] if len(word) > _LONG and word.isalpha())


def _is_common(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a name has only words that the names of many groups have: "*Islamic Movement*", not "Fatah"."""
    has = roster.directory.vocabulary.has
    pieces = [p for word in syntax.words[casting.first : casting.last] for p in pieces_of(word)]
    return all(has("party_words", p) or has("short_names", p) for p in pieces)


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
    entry = roster.directory.entries.get(casting.actors[0]) if casting.form == "adjective" else None
    gone = entry is not None and entry.kind == _DISSOLVED
    return gone and roster.directory.vocabulary.has("polities", syntax.lemmas[syntax.heads[casting.head]])
