"""Who did what a claim tells of, where another says so: "were killed in an *Israeli* strike", "condemned the attack *by rebels*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.actors.cast import CastMention
from dragoman.coding.again import told_before
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.fillers import Slots
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.roles.deeds import without_victims
from dragoman.coding.roles.roles import Caster
from dragoman.coding.tree import Tree

_WORDS = frozenset({"ACCUSE", "REQUEST"})  # who is accused is no victim


def with_doers(drafts: Sequence[Draft], acts: Mapping[int, Draft], caster: Caster, lexicon: Lexicon) -> list[Draft]:
    """Return the drafts, what is suffered (``within`` in ``grammar.yaml``) and what blames (``blames``) with who did it.

    Args:
        drafts: the claims of the report.
        acts: its events by their token.
        caster: who may be meant.
        lexicon: which types are suffered, and which blame.
    """
    tree, within, blames = caster.tree, lexicon.grammar["within"], lexicon.grammar["blames"]
    made = [_with_doer(d, acts, tree) if d.type in within else d for d in drafts]
    doers = {d.token: d.roles["actor"] for d in made if d.type in within and "actor" in d.roles}
    made = [_with_shared_doer(d, doers, tree) if d.type in within else d for d in made]
    made = [_with_culprit(d, acts, caster) if d.type in blames else d for d in made]
    return [_with_doer_before(d, made, tree, lexicon) if d.type in blames else d for d in made]


def _with_doer(draft: Draft, acts: Mapping[int, Draft], tree: Tree) -> Draft:
    """Give what happens in an act of force the actor of that act: "three were killed in an *Israeli* strike"."""
    if draft.hit is None or "actor" in draft.roles:
        return draft
    suffering = {m.mention.actor for m in draft.roles.get("recipient", ())}
    happening = [t for slot in ("in", "during") for t in draft.hit.slots.get(slot)]
    if not tree.is_verbal(draft.token):  # "the killing of two *in an Israeli strike*"
        happening += [c for o in draft.hit.slots.get("of") for c in tree.kids(o, "nmod") if tree.marker(c) in ("in", "during")]
    for t in happening:
        act = acts.get(t)
        if act and act.voice != draft.voice:
            continue  # "were killed in an attack *blamed on* rebels": others say whose it was
        if act and (len(act.roles.get("actor", ())) > 1 or (act.hit and act.hit.slots.get("between"))):
            continue  # of two who fight nobody says which of them did it
        doers = tuple(m for m in act.roles.get("actor", ()) if m.mention.actor not in suffering) if act and act.type == "ASSAULT" else ()
        if doers:
            return draft.with_(roles={"actor": doers, **draft.roles})
    return draft


def _with_shared_doer(draft: Draft, doers: Mapping[int, tuple[CastMention, ...]], tree: Tree) -> Draft:
    """Give what is suffered the doer of what is suffered beside it: "two were killed and six injured *in an Israeli strike*"."""
    if draft.hit is None or "actor" in draft.roles or not tree.is_passive(draft.token):
        return draft
    beside = [tree.heads[draft.token]] if tree.deps[draft.token] == "conj" else []
    beside += [c for c in tree.children[draft.token] if tree.deps[c] == "conj"]
    suffering = {m.mention.actor for m in draft.roles.get("recipient", ())}
    found = next((doers[t] for t in beside if t in doers and tree.is_passive(t)), ())
    shared = tuple(m for m in found if m.mention.actor not in suffering)
    return draft.with_(roles={"actor": shared, **draft.roles}) if shared else draft


def _with_culprit(draft: Draft, acts: Mapping[int, Draft], caster: Caster) -> Draft:
    """Give what blames for an act the act's doer, else the act, never its victim: "condemned the attack on the church *by rebels*"."""
    hit = draft.hit
    if hit is None or (caster.tree.is_verbal(draft.token) and caster.reader.laid_by(draft.token) and "recipient" in draft.roles):
        return draft  # "blamed the failure of the talks with Chad *on Mali*" says whom
    slots = ("object", "for", "of", "over", "about", "into", "in")
    draft = without_victims(draft, [t for slot in slots for t in hit.slots.get(slot)], caster)
    about = acts_in(hit.slots, slots, acts, caster.tree)
    act = next((one for one in about if one is not draft and one.type not in _WORDS), None)
    if act is None:
        return draft
    own = {m.mention.actor for m in draft.roles.get("actor", ())}
    doers = tuple(m for m in act.roles.get("actor", ()) if m.mention.actor not in own)
    given, victims = draft.roles.get("recipient", ()), act.roles.get("recipient", ())
    if doers:
        return draft.with_(roles={**draft.roles, "recipient": doers})
    if given and set(given) <= set(victims):
        return draft.with_(roles={**draft.roles, "recipient": (caster.plain(act.token),)})
    return draft


def _with_doer_before(draft: Draft, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> Draft:
    """Give what blames for an act of which the report told before that act's doer: "*rebels* attacked … condemned *the attack*"."""
    given = draft.roles.get("recipient", ())
    if not given or any(m.mention.actor or m.stands_for for m in given):
        return draft
    own = {m.mention.actor for m in draft.roles.get("actor", ())}
    before = (told_before(m.head, drafts, tree, lexicon) for m in given)
    doers = tuple(dict.fromkeys(m for act in before if act for m in act.roles["actor"] if m.mention.actor and m.mention.actor not in own))
    return draft.with_(roles={**draft.roles, "recipient": doers}) if doers else draft


def acts_in(slots: Slots, names: Iterable[str], acts: Mapping[int, Draft], tree: Tree) -> Iterator[Draft]:
    """Yield the acts that stand in slots, coordinated ones too, in the order of the names."""
    return (acts[t] for name in names for filler in slots.get(name) for t in tree.conjuncts(filler) if t in acts)
