"""From the directory's rows to its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from dragoman.actors.directory.entries import Entry, NameForm, NameRef, Office, Standing
from dragoman.actors.directory.index import keys_of
from dragoman.actors.directory.lazy import Lazy
from dragoman.actors.directory.rows import Cells, Table, cells_of, parts
from dragoman.claims import ActorId

Tables = Mapping[str, Table]
_SHORT = 6
_LONG = 2 * _SHORT
_MIXED = 4
_ARTICLES = ("The ", "the ")
_FORMS: tuple[NameForm, ...] = ("alias", "adjective", "metonym", "capital")


def entries_of(tables: Tables) -> Mapping[ActorId, Entry]:
    """Return states, communities, groups and people by id; a later row takes the place of an earlier one."""
    makers = (("states", _state), ("communities", _community), ("groups", _group), ("people", _person))
    rows = {ActorId(cells[0]): (make, cells) for name, make in makers for cells in tables[name].cells}
    return Lazy(rows, lambda row: row[0](row[1]))


def _state(cells: Cells) -> Entry:
    id_, name, kind, code, _, adjectives, _, _, since, until = cells
    forms = parts(adjectives)
    return Entry(
        ActorId(id_),
        name,
        kind,
        code or None,
        "GOV",
        adjective=forms[0] if forms else name,
        demonyms=tuple(a for a in forms if (a.endswith("s") and a[:-1] in forms) or (a.endswith("men") and f"{a[:-3]}man" in forms)),
        since=since or None,
        until=until or None,
    )


def _group(cells: Cells) -> Entry:
    id_, name, kind, _, country, sector, others, parent, since, until, _ = cells
    return Entry(
        ActorId(id_),
        name,
        kind,
        country or None,
        sector or None,
        parts(others),
        adjective=name,
        parent=ActorId(parent) if parent else None,
        since=since or None,
        until=until or None,
    )


def _community(cells: Cells) -> Entry:
    id_, name, adjectives, country, sector = cells
    return Entry(ActorId(id_), name, "people", country or None, sector or None, adjective=(parts(adjectives) or (name,))[0])


def _person(cells: Cells) -> Entry:
    return Entry(ActorId(cells[0]), cells[1], "person", cells[3] or None)


def offices_of(tables: Tables, entries: Mapping[ActorId, Entry], *, by_body: bool = False) -> Mapping[ActorId, tuple[Office, ...]]:
    """Return the offices of each person, or of each body, in the order of the file."""
    rows = cast("Mapping[ActorId, list[str]]", tables["offices"].alike(2 if by_body else 0))
    return Lazy(rows, lambda held: tuple(_office(cells, entries) for cells in cells_of(held)))


def _office(cells: Cells, entries: Mapping[ActorId, Entry]) -> Office:
    person, title, body, country, sector, others, since, until, _ = cells
    return Office(
        ActorId(person),
        title,
        ActorId(body) if body in entries else None,
        country or None,
        sector or None,
        parts(others),
        since or None,
        until or None,
    )


def standings_of(tables: Tables) -> Mapping[ActorId, tuple[Standing, ...]]:
    """Return what each group was for a time, in the order of the file."""
    found: dict[ActorId, tuple[Standing, ...]] = {}
    for group, sector, others, since, until, _ in tables["standings"].cells:
        standing = Standing(sector or None, parts(others), since or None, until or None)
        found[ActorId(group)] = (*found.get(ActorId(group), ()), standing)
    return found


Named = tuple[str, NameForm, str]
"""Whose name it is, of what form, and the name."""


def names_of(tables: Tables) -> Iterator[Named]:
    """Yield every name but those of people with whose it is, those of later rows last."""
    for id_, name, _, _, aliases, adjectives, capital, metonyms, _, _ in _latest(tables["states"]):
        yield id_, "name", name
        nouns = {name, *parts(aliases)}
        for form, cell in zip(_FORMS, (aliases, adjectives, metonyms, capital), strict=True):
            bare = [_bare(part) for part in parts(cell) if form != "adjective" or part not in nouns]
            yield from ((id_, form, part) for part in bare)
    for id_, name, adjectives, _, _ in _latest(tables["communities"]):
        yield id_, "name", name
        yield from ((id_, "adjective", part) for part in parts(adjectives))
    yield from _names(tables["groups"], 3)


def names_of_people(tables: Tables) -> Iterator[Named]:
    """Yield every name of people with whose it is, those of one person together."""
    return _names(tables["people"], 2)


def _names(table: Table, aliases: int) -> Iterator[Named]:
    for cells in _latest(table):
        id_, further = cells[0], cells[aliases]
        yield id_, "name", _bare(cells[1])
        if further:
            for part in parts(further):
                yield id_, "alias", _bare(part)


def _latest(table: Table) -> Iterable[Cells]:
    return {cells[0]: cells for cells in table.cells}.values()


def _bare(name: str) -> str:
    """Return a name without its article, but one of a single word with it: "the Centre" is a party, a centre is not."""
    return name[4:] if name.startswith(_ARTICLES) and " " in name[4:] else name


def name_ref(named: Named) -> NameRef:
    """Return what a name refers to; one in capitals alone, or a short one with some within, is told from a word by them."""
    id_, form, name = named
    letters = None
    if (name.isupper() and len(name) <= _LONG) or (len(name) <= _MIXED and name.isalpha() and name[1:] != name[1:].lower()):
        letters = "".join(c for c in name if c.isalnum())
        letters = letters if len(letters) <= _SHORT else None
    return NameRef(ActorId(id_), form, letters or None, not name.islower(), " " in name and name.rsplit(" ", 1)[1].islower())


def families_of(tables: Tables, named: Iterable[Named], keys: Iterable[str]) -> Mapping[str, tuple[ActorId, ...]]:
    """Return people by family name: the first part where that is the custom of their country, else the last.

    Args:
        tables: the directory's rows.
        named: the names of people, those of one person together.
        keys: how `index.keys_of` spells each.
    """
    family_first, suffixes = (frozenset(words_of(tables, key)) for key in ("family_name_first", "name_suffixes"))
    first = {cells[0] for cells in tables["people"].cells if cells[3] in family_first}
    families: dict[str, list[ActorId]] = {}
    for (id_, _, _), key in zip(named, keys, strict=True):
        family = _family(key, suffixes, first=id_ in first)
        if family not in families:
            families[family] = [ActorId(id_)]
        elif families[family][-1] != id_:
            families[family].append(ActorId(id_))
    return Lazy(families, tuple)


def family_of(name: str, *, first: bool, suffixes: frozenset[str]) -> str:
    """Return the piece of a full name that is its family name.

    Example:
        >>> family_of("Bashar al-Assad", first=False, suffixes=frozenset())
        'assad'
        >>> family_of("Ban Ki-moon", first=True, suffixes=frozenset())
        'ban'
    """
    return _family(keys_of([name])[0], suffixes, first=first)


def _family(key: str, suffixes: frozenset[str], *, first: bool) -> str:
    """Return the first or last piece that is no suffix."""
    family = key.partition(" ")[0] if first else key.rpartition(" ")[2]
    if family in suffixes and (own := [piece for piece in key.split() if piece not in suffixes]):
        return own[0] if first else own[-1]
    return family


def words_of(tables: Tables, key: str) -> tuple[str, ...]:
    """Return a list of ``words.csv``."""
    return next((parts(words) for name, words in reversed(tables["words"].cells) if name == key), ())


def people_named(tables: Tables, lands: frozenset[str]) -> list[tuple[str, ActorId]]:
    """Return every full name of those who are of some countries, with whose it is."""
    rows = [cells for cells in tables["people"].cells if cells[3] in lands]
    return [(name, ActorId(cells[0])) for cells in rows for name in (cells[1], *parts(cells[2])) if " " in name]


def parts_of(tables: Tables) -> Mapping[ActorId, tuple[ActorId, ...]]:
    """Return the groups that are part of each group or state."""
    found: dict[ActorId, tuple[ActorId, ...]] = {}
    for cells in _latest(tables["groups"]):
        if cells[7]:
            found[ActorId(cells[7])] = (*found.get(ActorId(cells[7]), ()), ActorId(cells[0]))
    return found


def states_of(tables: Tables, entries: Mapping[ActorId, Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return the states that bear each country's code; the territories, or states that are no more, where none does ("HKG", "YUG")."""
    found: dict[str, dict[str, list[Entry]]] = {"dissolved": {}, "territory": {}, "state": {}}
    for id_, _, kind, code, *_ in _latest(tables["states"]):
        if kind in found and code:
            found[kind].setdefault(code, []).append(entries[ActorId(id_)])
    return {code: tuple(lands) for code, lands in {**found["dissolved"], **found["territory"], **found["state"]}.items()}
