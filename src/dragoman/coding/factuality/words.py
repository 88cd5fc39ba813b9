"""What the words in its own clause make of a predicate or noun: negation, modals, adverbs, conditions, tense."""

from __future__ import annotations

from collections.abc import Set

from dragoman.claims import Certainty, Tense
from dragoman.coding.factuality.conditions import condition_of, is_shifted, leaves_open, openings
from dragoman.coding.factuality.negation import is_negated
from dragoman.coding.factuality.nouns import is_left
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.signatures import Effect
from dragoman.coding.tree import Tree
from dragoman.language.dashes import HYPHENS


def own_standing(tree: Tree, i: int, words: Factuality, *, cues: Set[int] = frozenset()) -> Standing:
    """Return what is said of token i in its own clause or noun phrase.

    A hedge that is a cue ("reportedly") has put the clause in a voice of its own, which does not doubt it.
    """
    hedges = tuple([c for c in tree.kids(i, "advmod") if c in cues])
    noted = tree.standings.get((i, hedges))
    if noted is None or noted[0] is not words:
        noted = tree.standings[i, hedges] = words, _own_standing(tree, i, words, hedges)
    return noted[1]


def _own_standing(tree: Tree, i: int, words: Factuality, hedges: tuple[int, ...]) -> Standing:
    certainty, tense, shiftable = _modality(tree, i, words)
    tense = tense or _tense_of_holder(tree, i, words)
    for child in tree.kids(i, "advmod"):
        if tree.words[child] in words.adverbs and child not in hedges:
            certainty = weaker(certainty, words.adverbs[tree.words[child]])
    condition = condition_of(tree, i, words)
    if condition and leaves_open(tree, i, condition, words):
        certainty, shiftable = "hypothetical", False
    if tree.is_bidding(i) or _is_else_faced(tree, i, words):
        certainty, tense = "hypothetical", "future"
    opened = {*openings(tree, i, words)}
    if opened or _is_asked(tree, i):
        certainty = "hypothetical"
        yet = opened & words.yet and all(tree.lemmas[a] in ("do", "be") for a in tree.kids(i, "cop", "aux"))
        tense = "future" if yet and tense in ("present", None) else tense
        tense = "future" if is_shifted(tree, i, words) else tense
    negative = is_negated(tree, i, words)
    return _with_adjectives(tree, i, words, Standing(negative, certainty, tense, condition, shiftable))


def _is_else_faced(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what comes to him who does not do as he is told: "has to leave or *face* fines"."""
    bare = tree.lemmas[i] in words.else_faced and tree.tags[i] in ("VB", "VBP")
    return bare and any(tree.words[c] == "or" for c in tree.kids(i, "cc"))


def _with_adjectives(tree: Tree, i: int, words: Factuality, standing: Standing) -> Standing:
    """Add what attributive adjectives make of a noun: "the alleged attack", "planned talks"."""
    modifiers = tree.kids(i, "amod", "compound", "advmod")
    if not modifiers:
        return standing
    negative, certainty, tense = standing.negative, standing.certainty, standing.tense
    for child in modifiers:
        effect = words.adjectives.get(tree.words[child])
        if effect and effect.turns and tree.words[child] in words.vain and tree.lemmas[i] in words.tried | words.undertaken:
            effect = Effect(tense="past")  # "a failed coup" is one, "failed talks" were held
        if effect and child < i and not tree.is_verbal(i) and tree.words[child - 1] not in HYPHENS:
            negative ^= effect.turns
            certainty = weaker(certainty, effect.certainty)
            tense = effect.tense or tense
    return Standing(negative, certainty, tense, standing.condition, standing.shiftable)


def _modality(tree: Tree, i: int, words: Factuality) -> tuple[Certainty, Tense | None, bool]:
    """Return certainty and tense that auxiliaries and form give, and whether "would" gave them."""
    auxiliaries, copulas = tree.kids(i, "aux"), tree.kids(i, "cop")
    forms = [tree.words[a] for a in auxiliaries]
    kinds = {words.modals[f] for f in forms if f in words.modals and _is_modal(tree, auxiliaries[forms.index(f)])}
    perfect = any(tree.lemmas[a] == "have" for a in auxiliaries)
    unfinished = tree.has(i, words.unfinished, "advmod")
    due = ("be", "have") if unfinished else ("be",)  # "*has* yet to leave"
    helpers = (*auxiliaries, *copulas)
    finite_be = any(tree.lemmas[a] in due and tree.tags[a] in ("VBZ", "VBP", "VBD") for a in helpers)
    bare = tree.tags[i] == "VB" or any(tree.tags[a] == "VB" and tree.lemmas[a] == "be" for a in helpers)
    if "certain_future" in kinds or (finite_be and bare and any(tree.tags[m] == "TO" for m in tree.kids(i, "mark"))):
        return "hypothetical" if unfinished else "certain", "future", False
    if not kinds and (subjunctive := is_subjunctive(tree, i, words)) | _was_to_have(tree, i):
        return "hypothetical", "future" if subjunctive else "past", False
    if not kinds:
        heading = tree.is_root(i) and tree.tags[i] == "VB" and tree.marker(i) == "to" and bool(tree.kids(i, "nsubj"))
        return "certain", "future" if heading else _tense(tree, i, perfect), False
    tense: Tense = "past" if perfect else "future"
    if "possible" in kinds:
        if "could" in forms and is_negated(tree, i, words):
            return "certain", "past", False
        return "possible", tense, False
    if "ability" in kinds:
        return ("certain" if is_negated(tree, i, words) else "possible"), ("past" if perfect else "present"), False
    if perfect and "must" in forms:
        return "probable", "past", False
    would = any(f in ("would", "'d", "’d") for f in forms)
    polite = would and not perfect and tree.lemmas[i] in words.polite and tree.is_verbal(i)
    return ("certain", "present", False) if polite else ("hypothetical", tense, would and not perfect)


def is_subjunctive(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell the bare form after "that", of what shall be: "demanded that he *leave* and that she *go*", "a rule that nobody *enter*"."""
    first = tree.first_conjunct(i)  # of clauses that each have their "that"
    if tree.bases[first] not in ("ccomp", "acl", "csubj") or tree.marker(i) != "that" or tree.kids(i, "aux"):
        return False
    if tree.tags[i] == "VB":
        return True
    subject = next(iter(tree.kids(i, "nsubj")), None)
    alone = subject is not None and tree.tags[subject] in ("NN", "NNP") and not tree.kids(subject, "conj")
    return alone and tree.tags[i] == "VBP" and tree.lemmas[tree.heads[first]] in words.subjunctive


def _was_to_have(tree: Tree, i: int) -> bool:
    """Tell "was to have met him", which he did not."""
    if not any(tree.tags[m] == "TO" for m in tree.kids(i, "mark")):
        return False
    return tree.is_perfect(i) and any(tree.lemmas[a] == "be" and tree.tags[a] == "VBD" for a in tree.kids(i, "aux"))


def _is_modal(tree: Tree, a: int) -> bool:
    return tree.tags[a] == "MD" or tree.lemmas[a] not in ("have", "be", "do")


def _tense_of_holder(tree: Tree, i: int, words: Factuality) -> Tense | None:
    """Return the tense of a title beside a name: who is called "the leader" leads now, whatever the verb's tense."""
    return tense_held(tree, i, words) if is_title(tree, i) else None


def is_title(tree: Tree, i: int) -> bool:
    """Tell a title beside a name: whatever is wished for its bearer, he bears it."""
    if tree.is_verbal(i) or tree.doc[i].ent_type_ == "PERSON":
        return False
    beside = [*tree.kids(i, "appos", "flat"), *([tree.heads[i]] if tree.bases[i] in ("appos", "compound", "flat") else [])]
    return any(tree.doc[t].ent_type_ == "PERSON" for t in beside)


def tense_held(tree: Tree, i: int, words: Factuality) -> Tense | None:
    """Return the tense of a relation that a word without a tense of its own expresses; None where it has one."""
    finite = {tree.tags[t] for t in (i, *tree.kids(i, "aux", "cop"))} & {"VBD", "VBZ", "VBP", "MD"}
    if finite:
        return None
    if is_left(tree, i, words):
        return "past"
    beside = list(tree.kids(i, "amod", "advmod", "compound", "case", "mark"))  # "*once* leader": the parse may take it for a preposition
    if tree.bases[i] in ("compound", "flat") or tree.deps[i] == "nmod:desc":
        # "Former US President Amina Diallo": the parse may hang "former" on the name.
        beside += [c for c in tree.kids(tree.heads[i], "amod", "advmod") if c < i]
    return "past" if any(tree.words[c] in words.bygone for c in beside) else "present"


def _tense(tree: Tree, i: int, perfect: bool) -> Tense | None:
    """Return the tense of a finite verb or copular predicate; None of a noun or a non-finite form."""
    auxiliaries = tree.kids(i, "aux")
    tags = {tree.tags[t] for t in (i, *auxiliaries, *tree.kids(i, "cop"))}
    if perfect and tree.tags[i] == "VBG" and any(tree.tags[a] in ("VBZ", "VBP") for a in auxiliaries):
        # "Has been pressing them": still does.
        return "present"
    if perfect or "VBD" in tags:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    if tree.tags[i] == "VBN" and tree.bases[i] in ("acl", "amod", "advcl", "root", "ROOT"):
        return "past"
    return None


def _is_asked(tree: Tree, i: int) -> bool:
    """Tell whether token i heads a question that asks whether it is so."""
    if not tree.is_root(i) and tree.bases[i] not in ("ccomp", "parataxis", "conj"):
        return False
    subjects, auxiliaries = tree.kids(i, "nsubj", "expl"), [*tree.kids(i, "aux", "cop"), i]
    inverted = bool(subjects) and min(auxiliaries) < subjects[0] and tree.pos[min(auxiliaries)] == "AUX"
    if not inverted:
        return False
    first = tree.edges(i)[0]
    return min(auxiliaries) == first and any(
        tree.words[t] == "?" for t in range(i, min(i + 60, len(tree.words))) if tree.sentences[t] == tree.sentences[i]
    )


def default_tense(tree: Tree, i: int) -> Tense:
    """Return the tense of the nearest finite governor; present where there is none."""
    for head in (i, *tree.ancestors(i)):
        tags = {tree.tags[t] for t in (head, *tree.kids(head, "aux", "cop"))}
        if "VBD" in tags or "VBN" in tags:
            return "past"
        if tags & {"VBZ", "VBP"}:
            return "present"
    return "past" if not tree.is_verbal(i) else "present"
