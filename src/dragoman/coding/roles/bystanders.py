"""Who is named in what is told of an act, and did not do it: its target, who alleges it, judges it or dissents, of whom it is asked."""

from __future__ import annotations

from typing import Final

from dragoman.coding.factuality.nouns import is_done_to
from dragoman.coding.frames.rejected import paper_over, rejecting
from dragoman.coding.frames.verbs import foils, is_anothers
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree

_EVEN: Final = 0.5  # from which on the heads hold something likelier than not


def is_bystander(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell whether somebody near an act of a type has not done it."""
    if kind == "REQUEST" and _is_of_the_asked(scene.tree, trigger, token):
        return True
    if kind in scene.lexicon.grammar["hostile"] and any(test(scene, trigger, token) for test in (_is_foiling, _is_ordering, _is_hurt)):
        return True
    tests = (_is_aimed_at, _is_alleging, _is_dissenting, judges, _is_of_object, _is_speaking_of, _is_of_place)
    return any(test(scene, trigger, token) for test in tests) or _is_of_sufferer(scene, kind, trigger, token)


def _is_speaking_of(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him beside a verb that speaks of the deed of another: "*the envoy* raised the arrest of Ali with *the king*"."""
    tree, verb, first = scene.tree, scene.tree.heads[trigger], scene.tree.first_conjunct(token)
    if tree.deps[trigger] != "obj" or tree.heads[first] != verb or first == trigger or not tree.is_verbal(verb):
        return False
    return is_anothers(tree, scene.reader.grammar, trigger, tree.lemmas[verb], scene.reader.slots(verb))


def _is_foiling(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who stops, finds out or survives what others plot or do: "*the army* foiled a plot to kill Ali"."""
    tree, grammar, way = scene.tree, scene.reader.grammar, trigger
    if tree.bases[way] in ("acl", "advcl") and tree.marker(way) == "to":
        way = tree.heads[way]
    if not tree.is_verbal(way):
        way = tree.first_conjunct(way)
        way = tree.heads[way] if tree.bases[way] in ("obj", "nsubj") else way
    if way == trigger or not tree.is_verbal(way) or not foils(tree, grammar, way):
        return False
    return tree.first_conjunct(token) in scene.reader.slots(way).get("subject")


def _is_ordering(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who has others do something by what he gives them: "*the general* gave orders to attack the town"."""
    tree, grammar, order = scene.tree, scene.reader.grammar, scene.tree.heads[trigger]
    if not tree.is_verbal(trigger) or tree.marker(trigger) != "to" or tree.lemmas[order] not in grammar.directives:
        return False
    first, verb = tree.first_conjunct(token), tree.heads[order]
    has = tree.lemmas[verb] in grammar.having or tree.lemmas[verb] in grammar.receiving
    return tree.is_verbal(verb) and not has and first in scene.reader.slots(verb).get("subject")


def _is_hurt(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who dies or is hurt in what a word tells, and does not do it: "*three villagers* died in *shelling*"."""
    tree, verb, first = scene.tree, scene.tree.heads[trigger], scene.tree.first_conjunct(token)
    told = tree.marker(trigger) == "in" and tree.bases[trigger] in ("advcl", "obl") and tree.lemmas[verb] in scene.reader.grammar.harm
    if not told or tree.heads[first] != verb:
        return False
    return tree.deps[first] in ("obj", "nsubj:pass") or (tree.deps[first] == "nsubj" and not tree.kids(verb, "obj"))


def _is_of_the_asked(tree: Tree, trigger: int, token: int) -> bool:
    """Tell him whose act is asked for: "the demand for *Lee's* return"."""
    act = tree.heads[token]
    return tree.deps[token] == "nmod:poss" and tree.heads[act] == trigger and tree.marker(act) == "for"


def _is_aimed_at(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him at whom an attack is aimed: "killed in a raid targeting *rebels*"; who is under the verb over what is told may do it."""
    tree, aiming, first = scene.tree, scene.lexicon.grammar["aiming"], scene.tree.first_conjunct(token)
    above = tree.heads[first]
    if any(tree.lemmas[c] in aiming for c in tree.kids(first, "case")):
        return True
    aims = tree.bases[first] == "obj" and tree.lemmas[above] in aiming and tree.tags[above] == "VBG" and above != trigger
    return aims and tree.bases[above] in ("advcl", "acl") and above not in tree.ancestors(trigger)


def _is_alleging(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who alleges what a noun names, and did not do it: "allegations of *abuse* from *prisoners*"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    return tree.heads[first] == trigger and tree.marker(first) == "from" and scene.reader.is_alleged(trigger)


def rejects(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who rejects or judges a paper, and has not written what it says: "*Chad* vetoed a resolution condemning Sudan"."""
    tree, grammar = scene.tree, scene.reader.grammar
    paper = paper_over(tree, trigger, grammar.papers, scene.lexicon.cues.papers)
    verb = rejecting(tree, grammar, paper) if paper is not None else None
    if verb is None:
        return False
    whose = [*scene.reader.slots(verb).get("subject"), *(c for k in tree.kids(verb, "obj") for c in tree.kids(k, "nmod:poss"))]
    return tree.first_conjunct(token) in (*whose, *tree.kids(verb, "nmod:poss"))


def _is_of_place(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him on whose soil or side something is done: "two were killed on the *Chadian* side", where it may have been shot from."""
    tree, noun = scene.tree, scene.tree.heads[token]
    side = tree.deps[token] in ("amod", "compound", "nmod:poss") and tree.lemmas[noun] in scene.lexicon.grammar["soils"]
    return side and noun != trigger and tree.bases[noun] in ("obl", "nmod") and tree.marker(noun) in ("on", "in", "inside", "near", "along")


def accuses(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who only accuses somebody of an act: "accused *by Chad* of backing the rebels"."""
    tree, first, verb = scene.tree, scene.tree.first_conjunct(token), scene.tree.heads[trigger]
    beside = tree.heads[first] == verb and tree.bases[first] == "obl" and tree.marker(first) == "by" and tree.is_verbal(verb)
    return beside and f"{tree.lemmas[verb]} {tree.marker(trigger)}" in scene.reader.grammar.charging


def answers(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who has only an answer to what a noun names, or something to say of it: "*X's* response to the attacks"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    answer = tree.heads[first]
    owns = answer != trigger and tree.deps[first] == "nmod:poss" and tree.lemmas[answer] in scene.lexicon.grammar["answers"]
    return owns and answer in tree.ancestors(trigger) and not tree.is_verbal(answer)


def judges(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who only says what he thinks of what a noun names: "*Iran* called the sanctions a crime", "the deal was hailed by *X*"."""
    tree, verb = scene.tree, scene.tree.heads[trigger]
    if tree.is_verbal(trigger) or not tree.is_verbal(verb) or tree.bases[trigger] not in ("obj", "nsubj", "ccomp"):
        return False
    said = tree.lemmas[verb] in scene.lexicon.grammar["judging"] and (tree.deps[trigger] == "nsubj:pass" or tree.bases[trigger] != "nsubj")
    return said and tree.first_conjunct(token) in scene.reader.slots(verb).get("subject")


def tells(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who only says what others do: "the talks will resume, *Norway* said"."""
    tree = scene.tree
    verb = tree.heads[tree.first_conjunct(token)]
    said = tree.bases[tree.first_conjunct(token)] == "nsubj" and verb != trigger and tree.is_verbal(verb)
    return said and tree.lemmas[verb] in scene.lexicon.cues.telling


def _is_dissenting(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who is said beside a decision to have no part in it: "was adopted *with Chad in opposition*", "*with Chad* abstaining"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    if tree.marker(first) not in ("with", "without", "despite") or tree.bases[first] not in ("obl", "nmod", "advcl"):
        return False
    beside = (c for h in (first, tree.heads[first]) for c in tree.children[h] if c > first)
    return any(tree.marker(c) in ("", "in") and tree.lemmas[c] in scene.lexicon.grammar["dissenting"] for c in beside)


def _is_of_object(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who does something else to whom an act is done to: "struck a town held *by rebels*"."""
    tree = scene.tree
    if not tree.is_verbal(trigger):
        return False
    for way in tree.ancestors(tree.first_conjunct(token)):
        if tree.bases[way] == "acl":
            noun = tree.first_conjunct(tree.heads[way])
            return is_done_to(tree, noun) and tree.heads[noun] == trigger
        if way == trigger:
            return False
    return False


def _is_of_sufferer(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell him of whose people somebody is whom a noun says to suffer something: "the extradition of a *Kurdish* lawyer"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    if kind not in grammar["endured"] or tree.lemmas[trigger] not in grammar["fates"] or tree.marker(token) == "by":
        return False
    below = tree.below(trigger, token)
    return below is not None and tree.bases[below] == "nmod" and tree.marker(below) == "of"


def is_foe(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell him to whom harm is promised and not the promise made, by what the heads see: "the pledge to bomb *rebels*"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    if kind not in grammar["pledges"]:
        return False
    between = set()
    for way in tree.ancestors(token):
        if way == trigger or tree.lemmas[way] in grammar["ending"]:
            break
        if tree.is_verbal(way):
            between.add(way)
    harms = (m for m in scene.marks if m.token in between and m.type in grammar["hostile"] and m.likely >= _EVEN)
    return any(t == token and role == "recipient" and likely >= _EVEN for m in harms for t, role, likely in m.roles)


def is_blamed_for_else(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him on whom another deed is laid than the one of the trigger: "ten were *killed* in an attack blamed on *rebels*"."""
    tree, verb = scene.tree, scene.tree.heads[scene.tree.first_conjunct(token)]
    laid = scene.reader.laid_by(verb)
    blamed = verb != trigger and bool(laid) and tree.bases[tree.first_conjunct(token)] == "obl"
    return blamed and not set(laid).intersection(scene.reader.slots(trigger).get("subject"))
