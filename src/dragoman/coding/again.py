"""What a report tells of again: "condemned *the attack*", of which it told before, with whoever did it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

_SENTENCES: Final = 6  # how far back a reader still has an event in mind
_STEM: Final = 4  # letters that a verb and the noun made of it share: "kill" and "killing", "invade" and "invasion"
_MEASURING: Final = frozenset({"in", "of"})
_ON_WAY: Final = frozenset({"on", "during"})
_TELLING: Final = frozenset({"nmod", "acl"})
_SUFFERED: Final = frozenset({"ASSAULT"})


def told_before(noun: int, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> Draft | None:
    """Return the nearest event before a definite noun that it may go back to, with its actor; None where it tells which one it means.

    It is of the same word, or one that the noun may name. A nearer one of the same kind by nobody named is not passed over, unless it
    only goes back to another itself.

    Args:
        noun: the noun's token.
        drafts: the claims of the report.
        tree: the syntax.
        lexicon: what nouns may name.
    """
    if not goes_back(noun, tree, lexicon):
        return None
    stems = {tree.lemmas[noun][:_STEM]}
    named = {frame.type for _, frame in lexicon.candidates(tree.lemmas[noun], tree.words[noun])} & _SUFFERED
    near = (d for d in drafts if d.is_event and d.token < noun and tree.sentences[noun] - tree.sentences[d.token] <= _SENTENCES)
    for one in sorted(near, key=lambda d: -d.token):
        same = any(tree.lemmas[t][:_STEM] in stems for t in one.tokens)
        if not (same or one.type in named) or one.polarity == "negative":
            continue
        if any(m.mention.actor for m in one.roles.get("actor", ())):
            return one
        if not goes_back(one.token, tree, lexicon):
            return None
        stems.add(tree.lemmas[one.token][:_STEM])  # "the attack" is "the strike", of which it told by that name
        named = set()
    return None


def goes_back(noun: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a noun with an article or "this" and nothing else that says which one it means."""
    definite = any(tree.words[c] in lexicon.factuality.definite for c in tree.kids(noun, "det"))
    told = any(tree.bases[c] in _TELLING or (tree.pos[c] == "PROPN" and c < noun) for c in tree.children[noun])
    return definite and tree.pos[noun] == "NOUN" and not told


def is_said_again(draft: Draft, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> bool:
    """Tell the second "the attack" of a sentence, which says no more than the first."""
    if not draft.is_event or not goes_back(draft.token, tree, lexicon):
        return False
    first = (d for d in drafts if d.token < draft.token and tree.sentences[d.token] == tree.sentences[draft.token])
    same = (d for d in first if (d.type, d.voice, tree.lemmas[d.token]) == (draft.type, draft.voice, tree.lemmas[draft.token]))
    return any(no_more_roles(d, draft) for d in same)


def is_part_of_words(draft: Draft, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a duty that is what somebody is asked for by the verb above: "*insists* that they *must* leave"."""
    if draft.type not in lexicon.grammar["told_by_duty"]:
        return False
    verb = tree.heads[draft.token] if tree.bases[draft.token] == "aux" else draft.token
    above = tree.heads[verb] if tree.bases[verb] == "ccomp" else None
    asked = (d for d in drafts if d is not draft and d.type == draft.type and d.token == above)
    return any(no_more_roles(d, draft) for d in asked)


def is_part_of_deed(draft: Draft, drafts: Sequence[Draft], tree: Tree) -> bool:
    """Tell a noun that says in or of what the event of a verb is: "killed two *in an attack*", "gave Chad $5 million *in aid*".

    So it is with the event of a noun: "the killing of two *in an attack*".
    """
    i = draft.token
    if tree.bases[i] == "nmod" and tree.marker(i) == "in" and tree.pos[i] == "NOUN":
        above = {tree.heads[i], tree.heads[tree.heads[i]] if tree.bases[tree.heads[i]] == "nmod" else i}
        deed = (d for d in drafts if d.type == draft.type and d.token in above - {i} and not tree.is_verbal(d.token))
        if any(no_more_roles(d, draft) for d in deed):
            return True
    while tree.bases[i] == "nmod" and tree.marker(i) in _MEASURING:
        i = tree.heads[i]
    if tree.bases[i] == "advcl" and tree.marker(i) == "in" and tree.tags[i] == "VBG":  # "died *in shelling*"
        return any(d.type == draft.type and d.token == tree.heads[i] and no_more_roles(d, draft) for d in drafts)
    if _is_journey(draft, tree):
        whole = (d for d in drafts if d.token == tree.heads[i] and d.kinds & draft.kinds == d.kinds)
        return any(_goes_as_far(d, draft) for d in whole)
    given = tree.bases[i] == "obj" and i != draft.token
    if tree.pos[draft.token] != "NOUN" or not (given or (tree.bases[i] == "obl" and tree.marker(i) == "in")):
        return False
    telling = (d for d in drafts if d is not draft and d.type == draft.type and d.token == tree.heads[i])
    return any(no_more_roles(d, draft) for d in telling)


def _is_journey(draft: Draft, tree: Tree) -> bool:
    """Tell a journey on which somebody does what its verb tells: "will visit Chad *on his trip* to Africa"."""
    i = draft.token
    return tree.bases[i] == "obl" and tree.marker(i) in _ON_WAY and bool(tree.kids(i, "nmod:poss")) and "CONSULT" in draft.kinds


def _goes_as_far(big: Draft, small: Draft) -> bool:
    """Tell whether a visit is by those whose journey it is part of, who go to no others known by it."""
    met, seen = ({m.mention.actor or m.stands_for for found in d.roles.values() for m in found} for d in (big, small))
    return seen - {None} <= met


def is_of_post(draft: Draft, tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a deed that only names what somebody is head of: "chief *of military operations*"."""
    i = draft.token
    head = tree.heads[i]
    named = draft.type in _SUFFERED and tree.bases[i] == "nmod" and tree.marker(i) in ("of", "for") and not tree.kids(i, "det", "nmod:poss")
    return named and any(tree.lemmas[head] in lexicon.classes[kind] for kind in ("heading", "commanding", "post"))


def is_said_of_meeting(draft: Draft, drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a verb that says who held the meeting that a claim is of, which has him: "talks *hosted* by Qatar"."""
    noun = tree.heads[draft.token]
    if draft.hit is None or tree.bases[draft.token] != "acl" or draft.type not in lexicon.grammar["mutual"]:
        return False
    if noun not in draft.hit.slots.get("object"):
        return False
    return any(d.token == noun and (d.type, d.polarity) == (draft.type, draft.polarity) and no_more_roles(d, draft) for d in drafts)


def no_more_roles(big: Draft, small: Draft) -> bool:
    """Tell whether a claim has everybody whom another has."""
    said = {m.mention.actor for found in big.roles.values() for m in found}
    return all(m.mention.actor in said for found in small.roles.values() for m in found)
