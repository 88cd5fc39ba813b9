"""Nouns that are so whatever their clause says of them: those who bear a name, events that are over, offices left."""

from __future__ import annotations

from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.signatures import Effect
from dragoman.coding.tree import ARGUMENTS, Tree


def names_one(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a noun that names somebody by what he is, in any part but the predicate: "urged its allies to help"."""
    if is_held(tree, i, words):
        return True
    if tree.lemmas[i] not in words.bearers or tree.is_verbal(i) or tree.bases[i] not in ARGUMENTS or tree.kids(i, "cop"):
        return False
    return not is_founded(tree, i, words) and not tree.has(i, words.indefinite, "det")


def is_done_to(tree: Tree, i: int) -> bool:
    """Tell an object, or the subject of a passive."""
    return tree.bases[i] == "obj" or tree.deps[i] == "nsubj:pass"


def is_held(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell those who are held, whatever is to become of them: "offered to free *two hostages*", "the exchange of *prisoners*"."""
    if tree.lemmas[i] not in words.held or tree.is_verbal(i) or tree.has(i, words.unspecific | words.negative_determiners, "det"):
        return False
    placed = is_done_to(tree, i) or (tree.bases[i] == "nmod" and tree.marker(i) == "of")
    return placed and bool(names_of(tree, tree.heads[i]) & words.freeing)


def is_in_force(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a measure that there is, since somebody is to undo it: "offered to suspend *tariffs*", but not "scrapped *planned* tariffs"."""
    if tree.lemmas[i] not in words.in_force or tree.is_verbal(i) or not is_done_to(tree, i):
        return False
    if tree.has(i, words.unspecific | words.negative_determiners, "det") or is_further(tree, i, words):
        return False
    proposed = any(e.tense == "future" or e.certainty != "certain" for e in effects_on(tree, i, words, "amod", "compound"))
    return not proposed and bool(names_of(tree, tree.heads[i], "advmod") & words.undoing)


def is_founded(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what comes to be, or to have somebody in it, only by its verb: "wants to join *the alliance*"."""
    return tree.lemmas[i] in words.bearers and tree.bases[i] == "obj" and tree.lemmas[tree.heads[i]] in words.founding


def is_known(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is spoken of as known: "*the* raid", "*his* promise"."""
    return bool(tree.kids(i, "nmod:poss")) or tree.has(i, words.definite, "det")


def effects_on(tree: Tree, i: int, words: Factuality, *beside: str) -> list[Effect]:
    """Return what the adjectives make of a noun that are so related to it: "a *failed* bid", "the *alleged* raid"."""
    return [words.adjectives[tree.words[c]] for c in tree.kids(i, *beside) if tree.words[c] in words.adjectives]


def is_done(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a noun for what is over once it is spoken of: "his murder is unacceptable"."""
    alone = tree.lemmas[i] in words.done_once and tree.tags[i] == "NN" and tree.has(i, words.definite, "det")
    return (alone or tree.lemmas[i] in words.done) and not tree.is_verbal(i)


def is_announced(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is announced before it comes: "announced a withdrawal"; what is spoken of as known may have come."""
    named = tree.lemmas[i] in words.announced and not tree.is_verbal(i) and tree.bases[i] in ("obj", "xcomp")
    known = tree.has(i, words.definite, "det")
    return named and not known and tree.lemmas[tree.heads[i]] in words.announcing


def is_advocated(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is to be done, and somebody is for or against it: "supports the lifting of the sanctions"."""
    named = tree.lemmas[i] in words.announced or is_further(tree, i, words)
    head = tree.heads[i]
    to = f"+{tree.marker(i)}" if tree.bases[i] == "obl" else ""  # "agreed *to the withdrawal* of troops"
    placed = not tree.is_verbal(i) and (tree.bases[i] in ("obj", "nsubj") or bool(to))
    return named and placed and f"{tree.lemmas[head]}{to}" in words.advocating and (to != "" or tree.kids(i, "nmod:poss") == [])


def is_further(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell more of what there is, unless it is known: "*further* sanctions", but not "the new sanctions"."""
    more = tree.lemmas[i] in words.furthered and tree.has(i, words.furthering, "amod")
    return more and not tree.has(i, words.definite, "det") and not tree.kids(i, "acl")


def is_discussed(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what is only discussed and has yet to come: "discussed *a truce*", "talks on *the release* of hostages", "mulls *sanctions*"."""
    accord = tree.lemmas[i] in words.agreed
    open_ = tree.lemmas[i] in words.discussed or is_further(tree, i, words)
    if tree.is_verbal(i) or tree.has(i, ("this", "that"), "det"):
        return False
    exemplary = tree.bases[i] == "nmod" and tree.marker(i) in words.examples  # "steps, *including* an embargo"
    first = tree.first_conjunct(tree.heads[i] if exemplary else i)
    head = tree.heads[first]
    through = tree.marker(first) in words.discussed_through
    if tree.is_verbal(head):
        weighed = tree.lemmas[head] in words.weighing and not (tree.lemmas[i] in words.answered or tree.lemmas[i] in words.said)
        known = is_known(tree, i, words) or tree.pos[i] == "PROPN" or bool(tree.kids(head, "xcomp"))  # "considers it *an attack*"
        if not (accord or open_ or (weighed and not known)):
            return False
        reached = tree.lemmas[head] == "negotiate" and tree.tags[head] in ("VBD", "VBN")  # "negotiated a truce", and has it
        over = bool(names_of(tree, head) & words.discussing) and not reached
        told = tree.bases[first] in ("obj", "nsubj") and tree.deps[first] != "nsubj"
        about = tree.bases[first] == "obl" and through and tree.lemmas[head] in words.discussions  # "talked about greater aid"
        return ((over and told) or about) and not (accord and tree.has(i, words.definite, "det"))
    return (accord or open_) and through and tree.bases[first] == "nmod" and tree.lemmas[head] in words.discussions


def is_answered(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what was said, though somebody turns it down or denies it: "the *demand* was refused", "rebut foreign *criticism*"."""
    head = tree.heads[i]
    said = tree.lemmas[i] in words.answered and not tree.is_verbal(i) and is_done_to(tree, i)
    return said and bool(names_of(tree, head) & words.answering)


def is_repaid(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody is to be repaid, punished or thanked for: "will pay dearly for *its support*", "will pay for *the murder*"."""
    if tree.marker(i) != "for" or tree.bases[i] not in ("obl", "nmod", "advcl", "acl"):
        return False
    head = tree.heads[i]
    names = {f"{name}+for" for name in names_of(tree, head, "advmod")}
    if tree.is_verbal(i):
        return tree.tags[i] == "VBG" and bool(names & words.repaid or (names & words.paid and tree.lemmas[i] in words.tried))
    known = names & words.repaid and is_known(tree, i, words)
    return bool(known or (names & words.paid and is_done(tree, i, words))) and not tree.has(i, words.indefinite, "det")


def is_foiled(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what was plotted, though somebody foiled it: "the *plot* was foiled"; "to foil any plot" tells of none."""
    head = tree.heads[i]
    told = tree.lemmas[i] in words.plots and is_done_to(tree, i) and tree.is_verbal(head)
    over = tree.tags[head] in ("VBD", "VBN", "VBG") and not is_to_come(tree, head)
    return told and over and bool(names_of(tree, head) & words.foiling) and not tree.has(i, words.unspecific, "det")


def is_pending(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what something waits for, or is undertaken for: "*pending* a vote", "offered to leave *in return for* the release"."""
    marker, head = tree.marker(i), tree.heads[i]
    whole = f"{tree.marker(head)}_{tree.words[head]}_{marker}"  # the parse may take the phrase apart
    if whole in words.traded:
        marker, head = whole, tree.heads[head]
    if tree.is_verbal(i) or not (marker in words.pending or marker in words.traded):
        return False
    verb = next((v for v in (head, *tree.ancestors(head)) if tree.is_verbal(v)), head)
    if marker in words.pending or is_to_come(tree, verb):
        return True
    return tree.is_verbal(verb) and words.undertakes(tree.lemmas[verb])


def names_of(tree: Tree, verb: int, *beside: str) -> set[str]:
    """Return what a verb is called in lists of words: its lemma, alone and with a particle or a child so related: "vote", "vote_down"."""
    lemma = tree.lemmas[verb]
    return {lemma, *(f"{lemma}_{tree.words[p]}" for p in tree.kids(verb, "compound:prt", *beside))}


def is_left(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody is or has until he leaves it, and has left: "quit as a member", "withdrew its recognition of the junta"."""
    head = tree.heads[i]
    had = tree.bases[i] == "obj" and tree.is_verbal(head) and bool(names_of(tree, head) & words.ending)
    had = had and tree.tags[head] != "VBG" and tree.marker(head) not in words.conditions
    return (had or _is_of_leaving(tree, i, words)) and not is_to_come(tree, head)


def is_to_be_left(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell what somebody still is, since his leaving it has yet to come: "seeks to oust him *as chairman*"."""
    return _is_of_leaving(tree, i, words) and is_to_come(tree, tree.heads[i])


def is_to_come(tree: Tree, verb: int) -> bool:
    """Tell a verb under a modal or "to": "*would* leave", "*to* leave"."""
    return tree.marker(verb) == "to" or any(tree.tags[a] == "MD" for a in tree.kids(verb, "aux"))


def _is_of_leaving(tree: Tree, i: int, words: Factuality) -> bool:
    head = tree.heads[i]
    if tree.bases[i] != "obl" or tree.marker(i) not in words.leaving or not tree.is_verbal(head) or tree.tags[head] == "VBG":
        return False
    return bool(names_of(tree, head, "advmod") & words.leaves)


def is_undertaking(tree: Tree, i: int, words: Factuality) -> bool:
    """Tell a promise or paper that is not known: "an agreement", "any treaty"."""
    promise = tree.lemmas[i] in words.given or words.signature("noun", tree.lemmas[i], "modifier") is not None
    return promise and not tree.is_verbal(i) and tree.has(i, words.indefinite, "det")
