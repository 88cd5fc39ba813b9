"""Whom and what a parse takes for the subject or the object of a verb though it is the other, or none: English shows which it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHOUT_SUBJECTS = frozenset({"obj", "cop", "aux:pass", "ccomp"})  # beside which no object follows
_VERBAL = frozenset({"VERB", "AUX"})
_HELPING = frozenset({"aux", "aux:pass", "cop", "nsubj:pass"})


def mend_objects(heads: list[int], deps: Relations, pos: list[str], marked: dict[int, int]) -> None:
    """Make an object with a preposition before it an oblique, and beside a noun its modifier: English objects have none.

    So is a noun that is read as a clause and has nothing of one: "insisted on *the release*", "called for *an end* to it". A second
    object with a preposition right after the first belongs to that: "presented plans *for a pullout*".
    """
    clausal = {heads[i] for i in deps.of("nsubj", "cop", "aux", "expl", "csubj")}
    for i, mark in marked.items():
        plain = pos[i] in ("NOUN", "PROPN", "PRON") and i not in clausal
        if plain and (deps[i] == "obj" or (deps[i] in ("ccomp", "xcomp") and (deps[mark] == "case" or deps[mark + 1] == "det"))):
            before = mark - 1
            if deps[before] == "obj" and heads[before] == heads[i]:
                heads[i], deps[i] = before, "nmod"
            else:
                deps[i] = "obl" if pos[heads[i]] in _VERBAL else "nmod"


def mend_demands(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Make the noun after a verb of asking its object, which the tree takes for a second predicate: "ordered *the release* of two".

    So is one after a verb with a particle, "ruled out *talks*", and one that the tree takes for a clause: "announced *the release* of two".
    """
    nouns = [i for i in deps.at("xcomp", "ccomp") if pos[i] == "NOUN" and heads[i] < i]
    if not nouns:
        return
    cues = load_cues()
    phrasal = {heads[i] for i in deps.at("compound:prt") if doc[heads[i]].lemma_ not in cues.becoming}
    asked = {i for i in nouns if (deps[i] == "xcomp" and heads[i] in phrasal) or doc[heads[i]].lemma_ in cues.demanding}
    if asked:
        asked -= {heads[i] for i in deps.at("case", "mark", "cop", "aux", "nsubj")}
    for i in asked:
        aside = deps[i] == "ccomp" and any(doc[t].is_punct for t in range(heads[i] + 1, i))
        if not aside and not any(heads[t] == heads[i] for t in deps.at("obj", "nsubj:pass")):
            deps[i] = "obj"


def mend_calls(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Make whoever is phoned the object, and what the caller does then his purpose: "*phoned Omar Said* to congratulate him"."""
    cues = load_cues()
    calls = {heads[i] for i in deps.at("iobj", "xcomp") if doc[heads[i]].lemma_ in cues.calling}
    if calls:
        calls -= {heads[i] for i in deps.at("obj", "nsubj:pass", "aux:pass")}
    for i in deps.at("iobj", "xcomp") if calls else ():
        if heads[i] not in calls or i < heads[i]:
            continue
        if pos[i] in ("PROPN", "PRON"):
            deps[i] = "obj"
        elif deps[i] == "xcomp" and pos[i] == "VERB" and doc[heads[i]].lemma_ in cues.phoning:
            deps[i] = "advcl"


def mend_tenses(doc: Sequence[Token], heads: list[int], deps: Relations, tags: list[str]) -> None:
    """Take for a past tense the participle that has a subject before it and an object after it: "Iran's judiciary *announced* an amnesty".

    So is one that heads a whole sentence with a subject and no auxiliary: "Jihad, which has left, *called* on them to go".
    A passive has an object only where its verb has two: "three men *handed* long sentences", but not with a particle: "rebels handed *in*
    their arms". Who is told something is no subject: "witnesses *told* Reuters the army had fled".
    """
    past = {heads[i] for i in deps.at("nsubj") if i < heads[i] and tags[heads[i]] == "VBN"}
    for i in [i for i in past if deps[i] == "root" and doc[i].lower_.endswith("ed") and doc[i].sent[-1].text == "."]:
        if not any(heads[t] == i and deps[t] in _HELPING for t in range(doc[i].sent.start, i)):
            tags[i] = "VBD"
            past.discard(i)
    if past:
        telling = {heads[i] for i in deps.at("iobj") if i > heads[i]} & {heads[i] for i in deps.at("ccomp") if i > heads[i]}
        past &= {heads[i] for i in deps.at("obj") if i > heads[i]} | telling
        past -= {heads[i] for i in deps.of("aux")}
        giving = load_cues().giving
        apart = {heads[i] for i in deps.at("compound:prt")}
        for i in past:
            if (
                doc[i].lower_[-1] != "n"
                and (doc[i].lemma_ not in giving or i in apart or i in telling)
                and deps[i] not in ("conj", "acl", "amod")
            ):
                tags[i] = "VBD"


def mend_suffered(heads: list[int], deps: Relations, tags: list[str]) -> None:
    """Take for a passive what is joined to one and has an agent but no object: "was accepted by X but *turned down* by Y"."""
    agents = {heads[i] for i in deps.at("obl:agent") if i > heads[i]}
    joined = {v for v in agents if deps[v] == "conj" and tags[v] in ("VBD", "VBN")}
    if joined:
        passive = {heads[i] for i in deps.at("aux:pass")}
        joined -= passive | {heads[i] for i in deps.at("obj", "nsubj", "ccomp", "xcomp")}
        for v in joined:
            between = [p for p in passive & agents if heads[v] < p < v and is_below(heads, p, heads[v])]
            if heads[v] not in passive and between:
                heads[v] = max(between)
            if heads[v] in passive:
                tags[v] = "VBN"


def mend_spans(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Hang what filled a span of time on the span, and not on the verb beside it: "captured the town after days *of fighting*"."""
    cues = load_cues()
    for i in deps.at("case", "mark"):
        what, span = heads[i], i - 1
        if what < i or i < 2 or doc[i].lower_ != "of":
            continue
        if doc[span].tag_ != "NNS" or doc[span].lemma_ not in cues.times:
            continue
        verb = heads[span]
        blamed = any("of" in word.about or word.kind.name == "blames" for word in cues.verbs.get(doc[verb].lemma_, ()))
        if (
            blamed
            or is_below(heads, span, what)  # the parse hangs the span on what filled it: "months" on "detention"
            or deps[span].partition(":")[0] not in ("obl", "nmod")
            or (heads[what], deps[what]) == (span, "nmod")
        ):
            continue
        below = {deps[t] for t, head in enumerate(heads) if head == what}
        if pos[what] == "VERB" and tags[what] == "VBG" and below.isdisjoint(("obj", "nsubj", "ccomp", "xcomp", "aux")):
            pos[what], tags[what], deps[i] = "NOUN", "NN", "case"
        if pos[what] in ("NOUN", "PROPN"):
            heads[what], deps[what] = span, "nmod"


def is_below(heads: list[int], i: int, top: int) -> bool:
    """Tell whether a token hangs on another, be it by others."""
    while heads[i] not in (i, top):
        i = heads[i]
    return heads[i] == top


def mend_subjects(doc: Sequence[Token], heads: list[int], deps: Relations, marked: dict[int, int]) -> None:
    """Make what stands between the two words that open a clause its subject: "called for *the blockade* to end".

    So is a noun before an active verb without another one, which the tree takes for him to whom something is given. Who stands before
    a bare verb is the object of the verb above: "helped *Chad* retake the town". A second subject behind the verb is its object: "it
    will send *a force*".
    """
    subjects: dict[int, int] = {}
    for i in deps.at("nsubj"):
        first = subjects.setdefault(heads[i], i)
        if first < heads[i] < i and not any(heads[t] == heads[i] and deps[t] in _WITHOUT_SUBJECTS for t in range(first, i)):
            deps[i] = "obj"
    for i in deps.at("obj"):
        verb, above = heads[i], heads[heads[i]]
        if above < i < verb and deps[verb] == "xcomp" and doc[verb].tag_ == "VB":
            opened = any(heads[t] == verb and deps[t] == "mark" for t in range(above, i))
            heads[i] = verb if opened else above
    given = [i for i in deps.at("iobj") if i < heads[i] and doc[i].pos_ in ("NOUN", "PROPN")]
    if given:
        full = {heads[t] for t in deps.of("nsubj", "csubj")}
        given = [i for i in given if heads[i] not in full]
        for i in given:
            deps[i] = "nsubj"
    for i, mark in marked.items():
        if deps[mark] != "mark" or deps[i] != "xcomp":
            continue
        between = [t for t in range(mark + 1, i) if deps[t] == "obj" and heads[t] == heads[i]]
        opening = {deps[t] for t in range(between[-1] + 1, i) if heads[t] == i} if between else set()
        if "mark" in opening:
            heads[between[-1]], deps[between[-1]] = i, "nsubj:pass" if "aux:pass" in opening else "nsubj"


def mend_patients(heads: list[int], deps: Relations) -> None:
    """Make the subject before a passive a passive one, where it has no other: "called for *Chad* to be investigated"."""
    passives = {heads[i] for i in deps.at("aux:pass")}
    if passives:
        passives -= {heads[i] for i in deps.at("nsubj:pass", "csubj:pass", "cop", "expl")}
        for i in deps.at("nsubj"):
            if i < heads[i] and heads[i] in passives:
                deps[i] = "nsubj:pass"


def mend_agents(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Take for no agent of a passive what another preposition than "by" stands before: "was brought *before* a judge"."""
    agents = set(deps.at("obl:agent"))
    if agents:
        marked = {heads[i]: doc[i].lower_ for i in deps.at("case") if heads[i] in agents}
        for i in agents:
            if marked.get(i, "by") != "by":
                deps[i] = "obl"
