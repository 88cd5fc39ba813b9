"""What the words around a verb tell of its slots: whether it is passive, where its object hangs, what is denied, asked or to come."""

from __future__ import annotations

from dragoman.coding.frames.fillers import Grammar, Slots
from dragoman.coding.tree import Tree

_KNOWN = ("Definite=Def", "PronType=Dem")  # features of "the" and "this"

_ACTIVE = frozenset({"VB", "VBP", "VBZ"})


def is_minded(tree: Tree, grammar: Grammar, i: int) -> bool:
    """Tell a participle that says what somebody thinks of something: "villagers *opposed* to the dam" oppose it."""
    if tree.lemmas[i] not in grammar.minded or tree.tags[i] != "VBN" or tree.kids(i, "obl:agent"):
        return False
    told = tree.deps[i] in ("acl", "amod") or bool(tree.kids(i, "nsubj:pass"))
    return told and any(tree.marker(c) == "to" for c in tree.kids(i, "obl"))


def is_passive(tree: Tree, grammar: Grammar, i: int) -> bool:
    """Tell whether a verb is passive by its own form or by that of the one before it, and has no object that only hangs elsewhere."""
    return (tree.is_passive(i) or _is_bidden(tree, grammar, i)) and not objects_after(tree, grammar, i)


def _is_bidden(tree: Tree, grammar: Grammar, i: int) -> bool:
    """Tell whether a verb of bidding shares the passive of the one before it: "was stopped and *told* to leave"."""
    head = tree.heads[i]
    if tree.deps[i] != "conj" or tree.lemmas[i] not in grammar.bidding or not tree.is_verbal(head) or not tree.is_passive(head):
        return False
    own = tree.kids(i, "nsubj", "obj", "iobj", "aux", "ccomp")
    return not own and tree.tags[i] == "VBD" and any(tree.marker(c) == "to" for c in tree.kids(i, "xcomp", "advcl"))


def objects_after(tree: Tree, grammar: Grammar, i: int) -> list[int]:
    """Return the object of the verb joined to one of doing something to somebody: "*wounded* and killed *ten*"."""
    if tree.lemmas[i] not in grammar.sharing or tree.kids(i, "aux:pass", "obj"):
        return []
    joined = [c for c in tree.kids(i, "conj") if c - i == 2 and tree.is_verbal(c)]
    found = [t for c in joined for t in tree.kids(c, "obj")]
    if not found and tree.tags[i] in _ACTIVE:  # "will not *recognise* or talk to *Chad*"
        found = [t for c in joined for t in tree.kids(c, "obl") if c + 1 in tree.subtree(t) and tree.marker(t) == tree.words[c + 1]]
    return found


def behind_the_next(tree: Tree, i: int, preposition: int) -> int | None:
    """Return the noun of a preposition that a verb shares with the next: "talked *to* and praised *Ali*"; None where there is none."""
    for c in tree.kids(i, "conj"):
        if c > preposition and tree.is_verbal(c):
            return next((t for t in tree.kids(c, "obj") if t > c), None)
    return None


def raised_objects(tree: Tree, grammar: Grammar, i: int) -> list[int]:
    """Return objects that hang on the predicate after them: "found *him* guilty", "accused *him* of lying"."""
    found = [t for c in tree.kids(i, "xcomp") if not tree.is_verbal(c) for t in tree.kids(c, "nsubj")]
    for c in tree.kids(i, "advcl", "ccomp"):
        marks = [m for m in tree.kids(c, "mark") if tree.words[m] in grammar.object_control]
        found += [t for t in tree.kids(c, "nsubj") if marks and i < t < marks[0]]
    return found


def harm_between(tree: Tree, grammar: Grammar, i: int) -> int | None:
    """Return the clause whose harm participle i tells, though it hangs above: "closed a road after a *shell hit* a bus, *killing* X"."""
    host = tree.heads[i]
    if tree.lemmas[i] not in grammar.harming or tree.tags[i] != "VBG" or tree.lemmas[host] in grammar.striking:
        return None
    between = [c for c in tree.kids(host, "advcl") if host < c < i and tree.marker(c) and tree.kids(c, "nsubj", "nsubj:pass")]
    return between[-1] if between and tree.lemmas[between[-1]] in grammar.striking else None


def is_anothers(tree: Tree, grammar: Grammar, noun: int, name: str, slots: Slots) -> bool:
    """Tell whether a verb speaks of a deed of another: "called the killing *a crime*", "took *the* attack seriously".

    Args:
        tree: the syntax.
        grammar: the words that matter.
        noun: the noun of the deed, the verb's object.
        name: the verb, with its particle.
        slots: the slots of the verb.
    """
    if slots.get("predicative"):
        return True
    if name not in grammar.of_new or tree.lemmas[noun] not in grammar.violence:
        return False
    pointing = any(sign in tree.features[d] for d in tree.kids(noun, "det") for sign in _KNOWN)
    return pointing or bool(slots.get("as") or tree.kids(noun, "nmod:poss"))


def stray_subject(tree: Tree, i: int) -> list[int]:
    """Return the subject of a noun that has a copula but hangs, with its subject, on the verb of the next clause."""
    copula = next(iter(tree.kids(i, "cop")), None)
    if copula is None or tree.deps[i] not in ("obl", "advmod", "dep"):
        return []
    before = [c for c in tree.kids(tree.heads[i], "nsubj") if c < copula]
    return before[-1:]


def is_foretold(tree: Tree, grammar: Grammar, modal: int) -> bool:
    """Tell a modal by which somebody told in the past what was to come: "said that the talks *would* resume"."""
    verb = tree.heads[modal]
    told = tree.bases[verb] == "ccomp" and tree.tags[tree.heads[verb]] in ("VBD", "VBN")
    return told and tree.words[modal] in grammar.foretelling


def foiled(tree: Tree, grammar: Grammar, i: int) -> int | None:
    """Return the plot of others that an infinitive tells of beside a verb of stopping it: "foiled a *plot* to *kill* him"."""
    verb = tree.heads[i]
    if not foils(tree, grammar, verb):
        return None
    plots = (c for c in tree.kids(verb, "obj", "nsubj:pass") if c < i and tree.lemmas[c] in grammar.intents)
    return next(plots, None)


def foils(tree: Tree, grammar: Grammar, verb: int) -> bool:
    """Tell a verb, alone or with its particle, of stopping, finding out or outliving what others plot: "*foiled*", "*fended off*"."""
    lemma = tree.lemmas[verb]
    return lemma in grammar.foiling or any(f"{lemma} {tree.words[p]}" in grammar.foiling for p in tree.kids(verb, "compound:prt"))


def denies(tree: Tree, grammar: Grammar, adverb: int) -> bool:
    """Tell whether an adverb denies its verb, or is itself denied: "*not*", "*never*", "*no* longer"."""
    negative = "Polarity=Neg" in tree.features[adverb] or tree.words[adverb] in grammar.never
    return negative or any(tree.words[c] in grammar.negating for c in tree.children[adverb])


def nothing_of(tree: Tree, grammar: Grammar, noun: int) -> list[int]:
    """Return the word before a subject or object that denies its verb, none of others: "had *no* intention", "*no* talks began"."""
    core = tree.bases[noun] in ("nsubj", "csubj", "obj")
    return [d for d in tree.kids(noun, "det") if tree.words[d] in grammar.negating] if core else []


def asks(tree: Tree, grammar: Grammar, clause: int) -> bool:
    """Tell whether a clause is a question: "asked *what* he wanted", "asked *whether* he came"."""
    return tree.is_question(clause) or any(tree.words[t] in grammar.asking for t in tree.subtree(clause) if t < clause)


def named(tree: Tree, grammar: Grammar, pronoun: int) -> int | None:
    """Return what somebody says that a thing is, where a pronoun stands for it: "struck *what* it called *bases*"."""
    for verb in tree.kids(pronoun, "acl:relcl") if tree.pos[pronoun] == "PRON" else ():
        if tree.lemmas[verb] in grammar.naming and tree.kids(verb, "nsubj"):
            said = (c for c in tree.children[verb] if c > verb and tree.pos[c] in ("NOUN", "PROPN"))
            return next((c for c in said if tree.deps[c] in ("xcomp", "ccomp") or tree.marker(c) == "as"), None)
    return None


def stranded(tree: Tree, i: int) -> str:
    """Return the preposition right behind a verb with nothing after it: "was cared *for* by nuns", "was shot *at*"."""
    after = i + 1
    alone = after < len(tree.pos) and tree.heads[after] == i and tree.pos[after] == "ADP" and tree.bases[after] == "obl"
    return tree.lemmas[after] if alone and not tree.children[after] else ""
