"""A Doc's syntax as plain tuples, so that this room asks spaCy once for each token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.apposed import mend_apposed
from dragoman.language.columns import Columns, columns_of
from dragoman.language.paired import mend_paired
from dragoman.language.titled import mend_titled

if TYPE_CHECKING:
    from spacy.tokens import Doc


_PLURAL = re.compile(r"\bNumber=(?:\w+,)*Plur\b").search
_PLURAL_TAGS = ("NNS", "NNPS")
_SHORT = 2  # letters of a word that may be stressed rather than a name: "it is for US to decide"
_CONJ = "conj"
WITH = ("with", "alongside")
"""Prepositions of those who act together with somebody."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """Words, tags and arcs by token index.

    Attributes:
        starts: the character at which each token begins.
        bases: the relation of each token without its subtype.
        plurals: whether each token is plural by its form.
        heads: the governor of each token; a root is its own.
        links: the relations in which others hang on each token.
        sentence: the number of the sentence that each token stands in.
        quoted: the number of the quotation that a token stands in, 0 outside.
        entity: index into `entities` for tokens of one, else -1.
    """

    doc: Doc
    text: str
    starts: tuple[int, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    bases: tuple[str, ...]
    plurals: tuple[bool, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    links: tuple[Set[str], ...]
    sentence: tuple[int, ...]
    quoted: tuple[int, ...]
    entities: tuple[tuple[int, int, str], ...]
    entity: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def text_of(self, first: int, last: int) -> str:
        """Return the text from one token to before another, without the blank after it."""
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1])] if first < last else ""

    def is_spaced(self, i: int) -> bool:
        """Tell whether a blank stands after a token, as a part of the line and no token of its own."""
        end = self.starts[i] + len(self.words[i])
        return end < (self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text))

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of a token with one of these relations."""
        if self.links[i].isdisjoint(deps):
            return []
        return [c for c in self.children[i] if self.deps[c] in deps]

    def only(self, i: int, *deps: str) -> bool:
        """Tell whether nothing but dependents with these relations hangs on a token."""
        return self.links[i] <= set(deps)

    def base(self, i: int) -> str:
        """Return the relation of a token without its subtype."""
        return self.bases[i]

    def first_conjunct(self, i: int) -> int:
        """Return the first member of the coordination that a token is part of."""
        while self.deps[i] == _CONJ and self.heads[i] != i:
            i = self.heads[i]
        return i

    def conjuncts(self, i: int) -> list[int]:
        """Return the coordination that starts at a token, in the order of the text."""
        return [i, *self.kids(i, _CONJ)] if _CONJ in self.links[i] else [i]

    def marker(self, i: int) -> str:
        """Return the preposition of a noun phrase, that of the first conjunct where it has none of its own, or ''.

        One that hangs on a title or modifier before the head is the phrase's too: "with NATO Secretary General *X*".
        """
        own = self._cases(i) or [c for k in self.children[i] if k < i and self.deps[k] in _WITHIN for c in self._cases(k)]
        if own:
            return self.lower[own[0]]
        first = self.first_conjunct(i)
        return self.marker(first) if first != i else ""

    def _cases(self, i: int) -> list[int]:
        return [c for c in self.children[i] if self.deps[c] == "case" and self.pos[c] != "PART"]

    def plural(self, i: int) -> bool:
        """Tell whether a noun is plural by its form."""
        return self.plurals[i]

    def articled(self, i: int) -> bool:
        """Tell whether "the" stands before a noun."""
        return "det" in self.links[i] and any(self.lower[c] == "the" for c in self.kids(i, "det"))

    def is_letters(self, i: int) -> bool:
        """Tell whether a word is a name's letters though it is spelt like a pronoun: "the *WHO* said", but not in a line of capitals."""
        word = self.words[i]
        if not word.isupper() or not (len(word) > _SHORT or self.articled(i)):
            return False
        beside = self.words[max(i - 1, 0) : i] + self.words[i + 1 : i + 2]
        return not any(other.isupper() and len(other) > 1 for other in beside)

    def above(self, i: int) -> Iterator[int]:
        """Yield a token's governors, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def clause(self, i: int) -> int:
        """Return the verb of the clause around a token, the sentence's root where there is none."""
        return next((t for t in self.above(i) if self.pos[t] == "VERB" or self.heads[t] == t), i)

    def span_of(self, i: int) -> tuple[int, int]:
        """Return the noun phrase of a head up to the head itself and its fixed parts, without what follows it."""
        own: set[int] = set()
        for c in self.children[i]:
            if c < i and self.base(c) in _BEFORE:
                own |= self._below(c)
        first = i
        while first - 1 in own or (self.words[first - 1 : first] == (",",) and self._lists(first, i)):
            first -= 1
        while first < i and self.pos[first] in ("ADP", "CCONJ", "PUNCT"):
            first += 1
        last = i + 1
        for c in self.children[i]:
            if c > i and self.deps[c] in ("flat", "fixed") and c <= last + 1:
                last = c + 1
        return first, last

    def _below(self, i: int) -> set[int]:
        """Return a token and all that hangs on it, commas aside, which may open another phrase."""
        found = {i} if self.words[i] != "," else set()
        for c in self.children[i]:
            found |= self._below(c)
        return found

    def _lists(self, first: int, head: int) -> bool:
        """Tell whether the comma before a token stands between adjectives of one noun: "big, bad wolf"."""
        return first >= 2 and self.pos[first] == self.pos[first - 2] == "ADJ" and self.heads[first - 2] == self.heads[first] == head


_WITHIN = ("compound", "amod", "flat", "nmod:desc")
_BEFORE = frozenset(("det", "amod", "compound", "nummod", "nmod", "advmod", "flat"))


def syntax_of(doc: Doc, read: Columns | None = None) -> Syntax:
    """Return the syntax of a Doc that bears Universal Dependencies, whose columns may have been read before."""
    read = read or columns_of(doc)
    text, words, heads, deps, pos = read.text, read.words, list(read.heads), list(read.deps), list(read.pos)
    mend_titled(doc, heads, deps)
    mend_paired(doc, heads, deps, pos)
    mend_apposed(doc, heads, deps)
    children, links = _dependents(words, heads, deps)
    base = {dep: dep.partition(":")[0] for dep in set(deps)}
    entities = tuple((e.start, e.end, e.label_) for e in doc.ents)
    entity = [-1] * len(doc)
    for k, (first, last, _) in enumerate(entities):
        entity[first:last] = [k] * (last - first)
    return Syntax(
        doc=doc,
        text=text,
        starts=tuple(read.starts),
        words=tuple(words),
        lower=tuple(read.lower),
        lemmas=tuple(read.lemmas),
        pos=tuple(pos),
        tags=tuple(read.tags),
        deps=tuple(deps),
        bases=tuple([base[dep] for dep in deps]),
        plurals=_plurals(read.features, read.tags),
        heads=tuple(heads),
        children=tuple(children),
        links=tuple(links),
        sentence=tuple(read.sentences),
        quoted=read.quoted,
        entities=entities,
        entity=tuple(entity),
    )


def _dependents(words: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> tuple[list[tuple[int, ...]], list[set[str]]]:
    """Return for each token what hangs on it, blanks aside, and in which relations."""
    none: set[str] = set()
    children: list[tuple[int, ...]] = [()] * len(heads)
    links = [none] * len(heads)
    for i, head in enumerate(heads):
        if head != i and not words[i].isspace():
            children[head] += (i,)
            if links[head]:
                links[head].add(deps[i])
            else:
                links[head] = {deps[i]}
    return children, links


def _plurals(features: Sequence[str], tags: Sequence[str]) -> tuple[bool, ...]:
    """Return for each token whether it is plural by its features or its tag."""
    plural = {one for one in set(features) if _PLURAL(one)}
    return tuple([one in plural or tag in _PLURAL_TAGS for one, tag in zip(features, tags, strict=True)])
