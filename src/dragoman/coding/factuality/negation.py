"""What denies a word in its own clause or phrase: negators, negative pronouns and determiners, and phrases that hold one."""

from __future__ import annotations

from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.tree import Tree

_SHORT = ("n't", "n’t")


def is_negated(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell whether token i is negated by a word of its own clause or phrase; two negations are none."""
    auxiliaries = tree.kids(i, "aux")
    if words.denying.isdisjoint(tree.said(i)) and not any(tree.words[a].endswith(_SHORT) for a in auxiliaries):
        return False
    beside = [*tree.children[i], *(k for a in auxiliaries for k in tree.kids(a, "advmod"))]  # "and *never* will, accept"
    denials = sorted(c for c in beside if tree.bases[c] in ("advmod", "det", "cc", "aux", "discourse") and _negates(tree, c, words))
    count = sum(not _is_joined(tree, before, c) for before, c in zip([None, *denials], denials, strict=False))
    denying = (c for c in tree.kids(i, "nsubj", "obj", "obl", "expl", "advmod") if is_negative_phrase(tree, c, words))
    count += any(not _stands_apart(tree, i, c, words) for c in denying)
    count += tree.marker(i) in words.negative_prepositions
    count += any(_whole(tree, c) in words.negative_prepositions for c in tree.kids(i, "cc"))  # "talks *rather than* sanctions"
    count += tree.pos[i] in ("PRON", "DET") and tree.words[i] in words.negative_pronouns
    return count % 2 == 1


def _is_joined(tree: Tree, before: int | None, c: int) -> bool:
    """Tell a negation that says again what one before it says: "does not, and *never* will"."""
    return before is not None and any(tree.words[t] in ("and", "or", "nor") for t in range(before + 1, c))


def denies_predicate(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a verb that says what somebody is not: "was *found* not guilty"."""
    said = (c for c in tree.kids(i, "xcomp") if tree.pos[c] == "ADJ" and not tree.marker(c))
    return any(_negates(tree, k, words) for c in said for k in tree.kids(c, "advmod"))


def _whole(tree: Tree, c: int) -> str:
    """Return a word with the rest of its fixed phrase: "rather_than"."""
    return "_".join([tree.words[c], *(tree.words[k] for k in tree.kids(c, "fixed"))])


def _negates(tree: Tree, c: int, words: Factuality) -> bool:
    word = tree.words[c]
    if _is_hyphened(tree, c):
        return False
    if word in words.negative_determiners and tree.bases[c] == "det":
        return not (word in words.counted and any(tree.words[k] == "a" for k in tree.children[c]))
    if word == "longer":
        return any(tree.words[k] == "no" for k in tree.children[c])
    if word not in words.negators and not (tree.bases[c] == "aux" and word.endswith(_SHORT)):
        return False
    following = tree.words[c + 1] if c + 1 < len(tree.words) else ""
    return following not in words.unnegating


def _stands_apart(tree: Tree, i: int, c: int, words: Factuality) -> bool:
    """Tell what denies only itself: "left *with no* reply", "in *no* uncertain terms", but "met *with no* rebel", "at *no* time did he".

    With the auxiliary before the subject it denies its clause, wherever it stands.
    """
    if tree.bases[c] != "obl":
        return False
    subjects = tree.kids(i, "nsubj", "expl")
    if subjects and any(c < a < subjects[0] for a in tree.kids(i, "aux", "cop")):
        return False
    marker = tree.marker(c)
    if f"{tree.lemmas[c]}+{marker}" in words.idle:
        return True
    before = bool(subjects) and c < subjects[0]
    return marker in words.apart and (before or f"{tree.lemmas[i]}+{marker}" not in words.taking)


def _is_hyphened(tree: Tree, c: int) -> bool:
    """Tell the "no" of "a no-fly zone", which names the zone and denies nothing."""
    return tree.words[c + 1 : c + 2] == ["-"] and not tree.doc[c].whitespace_


def is_negative_phrase(tree: Tree, c: int, words: Factuality) -> bool:
    """Tell whether an argument makes its clause negative: "nobody", "no party", "few of them"."""
    if tree.lemmas[c] in words.undenying and any(tree.words[k] == "no" for k in tree.kids(c, "det")):
        return False  # "*no matter* how long", "no doubt"
    if tree.words[c] in words.negative_pronouns and tree.pos[c] in ("PRON", "DET", "NOUN", "ADJ"):
        return not tree.kids(c, "det")
    if _is_hardly_any(tree, c, words):
        return True
    return (
        any(
            tree.words[k] in words.negative_determiners
            and tree.words[k] not in words.counted
            and tree.bases[k] in ("det", "advmod", "cc")
            and not _is_hyphened(tree, k)
            for k in tree.children[c]
        )
        and tree.bases[c] != "advmod"
    )


def _is_hardly_any(tree: Tree, c: int, words: Factuality) -> bool:
    """Tell "*not* a single country", "*not* all of them", "*hardly* anybody", but neither "not one but two" nor "not a few"."""
    if tree.bases[c] not in ("nsubj", "obj"):
        return False
    first = tree.edges(c)[0]
    word, among = tree.words[first], first + 1
    if word not in words.negators or word in words.nearly or tree.bases[first] != "advmod" or tree.words[among] not in words.anybody:
        return False
    few = any(tree.words[t] in words.counted for t in range(among, c + 1))
    corrected = any(tree.has(k, ("but",), "cc") for t in (c, *tree.kids(c, "nummod")) for k in tree.kids(t, "conj"))
    return not few and not corrected
