"""YAML with its line numbers kept, so that a fault in a data file can be shown where it stands.

Scalars are read more plainly than YAML 1.1 does: only ``true``, ``false``, ``null`` (or nothing), whole numbers and decimal
fractions are anything but words. ``on``, ``no``, ``0311`` and ``2024-05-01`` stay the words they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from dragoman.errors import Fault

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = "Scalar | list[Plain] | dict[str, Plain]"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_FRACTION = re.compile(r"[-+]?\d+\.\d+")
_WORDS: Mapping[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a YAML file, and where it stands.

    Attributes:
        path: the file as it should be named in an error.
        line: counted from 1.
        value: a scalar, a tuple of nodes, or a mapping from words to nodes.

    Example:
        >>> node = parse_yaml("verbs: [meet, on]", path="a.yaml", faults=[])
        >>> node["verbs"].plain, node["verbs"].where
        (['meet', 'on'], 'a.yaml:1')
    """

    path: str
    line: int
    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """``path:line``."""
        return f"{self.path}:{self.line}"

    def where_key(self, key: str) -> str:
        """``path:line`` of a key of this mapping."""
        return f"{self.path}:{self.lines.get(key, self.line)}"

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self.value, Mapping)

    @property
    def is_sequence(self) -> bool:
        """Whether the value is a sequence."""
        return isinstance(self.value, tuple)

    @property
    def mapping(self) -> Mapping[str, Node]:
        """The mapping; empty where the value is something else."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def plain(self) -> Plain:
        """The value without line numbers, as lists and dicts."""
        if isinstance(self.value, Mapping):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain for node in self.value]
        return self.value

    def get(self, key: str) -> Node | None:
        """Return the node under a key, or None."""
        return self.mapping.get(key)

    def __getitem__(self, key: str) -> Node:
        """Return the node under a key.

        Raises:
            KeyError: no such key, or not a mapping.
        """
        return self.mapping[key]

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the keys and nodes of a mapping, in the order of the file; nothing where it is something else."""
        yield from self.mapping.items()

    def __iter__(self) -> Iterator[Node]:
        """Yield the nodes of a sequence; nothing where it is something else."""
        yield from self.value if isinstance(self.value, tuple) else ()


def load_yaml(path: Path, faults: list[Fault], *, name: str | None = None) -> Node:
    """Return a YAML file as nodes; what is wrong with it is appended to `faults`, and an empty mapping returned.

    Args:
        path: the file.
        faults: where faults are gathered, so that a caller raises all of its files' faults at once.
        name: the file's name in errors; its path where None.
    """
    shown = name or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        faults.append(Fault(shown, f"cannot be read: {reason}", "give a readable file in UTF-8"))
        return Node(shown, 1, {})
    return parse_yaml(text, path=shown, faults=faults)


def parse_yaml(text: str, *, path: str, faults: list[Fault]) -> Node:
    """Return YAML text as nodes; see `load_yaml`."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.append(Fault(f"{path}:{line}", f"not YAML: {error.problem}", "mend the indentation or quotes"))
        return Node(path, 1, {})
    except yaml.YAMLError as error:
        faults.append(Fault(path, f"not YAML: {error}", "remove the character"))
        return Node(path, 1, {})
    return Node(path, 1, {}) if root is None else _Builder(path, faults).build(root)


class _Builder:
    """Turns PyYAML's nodes into ours, once each."""

    def __init__(self, path: str, faults: list[Fault]) -> None:
        self._path, self._faults = path, faults
        self._open: set[int] = set()
        self._done: dict[int, Node] = {}

    def build(self, node: yaml.Node) -> Node:
        """Return our node for one of PyYAML's."""
        key = id(node)
        if key in self._done:
            return self._done[key]
        line = node.start_mark.line + 1
        if key in self._open:
            self._fault(line, "an alias stands inside what it names", "write it out")
            return Node(self._path, line, None)
        self._open.add(key)
        if isinstance(node, yaml.MappingNode):
            made = self._mapping(node, line)
        elif isinstance(node, yaml.SequenceNode):
            made = Node(self._path, line, tuple(self.build(child) for child in node.value))
        else:
            made = Node(self._path, line, _scalar(node.value, quoted=isinstance(node, yaml.ScalarNode) and bool(node.style)))
        self._open.discard(key)
        self._done[key] = made
        return made

    def _mapping(self, node: yaml.MappingNode, line: int) -> Node:
        found: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, child in node.value:
            at = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._fault(at, "a key is a list or a mapping", "give a word as key")
            elif key.value in found:
                self._fault(at, f"'{key.value}' stands here twice, first in line {lines[key.value]}", "join the two")
            else:
                found[key.value], lines[key.value] = self.build(child), at
        return Node(self._path, line, found, lines)

    def _fault(self, line: int, what: str, remedy: str) -> None:
        self._faults.append(Fault(f"{self._path}:{line}", what, remedy))


def _scalar(word: str, *, quoted: bool) -> Scalar:
    """Return a scalar's value; quoted ones and blocks are words."""
    if quoted:
        return word
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if _WHOLE.fullmatch(word):
        return int(word)
    if _FRACTION.fullmatch(word):
        return float(word)
    return word
