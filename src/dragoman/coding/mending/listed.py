"""What stands side by side, which parses hang apart: "killed Ali, *two aides* and a bystander", "*U.S.*-Israeli strikes"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dragoman.coding.mending.relations import Relations
from dragoman.language.dashes import JOINING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE: Final = frozenset({"amod", "compound"})
_OF_CLAUSES: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "cop", "aux", "aux:pass", "obj", "ccomp", "xcomp", "mark", "case", "expl"})
_ARGUMENTS: Final = frozenset({"obj", "obl", "obl:agent"})
_NAMING: Final = frozenset({"NOUN", "PROPN"})


def mend_listed(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], below: Sequence[Sequence[int]]) -> None:
    """Coordinate what a list names, and what a hyphen joins.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token.
        below: the dependants of each token in text order, before this mends any.
    """
    for i in deps.at("appos"):
        if heads[i] < i:
            _mend_many(doc, heads, deps, below, i)
    for i in deps.at("conj", "obl"):
        if pos[i] in _NAMING and heads[i] < i:
            if deps[heads[i]] == "flat" and deps[i] == "conj":  # "kills *journalist* Omar Said and two *cameramen*"
                heads[i] = heads[heads[i]]
            elif pos[heads[i]] == "VERB":
                _mend_argument(heads, deps, pos, below, i)
            elif deps[heads[i]] == "nmod" and pos[i] == "NOUN":
                _mend_counted(heads, deps, pos, below, i)
    for i in deps.at("punct"):
        if doc[i].text in JOINING and 0 < i < len(deps) - 1:
            _mend_hyphened(doc, heads, deps, below, i)
    _mend_joined(heads, deps)


def _mend_counted(heads: list[int], deps: Relations, pos: list[str], below: Sequence[Sequence[int]], i: int) -> None:
    """Join counted nouns, not the second with a name below the first: "two leaders of the Vale Front and *three activists*"."""
    name, noun = heads[i], heads[heads[i]]
    alike = all(any(deps[c] == "nummod" for c in below[t]) for t in (noun, i))
    if alike and pos[name] == "PROPN" and pos[noun] == "NOUN" and noun < name and deps[i] == "conj":
        heads[i] = noun


def _mend_many(doc: Sequence[Token], heads: list[int], deps: Relations, below: Sequence[Sequence[int]], i: int) -> None:
    """Go on a list with those behind a person's name who are not he: "killed Omar Said, *two aides* and a bystander".

    So does another person's name, and a title right before that is his: "met Ann Lee, *envoy Omar Said* and Sam Roe".
    """
    name = heads[i]
    another = doc[i].ent_type_ == "PERSON" and doc[i].pos_ == "PROPN"
    names = [t for t in (name, *(c for c in below[name] if deps[c] == "flat")) if doc[t].ent_type_ == "PERSON"]
    if not names or not (another or _is_several(doc, deps, below[i], i)):
        return
    before = [c for c in below[name] if c < i and deps[c] in ("conj", "cc")]
    others = [c for c in (*below[name], *(below[i] if another else ())) if c > i and deps[c] == "conj"]
    if before or not others or not any(deps[c] == "cc" for c in below[others[-1]]):
        return
    deps[i] = "conj"
    title = i - 1
    if another and heads[title] in names and deps[title] == "appos":
        heads[title], deps[title] = i, "nmod:desc"


def _is_several(doc: Sequence[Token], deps: Sequence[str], own: Sequence[int], i: int) -> bool:
    """Tell a plural that brings in others than those named: "two aides", "two of his aides"."""
    counted = any(deps[c] == "nummod" for c in own) if doc[i].tag_ == "NNS" else doc[i].tag_ == "CD" and doc[i].lower_ != "one"
    return counted and not any(deps[c] == "det" for c in own)


def _mend_argument(heads: list[int], deps: Relations, pos: list[str], below: Sequence[Sequence[int]], i: int) -> None:
    """Join a noun that has nothing of a clause with the noun before its "and", not with the verb: "fired at Chad *and French bases*"."""
    own = below[i]
    joint = next((c for c in own if deps[c] == "cc"), None)
    if joint is None or any(deps[c] in _OF_CLAUSES for c in own) or any(deps[c] == "cop" for c in below[heads[i]]):
        return
    first = min((c for c in own if c > joint), default=i)
    while below[first] and joint < below[first][0] < first:
        first = below[first][0]
    beside = [c for c in below[heads[i]] if deps[c] in _ARGUMENTS and heads[i] < c < joint and pos[c] in _NAMING]
    if first == joint + 1 and beside and _last(below, beside[-1]) == joint - 1:
        heads[i], deps[i] = beside[-1], "conj"


def _mend_hyphened(doc: Sequence[Token], heads: list[int], deps: Relations, below: Sequence[Sequence[int]], i: int) -> None:
    """Hang both names that a hyphen joins on the noun behind them, where the parse has the first for a noun: "*U.S.*-Israeli strikes"."""
    first, second = i - 1, i + 1
    noun = second
    while deps[noun] in _BEFORE and heads[noun] > noun:
        noun = heads[noun]
    if noun == second or second <= heads[first] <= noun or deps[first] == "flat":
        return
    named = doc[first].text[0].isupper() and doc[second].text[0].isupper() and not (doc[first].whitespace_ or doc[i].whitespace_)
    if named and heads[first] != first and all(deps[c] in ("punct", "det") for c in below[first]):
        for c in below[first]:
            heads[c] = noun if deps[c] == "det" else heads[c]
        heads[first], deps[first] = noun, "amod"


def _last(below: Sequence[Sequence[int]], i: int) -> int:
    """Return the last token below another, itself included."""
    while below[i] and below[i][-1] > i:
        i = below[i][-1]
    return i


def _mend_joined(heads: list[int], deps: Relations) -> None:
    """Coordinate a noun that has an "and" and no preposition with the one before it: "talks between Chad *and Niger*"."""
    cases = {heads[i] for i in deps.at("case")}
    for c in deps.at("cc"):
        i = heads[c]
        if c > i or deps[i] != "nmod" or i in cases:
            continue
        before = [t for t in range(heads[i] + 1, c) if heads[t] == heads[i] and deps[t] == "nmod" and t in cases]
        if before:
            heads[i], deps[i] = before[-1], "conj"
