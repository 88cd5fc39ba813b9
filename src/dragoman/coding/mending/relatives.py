"""Clauses about a noun, which the parser hangs on another, and the words that open them: "men loyal to *Ali, who has* ruled"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.arguments import is_below
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset({"ORG", "GPE", "NORP", "LOC"})
_PLURAL = frozenset({"NNS", "NNPS"})
_RELATIVE = frozenset({"WDT", "WP"})
_MANY = frozenset({"are", "were", "have"})  # finite forms that no single subject has
_NAMES = frozenset({"NNP", "NN"})
_WITHIN = frozenset({"nmod", "appos", "conj", "flat"})
_ASIDES = frozenset({"acl:relcl", "advcl:relcl", "advcl", "parataxis"})
_RELATIVE_WORDS = frozenset({"which", "who", "whom", "that"})


def mend_relatives(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a clause with "which" on the body beside a person and one with "who" on the person: "Ann Lee of the *union*, *which* called".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head.
    """
    for i in deps.at("acl:relcl"):
        noun, first = heads[i], doc[i].left_edge.i
        opening = {doc[t].lower_ for t in range(first, min(first + 2, i))}
        if "which" in opening and doc[noun].ent_type_ == "PERSON":
            heads[i] = _body_beside(doc, deps, noun, first)
        elif "who" in opening and doc[noun].ent_type_ in _BODIES:
            heads[i] = _person_above(heads, deps, doc, noun)


def _tensed(heads: list[int], deps: Relations, first: int, verb: int) -> list[int]:
    """Return the words of a clause that can show its number, from its opening word on: the helpers of its verb, and the verb."""
    return [t for t in range(first, verb + 1) if t == verb or (heads[t] == verb and deps[t] in ("aux", "aux:pass", "cop"))]


def mend_whose_clause(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a clause in the singular on the name before its "who", not on the many farther back: "men loyal to *Ali, who has* ruled".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head.
    """
    for who in deps.at("nsubj"):
        verb = heads[who]
        if doc[who].lower_ != "who" or deps[verb] != "acl:relcl" or doc[heads[verb]].tag_ not in _PLURAL:
            continue
        name = who - 2 if doc[who - 1].text == "," else who - 1
        tensed = _tensed(heads, deps, who, verb)
        single = any(doc[t].tag_ == "VBZ" or doc[t].lower_ == "was" for t in tensed)
        if single and name > heads[verb] and doc[name].tag_ == "NNP":
            while deps[name] == "flat":
                name = heads[name]
            if not is_below(heads, name, verb):
                heads[verb] = name


def mend_shared_clause(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang a clause in the plural on all who are joined before it, not on the last: "Ali and *Omar, who have* been indicted".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head.
    """
    for who in deps.at("nsubj", "nsubj:pass"):
        verb = heads[who]
        last = heads[verb]
        if doc[who].tag_ not in _RELATIVE or deps[verb] != "acl:relcl":
            continue
        if deps[last] != "conj" or doc[last].tag_ not in _NAMES or heads[last] > last:
            continue
        tensed = _tensed(heads, deps, who, verb)
        if doc[tensed[0]].lower_ in _MANY:
            heads[verb] = heads[last]


def mend_aims(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang an aim behind the comma that closes a clause about a noun on the verb around it: "phoned *Ali, who came*, *to* thank".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head.
    """
    for aim in deps.at("advcl"):
        verb = heads[aim]
        if deps[verb] != "acl:relcl" or aim < verb:
            continue
        to = next((t for t in range(verb + 1, aim) if heads[t] == aim and deps[t] == "mark" and doc[t].lower_ == "to"), 0)
        above = heads[verb]
        if not to or doc[to - 1].text != "," or all(doc[t].text != "," for t in range(above + 1, verb)):
            continue
        while deps[above] in _WITHIN and heads[above] != above:
            above = heads[above]
        if doc[heads[above]].pos_ == "VERB" and heads[above] < above:
            heads[aim] = heads[above]


def mend_relative_words(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Make the word that opens a clause about a noun its object where a subject follows it: "the group *which Washington blames*".

    An object after the verb is then said of that: "which Chad calls *a sham*".

    Args:
        doc: the report's tokens.
        heads: the head of each token.
        deps: the relation of each token to its head, mended in place.
    """
    opening: dict[int, int] = {}
    marked = {heads[i] for i in deps.at("case", "mark") if i < heads[i]}
    asked: set[int] = set()
    for i in deps.of("obj", "nsubj"):
        dep, verb = deps[i], heads[i]
        if dep == "obj" and verb in asked and verb < i:
            deps[i] = "xcomp"
        if not dep.startswith("nsubj") or i >= verb:
            continue
        if i in marked and verb in opening and doc[i].tag_ not in _RELATIVE:
            deps[i] = "obl"  # "which along *with Iran* backs them"
            continue
        if doc[i].tag_ in _RELATIVE and deps[verb] == "acl:relcl":
            opening[verb] = i
        elif verb in opening:
            deps[opening.pop(verb)] = "obj"
            asked.add(verb)


def mend_said_of(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Make what somebody says of a noun the content of his saying, with the noun for subject: "Mali, *which he said had* refused".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    relative = set(deps.at("acl:relcl"))
    for word, verb in enumerate(heads):
        if verb not in relative or deps[verb] != "acl:relcl" or not word < verb or doc[word].lower_ not in _RELATIVE_WORDS:
            continue
        said = next((t for t in range(word + 2, verb) if _says_aside(doc, heads, deps, word, t)), None)
        if said is None:
            continue
        noun = heads[said] if heads[verb] == said else heads[verb]
        if not noun < word:
            continue
        own = {deps[t] for t in range(said + 1, verb) if heads[t] == verb}
        heads[said], deps[said], heads[verb], deps[verb] = noun, "acl:relcl", said, "ccomp"
        if deps[word] == "obj" and own.isdisjoint(("nsubj", "nsubj:pass")):
            deps[word] = "nsubj:pass" if "aux:pass" in own else "nsubj"


def _says_aside(doc: Sequence[Token], heads: list[int], deps: Relations, word: int, i: int) -> bool:
    """Tell whether a token is a verb of saying with a subject of its own right behind a relative word: "which *he said*"."""
    if doc[i].tag_ not in ("VBD", "VBZ", "VBP") or deps[i] not in _ASIDES or doc[i].lemma_.lower() not in load_cues().verbs:
        return False
    return any(heads[t] == i and deps[t] == "nsubj" for t in range(word + 1, i))


def _body_beside(doc: Sequence[Token], deps: Relations, person: int, end: int) -> int:
    """Return the last noun between a person's name and a token that is said of him and names nobody; himself where there is none."""
    between = (t for t in doc[person + 1 : end] if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ != "PERSON")
    beside = [t.i for t in between if deps[t.i].partition(":")[0] in ("nmod", "appos") and doc[person].is_ancestor(t)]
    return beside[-1] if beside else person


def _person_above(heads: list[int], deps: Relations, doc: Sequence[Token], noun: int) -> int:
    """Return the person whose body a noun names beside him: "*Ann Lee* of the union"; the noun where there is none."""
    above = noun
    while deps[above] in ("nmod", "appos") and heads[above] != above:
        above = heads[above]
        if doc[above].ent_type_ == "PERSON":
            return above
    return noun
