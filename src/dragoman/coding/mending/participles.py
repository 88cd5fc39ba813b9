"""Participles behind a comma, which parses hang on the wrong clause: "ordered him to leave, *accusing* Paris of meddling"."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.arguments import is_below
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_OWN = frozenset({"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "cop", "mark", "expl", "cc"})  # what no free participle has
_FREE = frozenset({"acl", "advcl", "ccomp", "conj", "xcomp"})
_COMPLEMENTS = frozenset({"obj", "xcomp", "ccomp"})
_BEHIND = frozenset({"obj", "iobj", "obl", "nmod", "appos", "conj"})  # what a noun is behind its verb


def mend_participles(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]]) -> None:
    """Hang a free participle behind a comma on the last clause before it, one of saying on the clause whose subject speaks.

    A participle shares no tense, so it is no conjunct of one: "they rejected it, *saying* that", whatever they are beside. Who is told
    to do something, or is told of, does not go on to speak: "*urged* them to leave, *warning* of raids"; "*said* they fled, *adding* that".

    Whom a deed hurts is told with the deed by whoever tells of it: "they bombed it, Roe *said* on Monday, *killing* ten".

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
        below: the dependants of each token, likewise.
    """
    for i in deps.at(*_FREE):
        if i < 2 or heads[i] >= i or doc[i].tag_ != "VBG" or doc[i - 1].text != ",":
            continue
        for c in below[i]:
            if deps[c] == "nsubj" and c > i:  # what follows a participle is no subject: "accusing *them* of"
                deps[c] = "obj"
        if _OWN.isdisjoint(deps[c] for c in below[i]):
            host = _teller_before(doc, deps, below, i) or _host(doc, heads, deps, below, i)
            told = _deed_told(doc, heads, deps, below, heads[i] if host is None else host, i)
            if told is not None:
                host = told
            if host is not None:
                below[heads[i]].remove(i)
                insort(below[host], i)
                heads[i], deps[i] = host, "advcl"


def mend_accompanied(doc: Sequence[Token], heads: list[int], deps: Relations, marked: dict[int, int]) -> None:
    """Give a participle him for subject who stands before it behind ", with": "met in Oman, *with the king urging* both to stop".

    No comma parts whom somebody does something with from it and leaves a participle right behind him that is another's (Quirk et al. 1985,
    15.46 on such absolute clauses).

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        marked: the first preposition or subordinator before each token that has one.
    """
    for i in deps.at("obl", "nmod"):
        mark = marked.get(i, 0)
        if mark < 1 or doc[mark].lower_ != "with" or doc[mark - 1].text != ",":
            continue
        found = next((t for t in deps.at("advcl", "acl") if t > i and doc[t].tag_ == "VBG" and heads[t] in (heads[i], i)), None)
        if found is None or any(heads[t] == found and deps[t] in _OWN for t in range(mark, found)):
            continue
        if not all(is_below(heads, t, i) or (heads[t] == found and deps[t] == "advmod") for t in range(i + 1, found)):
            continue
        heads[found], deps[found] = heads[i], "advcl"
        heads[i], deps[i], heads[mark], deps[mark] = found, "nsubj", found, "mark"


def _deed_told(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], said: int, i: int) -> int | None:
    """Return the deed told of before the saying that a participle of harm hangs on; what lies between is of the saying."""
    if doc[i].lemma_ not in load_cues().harming or doc[said].lemma_ not in load_cues().telling:
        return None
    subject = next((c for c in below[said] if deps[c] == "nsubj"), said)
    deed = next((c for c in below[said] if deps[c] == "ccomp" and c < subject), None)
    if deed is None and deps[said] == "parataxis" and heads[said] < subject and doc[heads[said]].pos_ == "VERB":
        deed = heads[said]
    if deed is not None:
        for c in [c for c in below[i] if c < i and deps[c] in ("obl", "nmod:tmod", "obl:tmod", "advmod")]:
            below[i].remove(c)
            insort(below[said], c)
            heads[c] = said
    return deed


def _teller_before(doc: Sequence[Token], deps: Relations, below: list[list[int]], i: int) -> int | None:
    """Return the verb of saying right before the comma, which a participle of saying goes on with: "…, he *said*, *adding* that"."""
    said, telling = i - 2, load_cues().verbs
    speaks = doc[said].tag_ in _TENSED and doc[said].lemma_ in telling and doc[i].lemma_ in telling
    return said if speaks and any(deps[c] == "nsubj" for c in below[said]) else None


def _host(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> int | None:
    """Return the verb that a free participle belongs to; None where it may stay as it is."""
    host, speaks = heads[i], doc[i].lemma_ in load_cues().verbs
    if deps[i] == "acl":  # "recalled its envoy, *accusing* them of"
        while deps[host] in _BEHIND and heads[host] < host:
            host = heads[host]
        if not speaks or doc[host].pos_ != "VERB" or host == heads[i]:
            return None
    elif not _can_be_free(doc, deps, below, host, i):
        return None
    joined = [c for c in below[host] if deps[c] == "conj" and host < c < i and doc[c].tag_ in _TENSED and doc[c].pos_ == "VERB"]
    if joined and doc[host].tag_ in _TENSED:
        return joined[-1]
    return _speaking(doc, heads, deps, below, host) if speaks else host


def _can_be_free(doc: Sequence[Token], deps: Relations, below: list[list[int]], host: int, i: int) -> bool:
    """Tell whether a participle on a verb may be free of it: joined to a tense, or behind what completes the verb already."""
    if deps[i] == "conj":
        return doc[host].tag_ in _TENSED
    return deps[i] != "xcomp" or any(deps[c] in _COMPLEMENTS and host < c < i for c in below[host])


def _speaking(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> int:
    """Return the verb whose subject speaks in a participle on verb i: i, or the one that tells somebody to do it or tells of it."""
    telling = load_cues().verbs
    while heads[i] < i and doc[heads[i]].pos_ == "VERB":
        above = heads[i]
        told = deps[i] == "xcomp" and (
            doc[above].tag_ in _TENSED or any(deps[c] in ("obj", "iobj") and above < c < i for c in below[above])
        )
        said = deps[i] == "ccomp" and doc[above].lemma_ in telling and doc[i].lemma_ not in telling
        if not (told or said):
            break
        i = above
    return i
