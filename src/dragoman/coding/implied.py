"""How sure a claim is that only the heads find, where words that deny or bid are what makes it of its type.

"Will not attend" is a refusal that there is, not one that there is not; "should return to the talks" asks for something now.
"""

from __future__ import annotations

from dragoman.coding.draft import Draft
from dragoman.coding.factuality.words import own_standing
from dragoman.coding.scene import Scene


def by_its_words(scene: Scene, draft: Draft) -> Draft:
    """Return a claim of the heads with the polarity and certainty of what its words do, not of what they say is done."""
    grammar, voice = scene.lexicon.grammar, draft.voice
    attitude = scene.statements[voice[-1]].attitude if voice else None
    unsaid = attitude is not None and attitude.polarity == "negative"
    negative = draft.polarity == "negative" and not unsaid
    if negative and draft.type in grammar["told_by_denial"] and not _is_named(scene, draft):
        draft = draft.with_(polarity="positive")
    bidding = draft.type in grammar["told_by_duty"] and draft.certainty == "hypothetical" and not draft.condition
    if bidding and _is_bidden(scene, draft.token):
        # Whoever said so asked for it then.
        draft = draft.with_(certainty="certain", tense="past" if scene.voices.get(draft.token) else "present")
    return draft


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Tell whether a word is one of the type by itself, so that its denial denies the claim: "did not criticize" or "would not prevent"."""
    tree = scene.tree
    if any(tree.lemmas[t] in scene.lexicon.grammar["standing_in_the_way"] for t in draft.tokens):
        return True
    found = (scene.lexicon.candidates(tree.lemmas[t], tree.words[t]) for t in draft.tokens)
    return any(frame.type == draft.type for pairs in found for _, frame in pairs)


def _is_bidden(scene: Scene, i: int) -> bool:
    """Tell what somebody says has to be done: "should return", "let us talk", and what is joined to it."""
    tree, words = scene.tree, scene.lexicon.grammar["duty"]
    while tree.bases[i] == "conj" and not tree.kids(i, "nsubj", "aux"):
        i = tree.heads[i]
    near = [i, *tree.kids(i, "aux"), *([tree.heads[i]] if tree.bases[i] in ("xcomp", "ccomp") else ())]
    bare = tree.tags[i] == "VB" and not tree.kids(i, "nsubj", "aux", "mark")
    imperative = bare and own_standing(tree, i, scene.lexicon.factuality).certainty == "hypothetical"
    return imperative or any(tree.lemmas[t] in words for t in near)
