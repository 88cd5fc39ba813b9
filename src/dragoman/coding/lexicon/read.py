"""One YAML file of frames as mappings that know their lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from dragoman.coding.lexicon.shape import LINE
from dragoman.errors import Fault

_OURS = re.compile(r"^(frames|classes|grammar):", re.MULTILINE)


class _Loader(yaml.CSafeLoader):
    """Keeps the line of every mapping, and reads every scalar as text: "on", "no" and "false" are words here."""


_Loader.yaml_implicit_resolvers = {}


def _mapping(loader: yaml.CSafeLoader, node: yaml.MappingNode) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for key, value in node.value:
        name = str(loader.construct_object(key, deep=True))
        if name in pairs:
            raise yaml.constructor.ConstructorError(None, None, f"{name!r} stands here twice", key.start_mark)
        pairs[name] = loader.construct_object(value, deep=True)
    pairs[LINE] = node.start_mark.line + 1
    return pairs


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_file(path: Path, faults: list[Fault]) -> dict[str, Any]:
    """Return what a file says, empty where it holds no frames, classes or grammar, or cannot be read.

    Args:
        path: a YAML file.
        faults: a fault is added where the file is no UTF-8 or no YAML, or says a thing twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(path.name, f"cannot be read: {error}", "write the file as UTF-8"))
        return {}
    if not _OURS.search(text):  # vocabulary of another kind, which has its own reader
        return {}
    try:
        body = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path.name}:{mark.line + 1}" if mark else path.name
        twice = isinstance(error, yaml.constructor.ConstructorError)
        problem = getattr(error, "problem", error)
        faults.append(Fault(where, str(problem) if twice else f"not YAML: {problem}", "mend the file's syntax"))
        return {}
    return body if isinstance(body, dict) else {}
