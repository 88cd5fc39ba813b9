"""Sources to files: names, folders and patterns, in a fixed order and as they are asked for."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import Fault, UnreadableFile
from dragoman.intake.files import PACKED
from dragoman.intake.found import Refused
from dragoman.intake.wording import wording

_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to read.

    Attributes:
        stem: its name without suffixes, unlike any other's in the same listing.
        suffix: what kind of file it is, in small letters and without ``.gz``.
    """

    path: Path
    stem: str
    suffix: str


class Names:
    """Gives each file of one listing a name of its own: its stem, or the stem and a number."""

    def __init__(self) -> None:
        """Begin with no name taken."""
        self._taken: set[str] = set()

    def take(self, stem: str) -> str:
        """Return a name that was not given before."""
        name, number = stem, 2
        while name in self._taken:
            name, number = f"{stem}-{number}", number + 1
        self._taken.add(name)
        return name


def list_files(source: str | Path, *, suffixes: Collection[str], names: Names, note: Callable[[Fault], None]) -> Iterator[Listed | Refused]:
    """Yield the files that a source names.

    A folder gives the files below it with one of the suffixes, hidden ones left out; a pattern what it matches; anything else
    is one file of any suffix. In the place of what cannot be listed stands why; documents that a folder holds besides are noted.
    """
    path = Path(source)
    if path.is_dir():
        yield from _below(path, suffixes, names, note)
    elif _PATTERN & set(str(source)) and not path.exists():
        yield from _matching(str(source), suffixes, names, note)
    else:
        yield _listed(path, names)


def split_name(path: Path) -> tuple[str, str]:
    """Return a file's stem and its suffix in small letters, ``.gz`` left out.

    Example:
        >>> split_name(Path("news/May.JSONL.gz"))
        ('May', '.jsonl')
    """
    name = path.name
    if name.lower().endswith(PACKED) and len(name) > len(PACKED):
        name = name[: -len(PACKED)]
    inner = Path(name)
    return inner.stem, inner.suffix.lower()


def _listed(path: Path, names: Names) -> Listed:
    stem, suffix = split_name(path)
    return Listed(path, names.take(stem), suffix)


def _below(folder: Path, suffixes: Collection[str], names: Names, note: Callable[[Fault], None]) -> Iterator[Listed | Refused]:
    blocked: list[OSError] = []
    others: Counter[str] = Counter()
    empty = True
    for here, folders, files in os.walk(folder, onerror=blocked.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here) / name
            if name.startswith("."):
                continue
            suffix = split_name(path)[1]
            others[suffix] += suffix in wording().documents
            if suffix in suffixes:
                empty = False
                yield _listed(path, names)
        while blocked:
            empty = False
            yield _blocked(blocked.pop(0), names)
    for fault in blocked:
        empty = False
        yield _blocked(fault, names)
    if some := sorted((+others).items()):
        count = "1 document is" if others.total() == 1 else f"{others.total():,} documents are"
        what = f"{count} passed over ({', '.join(f'{suffix} {number:,}' for suffix, number in some)})"
        note(Fault(str(folder), what, "save them as plain text or HTML to have them read"))
    if empty:
        what = "holds no file that can be read"
        error = UnreadableFile(str(folder), what, f"put reports there whose names end in {', '.join(sorted(suffixes))}")
        yield Refused(names.take(folder.resolve().name), error)


def _blocked(error: OSError, names: Names) -> Refused:
    folder = Path(str(error.filename))
    what = f"cannot be listed: {error.strerror}"
    return Refused(names.take(folder.name), UnreadableFile(str(folder), what, "change its permissions"))


def _matching(pattern: str, suffixes: Collection[str], names: Names, note: Callable[[Fault], None]) -> Iterator[Listed | Refused]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute, which Path.glob refuses
    for match in matches:
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:
                yield from _below(path, suffixes, names, note)
        else:
            yield _listed(path, names)
    if not matches:
        yield Refused(names.take(pattern), UnreadableFile(pattern, "matches no file", "check the pattern"))
