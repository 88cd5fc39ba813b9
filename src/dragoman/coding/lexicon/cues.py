"""The words that report a statement, from ``cues.yaml``: loaded, checked and indexed by lemma."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import cast, get_args

from dragoman.claims import Certainty, Polarity, Tense
from dragoman.errors import Fault, LexiconError, did_you_mean
from dragoman.ontology import Node, load_yaml

HERE = Path(__file__).parent
#: The type, as it is written, of the fields that are lists of words.
LIST = "frozenset[str]"
_PARTS = ("kinds", "verbs", "nouns", "adjectives", "sources")
TAKES = frozenset(["clause", "quote", "infinitive", "bid", "object", "matter", "blame", "grounds", "naming", "passive"])


@dataclass(frozen=True, slots=True)
class CueKind:
    """What a kind of cue makes of its content, in its source's eyes.

    Attributes:
        tense: None where the content's own words decide.
        presupposed: the content is taken for granted, so that claims inside it stay in the voice around the cue.
    """

    name: str
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    tense: Tense | None = None
    presupposed: bool = False


@dataclass(frozen=True, slots=True)
class CueWord:
    """One entry: a verb, noun or adjective that reports a statement.

    Attributes:
        particle: a word that must stand with a verb ("point *out*"); empty for none.
        about: prepositions whose phrase is the content; for a verb one of them must be there.
        takes: what a verb has as content (see ``cues.yaml``).
    """

    lemma: str
    kind: CueKind
    particle: str = ""
    about: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """All words that report statements; word lists are sets of lemmas."""

    kinds: Mapping[str, CueKind]
    verbs: Mapping[str, tuple[CueWord, ...]]
    nouns: Mapping[str, CueWord]
    adjectives: Mapping[str, CueWord]
    bare_nouns: frozenset[str]
    light: frozenset[str]
    medium: frozenset[str]
    adverbs: frozenset[str]
    attributives: frozenset[str]
    speaking: frozenset[str]
    anonymous: frozenset[str]
    chain: frozenset[str]
    times: frozenset[str]
    idioms: frozenset[str]
    minds: frozenset[str]
    spoken: frozenset[str]
    aloud: frozenset[str]
    comments: frozenset[str]
    telling: frozenset[str]
    lasting: frozenset[str]
    occasions: frozenset[str]
    fillers: frozenset[str]
    provisos: frozenset[str]
    alongside: frozenset[str]
    held_for: frozenset[str]
    meant: frozenset[str]
    demanding: frozenset[str]
    becoming: frozenset[str]
    calling: frozenset[str]
    giving: frozenset[str]
    judging: frozenset[str]
    raising: frozenset[str]
    borne: frozenset[str]
    holding: frozenset[str]
    held_so: frozenset[str]
    wanting: frozenset[str]
    orders: frozenset[str]
    having: frozenset[str]
    held_to: frozenset[str]
    like_adverbs: frozenset[str]
    postposed: frozenset[str]
    phoning: frozenset[str]
    conveyed: frozenset[str]
    courts: frozenset[str]
    tribunals: frozenset[str]
    listening: frozenset[str]
    charging: frozenset[str]
    laid: frozenset[str]
    grounded: frozenset[str]
    papers: frozenset[str]
    mindless: frozenset[str]
    happenings: frozenset[str]
    undertakings: frozenset[str]
    citing: frozenset[str]
    wording: frozenset[str]
    talking: frozenset[str]
    quoting: frozenset[str]
    recalling: frozenset[str]
    citable: frozenset[str]
    alleged: frozenset[str]
    summing: frozenset[str]
    instances: frozenset[str]
    answering: frozenset[str]
    received: frozenset[str]
    harming: frozenset[str]
    parts: frozenset[str]
    unadopted: frozenset[str]
    handled: frozenset[str]
    venues: frozenset[str]
    media: frozenset[str]
    unsaid: frozenset[str]
    reporting: frozenset[str]
    known: frozenset[str]
    askers: frozenset[str]
    answerers: frozenset[str]
    credits: frozenset[str]
    particles: frozenset[str]
    contrasts: frozenset[str]
    oppositions: frozenset[str]
    backgrounds: frozenset[str]
    sequels: frozenset[str]
    soon: frozenset[str]
    doubtless: frozenset[str]
    hardly: frozenset[str]
    issuing: frozenset[str]
    adjuncts: frozenset[str]
    owning: frozenset[str]
    examples: frozenset[str]
    shares: frozenset[str]
    nobody: frozenset[str]
    negations: frozenset[str]
    puzzles: frozenset[str]
    questions: frozenset[str]
    subordinators: frozenset[str]
    meanwhile: frozenset[str]
    connectives: frozenset[str]
    expletives: frozenset[str]
    keeping: frozenset[str]
    grounds: frozenset[str]
    authorship: frozenset[str]
    source_phrases: frozenset[str]
    source_prepositions: frozenset[str]
    source_nouns: frozenset[str]
    no_sources: frozenset[str]


_SOURCES = {"source_phrases": "phrases", "source_prepositions": "prepositions", "source_nouns": "nouns", "no_sources": "not"}
_LISTS = tuple(f.name for f in fields(Cues) if f.type == LIST and f.name not in _SOURCES)


def load_cues(extra: Path | None = None) -> Cues:
    """Return the shipped cues, with those of a user's ``cues.yaml`` added to them.

    Args:
        extra: a folder that may hold a ``cues.yaml`` in the same form.

    Raises:
        LexiconError: every fault found, each as ``file:line: what; remedy``.
    """
    return _shipped() if extra is None else _build([HERE / "cues.yaml", Path(extra) / "cues.yaml"])


@cache
def _shipped() -> Cues:
    return _build([HERE / "cues.yaml"])


def _build(paths: Iterable[Path]) -> Cues:
    faults: list[Fault] = []
    roots = [load_yaml(path, faults, name=path.name) for path in paths if path.is_file()]
    unknown(roots, {*_PARTS, *_LISTS}, faults)
    kinds = {name: _kind(name, node, faults) for root in roots for name, node in section(root, "kinds").items()}
    reader = _Reader(kinds, faults)
    verbs: dict[str, list[CueWord]] = {}
    for word in (w for root in roots for w in reader.groups(root.get("verbs"), verbs=True)):
        verbs.setdefault(word.lemma, []).append(word)
    cues = Cues(
        kinds=kinds,
        verbs={lemma: tuple(found) for lemma, found in verbs.items()},
        nouns={w.lemma: w for root in roots for w in reader.groups(root.get("nouns"))},
        adjectives={w.lemma: w for root in roots for w in reader.groups(root.get("adjectives"))},
        **{name: _words(roots, key, within="sources") for name, key in _SOURCES.items()},
        **{name: _words(roots, name) for name in _LISTS},
    )
    if faults:
        raise LexiconError(faults)
    return cues


def unknown(roots: Iterable[Node], known: Collection[str], faults: list[Fault]) -> None:
    """Add a fault for each key at the head of a file that says nothing."""
    for root in roots:
        faults += [
            Fault(root.where_key(key), f"unknown key {key!r}", did_you_mean(key, known)) for key, _ in root.items() if key not in known
        ]


def section(root: Node, key: str) -> Node:
    """Return what stands under a key, nothing where it is not there."""
    return root.get(key) or Node(root.path, root.line, {})


def _kind(name: str, node: Node, faults: list[Fault]) -> CueKind:
    """Return one kind; values outside the model are faults."""
    allowed: dict[str, tuple[object, ...]] = {
        "certainty": get_args(Certainty),
        "polarity": get_args(Polarity),
        "tense": get_args(Tense),
        "presupposed": (True, False),
    }
    values: dict[str, object] = {}
    for key, child in node.items():
        if key not in allowed:
            faults.append(Fault(node.where_key(key), f"kind {name} has no setting {key!r}", did_you_mean(key, allowed)))
        elif child.value not in allowed[key]:
            remedy = did_you_mean(str(child.value), map(str, allowed[key]))
            faults.append(Fault(child.where, f"kind {name}: unknown {key} {child.value!r}", remedy))
        else:
            values[key] = child.value
    return CueKind(
        name=name,
        certainty=cast(Certainty, values.get("certainty", "certain")),
        polarity=cast(Polarity, values.get("polarity", "positive")),
        tense=cast("Tense | None", values.get("tense")),
        presupposed=bool(values.get("presupposed", False)),
    )


class _Reader:
    """Reads groups of cue words, gathering faults."""

    def __init__(self, kinds: Mapping[str, CueKind], faults: list[Fault]) -> None:
        self.kinds, self.faults = kinds, faults

    def groups(self, node: Node | None, *, verbs: bool = False) -> Iterator[CueWord]:
        """Yield the words of a list of groups."""
        for group in node or ():
            kind = self.kinds.get(str((group.get("kind") or group).value))
            if kind is None:
                name = group.get("kind")
                what = f"unknown kind {name.value!r}" if name else "a group without kind"
                self.faults.append(Fault(group.where, what, did_you_mean(str(name.value) if name else "", self.kinds)))
                continue
            takes = self._takes(group) if verbs else frozenset()
            about = frozenset(str(n.value) for n in group.get("about") or ())
            for word in words_of(group.get("words")):
                yield _word(word, kind, takes, about)

    def _takes(self, group: Node) -> frozenset[str]:
        takes = frozenset(str(n.value) for n in group.get("takes") or ())
        for wrong in sorted(takes - TAKES):
            self.faults.append(Fault(group.where_key("takes"), f"unknown content {wrong!r}", did_you_mean(wrong, TAKES)))
        if not takes:
            self.faults.append(
                Fault(group.where, "a group of verbs that takes no content", f"give takes: one of {', '.join(sorted(TAKES))}")
            )
        return takes


def _word(text: str, kind: CueKind, takes: frozenset[str], about: frozenset[str]) -> CueWord:
    """Return the entry for a wording such as ``say``, ``point_out`` or ``complain+about/of``."""
    head, _, prepositions = text.partition("+")
    lemma, _, particle = head.partition("_")
    marked = frozenset(prepositions.split("/")) if prepositions else about
    return CueWord(lemma, kind, particle, marked, takes)


def words_of(node: Node | None) -> list[str]:
    """Return the words of a list, or of a text that blanks divide."""
    if node is None:
        return []
    if node.is_sequence:
        return [str(n.value) for n in node]
    return str(node.value).split()


def _words(roots: Iterable[Node], key: str, *, within: str = "") -> frozenset[str]:
    return frozenset(word for root in roots for word in words_of((section(root, within) if within else root).get(key)))
