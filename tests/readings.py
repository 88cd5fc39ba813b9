"""Readings made by hand, as the tests of the record, of exchange and of the command line need them."""

from __future__ import annotations

from dragoman.claims import (
    Actor,
    Claim,
    Count,
    Mention,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    TimeValue,
    Timex,
)

TALKS = (
    "Envoys meet again\n"
    "Norland and the Red Front held talks in Ostby on 3 May 2024, the ministry said. "
    "“We do not recognise the council,” Foreign Minister Ana Lund told reporters, "
    "adding that Norland would send 40 buses 🚌 if the truce holds."
)


def span_of(text: str, words: str, *, nth: int = 0) -> Span:
    """Return where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text: str, key: str, words: str, actor: str | None, *, nth: int = 0) -> Mention:
    """Return a mention of these words."""
    start, end = span_of(text, words, nth=nth)
    return Mention(id=key, start=start, end=end, text=words, actor=actor)


def talks(
    report: str = "r1", *, published: str | None = "2024-05-04", text: str = TALKS, outlet: str | None = "The Ostby Courier"
) -> Reading:
    """Return a reading with every kind of thing in it."""
    at = lambda words, nth=0: span_of(text, words, nth=nth)  # noqa: E731 - a table of spans reads better so
    return Reading(
        report=Report(id=report, title="Envoys meet again", outlet=outlet, published=published, text=text),
        actors=(
            Actor(id="norland", name="Norland", kind="state", country="NOR", sector="GOV"),
            Actor(id="red-front", name="Red Front", kind="armed_group", country="NOR", sector="REB", other_sectors=("PTY",)),
            Actor(id="ana-lund", name="Ana Lund", kind="person", country="NOR", sector="GOV"),
            Actor(id="norland-foreign-ministry", name="Norland Foreign Ministry", kind="government_body", country="NOR", sector="GOV"),
            Actor(id="council", name="the Council", kind="group"),
        ),
        mentions=(
            mention(text, "m1", "Norland", "norland"),
            mention(text, "m2", "the Red Front", "red-front"),
            mention(text, "m3", "Ostby", None),
            mention(text, "m4", "the ministry", "norland-foreign-ministry"),
            mention(text, "m5", "We", "norland"),
            mention(text, "m6", "the council", "council"),
            mention(text, "m7", "Ana Lund", "ana-lund"),
            mention(text, "m8", "Norland", "norland", nth=1),
        ),
        statements=(
            Statement(id="s1", source="m4", cue=at("said"), content=(Span(*_sentence(text)),), manner="indirect"),
            Statement(
                id="s2",
                source="m7",
                co_sources=("m4",),
                cue=at("told"),
                content=(at("“We do not recognise the council,”"),),
                manner="direct",
            ),
            Statement(
                id="s3",
                source="m8",
                cue=at("adding"),
                content=(at("Norland would send 40 buses 🚌"), at("if the truce holds")),
                within="s2",
            ),
            Statement(id="s4", content=(at("talks"),), manner="mixed"),
        ),
        claims=(
            Claim(
                id="c1",
                kind="event",
                type="CONSULT",
                mode=("visit",),
                contexts=("diplomatic", "military"),
                roles={"actor": ("m1", "m2"), "third_party": ("m4",)},
                tense="past",
                time=TimeValue(start="2024-05-03", end="2024-05-03", span=at("3 May 2024")),
                place="m3",
                voice=("s1",),
                sentence=Span(*_sentence(text)),
                trigger=(at("held"), at("talks")),
                rule="consult.yaml#hold-talks",
                confidence=0.93,
            ),
            Claim(
                id="c2",
                kind="relation",
                type="recognizes",
                roles={"object": ("m6",), "subject": ("m5",)},
                as_=at("the council"),
                scope=at("Ostby"),
                polarity="negative",
                voice=("s2",),
                sentence=Span(at("“We").start, len(text)),
                trigger=(at("recognise"),),
                rule="recognizes.yaml#recognise",
                confidence=0.6,
            ),
            Claim(
                id="c3",
                kind="event",
                type="AID",
                roles={"actor": ("m8",), "recipient": ()},
                about=(at("40 buses"),),
                counts=(
                    Count(of="things", value=40.0, bound="about", span=at("40 buses")),
                    Count(of="money", value=2.5, unit="EUR", span=at("40")),
                ),
                certainty="hypothetical",
                tense="future",
                condition=at("if the truce holds"),
                time=TimeValue(start=None, end="2024-06-30", precision="quarter", source="report_date"),
                voice=("s2", "s3"),
                sentence=Span(at("“We").start, len(text)),
                trigger=(at("send"),),
                rule="aid.yaml#send",
            ),
        ),
        times=(Timex(start=at("3 May 2024").start, end=at("3 May 2024").end, text="3 May 2024", value="2024-05-03", type="DATE"),),
        places=(
            Place(
                start=at("Ostby").start,
                end=at("Ostby").end,
                text="Ostby",
                name="Østby",
                lat=61.2,
                lon=12.25,
                country="NOR",
                geonames=3143242,
            ),
        ),
    )


def _sentence(text: str) -> tuple[int, int]:
    return span_of(text, "Norland and").start, span_of(text, "ministry said.").end


def plain(report: str, text: str, *, published: str | None = None) -> Reading:
    """Return a reading of a text in which nothing was found."""
    return Reading(report=Report(id=report, published=published, text=text))


def renamed(reading: Reading, report: str, *, published: str | None = None) -> Reading:
    """Return the same text under another id."""
    old = reading.report
    return Reading(
        report=Report(
            id=report,
            title=old.title,
            outlet="The Copy Desk",
            author=old.author,
            published=published or old.published,
            url=old.url,
            text=old.text,
        ),
        actors=reading.actors,
        mentions=reading.mentions,
        statements=reading.statements,
        claims=reading.claims,
        times=reading.times,
        places=reading.places,
    )
