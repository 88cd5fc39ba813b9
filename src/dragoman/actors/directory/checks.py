"""What must hold of the directory's rows; all faults are found in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.actors.directory.dates import in_order, is_date
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.directory.rows import Row, Table
from dragoman.errors import Fault
from dragoman.ontology import load as load_ontology

_UNITED = frozenset(["IGO", "NGO"])  # countries to PLOVER, and sectors of what is nothing else
_SECTORED = ("offices", "groups", "standings", "communities", "agents", "bodies", "titles")
_DATED = ("states", "offices", "groups", "standings")
_IDENTIFIED = ("states", "communities", "groups", "people")
_KINDS = {
    "states": frozenset(["state", "territory", "dissolved", "government_body"]),
    "groups": frozenset(
        [
            "government_body",
            "party",
            "faction",
            "movement",
            "armed_group",
            "igo",
            "ngo",
            "people",
            "media",
            "company",
            "union",
            "church",
            "court",
            "group",
        ]
    ),
    "agents": frozenset(["person", "group"]),
    "titles": frozenset(["office", "address"]),
}


def check(rows: Mapping[str, Table], faults: list[Fault]) -> None:
    """Add every fault of the rows to `faults`."""
    for name in _DATED:
        for row in rows[name]:
            faults += _dates(row)
    for name in _SECTORED:
        for row in rows[name]:
            faults += _sectors(row)
    for name, kinds in _KINDS.items():
        for row in rows[name]:
            faults += _kind(row, kinds)
    faults += _identities(rows)
    faults += _references(rows)
    faults += _countries(rows)
    faults += _contested(rows)


def _dates(row: Row) -> Iterator[Fault]:
    since, until = row.text("from"), row.text("until")
    for day in (since, until):
        if day is not None and not is_date(day):
            yield Fault(row.where, f"{day!r} is no date", "write YYYY, YYYY-MM or YYYY-MM-DD")
            return
    if not in_order(since, until):
        yield Fault(row.where, f"until {until} comes before from {since}", "put the dates in order")


def _sectors(row: Row) -> Iterator[Fault]:
    known = _UNITED.union(load_ontology().sectors)
    for sector in (*(filter(None, [row.text("sector")])), *row.list("other_sectors")):
        if sector not in known:
            yield Fault(row.where, f"unknown sector {sector!r}", f"one of {', '.join(sorted(known))}")


def _kind(row: Row, kinds: frozenset[str]) -> Iterator[Fault]:
    if (kind := row.text("kind")) not in kinds:
        yield Fault(row.where, f"unknown kind {kind!r}" if kind else "no kind", f"one of {', '.join(sorted(kinds))}")


def _identities(rows: Mapping[str, Table]) -> Iterator[Fault]:
    """Yield ids that two rows of one folder, or two kinds of actor, claim."""
    seen: dict[str, Row] = {}
    kinds: dict[str, str] = {}
    for file in _IDENTIFIED:
        for row in rows[file]:
            actor = row.cells["id"]
            if not actor:
                yield Fault(row.where, "no id", "give every actor an id")
                continue
            if not row.text("name"):
                yield Fault(row.where, f"{actor!r} has no name", "give the name that news reports use")
            other = seen.get(actor)
            if other is not None and (_folder(other) == _folder(row) or kinds[actor] != file):
                yield Fault(row.where, f"id {actor!r} is taken at {other.where}", "one identity, one id")
            seen[actor], kinds[actor] = row, file


def _references(rows: Mapping[str, Table]) -> Iterator[Fault]:
    people = {row.cells["id"] for row in rows["people"]}
    groups = {row.cells["id"] for row in rows["groups"]}
    bodies = groups.union(row.cells["id"] for row in rows["states"])
    for row in rows["offices"]:
        if row.cells["person"] not in people:
            yield Fault(row.where, f"unknown person {row.cells['person']!r}", "add a row to people.csv")
        if (body := row.text("body")) and body not in bodies:
            yield Fault(row.where, f"unknown body {body!r}", "give the id of a group or state, or leave it empty")
    for row in rows["standings"]:
        if row.cells["group"] not in groups:
            yield Fault(row.where, f"unknown group {row.cells['group']!r}", "add a row to groups.csv")
    for row in rows["groups"]:
        parent = row.text("parent")
        if parent and parent not in bodies:
            yield Fault(row.where, f"unknown parent {parent!r}", "give the id of a group or state")


def _countries(rows: Mapping[str, Table]) -> Iterator[Fault]:
    others = [one.code for one in load_ontology().countries.values() if one.kind == "non-state"]
    codes = {row.cells["code"] for row in rows["states"]}.union(others)
    for file in ("people", "offices", "groups", "communities"):
        for row in rows[file]:
            country = row.text("country")
            if country and country not in codes:
                yield Fault(row.where, f"unknown country {country!r}", f"a code of states.csv or {', '.join(sorted(others))}")


def _contested(rows: Mapping[str, Table]) -> Iterator[Fault]:
    """Yield aliases of two states, or of two groups of one country, that live at one time.

    A name shared by groups of different countries is decided by the countries that the report names; there is no
    such rule within one country. Two groups of ours may bear one proper name: then the bare name means neither. A user's group may
    not take a name from ours so: under the same id it takes its place.
    """
    claimed: dict[tuple[str, str, str], Row] = {}
    for file in ("states", "groups"):
        for row in rows[file]:
            for name in {" ".join(pieces_of(row.cells["name"])), *(" ".join(pieces_of(a)) for a in row.list("aliases"))}:
                key = (file, name, row.cells.get("country", ""))
                other = claimed.setdefault(key, row)
                if other.cells["id"] != row.cells["id"] and _together(other, row) and _equals(other, row, name):
                    yield Fault(
                        row.where,
                        f"name {name!r} also means {other.cells['id']!r} ({other.where})",
                        "no rule decides between them: drop one, or give your row the other's id to put it in its place",
                    )


def _equals(one: Row, two: Row, name: str) -> bool:
    """Tell whether the name is an alias of both, or the proper name of two states, or of a user's group and one of ours."""
    proper = [name == " ".join(pieces_of(row.cells["name"])) for row in (one, two)]
    return not any(proper) or (all(proper) and ("code" in one.cells or _folder(one) != _folder(two)))


def _together(one: Row, two: Row) -> bool:
    return in_order(one.text("from"), two.text("until")) and in_order(two.text("from"), one.text("until"))


def _folder(row: Row) -> str:
    return row.where.rsplit("/", 1)[0]
