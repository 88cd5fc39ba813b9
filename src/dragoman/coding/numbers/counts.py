"""How many: the numbers that the text gives for an event, by syntax and by what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.claims import Count, Span
from dragoman.coding.numbers.amounts import Amount, CountWords, amount_at, count_words
from dragoman.coding.numbers.numbers import is_number, number_words
from dragoman.coding.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PATIENT = frozenset({"obj", "nsubj:pass"})
_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "iobj", "obl", "nmod", "xcomp", "appos", "nummod", "amod", "compound"})
_INNER = frozenset({"nmod", "conj", "appos", "nummod", "compound"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def counts_of(tree: Tree, i: int) -> tuple[Count, ...]:
    """Return the numbers that the text gives for the event with trigger token i, in text order.

    They stand at the trigger's arguments or at the trigger itself ("26 deaths"), at what a participle beside it or a
    coordinated verb says of harm ("killing ten", "and injured 35"), or at the verb of harm that it is the subject of
    ("the blast killed ten").

    Args:
        tree: the report.
        i: index of the trigger token.
    """
    vague = number_words().vague
    if not any(word in vague or is_number(word) for word in tree.said(i)):
        return ()
    words = count_words()
    trigger = tree.doc[i]
    found: dict[int, Count] = {}
    for count, amount in _around(tree, trigger, words):
        found.setdefault(amount.core, count)
    for verb in _consequences(trigger):
        kinds = words.beside if verb.dep_ == "conj" else words.consequences
        for count, amount in _around(tree, verb, words):
            if count.of in kinds:
                found.setdefault(amount.core, count)
    return tuple(found[core] for core in sorted(found))


def _consequences(trigger: Token) -> Iterator[Token]:
    """Yield the verbs that tell what an event led to."""
    for child in trigger.children:
        if (child.dep_ == "advcl" and child.tag_ == "VBG") or (child.dep_ == "conj" and not _has_subject(child)):
            yield child
    if trigger.dep_ == "nsubj" and trigger.pos_ == "NOUN":
        yield trigger.head
        yield from (c for c in trigger.head.children if c.dep_ == "conj" and not _has_subject(c))


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _around(tree: Tree, trigger: Token, words: CountWords) -> Iterator[tuple[Count, Amount]]:
    """Yield the counts at a word's arguments and at the word itself."""
    heads: list[tuple[Token, str]] = []
    for child in trigger.children:
        if child.dep_.partition(":")[0] in _ARGUMENTS and child.dep_ != "obl:agent":
            heads.append((child, child.dep_))
            heads += [(c, child.dep_) for c in _inside(child)]
    if trigger.pos_ not in ("VERB", "AUX"):
        heads.append((trigger, "self"))
        heads += [(c, c.dep_) for c in trigger.children if c.dep_ == "nsubj"]
    if trigger.tag_ == "VBN" and trigger.dep_ == "acl":
        heads.append((trigger.head, "nsubj:pass"))
    for head, dep in heads:
        for amount in _amounts_at(tree, head):
            count = _count(trigger, head, dep, amount, words)
            if count is not None:
                yield count, amount


def _inside(token: Token) -> Iterator[Token]:
    """Yield what a noun phrase consists of below its head: "a total of 26 people", "26 men and 3 women"."""
    for child in token.children:
        if child.dep_.partition(":")[0] in _INNER:
            yield child
            yield from _inside(child)


def _amounts_at(tree: Tree, head: Token) -> Iterator[Amount]:
    """Yield the numbers of a noun, or the number that a word itself is."""
    doc = head.doc
    own = [child.i for child in head.children if child.dep_.partition(":")[0] == "nummod"]
    if head.pos_ == "NUM" or head.tag_ in ("CD", "NNS") or head.lower_ in number_words().scales:
        own.append(head.i)
    for k in own:
        if doc[k].lower_ in count_words().pronouns and doc[k].dep_ != "nummod":
            continue
        amount = amount_at(tree, k)
        if amount is not None:
            yield amount


def _count(trigger: Token, head: Token, dep: str, amount: Amount, words: CountWords) -> Count | None:
    """Return a count for a number at a noun; None where it measures or dates something instead."""
    doc = head.doc
    noun = _counted_noun(head, amount)
    lemma = noun.lemma_.lower() if noun is not None else ""
    span = Span(doc[amount.first].idx, doc[amount.last - 1].idx + len(doc[amount.last - 1]))
    if amount.unit is not None:
        return Count(of="money", value=amount.value, bound=amount.bound, unit=amount.unit or None, span=span)
    if lemma in words.never or _is_year(doc, head, amount, dep) or _is_money(head):
        return None
    of = _kind_of(trigger, head, dep, lemma, words)
    if of not in words.counted and amount.first and doc[amount.first - 1].lower_ in words.definite:
        return None
    return Count(of=of, value=amount.value, bound=amount.bound, span=span) if of else None


def _counted_noun(head: Token, amount: Amount) -> Token | None:
    """Return the noun that a number counts; None where it stands alone ("injured 35")."""
    if not amount.core <= head.i < amount.core_last:
        return head
    of = next((c for c in head.children if c.dep_ == "nmod" and any(g.lower_ == "of" for g in c.children)), None)
    return of if of is not None else head.head if head.dep_.startswith("nummod") else None


def _is_year(doc: Doc, head: Token, amount: Amount, dep: str) -> bool:
    """Tell whether a number is a date: alone after a preposition ("in 2006") or before an event ("the 2008 attacks")."""
    if _YEAR.fullmatch(doc[amount.core].text) and amount.core_last - amount.core == 1 and head.lemma_.lower() not in count_words().people:
        return True
    alone = amount.core <= head.i < amount.core_last
    return alone and dep.startswith(("obl", "nmod", "compound", "nummod")) and not any(c.lower_ == "of" for c in head.children)


def _is_money(head: Token) -> bool:
    return any(child.lower_ in count_words().currencies for child in head.children)


def _kind_of(trigger: Token, head: Token, dep: str, lemma: str, words: CountWords) -> str | None:
    """Return what is counted, from the noun, an adjective, the verb; else people, else the noun itself."""
    adjectives = {c.lemma_.lower() for c in head.children if c.dep_ in ("amod", "acl", "xcomp")}
    adjectives |= {c.lemma_.lower() for c in trigger.children if c.dep_ == "xcomp"} if dep == "obj" else set()
    adjectives |= {head.lower_, lemma}
    verb = trigger.lemma_.lower()
    for name, kind in words.counted.items():
        if lemma in kind.nouns or adjectives & kind.adjectives:
            return name
        if dep in _PATIENT and verb in kind.of_object:
            return name
        if dep == "nsubj" and verb in kind.of_subject:
            return name
    above = _nouns_above(head, trigger)
    if words.living & {lemma, *above} and verb in words.lives:
        return "dead"
    owner = {trigger.lemma_.lower(), *(c.lemma_.lower() for c in trigger.children if c.dep_ == "nsubj"), *above}
    for name, kind in words.counted.items():
        if owner & kind.nouns and dep in ("self", "nmod", "obl", "appos"):
            return name
    if lemma in words.people or (lemma and lemma in {w.lower() for w in words.people}):
        return "people"
    return lemma if lemma and head.pos_ != "PROPN" else None


def _nouns_above(head: Token, trigger: Token) -> set[str]:
    """Return the lemmas of the nouns between a number's noun and the trigger ("a death toll of 770")."""
    found: set[str] = set()
    while head.i not in (trigger.i, head.head.i):
        head = head.head
        found |= {head.lemma_.lower(), *(c.lemma_.lower() for c in head.children if c.dep_ == "compound")}
    return found
