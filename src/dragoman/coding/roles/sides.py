"""Who else is at what takes two, where a frame finds one alone: nobody meets, talks or has a deal by himself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.coding.frames.draft import Draft
from dragoman.coding.scene import Scene

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_SEVERAL: Final = frozenset({"NNS", "NNPS"})


def is_alone(scene: Scene, draft: Draft) -> bool:
    """Tell whether a claim of what takes two has one party, who is one: "Chad's *talks*", but not "*leaders* met"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    if draft.type not in grammar["mutual"]:
        return False
    parties = tuple(m for found in draft.roles.values() for m in found)
    if len(parties) != 1 or parties != draft.roles.get("actor"):
        return False
    if draft.type == "AGREE" and (tree.is_verbal(draft.token) or tree.lemmas[draft.token] not in scene.lexicon.classes["agreement"]):
        return False  # who promises or offers may do so alone
    one, who = parties[0], scene.cast.who(parties[0])
    several = tree.tags[one.head] in _SEVERAL or one.form == "generic" or tree.words[one.head] in grammar["several"]
    body = not tree.is_verbal(draft.token) and (tree.marker(one.head) == "of" or (who is not None and who.kind in grammar["ranks"]))
    return not (several or body)


def lacks_subject(scene: Scene, draft: Draft) -> bool:
    """Tell whether the tree gives a verb of what takes two no subject, though it must have one: a long row of names may be misread."""
    tree, hit = scene.tree, draft.hit
    if hit is None or draft.type not in scene.lexicon.grammar["mutual"] or "actor" not in draft.roles:
        return False
    bare = tree.tags[draft.token] in _FINITE and not hit.slots.passive and not hit.slots.get("subject")
    return bare and all(m.first > draft.token for m in draft.roles["actor"])


def others(scene: Scene, draft: Draft, seen: Iterable[CastMention]) -> tuple[CastMention, ...]:
    """Return those of whom the heads see that may be at something with the one whom the frame finds: none of his own, and no speaker."""
    one = draft.roles["actor"][0]
    speakers = {t for n in scene.voices.get(draft.token, ()) for t in scene.statements[n].source}
    near = speakers.union(_above(scene, one, draft.token))
    told = {m.mention.actor for m in draft.roles["actor"]}
    known = (m for m in seen if m.mention.actor and m.mention.actor not in told and m.head not in near)
    outside = (m for m in known if m.last <= one.first or one.last <= m.first)
    return tuple(m for m in outside if one.head not in scene.tree.ancestors(m.head))


def _above(scene: Scene, one: CastMention, trigger: int) -> Sequence[int]:
    """Return the nouns above somebody in his own phrase, below what they are at: "the *ally* of Chad"."""
    tree, found, t = scene.tree, [], one.head
    while tree.bases[t] in ("nmod", "compound", "amod", "appos") and tree.heads[t] not in (t, trigger):
        t = tree.heads[t]
        found.append(t)
    return found
