"""Numbers in the text: where one begins and ends with its "at least" and "$", what it amounts to, and how exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from dragoman.claims import Bound
from dragoman.coding.numbers.numbers import is_number, number_words, parse_words
from dragoman.coding.tree import Tree
from dragoman.errors import Fault, LexiconError
from dragoman.language.dashes import HYPHENS
from dragoman.ontology import Node, load_yaml

_FILE = Path(__file__).parents[1] / "lexicon" / "counts.yaml"
_KINDS = ("nouns", "adjectives", "of_object", "of_subject")
_LISTS = ("consequences", "beside", "some", "living", "lives", "definite", "pronouns")
_BOUNDS = ("at_least", "at_most", "about", "exact")


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of count is told."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    of_object: frozenset[str]
    of_subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountWords:
    """The words of ``lexicon/counts.yaml``.

    Attributes:
        before: words before a number, as tuples, to the bound that they make.
        after: the same for words after it.
        currencies: sign or name to ISO 4217 code, None where several states share the name.
        consequences: kinds that a participle beside an event may tell of.
        beside: kinds that a coordinated verb may tell of.
        some: words that make at least two of "thousand" and its like.
        living: nouns that count the dead where they are lost ("life").
        lives: verbs with which lives are deaths.
        pronouns: words that look like numbers and stand for a noun.
        definite: words before a number that speak of those named before.
    """

    counted: Mapping[str, Kind]
    people: frozenset[str]
    before: Mapping[tuple[str, ...], Bound]
    after: Mapping[tuple[str, ...], Bound]
    currencies: Mapping[str, str | None]
    never: frozenset[str]
    consequences: frozenset[str]
    beside: frozenset[str]
    some: frozenset[str]
    living: frozenset[str]
    lives: frozenset[str]
    definite: frozenset[str]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the text: tokens [first, last) with its bound and sign, [core, core_last) without."""

    first: int
    last: int
    core: int
    core_last: int
    value: float
    bound: Bound
    unit: str | None = None


@cache
def count_words() -> CountWords:
    """Return the shipped words for counts.

    Raises:
        LexiconError: the file is damaged; all faults with their lines.
    """
    faults: list[Fault] = []
    root = load_yaml(_FILE, faults, name=f"coding/lexicon/{_FILE.name}")
    needed = ("counted", "people", "bounds", "bounds_after", "currencies", "never", *_LISTS)
    faults += [Fault(root.where, f"'{key}' is missing", "give it back") for key in needed if root.get(key) is None]
    kinds = {name: _kind(node, faults) for name, node in _items(root, "counted")}
    before, after = _bounds(root, "bounds", faults), _bounds(root, "bounds_after", faults)
    if faults:
        raise LexiconError(faults)
    return CountWords(
        counted=kinds,
        people=_words(root.get("people")),
        before=before,
        after=after,
        currencies={name.lower(): None if node.value is None else str(node.value) for name, node in _items(root, "currencies")},
        never=_words(root.get("never")),
        **{key: _words(root.get(key)) for key in _LISTS},
    )


def _items(root: Node, key: str) -> list[tuple[str, Node]]:
    node = root.get(key)
    return list(node.items()) if node else []


def _words(node: Node | None) -> frozenset[str]:
    return frozenset(str(child.value).lower() for child in node or ())


def _kind(node: Node, faults: list[Fault]) -> Kind:
    unknown = sorted(node.mapping.keys() - set(_KINDS))
    faults += [Fault(node.where_key(key), f"unknown key '{key}'", f"one of {', '.join(_KINDS)}") for key in unknown]
    return Kind(*(_words(node.get(key)) for key in _KINDS))


def _bounds(root: Node, key: str, faults: list[Fault]) -> dict[tuple[str, ...], Bound]:
    found: dict[tuple[str, ...], Bound] = {}
    for name, node in _items(root, key):
        if name not in _BOUNDS:
            faults.append(Fault(node.where, f"unknown bound '{name}'", f"one of {', '.join(_BOUNDS)}"))
        for child in node:
            found[tuple(str(child.value).lower().split())] = cast(Bound, name)
    return found


def amount_at(tree: Tree, i: int) -> Amount | None:
    """Return the number that token i is a part of; None where it is of none.

    "Dozens", "hundreds" and their like are the least that the word allows, and ``at_least``: "tens of thousands" is
    at least 20,000, "several thousand" at least 2,000. A number that is one word with what it measures ("a 25-room house")
    counts nothing.
    """
    lowered = tree.words
    vague = _vague_at(lowered, i)
    if vague is not None:
        core, core_last, value = vague
        return _with_bound(lowered, core, core_last, value, "at_least", None)
    core, core_last = i, i + 1
    if not is_number(lowered[i]):
        return None
    while core > 0 and _joins(lowered, core - 1):
        core -= 1
    while core_last < len(lowered) and _joins(lowered, core_last):
        core_last += 1
    while core < core_last and _is_link(lowered[core]):
        core += 1
    while core_last > core and _is_link(lowered[core_last - 1]):
        core_last -= 1
    number = parse_words([w for w in lowered[core:core_last] if w not in HYPHENS])
    if number is None or "".join(lowered[core_last : core_last + 1]) in HYPHENS:
        return None
    if core and lowered[core] in number_words().scales:
        before = lowered[core - 1]
        if before in count_words().some:
            return _with_bound(lowered, core - 1, core_last, number * 2, "at_least", _unit(tree, core, core_last))
        core -= before in number_words().articles
    return _with_bound(lowered, core, core_last, number, "exact", _unit(tree, core, core_last))


def _joins(lowered: list[str], k: int) -> bool:
    """Tell whether token k continues a number that stands beside it ("twenty - six", "two hundred and six")."""
    if is_number(lowered[k]):
        return True
    inside = 0 < k < len(lowered) - 1 and is_number(lowered[k - 1]) and is_number(lowered[k + 1])
    scales = number_words().scales
    added = lowered[k] in number_words().joins and lowered[k - 1] in scales and lowered[k + 1] not in scales
    return inside and (lowered[k] in HYPHENS or added)


def _is_link(word: str) -> bool:
    """Tell a hyphen or an "and", with which no number begins or ends."""
    return word in HYPHENS or word in number_words().joins


def _vague_at(lowered: list[str], i: int) -> tuple[int, int, float] | None:
    """Return tokens and least value of "dozens", "hundreds of thousands", "tens of thousands"."""
    vague = number_words().vague
    if lowered[i] == "tens" and lowered[i + 1 : i + 2] == ["of"] and "".join(lowered[i + 2 : i + 3]) in vague:
        return i, i + 3, vague[lowered[i + 2]] * 10.0
    if lowered[i] not in vague:
        return None
    if lowered[i - 1 : i] == ["of"] and i > 1 and (lowered[i - 2] in vague or lowered[i - 2] == "tens"):
        return _vague_at(lowered, i - 2)
    if lowered[i + 1 : i + 2] == ["of"] and "".join(lowered[i + 2 : i + 3]) in vague:
        return i, i + 3, vague[lowered[i]] * vague[lowered[i + 2]] / 2.0
    return i, i + 1, float(vague[lowered[i]])


def _with_bound(lowered: list[str], core: int, core_last: int, value: float, bound: Bound, unit: str | None) -> Amount:
    words = count_words()
    first, last = core, core_last
    if first and lowered[first - 1] in words.currencies:
        first -= 1
    for size in (3, 2, 1):
        phrase = tuple(lowered[max(0, first - size) : first])
        if len(phrase) == size and phrase in words.before:
            found = words.before[phrase]
            if found != "exact":
                first -= size
                bound = found
            break
    for size in (2, 1):
        phrase = tuple(lowered[last : last + size])
        if len(phrase) == size and phrase in words.after:
            last, bound = last + size, words.after[phrase]
            break
    return Amount(first, last, core, core_last, value, bound, unit)


def _unit(tree: Tree, core: int, core_last: int) -> str | None:
    """Return the code of the money that a number is an amount of; empty where it is money of unknown code."""
    currencies = count_words().currencies
    sign = tree.words[core - 1] if core else ""
    name = (tree.lemmas[core_last] or tree.words[core_last]) if core_last < len(tree.words) else ""
    for word in (sign, name, name.removesuffix("s")):
        if word in currencies and (word != "pound" or core_last < len(tree.words)):
            return currencies[word] or ""
    return None
