"""Whom of a family name's bearers a title picks out, or the news of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.actors.directory.dates import is_over
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.rulers import is_ruler
from dragoman.actors.named.titles import Styled
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId

_REMEMBERED = 15
_FEW, _FEW_AT_HOME = 3, 10
_PEOPLE = ("person", "people")


def in_office(roster: Roster, family: str, styled: list[Styled]) -> ActorId | None:
    """Return the one person of that family name who holds an office that the text names, or any at all, on the date."""
    directory = roster.directory
    bearers = directory.families.get(family, ())
    people = [p for p in bearers if directory.offices_on(p, roster.published)] or [p for p in bearers if roster.offices_lately(p)]
    former = _once_ruled(roster, bearers, styled)
    offices = [s for s in styled if s.office]
    if offices:
        people = [p for p in people if any(_same_office(roster, p, s) for s in offices) and _is_meant(roster, p, offices)]
    elif roster.published is None:
        near = roster.countries()
        people = [
            p for p in _known_alone(roster, family, ministers=roster.worldly) if roster.worldly or directory.entries[p].country in near
        ]
        people = [p for p in people if not _is_called_so(roster, family)]
    else:
        near = roster.countries()
        people = [p for p in people if _in_the_news(roster, p)]
        people = [
            p for p in people if directory.entries[p].country in near or any(o.country in near for o in roster.offices_lately(p))
        ] or _known_alone(roster, family, ministers=roster.worldly)
    if len(people) > 1:
        titled = [p for p in people if any(holds_office(roster, p, s) for s in offices)]
        people = titled or [p for p in people if is_ruler(roster, p)] or [p for p in people if _commands(roster, p)]
    return people[0] if len(people) == 1 else former if not people else None


def _is_meant(roster: Roster, person: ActorId, offices: Iterable[Styled]) -> bool:
    """Tell whether a title may mean a holder whose land the report does not name: "*Defence Minister* Vale", a ruler; no "Mayor Vale".

    One title alone, or another of his sector, means somebody of a land that the report names.
    """
    lands = {roster.directory.entries[person].country, *(o.country for o in roster.offices_lately(person))}
    if not lands.isdisjoint(roster.countries()):
        return True
    same, has = roster.directory.vocabulary.pairs["same_office"], roster.directory.vocabulary.has
    titles = {s.text.lower() for s in offices}
    said = [t for t in (*titles, *(same[t] for t in titles if t in same)) if " " in t or has("rulers", t)]
    return any(set(pieces_of(t)) <= set(pieces_of(o.title)) for t in said for o in roster.offices_lately(person))


def are_worldly(roster: Roster, families: Iterable[str]) -> bool:
    """Tell whether two at least of some family names are each of one whom all know by it, of two lands: "*Kohl* called *Gorbachev*"."""
    found = [known for family in set(families) if (known := _known_alone(roster, family, ministers=True))]
    return len({roster.directory.entries[people[0]].country for people in found}) > 1


def _known_alone(roster: Roster, family: str, *, ministers: bool) -> list[ActorId]:
    """Return the one ruler whom all know by a family name, else, where ministers count, the one minister."""
    return _only_so_called(roster, family) or (_only_bearer(roster, family) if ministers else [])


def _only_so_called(roster: Roster, family: str) -> list[ActorId]:
    """Return the one ruler of a family name that hardly anybody else of the directory bears, whom all know by it: "*Netanyahu* refused".

    His kin and countrymen count for less than those of other lands.
    """
    bearers = roster.directory.families.get(family, ())
    if len(bearers) > _FEW_AT_HOME or family in roster.directory.vocabulary.given:
        return []
    rulers = [p for p in bearers if is_ruler(roster, p) or _is_known_anywhere(roster, p)]
    if len(rulers) != 1:
        return []
    land = roster.directory.entries[rulers[0]].country
    return rulers if sum(roster.directory.entries[p].country != land for p in bearers) < _FEW else []


def _only_bearer(roster: Roster, family: str) -> list[ActorId]:
    """Return the one minister whom other lands know by a family name that hardly anybody else of the directory bears: "*Lavrov* said"."""
    bearers, has = roster.directory.families.get(family, ()), roster.directory.vocabulary.has
    if len(bearers) >= _FEW or family in roster.directory.vocabulary.given:
        return []
    known = [p for p in bearers if any(has("known_abroad", o.title.lower()) for o in roster.offices_lately(p))]
    return known if len(known) == 1 else []


def _is_called_so(roster: Roster, word: str) -> bool:
    """Tell whether a word is part of the name of a body of the report: "*Ford*" after "Ford Motor Company" is nobody."""
    return any(who.kind not in _PEOPLE and word in pieces_of(who.name) for who in roster.actors.values())


def _is_known_anywhere(roster: Roster, person: ActorId) -> bool:
    """Tell whether a person stands for the office of a ruler of whom all the world speaks, or is to take it up."""
    held = (o.title.lower() for o in roster.directory.offices_on(person, roster.published))
    return any(roster.directory.vocabulary.has("known_anywhere", title) for title in held)


def _once_ruled(roster: Roster, bearers: Iterable[ActorId], styled: list[Styled]) -> ActorId | None:
    """Return the one bearer of a family name who ruled not long ago under the title that he still has: "*President* Vale" out of office."""
    if roster.published is None:
        return None
    since = date(roster.published.year - _REMEMBERED, 1, 1)
    found = []
    for person in bearers:
        past = [o for o in roster.offices_left(person) if not is_over(o.until, since)]
        titles = [set(pieces_of(o.title)) for o in past if roster.directory.vocabulary.has("rulers", o.title)]
        if any(s.office and _no_other_land(roster, person, s) and set(pieces_of(s.text)) in titles for s in styled):
            found.append(person)
    return found[0] if len(found) == 1 else None


def _no_other_land(roster: Roster, person: ActorId, styled: Styled) -> bool:
    """Tell whether a title names no body of another country than a person's."""
    return _land(roster, styled) in (None, roster.directory.entries[person].country)


def _in_the_news(roster: Roster, person: ActorId) -> bool:
    """Tell whether a person holds an office whose holder news names by family name alone."""
    words = roster.directory.vocabulary.words["known_by_family_name"]
    held = (o.title.lower() for o in roster.offices_lately(person))
    return is_ruler(roster, person) or any(title in words or title.rpartition(" ")[2] in words for title in held)


def _commands(roster: Roster, person: ActorId) -> bool:
    """Tell whether a person holds just an office whose holder news names by family name alone, and is no deputy of his."""
    words = roster.directory.vocabulary.words["known_by_family_name"]
    return any(o.title.lower() in words for o in roster.offices_lately(person))


def holds_office(roster: Roster, person: ActorId, styled: Styled) -> bool:
    """Tell whether a person's office has all the words of a title: of two named Vale "*Vice President* Vale" is no prime minister."""
    words = set(pieces_of(styled.text))
    return any(words <= set(pieces_of(office.title)) for office in roster.offices_lately(person))


def _same_office(roster: Roster, person: ActorId, styled: Styled) -> bool:
    """Tell whether a title names an office that the person holds: they share words, and the country where one is named."""
    title = styled.text.lower()
    words = {*pieces_of(title), *pieces_of(roster.directory.vocabulary.pairs["same_office"].get(title, title))}
    land = _land(roster, styled)
    alike = (o for o in roster.offices_lately(person) if styled.sector in (o.sector, *o.other_sectors) or words & set(pieces_of(o.title)))
    return any(land in (None, office.country) for office in alike)


def _land(roster: Roster, styled: Styled) -> str | None:
    """Return the country of the body that a title names; None where it names none."""
    return roster.actors[styled.body.actors[0]].country if styled.body and styled.body.actors else None
