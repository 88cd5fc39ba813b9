"""The ontology's files read and checked; all of their faults are raised at once."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from dragoman.errors import Fault, OntologyError, did_you_mean
from dragoman.ontology._yaml import Node, load_yaml
from dragoman.ontology.values import (
    COUNTRY_KINDS,
    CameoCode,
    Country,
    EventType,
    Mode,
    Ontology,
    Quad,
    RelationType,
    Sector,
)

_DATA = Path(__file__).parent / "data"
_LOWEST, _HIGHEST = -10, 10


@cache
def load() -> Ontology:
    """Return the ontology, read and checked once.

    Raises:
        OntologyError: faults in its files.

    Example:
        >>> ontology = load()
        >>> len(ontology.events), ontology.events["ASSAULT"].quad.number, ontology.relations["fights"].roles
        (16, 4, ('subject',))
    """
    return load_from(_DATA)


def load_from(folder: Path) -> Ontology:
    """Return the ontology that a folder's files hold.

    Raises:
        OntologyError: a file is missing or faulty; all faults of all files, each with its path and line.
    """
    return _Builder(folder).ontology()


class _Builder:
    """Reads the files one after another and gathers what is wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: list[Fault] = []

    def ontology(self) -> Ontology:
        plover = load_yaml(self._folder / "plover.yaml", self._faults, name="plover.yaml")
        relations = load_yaml(self._folder / "relations.yaml", self._faults, name="relations.yaml")
        contexts = {name: self._words(node) for name, node in self._section(plover, "contexts").items()}
        quads = {name: self._quad(name, node) for name, node in self._section(plover, "quads").items()}
        events = {
            name: event for name, node in self._section(plover, "events").items() if (event := self._event(name, node, quads, contexts))
        }
        made = Ontology(
            events=events,
            relations={name: self._relation(name, node) for name, node in self._section(relations, "relations").items()},
            contexts=contexts,
            sectors=self._sectors(),
            countries=self._countries(),
            cameo=self._cameo(events, contexts),
        )
        self._check_codes(made, plover)
        if self._faults:
            raise OntologyError(self._faults)
        return made

    def _section(self, root: Node, name: str) -> Mapping[str, Node]:
        node = root.get(name)
        if node is None or not node.mapping:
            self._fault((node or root).where, f"has no '{name}'", "give them as a mapping from names")
            return {}
        return node.mapping

    def _quad(self, name: str, node: Node) -> Quad:
        self._known(node, {"number", "name"})
        return Quad(name, int(self._number(node, "number", within=(1, 4))), self._word(node, "name"))

    def _event(self, name: str, node: Node, quads: Mapping[str, Quad], contexts: Mapping[str, str]) -> EventType | None:
        self._known(node, {"is", "quad", "score", "cameo", "requires_recipient", "modes"})
        quad = self._word(node, "quad")
        score = self._number(node, "score")
        modes = node.get("modes")
        made = {key: self._mode(key, mode, score, contexts) for key, mode in (modes.items() if modes else ())}
        if quad not in quads:
            self._unknown(node.get("quad") or node, "quad class", quad, quads)
            return None
        recipient = self._flag(node, "requires_recipient")
        return EventType(name, self._word(node, "is"), quads[quad], score, self._word(node, "cameo"), recipient, made)

    def _mode(self, name: str, node: Node, score: float, contexts: Mapping[str, str]) -> Mode:
        self._known(node, {"is", "score", "context"})
        context = self._word(node, "context") if node.get("context") else None
        if context is not None and context not in contexts:
            self._unknown(node["context"], "context", context, contexts)
        own = self._number(node, "score") if node.get("score") else score
        return Mode(name, self._word(node, "is"), own, context)

    def _relation(self, name: str, node: Node) -> RelationType:
        self._known(node, {"reads", "symmetric", "as", "scope"})
        flags = [self._flag(node, key) for key in ("symmetric", "as", "scope")]
        return RelationType(name, self._word(node, "reads"), *flags)

    def _sectors(self) -> dict[str, Sector]:
        return {
            row["code"]: Sector(row["code"], row["name"], row["description"], row["frequent"] == "yes")
            for _, row in self._rows("sectors.csv", ("code", "name", "frequent", "description"))
        }

    def _countries(self) -> dict[str, Country]:
        found, places = {}, {}
        for where, row in self._rows("countries.csv", ("code", "name", "kind", "parent")):
            kind = next((kind for kind in COUNTRY_KINDS if kind == row["kind"]), None)
            if kind is None:
                self._unknown_at(where, "kind", row["kind"], COUNTRY_KINDS)
                continue
            found[row["code"]] = Country(row["code"], row["name"], kind, row["parent"] or None)
            places[row["code"]] = where
        for country in found.values():
            if country.parent is not None and country.parent not in found:
                self._unknown_at(places[country.code], "country", country.parent, found)
        return found

    def _cameo(self, events: Mapping[str, EventType], contexts: Mapping[str, str]) -> dict[str, CameoCode]:
        found = {}
        for where, row in self._rows("cameo.csv", ("code", "name", "type", "mode", "contexts", "table_2021")):
            type_, mode, wanted = row["type"], row["mode"], tuple(row["contexts"].split(";")) if row["contexts"] else ()
            if type_ and type_ not in events:
                self._unknown_at(where, "event type", type_, events)
            elif mode and mode not in events[type_].modes:
                self._unknown_at(where, f"mode of {type_}", mode, events[type_].modes)
            for context in wanted:
                if context not in contexts:
                    self._unknown_at(where, "context", context, contexts)
            found[row["code"]] = CameoCode(row["code"], row["name"], type_ or None, mode or None, wanted)
        return found

    def _check_codes(self, made: Ontology, plover: Node) -> None:
        """Report event types whose CAMEO code is another type's or none's."""
        for event in made.events.values():
            code = made.cameo.get(event.cameo)
            if code is None or code.type != event.name:
                self._fault(plover["events"][event.name]["cameo"].where, f"'{event.cameo}' is no code of {event.name}", "see cameo.csv")

    def _rows(self, name: str, header: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the rows of a table whose first column is a key, and their places."""
        seen: dict[str, int] = {}
        try:
            text = (self._folder / name).read_text(encoding="utf-8")
        except OSError as error:
            self._fault(name, f"cannot be read: {error.strerror}", "put the file in its place")
            return
        table = csv.reader(text.splitlines())
        if tuple(next(table, ())) != header:
            self._fault(f"{name}:1", "has other columns", f"give {','.join(header)}")
            return
        for cells in table:
            where = f"{name}:{table.line_num}"
            if len(cells) != len(header):
                self._fault(where, f"has {len(cells)} cells, not {len(header)}", "quote what holds a comma")
            elif cells[0] in seen or not cells[0]:
                what = f"'{cells[0]}' stands in line {seen[cells[0]]} already" if cells[0] else "has no code"
                self._fault(where, what, "give each row a code of its own")
            else:
                seen[cells[0]] = table.line_num
                yield where, dict(zip(header, cells, strict=True))

    def _words(self, node: Node) -> str:
        if not isinstance(node.value, str) or not node.value:
            self._fault(node.where, "is not words", "describe it in a few")
            return ""
        return node.value

    def _word(self, node: Node, key: str) -> str:
        child = node.get(key)
        if child is None:
            self._fault(node.where, f"has no '{key}'", "give it")
            return ""
        return self._words(child)

    def _number(self, node: Node, key: str, *, within: tuple[float, float] = (_LOWEST, _HIGHEST)) -> float:
        child = node.get(key)
        value = child.value if child else None
        if isinstance(value, bool) or not isinstance(value, int | float) or not within[0] <= value <= within[1]:
            self._fault((child or node).where, f"'{key}' is {value!r}", f"give a number from {within[0]} to {within[1]}")
            return 0.0
        return float(value)

    def _flag(self, node: Node, key: str) -> bool:
        child = node.get(key)
        if child is not None and not isinstance(child.value, bool):
            self._fault(child.where, f"'{key}' is {child.value!r}", "give true or false")
        return child is not None and child.value is True

    def _known(self, node: Node, keys: set[str]) -> None:
        if not node.is_mapping:
            self._fault(node.where, "is no mapping", f"give {', '.join(sorted(keys))}")
        for key in node.mapping:
            if key not in keys:
                self._unknown_at(node.where_key(key), "key", key, keys)

    def _unknown(self, node: Node, what: str, name: str, known: Mapping[str, object]) -> None:
        self._unknown_at(node.where, what, name, known)

    def _unknown_at(self, where: str, what: str, name: str, known: Iterable[str]) -> None:
        self._fault(where, f"unknown {what} '{name}'", did_you_mean(name, known))

    def _fault(self, where: str, what: str, remedy: str) -> None:
        self._faults.append(Fault(where, what, remedy))
