"""What is done to somebody by word: to him, not to the deed that it is about, and not to him who suffered that deed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft, phrase
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.roles.roles import Caster


def without_deeds(drafts: Sequence[Draft], lexicon: Lexicon, caster: Caster) -> list[Draft]:
    """Return the drafts without deeds and things to which nothing is done: they are what it is about ("deplored *the attacks*").

    Args:
        drafts: claims; those of the types that ``suffered`` of ``parts.yaml`` names are looked at.
        lexicon: the lexicon, for those types, and for those that are done to parties alone (``to_parties``).
        caster: knows which nouns are of deeds (``deeds``), and which things have people on board (``manned``).
    """
    grammar = lexicon.grammar
    told = [_without_sufferers(d, caster) if d.type in grammar["by_word"] and not _is_denied(d, lexicon) else d for d in drafts]
    told = [_about(d, caster.is_deed, caster) if d.type in grammar["suffered"] else d for d in told]
    return [_about(d, caster.is_thing, caster) if d.type in grammar["to_parties"] else d for d in told]


def _is_denied(draft: Draft, lexicon: Lexicon) -> bool:
    """Tell what somebody will not do for another, who is refused it: "will not overturn the conviction *of X*"."""
    return draft.hit is not None and draft.type != draft.hit.frame.type and draft.hit.frame.type in lexicon.grammar["future_rejects"]


def _without_sufferers(draft: Draft, caster: Caster) -> Draft:
    """Return what is done by word without those whose fate it is about: "demanded *X's* release", "denied killing *X*".

    A frame that gives nobody a part in what it is about has none for those who are named there.
    """
    nobody = draft.hit is not None and "recipient" not in draft.hit.frame.roles
    told = [(s.start, s.end) for s in draft.about] if nobody else []

    def suffers(m: CastMention) -> bool:
        within = any(start <= m.mention.start < end for start, end in told)
        return within or caster.is_sufferer(m, but=draft.tokens)

    return draft.without_recipients(suffers)


def _about(draft: Draft, is_topic: Callable[[CastMention], bool], caster: Caster) -> Draft:
    """Return the draft with the recipients that are only its topic as what it is about; a deed that nobody does by word as it is."""
    topics = [m for m in draft.roles.get("recipient", ()) if is_topic(m)]
    if not topics or not (draft.roles.get("actor") or is_topic == caster.is_thing):
        return draft
    about = draft.about or tuple(phrase(caster.tree, m.head) for m in topics)
    return draft.without_recipients(is_topic).with_(about=about)


def without_victims(draft: Draft, about: Iterable[int], caster: Caster) -> Draft:
    """Return what blames without those who suffered what it is about: "an inquiry into the death of *X*".

    Args:
        draft: a claim that blames somebody.
        about: the tokens of what it is about.
        caster: knows whose fate a noun tells (``fates`` of ``parts.yaml``).
    """
    suffered = {m.mention.actor for t in about for m in caster.suffered(t)} - {None}
    return draft.without_recipients(lambda m: m.mention.actor in suffered)
