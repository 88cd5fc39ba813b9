"""Clauses whose place the parser misses: "the hostages *the group took*"; "Chad said it was sorry, *and Mali recalled its envoy*"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})  # "seized" is tagged as either of the first two
_BEFORE = frozenset({"nsubj", "nsubj:pass", "obj"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVE = frozenset({"WDT", "WP"})
_JOINED = frozenset({"acl", "acl:relcl", "conj", "parataxis", "advcl"})
_SHIFTED = frozenset({"had", "would", "could", "might"})  # by which a clause is told of the past
_OPENING = frozenset({"cc", "mark", "aux:pass"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = frozenset({"VERB", "AUX"})
_MEASURING = frozenset({"too", "so", "enough", "sufficiently"})  # "too weak *to fight*"
_FAR = 12  # words between a verb and what belongs to it


def mend_contact(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Make the words right behind a noun a clause about it, with a subject of its own: "the women *Hamas seized*".

    No relative word opens such a clause (Huddleston and Pullum 2002, ch. 12). A participle has nothing before it that it is done by or
    to, and no clause goes on another without "and" or a comma.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for c in deps.at(*_BEFORE):
        verb = heads[c]
        if c >= verb or deps[verb] not in _JOINED or doc[verb].tag_ not in _FINITE:
            continue
        noun = _noun_before(doc, heads, c)
        if noun is None or doc[c].pos_ not in _NAMING or not _may_open(doc, heads, deps, verb):
            continue
        described = deps[verb] in ("acl", "acl:relcl")
        if described and heads[verb] != noun:
            continue
        if not described and (heads[noun] != heads[verb] or deps[noun] not in ("obj", "obl", "nsubj:pass")):
            continue
        heads[verb], deps[verb], deps[c] = noun, "acl:relcl", "nsubj"


def mend_attached(doc: Sequence[Token], heads: list[int], deps: Relations, marked: dict[int, int]) -> None:
    """Hang what a preposition opens on the noun before, where the parse makes it a participle's subject: "an aide *to Ali* held since May".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        marked: the first preposition or subordinator before each token that has one.
    """
    for i, opening in marked.items():
        verb = heads[i]
        noun = heads[verb]
        between = deps[i] == "nsubj" and deps[verb] in ("acl", "acl:relcl") and deps[opening] == "case" and noun < opening < i < verb
        if between and doc[verb].tag_ == "VBN" and doc[noun].pos_ in _NAMING:
            heads[i], deps[i] = noun, "nmod"


def mend_laid(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang on whom a deed is laid on the verb, where the parse has it for whom the deed was done to: "blamed the attack *on rebels*".

    Of several phrases the last is meant: "blamed the attack on the mosque *on rebels*". The deed that somebody is blamed for is none of
    him who blames: "was accused by the king *of lying*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    cues = load_cues()
    wordings = cues.laid
    laying = {wording.partition(" ")[2] for wording in wordings}
    grounding = {wording.partition("+")[2] for wording in cues.grounded}
    words = laying | grounding
    opening = [i for i in deps.at("case", "mark") if i < heads[i] and doc[i].lower_ in words]
    for mark in opening:
        _mend_ground(doc, heads, deps, mark, cues.grounded)
    done = set()
    for mark in (i for i in reversed(opening) if deps[i] == "case" and doc[i].lower_ in laying):
        blamed = above = heads[mark]
        while deps[above] == "nmod":
            above = heads[above]
        verb = heads[above]
        laid = deps[above] in ("obj", "nsubj:pass") and f"{doc[verb].lemma_} {doc[mark].lower_}" in wordings
        if laid and verb not in done and doc[blamed].ent_type_ != "DATE":
            done.add(verb)
            if blamed != above:
                heads[blamed], deps[blamed] = verb, "obl"
        elif deps[blamed] == "obl":
            done.add(heads[blamed])


def _mend_ground(doc: Sequence[Token], heads: list[int], deps: Relations, mark: int, wordings: frozenset[str]) -> None:
    """Hang the deed that a preposition opens on the verb that lays it on somebody."""
    deed = heads[mark]
    above = heads[deed]
    gerund = doc[deed].tag_ == "VBG"
    if gerund and deps[deed] in ("ccomp", "xcomp") and f"{doc[above].lemma_}+{doc[mark].lower_}" in wordings:
        subject = any(heads[t] == deed and deps[t] == "nsubj" for t in range(above + 1, deed))
        deps[deed] = deps[deed] if subject else "advcl"
    named = doc[above].pos_ == "PROPN"  # not "by the king *of Chad*"
    while gerund and deps[above] == "nmod":
        above = heads[above]
    verb = heads[above]
    blaming = (gerund or named) and deps[above] == "obl:agent" and above < mark and f"{doc[verb].lemma_}+{doc[mark].lower_}" in wordings
    if blaming and deps[deed] in ("acl", "nmod", "advcl"):
        heads[deed], deps[deed] = verb, "advcl" if gerund else "obl"


def mend_deeds(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang what another does after what somebody said of himself on the saying: "Chad said *it* was sorry, and *Mali recalled* its envoy".

    What is told in the past of what was said in the past is told with "had" or "would"; a plain past behind a comma is the report's own
    where somebody spoke of himself, or used these before.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for verb in deps.at("conj"):
        said = heads[verb]
        saying = heads[said]
        if deps[said] != "ccomp" or not doc[verb].tag_ == doc[saying].tag_ == "VBD" or saying > said:
            continue
        own = [t for t in range(doc[verb].left_edge.i, verb) if heads[t] == verb]
        subject = [t for t in own if deps[t] == "nsubj"]
        plain = {deps[t] for t in own}.isdisjoint(("aux", "cop", "mark", "expl"))
        apart = bool(own) and deps[own[0]] == "punct" and any(deps[t] == "cc" for t in own)
        before = [t for t in range(saying, said) if heads[t] == said]
        of_himself = any(deps[t] == "nsubj" and doc[t].pos_ == "PRON" for t in before)
        shifted = any(deps[t] == "aux" and doc[t].lower_ in _SHIFTED for t in before)
        if len(subject) == 1 and doc[subject[0]].pos_ == "PROPN" and plain and apart and (of_himself or shifted):
            heads[verb] = saying


def mend_told(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Make a clause right behind a verb of saying what is said: "the envoy, who said *the king told him so*"; one noun has one clause.

    A clause behind a claim that lacks nothing is what is claimed.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    cues = load_cues()
    saying = cues.telling
    for i in deps.at("acl:relcl"):
        if doc[i].tag_ not in _FINITE | {"MD"}:
            continue
        first = doc[i].left_edge.i
        if doc[heads[i]].lemma_ in cues.alleged and first == heads[i] + 1 and doc[first].tag_ not in _RELATIVE:
            parts = {deps[t] for t in range(first, min(i + _FAR, len(heads))) if heads[t] == i}
            if {"nsubj", "obj"} <= parts:
                deps[i] = "acl"  # "denied the charge *it attacked tankers*"
                continue
        said = first - 1
        open_ = said > heads[i] and deps[said] == deps[i] and heads[said] == heads[i] and doc[said].lemma_ in saying
        if open_ and doc[first].tag_ not in _RELATIVE and any(heads[t] == i and deps[t].startswith("nsubj") for t in range(first, i)):
            heads[i], deps[i] = said, "ccomp"


def mend_begun(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a gerund right behind an infinitive on that: "urged Rwanda to stop *backing* them" bids them one thing, not two.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for i in deps.at("xcomp"):
        if deps[i - 1] == "xcomp" and heads[i] == heads[i - 1] < i - 1 and doc[i].tag_ == "VBG" and doc[i - 1].tag_ == "VB":
            heads[i] = i - 1


def mend_described(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a participle with an adverb before it on the noun before that: "free all those *unjustly held*".

    Not where the verb wants it of them: "wants those *quickly freed*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    cues = load_cues()
    for i in deps.at("xcomp", "advcl"):
        above = heads[i]
        if doc[i].tag_ != "VBN" or doc[i - 1].pos_ != "ADV" or above >= i:
            continue
        first = i - 1
        while doc[first].pos_ == "ADV" and heads[first] == i:
            first -= 1
        named = doc[first].pos_ in _NAMING or doc[first].lower_ == "those"
        if not named or heads[first] not in (i, above) or first <= above or first == i - 1:
            continue
        meant = doc[above].lemma_ in cues.verbs or doc[above].lemma_ in cues.chain
        if not meant and not any(heads[t] == i and deps[t] in _OPENING for t in range(first, i)):
            heads[first], deps[first], heads[i], deps[i] = above, "obj" if heads[first] == i else deps[first], first, "acl"


def mend_further(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Coordinate a finite verb that "and" opens with the verb before it, whose clause it is no part of: "broke away *and are recognised*".

    Args:
        doc: the report's tokens.
        heads: the head of each token.
        deps: the relation of each token to its head, mended in place.
    """
    for c in deps.at("cc"):
        verb = heads[c]
        if c > verb or deps[verb] != "advcl" or heads[verb] > c:
            continue
        before = {deps[t] for t in range(c, verb) if heads[t] == verb}
        if "mark" not in before and _is_finite(doc, heads, deps, verb) and doc[heads[verb]].pos_ in _VERBAL:
            deps[verb] = "conj"


def mend_adverbs(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang what is to be done on the verb and not on the adverb between: "are *working* hard *to defeat* them".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for to in deps.at("mark"):
        done = heads[to]
        adverb = heads[done]
        if doc[to].tag_ != "TO" or deps[done] != "advcl" or adverb > to or doc[adverb].pos_ != "ADV":
            continue
        verb = heads[adverb]
        below = {doc[t].lower_ for t in range(adverb - 2, to) if t >= 0 and adverb in (t, heads[t])}
        if below.isdisjoint(_MEASURING) and deps[adverb] == "advmod" and verb < adverb and doc[verb].pos_ in _VERBAL:
            heads[done] = verb


def _may_open(doc: Sequence[Token], heads: list[int], deps: Relations, verb: int) -> bool:
    """Tell whether a verb has one party before it, and no word that opens another kind of clause."""
    below = [t for t in range(doc[verb].left_edge.i, verb) if heads[t] == verb]
    return not any(deps[t] in _OPENING or deps[t] == "punct" for t in below) and sum(deps[t] in _BEFORE for t in below) == 1


def _noun_before(doc: Sequence[Token], heads: list[int], c: int) -> int | None:
    """Return the noun whose phrase ends right before that of token c, with no comma between."""
    first = c
    while (below := [t for t in range(max(0, first - 3), first) if heads[t] == c]) and below[0] < first:
        first = below[0]
    t = first - 1
    return t if t >= 0 and doc[t].pos_ in ("NOUN", "PROPN") else None


def _is_finite(doc: Sequence[Token], heads: list[int], deps: Relations, verb: int) -> bool:
    """Tell whether a verb or its auxiliary has a tense."""
    helping = (t for t in range(max(0, verb - _FAR), verb) if heads[t] == verb and deps[t].startswith("aux"))
    return any(doc[t].tag_ in _TENSED for t in (verb, *helping))
