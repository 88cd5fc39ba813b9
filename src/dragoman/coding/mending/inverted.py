"""Verbs and sources that parses make a part of what is said: "the rebels, *says Roe*, have fled"; "they fled, *the king reported*"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.coding.mending.relations import Relations
from dragoman.language.apposed import mend_apposed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_OR_PRESENT = frozenset({"VBD", "VBZ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_RELATIVE = frozenset({"WP", "WDT"})
_FAR = 25  # tokens at most between a verb and its subject
_LENGTH = 8  # words at most of whoever speaks


def mend_inverted(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a verb and its subject, which stand between commas behind the subject of a clause, on the verb of that clause.

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
    """
    for i in range(2, len(heads) - 3):
        if doc[i].tag_ not in _PAST_OR_PRESENT or doc[i].pos_ != "VERB" or doc[i - 1].text != ",":
            continue
        end = next((t for t in range(i + 2, min(i + 2 + _LENGTH, len(heads) - 1)) if doc[t].text == ","), None)
        if end is None or any(doc[t].tag_[:2] in ("VB", "MD") or doc[t].is_space for t in range(i + 1, end)):
            continue
        speakers = [t for t in range(i + 1, end) if doc[t].pos_ in _NAMING and not i < heads[t] < end]
        verb = _verb_behind(doc, heads, deps, end)
        subject = _subject_before(doc, heads, deps, i, verb) if verb is not None else None
        if len(speakers) == 1 and verb is not None and subject is not None:
            _rehang(heads, deps, (subject, i, speakers[0], end, verb))
        elif len(speakers) == 1 and deps[i] == "parataxis" and heads[speakers[0]] == heads[i] < i:
            heads[speakers[0]], deps[speakers[0]] = i, "nsubj"  # "fled, said *Roe*, and hid"


def mend_tellers(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Give a verb the noun before it for a subject, and take what tells of a saying out of what is said.

    "Reported *a minister* said they had fled": the minister says so. "“They fled,” he said, *the king reported*": the king tells of it.
    "*Were he to leave*, they would stay, she said": a condition is part of what is said, and nothing said by itself.

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
    """
    mend_apposed(doc, heads, deps)
    _mend_named(doc, heads, deps)
    _mend_conditions(doc, heads, deps)
    telling = load_cues().telling
    below: dict[int, list[int]] = {}
    for i in deps.at("ccomp", "nsubj", "nsubj:pass", "mark", "obj", "xcomp"):
        below.setdefault(heads[i], []).append(i)
    for i in deps.at("acl", "amod", "ccomp"):
        dep = deps[i]
        said = doc[i].left_edge.i - 1
        if (
            dep == "acl"
            and heads[i] < said == heads[heads[i]]
            and doc[said].lemma_ in telling
            and "nsubj" in {deps[c] for c in below.get(i, ())}
        ):
            heads[i], deps[i] = said, "ccomp"  # "a source close to them said *the rebels had fled*"
            continue
        tells = doc[i].tag_ in _PAST_OR_PRESENT
        if not tells and dep != "ccomp":
            continue
        own, above = {deps[c] for c in below.get(i, ())}, heads[i]
        subjects = [c for c in below.get(i, ()) if deps[c] == "nsubj"]
        if dep == "ccomp" and len(subjects) > 1 and "nsubj" not in {deps[c] for c in below[above]}:
            first, second = subjects[:2]
            apart = doc[above].tag_ in _PAST_OR_PRESENT and any(doc[t].text == "," for t in range(first, second))
            if first < above < second or (above < first and apart):
                heads[first] = above  # "*Roe* has said rebels fled", "then, said *Roe*, rebels fled"
        if not tells:
            continue
        if dep != "ccomp" and own == {"ccomp"} and deps[above] in ("nsubj", "obj") and heads[above] < above < i:
            verb = heads[above]
            heads[i], deps[i], heads[above], deps[above] = verb, "ccomp", i, "nsubj"
        elif dep == "ccomp" and own == {"nsubj"} and above < i and any(deps[c] == "ccomp" and c < above for c in below[above]):
            deps[i] = "parataxis" if any(doc[t].text == "," for t in range(above + 1, subjects[0])) else deps[i]


def mend_set_off(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Hang a saying behind a comma on the verb before it: a relative clause there has a relative word: "bombed it, *Roe said* on Monday".

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
        pos: the word class of each token.
    """
    for i in deps.at("acl:relcl"):
        if doc[i].tag_ not in _PAST_OR_PRESENT or doc[i].lemma_ not in load_cues().telling or pos[heads[i]] == "PRON":
            continue
        own = {deps[t]: t for t in range(heads[i] + 1, i) if heads[t] == i}
        first = doc[own["nsubj"]].left_edge.i if "nsubj" in own else 0
        behind = any(heads[t] == i and deps[t] in ("ccomp", "obj", "xcomp") and doc[t].tag_ != "VBG" for t in range(i + 1, len(heads)))
        word = next((t for t in range(heads[i] + 1, i) if doc[t].text != ","), i)
        if "," not in (doc[first].text, doc[first - 1].text) or behind or doc[word].tag_ in ("WP", "WDT", "WRB", "WP$", "IN"):
            continue
        verb = heads[i]
        while pos[verb] != "VERB" and heads[verb] < verb:
            verb = heads[verb]
        if pos[verb] == "VERB" and verb < first:
            heads[i], deps[i] = verb, "parataxis"


def mend_embedded(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Make what somebody says in a relative clause one clause under his saying: "rebels *who Kenya says attacked* the village".

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
    """
    for who in (t for t in deps.at("nsubj", "obj", "mark") if doc[t].tag_ in _RELATIVE):
        verb = heads[who]
        if deps[verb] == "ccomp" and deps[heads[verb]] == "acl:relcl" and who < heads[verb] < verb:
            named = [s for s in _subjects(heads, deps, verb) if s != who]
            if deps[who] != "nsubj" and len(named) == 1 and who < named[0] < heads[verb] and not _subjects(heads, deps, heads[verb]):
                heads[named[0]], deps[named[0]] = heads[verb], "nsubj"  # "a plea *that one of them said* was rebuffed"
            if deps[who] != "nsubj" and not _subjects(heads, deps, verb) and doc[verb].tag_ in _FINITE | {"VBN", "VBG"}:
                deps[who] = _as_subject(heads, deps, verb, who)
        elif deps[verb] == "acl:relcl" and deps[who] == "nsubj":
            says = next((t for t in range(who + 1, verb) if deps[t] == "acl:relcl" and heads[t] == heads[verb]), None)
            if says is not None and any(who < s < says for s in _subjects(heads, deps, says)):
                heads[verb], deps[verb] = says, "ccomp"
            elif any(who < s < verb for s in _subjects(heads, deps, verb)):
                said = next((t for t in range(verb + 1, len(heads)) if heads[t] == verb and deps[t] == "ccomp"), None)
                if said is not None and doc[said].tag_ in _FINITE and not _subjects(heads, deps, said):
                    heads[who] = said


def _subjects(heads: list[int], deps: Relations, verb: int) -> list[int]:
    return [t for t in range(max(0, verb - _FAR), min(len(heads), verb + _FAR)) if heads[t] == verb and deps[t].startswith("nsubj")]


def _as_subject(heads: list[int], deps: Relations, verb: int, start: int) -> str:
    """Return the relation of the subject of a verb, by whether a passive stands between a token and it."""
    return "nsubj:pass" if any(heads[t] == verb and deps[t] == "aux:pass" for t in range(start, verb)) else "nsubj"


def _mend_named(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a name between commas, which the parse makes a subject too, on the noun before it: "a third, *Ann Roe*, said they had fled"."""
    for i in deps.at("nsubj"):
        verb = heads[i]
        if not i < verb or doc[verb - 1].text != "," or doc[i].pos_ != "PROPN":
            continue
        start, end = doc[i].left_edge.i, doc[i].right_edge.i
        comma = next((t for t in (start, start - 1) if t > 0 and doc[t].text == ","), None)
        if comma is None or verb > end + 2:
            continue
        noun = next((t for t in range(comma - 1, max(-1, comma - 4), -1) if deps[t] == "nsubj"), None)
        if noun is not None and verb in (heads[noun], heads[heads[noun]]):
            heads[i], deps[i], heads[noun] = noun, "appos", verb


def _mend_conditions(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a condition that inversion opens on the clause behind it, beside which the parse has it said."""
    inverting = load_factuality().inverted
    clauses = list(deps.at("ccomp"))
    for i, result in pairwise(clauses):
        first = doc[i].left_edge.i
        inverted = doc[first].lower_ in inverting and heads[first] == i and deps[first] in _HELPING and heads[i] == heads[result]
        if inverted and result > i + 1 and any(doc[t].text == "," for t in range(i + 1, result)):
            heads[i], deps[i] = result, "advcl"


def _verb_behind(doc: Sequence[Token], heads: list[int], deps: Relations, comma: int) -> int | None:
    """Return the predicate of the finite verb right behind a comma, over an adverb."""
    first = next((t for t in (comma + 1, comma + 2) if t < len(heads) and doc[t].pos_ != "ADV"), None)
    if first is None or doc[first].tag_ not in _FINITE:
        return None
    return heads[first] if deps[first] in _HELPING and heads[first] > first else first


def _subject_before(doc: Sequence[Token], heads: list[int], deps: Relations, i: int, verb: int) -> int | None:
    """Return the subject right before the comma before i that belongs to its verb, or to that of the clause around."""
    for t in range(i - 2, max(-1, i - 14), -1):
        if doc[t].tag_[:2] in ("VB", "MD") or doc[t].text == "," or doc[t].is_space:
            return None
        if doc[t].pos_ in _NAMING and ((deps[t].startswith("nsubj") and heads[t] in (i, verb)) or (heads[t] == t and heads[i] == t)):
            return t
    return None


def _rehang(heads: list[int], deps: Relations, at: tuple[int, int, int, int, int]) -> None:
    """Make one clause of the subject and its verb, and one beside it of the speaker and his."""
    subject, says, speaker, end, verb = at
    own = {subject, says, verb}
    above = next(t for t in (subject, says, verb) if heads[t] not in own or heads[t] == t)
    top = (verb, "root") if heads[above] == above else (heads[above], deps[above])
    relation = _as_subject(heads, deps, verb, end)
    for t, head in enumerate(heads):
        if head in (subject, says) and (t > end or (head == says and t < subject)):
            heads[t] = verb
    heads[verb], deps[verb] = top
    heads[subject], deps[subject] = verb, relation
    heads[says], deps[says] = verb, "parataxis"
    heads[speaker], deps[speaker] = says, "nsubj"
