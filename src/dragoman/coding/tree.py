"""A spaCy Doc as plain lists, read once: what the engine walks on.

spaCy's `Doc` stays the syntax tree of the whole; this view keeps the walk over it cheap, and knows the few
facts of English Universal Dependencies that every file of this room needs (what is passive, which
preposition marks a phrase, what is coordinated with what).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.mending import Relations, mend
from dragoman.language.columns import Columns, columns_of
from dragoman.language.dashes import HYPHENS, JOINING
from dragoman.language.quotes import is_double

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.factuality.values import Standing
    from dragoman.coding.lexicon.factuality import Factuality


_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_FUNCTION = frozenset({"punct", "dep"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})

#: Last parts of nouns made of a verb and an adverb, which a hyphen may part or nothing: "sit-in", "walk-out", "walkouts".
_TAILS = frozenset({"in", "out", "off", "up", "down", "over", "back"})

#: Relations of what fills a part of a predicate or noun, clauses aside.
ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The syntax of a Doc, one entry a token.

    Attributes:
        text: of the Doc, which spaCy puts together anew whenever it is asked.
        heads: index of the head; a root is its own head.
        deps: full relation (``nsubj:pass``); bases: the part before the colon.
        lemmas: lower-cased lemmas; words: lower-cased words; the last part of "walk-outs" has the lemma "walkout" and the word "walk-out",
            that of "cease-fires" the lemma "fire" and the word "cease-fire".
        children: indices of the dependants in text order, white space and punctuation left out.
        relations: the full and base relations of those dependants.
        sentences: index of the sentence of each token.
        features: of each token, as Universal Dependencies write them.
        standings: what their own words make of predicates and nouns, as far as that was asked, and by which words.
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
    relations: list[set[str]]
    sentences: list[int]
    features: list[str]
    _markers: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _edges: list[tuple[int, int]] = field(default_factory=list, init=False, repr=False, compare=False)
    _said: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    standings: dict[tuple[int, tuple[int, ...]], tuple[Factuality, Standing]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_verbal(self, i: int) -> bool:
        """Tell whether token i is a verb."""
        return self.pos[i] in _VERBAL

    def is_finite(self, i: int) -> bool:
        """Tell whether verb i, or an auxiliary or copula of it, is finite."""
        return any(self.tags[t] in _FINITE for t in (i, *self.kids(i, "aux", "cop")))

    def is_definite(self, i: int) -> bool:
        """Tell whether a definite article stands with noun i."""
        return any("Definite=Def" in self.features[c] for c in self.kids(i, "det"))

    def is_perfect(self, i: int) -> bool:
        """Tell whether verb i has an auxiliary "have": "*has* left", "would *have* left"."""
        return any(self.lemmas[a] == "have" for a in self.kids(i, "aux"))

    def is_bidding(self, i: int) -> bool:
        """Tell an imperative: marked so, or a bare verb that heads its sentence or what is quoted, without subject or auxiliary."""
        if self.kids(i, "nsubj", "expl"):
            return False
        if any("Mood=Imp" in self.features[t] for t in (i, *self.kids(i, "aux", "cop"))):
            return True
        if self.tags[i] != "VB" or self.kids(i, "aux", "mark", "cop"):
            return False
        joined = self.bases[i] in ("parataxis", "conj") and self.is_bidding(self.heads[i])
        quoted = self.bases[i] == "ccomp" and (i < self.heads[i] or self.words[i - 1] == ":" or is_double(self.words[i - 1]))
        return joined or quoted or self.is_root(i)

    def is_asking(self, i: int) -> bool:
        """Tell whether token i is a word of questions: "who", "whose", "which", "why"."""
        return self.tags[i] in _ASKING and (self.tags[i] != "WDT" or self.bases[i] != "mark")  # "that", however it is tagged

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
        if self.relations[i].isdisjoint(deps):
            return []
        own, bases = self.deps, self.bases
        return [c for c in self.children[i] if own[c] in deps or bases[c] in deps]

    def has(self, i: int, words: Container[str], *deps: str) -> bool:
        """Tell whether a child of i in one of these relations is one of these words: "*the* raid", "a *failed* bid"."""
        kids = self.kids(i, *deps)
        return bool(kids) and any(self.words[c] in words for c in kids)

    def marker(self, i: int) -> str:
        """Return the preposition or subordinator of i, words of a fixed phrase joined by ``_``; empty if none."""
        known = self._markers.get(i)
        if known is None:
            known = self._markers[i] = self._marker(i)
        return known

    def preposition(self, i: int) -> str:
        """Return the preposition of i without what subordinates a clause whose predicate it is: "said *that* it was *out of* reach"."""
        return ("mark" in self.relations[i] and self._marker(i, ("case",))) or self.marker(i)

    def _marker(self, i: int, deps: tuple[str, ...] = ("case", "mark")) -> str:
        words: list[str] = []
        for mark in self.children[i]:
            if self.deps[mark] in deps and self.lemmas[mark] != "'s":
                words.append(self.words[mark])
                words += [self.words[c] for c in self.children[mark] if self.deps[c] == "fixed"]
        return "_".join(words)

    def said(self, i: int) -> frozenset[str]:
        """Return the words and lemmas of the sentence of i: what holds none of them need not be looked for."""
        number = self.sentences[i]
        known = self._said.get(number)
        if known is None:
            first, end = bisect_left(self.sentences, number), bisect_right(self.sentences, number)
            known = self._said[number] = frozenset((*self.words[first:end], *self.lemmas[first:end]))
        return known

    def has_to(self, i: int) -> bool:
        """Tell an infinitive with "to"."""
        return any(self.deps[c] == "mark" and self.tags[c] == "TO" for c in self.children[i])

    def is_passive(self, i: int) -> bool:
        """Tell whether verb i is passive, finite or not."""
        if not self.relations[i].isdisjoint(_PASSIVE):
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
        if not self.children[i]:
            return [i]
        found, todo = [], [i]
        while todo:
            token = todo.pop()
            found.append(token)
            todo += self.children[token]
        return sorted(found)

    def edges(self, i: int) -> tuple[int, int]:
        """Return the first and the last token below i, itself included."""
        if not self._edges:
            self._edges.extend(self._all_edges())
        return self._edges[i]

    def _all_edges(self) -> list[tuple[int, int]]:
        order = [i for i, head in enumerate(self.heads) if head == i or self.deps[i] in _FUNCTION]
        for i in order:
            order += self.children[i]  # as it is walked, so that heads stand before what hangs on them
        found = [(i, i) for i in range(len(self.heads))]
        for i in reversed(order):
            if below := self.children[i]:
                found[i] = min(i, *(found[c][0] for c in below)), max(i, *(found[c][1] for c in below))
        return found

    def before(self, i: int) -> int | None:
        """Return the last token before i that is no white space."""
        return next((t for t in range(i - 1, -1, -1) if self.pos[t] != "SPACE"), None)

    def joins(self, i: int) -> bool:
        """Tell whether i is the last part of a noun with a hyphen that is one word in `words`: the "out" of "walk-out"."""
        return "-" in self.words[i] and self.words[i].endswith(f"-{self.doc[i].lower_.removesuffix('s')}")

    def hyphened(self, i: int) -> list[int]:
        """Return an adjective or name before a noun with the one that a hyphen joins to it: "*American-British* strikes"."""
        before = i > 1 and self.words[i - 1] in JOINING and self.heads[i - 2] == i and self.deps[i - 2] in ("amod", "compound")
        return [i - 2, i] if before else [i]

    def is_root(self, i: int) -> bool:
        """Tell whether i heads its sentence."""
        return self.heads[i] == i

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above i, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def below(self, top: int, i: int) -> int | None:
        """Return the token right below another on the way up to it from i, i itself included; None where the way does not lead there."""
        for above in self.ancestors(i):
            if above == top:
                return i
            i = above
        return None


def tree_of(doc: Doc, read: Columns | None = None) -> Tree:
    """Return the plain view of a Doc that has UD heads, relations, tags and lemmas, whose columns may have been read before."""
    read = read or columns_of(doc)
    heads, pos, tags, lemmas, words = list(read.heads), list(read.pos), list(read.tags), list(read.lemmas), list(read.lower)
    mended = Relations(dep if heads[i] != i else "root" for i, dep in enumerate(read.deps))  # whatever another's pipeline calls it
    mend(doc, list(doc), heads, mended, pos, tags)
    deps = list(mended)
    kinds = {dep: dep.partition(":")[0] for dep in set(deps)}
    bases = [kinds[dep] for dep in deps]
    children: list[list[int]] = [[] for _ in heads]
    relations: list[set[str]] = [set() for _ in heads]
    for i, head in enumerate(heads):
        if head != i and deps[i] not in _FUNCTION:
            children[head].append(i)
            relations[head].update((deps[i], bases[i]))
    _join_tails(lemmas, words, pos, heads, deps)
    return Tree(
        doc=doc,
        text=read.text,
        heads=heads,
        deps=deps,
        bases=bases,
        lemmas=lemmas,
        words=words,
        pos=pos,
        tags=tags,
        children=children,
        relations=relations,
        sentences=read.sentences,
        features=read.features,
    )


def _join_tails(lemmas: list[str], words: list[str], pos: list[str], heads: list[int], deps: list[str]) -> None:
    """Give the last part of a noun like "cease-fire" the whole noun for its word, and of one like "sit-in" for its lemma too, in place.

    The lemma is in one piece ("sitin"), as those are often written that have it.
    """
    for i in range(2, len(words)):
        if words[i - 1] not in HYPHENS or pos[i] != "NOUN":
            continue
        if (tail := words[i].removesuffix("s")) in _TAILS:
            lemmas[i], words[i] = f"{lemmas[i - 2]}{tail}", f"{lemmas[i - 2]}-{tail}"
        elif heads[i - 2] == i and deps[i - 2] == "compound":
            words[i] = f"{words[i - 2]}-{lemmas[i]}"
