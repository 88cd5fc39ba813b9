"""Events in PLOVER's own JSON form: lists of actors and recipients, one record an event.

The fields and their names are those of the chapter "Data Fields" of PLOVER's codebook (draft version 2.0). What it has no field for
(`polarity`, `certainty`, `tense`, `condition`, `voice`, `sources`, `third_party`, `about`, `date_from`, `date_precision`
and where the words stand) stands beside them under our names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.claims import Certainty, Polarity, Reading, Span, Tense
from dragoman.exchange.told import date_extent, spelt_out
from dragoman.ontology import Ontology, load
from dragoman.record import Party, Position, Told, Voice

CODEBOOK = "plover-2.0"


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An actor or recipient. `code` is the country that PLOVER counts it under, `identifier_id` our own id of it."""

    code: str | None = None
    sector: str | None = None
    entity_text: str
    identifier_id: str | None = None
    identifier_text: str | None = None


class Location(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an event took place."""

    extracted_place: str
    resolved_place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country_code: str | None = None


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The report that an event was read in."""

    citation: str
    title: str | None = None
    publication: str | None = None
    url: str | None = None
    language: str = "en"
    codebook: str


class Speaking(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One link of the chain through which an event is told; `who` is empty where nobody is named."""

    who: tuple[Entity, ...] = ()
    cue: str | None = None
    manner: str
    date: str | None = None
    statement: str


class PloverEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event.

    Attributes:
        date: ISO date; None where neither the text nor its report gives one.
        date_from: ``claim`` where the text dates the event, ``report`` where the report's own date stands in.
        date_precision: ``day``, ``month``, ``year`` and the like; None where there is no date.
        context: PLOVER's contexts, and its auxiliary ones: ``negation``, ``hypothetical``, ``future``.
        event_scale: from -10, conflict, to 10, cooperation.
        voice: who says so, outermost first; empty where the outlet does.
        sources: the same with who they are, in which words, how and when they say it.
        text_span: where the sentence stands in the report's text.
    """

    id: str
    date: str | None
    date_from: str | None
    enddate: str | None = None
    date_precision: str | None = None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...] = ()
    third_party: tuple[Entity, ...] = ()
    event: tuple[str, ...]
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad_code: int
    event_scale: float
    event_loc: Location | None = None
    event_text: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    size: dict[str, float] = {}
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    condition: str | None = None
    voice: tuple[str, ...]
    sources: tuple[Speaking, ...] = ()
    text: str
    text_span: Span
    event_text_spans: tuple[Span, ...] = ()
    cite_info: Citation
    coder: str
    comment: str
    confidence: float | None = None

    def to_json(self) -> str:
        """Return the event as one line of JSON."""
        return msgspec.json.encode(self).decode()


def to_plover(source: Iterable[Reading | Told | Position], *, coder: str = "dragoman") -> Iterator[PloverEvent]:
    """Yield the events of readings, or of claims that a record has told, in PLOVER's form; relations are passed over.

    Nothing is left out for being denied, supposed or still to come: `context` says so, as PLOVER's auxiliary modes do. Nor for
    lacking a recipient where PLOVER asks for one.

    Args:
        source: readings, or what `Record.timeline` answers.
        coder: what `coder` says in each record; give it Dragoman's version.

    Example:
        >>> from dragoman.claims import Report
        >>> list(to_plover([Reading(report=Report(id="r1", text="Quiet."))]))
        []
    """
    ontology = load()
    for told in spelt_out(source):
        if told.kind == "event":
            yield _event(told, ontology, coder)


def _event(told: Told, ontology: Ontology, coder: str) -> PloverEvent:
    kind, report = ontology.events[told.type], told.report
    end, precision = date_extent(told)
    return PloverEvent(
        id=f"{report.id}#{told.claim}",
        date=told.day,
        date_from=told.day_from,
        enddate=end if end != told.day else None,
        actor=_entities(told, "actor", ontology),
        recipient=_entities(told, "recipient", ontology),
        third_party=_entities(told, "third_party", ontology),
        event=(told.type,),
        mode=told.mode,
        context=(*told.contexts, *_auxiliary(told)),
        quad_code=kind.quad.number,
        event_scale=ontology.score(told.type, told.mode),
        event_loc=_location(told),
        event_text=told.trigger,
        about=told.about,
        size={count.of: count.value for count in told.counts},
        polarity=told.polarity,
        certainty=told.certainty,
        tense=told.tense,
        condition=told.condition,
        date_precision=precision,
        voice=tuple(voice.name for voice in told.voice),
        sources=tuple(_speaking(voice, ontology) for voice in told.voice),
        text=told.sentence.strip(),
        text_span=told.sentence_span,
        event_text_spans=told.trigger_spans,
        cite_info=Citation(citation=report.id, title=report.title, publication=report.outlet, url=report.url, codebook=CODEBOOK),
        coder=coder,
        comment=told.rule,
        confidence=told.confidence,
    )


def _auxiliary(told: Told) -> Iterator[str]:
    """Yield PLOVER's auxiliary modes of a claim; ``historical`` is not told apart."""
    if told.polarity == "negative":
        yield "negation"
    if told.certainty == "hypothetical":
        yield "hypothetical"
    if told.tense == "future":
        yield "future"


def _entities(told: Told, role: str, ontology: Ontology) -> tuple[Entity, ...]:
    return tuple(_entity(party, ontology) for party in told.roles.get(role, ()))


def _entity(party: Party, ontology: Ontology) -> Entity:
    return Entity(
        code=ontology.plover_country(party.country) if party.country else None,
        sector=party.sector,
        entity_text=party.words,
        identifier_id=party.actor,
        identifier_text=party.name if party.actor else None,
    )


def _speaking(voice: Voice, ontology: Ontology) -> Speaking:
    who = tuple(_entity(party, ontology) for party in voice.sources)
    return Speaking(who=who, cue=voice.cue, manner=voice.manner, date=voice.day, statement=voice.statement)


def _location(told: Told) -> Location | None:
    place = told.place
    if place is None:
        return None
    return Location(
        extracted_place=place.words,
        resolved_place=place.name if place.lat is not None else None,
        geonameid=place.geonames,
        lat=place.lat,
        lon=place.lon,
        country_code=place.country,
    )
