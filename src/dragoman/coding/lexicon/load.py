"""Reads the lexicon's YAML files into frames, and checks them: all faults at once, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from dragoman.coding.lexicon.contexts import context_words
from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.coding.lexicon.frames import Frame, Lexicon, ModeRule, Pattern, SlotSpec, Test, WordClass
from dragoman.coding.lexicon.read import read_file
from dragoman.coding.lexicon.shape import KEYS, LINE, of_frame, of_sections
from dragoman.coding.lexicon.trust import load_trust
from dragoman.errors import Fault, LexiconError, did_you_mean
from dragoman.ontology import load as load_ontology

HERE = Path(__file__).parent
_T = TypeVar("_T")
_SETTINGS = frozenset({"polarity", "certainty", "tense"})
_KINDS = frozenset(
    [
        "actor",
        "person",
        "place",
        "any",
        "none",
        "clause",
        "wished",
        "titled",
        "country",
        "organization",
        "money",
        "number",
        "generic",
        "igo",
        "ngo",
        "party",
        "faction",
        "armed_group",
        "media",
        "group",
        "people",
        "government_body",
        "company",
        "state",
    ]
)
_WORD_CLASSES: tuple[tuple[str, WordClass], ...] = (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"))


def load(extra: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, with the frames of a user's folder laid over it.

    Frames are the files that have a ``frames`` key. A user's frame with the id of one of ours replaces it;
    one whose ``type`` is ``none`` silences its wordings.

    Args:
        extra: a folder of YAML files in the same form.

    Raises:
        LexiconError: every fault found, each as ``file:line: what; remedy``.
    """
    if extra is None:
        return _shipped()
    if not any(Path(extra).glob("*.yaml")):
        wrong = "no file in this folder ends in .yaml" if Path(extra).is_dir() else "no such folder"
        raise LexiconError([Fault(str(extra), wrong, "give a folder of YAML files with frames")])
    return _build([HERE, Path(extra)])


@cache
def _shipped() -> Lexicon:
    return _build([HERE])


def _build(folders: Sequence[Path]) -> Lexicon:
    faults: list[Fault] = []
    read = [(path, read_file(path, faults)) for folder in folders for path in sorted(folder.glob("*.yaml"))]
    misshapen = {path: list(of_sections(path.name, body)) for path, body in read}
    faults += [fault for found in misshapen.values() for fault in found]
    files = [(path, body) for path, body in read if not misshapen[path]]
    classes = _classes(files)
    grammar = {k: frozenset(v) for _, body in files for k, v in (body.get("grammar") or {}).items() if k != LINE}
    frames: dict[str, Frame] = {}
    for path, body in files:
        for name, entry in (body.get("frames") or {}).items():
            wrong = list(of_frame(path.name, name, entry)) if name != LINE else []
            faults += wrong
            if name != LINE and not wrong:
                frame = _Entry(path, name, body, entry, classes, faults).frame()
                frames[frame.id] = frame
    extra = folders[1] if len(folders) > 1 else None
    cues, factuality, trust = _whole(load_cues, extra, faults), _whole(load_factuality, extra, faults), _whole(load_trust, extra, faults)
    if faults or cues is None or factuality is None or trust is None:
        raise LexiconError(faults)
    index, contexts = _index(frames.values()), context_words(classes)
    return Lexicon(tuple(frames.values()), index, classes, contexts, grammar, cues, factuality, trust)


def _whole(read: Callable[[Path | None], _T], extra: Path | None, faults: list[Fault]) -> _T | None:
    """Return what a reader of other vocabulary gives, its faults added to ours."""
    try:
        return read(extra)
    except LexiconError as error:
        faults += error.faults
        return None


def _classes(files: Iterable[tuple[Path, dict[str, Any]]]) -> dict[str, frozenset[str]]:
    """Return the named word classes; a class may name others as ``@name``."""
    raw: dict[str, list[str]] = {}
    for _, body in files:
        for name, words in (body.get("classes") or {}).items():
            if name != LINE:
                raw.setdefault(name, []).extend(str(w) for w in words)

    def unfold(name: str, seen: frozenset[str]) -> set[str]:
        words: set[str] = set()
        for word in raw.get(name, []):
            if word.startswith("@") and word[1:] not in seen:
                words |= unfold(word[1:], seen | {word[1:]})
            else:
                words.add(word)
        return words

    return {name: frozenset(unfold(name, frozenset({name}))) for name in raw}


def _index(frames: Iterable[Frame]) -> dict[str, tuple[tuple[Pattern, Frame], ...]]:
    index: dict[str, list[tuple[Pattern, Frame]]] = {}
    for frame in frames:
        for pattern in frame.patterns:
            index.setdefault(pattern.head, []).append((pattern, frame))
    return {head: tuple(pairs) for head, pairs in index.items()}


class _Entry:
    """One frame while it is being read."""

    def __init__(
        self, path: Path, name: str, body: dict[str, Any], entry: dict[str, Any], classes: dict[str, frozenset[str]], faults: list[Fault]
    ) -> None:
        self.path, self.name, self.faults, self.classes = path, name, faults, classes
        self.entry = entry
        self.line = int(entry[LINE])
        self.type = str(entry.get("type", body.get("type", "")))

    def fault(self, what: str, remedy: str) -> None:
        self.faults.append(Fault(f"{self.path.name}:{self.line}", f"frame {self.name}: {what}", remedy))

    def frame(self) -> Frame:
        """Return the frame; faults are gathered on the way."""
        entry = self.entry
        self.check()
        return Frame(
            id=f"{self.path.name}#{self.name}",
            type=self.type,
            patterns=tuple(self.patterns()),
            roles={role: self.slots(spec) for role, spec in (entry.get("roles") or {}).items() if role != LINE},
            mode=tuple(entry.get("mode") or ()),
            modes=tuple(self.mode_rules()),
            where=tuple(self.tests(entry.get("where") or {})),
            needs=tuple(entry.get("needs") or ()),
            about=self.slots(entry.get("about")),
            as_=self.slots(entry.get("as")),
            scope=self.slots(entry.get("scope")),
            of=str(entry.get("of", "object")),
            possessor=str(entry.get("possessor", "subject")),
            contexts=tuple(entry.get("contexts") or ()),
            bare=entry.get("bare") == "true",
            sure=entry.get("sure") == "true",
            to_come=entry.get("to_come") == "true",
            ordinary=entry["ordinary"] == "true" if "ordinary" in entry else None,
            example=str(entry.get("example") or ""),
            line=self.line,
            own=self.path.parent != HERE,
            **{key: str(entry[key]) for key in _SETTINGS if key in entry},
        )

    def check(self) -> None:
        """Report unknown keys, types, modes, roles and contexts."""
        ontology = load_ontology()
        known = {*ontology.events, *ontology.relations, "none"}
        for key in self.entry.keys() - KEYS - {LINE}:
            self.fault(f"unknown key {key!r}", did_you_mean(str(key), KEYS))
        if self.type not in known:
            self.fault(f"unknown type {self.type!r}", did_you_mean(self.type, known))
            return
        event = ontology.events.get(self.type)
        modes = set(event.modes) if event else set()
        for mode in [*(self.entry.get("mode") or ()), *(rule.get("mode") for rule in self.entry.get("modes") or ())]:
            if mode not in modes:
                self.fault(f"{self.type} has no mode {mode!r}", did_you_mean(str(mode), modes))
        roles = {"actor", "recipient", "third_party"} if event else {"subject", "object"}
        for role in (self.entry.get("roles") or {}).keys() - {LINE} - roles:
            if self.type != "none":
                self.fault(f"{self.type} has no role {role!r}", did_you_mean(str(role), roles))
        for role in self.entry.get("needs") or ():
            if role not in roles and self.type != "none":
                self.fault(f"{self.type} has no role {role!r} to need", did_you_mean(role, roles))
        for context in self.entry.get("contexts") or ():
            if context not in ontology.contexts:
                self.fault(f"unknown context {context!r}", did_you_mean(str(context), set(ontology.contexts)))

    def patterns(self) -> list[Pattern]:
        """Return the wordings under verbs, nouns and adjectives."""
        found = [
            pattern
            for key, word_class in _WORD_CLASSES
            for words in self.entry.get(key) or ()
            for pattern in [_pattern(str(words), word_class)]
        ]
        if not found:
            self.fault("no wording", "list its words under verbs, nouns or adjectives")
        return found

    def slots(self, value: object) -> SlotSpec:
        """Return alternatives (``|``) of unions (``+``) of slot names, of none of which a quotation mark is a part."""
        text = str(value or "")
        if '"' in text or "'" in text:
            self.fault(f"quotation mark in the slots {text}", "put all of it between quotation marks, or nothing")
        return tuple(tuple(slot.strip() for slot in union.split("+")) for union in text.split("|") if union.strip())

    def mode_rules(self) -> list[ModeRule]:
        """Return the modes that depend on what fills the slots."""
        return [
            ModeRule(str(rule.get("mode")), tuple(self.tests({k: v for k, v in rule.items() if k not in ("mode", LINE)})))
            for rule in self.entry.get("modes") or ()
        ]

    def tests(self, where: dict[str, Any]) -> list[Test]:
        """Return the conditions of a mapping from slot to words, classes and kinds."""
        return [
            test
            for slot, values in where.items()
            if slot != LINE
            for test in self._tests_of(str(slot), [str(v) for v in (values if isinstance(values, list) else [values])])
        ]

    def _tests_of(self, slot: str, values: list[str]) -> list[Test]:
        found = []
        for negated in (False, True):
            chosen = [v.lstrip("!") for v in values if v.startswith("!") == negated]
            words: set[str] = set()
            for value in chosen:
                if value.startswith("@") and value[1:] not in self.classes:
                    self.fault(f"unknown word class {value!r}", did_you_mean(value[1:], set(self.classes)))
                elif value.startswith("=") and value[1:] not in _KINDS:
                    self.fault(f"unknown kind {value!r}", did_you_mean(value[1:], _KINDS))
                words |= self.classes.get(value[1:], frozenset()) if value.startswith("@") else {value}
            kinds = frozenset(w[1:] for w in words if w.startswith("="))
            if chosen:
                found.append(Test(slot, frozenset(w for w in words if not w.startswith("=")), kinds, negated))
        return found


def _pattern(words: str, word_class: WordClass) -> Pattern:
    """Return the pattern of a wording such as ``carry out``, ``take ~part in`` or ``peace talks``."""
    parts = words.split()
    noun = next((p[1:] for p in parts if p.startswith("~")), "")
    parts = [p for p in parts if not p.startswith("~")]
    if word_class == "noun":
        marked = next((n for n, p in enumerate(parts) if p.startswith("+")), len(parts))
        head, particle = parts[marked - 1], "_".join(p.lstrip("+") for p in parts[marked:])
        return Pattern(word_class, head, particle, noun, tuple(parts[: marked - 1]))
    return Pattern(word_class, parts[0], "_".join(parts[1:]), noun)
