"""A reading's claims and statements spelt out: ids resolved to names, spans to words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from dragoman.claims import Actor, Claim, Mention, MentionId, Place, Reading, Report, ReportId, Span, Statement, StatementId, TimeValue
from dragoman.record.answers import Counted, Party, Said, Source, Told, Voice, Where


def source_of(report: Report, *, copies: tuple[ReportId, ...] = ()) -> Source:
    """Return a report without its text, with the ids of its copies."""
    r = report
    return Source(id=r.id, title=r.title, outlet=r.outlet, author=r.author, published=r.published, url=r.url, file=r.file, copies=copies)


class Telling:
    """One reading with its ids looked up.

    Ids that the reading does not hold are left out rather than refused: a telling shows what there is.
    """

    def __init__(self, reading: Reading, *, source: Source | None = None) -> None:
        """Look at `reading`; `source` tells of its report where more is known than the reading says."""
        self.reading = reading
        self.source = source or source_of(reading.report)

    @cached_property
    def _mentions(self) -> dict[MentionId, Mention]:
        return {mention.id: mention for mention in self.reading.mentions}

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def _statements(self) -> dict[StatementId, Statement]:
        return {statement.id: statement for statement in self.reading.statements}

    def _place(self, mention: Mention) -> Place | None:
        """Return the place that stands within the mention's words."""
        return next((p for p in self.reading.places if mention.start <= p.start and p.end <= mention.end), None)

    def words(self, span: Span | None) -> str | None:
        """Return the words of a span."""
        return None if span is None else self.reading.text[span[0] : span[1]]

    def all_words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the words of each span."""
        return tuple(self.reading.text[start:end] for start, end in spans)

    def told(self, claim: Claim) -> Told:
        """Return the claim spelt out."""
        day, own = _day(claim.time, self.source.published)
        return Told(
            report=self.source,
            claim=claim.id,
            kind=claim.kind,
            type=claim.type,
            mode=claim.mode,
            contexts=claim.contexts,
            roles={role: self._parties(fillers) for role, fillers in claim.roles.items()},
            about=self.all_words(claim.about),
            status=self.words(claim.as_),
            scope=self.words(claim.scope),
            counts=tuple(
                Counted(of=c.of, value=c.value, bound=c.bound, unit=c.unit, words=self.reading.text[c.span[0] : c.span[1]])
                for c in claim.counts
            ),
            polarity=claim.polarity,
            certainty=claim.certainty,
            tense=claim.tense,
            condition=self.words(claim.condition),
            time=claim.time,
            day=day,
            day_from=None if day is None else "claim" if own else "report",
            place=self._where(claim.place),
            voice=self._chain(claim.voice),
            sentence=self.reading.text[claim.sentence[0] : claim.sentence[1]],
            trigger=self.all_words(claim.trigger),
            sentence_span=claim.sentence,
            trigger_spans=claim.trigger,
            rule=claim.rule,
            confidence=claim.confidence,
        )

    def said(self, statement: Statement) -> Said:
        """Return the statement spelt out."""
        day, own = _day(statement.time, self.source.published)
        return Said(
            report=self.source,
            statement=statement.id,
            sources=self._sources(statement),
            cue=self.words(statement.cue),
            cue_span=statement.cue,
            words=self.all_words(statement.content),
            spans=statement.content,
            paragraph=self._paragraph(statement),
            manner=statement.manner,
            within=self._chain(self._outside(statement)),
            time=statement.time,
            day=day,
            day_from=None if day is None else "statement" if own else "report",
        )

    def voice(self, statement: Statement) -> Voice:
        """Return the statement as a link of a chain of voices."""
        return Voice(
            statement=statement.id,
            sources=self._sources(statement),
            cue=self.words(statement.cue),
            manner=statement.manner,
            day=_day(statement.time, None)[0],
        )

    def _paragraph(self, statement: Statement) -> str:
        """Return the line of the text in which a statement begins."""
        spans = (*((statement.cue,) if statement.cue else ()), *statement.content)
        if not spans:
            return ""
        text, start = self.reading.text, min(span[0] for span in spans)
        end = text.find("\n", start)
        return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)].strip()

    def _chain(self, ids: Iterable[StatementId]) -> tuple[Voice, ...]:
        return tuple(self.voice(self._statements[key]) for key in ids if key in self._statements)

    def _outside(self, statement: Statement) -> list[StatementId]:
        """Return the ids of the statements around this one, outermost first."""
        chain: list[StatementId] = []
        outer = statement.within
        while outer is not None and outer in self._statements and outer not in chain:
            chain.append(outer)
            outer = self._statements[outer].within
        return chain[::-1]

    def _sources(self, statement: Statement) -> tuple[Party, ...]:
        return self._parties(((statement.source,) if statement.source else ()) + statement.co_sources)

    def _parties(self, ids: Iterable[MentionId]) -> tuple[Party, ...]:
        return tuple(self._party(self._mentions[key]) for key in ids if key in self._mentions)

    def _party(self, mention: Mention) -> Party:
        actor = self._actors.get(mention.actor) if mention.actor is not None else None
        return Party(
            actor=mention.actor,
            name=actor.name if actor else mention.text,
            country=actor.country if actor else None,
            sector=actor.sector if actor else None,
            words=mention.text,
            span=Span(mention.start, mention.end),
        )

    def _where(self, key: MentionId | None) -> Where | None:
        mention = self._mentions.get(key) if key is not None else None
        if mention is None:
            return None
        place = self._place(mention)
        if place is None:
            return Where(words=mention.text, name=mention.text)
        return Where(
            words=mention.text,
            name=place.name,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            geonames=place.geonames,
        )


def tell(reading: Reading) -> tuple[Told, ...]:
    """Return all claims of a reading spelt out, in its order."""
    telling = Telling(reading)
    return tuple(telling.told(claim) for claim in reading.claims)


def _day(time: TimeValue | None, published: str | None) -> tuple[str | None, bool]:
    """Return the day that something is placed at, and whether that is its own rather than its report's."""
    own = time and (time.start or time.end)
    if own:
        return own[:10], True
    return (published[:10] if published else None), False
