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


def with_offices(drafts: Sequence[Draft], offices: Sequence[Draft]) -> list[Draft]:
    """Return claims with the offices that titles name, those that say the same office of the same person left out."""
    return [*(d for d in drafts if not any(_is_same(d, office) for office in offices)), *offices]


def _is_same(draft: Draft, office: Draft) -> bool:
    """Tell whether a claim found otherwise says no more than a title does: the same person, in the same words or the same body."""
    if draft.type != office.type or draft.polarity != office.polarity:
        return False
    one, other = ({m.mention.actor for m in d.roles.get("subject", ())} for d in (draft, office))
    bodies = [{m.mention.actor or m.stands_for for m in d.roles.get("object", ())} for d in (draft, office)]
    return bool(one & other) and (bool(set(draft.tokens) & set(office.tokens)) or (draft.as_ is None and bodies[0] <= bodies[1]))


def _around(tree: Tree, first: int, last: int) -> list[int]:
    """Return the title's tokens and what modifies them."""
    return sorted({t for i in range(first, last) for t in [i, *tree.children[i]]} | ({first - 1} if first else set()))
