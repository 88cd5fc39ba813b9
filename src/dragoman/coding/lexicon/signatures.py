"""What a word makes of what it governs or stands before, and how ``factuality.yaml`` says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from dragoman.claims import Certainty, Tense
from dragoman.coding.lexicon.cues import words_of
from dragoman.errors import Fault, did_you_mean
from dragoman.ontology import Node

_COMPLEMENTS = frozenset({"that", "infinitive", "noun", "gerund", "modifier", "subject", "bare", "named", "told"})
_CLASSES = frozenset({"verb", "noun", "adjective"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word makes of another.

    Attributes:
        turns: whether it turns the polarity round.
        tense: None where the other word's own tense stands.
    """

    turns: bool = False
    certainty: Certainty = "certain"
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What a word makes of its complement, affirmed and negated.

    Attributes:
        of: ``that`` (finite clauses), ``infinitive`` (gerunds too), ``noun``, ``gerund`` (gerunds alone),
            ``modifier`` (nouns before a noun alone), ``subject`` (of an active verb), ``bare`` (nouns without article or owner),
            ``named`` (what a noun is made: "made the release a condition"), ``told`` (what a saying tells that is called so).
        past: what holds where the word is affirmed in the past; None for the same as ever.
    """

    name: str
    holds: Effect
    fails: Effect
    of: frozenset[str]
    past: Effect | None = None


def class_of(entry: Node, faults: list[Fault]) -> str:
    """Return the word class of an entry."""
    node = entry.get("class")
    name = str(node.value) if node else "verb"
    if name not in _CLASSES:
        faults.append(Fault(entry.where_key("class"), f"unknown class {name!r}", did_you_mean(name, _CLASSES)))
    return name


def signature_of(entry: Node, faults: list[Fault]) -> Signature:
    """Return what an entry says that its words make of their complements."""
    of = frozenset(words_of(entry.get("of"))) or frozenset({"that", "infinitive"})
    unknown = sorted(of - _COMPLEMENTS)
    faults += [Fault(entry.where_key("of"), f"unknown complement {wrong!r}", did_you_mean(wrong, _COMPLEMENTS)) for wrong in unknown]
    name = entry.get("name")
    return Signature(
        name=str(name.value) if name else "",
        holds=effect_of(entry.get("holds"), entry, faults),
        fails=effect_of(entry.get("fails"), entry, faults),
        of=of,
        past=effect_of(entry.get("past"), entry, faults) if entry.get("past") else None,
    )


def effect_of(node: Node | None, entry: Node, faults: list[Fault]) -> Effect:
    """Return the effect that ``+ probable future`` describes."""
    parts = str(node.value).split() if node else []
    if len(parts) not in (2, 3) or parts[0] not in ("+", "-"):
        where = (node or entry).where
        faults.append(Fault(where, f"not an effect: {' '.join(parts)!r}", "write it as '+ probable' or '- certain future'"))
        return Effect()
    for word, allowed in zip(parts[1:], (get_args(Certainty), get_args(Tense)), strict=False):
        if word not in allowed:
            faults.append(Fault((node or entry).where, f"unknown word {word!r} in an effect", did_you_mean(word, allowed)))
    tense = cast(Tense, parts[2]) if len(parts) == 3 else None
    return Effect(turns=parts[0] == "-", certainty=cast(Certainty, parts[1]), tense=tense)
