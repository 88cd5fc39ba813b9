"""The nouns that pass between rooms, as frozen values, and their JSON form.

One report in, one `Reading` out. Offsets are half-open ``[start, end)`` in Unicode code points of the
report's text. Everything in a reading points at characters of that text, and is said by somebody.

The JSON form is one object a line; `Reading.to_json` and `reading_from_json` are inverse to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import chain
from typing import Literal, NamedTuple, NewType

import msgspec

from dragoman.errors import ReadingError

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


class _Value(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value with a JSON form."""


class Report(_Value, frozen=True, kw_only=True):
    """One document. `text` is its title as the first line and its body after; it never changes.

    Attributes:
        published: ISO 8601 date or date-time, or None where nobody says.
        language: ISO 639-1 code.
    """

    id: ReportId
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    text: str = ""


class Actor(_Value, frozen=True, kw_only=True):
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


class Mention(_Value, frozen=True, kw_only=True):
    """A span that names or refers to an actor, place or other thing that a claim needs.

    Attributes:
        actor: whom it refers to; None where it refers to no actor (a place, an agreement) or cannot be resolved.
    """

    id: MentionId
    start: int
    end: int
    text: str
    actor: ActorId | None = None


class TimeValue(_Value, frozen=True, kw_only=True):
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


class Statement(_Value, frozen=True, kw_only=True):
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


class Count(_Value, frozen=True, kw_only=True):
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


class Claim(_Value, frozen=True, kw_only=True):
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


class Timex(_Value, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value and type; value None where it cannot be told."""

    start: int
    end: int
    text: str
    value: str | None
    type: TimexType


class Place(_Value, frozen=True, kw_only=True):
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


class Reading(_Value, frozen=True, kw_only=True):
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
        return msgspec.json.encode({"format": FORMAT, "report": body.pop("report"), "text": text, **body}).decode()


class Failure(_Value, frozen=True, kw_only=True):
    """A report that could not be read, and why."""

    id: ReportId
    error: str

    def to_json(self) -> str:
        """Return the line that stands in the reading's place."""
        return msgspec.json.encode({"format": FORMAT, "report": {"id": self.id}, "error": self.error}).decode()


def reading_from_json(line: str | bytes) -> Reading | Failure:
    """Return the reading (or failure) that a line of JSON holds.

    Raises:
        ReadingError: not JSON, another format, a missing or mistyped field, or an offset outside the text.

    Example:
        >>> reading = Reading(report=Report(id=ReportId("r1"), text="Talks began."))
        >>> reading_from_json(reading.to_json()) == reading
        True
    """
    try:
        body = msgspec.json.decode(line, type=dict)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReadingError(f"not a JSON object: {error}; give one reading a line") from error
    if "format" not in body:
        raise ReadingError("is no reading, it has no format; a report is read with: dragoman read")
    if body["format"] != FORMAT:
        raise ReadingError(f"format is {body['format']!r}, this version reads {FORMAT!r}")
    try:
        if "error" in body:
            return msgspec.convert({"id": body["report"]["id"], "error": body["error"]}, Failure)
        body["report"]["text"] = body.pop("text")
        reading = msgspec.convert(body, Reading)
    except (msgspec.ValidationError, KeyError, TypeError) as error:
        raise ReadingError(f"not a reading: {error}") from error
    check(reading)
    return reading


def check(reading: Reading) -> None:
    """Raise where a reading points outside its text, at other words than it gives, or at something that it does not hold.

    Raises:
        ReadingError: which span, mention or reference, the first that is found.

    Example:
        >>> friday = Timex(start=0, end=9, text="on Friday", value=None, type="DATE")
        >>> check(Reading(report=Report(id=ReportId("r1"), text="Talks."), times=(friday,)))
        Traceback (most recent call last):
            ...
        dragoman.errors.ReadingError: span [0, 9) lies outside the text of 6 characters
    """
    size = len(reading.text)
    for start, end in _spans(reading):
        if not 0 <= start <= end <= size:
            raise ReadingError(f"span [{start}, {end}) lies outside the text of {size} characters")
    worded: tuple[Mention | Timex | Place, ...] = (*reading.mentions, *reading.times, *reading.places)
    for one in worded:
        if reading.text[one.start : one.end] != one.text:
            what = f"mention {one.id}" if isinstance(one, Mention) else f"“{one.text}”"
            raise ReadingError(f"{what}: text is not what stands at [{one.start}, {one.end})")
    _check_references(reading)


def _spans(value: object) -> Iterator[tuple[int, int]]:
    """Yield every span within a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif isinstance(value, _Value):
        if isinstance(value, Mention | Timex | Place):
            yield value.start, value.end
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))


def _check_references(reading: Reading) -> None:
    """Raise where an id is used that nothing bears."""
    actors = {actor.id for actor in reading.actors}
    mentions = {mention.id for mention in reading.mentions}
    statements = {statement.id for statement in reading.statements}
    used: list[tuple[str, str, Set[str | None]]] = [(f"mention {m.id}", "actor", {m.actor} - actors) for m in reading.mentions]
    for s in reading.statements:
        used += [
            (f"statement {s.id}", "mention", {s.source, *s.co_sources} - mentions),
            (f"statement {s.id}", "statement", {s.within} - statements),
        ]
    for c in reading.claims:
        used += [(f"claim {c.id}", "mention", {c.place, *chain.from_iterable(c.roles.values())} - mentions)]
        used += [(f"claim {c.id}", "statement", {*c.voice} - statements)]
    for where, kind, unknown in used:
        if lacking := sorted(str(key) for key in unknown if key is not None):
            raise ReadingError(f"{where}: there is no {kind} {lacking[0]}")
