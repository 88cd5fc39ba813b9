"""The voice of a claim by who speaks: each source once, and not the author of the report himself."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.cast import Cast
from dragoman.claims import ActorId
from dragoman.coding.statements import RawStatement


def heard(voice: Sequence[int], statements: Sequence[RawStatement], cast: Cast) -> tuple[int, ...]:
    """Return a voice in which nobody reports himself: "Oman said it wants talks" is Oman's voice once.

    A statement of "I" or "we" that is nobody's in the text is its author's: it adds no voice to the report's own. Nor does what
    nobody named condemns or praises.

    Args:
        voice: statements, outermost first.
        statements: all statements of the report.
        cast: who their sources are.
    """
    kept: list[int] = []
    before: set[ActorId] = set()
    for n in voice:
        sources = {m.mention.actor for t in statements[n].source for m in cast.at(t) if m.mention.actor}
        author = not sources and any(t in cast.first_person for t in statements[n].source)
        attitude = statements[n].attitude
        judged = not statements[n].source and attitude is not None and attitude.presupposed
        if author or judged or (sources and sources <= before):
            continue
        kept.append(n)
        before = sources
    return tuple(kept)
