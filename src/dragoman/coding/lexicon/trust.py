"""How far the learned heads are believed beside the frames: ``learned.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

import msgspec
import yaml

from dragoman.coding.lexicon.cues import section, unknown
from dragoman.errors import Fault, LexiconError, did_you_mean
from dragoman.ontology import Node, load_yaml
from dragoman.ontology import load as load_ontology

HERE = Path(__file__).parent
NAME = "learned.yaml"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Probabilities between 0 and 1 for one type.

    Attributes:
        keep: a frame's claim that the heads hold less likely than this is dropped.
        alone: what the heads hold at least this likely is a claim though no frame found it.
    """

    keep: float = 0.0
    alone: float = 1.1


@dataclass(frozen=True, slots=True)
class About:
    """What the rest of a report says of a claim: the logarithm of the odds that it is right is a sum.

    Attributes:
        base: what is always added.
        own: the weight of the logarithm of the odds that the heads give the claim.
        rest: the weight of the logarithm of how many claims they expect in a hundred words of the rest of the report.
        words: how many words of a usual report are added to each, so that a short one is judged by little.
        usual: how many claims a hundred words of a usual report hold.
        least: the odds that it is right without which a frame's claim falls.
        alone: the odds without which a claim falls that only the heads find.
        anywhere: how likely the heads must hold claims of a type that are told whatever the report is about.
    """

    base: float = 0.0
    own: float = 0.0
    rest: float = 0.0
    words: float = 0.0
    usual: float = 0.0
    least: float = 1.0
    alone: float = 1.0
    anywhere: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Confidence:
    """What tells a right claim from a wrong one: the logarithm of the odds that its type is right is a sum.

    Attributes:
        base: what is always added.
        own: the weight of the logarithm of the odds that the heads give the claim.
        any: the weight of the logarithm of the odds that they give any claim at its words.
        rest: the weight of the logarithm of how many claims they expect in a hundred words of the rest of the report.
        alone: what is added to a claim that only they find.
    """

    base: float = 0.0
    own: float = 0.0
    any: float = 0.0
    rest: float = 0.0
    alone: float = 0.0


@dataclass(frozen=True, slots=True)
class Trust:
    """What the heads may do.

    Attributes:
        sense: how much a probability of one adds to a frame's weight where several frames hold at a word.
        spare: the weight from which on a frame's claim with two parties stands, however unlikely the heads hold it.
        sure: how likely the heads must hold a claim to have a say in whom its frame gives roles.
        fill: the least probability of a role that the heads give in a frame's claim.
        part: the least probability of a role by which it is judged how many have a part in a claim that only the heads find.
        beside: the least probability of the other party to what takes two, where a frame finds one alone.
        role: the least probability at which such a claim gives somebody the role; in a relation, which has two ends, `part` is enough.
        single: how likely they must hold a claim that only they find and in which only one has a part.
        bare: how likely they must hold a claim that only they find and of which nobody's part, or not the doer's, is known.
        light: how likely they must hold an event that only they find at a verb that says little by itself.
        doers: types of which the heads alone find none without its doer, unless they are so sure.
        about: what the rest of a report says of a claim.
        confidence: how likely a claim that is told is right.
        default: bounds of types that have none of their own.
        types: bounds by type.
    """

    sense: float = 0.0
    spare: float = 99.0
    sure: float = 1.1
    fill: float = 0.6
    part: float = 0.5
    role: float = 0.5
    beside: float = 0.9
    single: float = 0.0
    bare: float = 1.1
    light: float = 0.0
    doers: frozenset[str] = frozenset()
    about: About = About()
    confidence: Confidence = Confidence()
    default: Bounds = Bounds()
    types: Mapping[str, Bounds] = field(default_factory=dict)

    def of(self, kind: str) -> Bounds:
        """Return the bounds of a type."""
        return self.types.get(kind, self.default)

    def least(self, kind: str, *, light: bool) -> float:
        """Return how likely the heads alone must hold a claim of a type, at a verb that says little by itself or elsewhere."""
        return max(self.of(kind).alone, self.light if light and kind.isupper() else 0.0)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    learned: Trust


def load_trust(extra: Path | None = None) -> Trust:
    """Return what ``learned.yaml`` says, a user's file in the place of ours.

    Raises:
        LexiconError: the file is no YAML, or holds what it should not.
    """
    path = extra / NAME if extra and (extra / NAME).exists() else HERE / NAME
    faults: list[Fault] = []
    _check(load_yaml(path, faults, name=path.name), faults)
    if faults:
        raise LexiconError(faults)
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8-sig")), _File).learned
    except msgspec.ValidationError as error:
        raise LexiconError([Fault(path.name, str(error), "give numbers, mostly from 0 to 1, and lists of types")]) from error


def _check(root: Node, faults: list[Fault]) -> None:
    """Add a fault for each bound and each type that there is not."""
    ontology = load_ontology()
    kinds = [*ontology.events, *ontology.relations]
    told = section(root, "learned")
    types, about, confidence = (section(told, part) for part in ("types", "about", "confidence"))
    unknown([root], ["learned"], faults)
    unknown([told], [one.name for one in fields(Trust)], faults)
    unknown([types], kinds, faults)
    unknown([*(node for _, node in types.items()), section(told, "default")], [one.name for one in fields(Bounds)], faults)
    unknown([about], [one.name for one in fields(About)], faults)
    unknown([confidence], [one.name for one in fields(Confidence)], faults)
    unknown([section(about, "anywhere")], kinds, faults)
    strangers = [doer for doer in told.get("doers") or () if doer.value not in kinds]
    faults += [Fault(doer.where, f"unknown type {doer.value!r}", did_you_mean(str(doer.value), kinds)) for doer in strangers]
