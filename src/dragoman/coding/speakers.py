"""Whom "I" and "we" mean inside quotations: the speaker, or the state for which he speaks."""

from __future__ import annotations

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.statements import RawStatement, voice_of
from dragoman.coding.tree import Tree


def speakers_of(tree: Tree, cast: Cast, statements: tuple[RawStatement, ...]) -> dict[int, tuple[CastMention, ...]]:
    """Return who is meant by every first-person pronoun that stands inside a statement.

    It is the source of the innermost quotation around the pronoun, whatever indirect statements stand between.
    An official who says "we" speaks for his state.
    """
    states = {cast.actors[m.mention.actor].country: m for m in reversed(cast.mentions) if m.mention.actor and _is_state(cast, m)}
    found: dict[int, tuple[CastMention, ...]] = {}
    for i in cast.first_person:
        voice = voice_of(i, statements)
        quoted = [s for s in voice if statements[s].manner != "indirect"]
        for s in reversed(quoted or voice):
            sources = tuple(m for t in statements[s].source for m in cast.at(t) if m.mention.actor)
            if sources and not any(t in cast.first_person for t in statements[s].source):
                plural = "Number=Plur" in str(tree.doc[i].morph)
                found[i] = tuple(_spoken_for(cast, m, states) if plural else m for m in sources)
                break
    return found


def _is_state(cast: Cast, mention: CastMention) -> bool:
    actor = mention.mention.actor
    return actor is not None and cast.actors[actor].kind == "state"


def _spoken_for(cast: Cast, source: CastMention, states: dict[str | None, CastMention]) -> CastMention:
    """Return the state for which an official speaks, where the report names it; else himself."""
    actor = cast.actors[source.mention.actor] if source.mention.actor else None
    if actor is None or actor.country is None or "GOV" not in (actor.sector, *actor.other_sectors):
        return source
    return states.get(actor.country, source)
