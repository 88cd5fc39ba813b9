"""Who stands near an event and has no part in it, by where he stands: a goal is no doer, an answer no part."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.fillers import Grammar
from dragoman.coding.frames.verbs import harm_between
from dragoman.coding.roles.bystanders import accuses, answers, is_blamed_for_else, is_bystander, is_foe, judges, rejects, tells
from dragoman.coding.roles.helped import is_helped
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree

_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_SIDES: Final = frozenset({"actor", "recipient"})
_ASKED: Final = frozenset({"obj", "iobj"})
_TARGETS: Final = frozenset({"nmod", "obl"})


def on_two_sides(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts without friends who are all named as examples of somebody's, and need not be each other's.

    "Our allies, including *Japan* and *Chile*, agreed" says of neither that it is allied with the other.
    """
    return [made for made in drafts if made.is_event or not is_one_side(scene, made.token, made.roles)]


def is_one_side(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> bool:
    """Tell whether all who fill the roles of a noun of friends are named as examples of somebody's."""
    tree, sides = scene.tree, scene.lexicon.grammar["sides"]
    if tree.lemmas[token] not in sides or tree.is_verbal(token):
        return False
    near = set(tree.conjuncts(tree.first_conjunct(token)))
    listed = [m for found in roles.values() for m in found]
    return bool(listed) and all(_is_example(scene, m.head, near) for m in listed)


def _is_example(scene: Scene, head: int, near: Container[int]) -> bool:
    """Tell one who is named after "such as" or "including" below one of several nouns, or is one of those nouns."""
    tree, way = scene.tree, head
    if head in near:
        return tree.lemmas[head] in scene.lexicon.grammar["sides"]
    for above in tree.ancestors(head):
        if tree.marker(way) in scene.lexicon.grammar["exemplifying"]:
            return above in near
        if tree.bases[way] != "conj":
            return False
        way = above
    return False


def has_no_part(scene: Scene, kind: str, trigger: int, token: int, role: str) -> bool:
    """Tell whether the heads give a part to somebody who can have none, by where he stands.

    He is party to an act that is asked for and not asked himself; or where somebody is sent, who cannot have sent; or he wants done
    what he does not do; or he only answers it; or he does something else, or stays away, while others meet; or he fights beside him.
    """
    tree = scene.tree
    elsewhere = _is_aloof(scene, token) or _is_beside(scene, kind, trigger, token) or _is_meanwhile(scene, trigger, token)
    if elsewhere or _is_comrade(scene, kind, token) or accuses(scene, trigger, token):
        return True
    if role == "recipient":
        asked = kind == "REQUEST" and (
            _in_what_is_asked(scene, trigger, token) or _is_altered(scene, trigger, token) or _is_undergoing(tree, trigger, token)
        )
        return asked or is_helped(scene, kind, trigger, token) or is_foe(scene, kind, trigger, token) or _is_theirs(scene, trigger, token)
    if role != "actor":
        led = role == "object" and kind in scene.lexicon.grammar["bodies"] and _is_in_deed(scene, trigger, token)
        return led or (role == "third_party" and (judges(scene, trigger, token) or tells(scene, trigger, token)))
    of_matter = tree.bases[token] == "amod" and scene.caster.is_matter_of(tree.heads[token], token)  # "the *Chadian* genocide"
    if of_matter or _is_one_of_two(tree, trigger, token):
        return True
    if (
        rejects(scene, trigger, token)
        or answers(scene, trigger, token)
        or is_bystander(scene, kind, trigger, token)
        or is_blamed_for_else(scene, trigger, token)
        or _is_absent(scene, kind, trigger, token)
    ):
        return True
    if harm_between(tree, scene.reader.grammar, trigger) is not None and tree.heads[token] == tree.heads[trigger]:
        return True  # "*police* closed a road after a bomb exploded, wounding four"
    if kind in scene.lexicon.grammar["mutual"]:
        return _is_doing_else(scene, trigger, token) or _wants(tree, scene.reader.grammar, trigger, token)
    goals = scene.lexicon.grammar["passive_goals" if tree.is_passive(trigger) else "goals"]
    goal = tree.is_verbal(trigger) and tree.heads[token] == trigger and tree.bases[token] == "obl" and tree.marker(token) in goals
    return goal or _wants(tree, scene.reader.grammar, trigger, token)


def _is_absent(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell who has no part in a meeting or a deed that a noun names: "was not involved in *the killing*"."""
    held = kind in scene.lexicon.grammar["mutual"] or not scene.tree.is_verbal(trigger)
    return held and scene.reader.is_absent(trigger, scene.tree.first_conjunct(token))


def _is_comrade(scene: Scene, kind: str, token: int) -> bool:
    """Tell beside whom somebody fights, and not against: "fighting *alongside* the army"."""
    beside = scene.tree.marker(scene.tree.first_conjunct(token)) in scene.lexicon.grammar["comrades"]
    return beside and kind in scene.lexicon.grammar["enmities"]


def _is_in_deed(scene: Scene, trigger: int, token: int) -> bool:
    """Tell what is led and is no body but a deed, and whose it is: "led *the defence* of the town", "leads *the council's* response"."""
    tree = scene.tree
    led = scene.reader.slots(trigger).get("object") if tree.is_verbal(trigger) else ()
    return any(tree.lemmas[t] in scene.lexicon.grammar["undertakings"] and token in tree.subtree(t) for t in led)


def _is_theirs(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him by whom something is done, and him on whose side those are who do it: "supporters *of the president* marched".

    So is the land that things come into which it taxes or bars: "a tariff on imports *to Chad*".
    """
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    side = tree.heads[first]
    imported = scene.lexicon.grammar["imported"]
    if tree.marker(first) in ("to", "into") and side < first and any(lemma in imported for lemma in tree.lemmas[side:first]):
        return True
    theirs = tree.lemmas[side] in scene.lexicon.grammar["siding"] and (tree.deps[first] == "nmod:poss" or tree.marker(first) == "of")
    return (theirs and tree.bases[side] == "nsubj" and tree.heads[side] == trigger) or _is_by(tree, trigger, token)


def _is_one_of_two(tree: Tree, trigger: int, token: int) -> bool:
    """Tell one of two between whom something is in which others suffer, by whichever: "two were killed in clashes *between A and B*"."""
    first = tree.first_conjunct(token)
    among = tree.heads[first]
    return tree.marker(first) == "between" and tree.bases[among] == "obl" and tree.heads[among] == trigger and tree.is_passive(trigger)


def _is_by(tree: Tree, trigger: int, token: int) -> bool:
    """Tell him by whom something is done to others: "subject to scrutiny *by the agency*", "seized *by the army*".

    Who is blamed for what was done by him may stand further off: "said that the raid was carried out *by rebels*".
    """
    first = tree.first_conjunct(token)
    above = tree.heads[first]
    if tree.marker(first) != "by" or (tree.is_verbal(above) and not tree.is_passive(above)):
        return False
    return above == trigger or (tree.bases[above] == "obl" and tree.heads[above] == trigger and not tree.is_verbal(trigger))


def _is_beside(scene: Scene, kind: str, trigger: int, token: int) -> bool:
    """Tell whether one does or suffers something else, beside an event that a noun names: "*he* was arrested over the murder"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    mutual = kind in grammar["mutual"] or tree.lemmas[trigger] in grammar["fought"]
    apart = grammar["apart_mutual" if mutual else "apart"]
    t, beside = (tree.heads[trigger] if tree.deps[trigger] == "acl:relcl" else trigger), False  # "the attack *that killed* ten"
    while not tree.is_verbal(t) and tree.heads[t] != t and tree.bases[t] in ("obl", "nmod", "conj"):
        beside = beside or tree.marker(t) in apart or tree.lemmas[t] in grammar["apart_nouns"]
        t = tree.heads[t]
    if not beside or t == trigger or not tree.is_verbal(t):
        return False
    first = tree.first_conjunct(token)
    return tree.heads[first] == t and tree.bases[first] == "nsubj"


def _is_meanwhile(scene: Scene, trigger: int, token: int) -> bool:
    """Tell him who is in a clause of its own that tells of something else: "attacks go on as *Chad* arms the army"."""
    tree, first = scene.tree, scene.tree.first_conjunct(token)
    clause = tree.heads[first]
    of_clause = clause != trigger and tree.bases[first] in ("nsubj", "obj") and tree.is_verbal(clause)
    return of_clause and _aside(scene, trigger) != _aside(scene, token)


def _aside(scene: Scene, t: int) -> int | None:
    """Return the verb of the nearest clause above a token that has a subject of its own and tells of something else; None elsewhere."""
    tree = scene.tree
    for a in (t, *tree.ancestors(t)):
        own = tree.bases[a] == "advcl" and tree.marker(a) in scene.lexicon.grammar["meanwhile"] and tree.is_finite(a)
        if own and any(tree.pos[s] != "PRON" for s in tree.kids(a, "nsubj")):
            return a
    return None


def turned(scene: Scene, trigger: int, token: int, role: str) -> str:
    """Return the role of somebody whom the heads see in one: who undergoes what a noun names does not do it ("*he* faced criticism")."""
    tree, grammar, way = scene.tree, scene.lexicon.grammar, trigger
    while not tree.is_verbal(way) and tree.heads[way] != way and tree.bases[way] in ("obj", "obl", "conj", "advmod"):
        way = tree.heads[way]
    if role not in _SIDES or tree.lemmas[way] not in grammar["undergoing"] or tree.is_passive(way):
        return role
    below = [c for c in tree.children[way] if c > way and tree.bases[c] in ("obj", "obl", "advmod")]
    named = any(tree.lemmas[t] in grammar["undergone"] for c in below for t in (c, *tree.children[c], *tree.conjuncts(c)))
    subject = any(token in (s, *tree.kids(s, "nmod:poss")) for s in scene.reader.slots(way).get("subject"))
    side = "recipient" if subject else "actor" if tree.marker(tree.first_conjunct(token)) in ("from", "by") else role
    return side if named else role


def _is_aloof(scene: Scene, token: int) -> bool:
    """Tell whether something is said to be without regard to somebody: "an inquiry independent *of the police*"."""
    tree, t = scene.tree, scene.tree.first_conjunct(token)
    return tree.lemmas[tree.heads[t]] in scene.lexicon.grammar["aloof"] and tree.marker(t) in ("of", "from")


def _is_altered(scene: Scene, trigger: int, token: int) -> bool:
    """Tell whether one is what shall be changed and not asked to change it: "proposed changes *to the court*"."""
    tree = scene.tree
    change = tree.heads[token]
    asked = tree.heads[change] == trigger and tree.bases[change] in ("obj", "obl")
    return asked and tree.marker(token) == "to" and tree.lemmas[change] in scene.lexicon.grammar["altering"]


def _is_undergoing(tree: Tree, trigger: int, token: int) -> bool:
    """Tell to whom or what is to be done what is asked for: "would like *the militants* handed over"."""
    first = tree.first_conjunct(token)
    acts = (c for c in tree.kids(trigger, "xcomp", "ccomp") if tree.is_passive(c) or tree.tags[c] == "VBN")
    return any(tree.heads[first] in (trigger, c) and trigger < first < c and tree.bases[first] in ("obj", "nsubj") for c in acts)


def _between(tree: Tree, trigger: int, token: int) -> Iterator[int]:
    """Yield the tokens from one below a trigger up to the trigger itself, without it; nothing where it is not below."""
    way = [token]
    for t in tree.ancestors(token):
        if t == trigger:
            yield from way
            return
        way.append(t)


def _in_what_is_asked(scene: Scene, trigger: int, token: int) -> bool:
    """Tell whether one stands in an act that is asked for and not asked: "asked X to sign with *Y*", "urged a boycott of *Y*"."""
    tree = scene.tree
    way = list(_between(tree, trigger, token))
    clauses = [t for t in way[1:] if tree.is_verbal(t) and tree.bases[t] in _CLAUSES and "to" in tree.marker(t).split("_")]
    if clauses and _asks_somebody(scene, trigger, way[-1]) and not any(tree.bases[t] in ("nsubj", "iobj") for t in way):
        return True
    outermost = way[-1] if way else token
    act = tree.is_verbal(trigger) and tree.deps[outermost] == "obj" and len(way) > 1
    return act and tree.bases[way[-2]] in _TARGETS and tree.marker(way[-2]) in ("of", "against")


def _asks_somebody(scene: Scene, trigger: int, clause: int) -> bool:
    """Tell whether somebody else is addressed beside the clause that says what is asked: "asked *X* to go", "called on *X* to go"."""
    tree, calling = scene.tree, scene.lexicon.grammar["asked_through"]
    beside = (c for c in tree.children[trigger] if c < clause)
    return any(tree.bases[c] in _ASKED or (tree.bases[c] == "obl" and tree.marker(c) in calling) for c in beside)


def _wants(tree: Tree, grammar: Grammar, trigger: int, token: int) -> bool:
    """Tell whether one is the subject of a verb that wants something done: "*they* want him extradited"; who has it done does it."""
    above = tree.heads[trigger]
    below = tree.deps[trigger] in ("xcomp", "ccomp") and not tree.kids(trigger, "aux")
    done = below and tree.is_passive(trigger) and tree.lemmas[above] not in grammar.causative
    return done and not tree.is_passive(above) and tree.heads[token] == above and tree.deps[token] == "nsubj"


def _is_doing_else(scene: Scene, trigger: int, token: int) -> bool:
    """Tell whether a crowd does something else while others meet: "during the meeting *protesters* gathered"; who speaks may be at it."""
    tree, clause = scene.tree, scene.tree.heads[trigger]
    beside = tree.bases[trigger] == "obl" and tree.marker(trigger) in scene.reader.grammar.beside and not tree.is_verbal(trigger)
    if not beside or tree.heads[token] != clause or tree.bases[token] != "nsubj":
        return False
    says = any(clause in s.cue for s in scene.statements)
    return not says and any(m.form == "generic" for m in scene.cast.at(token))
