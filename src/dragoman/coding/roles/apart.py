"""Who stands near an event and has no part in it, by where he stands: a land before a noun says where, a goal is no doer."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft, filled
from dragoman.coding.frames.fillers import Grammar
from dragoman.coding.roles.bystanders import answers, is_bystander
from dragoman.coding.scene import Scene
from dragoman.coding.tree import Tree
from dragoman.language.dashes import JOINING

Roles = dict[str, tuple[CastMention, ...]]

_RULING: Final = frozenset({"LEG", "JUD"})
_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_BEFORE: Final = frozenset({"compound", "amod", "nmod"})
_SIDES: Final = frozenset({"actor", "recipient"})
_ASKED: Final = frozenset({"obj", "iobj"})
_TARGETS: Final = frozenset({"nmod", "obl"})


def fitting(scene: Scene, kind: str, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of a claim without those who have no part in it by where they stand before its noun, or suffered it.

    A land before a noun of what a crowd does or of a truce is no party ("*Hong Kong* protests", "the *Gaza* ceasefire"), two joined
    are ("the *India-Pakistan* truce"). A town is none before a noun of an attack or a meeting either ("the *Cairo* summit"). A land or
    person may be who suffered it ("the *Kuwait* invasion"), and people what a deal is about ("the *hostage* deal").
    """
    lemma, grammar = scene.tree.lemmas[token], scene.lexicon.grammar
    if kind.isupper() and lemma in grammar["scenes"]:
        roles = _struck(scene, token, roles)
    if kind.isupper() and lemma in grammar["overrun"] and "recipient" not in roles:
        roles = _overrun(scene, token, roles)
    if kind in grammar["mutual"]:
        about = {c for c in scene.tree.kids(token, "compound") if scene.tree.lemmas[c] in grammar["bartered"]}
        roles = {role: tuple(m for m in found if m.head not in about) for role, found in roles.items()}
        roles = {role: found for role, found in roles.items() if found and not _ruled_on(scene, token, found)}
    if lemma in grammar["sited"]:
        roles = {role: tuple(m for m in found if not _is_sited(scene, token, m, role)) for role, found in roles.items()}
    civil = lemma == "war" and any(scene.tree.lemmas[c] == "civil" for c in scene.tree.kids(token, "amod"))
    if civil or lemma in grammar["located"]:
        any_form = civil or kind in grammar["crowds"]
        lands = [m for found in roles.values() for m in found if _stands_before(scene, token, m, any_form=any_form)]
        if len(lands) == 1:
            roles = {role: tuple(m for m in found if m not in lands) for role, found in roles.items()}
    return filled(roles)


def _struck(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of a noun of violence without the land or person named before it as its doer; a person suffered it."""
    before = [m for m in roles.get("actor", ()) if scene.tree.heads[m.head] == token and scene.tree.bases[m.head] in ("compound", "amod")]
    before = [m for m in before if m.form == "name" and m.head < token]
    lands = [m for m in before if scene.caster.is_land(m)]
    people = [m for m in before if (who := scene.cast.who(m)) and who.kind == "person"]
    kept = {**roles, "actor": tuple(m for m in roles.get("actor", ()) if m not in lands and m not in people)}
    if people:
        kept["recipient"] = (*people, *(m for m in roles.get("recipient", ()) if m not in people))
    return kept


def _overrun(scene: Scene, token: int, roles: Mapping[str, tuple[CastMention, ...]]) -> Roles:
    """Return the roles of what is done to a land with the one whose name stands before the noun as its victim: "the *Kuwait* invasion".

    Where the name is letters, it may stand for an adjective: "the *US* invasion".
    """
    named = [m for c in scene.tree.kids(token, *_BEFORE) for m in scene.cast.at(c) if not _is_letters(m.mention.text)]
    lands = tuple(m for m in named if _stands_before(scene, token, m, any_form=False))
    if len(lands) != 1:
        return dict(roles)
    return {**roles, "actor": tuple(m for m in roles.get("actor", ()) if m not in lands), "recipient": lands}


def _is_letters(name: str) -> bool:
    return name.isupper() or "." in name


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


def _ruled_on(scene: Scene, token: int, parties: Sequence[CastMention]) -> bool:
    """Tell a parliament or court that alone decides after talks, which others held: "*parliament* approved it after months of talks"."""
    tree, t = scene.tree, token
    actor = scene.cast.who(parties[0]) if len(parties) == 1 else None
    if tree.is_verbal(token) or actor is None or actor.sector not in _RULING:
        return False
    while not tree.is_verbal(t) and tree.heads[t] != t and tree.bases[t] in ("obl", "nmod"):
        mark, t = tree.marker(t), tree.heads[t]
        if mark in scene.lexicon.factuality.preceding:
            return tree.is_verbal(t) and tree.heads[parties[0].head] == t
    return False


def _stands_before(scene: Scene, token: int, mention: CastMention, *, any_form: bool) -> bool:
    """Tell whether a land's name stands before a noun; where any form will do, an adjective or a possessor of a land too."""
    tree = scene.tree
    t = mention.head
    while tree.heads[t] != token and tree.heads[t] != t and tree.bases[t] in (*_BEFORE, "conj"):
        t = tree.heads[t]
    if tree.heads[t] != token or mention.head >= token or tree.bases[t] not in _BEFORE or not scene.caster.is_land(mention):
        return False
    named = mention.form == "name" and tree.deps[t] != "nmod:poss"
    return named or (mention.form in ("name", "adjective") and any_form)


def _is_sited(scene: Scene, token: int, mention: CastMention, role: str) -> bool:
    """Tell whether a name before a noun says where it is so: a town's; a land's before premises that were struck, which did not do it."""
    return _is_site(scene, token, mention) or (role == "actor" and _owns_premises(scene, token, mention))


def _is_site(scene: Scene, token: int, mention: CastMention) -> bool:
    """Tell whether a town's name stands before a noun by itself: "the *London* bombings", but not "the *Moscow-Kyiv* talks"."""
    tree, t = scene.tree, mention.head
    alone = not any(tree.deps[c] == "conj" or tree.words[c] in JOINING for c in tree.children[t])
    return t in scene.caster.towns and tree.heads[t] == token and tree.deps[t] == "compound" and t < token and alone


def _owns_premises(scene: Scene, token: int, mention: CastMention) -> bool:
    """Tell whether a land's name stands before premises that a noun says were struck: "the *Kenya* embassy bombing"."""
    tree, t = scene.tree, mention.head
    premises = next((c for c in tree.children[token] if c == t + 1 or c == tree.heads[t]), None)
    struck = premises is not None and tree.deps[premises] == "compound" and tree.lemmas[premises] in scene.lexicon.grammar["premises"]
    return struck and tree.deps[t] == "compound" and mention.form == "name" and scene.caster.is_land(mention)


def has_no_part(scene: Scene, kind: str, trigger: int, token: int, role: str) -> bool:
    """Tell whether the heads give a part to somebody who can have none, by where he stands.

    He is party to an act that is asked for and not asked himself; or where somebody is sent, who cannot have sent; or he wants done
    what he does not do; or he only answers it; or he does something else, or stays away, while others meet.
    """
    tree = scene.tree
    if _is_aloof(scene, token) or _is_beside(scene, kind, trigger, token) or _is_meanwhile(scene, trigger, token):
        return True
    if role == "recipient":
        asked = kind == "REQUEST" and (_in_what_is_asked(scene, trigger, token) or _is_altered(scene, trigger, token))
        return asked or _is_by(tree, trigger, token)
    if role != "actor":
        return False
    if answers(scene, trigger, token) or is_bystander(scene, kind, trigger, token):
        return True
    if kind in scene.lexicon.grammar["mutual"]:
        absent = scene.reader.is_absent(trigger, scene.tree.first_conjunct(token))
        return absent or _is_doing_else(scene, trigger, token) or _wants(tree, scene.reader.grammar, trigger, token)
    goals = scene.lexicon.grammar["passive_goals" if tree.is_passive(trigger) else "goals"]
    goal = tree.is_verbal(trigger) and tree.heads[token] == trigger and tree.bases[token] == "obl" and tree.marker(token) in goals
    return goal or _wants(tree, scene.reader.grammar, trigger, token)


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
