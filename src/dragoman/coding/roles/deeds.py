"""What is done to somebody by word: to him, not to the deed that it is about, and not to him who suffered that deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.coding.frames.draft import Draft, phrase
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.roles.roles import Caster


def without_deeds(drafts: Sequence[Draft], lexicon: Lexicon, caster: Caster) -> list[Draft]:
    """Return the drafts without deeds among those to whom something is done; they are what it is about: "deplored *the attacks*".

    Args:
        drafts: claims; those of the types that ``suffered`` of ``parts.yaml`` names are looked at.
        lexicon: the lexicon, for those types, and for those that are done to parties alone (``to_parties``).
        caster: knows which nouns are of deeds (``deeds``).
    """
    told = [_without_sufferers(d, caster) if d.type in lexicon.grammar["by_word"] else d for d in drafts]
    told = [_without_deeds(d, caster) if d.type in lexicon.grammar["suffered"] else d for d in told]
    return [_without_things(d, caster) if d.type in lexicon.grammar["to_parties"] else d for d in told]


def _without_sufferers(draft: Draft, caster: Caster) -> Draft:
    """Return what is done by word without those whose fate it is about: "demanded *X's* release", "marched against the arrest of *X*"."""
    return draft.without_recipients(lambda m: caster.is_sufferer(m, but=draft.tokens))


def _without_deeds(draft: Draft, caster: Caster) -> Draft:
    deeds = [m for m in draft.roles.get("recipient", ()) if caster.is_deed(m)]
    if not deeds or not draft.roles.get("actor"):
        return draft
    about = draft.about or tuple(phrase(caster.tree, m.head) for m in deeds)
    return draft.without_recipients(caster.is_deed).with_(about=about)


def _without_things(draft: Draft, caster: Caster) -> Draft:
    """Return what is done by word without things, but for numbers of people: "protested *unpaid wages*", "accused *three*"."""
    things = [m for m in draft.roles.get("recipient", ()) if caster.is_thing(m)]
    if not things or not draft.roles.get("actor"):
        return draft
    about = draft.about or tuple(phrase(caster.tree, m.head) for m in things)
    return draft.without_recipients(caster.is_thing).with_(about=about)


def without_victims(draft: Draft, about: Iterable[int], caster: Caster) -> Draft:
    """Return what blames without those who suffered what it is about: "an inquiry into the death of *X*".

    Args:
        draft: a claim that blames somebody.
        about: the tokens of what it is about.
        caster: knows whose fate a noun tells (``fates`` of ``parts.yaml``).
    """
    suffered = {m.mention.actor for t in about for m in caster.suffered(t)} - {None}
    return draft.without_recipients(lambda m: m.mention.actor in suffered)
