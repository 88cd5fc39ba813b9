"""The wording of times as data: loads ``vocabulary.yaml`` and ``rules.yaml`` and compiles the rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

from dragoman.coding.numbers.numbers import number_words
from dragoman.coding.times.needs import needs_of
from dragoman.errors import Fault, LexiconError
from dragoman.ontology import Node, load_yaml

Worth: TypeAlias = str | int

_HERE = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_WORD = re.compile(r"[A-Za-z]+")
_KEYS = frozenset({"pattern", "make", "after", "never_after", "never_before"})


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words of one kind, and what each is worth to normalising."""

    worth: Mapping[str, Worth]
    exact: bool

    def of(self, words: str) -> Worth | None:
        """Return what the words are worth; None where they are not of this class."""
        return self.worth.get(" ".join(words.lower().split()))


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording.

    Attributes:
        make: the way in which its slots become a value.
        after: a word of these must stand before; empty: any.
        never_after: none of these may stand before.
        never_before: none of these may stand after.
        slots: slot name to the class that says what its words are worth.
        needs: sets of words; where none of one set is near, it cannot match.
    """

    regex: re.Pattern[str]
    make: str
    after: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    slots: Mapping[str, WordClass]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules and classes.

    Attributes:
        first: the words that a time can begin with.
        telling: the words of which every time has one, figures aside.
        open_marks: prepositions that leave a stretch open, with the end of it that they name.
        bounds: verbs that say only when something begins or ends, with that end.
        timetabled: verbs whose present is a timetable's ("talks *resume* on Monday").
        timetabled_with: nouns that make such of others ("takes *effect*").
        arranging: verbs that arrange something for a day.
        granting: verbs that give time ("*gave* them until Friday").
        conditions: words that open a condition.
        occurring: verbs that say of an event that it takes place.
        happening: verbs whose infinitive happens when they do.
        shifting: words that begin a clause or phrase of another time.
        around: prepositions before what a time of the verb is also the time of.
        alongside: words that open a participle clause of the verb's own time.
        sourcing: prepositions that name who says so.
        again: words that say of an event that it was spoken of before.
    """

    rules: tuple[Rule, ...]
    first: frozenset[str]
    telling: frozenset[str]
    classes: Mapping[str, WordClass]
    future_helpers: frozenset[str]
    future_cues: frozenset[str]
    past_cues: frozenset[str]
    timetabled: frozenset[str]
    timetabled_with: frozenset[str]
    arranging: frozenset[str]
    granting: frozenset[str]
    conditions: frozenset[str]
    open_marks: Mapping[str, str]
    bounds: Mapping[str, str]
    occurring: frozenset[str]
    happening: frozenset[str]
    shifting: frozenset[str]
    again: frozenset[str]
    sourcing: frozenset[str]
    around: frozenset[str]
    alongside: frozenset[str]


class Fitting:
    """The rules that may match where certain words are near, in their order.

    Example:
        >>> any("month" in rule.slots for rule in Fitting(grammar().rules).among(["last", "week"]))
        False
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Number the needs."""
        needs = {need: 1 << i for i, need in enumerate(dict.fromkeys(need for rule in rules for need in rule.needs))}
        self._rules = [(rule, sum(needs[need] for need in set(rule.needs))) for rule in rules]
        self._met: defaultdict[str, int] = defaultdict(int)
        for need, bit in needs.items():
            for word in need:
                self._met[word] |= bit
        self._fitting = lru_cache(maxsize=4096)(self._fit)

    def among(self, words: Iterable[str]) -> tuple[Rule, ...]:
        """Return the rules all of whose needs are met by these words, given in small letters."""
        met = 0
        for word in words:
            met |= self._met.get(word, 0)
        return self._fitting(met)

    def _fit(self, met: int) -> tuple[Rule, ...]:
        return tuple(rule for rule, needed in self._rules if not needed & ~met)


@cache
def fitting() -> Fitting:
    """Return the rules of the shipped grammar by the words that they need."""
    return Fitting(grammar().rules)


@cache
def grammar() -> Grammar:
    """Return the shipped grammar of times.

    Raises:
        LexiconError: the files are damaged; all faults with their lines.
    """
    faults: list[Fault] = []
    words = load_yaml(_HERE / "vocabulary.yaml", faults, name="coding/times/vocabulary.yaml")
    body = load_yaml(_HERE / "rules.yaml", faults, name="coding/times/rules.yaml")
    classes = {name: _word_class(node) for name, node in _items(words, "classes")}
    known = number_words()
    classes["ordinal"] = WordClass(known.ordinals, exact=False)
    classes["numword"] = WordClass({**known.small, **known.scales}, exact=False)
    macros = {name: str(node.value) for name, node in _items(body, "macros")}
    rules = [rule for node in body.get("rules") or () if (rule := _rule(node, classes, macros, faults))]
    if faults:
        raise LexiconError(faults)
    return Grammar(
        rules=tuple(rules),
        first=frozenset(_first_words(body, classes, macros)),
        telling=_set(words.get("telling_words")) | _telling_words(classes, _set(words.get("dependent_classes"))),
        classes=classes,
        future_helpers=_set(words.get("future_helpers")),
        future_cues=_set(words.get("future_cues")),
        past_cues=_set(words.get("past_cues")),
        timetabled=_set(words.get("timetabled")),
        timetabled_with=_set(words.get("timetabled_with")),
        arranging=_set(words.get("arranging")),
        granting=_set(words.get("granting")),
        conditions=_set(words.get("conditions")),
        open_marks={word: str(node.value) for word, node in _items(words, "open_marks")},
        bounds={word: str(node.value) for word, node in _items(words, "bounds")},
        occurring=_set(words.get("occurring")),
        happening=_set(words.get("happening")),
        shifting=_set(words.get("shifting")),
        again=_set(words.get("again")),
        sourcing=_set(words.get("sourcing")),
        around=_set(words.get("around")),
        alongside=_set(words.get("alongside")),
    )


def _items(node: Node, key: str) -> Iterator[tuple[str, Node]]:
    found = node.get(key)
    return found.items() if found else iter(())


def _set(node: Node | None) -> frozenset[str]:
    return frozenset(str(child.value).lower() for child in node or ())


def _word_class(node: Node) -> WordClass:
    worth = {word.lower(): child.value for word, child in _items(node, "words")}
    exact = node.get("exact")
    made = {word: value if isinstance(value, int) else str(value) for word, value in worth.items()}
    return WordClass(made, exact=exact is not None and exact.value is True)


def _rule(node: Node, classes: Mapping[str, WordClass], macros: Mapping[str, str], faults: list[Fault]) -> Rule | None:
    """Return one compiled rule; what is wrong with it goes to `faults`."""
    unknown = sorted(node.mapping.keys() - _KEYS)
    faults += [Fault(node.where_key(key), f"unknown key '{key}'", f"one of {', '.join(sorted(_KEYS))}") for key in unknown]
    pattern, make = node.get("pattern"), node.get("make")
    if pattern is None or make is None:
        faults.append(Fault(node.where, "a rule needs `pattern` and `make`", "give both"))
        return None
    slots: dict[str, WordClass] = {}
    try:
        regex = re.compile(_expand(str(pattern.value), classes, macros, slots) + r"(?!\w)", re.IGNORECASE)
    except (re.error, KeyError) as error:
        faults.append(Fault(pattern.where, f"not a pattern: {error}", "mend it"))
        return None
    return Rule(
        regex=regex,
        make=str(make.value),
        after=_set(node.get("after")),
        never_after=_set(node.get("never_after")),
        never_before=_set(node.get("never_before")),
        slots=slots,
        needs=needs_of(_with_macros(str(pattern.value), macros), {name: one.worth for name, one in classes.items()}),
    )


def _with_macros(pattern: str, macros: Mapping[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        return f"(?:{_SLOT.sub(fill, macros[match[1]])})" if match[1] in macros else match[0]

    return _SLOT.sub(fill, pattern)


def _expand(pattern: str, classes: Mapping[str, WordClass], macros: Mapping[str, str], slots: dict[str, WordClass]) -> str:
    """Return the regular expression of a pattern, and note which class each slot holds."""

    def fill(match: re.Match[str]) -> str:
        name, slot = match[1], match[2]
        if name in macros:
            return _SLOT.sub(fill, macros[name])
        word_class = classes[name]
        repeated = name == "numword" and slot is None
        if not repeated:
            slots[slot or name] = word_class
        return ("(?:%s)" if repeated else f"(?P<{slot or name}>%s)") % _alternatives(word_class)

    return _blanks(_SLOT.sub(fill, pattern))


def _alternatives(word_class: WordClass) -> str:
    """Return the words as alternatives, longest first."""
    words = sorted(word_class.worth, key=lambda w: (-len(w), w))
    if word_class.exact:
        shown = [re.escape(form) for w in words for form in (w.title().replace("'S", "'s"), w.upper())]
        body = f"(?-i:{'|'.join(shown)})"
    else:
        body = "|".join(map(re.escape, words))
    return rf"(?:{body})(?<=[\w.])(?!\w)"


def _blanks(regex: str) -> str:
    """Read blanks as white space and ``~`` as white space or a hyphen."""
    regex = regex.replace("\\ ", " ").replace("[- ]", r"(?:-|\s{1,3})").replace("[ -]", r"(?:-|\s{1,3})")
    return regex.replace("~", r"(?:-|\s{1,3})").replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _first_words(body: Node, classes: Mapping[str, WordClass], macros: Mapping[str, str]) -> Iterator[str]:
    """Yield every word that could stand first: all literal words of rules and the first word of every class member."""
    for node in body.get("rules") or ():
        yield from (w.lower() for w in _WORD.findall(_SLOT.sub(" ", str(node["pattern"].value))))
    for macro in macros.values():
        yield from (w.lower() for w in _WORD.findall(macro))
    for word_class in classes.values():
        yield from (_WORD.findall(word)[0] for word in word_class.worth if _WORD.match(word))


def _telling_words(classes: Mapping[str, WordClass], dependent: frozenset[str]) -> frozenset[str]:
    """Return the last word of every member of the classes that can be a time alone."""
    members = [word for name, word_class in classes.items() if name not in dependent for word in word_class.worth]
    return frozenset(_WORD.findall(word)[-1] for word in members if _WORD.search(word))
