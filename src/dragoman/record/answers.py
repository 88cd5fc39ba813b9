"""What the record answers with: claims and statements spelt out, each with the report and the words it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from dragoman.claims import ActorId, Bound, Certainty, ClaimId, Manner, Polarity, ReportId, Span, StatementId, Tense, TimeValue


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The report that something stands in.

    Attributes:
        same_as: the report whose text this one repeats; None for a report that was read itself.
        copies: ids of reports with the same text, not counted again.
        file: the file that it was taken from, with its line or row there.
    """

    id: ReportId
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    same_as: ReportId | None = None
    copies: tuple[ReportId, ...] = ()
    file: str | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who plays a part, and the words that say so.

    Attributes:
        actor: None where the words refer to nobody that is known.
        name: the actor's name, else the words.
    """

    actor: ActorId | None = None
    name: str
    country: str | None = None
    sector: str | None = None
    words: str
    span: Span


class Only(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are asked for; of what is empty, all.

    Attributes:
        known: only claims in which somebody plays a part who is known, not just told of in words.
    """

    polarity: tuple[Polarity, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    tense: tuple[Tense, ...] = ()
    known: bool = False


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain through which a claim reaches us.

    Attributes:
        statement: the statement's id in its reading.
        sources: who says it, several where they say it together; none where nobody is named.
        cue: the words that report the saying, or None.
        day: when it was said, where the text says so.
    """

    statement: StatementId
    sources: tuple[Party, ...] = ()
    cue: str | None = None
    manner: Manner = "indirect"
    day: str | None = None

    @property
    def name(self) -> str:
        """The names joined, or that nobody is named."""
        return "; ".join(party.name for party in self.sources) or "somebody unnamed"


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A number that the text gives, in its words."""

    of: str
    value: float
    bound: Bound
    unit: str | None = None
    words: str


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the text's words; name and coordinates where it was resolved."""

    words: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A claim spelt out: ids resolved, spans replaced by their words.

    Attributes:
        day: the day that it is placed at: its own time's start (or end), else the report's date; None where neither is known.
        day_from: where `day` comes from.
        status: the words of the claim's ``as``.
        voice: outermost first; empty: the outlet's own voice.
        sentence_span, trigger_spans: where the words stand in the report's text.
    """

    report: Source
    claim: ClaimId
    kind: Literal["event", "relation"]
    type: str
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    roles: Mapping[str, tuple[Party, ...]] = {}
    about: tuple[str, ...] = ()
    status: str | None = msgspec.field(default=None, name="as")
    scope: str | None = None
    counts: tuple[Counted, ...] = ()
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    condition: str | None = None
    time: TimeValue | None = None
    day: str | None = None
    day_from: Literal["claim", "report"] | None = None
    place: Where | None = None
    voice: tuple[Voice, ...] = ()
    sentence: str
    trigger: tuple[str, ...]
    sentence_span: Span
    trigger_spans: tuple[Span, ...]
    rule: str
    confidence: float | None = None


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement spelt out, its content word for word.

    Attributes:
        words: what is said, one piece for each stretch of the text.
        cue_span, spans: where cue and words stand in the report's text.
        paragraph: the line of the text in which it begins.
        within: the statements that this one stands inside, outermost first.
        time: when it was said, where the text says so.
        day: the day that it is placed at: that of `time`, else the report's; None where neither is known.
        day_from: where `day` comes from.
    """

    report: Source
    statement: StatementId
    sources: tuple[Party, ...] = ()
    cue: str | None = None
    cue_span: Span | None = None
    words: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    paragraph: str = ""
    manner: Manner
    within: tuple[Voice, ...] = ()
    time: TimeValue | None = None
    day: str | None = None
    day_from: Literal["statement", "report"] | None = None


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What an actor demands, refuses, offers, accepts, concedes or threatens, and the claim that says so.

    Attributes:
        actor: who takes the position.
        side: for whom: the asked actor, whose people may take it.
        side_name: that actor's name.
    """

    actor: ActorId
    name: str
    position: Literal["demands", "refuses", "offers", "accepts", "concedes", "threatens"]
    side: ActorId
    side_name: str
    told: Told


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """What one voice affirms and another denies.

    Attributes:
        affirmed, denied: the claims that say so, by the days on which they are told; one of each at least. A denial is a claim of negative
            polarity, or the REJECT (or ACCUSE) of somebody who denies what was said.
    """

    affirmed: tuple[Told, ...]
    denied: tuple[Told, ...]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One report of the record: how much was found in it."""

    source: Source
    claims: int
    statements: int


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom reports name, and where the latest of them does so first.

    Attributes:
        reports, mentions: in how many reports, and how often in all.
        latest: the latest such report.
        sentence: the line of it that names them, cut where it is long.
    """

    actor: ActorId
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    reports: int
    mentions: int
    latest: ReportId
    sentence: str


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the record knows of a report before reading it again."""

    id: ReportId
    fingerprint: str
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    file: str | None = None
    same_as: ReportId | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a query of the user's own: column names, and rows of plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
