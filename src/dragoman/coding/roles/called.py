"""To whom something is said where nobody is named for it: who is called, written to or met to be told it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.frames.draft import Draft
from dragoman.coding.scene import Scene


def told_to(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts, what is said to nobody named with who is called to be told it: "phoned *the king* to convey condolences".

    Which verbs call somebody and which say something then stands in ``speaking_to`` and ``said_to`` of ``grammar.yaml``.
    """
    said = scene.lexicon.grammar["said_to"]
    return [_told(made, scene) if scene.tree.lemmas[made.token] in said else made for made in drafts]


def _told(made: Draft, scene: Scene) -> Draft:
    """Return what is said in the purpose of a call with whom it tells; nothing changes where somebody known has it said to him."""
    tree = scene.tree
    act = tree.first_conjunct(made.token)
    call = tree.heads[act]
    purpose = tree.bases[act] in ("advcl", "xcomp") and tree.marker(act) == "to" and not tree.is_passive(call)
    if not made.is_event or not purpose or any(m.mention.actor or m.stands_for for m in made.roles.get("recipient", ())):
        return made
    speaking = scene.lexicon.grammar["speaking_to"]
    slots = scene.reader.slots(call)
    ways = (way or "object" for verb, _, way in (one.partition(" ") for one in speaking) if verb == tree.lemmas[call])
    own = {m.mention.actor for m in made.roles.get("actor", ())}
    for way in ways:
        found = tuple(m for t in slots.get(way) for m in scene.caster.mentions(t, places=way == "object") if m.mention.actor not in own)
        if found and own:
            return made.with_(roles={**made.roles, "recipient": found})
    return made
