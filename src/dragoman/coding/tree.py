"""A spaCy Doc as plain lists, read once: what the engine walks on.

spaCy's `Doc` stays the syntax tree of the whole; this view keeps the walk over it cheap, and knows the few
facts of English Universal Dependencies that every file of this room needs (what is passive, which
preposition marks a phrase, what is coordinated with what).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.inverted import mend_inverted, mend_tellers

if TYPE_CHECKING:
    from spacy.tokens import Doc


_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_BODIES = frozenset({"ORG", "GPE", "NORP", "LOC"})
_FUNCTION = frozenset({"punct", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})

#: Relations of what fills a part of a predicate or noun, clauses aside.
ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The syntax of a Doc, one entry a token.

    Attributes:
        text: of the Doc, which spaCy puts together anew whenever it is asked.
        heads: index of the head; a root is its own head.
        deps: full relation (``nsubj:pass``); bases: the part before the colon.
        lemmas: lower-cased lemmas; words: lower-cased words.
        children: indices of the dependants in text order, white space and punctuation left out.
        sentences: index of the sentence of each token.
    """

    doc: Doc
    text: str
    heads: list[int]
    deps: list[str]
    bases: list[str]
    lemmas: list[str]
    words: list[str]
    pos: list[str]
    tags: list[str]
    children: list[list[int]]
    sentences: list[int]

    def is_verbal(self, i: int) -> bool:
        """Tell whether token i is a verb."""
        return self.pos[i] in _VERBAL

    def is_finite(self, i: int) -> bool:
        """Tell whether verb i, or an auxiliary or copula of it, is finite."""
        return any(self.tags[t] in _FINITE for t in (i, *self.kids(i, "aux", "cop")))

    def is_bidding(self, i: int) -> bool:
        """Tell whether verb i is an imperative by its form: "*let* us go"."""
        return any("Mood=Imp" in str(self.doc[t].morph) for t in (i, *self.kids(i, "aux", "cop")))

    def is_asking(self, i: int) -> bool:
        """Tell whether token i is a word of questions: "who", "whose", "which", "why"."""
        return self.tags[i] in _ASKING

    def is_question(self, i: int) -> bool:
        """Tell a clause that a word of questions opens, alone or in a phrase: "*what* happened", "in *which* town it happened"."""
        todo = [c for c in self.children[i] if c < i]
        while todo:
            t = todo.pop()
            if self.is_asking(t):
                return True
            todo += [c for c in self.children[t] if self.bases[c] not in _CLAUSES]
        return False

    def is_nominal(self, i: int) -> bool:
        """Tell whether token i can head a noun phrase."""
        return self.pos[i] in _NOMINAL

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the children of i whose full or base relation is one of deps."""
        return [c for c in self.children[i] if self.deps[c] in deps or self.bases[c] in deps]

    def has(self, i: int, words: Container[str], *deps: str) -> bool:
        """Tell whether a child of i in one of these relations is one of these words: "*the* raid", "a *failed* bid"."""
        return any(self.words[c] in words for c in self.kids(i, *deps))

    def marker(self, i: int) -> str:
        """Return the preposition or subordinator of i, words of a fixed phrase joined by ``_``; empty if none."""
        marks = [c for c in self.children[i] if self.deps[c] in ("case", "mark") and self.lemmas[c] != "'s"]
        if not marks:
            return ""
        words: list[str] = []
        for mark in marks:
            words.append(self.words[mark])
            words += [self.words[c] for c in self.children[mark] if self.deps[c] == "fixed"]
        return "_".join(words)

    def is_passive(self, i: int) -> bool:
        """Tell whether verb i is passive, finite or not."""
        if any(self.deps[c] in ("aux:pass", "nsubj:pass", "csubj:pass") for c in self.children[i]):
            return True
        if self.tags[i] != "VBN":
            return False
        if self.deps[i] == "conj" and not any(self.bases[c] == "aux" for c in self.children[i]):
            head = self.heads[i]
            return self.is_passive(head) if self.is_verbal(head) else bool(self.kids(head, "cop"))
        return self.deps[i] in ("acl", "amod", "advcl", "xcomp", "root", "ROOT", "parataxis") and not any(
            self.bases[c] == "aux" for c in self.children[i]
        )

    def conjuncts(self, i: int) -> Iterator[int]:
        """Yield i and what is coordinated with it, in text order of the chain."""
        yield i
        for child in self.children[i]:
            if self.deps[child] == "conj":
                yield from self.conjuncts(child)

    def first_conjunct(self, i: int) -> int:
        """Return the first of those that i is coordinated with, itself where it is the first."""
        while self.deps[i] == "conj":
            i = self.heads[i]
        return i

    def subtree(self, i: int) -> list[int]:
        """Return all tokens below i, itself included, in text order."""
        found, todo = [], [i]
        while todo:
            token = todo.pop()
            found.append(token)
            todo += self.children[token]
        return sorted(found)

    def is_root(self, i: int) -> bool:
        """Tell whether i heads its sentence."""
        return self.heads[i] == i

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above i, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i


def tree_of(doc: Doc) -> Tree:
    """Return the plain view of a Doc that has UD heads, relations, tags and lemmas."""
    heads = [t.head.i for t in doc]
    deps = [t.dep_ if t.head.i != t.i else "root" for t in doc]  # whatever another's pipeline calls it
    pos = [t.pos_ for t in doc]
    mend_inverted(doc, heads, deps)
    mend_tellers(doc, heads, deps)
    _mend_predicatives(heads, deps, pos)
    _mend_objects(heads, deps, pos)
    _mend_relatives(doc, heads, deps)
    _mend_conjuncts(doc, heads, deps)
    _mend_quoted(doc, heads, deps)
    _mend_marks(heads, deps)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i and deps[i] not in _FUNCTION:
            children[head].append(i)
    sentences: list[int] = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start) or token.i == 0
        sentences.append(number)
    return Tree(
        doc=doc,
        text=doc.text,
        heads=heads,
        deps=deps,
        bases=[d.partition(":")[0] for d in deps],
        lemmas=[t.lemma_.lower() for t in doc],
        words=[t.text.lower() for t in doc],
        pos=pos,
        tags=[t.tag_ for t in doc],
        children=children,
        sentences=sentences,
    )


def _mend_quoted(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang what somebody is quoted as saying on the saying: "quoted him as *saying*: “It is over”"."""
    saying = {}
    for i, dep in enumerate(deps):
        if dep == "mark" and doc[i].lower_ == "as" and doc[heads[i]].tag_ == "VBG" and deps[heads[i]].partition(":")[0] == "advcl":
            saying[heads[heads[i]]] = heads[i]
    full = {heads[i] for i, dep in enumerate(deps) if dep in ("ccomp", "obj")}
    for i, dep in enumerate(deps):
        said = saying.get(heads[i])
        if dep == "ccomp" and said is not None and said not in full and said < i:
            heads[i] = said


def _mend_conjuncts(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang a past tense that cannot share an auxiliary on the past tense above: "*said* that they should stay, and *urged* them to wait".

    After a modal or "to" stands no past tense, and after the "been" of a passive no verb with an object. A verb that "did not" do
    something may do another.
    """
    below: list[dict[str, int]] = [{} for _ in heads]
    for i, head in enumerate(heads):
        below[head].setdefault(deps[i].partition(":")[0], i)
    for i, dep in enumerate(deps):
        host = heads[i]
        if dep != "conj" or doc[i].tag_ != "VBD" or not below[i].keys().isdisjoint(("nsubj", "csubj", "aux", "expl", "mark")):
            continue
        lent = [t for t in range(max(0, host - 5), host) if heads[t] == host and deps[t] in ("aux", "aux:pass", "mark")]
        bare = doc[host].tag_ == "VB" and any(doc[t].tag_ in ("MD", "TO") for t in lent)
        passive = "obj" in below[i] and any(deps[t] == "aux:pass" for t in lent)
        if not (bare or passive) or not _follows_at_once(doc, below, i):
            continue
        above = host
        while heads[above] != above and deps[above] in ("ccomp", "xcomp", "acl", "advcl", "conj", "obj", "obl"):
            above = heads[above]
            if doc[above].tag_ == "VBD" and "nsubj" in below[above]:
                heads[i] = above
                break


def _follows_at_once(doc: Doc, below: list[dict[str, int]], i: int) -> bool:
    """Tell a verb with nothing but adverbs between it and the "and" or the comma before it."""
    before = below[i].get("cc", below[i].get("punct", i - 1))
    return all(doc[t].pos_ == "ADV" for t in range(before + 1, i))


def _mend_marks(heads: list[int], deps: list[str]) -> None:
    """Hang a preposition before a title on the title and not on the name after it: "*with* army chief Ann Lee"."""
    for i, dep in enumerate(deps):
        title = heads[heads[i]]
        if dep == "case" and deps[heads[i]] == "flat" and i < title < heads[i]:
            heads[i] = title


def _mend_relatives(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang a clause with "which" on the body beside a person and one with "who" on the person: "Ann Lee of the *union*, *which* called"."""
    for i, dep in enumerate(deps):
        if dep != "acl:relcl":
            continue
        noun, first = heads[i], doc[i].left_edge.i
        opening = {doc[t].lower_ for t in range(first, min(first + 2, i))}
        if "which" in opening and doc[noun].ent_type_ == "PERSON":
            heads[i] = _body_beside(doc, deps, noun, first)
        elif "who" in opening and doc[noun].ent_type_ in _BODIES:
            heads[i] = _person_above(heads, deps, doc, noun)


def _body_beside(doc: Doc, deps: list[str], person: int, end: int) -> int:
    """Return the last noun between a person's name and a token that is said of him and names nobody; himself where there is none."""
    between = (t for t in doc[person + 1 : end] if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ != "PERSON")
    beside = [t.i for t in between if deps[t.i].partition(":")[0] in ("nmod", "appos") and doc[person].is_ancestor(t)]
    return beside[-1] if beside else person


def _person_above(heads: list[int], deps: list[str], doc: Doc, noun: int) -> int:
    """Return the person whose body a noun names beside him: "*Ann Lee* of the union"; the noun where there is none."""
    above = noun
    while deps[above] in ("nmod", "appos") and heads[above] != above:
        above = heads[above]
        if doc[above].ent_type_ == "PERSON":
            return above
    return noun


def _mend_objects(heads: list[int], deps: list[str], pos: list[str]) -> None:
    """Make an object with a preposition before it an oblique, and beside a noun its modifier: English objects have none."""
    marked = {heads[i] for i, dep in enumerate(deps) if dep == "case" and i < heads[i]}
    for i in marked:
        if deps[i] == "obj" and pos[i] in ("NOUN", "PROPN", "PRON"):
            deps[i] = "obl" if pos[heads[i]] in _VERBAL else "nmod"


def _mend_predicatives(heads: list[int], deps: list[str], pos: list[str]) -> None:
    """Hang a noun that took a passive verb's subject on that verb: "*it* is considered a *party*" has one clause, not two.

    No clause of English has a noun as predicate without a copula, so a noun with a subject on the other side of a passive
    verb that lacks one is that verb's predicative.
    """
    passives = {heads[i] for i, dep in enumerate(deps) if dep == "aux:pass"}
    subjects = {heads[i]: i for i, dep in enumerate(deps) if dep.startswith("nsubj")}
    copulas = {heads[i] for i, dep in enumerate(deps) if dep == "cop"}
    for noun, subject in subjects.items():
        if pos[noun] not in ("NOUN", "PROPN") or noun in copulas:
            continue
        verb = next((v for v in passives if subject < v < noun and v not in subjects and heads[v] in (noun, heads[noun])), None)
        if verb is not None:
            if heads[verb] == noun:
                heads[verb], deps[verb] = (verb if heads[noun] == noun else heads[noun]), deps[noun]
            heads[noun], deps[noun] = verb, "xcomp"
            heads[subject], deps[subject] = verb, "nsubj:pass"
