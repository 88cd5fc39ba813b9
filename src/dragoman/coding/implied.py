"""What a claim is that only the heads find, where words that deny, bid or judge are what makes it of its type.

"Will not attend" is a refusal that there is, not one that there is not; "should return to the talks" asks for something now; who says
that it "is a disgrace" accuses.
"""

from __future__ import annotations

from dragoman.coding.factuality.nouns import is_done_to, names_of
from dragoman.coding.factuality.words import own_standing
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.drafting import without_repeats
from dragoman.coding.scene import Scene


def by_its_words(scene: Scene, draft: Draft) -> Draft | None:
    """Return a claim of the heads with the polarity and certainty of what its words do, not of what they say is done.

    What somebody denies that nobody known has said tells of no more than the denial: None.
    """
    if _is_denied(scene, draft):
        return None
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
    return _by_speaker(scene, _as_asked(scene, draft))


def _is_denied(scene: Scene, draft: Draft) -> bool:
    """Tell accusations by nobody named that somebody turns down: "has denied the *allegations*"."""
    tree, i, words = scene.tree, draft.token, scene.lexicon.factuality
    told = tree.lemmas[i] in scene.reader.grammar.alleging and is_done_to(tree, i)
    return told and "actor" not in draft.roles and bool(names_of(tree, tree.heads[i]) & words.answering)


def _as_asked(scene: Scene, draft: Draft) -> Draft:
    """Return what somebody says has to be done as asked of those who have to do it: "“*we* need to change”, she said"."""
    own = set(scene.reader.slots(draft.token).get("subject"))
    doers = draft.roles.get("actor", ())
    asked = draft.type in scene.lexicon.grammar["told_by_duty"] and draft.voice and _is_bidden(scene, draft.token)
    if not asked or not doers or "recipient" in draft.roles or not all(m.head in own for m in doers):
        return draft
    return draft.with_(roles={**{role: found for role, found in draft.roles.items() if role != "actor"}, "recipient": doers})


def _by_speaker(scene: Scene, draft: Draft) -> Draft:
    """Return a claim of words said with the speaker as its actor where nobody else is: who calls it "a disgrace" accuses himself.

    Words that are of the type by themselves tell of somebody's doing it, who need not be the speaker ("it *was criticized*"); so do nouns
    that have a part in a clause ("the *criticism* grows").
    """
    tree = scene.tree
    bidden = draft.type in scene.lexicon.grammar["told_by_duty"] and _is_bidden(scene, draft.token)
    if draft.type not in scene.lexicon.grammar["spoken"] or "actor" in draft.roles or not draft.voice:
        return draft
    if not bidden and _is_named(scene, draft):
        return draft
    if not (tree.is_verbal(draft.token) or tree.pos[draft.token] == "ADJ" or tree.kids(draft.token, "cop")):
        return draft
    said = scene.statements[draft.voice[-1]]
    speakers = tuple(m for t in said.source for m in scene.cast.at(t) if m.mention.actor)
    told = {m.mention.actor for found in draft.roles.values() for m in found}
    doers = {m.mention.actor for t in scene.reader.slots(draft.token).get("subject") for m in scene.cast.at(t) if m.mention.actor}
    if not speakers or not doers <= told or not said.is_said():
        return draft
    roles = without_repeats(draft.token, {"actor": speakers, **draft.roles})
    return draft.with_(roles=roles, voice=draft.voice[:-1])


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Tell whether a word is one of the type by itself, so that its denial denies the claim: "did not criticize" or "would not prevent"."""
    tree = scene.tree
    if any(tree.lemmas[t] in scene.lexicon.grammar["standing_in_the_way"] for t in draft.tokens):
        return True
    found = (scene.lexicon.candidates(tree.lemmas[t], tree.words[t]) for t in draft.tokens)
    return any(frame.type == draft.type and frame.polarity != "negative" for pairs in found for _, frame in pairs)


def _is_bidden(scene: Scene, i: int) -> bool:
    """Tell what somebody says has to be done: "should return", "let us talk", and what is joined to it."""
    tree, words = scene.tree, scene.lexicon.grammar["duty"]
    while tree.bases[i] == "conj" and not tree.kids(i, "nsubj", "aux"):
        i = tree.heads[i]
    near = [i, *tree.kids(i, "aux"), *([tree.heads[i]] if tree.bases[i] in ("xcomp", "ccomp") else ())]
    bare = tree.tags[i] == "VB" and not tree.kids(i, "nsubj", "aux", "mark")
    imperative = bare and own_standing(tree, i, scene.lexicon.factuality).certainty == "hypothetical"
    return imperative or any(tree.lemmas[t] in words for t in near)
