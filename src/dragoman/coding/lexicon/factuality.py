"""The words that change whether, how surely and when something is so, from ``factuality.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from dragoman.claims import Certainty
from dragoman.coding.lexicon.cues import LIST, unknown, words_of
from dragoman.coding.lexicon.signatures import Effect, Signature, class_of, effect_of, signature_of
from dragoman.coding.lexicon.within import WITHIN
from dragoman.errors import Fault, LexiconError
from dragoman.ontology import Node, load_yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Factuality:
    """All that `dragoman.coding.factuality` knows of words.

    Attributes:
        signatures: ``class:lemma``, or ``class:lemma+preposition``, to the signatures it has; the first that fits holds.
        modals: word to ``possible``, ``certain_future``, ``hypothetical`` or ``ability``.
        adverbs: word to the certainty it leaves.
        adjectives: word to what it makes of the noun after it.
    """

    signatures: Mapping[str, tuple[Signature, ...]]
    modals: Mapping[str, str]
    adverbs: Mapping[str, Certainty]
    adjectives: Mapping[str, Effect]
    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_prepositions: frozenset[str]
    conditions: frozenset[str]
    condition_prepositions: frozenset[str]
    questions: frozenset[str]
    purposes: frozenset[str]
    purposes_met: frozenset[str]
    errands: frozenset[str]
    shown: frozenset[str]
    settings: frozenset[str]
    bygone: frozenset[str]
    still: frozenset[str]
    ending: frozenset[str]
    later: frozenset[str]
    potential: frozenset[str]
    aimed: frozenset[str]
    asked: frozenset[str]
    singled: frozenset[str]
    unspecific: frozenset[str]
    performed: frozenset[str]
    performers: frozenset[str]
    performed_through: frozenset[str]
    performed_taking: frozenset[str]
    reaching: frozenset[str]
    founding: frozenset[str]
    else_faced: frozenset[str]
    told_now: frozenset[str]
    arriving: frozenset[str]
    troubled: frozenset[str]
    troubled_by: frozenset[str]
    lasting: frozenset[str]
    lasting_of: frozenset[str]
    lasting_by: frozenset[str]
    said: frozenset[str]
    done: frozenset[str]
    done_once: frozenset[str]
    bearers: frozenset[str]
    leaves: frozenset[str]
    planned: frozenset[str]
    leaving: frozenset[str]
    yet: frozenset[str]
    lapsed: frozenset[str]
    failing: frozenset[str]
    opposing: frozenset[str]
    dealings: frozenset[str]
    partaking: frozenset[str]
    entering: frozenset[str]
    announcing: frozenset[str]
    awaiting: frozenset[str]
    preceding: frozenset[str]
    leading_up: frozenset[str]
    resting: frozenset[str]
    pending: frozenset[str]
    settled: frozenset[str]
    traded: frozenset[str]
    timing: frozenset[str]
    shifting: frozenset[str]
    unadopted: frozenset[str]
    rejecting: frozenset[str]
    advocating: frozenset[str]
    in_force: frozenset[str]
    undoing: frozenset[str]
    held: frozenset[str]
    freeing: frozenset[str]
    ordered: frozenset[str]
    ordering: frozenset[str]
    announced: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    unnegating: frozenset[str]
    nearly: frozenset[str]
    anybody: frozenset[str]
    apart: frozenset[str]
    taking: frozenset[str]
    idle: frozenset[str]
    counted: frozenset[str]
    inverted: frozenset[str]
    given: frozenset[str]
    keeping: frozenset[str]
    breaking: frozenset[str]
    unfinished: frozenset[str]
    subjunctive: frozenset[str]
    trying: frozenset[str]
    tried: frozenset[str]
    vain: frozenset[str]
    undertaken: frozenset[str]
    crimes: frozenset[str]
    unproven: frozenset[str]
    spans: frozenset[str]
    undenying: frozenset[str]
    anchoring: frozenset[str]
    ago: frozenset[str]
    suffering: frozenset[str]
    charging: frozenset[str]
    charged_in: frozenset[str]
    tried_by: frozenset[str]
    guilt: frozenset[str]
    verdicts: frozenset[str]
    seeking: frozenset[str]
    procedures: frozenset[str]
    discussing: frozenset[str]
    discussions: frozenset[str]
    discussed: frozenset[str]
    discussed_through: frozenset[str]
    weighing: frozenset[str]
    agreed: frozenset[str]
    furthering: frozenset[str]
    furthered: frozenset[str]
    answering: frozenset[str]
    answered: frozenset[str]
    polite: frozenset[str]
    plots: frozenset[str]
    foiling: frozenset[str]
    repaid: frozenset[str]
    paid: frozenset[str]
    served: frozenset[str]
    sending: frozenset[str]
    unconditional: frozenset[str]
    conceding: frozenset[str]
    only: frozenset[str]
    unnamed: frozenset[str]
    offering: frozenset[str]
    outcomes: frozenset[str]
    means: frozenset[str]
    examples: frozenset[str]
    judged: frozenset[str]
    imagining: frozenset[str]
    onward: frozenset[str]
    afterwards: frozenset[str]

    def signature(self, word_class: str, lemma: str, complement: str, marker: str = "") -> Signature | None:
        """Return what a word makes of a complement of this kind, one with the complement's preposition first."""
        word = f"{word_class}:{lemma}"
        keys = (f"{word}+{marker}", word) if marker else (word,)
        return next((s for key in keys for s in self.signatures.get(key, ()) if complement in s.of), None)

    @cached_property
    def denying(self) -> frozenset[str]:
        """Words one of which stands in a sentence where something is denied in it, but for the "n't" of an auxiliary."""
        said = self.negators | self.negative_determiners | self.negative_pronouns | self.negative_prepositions
        return frozenset({*map(_longest, said), "longer"})

    @cached_property
    def conditional(self) -> frozenset[str]:
        """Words one of which stands in a sentence where a condition is set in it, but for one by inversion ("*had* they left")."""
        only = {phrase.partition("_")[0] for phrase in self.only}
        return frozenset(map(_longest, self.conditions | self.condition_prepositions | self.traded)) | only

    def undertakes(self, lemma: str) -> bool:
        """Tell a verb by which somebody undertakes, asks for or plans what has yet to come: "agree", "threaten", "demand"."""
        found = self.signature("verb", lemma, "infinitive") or self.signature("verb", lemma, "that")
        return found is not None and found.holds.tense == "future"


def _longest(phrase: str) -> str:
    """Return the longest word of a phrase, which few sentences hold without it: the "case" of "in_case_of"."""
    return max(phrase.split("_"), key=len)


_LISTS: Mapping[str, tuple[str, ...]] = {f.name: WITHIN.get(f.name, (f.name,)) for f in fields(Factuality) if f.type == LIST}


def load_factuality(extra: Path | None = None) -> Factuality:
    """Return the shipped words, with those of a user's ``factuality.yaml`` before them.

    Args:
        extra: a folder that may hold a ``factuality.yaml`` in the same form.

    Raises:
        LexiconError: every fault found, each as ``file:line: what; remedy``.
    """
    return _shipped() if extra is None else _build([Path(extra) / "factuality.yaml", HERE / "factuality.yaml"])


@cache
def _shipped() -> Factuality:
    return _build([HERE / "factuality.yaml"])


def _build(paths: list[Path]) -> Factuality:
    faults: list[Fault] = []
    roots = [load_yaml(path, faults, name=path.name) for path in paths if path.is_file()]
    unknown(roots, {"signatures", "modals", "adverbs", "adjectives", *(keys[0] for keys in _LISTS.values())}, faults)
    signatures: dict[str, list[Signature]] = {}
    adjectives: dict[str, Effect] = {}
    for root in roots:
        for entry in root.get("signatures") or ():
            signature = signature_of(entry, faults)
            word_class = class_of(entry, faults)
            for word in words_of(entry.get("words")):
                signatures.setdefault(f"{word_class}:{word}", []).append(signature)
        for entry in root.get("adjectives") or ():
            for word in words_of(entry.get("words")):
                adjectives.setdefault(word, effect_of(entry.get("makes"), entry, faults))
    made = Factuality(
        signatures={word: tuple(found) for word, found in signatures.items()},
        modals={w: name for root in roots for name, node in _items(root, "modals") for w in words_of(node)},
        adverbs={w: cast(Certainty, name) for root in roots for name, node in _items(root, "adverbs") for w in words_of(node)},
        adjectives=adjectives,
        **{name: _words(roots, *keys) for name, keys in _LISTS.items()},
    )
    if faults:
        raise LexiconError(faults)
    return made


def _items(root: Node, key: str) -> list[tuple[str, Node]]:
    node = root.get(key)
    return list(node.items()) if node else []


def _words(roots: list[Node], *keys: str) -> frozenset[str]:
    found: set[str] = set()
    for root in roots:
        node: Node | None = root
        for key in keys:
            node = node.get(key) if node else None
        found |= set(words_of(node))
    return frozenset(found)
