"""Offices read off titles and appositions: `holds_office` relations, the first time only."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.draft import Draft, span_of
from dragoman.coding.statements import RawStatement, Voices
from dragoman.coding.tree import Tree


def office_drafts(tree: Tree, cast: Cast, statements: Sequence[RawStatement], voices: Voices, *, bygone: Collection[str]) -> list[Draft]:
    """Return a `holds_office` relation for each office that the cast read off a title or an apposition.

    Appositions and titles in indirect speech are the outlet's words; in direct speech they are the speaker's. One of the
    words `bygone` ("former") makes an office one of the past.
    """
    drafts = []
    for person, (first, last), body in cast.offices:
        roles: dict[str, tuple[CastMention, ...]] = {"subject": (person,)}
        if body is not None:
            roles["object"] = (body,)
        voice = tuple(s for s in voices.get(first, ()) if statements[s].manner == "direct")
        tokens = tuple(range(first, last))
        tense = "past" if any(tree.words[t] in bygone for t in _around(tree, first, last)) else "present"
        drafts.append(
            Draft(
                type="holds_office",
                rule="offices#title",
                tokens=tokens,
                roles=roles,
                as_=span_of(tree, first, last),
                tense=tense,
                voice=voice,
            )
        )
    return drafts


def _around(tree: Tree, first: int, last: int) -> list[int]:
    """Return the title's tokens and what modifies them."""
    return sorted({t for i in range(first, last) for t in [i, *tree.children[i]]} | ({first - 1} if first else set()))
