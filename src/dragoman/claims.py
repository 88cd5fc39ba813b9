"""The nouns that pass between rooms, as frozen values, and their JSON form.

One report in, one `Reading` out. Offsets are half-open ``[start, end)`` in Unicode code points of the
report's text. Everything in a reading points at characters of that text, and is said by somebody.

The JSON form is one object a line, by `Reading.to_json`; `dragoman.from_json` reads it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, NewType

import msgspec

FORMAT: Literal["dragoman/1"] = "dragoman/1"

ReportId = NewType("ReportId", str)
ActorId = NewType("ActorId", str)
MentionId = NewType("MentionId", str)
StatementId = NewType("StatementId", str)
ClaimId = NewType("ClaimId", str)

Role = Literal["actor", "recipient", "third_party", "subject", "object"]
ROLES: tuple[Role, ...] = ("actor", "recipient", "third_party", "subject", "object")
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "hypothetical"]
Tense = Literal["past", "present", "future"]
Manner = Literal["direct", "indirect", "mixed"]
Bound = Literal["exact", "at_least", "at_most", "about"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of characters of the report's text."""

    start: int
    end: int


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value with a JSON form."""


class Report(Value, frozen=True, kw_only=True):
    """One document. `text` is its title as the first line and its body after; it never changes.

    Attributes:
        published: ISO 8601 date or date-time, or None where nobody says.
        language: ISO 639-1 code.
        file: the file that it was taken from, with its line or row there (``/news/may.jsonl:7``); None where it was given otherwise.
    """

    id: ReportId
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    text: str = ""
    file: str | None = None


class Actor(Value, frozen=True, kw_only=True):
    """Somebody who can act or be acted on.

    Attributes:
        id: stable, lower-case words and hyphens, such as ``china-foreign-ministry``.
        kind: state, government_body, person, party, faction, armed_group, igo, ngo, people, media, company, group.
        country: PLOVER's country code, or None where it cannot be told.
        sector: PLOVER's three-letter sector code, or None.
    """

    id: ActorId
    name: str
    kind: str = "group"
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()


class Mention(Value, frozen=True, kw_only=True):
    """A span that names or refers to an actor, place or other thing that a claim needs.

    Attributes:
        actor: whom it refers to; None where it refers to no actor (a place, an agreement) or cannot be resolved.
    """

    id: MentionId
    start: int
    end: int
    text: str
    actor: ActorId | None = None


class TimeValue(Value, frozen=True, kw_only=True):
    """When a claim is said to hold.

    Attributes:
        start: ISO date or None where open.
        end: ISO date, inclusive, or None where open.
        precision: day, week, month, quarter, season, year, decade, century, time.
        span: the words that it was read from; None where derived.
        source: ``text`` where the words say it alone, ``report_date`` where derived from the report's date.
    """

    start: str | None = None
    end: str | None = None
    precision: str = "day"
    span: Span | None = None
    source: Literal["text", "report_date"] = "text"


class Statement(Value, frozen=True, kw_only=True):
    """Somebody says, writes, believes, wants or denies something.

    Attributes:
        source: the mention of who says it; None where no source can be found.
        co_sources: further mentions where several say it together.
        cue: the words that report the saying; None for a quotation without any.
        content: what is said, one or more spans in order.
        within: the statement that this one stands inside.
        time: when it was said, where the text says so.
    """

    id: StatementId
    source: MentionId | None = None
    co_sources: tuple[MentionId, ...] = ()
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    manner: Manner = "indirect"
    within: StatementId | None = None
    time: TimeValue | None = None


class Count(Value, frozen=True, kw_only=True):
    """A number that the text gives for a claim.

    Attributes:
        of: what is counted: dead, injured, arrested, captives, displaced, money, people …
        unit: a currency code for money, None otherwise.
        bound: ``at_least`` also for "over" and "more than", ``at_most`` for "up to" and "fewer than".
        span: the words, bound included ("over 100").
    """

    of: str
    value: float
    bound: Bound = "exact"
    unit: str | None = None
    span: Span


class Claim(Value, frozen=True, kw_only=True):
    """One thing that is said to be so: an event or a relation.

    Attributes:
        mode: PLOVER modes of the event type.
        contexts: PLOVER contexts.
        roles: role name to mention ids, in the order of the text.
        about: what is agreed, demanded, discussed.
        as_: a status, title or designation (JSON ``as``).
        scope: a territory or matter in which a relation holds.
        place: a mention resolved in the reading's `places`.
        voice: the statements through which it reaches us, outermost first; empty: the outlet's own voice.
        trigger: the words that express it.
        rule: the file and frame of the lexicon that found it.
        confidence: how likely the text tells such a claim here, 0 to 1: what share of claims like it readers found to have the right
            type; None where no learned heads were asked. How sure the claim's own voice is stands in `certainty`.
    """

    id: ClaimId
    kind: Literal["event", "relation"]
    type: str
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    roles: Mapping[str, tuple[MentionId, ...]] = {}
    about: tuple[Span, ...] = ()
    as_: Span | None = msgspec.field(default=None, name="as")
    scope: Span | None = None
    counts: tuple[Count, ...] = ()
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "present"
    condition: Span | None = None
    time: TimeValue | None = None
    place: MentionId | None = None
    voice: tuple[StatementId, ...] = ()
    sentence: Span
    trigger: tuple[Span, ...]
    rule: str
    confidence: float | None = None


class Timex(Value, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value and type; value None where it cannot be told."""

    start: int
    end: int
    text: str
    value: str | None
    type: TimexType


class Place(Value, frozen=True, kw_only=True):
    """A place name of the text; coordinates in decimal degrees, None where not resolved.

    Attributes:
        country: ISO 3166-1 alpha-3.
        geonames: GeoNames id.
    """

    start: int
    end: int
    text: str
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    geonames: int | None = None


class Reading(Value, frozen=True, kw_only=True):
    """All that one report says."""

    report: Report
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """The report's text, to which every offset points."""
        return self.report.text

    def to_json(self) -> str:
        """Return the reading as one line of JSON, byte for byte the same for the same reading."""
        body = msgspec.to_builtins(self)
        text = body["report"].pop("text")
        if body["report"]["file"] is None:
            del body["report"]["file"]
        return msgspec.json.encode({"format": FORMAT, "report": body.pop("report"), "text": text, **body}).decode()


class Failure(Value, frozen=True, kw_only=True):
    """A report that could not be read, and why."""

    id: ReportId
    error: str

    def to_json(self) -> str:
        """Return the line that stands in the reading's place."""
        return msgspec.json.encode({"format": FORMAT, "report": {"id": self.id}, "error": self.error}).decode()
