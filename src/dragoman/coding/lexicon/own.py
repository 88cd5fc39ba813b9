"""A user's own file of frames as text: a frame is put into it, and what stands there already stays as it is."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.coding.lexicon.frames import Lexicon, SlotSpec
from dragoman.coding.lexicon.load import load

#: The file that frames are added to.
FILE = "added.yaml"

_HEAD = "# Frames that `dragoman lexicon add` has written. They are yours to change.\nframes:\n"
_FRAMES = re.compile(r"^frames:[ \t]*(#.*)?\n", re.MULTILINE)
_FIRST = re.compile(r"^( +)\S", re.MULTILINE)

Value = str | Sequence[str] | Mapping[str, "Value"]


def with_frame(text: str, name: str, entry: Mapping[str, Value]) -> str:
    """Return the text of a file with one frame more, before those that it has.

    Example:
        >>> print(with_frame("", "impound", {"type": "COERCE", "verbs": ["impound"], "roles": {"actor": "subject"}}))
        # Frames that `dragoman lexicon add` has written. They are yours to change.
        frames:
          impound:
            type: COERCE
            verbs: [impound]
            roles: {actor: subject}
        <BLANKLINE>
    """
    if text and not text.endswith("\n"):
        text += "\n"
    found = _FRAMES.search(text)
    if not found:
        text += _HEAD
        found = _FRAMES.search(text)
        assert found
    following = _FIRST.match(text, found.end())
    indent = following.group(1) if following else "  "
    lines = [f"{indent}{name}:", *(f"{indent * 2}{key}: {_flow(value)}" for key, value in entry.items())]
    return text[: found.end()] + "\n".join(lines) + "\n" + text[found.end() :]


def frame_text(name: str, entry: Mapping[str, Value]) -> str:
    """Return one frame as a file has it."""
    return with_frame("frames:\n", name, entry).partition("\n")[2]


def spelt(spec: SlotSpec) -> str:
    """Return the slots of a role as a frame writes them.

    Example:
        >>> spelt((("subject", "with"), ("around",)))
        'subject + with | around'
    """
    return " | ".join(" + ".join(union) for union in spec)


def load_changed(folder: Path, text: str) -> Lexicon:
    """Return the lexicon as it would be with this text in the user's file, which is not touched.

    Raises:
        LexiconError: the text, or another file of the folder, has faults.
    """
    with tempfile.TemporaryDirectory() as made:
        for path in sorted(folder.glob("*.yaml")):
            shutil.copy(path, made)
        (Path(made) / FILE).write_text(text, encoding="utf-8")
        return load(Path(made))


def _flow(value: Value) -> str:
    """Return a value in YAML on one line; what YAML could take for something else stands in quotes."""
    if isinstance(value, str):
        return (
            value if re.fullmatch(r"[\w+~=][\w ~+|.!'-]*\w[.!]?|\w", value) and ": " not in value else json.dumps(value, ensure_ascii=False)
        )
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(_flow(one) for one in value) + "]"
