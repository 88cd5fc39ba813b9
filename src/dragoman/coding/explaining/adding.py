"""A wording, a type and an example make a frame of one's own: its roles are those that the lexicon's frames of the type have.

Of these, the ones that put most of the example's actors into roles are taken, the most usual first. A frame that does not find
its own example is never made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc

from dragoman.actors.cast import Cast
from dragoman.claims import Claim
from dragoman.coding.code import Coding, code
from dragoman.coding.explaining.wordings import Wording, find
from dragoman.coding.learned import Coder
from dragoman.coding.lexicon import Frame, Lexicon
from dragoman.coding.lexicon.load import load
from dragoman.coding.lexicon.own import FILE, Value, frame_text, load_changed, spelt, with_frame
from dragoman.coding.scene import matcher_of, set_scene
from dragoman.coding.tree import tree_of
from dragoman.errors import InputError, LexiconError, did_you_mean
from dragoman.ontology import load as load_ontology

_CLASSES = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_TRY = "try-"
_FRAMES_ALONE: tuple[Coder, ...] = ("lexicon",)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants a wording to mean.

    Attributes:
        words: the wording, as a dictionary has it or as the lexicon writes it.
        type: an event or relation type.
        example: a sentence of the user's own in which the wording means that.
        mode: modes that the claim has.
        where: slot to conditions, as a frame's ``where`` has them.
        roles: role to slots, where the user names them.
    """

    words: str
    type: str
    example: str
    mode: tuple[str, ...] = ()
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """A frame that finds its example, and the user's file as it will be with it.

    Attributes:
        id: the frame's name, the rule of its claims.
        wording: the wording as the lexicon writes it.
        entry: the frame as the file has it.
        claim: what the frame finds in the example.
        coding: all that is found in the example.
        path: the file; text: what it will hold.
        beside: frames that have the wording for the same type, under conditions that the example does not meet.
    """

    id: str
    wording: str
    entry: str
    claim: Claim
    coding: Coding
    path: Path
    text: str
    beside: tuple[str, ...] = ()

    def write(self) -> None:
        """Write the file, and make its folder where there is none."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".tmp")
        beside.write_text(self.text, encoding="utf-8")
        beside.replace(self.path)


def added(wish: Wish, doc: Doc, cast: Cast, folder: Path) -> Added:
    """Return the frame that a wish makes, tried on its example; nothing is written.

    Args:
        wish: wording, type and example.
        doc: the example with Universal Dependencies.
        cast: who is mentioned in it.
        folder: the user's frames; it need not be there yet.

    Raises:
        InputError: the type is unknown, the wording is not in the example or means that already, or the example gives no claim.
        LexiconError: a mode, role, slot or condition is none, or the user's files have faults.
    """
    _known(wish.type)
    wording = _wording(doc, wish)
    text = (folder / FILE).read_text(encoding="utf-8") if (folder / FILE).exists() else ""
    now = load(folder) if any(folder.glob("*.yaml")) else load()
    _refuse_known(now, doc, cast, wish, wording)
    name = _free_name(now, wish, wording)
    entries = list(_entries(now, wish, wording))
    tries = _with_tries(folder, text, name, entries)
    best = _best(tries, doc, cast, wish, wording, len(entries))
    whole = with_frame(text, name, entries[best])
    final = load_changed(folder, whole)
    coding = code(doc, cast, final)
    rule, beside = f"{FILE}#{name}", _beside(now, wish, wording)
    claim = next((c for c in coding.claims if c.rule == rule), None)
    if claim is None:
        raise _no_claim(final, doc, cast, wording, rule)
    return Added(rule, wording.text, frame_text(name, entries[best]), claim, coding, folder / FILE, whole, beside)


def _wording(doc: Doc, wish: Wish) -> Wording:
    """Return the wording in the example.

    Raises:
        InputError: it is not there.
    """
    found = find(tree_of(doc), wish.words)
    if found is None:
        raise InputError(
            f"“{wish.words}”",
            "is no verb, noun or adjective with its words in the example",
            "give a sentence of your own in which it stands, and the words as a dictionary has them: a verb, its noun without article and "
            "adjective, and a preposition, as in “lay siege to”",
        )
    return found


def _with_tries(folder: Path, text: str, name: str, entries: Sequence[Mapping[str, Value]]) -> Lexicon:
    """Return the user's lexicon with all the frames that there could be, each under a name for the trial."""
    try:
        return load_changed(folder, _with_all(text, entries))
    except LexiconError:  # what is wrong with a mode or slot is wrong with all of them, and told once
        load_changed(folder, with_frame(text, name, entries[0]))
        raise


def _known(type_: str) -> None:
    ontology = load_ontology()
    known = [*ontology.events, *ontology.relations]
    if type_ not in known:
        raise InputError(f"type {type_}", "is no type of event or relation", did_you_mean(type_, known))


def _refuse_known(lexicon: Lexicon, doc: Doc, cast: Cast, wish: Wish, wording: Wording) -> None:
    """Refuse what a frame says already: the same type at the same word of the example."""
    types = {frame.id: frame.type for frame in lexicon.frames}
    for claim in code(doc, cast, lexicon, coders=_FRAMES_ALONE).claims:
        if types.get(claim.rule) == wish.type and _covers(claim, doc, wording.token):
            word = doc[wording.token].lemma_
            raise InputError(
                f"“{wish.words}”", f"is read as {wish.type} already, by {claim.rule}", f"see it with: dragoman lexicon find {word}"
            )


def _covers(claim: Claim, doc: Doc, token: int) -> bool:
    return any(span.start <= doc[token].idx < span.end for span in claim.trigger)


def _free_name(lexicon: Lexicon, wish: Wish, wording: Wording) -> str:
    """Return a name that no frame of the user's file has.

    Raises:
        InputError: a frame there has the wording and the type already.
    """
    for known in _beside(lexicon, wish, wording):
        if known.startswith(f"{FILE}#"):
            raise InputError(
                f"“{wish.words}”", f"has the frame {known} already, whose conditions the example does not meet", "change it there"
            )
    taken = {frame.id for frame in lexicon.frames}
    name = "-".join(wording.text.replace("~", "").replace("+", "").split())
    others = (f"{name}-{more}" for more in (wish.type.lower(), wording.key, *map(str, range(2, 1000))))
    return next(one for one in (name, *others) if f"{FILE}#{one}" not in taken)


def _beside(lexicon: Lexicon, wish: Wish, wording: Wording) -> tuple[str, ...]:
    """Return the frames of the type that have the wording."""
    wanted = (wording.text.replace("+", ""), _CLASSES[wording.key])
    return tuple(f.id for f in lexicon.frames if f.type == wish.type and wanted in {(str(p), p.word_class) for p in f.patterns})


def _entries(lexicon: Lexicon, wish: Wish, wording: Wording) -> Iterator[dict[str, Value]]:
    """Yield the frames that there could be, those whose roles most frames of the type have first."""
    for roles, of, possessor, needs in _shapes(lexicon, wish, wording):
        entry: dict[str, Value] = {"type": wish.type, wording.key: [wording.text]}
        if wish.where:
            entry["where"] = dict(wish.where)
        entry["roles"] = dict(roles)
        if needs:
            entry["needs"] = list(needs)
        if wording.key == "nouns":
            entry |= {"of": of} if of != "object" else {}
            entry |= {"possessor": possessor} if possessor != "subject" else {}
        if wish.mode:
            entry["mode"] = list(wish.mode)
        yield {**entry, "example": wish.example}


_Shape = tuple[tuple[tuple[str, str], ...], str, str, tuple[str, ...]]


def _shapes(lexicon: Lexicon, wish: Wish, wording: Wording) -> list[_Shape]:
    """Return the roles of the type's frames, what "of" and possessors mean in them, and, for relations, what they need."""
    alike = [f for f in lexicon.frames if f.type == wish.type and any(p.word_class == _CLASSES[wording.key] for p in f.patterns)]
    frames = alike or [f for f in lexicon.frames if f.type == wish.type]
    if wish.roles:
        usual = Counter((f.of, f.possessor) for f in frames).most_common()
        needs = () if wish.type.isupper() else tuple(wish.roles)
        return [(tuple(wish.roles.items()), of, possessor, needs) for (of, possessor), _ in usual] or [
            (tuple(wish.roles.items()), "object", "subject", needs)
        ]
    counted = Counter(_shape(f) for f in frames)
    return [shape for shape, _ in counted.most_common()]


def _shape(frame: Frame) -> _Shape:
    roles = tuple((role, spelt(spec)) for role, spec in frame.roles.items())
    return roles, frame.of, frame.possessor, () if frame.type.isupper() else frame.needs


def _with_all(text: str, entries: Sequence[Mapping[str, Value]]) -> str:
    for n, entry in enumerate(entries):
        text = with_frame(text, f"{_TRY}{n}", entry)
    return text


def _best(lexicon: Lexicon, doc: Doc, cast: Cast, wish: Wish, wording: Wording, tries: int) -> int:
    """Return which of the frames that were tried puts most of the example's actors into roles, and into most roles; of equals the first.

    Raises:
        InputError: none makes a claim of the type.
    """
    counts: dict[int, tuple[int, int]] = {}
    mutual = wish.type in lexicon.grammar["mutual"]
    for n in range(tries):
        coding = code(doc, cast, _with_one(lexicon, n), coders=_FRAMES_ALONE)
        for claim in coding.claims:
            if claim.rule == f"{FILE}#{_TRY}{n}" and claim.type != wish.type:
                raise InputError(
                    "the example", f"is read as {claim.type}, as what is only planned, promised or ruled out", "tell of what has happened"
                )
            if claim.rule == f"{FILE}#{_TRY}{n}":
                counts[n] = len({i for ids in claim.roles.values() for i in ids}), 0 if mutual else len(claim.roles)
    if not counts:
        raise _no_claim(_with_one(lexicon, 0), doc, cast, wording, f"{FILE}#{_TRY}0")
    return max(counts, key=lambda n: (counts[n], -n))


def _with_one(lexicon: Lexicon, n: int) -> Lexicon:
    """Return the lexicon with only one of the frames that are tried."""

    def stays(frame: Frame) -> bool:
        return not frame.id.startswith(f"{FILE}#{_TRY}") or frame.id == f"{FILE}#{_TRY}{n}"

    index = {head: tuple(pair for pair in pairs if stays(pair[1])) for head, pairs in lexicon.index.items()}
    return replace(lexicon, frames=tuple(f for f in lexicon.frames if stays(f)), index=index)


def _no_claim(lexicon: Lexicon, doc: Doc, cast: Cast, wording: Wording, rule: str) -> InputError:
    """Return why the example gives no claim by a frame."""
    word = doc[wording.token].text
    trials = [t for t in matcher_of(set_scene(doc, cast, lexicon, published=None)).trials(wording.token) if t.frame.id == rule]
    if not any(trial.hit for trial in trials):
        why = trials[0].why if trials else "the word means nothing by itself there, as in a name or a date"
        return InputError("the example", f"gives no claim at “{word}”: {why}", "change the example or the conditions")
    other = next((c for c in code(doc, cast, lexicon, coders=_FRAMES_ALONE).claims if _covers(c, doc, wording.token)), None)
    if other is not None and other.rule != rule:
        return InputError(
            "the example", f"is read as {other.type} by {other.rule}, which asks for more than “{word}”", "narrow yours with --where"
        )
    return InputError(
        "the example",
        f"gives no claim at “{word}”: nobody known stands in its roles",
        "name who acts and on whom, or say where with --role",
    )
