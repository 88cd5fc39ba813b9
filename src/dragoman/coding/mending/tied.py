"""Clauses that a parse ties to a word that cannot have them: "protested *to demand* that he go, and *police fired* gas"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_BARE = frozenset({"VB", "VBG"})
_WITHIN = frozenset({"nmod", "conj"})


def mend_tied(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Hang clauses where English has them.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token, mended in place.
        tags: its tag of the Penn Treebank, mended in place.
    """
    _mend_bare(doc, heads, deps)
    _mend_content(doc, heads, deps, pos)
    _mend_timing(doc, heads, deps)
    _mend_second(doc, heads, deps, pos, tags)
    _mend_measured(doc, heads, deps)


def _mend_bare(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang what is told with a subject and a tense on the tense above, where the parse joins it to an infinitive or a wish.

    No clause with a subject is joined to "to" with its verb, nor one of the past to what is asked for: "protested *to demand* that he
    *go*, and *police fired* gas".
    """
    for verb in deps.at("conj"):
        above = heads[verb]
        if doc[verb].tag_ != "VBD" or doc[above].tag_ not in _BARE or not above < verb:
            continue
        own = {deps[t] for t in range(doc[verb].left_edge.i, verb) if heads[t] == verb}
        if "nsubj" not in own or "cc" not in own or "mark" in own:
            continue
        while heads[above] != above and _is_bare(doc, heads, deps, above):
            above = heads[above]
        if doc[above].tag_ == "VBD":
            heads[verb] = above


def _mend_content(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Take the "that" of a clause that has its object for what opens it: "signs *that* the army had left the *town*".

    The clause is no relative one then, but says what the noun is of; so is one whose "that" would be a passive's object.
    """
    words = load_factuality()
    for that in deps.at("obj"):
        verb = heads[that]
        if doc[that].lower_ != "that" or deps[verb] != "acl:relcl" or not that < verb:
            continue
        noun = heads[verb]
        other = {deps[t] for t in range(that + 1, doc[verb].sent.end) if heads[t] == verb}
        if other & {"obj", "nsubj:pass"} and noun < that and words.signature("noun", doc[noun].lemma_, "that"):
            deps[that], pos[that], deps[verb] = "mark", "SCONJ", "acl"


def _mend_timing(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a clause of time on the verb, where the parse hangs it on the object: "ruled out *talks before* they were freed"."""
    cues = load_cues()
    opening = load_factuality().later | cues.meanwhile
    for mark in deps.at("mark"):
        clause = heads[mark]
        noun = heads[clause]
        if deps[clause] != "acl" or doc[mark].lower_ not in opening or not noun < mark < clause:
            continue
        if doc[noun].lemma_.lower() in cues.times:  # "the day *after* they met"
            continue
        told = any(heads[t] == clause and deps[t] in ("nsubj", "nsubj:pass") for t in range(mark, clause))
        while deps[noun] in _WITHIN and heads[noun] < noun:  # "its part in *talks after* police arrested"
            noun = heads[noun]
        if told and deps[noun] in ("obj", "obl") and doc[heads[noun]].pos_ == "VERB":
            heads[clause], deps[clause] = heads[noun], "advcl"


def _mend_second(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Take what is told by its time for no second thing that somebody says: "they agreed, Roe said Monday, *after raids killed ten*".

    Nor is what is said's own proviso: "said talks would resume *provided they left*".
    """
    sequels, provisos = load_cues().sequels, load_cues().provisos
    for mark in deps.at("mark"):
        clause = heads[mark]
        saying = heads[clause]
        if deps[clause] != "ccomp" or saying > mark:
            continue
        if doc[mark].lower_ in sequels and any(heads[t] == saying and deps[t] == "ccomp" for t in range(doc[mark].sent.start, saying)):
            deps[clause] = "advcl"
        elif doc[mark].lower_ in provisos and (said := [t for t in range(saying, mark) if heads[t] == saying and deps[t] == "ccomp"]):
            heads[clause], deps[clause], pos[mark], tags[mark] = said[-1], "advcl", "SCONJ", "IN"


def _mend_measured(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang how long after another event something was on the verb: "rejected the plan for a truce, *a day after* Oman accepted it"."""
    cues = load_cues()
    for mark in deps.at("mark"):
        clause = heads[mark]
        time = heads[clause]
        if deps[clause] not in ("acl", "advcl") or doc[mark].lower_ not in cues.sequels or time != mark - 1:
            continue
        first = doc[time].left_edge.i
        apart = "," in (doc[first].text, doc[max(0, first - 1)].text)
        if not apart or doc[time].lemma_.lower() not in cues.times or deps[time] in ("obl", "obl:tmod"):
            continue
        above = heads[time]
        while doc[above].pos_ not in ("VERB", "AUX") and heads[above] not in (above, time):
            above = heads[above]
        if doc[above].pos_ == "VERB" and above < first:
            heads[time], deps[time] = above, "obl:tmod"


def _is_bare(doc: Sequence[Token], heads: list[int], deps: Relations, i: int) -> bool:
    """Tell a verb without a tense of its own or of its auxiliary: "to *demand*", "that he *go*"."""
    helped = any(heads[t] == i and deps[t] in ("aux", "cop") for t in range(max(0, i - 5), i))
    return doc[i].tag_ in _BARE and not helped
