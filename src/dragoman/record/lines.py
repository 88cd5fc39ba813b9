"""Answers as lines of styled words: what `str` of a page prints plainly and the command line in colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import shorten
from typing import Literal, NamedTuple, TypeAlias

from dragoman.record.answers import Dispute, Position, Said, Told
from dragoman.record.gather import Gathered, gather, said_on
from dragoman.record.layout import Page, Passage, Strand
from dragoman.record.phrases import details, flat, heading, mouth, origin, speaking, voices, who_to_whom, words_of

Style: TypeAlias = Literal["plain", "day", "type", "denied", "open", "who", "said", "sentence", "mark", "dim"]
Part: TypeAlias = tuple[str, Style]
_SHORT = 90
_NAMED = 5
"""How many of many reports are named in one line."""


class Line(NamedTuple):
    """One line: how far it is set in, and its words with their styles."""

    indent: int
    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        """The line without styles."""
        return " " * self.indent + "".join(words for words, _ in self.parts)


def _line(indent: int, *parts: Part | str) -> Line:
    return Line(indent, tuple((part, "plain") if isinstance(part, str) else part for part in parts))


def page_lines(page: Page) -> Iterator[Line]:
    """Yield a report's text, each passage with what comes through which voice below it."""
    yield _line(0, (origin(page.source), "dim"))
    for passage in page.passages:
        if passage.words.strip():
            yield _line(0)
            yield _line(0, *_marked(passage))
        for strand in passage.strands:
            yield from _strand_lines(strand, indent=2, whole=flat(passage.words))


def timeline_lines(found: Iterable[Gathered], *, most: int | None = None) -> Iterator[Line]:
    """Yield events under their days; a day that is the report's own stands in brackets. At most so many tellings of each."""
    for day, several in groupby(found, key=lambda one: _day(one.tellings[0])):
        yield _line(0, (day, "day"))
        for one in several:
            yield from gathered_lines(one, indent=2, most=most)


def standing_lines(found: Iterable[Gathered], *, most: int | None = None) -> Iterator[Line]:
    """Yield relations under their types; at most so many tellings of each."""
    for kind, several in groupby(found, key=lambda one: one.tellings[0].type):
        yield _line(0, (kind, "day"))
        for one in several:
            yield from gathered_lines(one, indent=2, most=most)


def disputes_lines(found: Iterable[Dispute], *, most: int | None = None) -> Iterator[Line]:
    """Yield what is affirmed and denied, below a line that tells who said so first and who contradicted it.

    At most so many tellings of each.
    """
    for one in found:
        sides = sorted((("affirmed", one.affirmed), ("denied", one.denied)), key=lambda side: said_on(side[1][0]) or "9")
        days = [said_on(tellings[0]) or "without a date" for _, tellings in sides]
        words = [f"{said} by {mouth(tellings[0], denying=said == 'denied')}" for said, tellings in sides]
        yield _line(0, (f"{days[0]} {words[0]}; {'' if days[0] == days[1] else f'{days[1]} '}{words[1]}", "day"))
        for _, tellings in sides:
            for gathered in gather(tellings):
                yield from gathered_lines(gathered, indent=2, most=most)


def gathered_lines(one: Gathered, *, indent: int, most: int | None = None, matter: bool = False) -> Iterator[Line]:
    """Yield what several reports or sentences tell alike, and below it each telling with its voice, words and report.

    Where not all are asked for, those that tell it in the same sentence are one, with the others' reports beside the first's.
    With `matter`, what it is about stands in the first line.
    """
    tellings = one.tellings
    alike = one.wordings if most is not None else tuple((told,) for told in tellings)
    what = f": “{flat(' … '.join(tellings[0].about))}”" if matter and tellings[0].about else ""
    yield _line(indent, *_claim(tellings[0]), what, (_times(one), "dim"))
    for told, *others in alike[:most]:
        yield from _telling_lines(told, indent=indent + 4, others=tuple(other.report.id for other in others))
    if most is not None and len(alike) > most:
        yield _line(indent + 4, (f"and {len(alike) - most} more; --all shows them", "dim"))


def _times(one: Gathered) -> str:
    """Return how often something is told, by how many reports, and in how many wordings where reports share one."""
    tellings, wordings = one.tellings, one.wordings
    if len(tellings) == 1:
        return ""
    shared = any(len({told.report.id for told in some}) > 1 for some in wordings)
    words = f", in {'one wording' if len(wordings) == 1 else f'{len(wordings)} wordings'}" if shared else ""
    return f"  (told {len(tellings)} times by {_reports(tellings)}{words})"


def said_lines(found: Iterable[Said]) -> Iterator[Line]:
    """Yield statements under their days, those of one report together; what an other statement of it quotes whole is left out."""
    for day, of_day in groupby(found, key=_day):
        yield _line(0, (day, "day"))
        for _, several in groupby(of_day, key=lambda said: said.report.id):
            statements = list(several)
            for said in _outermost(statements):
                yield _line(2, (speaking(said), "said"), f": {words_of(said)}")
            yield _line(4, (f"[{origin(statements[0].report)}]", "dim"))


def positions_lines(found: Iterable[Position], *, silent: Iterable[str] = (), most: int | None = None) -> Iterator[Line]:
    """Yield what actors and their people demand, refuse, offer, accept, concede and threaten; at most so many tellings of each.

    Those named by `silent` have no position, which is said so.
    """
    for (name, position), several in groupby(found, key=lambda one: (one.side_name, one.position)):
        yield _line(0, (f"{name} {position}", "day"))
        for one in gather((each.told for each in several), by=lambda told: (told.about, told.condition)):
            yield from gathered_lines(one, indent=2, most=most, matter=True)
    for name in silent:
        yield _line(0, (f"{name}: no positions", "day"))


def _outermost(statements: Sequence[Said]) -> Iterator[Said]:
    """Yield the statements whose words do not all stand in those of another by the same speakers."""
    for n, said in enumerate(statements):
        whole = [
            m
            for m, other in enumerate(statements)
            if m != n
            and words_of(said) in words_of(other)
            and {p.name for p in said.sources} == {p.name for p in other.sources}
            and (m < n or words_of(said) != words_of(other))
        ]
        if not whole:
            yield said


def _telling_lines(told: Told, *, indent: int, others: Sequence[str] = ()) -> Iterator[Line]:
    yield _line(indent, f"{voices(told.voice)}: {' · '.join(details(told))}")
    yield _line(indent, "│ ", (flat(told.sentence), "sentence"))
    some = [one for one in others if one != told.report.id]
    listed = f"; word for word in {few(some)}" if some else ""
    yield _line(indent, (f"[{origin(told.report)}{listed}]", "dim"))


def few(names: Sequence[str]) -> str:
    """Return names; of many the first, and how many more there are."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _strand_lines(strand: Strand, *, indent: int, whole: str) -> Iterator[Line]:
    """Yield who speaks, what claims come through that voice, and the statements within."""
    if strand.said is None:
        yield _line(indent, ("the outlet:", "said"))
    else:
        words = words_of(strand.said)
        shown = "" if words == whole else shorten(words, _SHORT, placeholder=" …")
        said = strand.said if strand.earlier else _within_shown(strand.said)
        note = " (cited elsewhere)" if strand.earlier else ""
        yield _line(indent, (f"{speaking(said)}{note}:", "said"), (f" {shown}" if shown and not strand.earlier else "", "dim"))
    for told in strand.claims:
        yield _line(indent + 2, *_claim(told))
        yield _line(indent + 6, " · ".join(details(told)))
    for inner in strand.inner:
        yield from _strand_lines(inner, indent=indent + 2, whole=whole)


def _within_shown(said: Said) -> Said:
    """Return the statement without its outer voices, where the layout shows them."""
    return Said(report=said.report, statement=said.statement, sources=said.sources, cue=said.cue, words=said.words, manner=said.manner)


def _claim(told: Told) -> tuple[Part, Part, Part]:
    """Return what and between whom; denied and merely possible claims in styles of their own."""
    sure: Style = "denied" if told.polarity == "negative" else "type" if told.certainty == "certain" else "open"
    return (heading(told), sure), (": ", "plain"), (who_to_whom(told), "who")


def _marked(passage: Passage) -> Iterator[Part]:
    """Yield the passage's words with the evidence marked."""
    here, base = passage.span.start, passage.span.start
    words = passage.words.rstrip().replace("\n", " ")
    for start, end in passage.marks:
        if start >= here:
            yield words[here - base : start - base], "plain"
            yield words[start - base : end - base], "mark"
            here = end
    yield words[here - base :], "plain"


def _day(one: Told | Said) -> str:
    """Return when something is placed, no closer than is known: a year or a month where the text says no day."""
    if one.day is None:
        return "without a date"
    if one.time is None or one.day_from == "report":
        return f"({one.day})" if isinstance(one, Told) else one.day
    return one.day[: {"year": 4, "month": 7}.get(one.time.precision)]


def _reports(tellings: Sequence[Told]) -> str:
    count = len({told.report.id for told in tellings})
    return "one report" if count == 1 else f"{count} reports"
