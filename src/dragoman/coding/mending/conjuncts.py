"""Joined verbs, which parses hang on one that they cannot share a form with: "*orders* him to wait and *forbids* him to speak"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_TENSES = frozenset({"VBD", "VBZ"})  # told by their form from the bare verb
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "mark"})
_OWN = frozenset({"nsubj", "csubj", "aux", "expl", "mark"})  # a verb with one of these shares none


def mend_conjuncts(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a tense that cannot share an auxiliary on the same tense above: "*said* that they should stay, and *urged* them to wait".

    After a modal or "to" stands no tense ("*orders* him to wait and *forbids* him to speak"), and after the "been" of a passive no verb
    with an object. A verb that "did not" do something may do another. Nor does a verb with an auxiliary of its own go on with a "to":
    "agreed to leave but *did* not *pay*".
    """
    for i in deps.at("conj"):
        host = heads[i]
        if doc[host].tag_ == "VB" and doc[i].tag_.startswith("VB"):
            _mend_finite(doc, heads, deps, i)
            host = heads[i]
        if doc[i].tag_ not in _TENSES:
            continue
        lent = [t for t in range(max(0, host - 5), host) if heads[t] == host and deps[t] in ("aux", "aux:pass", "mark")]
        bare = doc[host].tag_ == "VB" and any(doc[t].tag_ in ("MD", "TO") for t in lent)
        passive = any(deps[t] == "aux:pass" for t in lent)
        if not (bare or passive):
            continue
        below = _below(heads, deps, i)
        if not (bare or "obj" in below) or not below.keys().isdisjoint(_OWN) or not _follows_at_once(doc, below, i):
            continue
        above = host
        while heads[above] != above and deps[above] in ("ccomp", "xcomp", "acl", "advcl", "conj", "obj", "obl"):
            above = heads[above]
            if doc[above].tag_ == doc[i].tag_ and "nsubj" in _below(heads, deps, above):
                heads[i] = above
                break


def _mend_finite(doc: Sequence[Token], heads: list[int], deps: Relations, i: int) -> None:
    """Hang a verb with a tensed auxiliary, which the parse joins to an infinitive, on the tense above that."""
    host = heads[i]
    own = [t for t in range(host + 1, i) if heads[t] == i]
    tensed = [t for t in own if deps[t] in ("aux", "aux:pass") and doc[t].tag_ in _FINITE]
    if not tensed or any(deps[t] in _CLAUSAL for t in own) or not any(heads[t] == host and doc[t].tag_ == "TO" for t in range(host)):
        return
    above = heads[host]
    if deps[host] == "xcomp" and above < host and doc[above].tag_ in _FINITE and "nsubj" in _below(heads, deps, above):
        heads[i] = above


def _below(heads: list[int], deps: Relations, i: int) -> dict[str, int]:
    """Return the first dependant of a token by each base relation."""
    found: dict[str, int] = {}
    for t, head in enumerate(heads):
        if head == i:
            found.setdefault(deps[t].partition(":")[0], t)
    return found


def _follows_at_once(doc: Sequence[Token], below: dict[str, int], i: int) -> bool:
    """Tell a verb with nothing but adverbs between it and the "and" or the comma before it."""
    before = below.get("cc", below.get("punct", i - 1))
    return all(doc[t].pos_ == "ADV" for t in range(before + 1, i))
