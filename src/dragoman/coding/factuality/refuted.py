"""What is told only to be called untrue: "reports that they fled are *false*", "it is *absurd* to suggest that"."""

from __future__ import annotations

from dragoman.coding.factuality.negation import is_negated
from dragoman.coding.factuality.nouns import is_done_to
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.factuality.words import own_standing
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.signatures import Effect
from dragoman.coding.tree import Tree

_TOLD = "told"
_BELOW = frozenset({"csubj", "xcomp", "ccomp", "advcl", "acl"})


def refuted(tree: Tree, own: Standing, i: int, words: Factuality) -> Standing | None:
    """Return how something stands that a noun or verb of saying tells which is called true or untrue; None of other things."""
    saying = tree.heads[i]
    noun = tree.lemmas[saying] in words.said and not tree.is_verbal(saying)
    told = tree.bases[i] in ("acl", "ccomp") and tree.is_finite(i)
    if not (told or (noun and tree.bases[i] == "nmod" and tree.marker(i) == "of")) or tree.deps[i] == "acl:relcl":
        return None
    found = verdict_on(tree, saying, words)
    if found is None:
        return None
    effect, judge = found
    certainty = weaker(own.certainty, effect.certainty, own_standing(tree, judge, words).certainty)
    return Standing(own.negative ^ effect.turns, certainty, own.tense or "past", own.condition)


def verdict_on(tree: Tree, saying: int, words: Factuality) -> tuple[Effect, int] | None:
    """Return what a predicate that calls a saying true or untrue makes of what it tells, and the predicate; None where there is none.

    Args:
        tree: the syntax.
        saying: the noun ("reports that they fled are false") or infinitive ("it is absurd to suggest that") of saying.
        words: the words that matter.
    """
    judge = tree.heads[saying]
    if tree.is_verbal(saying):
        if tree.bases[saying] not in _BELOW or not tree.marker(saying).endswith("to") or tree.is_verbal(judge):
            return None
        marker = ""
    elif tree.lemmas[saying] not in words.said:
        return None
    else:
        marker = tree.marker(saying) if tree.bases[saying] in ("nmod", "obl") else ""
        if not marker and tree.deps[saying] != "nsubj":
            return None
    adjective = tree.pos[judge] == "ADJ"
    name = f"adjective:{tree.words[judge]}" if adjective else f"noun:{tree.lemmas[judge]}"
    name += f"+{marker}" if marker else ""
    found = next((s for s in words.signatures.get(name, ()) if _TOLD in s.of), None)
    if found is None:
        return None
    return (found.fails if is_negated(tree, judge, words) else found.holds), judge


def rejecter(tree: Tree, saying: int, words: Factuality) -> int | None:
    """Return the verb by which somebody calls a saying untrue: "*dismissed* reports that they fled as false".

    Args:
        tree: the syntax.
        saying: the noun of saying.
        words: the words that matter.
    """
    verb = tree.heads[saying]
    if tree.lemmas[saying] not in words.said or tree.is_verbal(saying) or not tree.is_verbal(verb):
        return None
    if tree.marker(saying) == "as":  # the parse may take "dismissed as *false reports*" for one phrase
        named = tree.kids(saying, "amod") if tree.bases[saying] == "obl" else []
    elif is_done_to(tree, saying):
        named = [c for c in tree.kids(verb, "obl", "xcomp", "advcl") if tree.marker(c) == "as" or tree.bases[c] == "xcomp"]
        named += [c for c in tree.kids(saying, "nmod", "obl") if tree.marker(c) == "as"]
    else:
        return None
    return verb if any(_is_untrue(tree, c, words) for c in named) else None


def _is_untrue(tree: Tree, i: int, words: Factuality) -> bool:
    keys = (f"adjective:{tree.words[i]}", f"noun:{tree.lemmas[i]}")
    return any(_TOLD in s.of and s.holds.turns for key in keys for s in words.signatures.get(key, ()))
