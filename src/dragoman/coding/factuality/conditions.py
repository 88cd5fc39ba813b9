"""Conditions: under which a clause holds, what is settled whatever they ask, and clauses that are conditions themselves."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.factuality.nouns import is_known, is_to_come
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_COMPLEMENTS = ("xcomp", "ccomp", "acl")
_LONGEST = 4


def condition_of(tree: Tree, i: int, words: Factuality) -> tuple[int, int] | None:
    """Return the span of the condition under which token i holds: "if …", "had they …", "on condition that …".

    A condition on what somebody undertakes is one on his undertaking too, wherever the parse hangs it.
    """
    head = tree.heads[i]
    if found := _beside(tree, i, words):
        return found
    if tree.bases[i] in _COMPLEMENTS and (found := _beside(tree, head, words)) and _undertakes(tree, head, words):
        return found
    for c in tree.kids(i, *_COMPLEMENTS):
        if tree.deps[c] != "acl:relcl" and (found := _beside(tree, c, words)) and (tree.bases[c] == "xcomp" or _undertakes(tree, i, words)):
            return found
    return None


def _undertakes(tree: Tree, i: int, words: Factuality) -> bool:
    return is_undertaken(tree, i, words) or (tree.is_verbal(i) and words.undertakes(tree.lemmas[i]))


def is_undertaken(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what was undertaken whatever it waits for: "*agreed* to leave if they did", "its *offer* to"; "*would agree* to" is not."""
    if not tree.is_verbal(i):
        offer = tree.pos[i] == "NOUN" and (tree.lemmas[i] in words.given or tree.lemmas[i] in words.answered)
        return offer and not tree.has(i, words.negative_determiners, "det")
    return tree.lemmas[i] in words.settled and _is_done(tree, i) and bool(tree.kids(i, "xcomp", "ccomp", "obj", "obl", "nsubj:pass"))


def leaves_open(tree: Tree, i: int, condition: tuple[int, int], words: Factuality) -> bool:
    """Tell whether a condition makes what it stands on hypothetical: not what is settled, nor an offer of something for something."""
    if is_undertaken(tree, i, words):
        return False
    traded = "_".join(tree.words[condition[0] : condition[0] + 3]) in words.traded
    return not (traded and tree.lemmas[i] in words.offering and _is_done(tree, i))


def _is_done(tree: Tree, i: int) -> bool:
    """Tell a finite verb without a modal."""
    return tree.is_finite(i) and all(tree.tags[a] != "MD" for a in tree.kids(i, "aux"))


def is_conditional(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what was settled only on a condition, and so has yet to come: "agreed to *a truce* if they disarmed"; "*the* truce" is there."""
    head = tree.heads[i]
    if tree.lemmas[head] not in words.settled or tree.bases[i] not in (*_COMPLEMENTS, "obj", "obl") or not is_undertaken(tree, head, words):
        return False
    known = tree.pos[i] in ("NOUN", "PROPN") and is_known(tree, i, words)
    return not known and condition_of(tree, head, words) is not None


def _beside(tree: Tree, i: int, words: Factuality) -> tuple[int, int] | None:
    """Return the span of the first condition beside token i, or beside its object, where the parse may hang it."""
    marked = not words.conditional.isdisjoint(tree.said(i))  # without such a word only an inverted clause is a condition
    if not marked and all(not _is_inverted(tree, c, words) for c in tree.kids(i, "advcl")):
        return None
    near = tree.kids(i, "advcl", "obl", "advmod", "nmod", "acl")
    if tree.is_verbal(i):
        near += [c for c in tree.kids(i, "xcomp", "ccomp") if _is_provided(tree, c, words)]
        near += [c for o in tree.kids(i, "obj", "obl") for c in tree.kids(o, "nmod", "advmod", "acl") if c > o]
    first = next((c for c in sorted(near) if _is_condition(tree, c, i, words)), None)
    return _span(tree, first) if first is not None else None


def _is_condition(tree: Tree, child: int, i: int, words: Factuality) -> bool:
    """Tell whether a clause or phrase sets a condition on token i, beside or below which it stands."""
    marker, opening = _conjunction(tree, child, words), _opening(tree, child)
    if opening & words.traded:
        return _is_offered(tree, i, words)
    if opening & words.only:
        return is_to_come(tree, i)
    if opening & words.condition_prepositions:
        return not _is_of_sources(tree, child, words)
    if tree.bases[child] in ("nmod", "acl", "xcomp", "ccomp"):
        return _is_provided(tree, child, words)
    named = marker in words.conditions or opening & words.conditions or _is_inverted(tree, child, words)
    if not named or opening & words.conceding or _is_asking(marker, words):
        return False
    return not (_is_lasting(tree, child, words) or _is_aside(tree, child, words))


def _is_provided(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell "*provided* that they pay", whatever the parse hangs it on: "send aid to Chad *provided* that it pays"."""
    return tree.words[i] in words.conditions and bool(tree.kids(i, "ccomp")) and not tree.kids(i, "nsubj", "aux")


def _is_offered(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is given for something only once that has come: "*offered* to leave in return for aid", "*would leave*", but not "left"."""
    head = tree.heads[i]
    promised = tree.bases[i] in _COMPLEMENTS and tree.marker(i) == "to" and {tree.lemmas[head], tree.words[head]} & words.offering
    return bool(promised) or tree.lemmas[i] in words.offering or any(tree.tags[a] == "MD" for a in tree.kids(i, "aux"))


def _is_of_sources(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what a source asks for: "on condition of *anonymity*", "on condition that he not be *named*"."""
    return any(tree.lemmas[t] in words.unnamed for t in tree.subtree(i))


def _span(tree: Tree, child: int) -> tuple[int, int]:
    """Return the span of a condition, with the clause that the parse has torn from its "provided"."""
    below = tree.subtree(child)
    if len(below) == 1 and tree.is_verbal(child) and (torn := _clause_at(tree, child + 1)) is not None:
        below = tree.subtree(torn)
    return child if below[0] == child + 1 else below[0], below[-1] + 1


def _clause_at(tree: Tree, first: int) -> int | None:
    """Return the head of the clause that begins at a token."""
    if first >= len(tree.heads):
        return None
    top = first
    while tree.heads[top] != top and tree.edges(tree.heads[top])[0] == first:
        top = tree.heads[top]
    return top if tree.is_finite(top) else None


def openings(tree: Tree, i: int, words: Factuality) -> Iterator[str]:
    """Yield what makes token i head a condition itself: its conjunction, or that of what it hangs on ("*as long as* they pay")."""
    head, base = tree.heads[i], tree.bases[i]
    marker = _conjunction(tree, i, words)
    if base in ("advcl", "ccomp", "acl", "xcomp", "csubj", "advmod") and (marker in words.conditions or marker in words.questions):
        yield marker
    if base == "advcl" and tree.bases[head] == "advmod":
        yield from _opening(tree, head) & words.conditions
    if base in ("acl", "nmod", "obl"):
        yield from _opening(tree, head) & words.condition_prepositions
    if marker in words.condition_prepositions:
        yield marker
    if base in ("ccomp", "xcomp") and tree.is_finite(i) and tree.words[head] in words.conditions and not tree.kids(head, "nsubj", "aux"):
        yield tree.words[head]  # "provided that they pay"
    if base != "advcl":
        return
    first = tree.edges(i)[0]
    before = first - 1
    if first > 0 and tree.words[before] in words.conditions and not tree.children[before] and tree.is_verbal(before):
        yield tree.words[before]
    if _is_inverted(tree, i, words):
        yield tree.words[first]


def is_protasis(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell whether token i heads a condition itself, or an embedded question."""
    return next(openings(tree, i, words), None) is not None


def is_shifted(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell the past of a condition that had yet to be met: "would leave if they *disarmed*", "agreed to leave if they *disarmed*"."""
    head = tree.heads[i]
    if tree.bases[i] != "advcl" or tree.is_perfect(i) or all(tree.tags[t] != "VBD" for t in (i, *tree.kids(i, "aux", "cop"))):
        return False
    if _is_asking(tree.marker(i), words):
        return False
    if is_undertaken(tree, head, words) or tree.lemmas[head] in words.offering:
        return True
    return is_to_come(tree, head) and not tree.is_perfect(head)


def _is_lasting(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a clause that says how long and sets no condition: "as long as it takes"."""
    opening = _opening(tree, i) | {_conjunction(tree, i, words)}
    verbs = [c for c in (i, *tree.kids(i, "advcl", "ccomp", "xcomp")) if tree.kids(c, "nsubj", "expl")]
    verbs = [v for v in verbs if {tree.lemmas[v], tree.words[v]} & words.lasting_by]
    return bool(opening & words.lasting) and any(tree.has(v, words.lasting_of, "nsubj", "expl") for v in verbs)


def _is_aside(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what opens like a condition and is an aside: "within days, *if not hours*", "*if anything*"."""
    below = tree.subtree(i)
    first = ["_".join(tree.words[t] for t in below[:n]) for n in (2, 3)]
    return bool({*first} & words.unconditional) and not tree.is_verbal(i) and "for" not in (tree.words[t] for t in below[2:3])


def _conjunction(tree: Tree, i: int, words: Factuality) -> str:
    """Return what opens the clause of token i, without the "to" of "if it is to be built" and the "on" of "on whether"."""
    marker = tree.marker(i).removesuffix("_to")
    last = marker.rpartition("_")[2]
    return last if _is_asking(last, words) else marker


def _is_asking(marker: str, words: Factuality) -> bool:
    """Tell what opens a question and no condition: "whether", but not "if"."""
    return marker in words.questions and marker != "if"


def _opening(tree: Tree, i: int) -> set[str]:
    """Return the first words of a phrase: "as_long_as", "in_case_of"; one alone where no more follow, or "that" does."""
    below = tree.subtree(i)
    first = [tree.words[t] for t in below[:_LONGEST]]
    run = below[: len(first)] == list(range(below[0], below[0] + len(first)))
    alone = len(first) == 1 or first[1] == "that"
    return {"_".join(first[:n]) for n in range(1 if alone else 2, len(first) + 1)} if run else set()


def _is_inverted(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a condition without a conjunction: "had they agreed", "were he to leave"."""
    if tree.bases[i] != "advcl" or (tree.kids(i, "mark") and tree.marker(i) != "to"):
        return False
    first = tree.edges(i)[0]
    subjects = tree.kids(i, "nsubj")
    return bool(subjects) and tree.words[first] in words.inverted and first < subjects[0] and tree.pos[first] in ("AUX", "VERB")
