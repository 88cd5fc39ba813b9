"""What a parse has plainly wrong is set right before anybody reads it: relations that English does not have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.mending.arguments import (
    mend_agents,
    mend_calls,
    mend_demands,
    mend_objects,
    mend_patients,
    mend_spans,
    mend_subjects,
    mend_suffered,
    mend_tenses,
)
from dragoman.coding.mending.behind import mend_behind, mend_left
from dragoman.coding.mending.clauses import (
    mend_adverbs,
    mend_attached,
    mend_begun,
    mend_contact,
    mend_deeds,
    mend_described,
    mend_further,
    mend_laid,
    mend_told,
)
from dragoman.coding.mending.conjuncts import mend_conjuncts
from dragoman.coding.mending.gone_on import mend_gone_on
from dragoman.coding.mending.inverted import mend_embedded, mend_inverted, mend_set_off, mend_tellers
from dragoman.coding.mending.likewise import mend_likewise
from dragoman.coding.mending.listed import mend_listed
from dragoman.coding.mending.participles import mend_accompanied, mend_participles
from dragoman.coding.mending.relations import Relations
from dragoman.coding.mending.relatives import (
    mend_aims,
    mend_relative_words,
    mend_relatives,
    mend_said_of,
    mend_shared_clause,
    mend_whose_clause,
)
from dragoman.coding.mending.tied import mend_tied
from dragoman.language.paired import mend_paired
from dragoman.language.titled import mend_titled

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP"})
_AS_VERB = {"NNS": "VBZ", "NN": "VBP"}
_NOMINAL = frozenset({"obj", "xcomp", "obl", "nsubj", "nsubj:pass"})
_PREDICATED = frozenset({"nsubj", "csubj", "cop", "aux", "expl"})
_OF_NOUNS = frozenset({"cop", "det", "amod", "case", "nmod", "nmod:poss", "compound", "nummod", "appos", "flat", "aux"})


def mend(doc: Doc, tokens: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Mend heads, relations and word classes in place.

    Args:
        doc: the report.
        tokens: its tokens, which spaCy makes anew whenever they are asked for.
        heads: the head of each token, its own number for a root.
        deps: the relation of each token to its head.
        pos: the word class of each token.
        tags: its tag of the Penn Treebank.
    """
    for i in mend_paired(tokens, heads, deps, pos):
        tags[i] = tags[i - 2]
    mend_left(tokens, heads, deps, pos)
    _mend_classes(heads, deps, pos, tags)
    _mend_preterites(tokens, pos, tags)
    _mend_attributes(tokens, heads, deps, tags)
    _mend_cased(heads, deps)
    mend_inverted(tokens, heads, deps)
    mend_tellers(tokens, heads, deps)
    mend_embedded(tokens, heads, deps)
    _mend_predicatives(heads, deps, pos)
    marked = _marked(heads, deps)
    mend_accompanied(tokens, heads, deps, marked)
    mend_objects(heads, deps, pos, marked)
    mend_spans(tokens, heads, deps, pos, tags)
    mend_demands(tokens, heads, deps, pos)
    _mend_adverbials(heads, deps, pos, marked)
    mend_calls(tokens, heads, deps, pos)
    mend_tenses(tokens, heads, deps, tags)
    mend_suffered(heads, deps, tags)
    mend_subjects(tokens, heads, deps, marked)
    mend_patients(heads, deps)
    mend_agents(tokens, heads, deps)
    mend_relatives(tokens, heads, deps)
    mend_further(tokens, heads, deps)
    mend_titled(doc, heads, deps)
    mend_adverbs(tokens, heads, deps)
    mend_attached(tokens, heads, deps, marked)
    mend_contact(tokens, heads, deps)
    mend_relative_words(tokens, heads, deps)
    mend_said_of(tokens, heads, deps)
    mend_whose_clause(tokens, heads, deps)
    mend_shared_clause(tokens, heads, deps)
    mend_set_off(tokens, heads, deps, pos)
    mend_aims(tokens, heads, deps)
    mend_deeds(tokens, heads, deps)
    mend_tied(tokens, heads, deps, pos, tags)
    mend_likewise(tokens, heads, deps)
    mend_laid(tokens, heads, deps)
    mend_told(tokens, heads, deps)
    mend_begun(tokens, heads, deps)
    mend_described(tokens, heads, deps)
    mend_behind(tokens, heads, deps, pos, tags)
    mend_conjuncts(tokens, heads, deps)
    below = _dependants(heads)
    mend_participles(tokens, heads, deps, below)
    mend_gone_on(tokens, heads, deps, below)
    mend_listed(tokens, heads, deps, pos, below)
    _mend_quoted(tokens, heads, deps)
    _mend_marks(heads, deps)


def _mend_classes(heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Take for a verb the noun that has a subject and nothing that nouns have: "the army *clashes* with rebels".

    So is the head of a clause that has a verb's tag: "president *dismisses* minister". An adjective that somebody has is a noun: "would go
    on with *its offensive*".
    """
    for i in deps.at("nmod:poss"):
        whose = heads[i]
        if pos[whose] == "ADJ" and tags[whose] == "JJ" and deps[whose] in _NOMINAL:
            pos[whose], tags[whose], deps[whose] = "NOUN", "NN", "obj" if deps[whose] == "xcomp" else deps[whose]
    for i in deps.at("obj"):
        if tags[i] == "VB" and pos[i] == "VERB":  # no bare verb is an object: "Rejects *Claim* It Attacked Ship"
            pos[i], tags[i] = "NOUN", "NN"
    for i in deps.at("ccomp"):
        if tags[heads[i]] == "NN" and pos[heads[i]] == "NOUN" and heads[i] < i:
            deps[i] = "acl"
    for i in deps.at("root", "ccomp", "conj"):  # "flew to Kabul and *held* talks"
        if tags[i] in _VERBS and pos[i] in (("X",) if deps[i] == "conj" else ("ADV", "NOUN", "X")):
            pos[i] = "VERB"
    verbs = {heads[i] for i in deps.at("nsubj") if i < heads[i] and pos[heads[i]] == "NOUN"}
    if verbs:
        verbs -= {heads[i] for i in deps.at(*_OF_NOUNS)}
    for verb in verbs:
        pos[verb], tags[verb] = "VERB", _AS_VERB.get(tags[verb], tags[verb])


def _mend_cased(heads: list[int], deps: Relations) -> None:
    """Hang subject and copula on the noun whose preposition the parse takes for the predicate: "*Hungary was* against the sanctions"."""
    for i in deps.at(*_PREDICATED):
        if deps[heads[i]] == "case":
            heads[i] = heads[heads[i]]


def _mend_attributes(doc: Sequence[Token], heads: list[int], deps: Relations, tags: list[str]) -> None:
    """Make a participle between an article and a noun no clause with the noun for object: "condemned *the escalating* violence"."""
    for noun in deps.at("obj"):
        i = heads[noun]
        between = tags[i] == "VBG" and 0 < i < noun and doc[i - 1].tag_ in ("DT", "PRP$")
        if not between or not all(noun in (t, heads[t]) for t in range(i + 1, noun)) or deps[i] not in ("ccomp", "xcomp", "obj", "obl"):
            continue
        heads[noun], deps[noun] = heads[i], "obl" if deps[i] == "obl" else "obj"
        for t, head in enumerate(heads):
            heads[t] = noun if head == i else head
        heads[i], deps[i] = noun, "amod"


def _mend_preterites(doc: Sequence[Token], pos: list[str], tags: list[str]) -> None:
    """Take for past a verb tagged as present that has no form of it: "they *retook* the town", "the premier *quit*"."""
    for i, tag in enumerate(tags):
        if tag not in ("VB", "VBP", "VBZ") or pos[i] != "VERB" or not doc[i].is_alpha:
            continue
        if doc[i].lower_[-1] != "s" if tag == "VBZ" else doc[i].lower_ != doc[i].lemma_.lower():
            tags[i] = "VBD"


def _mend_quoted(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang what somebody is quoted as saying on the saying: "quoted him as *saying*: “It is over”"."""
    saying = {}
    for i in deps.at("mark"):
        if doc[i].lower_ == "as" and doc[heads[i]].tag_ == "VBG" and deps[heads[i]].partition(":")[0] == "advcl":
            saying[heads[heads[i]]] = heads[i]
    if not saying:
        return
    full = {heads[i] for i in deps.at("ccomp", "obj")}
    for i in deps.at("ccomp"):
        said = saying.get(heads[i])
        if said is not None and said not in full and said < i:
            heads[i] = said


def _dependants(heads: list[int]) -> list[list[int]]:
    """Return the dependants of each token in text order."""
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        below[head].append(i)
    return below


def _mend_marks(heads: list[int], deps: Relations) -> None:
    """Hang a preposition before a title on the title and not on the name after it: "*with* army chief Ann Lee"."""
    for i in deps.at("case"):
        if deps[heads[i]] == "flat" and i < heads[heads[i]] < heads[i]:
            heads[i] = heads[heads[i]]


def _mend_adverbials(heads: list[int], deps: Relations, pos: list[str], marked: dict[int, int]) -> None:
    """Make a clause that a subordinator ties to a verb an adverbial one, since only nouns have the other: "accused it *of arming*"."""
    for i in deps.at("fixed"):  # "left *instead of* talking"
        phrase = heads[i]
        if deps[phrase] == "advmod" and deps[heads[phrase]] == "advcl" and heads[phrase] == i + 1:
            deps[phrase] = "mark"
    for i, mark in marked.items():
        if deps[i] == "acl" and deps[mark] == "mark" and pos[heads[i]] == "VERB":
            deps[i] = "advcl"


def _marked(heads: list[int], deps: Relations) -> dict[int, int]:
    """Return the first preposition or subordinator before each token that has one."""
    marked: dict[int, int] = {}
    for i in deps.at("case", "mark"):
        if i < heads[i]:
            marked.setdefault(heads[i], i)
    return marked


def _mend_predicatives(heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Hang a noun that took a passive verb's subject on that verb: "*it* is considered a *party*" has one clause, not two.

    No clause of English has a noun as predicate without a copula, so a noun with a subject on the other side of a passive
    verb that lacks one is that verb's predicative.
    """
    passives = {heads[i] for i in deps.at("aux:pass")}
    subjects = {heads[i]: i for i in deps.of("nsubj")}
    copulas = {heads[i] for i in deps.at("cop")}
    for noun, subject in subjects.items():
        if pos[noun] not in ("NOUN", "PROPN") or noun in copulas:
            continue
        verb = next((v for v in passives if subject < v < noun and v not in subjects and heads[v] in (noun, heads[noun])), None)
        if verb is not None:
            if heads[verb] == noun:
                heads[verb], deps[verb] = (verb if heads[noun] == noun else heads[noun]), deps[noun]
            heads[noun], deps[noun] = verb, "xcomp"
            heads[subject], deps[subject] = verb, "nsubj:pass"
