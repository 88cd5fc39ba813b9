"""Persons: full names, family names after titles, and what the text says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.fuzz import ratio

from dragoman.actors.directory.index import legible, pieces_of
from dragoman.actors.directory.read import family_of
from dragoman.actors.directory.spellings import same_consonants
from dragoman.actors.directory.variants import FUZZY_FROM, SAME_LETTERS, is_same_person, is_variant, same_given
from dragoman.actors.named.full_names import of_house, turned
from dragoman.actors.named.incumbents import are_worldly, holds_office, in_office
from dragoman.actors.named.person_names import Name, core_of, names_in, names_repeated
from dragoman.actors.named.products import is_likened
from dragoman.actors.named.rulers import is_ruler
from dragoman.actors.named.titles import Styled, is_styled, titles_of
from dragoman.actors.named.traits import describe
from dragoman.actors.owners import Heads
from dragoman.actors.roster import Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_SEVERAL = 2


def find_people(syntax: Syntax, roster: Roster, named: Heads, taken: set[int], borne: Mapping[str, int]) -> Iterator[Casting]:
    """Yield the persons that the directory's full names did not give already: whole names first, then parts of names."""
    names = [n for n in names_in(syntax, roster, taken) if not is_likened(syntax, roster, n.last)]
    whole = [n for n in names if len(core_of(roster, n.pieces)) > 1]
    found = [_whole(syntax, roster, named, name) for name in whole]
    for name, actor in zip(whole, found, strict=True):
        yield Casting(name.first, name.last, name.head, (actor,), "name")
    bearers = _bearers(roster)
    places: dict[ActorId, list[int]] = {}
    for one in (*named.values(), *(Casting(n.first, n.last, n.head, (a,), "name") for n, a in zip(whole, found, strict=True))):
        for actor in one.actors:
            places.setdefault(actor, []).append(one.head)
    parts = [n for n in names if len(core_of(roster, n.pieces)) == 1]
    again = names_repeated(syntax, bearers, borne, taken | {t for n in names for t in range(n.first, n.last)})
    parts += [n for n in again if not is_likened(syntax, roster, n.last)]
    for family, ruler in [_ruling(syntax, roster, named, name, bearers) for name in parts]:
        if ruler is not None:
            bearers.setdefault(family, []).append(ruler)
    familiar = _familiar(syntax, roster, parts, bearers)
    roster.worldly = are_worldly(roster, (core_of(roster, name.pieces)[-1] for name in parts))
    for name in sorted(parts, key=lambda n: (_is_given(syntax, roster, n), n.first)):  # "Dear *Joe*" before "President *Biden*"
        actor = _part(syntax, roster, named, name, bearers, places, familiar)
        bearers.setdefault(core_of(roster, name.pieces)[-1], []).append(actor)
        places.setdefault(actor, []).append(name.head)
        yield Casting(name.first, name.last, name.head, (actor,), "name")


def _bearers(roster: Roster) -> dict[str, list[ActorId]]:
    """Return the persons of the report by their family names."""
    found: dict[str, list[ActorId]] = {}
    for actor in list(roster.actors.values()):
        if actor.kind == "person" and " " in actor.name and actor.name[0].isupper():
            for family in _families(roster, actor):
                found.setdefault(family, []).append(actor.id)
    return found


def _families(roster: Roster, actor: Actor) -> set[str]:
    vocabulary = roster.directory.vocabulary
    suffixes = vocabulary.words.get("name_suffixes", frozenset())
    entry = roster.directory.entries.get(actor.id)
    country = entry.country if entry else actor.country
    first = vocabulary.has("family_name_first", country or "")
    families = {family_of(actor.name, first=first, suffixes=suffixes)}
    western = pieces_of(actor.name)[0] in vocabulary.given or vocabulary.has("called_by_given_name", country or "")
    return families if not first or (entry and not western) else families | {family_of(actor.name, first=False, suffixes=suffixes)}


def _whole(syntax: Syntax, roster: Roster, named: Heads, name: Name) -> ActorId:
    """Return the actor of a full name: the directory's under another spelling, or one of the report's own."""
    known = None if (shorter := _shortened(roster, name)) else _spelt_otherwise(roster, name)
    if known is not None and not _of_other_calling(syntax, roster, named, name, known):
        return roster.enter(known)
    people = [a for a in roster.actors.values() if a.kind == "person" and same_given(a.name, name.text)]
    twin = shorter or next((a for a in people if is_same_person(tuple(pieces_of(a.name)), name.pieces)), None)
    actor = twin.id if twin else roster.add(Actor(id=slug(name.text), name=legible(name.text), kind="person"))
    describe(syntax, roster, named, name.head, actor)
    return actor


def _shortened(roster: Roster, name: Name) -> Actor | None:
    """Return the one person of the report whose longer name ends so, whatever its vowels: "Abdel *Vale*" after "Adel Abdul Vale"."""
    n, same = len(name.pieces), roster.directory.vocabulary.pairs["same_names"]
    if n < _SEVERAL or name.pieces[0] in roster.directory.vocabulary.given:
        return None
    longer = [(a, pieces_of(a.name)) for a in roster.actors.values() if a.kind == "person" and a.name.lower().endswith(name.pieces[-1])]
    ending = [(a, " ".join(pieces[-n:])) for a, pieces in longer if len(pieces) > n and pieces[-n][0] == name.pieces[0][0]]
    found = [a for a, tail in ending if same_consonants(tail, " ".join(name.pieces), same)]
    return found[0] if len(found) == 1 else None


def _of_other_calling(syntax: Syntax, roster: Roster, named: Heads, name: Name, known: ActorId) -> bool:
    """Tell whether a title is none of him whose name has a part more: "*prosecutor* Ali Vale" is not Minister Ali Akbar Vale."""
    offices = roster.directory.offices.get(known, ())
    if not offices or len(pieces_of(roster.directory.entries[known].name)) == len(name.pieces):
        return False
    if any(ref.id == known for ref in roster.directory.names.get(name.text)):
        return False
    styled = [s for s in titles_of(syntax, roster, named, name.head) if s.office and s.sector]
    sectors = {sector for o in offices for sector in (o.sector, *o.other_sectors)}
    words = {word for o in offices for word in pieces_of(o.title)}
    return bool(styled) and all(s.sector not in sectors and words.isdisjoint(pieces_of(s.text)) for s in styled)


def _spelt_otherwise(roster: Roster, name: Name) -> ActorId | None:
    """Return the one person of the directory with this family name and nearly this given name."""
    directory, core = roster.directory, core_of(roster, name.pieces)
    known = {p.id for p in directory.people_named(" ".join(core))}
    known = known or _without_initials(roster, core) or _by_first_family_name(roster, name)
    known = known or turned(directory, core) or of_house(directory, name.pieces)
    if len(known) == 1:
        return min(known)
    people = dict.fromkeys([*directory.families.get(core[-1], ()), *directory.families.get(core[0], ())])
    alike = [
        p
        for p in people
        if is_variant(tuple(pieces_of(directory.entries[p].name)), core) and same_given(directory.entries[p].name, name.text)
    ]
    if len(alike) > 1:
        alike = [p for p in alike if roster.published and directory.offices_on(p, roster.published)]
    return alike[0] if len(alike) == 1 else directory.spelt_otherwise(" ".join(name.pieces), on=roster.published) if not alike else None


def _without_initials(roster: Roster, core: tuple[str, ...]) -> set[ActorId]:
    """Return whom a name means without the letters in its middle that the directory does not give: "Ada *R.* Vale".

    He holds an office, or is of a land that the report names.
    """
    whole = [piece for piece in core if len(piece) > 1]
    if not 1 < len(whole) < len(core) or whole[0] != core[0]:
        return set()
    near = roster.countries()
    return {p.id for p in roster.directory.people_named(" ".join(whole)) if p.country in near or roster.offices_lately(p.id)}


def _by_first_family_name(roster: Roster, name: Name) -> set[ActorId]:
    """Return whom a name means that ends with the second of two family names: "Ana Vale *de Ruiz*" is Ana Vale."""
    directory, vocabulary = roster.directory, roster.directory.vocabulary
    last = next((n for n in range(len(name.pieces) - 1, 1, -1) if not vocabulary.has("name_particles", name.pieces[n - 1])), 0)
    if not last or name.pieces[last - 1] in vocabulary.given:
        return set()
    people = directory.people_named(" ".join(name.pieces[:last]))
    return {p.id for p in people if vocabulary.has("two_family_names", p.country or "")}


def _familiar(syntax: Syntax, roster: Roster, parts: Iterable[Name], bearers: Mapping[str, list[ActorId]]) -> frozenset[ActorId]:
    """Return whom a report calls by given name, as it does a child, so that a family name alone is another's; no official."""
    called: Counter[ActorId] = Counter()
    for name in parts:
        piece = core_of(roster, name.pieces)[-1]
        if piece not in bearers and not syntax.quoted[name.head] and syntax.base(name.head) != "vocative":
            called.update(_given(roster, piece))
    return frozenset(p for p, n in called.items() if n > 1 and not roster.directory.offices.get(p))


def _part(
    syntax: Syntax,
    roster: Roster,
    named: Heads,
    name: Name,
    bearers: dict[str, list[ActorId]],
    places: dict[ActorId, list[int]],
    familiar: frozenset[ActorId],
) -> ActorId:
    """Return whom a family name alone means: one of the report, else of the directory, else somebody new."""
    family = core_of(roster, name.pieces)[-1]
    styled = list(titles_of(syntax, roster, named, name.head))
    here = list(dict.fromkeys(bearers.get(family, ()))) or _given(roster, family) or _within(roster, family) or _nearly(bearers, family)
    if len(here) > 1:
        grown = [p for p in here if p not in familiar] or here
        fitting = _styled_so(roster, _of_gender(roster, grown, styled), styled)
        here = [_likeliest(roster, fitting, places, name.head)]
    if here:
        describe(syntax, roster, named, name.head, here[0])
        return here[0]
    known = in_office(roster, family, styled)
    if known is not None:
        roster.enter(known)
        describe(syntax, roster, named, name.head, known)
        return known
    actor = roster.add(Actor(id=slug(name.text), name=legible(name.text), kind="person"))
    describe(syntax, roster, named, name.head, actor)
    return actor


def _ruling(syntax: Syntax, roster: Roster, named: Heads, name: Name, bearers: Mapping[str, list[ActorId]]) -> tuple[str, ActorId | None]:
    """Return the ruler whom a title means though the report names only kin of his in full: "*President* Vale", whose wife is Ada Vale."""
    family = core_of(roster, name.pieces)[-1]
    here = bearers.get(family, ())
    styled = list(titles_of(syntax, roster, named, name.head)) if here else []
    offices = [s for s in styled if s.office]
    meant = [is_styled(roster, p, frozenset(pieces_of(s.text))) for p in here for s in offices]
    if not offices or any(meant) or any(is_ruler(roster, p) for p in here):
        return family, None
    known = in_office(roster, family, styled)
    ruler = known is not None and is_ruler(roster, known) and any(holds_office(roster, known, s) for s in offices)
    return family, roster.enter(known) if known is not None and ruler else None


def _is_given(syntax: Syntax, roster: Roster, name: Name) -> bool:
    """Tell whether a name by itself is a given name by which somebody is called."""
    return syntax.base(name.head) == "vocative" and name.pieces[-1] in roster.directory.vocabulary.given


def _likeliest(roster: Roster, people: list[ActorId], places: dict[ActorId, list[int]], i: int) -> ActorId:
    """Return the one bearer of a name who is in office, whose kin news calls by full name; else who was named most often before token i.

    The latest of equals, else a ruler, or who is named most often at all.
    """
    serving = [p for p in people if roster.published and roster.directory.offices_on(p, roster.published)]
    if len(serving) == 1:
        return serving[0]

    def named(person: ActorId) -> tuple[int, int, bool, int]:
        before = [t for t in places.get(person, ()) if t < i]
        return len(before), max(before, default=-1), is_ruler(roster, person), len(places.get(person, ()))

    return max(people, key=named)


def _given(roster: Roster, piece: str) -> list[ActorId]:
    """Return the one person of the report whose given name this is."""
    found = [a.id for a in roster.actors.values() if a.kind == "person" and " " in a.name and pieces_of(a.name)[0] == piece]
    return found if len(found) == 1 else []


def _within(roster: Roster, piece: str) -> list[ActorId]:
    """Return the one person of the report who has this among several names: of "Juan Carlos *Vale* Ruiz", "Tran Van *Vale*"."""
    vocabulary = roster.directory.vocabulary
    if vocabulary.has("name_particles", piece):
        return []
    found = []
    for actor in (a for a in roster.actors.values() if a.kind == "person" and " " in a.name):
        pieces = pieces_of(actor.name)
        two = piece in vocabulary.given and pieces[0] in vocabulary.given  # "Mary *Jane* Vale" is not called Jane
        if piece in pieces and not two and not vocabulary.has("name_suffixes", piece):
            found.append(actor.id)
    return found if len(found) == 1 else []


def _nearly(bearers: dict[str, list[ActorId]], family: str) -> list[ActorId]:
    """Return the persons of the report whose family name is spelt nearly so."""
    if len(family) < FUZZY_FROM:
        return []
    return [
        p
        for known, people in bearers.items()
        if known[0] == family[0] and len(known) >= FUZZY_FROM and ratio(known, family) >= SAME_LETTERS
        for p in people
    ]


def _of_gender(roster: Roster, people: list[ActorId], styled: Iterable[Styled]) -> list[ActorId]:
    gender = next((s.gender for s in styled if s.gender), None)
    fitting = [p for p in people if gender is None or roster.genders.get(p, gender) == gender]
    return fitting or people


def _styled_so(roster: Roster, people: list[ActorId], styled: list[Styled]) -> list[ActorId]:
    """Return those of several bearers of a name who hold the office that stands before it; all where nobody is known to."""
    offices = [s for s in styled if s.office]
    return [p for p in people if any(holds_office(roster, p, s) for s in offices)] or people
