"""From the directory's rows to its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from dragoman.actors.entries import Entry, NameForm, NameRef, Office, Relation
from dragoman.actors.index import pieces_of
from dragoman.actors.rows import Row
from dragoman.claims import ActorId

K = TypeVar("K")
V = TypeVar("V")
_Rows = Mapping[str, list[Row]]
_SHORT = 6
_LONG = 2 * _SHORT


def entries_of(rows: _Rows) -> dict[ActorId, Entry]:
    """Return states, groups and people by id; a later row takes the place of an earlier one."""
    entries: dict[ActorId, Entry] = {}
    for row in rows["states"]:
        entries[ActorId(row.cells["id"])] = _state(row)
    for row in rows["groups"]:
        entries[ActorId(row.cells["id"])] = _group(row)
    for row in rows["people"]:
        cells = row.cells
        person = ActorId(cells["id"])
        entries[person] = Entry(person, cells["name"], "person", row.text("country"))
    return entries


def _state(row: Row) -> Entry:
    cells, adjectives = row.cells, row.list("adjectives")
    return Entry(
        ActorId(cells["id"]),
        cells["name"],
        cells["kind"],
        row.text("code"),
        "GOV",
        adjective=adjectives[0] if adjectives else cells["name"],
        demonyms=tuple(a for a in adjectives if a.endswith(("s", "men")) and a[:-1] in adjectives),
        since=row.text("from"),
        until=row.text("until"),
    )


def _group(row: Row) -> Entry:
    cells, parent = row.cells, row.text("parent")
    return Entry(
        ActorId(cells["id"]),
        cells["name"],
        cells["kind"],
        row.text("country"),
        row.text("sector"),
        row.list("other_sectors"),
        adjective=cells["name"],
        parent=ActorId(parent) if parent else None,
        since=row.text("from"),
        until=row.text("until"),
    )


def offices_of(rows: _Rows, entries: Mapping[ActorId, Entry]) -> dict[ActorId, tuple[Office, ...]]:
    """Return each person's offices in the order of the file."""
    offices: dict[ActorId, list[Office]] = {}
    for row in rows["offices"]:
        cells, body = row.cells, row.text("body")
        person = ActorId(cells["person"])
        office = Office(
            person,
            cells["title"],
            ActorId(body) if body is not None and body in entries else None,
            row.text("country"),
            row.text("sector"),
            row.list("other_sectors"),
            row.text("from"),
            row.text("until"),
        )
        offices.setdefault(person, []).append(office)
    return {person: tuple(held) for person, held in offices.items()}


def relations_of(rows: _Rows) -> tuple[Relation, ...]:
    """Return how groups come from and belong to each other."""
    return tuple(
        Relation(ActorId(r.cells["subject"]), r.cells["type"], ActorId(r.cells["object"]), r.text("from"), r.text("until"))
        for r in rows["group_relations"]
    )


def names_of(rows: _Rows) -> Iterator[tuple[str, NameRef]]:
    """Yield every name with what it names, those of later rows last."""
    states = {row.cells["id"]: row for row in rows["states"]}
    for row in states.values():
        yield from _named(row, "name", (row.cells["name"],))
        yield from _named(row, "alias", row.list("aliases"))
        yield from _named(row, "adjective", row.list("adjectives"))
        yield from _named(row, "metonym", row.list("metonyms"))
        yield from _named(row, "capital", row.list("capital"))
    for file in ("groups", "people"):
        for row in {row.cells["id"]: row for row in rows[file]}.values():
            yield from _named(row, "name", (row.cells["name"],))
            yield from _named(row, "alias", row.list("aliases"))


def _named(row: Row, form: NameForm, names: tuple[str, ...]) -> Iterator[tuple[str, NameRef]]:
    for name in names:
        bare = name.removeprefix("The ").removeprefix("the ")
        if " " not in bare and "code" not in row.cells:
            bare = name  # "the Centre" is a party, a centre is not
        letters = None
        if len(bare) <= _LONG and bare.isupper():
            letters = "".join(c for c in bare if c.isalnum())
        yield bare, NameRef(ActorId(row.cells["id"]), form, letters if letters and len(letters) <= _SHORT else None, not bare.islower())


def families_of(rows: _Rows, family_first: frozenset[str], suffixes: frozenset[str]) -> dict[str, tuple[ActorId, ...]]:
    """Return people by family name: the first part where that is the custom of their country, else the last."""
    families: dict[str, list[ActorId]] = {}
    for row in rows["people"]:
        person = ActorId(row.cells["id"])
        for name in (row.cells["name"], *row.list("aliases")):
            family = family_of(name, first=row.cells["country"] in family_first, suffixes=suffixes)
            known = families.setdefault(family, [])
            if person not in known:
                known.append(person)
    return {family: tuple(people) for family, people in families.items()}


def family_of(name: str, *, first: bool, suffixes: frozenset[str]) -> str:
    """Return the piece of a full name that is its family name.

    Example:
        >>> family_of("Bashar al-Assad", first=False, suffixes=frozenset())
        'assad'
        >>> family_of("Ban Ki-moon", first=True, suffixes=frozenset())
        'ban'
    """
    pieces = [p for p in pieces_of(name) if p not in suffixes] or pieces_of(name) or [""]
    return pieces[0] if first else pieces[-1]


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values of each key, in order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
