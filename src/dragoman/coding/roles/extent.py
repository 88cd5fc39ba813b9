"""How far a mention reaches: the whole short noun phrase, as a reader would mark it, not the name or the head alone.

"The *army*" is "the Sudanese army", "*Olmert*" is "Israeli Prime Minister Ehud Olmert", "*militants*" are "dozens of militants", "the
*government*" is "the government of Peru". Relative clauses, appositions after a comma and phrases of place stay outside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Mention
from dragoman.coding.frames.draft import span_of
from dragoman.coding.tree import Tree
from dragoman.language.dashes import JOINING

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat"})
_TITLED = frozenset({"flat", "nmod:desc", "appos", "nmod:unmarked"})
_PARTS = frozenset({"nsubj", "obj"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis", "appos", "nsubj"})
_WITHIN = JOINING | {".", "'", "’"}
_LONGEST = 8
_ORIGINS = frozenset({"from"})
_SITES = frozenset({"in", "at", "near", "inside", "outside"})
_TIMES = frozenset({"DATE", "TIME"})


def reach(tree: Tree, m: CastMention, *, quantities: Collection[str] = ()) -> tuple[int, int]:
    """Return the first token of the noun phrase that a mention heads, and the token after its last.

    Args:
        tree: the syntax.
        m: the mention as the cast has it: a name without its title, a noun with what tells it apart.
        quantities: nouns that only count what follows their "of" ("dozens", "a number").
    """
    if m.form in ("pronoun", "adjective") or not tree.is_nominal(m.head):
        return m.first, m.last
    heads = _heads(tree, m)
    first, last = _leftmost(tree, heads, m.first), _rightmost(tree, m)
    named = m.form == "name" and tree.pos[m.head] == "PROPN"
    last = _with_letters(tree, _with_of(tree, heads, last, named=named))
    return _counted(tree, m.head, first, quantities), last


def _heads(tree: Tree, m: CastMention) -> list[int]:
    """Return the tokens of a mention whose words before it belong to it, and the title that it stands behind."""
    heads = [m.head]
    above = tree.heads[m.head]
    if tree.deps[m.head] in _TITLED and above < m.first and tree.pos[above] in ("NOUN", "PROPN") and _adjoins(tree, above, m.first):
        heads.append(above)
    elif m.form == "name" and _is_title_beside(tree, m):
        heads.append(m.first - 1)
    return heads


def _is_title_beside(tree: Tree, m: CastMention) -> bool:
    """Tell whether the noun right before a name is its title, though the tree gives both one part in the clause: "banned *leader* Ali"."""
    t, head = m.first - 1, m.head
    beside = t >= 0 and tree.pos[t] == "NOUN" and tree.pos[head] == "PROPN" and tree.sentences[t] == tree.sentences[head]
    return beside and tree.heads[t] == tree.heads[head] and tree.deps[t] == tree.deps[head] and tree.bases[head] in _PARTS


def _adjoins(tree: Tree, title: int, first: int) -> bool:
    """Tell whether nothing but what belongs to a title stands between it and a name: "secretary *of state* Rice"."""
    between = range(title + 1, first)
    return all(tree.pos[t] not in ("PUNCT", "CCONJ", "SPACE") for t in between) and set(between) <= set(tree.subtree(title))


def _leftmost(tree: Tree, heads: Iterable[int], first: int) -> int:
    """Return the first of the words that stand before a noun without a gap and belong to it."""
    own = {t for head in heads for t in range(head, first)} | set(heads)
    for head in heads:
        for c in tree.children[head]:
            if c < head and tree.bases[c] in _BEFORE and not _is_another(tree, c):
                own |= _phrase(tree, c) or _of_title(tree, c)
    i = first
    while i > 0 and tree.sentences[i - 1] == tree.sentences[first] and (i - 1 in own or _joins(tree, i - 1, own)):
        i -= 1
    while i < first and _opens(tree, i):
        i += 1
    return i


def _is_another(tree: Tree, c: int) -> bool:
    """Tell whether a name is joined by a hyphen to the front of another and is no part of it: "the *India*-Pakistan truce"."""
    return tree.pos[c] == tree.pos[tree.heads[c]] == "PROPN" and c + 2 == tree.heads[c] and tree.words[c + 1] in _WITHIN


def _opens(tree: Tree, i: int) -> bool:
    """Tell whether a word stands before a phrase and not in it: "*with* the army", but "*at* least five"."""
    return tree.pos[i] in ("PUNCT", "SPACE") or (tree.pos[i] in ("ADP", "CCONJ", "SCONJ") and tree.pos[tree.heads[i]] not in ("ADV", "ADJ"))


def _phrase(tree: Tree, c: int) -> frozenset[int]:
    """Return the words of a phrase before a noun, none where it is a clause or has a preposition."""
    below = tree.subtree(c)
    if any(tree.bases[t] in _CLAUSES for t in below if t != c):
        return frozenset()
    if tree.bases[c] == "nmod" and tree.deps[c] not in ("nmod:poss", "nmod:desc", "nmod:unmarked"):
        return frozenset()
    return frozenset(below)


def _of_title(tree: Tree, c: int) -> frozenset[int]:
    """Return the words of an "of" between a title and its name, whichever of the two the tree hangs it on: "secretary *of state* Rice"."""
    titled = any(tree.deps[t] == "nmod:desc" and t < c for t in tree.children[tree.heads[c]])
    return frozenset(tree.subtree(c)) if titled and tree.marker(c) == "of" else frozenset()


def _joins(tree: Tree, i: int, own: Collection[int]) -> bool:
    """Tell whether a mark stands within a phrase: the hyphen of "rebel-held", the comma of "77,000" or "big, bad wolves"."""
    if i - 1 not in own or tree.pos[i] == "SPACE":
        return False
    if tree.words[i] in _WITHIN or tree.words[i] in ("'s", "’s"):
        return True
    return tree.words[i] == "," and tree.pos[i - 1] == tree.pos[i + 1] and tree.pos[i - 1] in ("NUM", "ADJ")


def _rightmost(tree: Tree, m: CastMention) -> int:
    """Return where a mention ends with all of the name that it begins: "journalist Ann *Lee*", "the group *Red River*"."""
    last, inside = m.last, set(range(m.first, m.last))
    for name in tree.kids(m.head, "appos"):
        if m.form != "name" and tree.pos[name] == "PROPN" and tree.edges(name)[0] == last:
            last = name + 1
            inside.add(name)
    while last < len(tree.heads) and (tree.deps[last] == "flat" or tree.words[last] in JOINING) and _belongs(tree, last, inside):
        inside.add(last)
        last += 1
    return last


def _belongs(tree: Tree, t: int, inside: Collection[int]) -> bool:
    """Tell whether a word, or the one that a hyphen joins, goes on a name: "Al*-Fajr*"."""
    if tree.words[t] not in JOINING:
        return tree.heads[t] in inside
    return t + 1 < len(tree.heads) and tree.deps[t + 1] == "flat" and tree.heads[t + 1] in inside


def _with_letters(tree: Tree, last: int) -> int:
    """Return where a name ends with its letters in brackets: "the Labour Congress *(LC)*"."""
    bracketed = tree.words[last : last + 1] == ["("] and tree.words[last + 2 : last + 3] == [")"]
    return last + 3 if bracketed and tree.doc[last + 1].text.isupper() and len(tree.words[last + 1]) > 1 else last


def _with_of(tree: Tree, heads: Iterable[int], last: int, *, named: bool = False) -> int:
    """Return where a phrase ends with what follows its "of": "the government *of Peru*", "the head *of state*"; of a name, a name."""
    for head in heads:
        for c in tree.kids(head, "nmod"):
            below = _before_bracket(tree, tree.subtree(c))
            if below[0] != last or len(below) > _LONGEST or not _tells_which(tree, head, c):
                continue
            if named and (tree.pos[c] != "PROPN" or tree.marker(c) != "of" or tree.kids(head, "flat")):  # whose a person is, is no name
                break
            if not _is_one(tree, below) or any(tree.bases[t] in _CLAUSES or not _is_listed(tree, t) for t in below):
                break
            last = below[-1] + 1
    return last


def _is_one(tree: Tree, below: Sequence[int]) -> bool:
    """Tell whether words stand together, but for hyphens and dots within them: "of asylum-seekers"."""
    inside = set(below)
    return all(t in inside or tree.words[t] in _WITHIN or tree.words[t] == "," for t in range(below[0], below[-1] + 1))


def _is_listed(tree: Tree, t: int) -> bool:
    """Tell whether a word is no other noun beside one, or a name beside a name: "in Chad *and Sudan*"."""
    return tree.deps[t] != "conj" or tree.pos[t] == tree.pos[tree.first_conjunct(t)] == "PROPN"


def _before_bracket(tree: Tree, below: Sequence[int]) -> Sequence[int]:
    """Return the tokens of a phrase up to a bracket: "the League" of "the League (TL)"."""
    opened = next((n for n, t in enumerate(below) if n and "(" in (tree.words[t], tree.words[t - 1])), len(below))
    return below[:opened]


def _tells_which(tree: Tree, head: int, c: int) -> bool:
    """Tell whether a phrase after a noun says which it is: "of Peru", "of state", "from Lima"; "for Trade" only in a title."""
    mark = tree.marker(c)
    if mark == "of":
        return tree.pos[c] in ("PROPN", "NOUN") and tree.doc[c].ent_type_ not in _TIMES
    if mark in _ORIGINS:
        return tree.bases[head] != "obj" and tree.pos[c] in ("PROPN", "NOUN") and tree.doc[c].ent_type_ not in _TIMES
    if mark in _SITES:
        return any(tree.pos[t] == "PROPN" for t in tree.subtree(c)) and tree.doc[c].ent_type_ not in _TIMES
    return mark == "for" and tree.pos[c] == "PROPN" and tree.doc[head].text[:1].isupper()


def _counted(tree: Tree, head: int, first: int, quantities: Collection[str]) -> int:
    """Return where a phrase begins with the quantity that it is the "of" of: "*dozens of* militants"."""
    above = tree.heads[head]
    counts = tree.deps[head] == "nmod" and tree.marker(head) == "of" and tree.lemmas[above] in quantities and not _is_said(tree, above)
    if not counts or tree.words[first - 1 : first] != ["of"] or above != first - 2:
        return first
    return _leftmost(tree, [above], above)


def _is_said(tree: Tree, i: int) -> bool:
    """Tell whether a noun is said of somebody and so counts nobody: "the brigade, *part* of the army", "served as *part* of it"."""
    return tree.deps[i] == "appos" or tree.marker(i) == "as" or bool(tree.kids(i, "cop"))


def whole(tree: Tree, cast: Cast, *, quantities: Collection[str] = ()) -> Cast:
    """Return the cast with every mention as the whole short noun phrase, its tokens and its head as they were.

    A place that acts for nobody is its name alone.
    """
    made = {(m.first, m.last, m.mention.actor): complete(tree, m, quantities=quantities) for m in cast.mentions}

    def now(m: CastMention) -> CastMention:
        return made[m.first, m.last, m.mention.actor]

    return replace(
        cast,
        mentions=tuple(made.values()),
        by_head={i: tuple(now(m) for m in mentions) for i, mentions in cast.by_head.items()},
        offices=tuple((now(person), title, now(body) if body else None) for person, title, body in cast.offices),
    )


def complete(tree: Tree, m: CastMention, *, quantities: Collection[str] = ()) -> CastMention:
    """Return a mention with the span of the whole short noun phrase, unless it is a place that acts for nobody."""
    if m.place and not m.stands_for:
        return m
    first, last = reach(tree, m, quantities=quantities)
    start, end = span_of(tree, first, last)
    made = Mention(id=m.mention.id, start=start, end=end, text=tree.text[start:end], actor=m.mention.actor)
    return CastMention(made, m.first, m.last, m.head, m.form, m.place, m.stands_for)
