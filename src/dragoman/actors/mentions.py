"""Mentions as values: castings numbered in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.actors.roster import Casting, Form
from dragoman.claims import ActorId, Mention, MentionId

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class CastMention:
    """A mention with the tokens that it covers.

    Attributes:
        first: first token.
        last: token after the last.
        head: token that governs the phrase.
        place: it stands as a place here and acts for nobody.
        stands_for: the actor that a place's name would stand for if it acted.
    """

    mention: Mention
    first: int
    last: int
    head: int
    form: Form
    place: bool = False
    stands_for: ActorId | None = None


def number(doc: Doc, text: str, castings: Iterable[Casting]) -> tuple[CastMention, ...]:
    """Return the mentions as values, one for each actor, numbered by start, end and actor.

    Args:
        doc: the report.
        text: its text, which spaCy puts together anew whenever it is asked.
        castings: the mentions.
    """
    rows: dict[tuple[int, int, str], Casting] = {}
    for casting in castings:
        for actor in casting.actors or ("",):
            rows.setdefault((casting.first, casting.last, actor), casting)
    bounds = [(start, start + length) for start, length in doc.to_array(["IDX", "LENGTH"]).tolist()]
    spans = sorted((bounds[first][0], bounds[last - 1][1], actor, first, last) for first, last, actor in rows)
    return tuple(
        CastMention(
            mention=Mention(id=MentionId(f"m{n}"), start=start, end=end, text=text[start:end], actor=ActorId(actor) if actor else None),
            first=first,
            last=last,
            head=(casting := rows[first, last, actor]).head,
            form=casting.form,
            place=casting.place,
            stands_for=casting.stands_for,
        )
        for n, (start, end, actor, first, last) in enumerate(spans, 1)
    )


def by_head_of(mentions: Iterable[CastMention]) -> dict[int, tuple[CastMention, ...]]:
    """Return the mentions by the token that governs each."""
    heads: dict[int, tuple[CastMention, ...]] = {}
    for mention in mentions:
        heads[mention.head] = (*heads.get(mention.head, ()), mention)
    return heads


def casting_of(mention: CastMention) -> Casting:
    """Return a mention as it was before it was numbered."""
    actors = (mention.mention.actor,) if mention.mention.actor else ()
    return Casting(mention.first, mention.last, mention.head, actors, mention.form, mention.place, mention.stands_for)
