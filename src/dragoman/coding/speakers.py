"""Who says "I" and "we": the source of the quotation around it, else of the one that it goes on, else the author of the text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.cast import Cast
from dragoman.claims import ActorId
from dragoman.coding.statements import RawStatement, voice_of
from dragoman.coding.tree import Tree
from dragoman.language.columns import columns_of


def speakers_of(tree: Tree, cast: Cast, statements: tuple[RawStatement, ...]) -> dict[int, tuple[ActorId, ...]]:
    """Return who says every first-person pronoun, where it can be told.

    It is the source of the innermost quotation around the pronoun, whatever indirect statements stand between. A quotation
    without a source of its own is said by him who said the rest of it, or the one next to it in its paragraph or at the end
    of the one before. Outside of quotations it is the author that the heading names.
    """
    found: dict[int, tuple[ActorId, ...]] = {}
    if not cast.first_person:
        return found
    quotes = (cast.read or columns_of(tree.doc)).quoted
    for i in cast.first_person:
        voice = voice_of(i, statements)
        quoted = [s for s in voice if statements[s].manner != "indirect"]
        said = next((who for s in reversed(quoted or voice) if (who := _sources(cast, statements[s]))), ())
        if not said and quotes[i]:
            said = _goes_on(tree, cast, statements, quotes, i)
        if not said and not quotes[i]:
            said = cast.authors
        if said:
            found[i] = said
    return found


def _sources(cast: Cast, statement: RawStatement) -> tuple[ActorId, ...]:
    """Return the actors who make a statement; nobody where they say "I" themselves."""
    if any(t in cast.first_person for t in statement.source):
        return ()
    return tuple(dict.fromkeys(m.mention.actor for t in statement.source for m in cast.at(t) if m.mention.actor))


def _goes_on(tree: Tree, cast: Cast, statements: Sequence[RawStatement], quotes: Sequence[int], i: int) -> tuple[ActorId, ...]:
    """Return who says a quotation that names no source: him of its other sentences, else of a quotation beside it."""
    opens = bool(quotes[next((t.i for t in tree.doc[i].sent if not t.is_space), i)])
    best: tuple[tuple[bool, int], tuple[ActorId, ...]] | None = None
    for statement in statements:
        who = _sources(cast, statement) if statement.manner != "indirect" else ()
        spoken = [t for first, last in statement.content for t in range(first, last) if quotes[t]]
        if not who or not spoken:
            continue
        same = any(quotes[t] == quotes[i] for t in spoken)
        nearest = min(spoken, key=lambda t: abs(t - i))
        breaks = _breaks(tree, nearest, i)
        if not same and (not opens or breaks > 1 or (breaks and nearest > i)):
            continue
        rank = (not same, abs(nearest - i))
        best = min(best or (rank, who), (rank, who), key=lambda one: one[0])
    return best[1] if best else ()


def _breaks(tree: Tree, one: int, two: int) -> int:
    """Return how many paragraphs end between two tokens."""
    first, last = sorted((one, two))
    return sum("\n" in t.text for t in tree.doc[first:last])
