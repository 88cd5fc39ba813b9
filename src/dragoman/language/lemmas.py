"""Lemmas as edits of the word: how many characters to strip, what to add, and in which case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.language.pieces import REMEMBERED, plain

KEEP: Final = "keep"
LOWER: Final = "lower"
TITLE: Final = "title"
_INFLECTED: Final = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_BARE: Final = frozenset({"VB", "VBP"})
_PLURAL: Final = "NNS"
_SHORTEST_STEM: Final = 2
_SHORTEST_IN_Y: Final = 5
_BEFORE_E: Final = ("at", "iz", "is", "ur", "uc", "ac", "ic", "dg", "v", "u", "tl", "bl", "gl", "dl")  # "sanit-iz-ed", not "pray-ed"

_DOUBLES: Final = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")  # "spar" gives "sparred"; "spared" is of "spare"


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Lemmas of words, remembered, since news repeats its words.

    Attributes:
        scripts: edits, by the number that the model gives.
        tags: fine parts of speech, by number.
        exceptions: lemmas by ``form TAB tag``.
        verbs: known verbs, and irregular forms, to their bases.
    """

    scripts: Sequence[str]
    tags: Sequence[str]
    exceptions: Mapping[str, str]
    verbs: Mapping[str, str]
    _known: dict[tuple[str, int, int], str] = field(default_factory=dict, repr=False)

    def of(self, forms: Sequence[str], scripts: Sequence[int], tags: Sequence[int]) -> list[str]:
        """The lemma of each word, by the edit and the part of speech that the model gives it."""
        known = self._known
        return [known.get(one) or self._find(*one) for one in zip(forms, scripts, tags, strict=True)]

    def _find(self, word: str, script: int, tag: int) -> str:
        form, name = plain(word), self.tags[tag]
        lower = form.lower()
        lemma = self.exceptions.get(f"{lower}\t{name}")
        if name.startswith("V") and (base := self.verbs.get(lower, lower)) != lower:
            lemma = base
        elif lemma is None:
            lemma = apply(form, self.scripts[script]) or lower
            if name in _INFLECTED or (name in _BARE and lower.endswith("ed")):  # "reaffirmed" is no base, whatever its tag
                lemma = known_verb(form, lemma, self.verbs)
            elif name in _BARE and lower not in self.verbs:  # "deports" is none either
                lemma = next((base for base in _bases(lower) if self.verbs.get(base) == base), lemma)
            elif name == _PLURAL:
                lemma = singular(form, lemma)
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[word, script, tag] = lemma
        return lemma


def edit(form: str, lemma: str) -> str:
    """The edit ``case:strip:suffix`` that makes ``lemma`` of ``form``."""
    if lemma == lemma.lower():
        case, base = LOWER, form.lower()
    elif lemma == form or _shared(form, lemma) >= len(lemma) // 2:
        case, base = KEEP, form
    else:
        case, base = TITLE, form[:1].upper() + form[1:].lower()
    shared = _shared(base, lemma)
    return f"{case}:{len(base) - shared}:{lemma[shared:]}"


def apply(form: str, script: str) -> str | None:
    """The lemma of ``form`` by an edit, or ``None`` where the word is too short for it."""
    case, strip, suffix = script.split(":", 2)
    base = form
    if case == LOWER:
        base = form.lower()
    elif case == TITLE:
        base = form[:1].upper() + form[1:].lower()
    count = int(strip)
    if count > len(base):
        return None
    return (base[: len(base) - count] + suffix) or None


def known_verb(form: str, guess: str, verbs: Mapping[str, str]) -> str:
    """The lemma of an inflected verb: the guess if it is a known verb so spelled, else a known one that spelling allows, else the guess.

    Args:
        form: the word as it stands.
        guess: the lemma that the model gives.
        verbs: known verbs, and irregular forms, to their bases.
    """
    word = form.lower()
    irregular = verbs.get(word) if verbs.get(word) != word else None  # "found" is of "find", and a base as well
    fitting = [base for base in _bases(word) if verbs.get(base) == base]
    if verbs.get(guess) == guess and (guess in (word, irregular, *fitting) or not (irregular or fitting)):
        return guess
    known = irregular or verbs.get(word) or next(iter(fitting), None)
    return known or (_base_by_spelling(word) if guess == word else guess)


def _base_by_spelling(word: str) -> str:
    """The base of an inflected verb that nobody knows, as English spells most: "outflanked", "re-sanitized", "unplanned"."""
    ending = next((e for e in ("ed", "ing") if word.endswith(e) and len(word) > len(e) + 2), "")
    stem = word.removesuffix(ending)
    if not ending:
        return word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(_BEFORE_E) else stem


def singular(form: str, guess: str) -> str:
    """The lemma of a plural noun: in *-y* where the guess is in *-ie*, as of "allies"; short words ("ties") keep theirs."""
    if form.lower().endswith("ies") and guess.endswith("ie") and len(guess) >= _SHORTEST_IN_Y:
        return guess[:-2] + "y"
    return guess


def _bases(word: str) -> Iterator[str]:
    """Bases that the regular endings -ed, -ing and -s may have been added to."""
    for ending in ("ed", "ing", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        if ending not in ("ed", "ing") or not _DOUBLES.search(stem):
            yield stem
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem[-1] == "i":
            yield stem[:-1] + "y"
        if stem.endswith("ck"):
            yield stem[:-1]


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
