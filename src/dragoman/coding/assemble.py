"""From drafts and raw statements to the values of a reading: ids are given here, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Actor, ActorId, Claim, ClaimId, Mention, MentionId, Span, Statement, StatementId, TimeValue
from dragoman.coding.frames.draft import Draft, span_of, spans_of, title
from dragoman.coding.statements import RawStatement
from dragoman.coding.tree import Tree

_Key = tuple[int, int, str]


def mentions_of(tree: Tree, cast: Cast, drafts: Sequence[Draft], raw: Sequence[RawStatement] = ()) -> dict[_Key, Mention]:
    """Return every mention of the cast, of the drafts and of the statements under its key, numbered in the order of the text.

    A place that stands for its state in a role is a mention of that state; a place that a claim happened at
    and a source that is no actor ("the documents") are mentions without one.
    """
    text = tree.text
    keys = {key(m) for m in cast.mentions}
    keys |= {key(m) for d in drafts for found in d.roles.values() for m in found}
    keys |= {(d.place.start, d.place.end, "") for d in drafts if d.place}
    keys |= {k for one in raw for k in _sources(tree, cast, one)}
    return {
        k: Mention(id=MentionId(f"m{n}"), start=k[0], end=k[1], text=text[k[0] : k[1]], actor=ActorId(k[2]) if k[2] else None)
        for n, k in enumerate(sorted(keys), 1)
    }


def key(m: CastMention) -> _Key:
    """Return what tells a mention from all others: its span and its actor."""
    return m.mention.start, m.mention.end, m.mention.actor or (m.stands_for if m.place and m.stands_for else "") or ""


def statements_of(
    tree: Tree, cast: Cast, raw: Sequence[RawStatement], times: Sequence[TimeValue | None], mentions: Mapping[_Key, Mention]
) -> tuple[Statement, ...]:
    """Return the statements, ids in the order given."""
    made = []
    for n, (one, time) in enumerate(zip(raw, times, strict=True)):
        ids = [mentions[k].id for k in _sources(tree, cast, one)]
        made.append(
            Statement(
                id=StatementId(f"s{n + 1}"),
                source=ids[0] if ids else None,
                co_sources=tuple(ids[1:]),
                cue=_cover(tree, one.cue),
                content=tuple(span_of(tree, first, last) for first, last in one.content),
                manner=one.manner,
                within=None if one.within is None else StatementId(f"s{one.within + 1}"),
                time=time,
            )
        )
    return tuple(made)


def _sources(tree: Tree, cast: Cast, one: RawStatement) -> list[_Key]:
    """Return the mentions that are a statement's sources: those of the cast, else the words of the text."""
    found = [key(m) for t in one.source for m in cast.at(t)]
    if found and len(one.source) > 1:  # "diplomats and *state media* said"
        unnamed = [t for t in one.source if not cast.at(t) and tree.is_nominal(t) and tree.pos[t] != "PRON"]
        return [*found, *((s.start, s.end, "") for s in (title(tree, t) for t in unnamed))]
    if found or not one.source or one.source_span is None:
        return found
    first, last = one.source_span
    span = span_of(tree, first, last) if first <= one.source[0] < last else span_of(tree, one.source[0], one.source[0] + 1)
    return [(span.start, span.end, "")]


def claims_of(
    tree: Tree, drafts: Sequence[Draft], mentions: Mapping[_Key, Mention], confidence: Callable[[Draft], float | None]
) -> tuple[Claim, ...]:
    """Return the claims in the order of the text, each with the confidence that it is given."""
    ordered = sorted(drafts, key=lambda d: (d.tokens, d.type, d.rule))
    return tuple(_claim(tree, n, d, mentions, confidence(d)) for n, d in enumerate(ordered, 1))


def actors_of(cast: Cast, mentions: Iterable[Mention]) -> tuple[Actor, ...]:
    """Return the actors that some mention refers to, by id."""
    used = {m.actor for m in mentions if m.actor}
    return tuple(cast.actors[a] for a in sorted(used) if a in cast.actors)


def _claim(tree: Tree, n: int, d: Draft, mentions: Mapping[_Key, Mention], confidence: float | None) -> Claim:
    sentence = tree.doc[d.token].sent
    return Claim(
        id=ClaimId(f"c{n}"),
        kind="event" if d.is_event else "relation",
        type=d.type,
        mode=d.mode,
        contexts=d.contexts,
        roles={role: tuple(dict.fromkeys(mentions[key(m)].id for m in found)) for role, found in d.roles.items()},
        about=d.about,
        as_=d.as_,
        scope=d.scope,
        counts=d.counts,
        polarity=d.polarity,  # type: ignore[arg-type]
        certainty=d.certainty,  # type: ignore[arg-type]
        tense=d.tense,  # type: ignore[arg-type]
        condition=d.condition,
        time=d.time,
        place=mentions[d.place.start, d.place.end, ""].id if d.place else None,
        voice=tuple(StatementId(f"s{s + 1}") for s in d.voice),
        sentence=Span(sentence.start_char, sentence.end_char),
        trigger=spans_of(tree, d.tokens),
        rule=d.rule,
        confidence=confidence,
    )


def _cover(tree: Tree, tokens: tuple[int, ...]) -> Span | None:
    """Return the span from the first to the last token."""
    return span_of(tree, min(tokens), max(tokens) + 1) if tokens else None
