"""Mentions as values: castings numbered in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.actors.roster import Casting, Form
from dragoman.claims import ActorId, Mention, MentionId
from dragoman.language.columns import Columns


class CastMention(msgspec.Struct, frozen=True):
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


def number(read: Columns, castings: Iterable[Casting]) -> tuple[CastMention, ...]:
    """Return the mentions as values, one for each actor, numbered by start, end and actor.

    Args:
        read: what the parse says of the report's tokens.
        castings: the mentions.
    """
    rows: dict[tuple[int, int, str], Casting] = {}
    for casting in castings:
        for actor in casting.actors or ("",):
            rows.setdefault((casting.first, casting.last, actor), casting)
    starts, words, text = read.starts, read.words, read.text
    spans = sorted([(starts[first], starts[last - 1] + len(words[last - 1]), actor, first, last) for first, last, actor in rows])
    found = []
    for n, (start, end, actor, first, last) in enumerate(spans, 1):
        casting = rows[first, last, actor]
        mention = Mention(id=MentionId(f"m{n}"), start=start, end=end, text=text[start:end], actor=ActorId(actor) if actor else None)
        found.append(CastMention(mention, first, last, casting.head, casting.form, casting.place, casting.stands_for))
    return tuple(found)


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
