"""Timelines, standings and statements, by name."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from dragoman import read
from dragoman.claims import Actor, Claim, Mention, Reading, Report, Span, Statement, TimeValue
from dragoman.errors import RecordError
from dragoman.record import Only, Record, Strand
from readings import plain, renamed, talks


@pytest.fixture
def record() -> Iterator[Record]:
    """A record of two reports."""
    with Record() as record:
        record.write_many([talks(), _bare("r0", day="2023-01-02"), plain("r2", "Nothing.")])
        yield record


def _bare(
    report: str, *, day: str | None = None, published: str | None = None, start: str | None = None, end: str | None = None
) -> Reading:
    """Return a report in which Norland meets somebody, at `day` or between `start` and `end`."""
    text = f"Norland met the Red Front ({report})."
    time = TimeValue(start=day or start, end=day or end) if day or start or end else None
    claim = Claim(
        id="c1",
        kind="event",
        type="CONSULT",
        roles={"actor": ("m1", "m2")},
        time=time,
        sentence=Span(0, len(text)),
        trigger=(Span(8, 11),),
        rule="x#y",
    )
    return Reading(
        report=Report(id=report, text=text, published=published),
        actors=(Actor(id="norland", name="Norland"), Actor(id="red-front", name="Red Front")),
        mentions=(
            Mention(id="m1", start=0, end=7, text="Norland", actor="norland"),
            Mention(id="m2", start=12, end=25, text="the Red Front", actor="red-front"),
        ),
        claims=(claim,),
    )


@pytest.mark.parametrize(
    "name", ["Red Front", "red front", "red-front", "RED-FRONT", "the Red Front", " The red  front ".replace("  ", " ")]
)
def test_an_actor_is_found_by_name_id_or_mention_whatever_the_case(record: Record, name: str) -> None:
    assert record.who(name) == ("red-front",)


def test_an_unknown_name_lists_near_ones(record: Record) -> None:
    with pytest.raises(RecordError, match=r"Norlnd: nobody is so called.*Norland"):
        record.who("Norlnd")


def test_words_that_mean_several_actors_list_them() -> None:
    with Record() as record:
        record.write(talks())
        text = "We, of the council, agree."
        record.write(
            Reading(
                report=Report(id="r2", text=text),
                actors=(Actor(id="council", name="the Council"),),
                mentions=(Mention(id="m1", start=0, end=2, text="We", actor="council"),),
            )
        )
        with pytest.raises(RecordError, match=r"we: the reports mean several.*Norland \(norland\)"):
            record.who("we")


def test_a_timeline_holds_events_of_all_the_named_by_day(record: Record) -> None:
    found = record.timeline("norland", "Red Front")
    assert [(t.report.id, t.type, t.day, t.day_from) for t in found] == [
        ("r0", "CONSULT", "2023-01-02", "claim"),
        ("r1", "CONSULT", "2024-05-03", "claim"),
    ]
    assert [party.name for party in found[1].roles["actor"]] == ["Norland", "Red Front"]
    assert [voice.name for voice in found[1].voice] == ["Norland Foreign Ministry"]
    assert found[1].place is not None
    assert found[1].place.geonames == 3143242


def test_claims_of_too_little_confidence_or_none_are_left_out_where_some_is_asked(record: Record) -> None:
    assert [(t.report.id, t.claim) for t in record.timeline(confidence=0.9)] == [("r1", "c1")]
    assert record.timeline(confidence=0.95) == ()
    assert record.standing("norland", confidence=0.6)
    assert record.standing("norland", confidence=0.61) == ()
    assert record.positions("norland")
    assert record.positions("norland", confidence=0.99) == ()


@pytest.mark.parametrize("wrong", [-0.1, 1.5])
def test_a_confidence_is_a_probability(record: Record, wrong: float) -> None:
    with pytest.raises(RecordError, match=r"confidence: .* give a number from 0 to 1"):
        record.timeline(confidence=wrong)


def test_a_timeline_of_two_leaves_out_what_only_one_does(record: Record) -> None:
    assert [t.type for t in record.timeline("norland", since="2024")] == ["CONSULT", "AID"]
    assert [t.type for t in record.timeline("norland", "red front", since="2024")] == ["CONSULT"]


def test_types_may_ask_for_relations(record: Record) -> None:
    assert [t.type for t in record.timeline("norland", types=["recognizes"])] == ["recognizes"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-05-03", None, ["closed", "from", "published", "to"]),
        (None, "2024-05-03", ["closed", "to"]),
        ("2024-05-05", "2024-05-06", ["published", "from", "to"]),
        ("2024-07", None, ["from"]),
        (None, "2023", ["to"]),
        (None, None, ["closed", "from", "published", "to", "undated"]),
    ],
)
def test_since_and_until_keep_what_may_lie_between(since: str | None, until: str | None, expected: list[str]) -> None:
    with Record() as record:
        record.write_many(
            [
                _bare("closed", day="2024-05-03"),
                _bare("from", start="2024-05-04"),
                _bare("to", end="2024-06-30"),
                _bare("published", published="2024-05-05"),
                _bare("undated"),
            ]
        )
        assert sorted(t.report.id for t in record.timeline("norland", since=since, until=until)) == sorted(expected)


def test_an_event_without_any_date_comes_last() -> None:
    with Record() as record:
        record.write_many([_bare("undated"), _bare("dated", published="2024-05-05")])
        assert [(t.report.id, t.day_from) for t in record.timeline("norland")] == [("dated", "report"), ("undated", None)]


@pytest.mark.parametrize("date", ["yesterday", "2024-13", "2024-02-30", "01/02/2024", "2024-01-02-03"])
def test_a_wrong_date_says_how_to_write_it(record: Record, date: str) -> None:
    with pytest.raises(RecordError, match="is not a date; write it as 2024-04-30"):
        record.timeline("norland", since=date)


def test_a_standing_shows_denied_relations_as_denied(record: Record) -> None:
    (relation,) = record.standing("the council")
    assert (relation.type, relation.polarity, relation.status, relation.scope) == ("recognizes", "negative", "the council", "Ostby")
    assert relation.report.outlet == "The Ostby Courier"
    assert [voice.name for voice in relation.voice] == ["Ana Lund; Norland Foreign Ministry"]
    assert record.standing("norland") == (relation,)
    assert record.standing("norland", types=["backs"]) == ()


def test_a_standing_is_narrowed_by_days(record: Record) -> None:
    assert [t.type for t in record.standing("norland", since="2024-05", until="2024-05-04")] == ["recognizes"]
    assert record.standing("norland", since="2024-06") == record.standing("norland", until="2023") == ()


def test_a_standing_is_of_relations_and_refuses_types_of_events(record: Record) -> None:
    assert {t.type for t in record.standing("norland", types=["RECOGNIZES"])} == {"recognizes"}
    for one in ("CONSULT", "visit"):
        with pytest.raises(RecordError, match=f"{one}: is a type or mode of events.*ask the timeline"):
            record.standing("norland", types=["recognizes", one])


def test_whom_reports_name_are_listed_with_a_line_that_names_them(record: Record) -> None:
    found = record.named()
    assert found[0].reports == max(one.reports for one in found)
    front = next(one for one in found if one.actor == "red-front")
    assert (front.name, front.kind, front.country, front.sector) == ("Red Front", "armed_group", "NOR", "REB")
    assert "the Red Front held talks in Ostby" in front.sentence
    assert "council" not in {one.actor for one in found}  # "the Council" is a description
    known = {one.actor for one in record.named(besides={"norland"})}
    assert known == {one.actor for one in found} - {"norland", "norland-foreign-ministry"}


def test_statements_come_word_for_word_with_what_they_stand_within(record: Record) -> None:
    (direct,) = record.said("ana lund")
    assert (direct.words, direct.manner, direct.within) == (("“We do not recognise the council,”",), "direct", ())
    (nested,) = record.said("Norland")
    assert nested.words == ("Norland would send 40 buses 🚌", "if the truce holds")
    assert [voice.name for voice in nested.within] == ["Ana Lund; Norland Foreign Ministry"]


def test_what_several_say_together_is_said_by_each(record: Record) -> None:
    assert [s.statement for s in record.said("Norland Foreign Ministry")] == ["s1", "s2"]
    assert record.said("Norland Foreign Ministry", since="2025") == ()


def test_an_unknown_report_lists_near_ones(record: Record) -> None:
    with pytest.raises(RecordError, match=r"r11: no such report.*r1"):
        record.reading("r11")


def test_the_page_of_a_report_is_the_whole_text(record: Record) -> None:
    page = record.show("r1")
    assert "".join(passage.words for passage in page.passages) == talks().text
    assert [[t.claim for t in p.claims] for p in page.passages if p.claims] == [["c1"], ["c2", "c3"]]
    assert "not recognizes: Norland [We] → the Council" in str(page)


def test_claims_and_statements_of_a_page_hang_together_by_voice(record: Record) -> None:
    tree = [[_branch(strand) for strand in passage.strands] for passage in record.show("r1").passages if passage.strands]
    assert tree == [[("s1", ["c1"], []), ("s4", [], [])], [("s2", ["c2"], [("s3", ["c3"], [])])]]


def _branch(strand: Strand) -> tuple[object, ...]:
    return strand.said and strand.said.statement, [told.claim for told in strand.claims], [_branch(one) for one in strand.inner]


def test_a_page_names_the_copies_of_its_report(record: Record) -> None:
    record.write(renamed(talks(), "r9"))
    assert record.show("r1").source.copies == ("r9",)
    assert "and 1 copy" in str(record.show("r1")).splitlines()[0]


def test_statements_are_found_by_their_words_whoever_says_them(record: Record) -> None:
    assert [s.statement for s in record.said(about=["buses"])] == ["s3"]
    assert [s.statement for s in record.said(about=["the"])] == ["s1", "s2", "s3"]
    assert [s.statement for s in record.said("ana lund", about=["BUSES"])] == []
    assert record.said(about=["buses", "council"]) == ()


def test_a_statement_stands_at_the_day_on_which_it_was_made() -> None:
    reading = talks()
    late, *others = reading.statements
    dated = msgspec.structs.replace(late, time=TimeValue(start="2024-05-02", end="2024-05-02"))
    with Record() as record:
        record.write(msgspec.structs.replace(reading, statements=(*others, dated)))
        found = record.said(about=["n"])
        assert [(s.statement, s.day, s.day_from) for s in found][:2] == [("s1", "2024-05-02", "statement"), ("s2", "2024-05-04", "report")]
        assert [s.statement for s in record.said(about=["n"], until="2024-05-03")] == ["s1"]


POSITIONS = [
    ({"type": "REQUEST"}, "demands"),
    ({"type": "REQUEST", "certainty": "hypothetical"}, None),
    ({"type": "REQUEST", "polarity": "negative"}, None),
    ({"type": "REJECT"}, "refuses"),
    ({"type": "AGREE", "polarity": "negative", "tense": "future"}, "refuses"),
    ({"type": "AGREE", "polarity": "negative", "certainty": "hypothetical", "tense": "future"}, None),
    ({"type": "REJECT", "polarity": "negative", "tense": "future"}, None),
    ({"type": "AGREE", "polarity": "negative", "tense": "past"}, None),
    ({"type": "THREATEN"}, "threatens"),
    ({"type": "ASSAULT", "tense": "future", "voice": ("s1",)}, "threatens"),
    ({"type": "ASSAULT", "tense": "future", "voice": ("s2",)}, None),
    ({"type": "ASSAULT", "tense": "future"}, None),
    ({"type": "CONCEDE", "tense": "future", "voice": ("s2", "s1")}, "offers"),
    ({"type": "CONCEDE", "tense": "future"}, None),
    ({"type": "AGREE", "tense": "past", "voice": ("s1",)}, "accepts"),
    ({"type": "AGREE", "tense": "past", "certainty": "hypothetical"}, None),
    ({"type": "AGREE", "tense": "past", "polarity": "negative"}, None),
    ({"type": "CONCEDE", "tense": "past"}, "concedes"),
    ({"type": "CONCEDE", "tense": "past", "certainty": "probable"}, None),
    ({"type": "SUPPORT", "tense": "past"}, None),
]


@pytest.mark.parametrize(("fields", "position"), POSITIONS)
def test_what_an_actor_demands_refuses_offers_accepts_concedes_and_threatens(fields: dict[str, object], position: str | None) -> None:
    bare = _bare("r0", published="2024-05-05")
    statements = (Statement(id="s1", source="m1", content=(Span(0, 5),)), Statement(id="s2", source="m2", content=(Span(0, 5),)))
    claim = msgspec.structs.replace(bare.claims[0], roles={"actor": ("m1",), "recipient": ("m2",)}, **fields)
    with Record() as record:
        record.write(msgspec.structs.replace(bare, statements=statements, claims=(claim,)))
        assert [one.position for one in record.positions("Norland")] == ([position] if position else [])
        assert record.positions("Red Front") == ()
        assert record.positions("Norland", until="2023") == ()


SIDES = """Eritrea offered to release 20 prisoners. Eritrea's Foreign Minister Osman Saleh rejected the plan and demanded that Chad \
leave. Chad dropped its demand for a port. Chad says it will extend the truce. Chad's army threatened to attack Sudan. Hamas officials \
accepted the deal. Abu Ali, a spokesman for Hamas, urged Israel to withdraw. Kyiv will release 40 prisoners, the Ukrainian foreign \
minister said."""
TAKEN = {
    "Eritrea": [("demands", "REQUEST", "osman-saleh"), ("offers", "AGREE", "eritrea"), ("refuses", "REJECT", "osman-saleh")],
    "Chad": [("concedes", "CONCEDE", "chad"), ("offers", "CONCEDE", "chad"), ("threatens", "THREATEN", "chad-army")],
    "Hamas": [("accepts", "AGREE", "hamas-official"), ("demands", "REQUEST", "abu-ali")],
    "Ukraine": [("offers", "CONCEDE", "ukraine")],
}


@pytest.mark.parametrize("side", TAKEN)
def test_a_side_takes_positions_through_its_people(side: str) -> None:
    with Record() as record:
        record.write(read(SIDES, published="2024-05-04"))
        found = record.positions(side)
        assert sorted((one.position, one.told.type, one.actor) for one in found) == TAKEN[side]
        assert {one.side_name for one in found} == {side}
        alone = record.positions(side, people=False)
        assert [one for one in found if one.actor == one.side] == list(alone)


def test_a_states_forces_are_its_people_though_some_group_is_called_by_their_first_words() -> None:
    actors = (
        Actor(id="norland", name="Norland", kind="state", country="NOR", sector="GOV"),
        Actor(id="armed-forces-of-norland", name="Armed Forces of Norland", kind="government_body", country="NOR", sector="MIL"),
        Actor(id="armed-forces", name="Armed Forces", kind="group"),
        Actor(id="al-nur", name="al-Nur", kind="armed_group", country="NOR", sector="REB"),
        Actor(id="al-nur-fighter", name="al-Nur fighters", kind="people", country="NOR", sector="REB"),
        Actor(id="council", name="council", kind="group"),
        Actor(id="council-member", name="council members", kind="people", country="NOR", sector="GOV"),
    )
    with Record() as record:
        record.write(Reading(report=Report(id="r1", text="Nothing."), actors=actors))
        sides = record.sql("SELECT actor, side FROM people_of ORDER BY ALL").rows
    assert sides == (("al-nur-fighter", "al-nur"), ("armed-forces-of-norland", "norland"), ("council-member", "norland"))


def test_only_claims_of_somebody_known_are_told_where_that_is_asked() -> None:
    nobody = msgspec.structs.replace(_bare("r9", published="2024-01-01"), actors=(), mentions=(), claims=())
    claim = msgspec.structs.replace(_bare("r9").claims[0], roles={})
    with Record() as record:
        record.write_many([_bare("r1", published="2024-01-02"), msgspec.structs.replace(nobody, claims=(claim,))])
        assert [told.report.id for told in record.timeline()] == ["r9", "r1"]
        assert [told.report.id for told in record.timeline(only=Only(known=True))] == ["r1"]
        assert record.timeline(only=Only(polarity=("negative",))) == ()


@pytest.mark.parametrize("only", [{"polarity": "no"}, {"certainty": "sure"}, {"tense": "pst"}], ids=str)
def test_a_kind_of_claims_that_there_is_not_is_refused(only: dict[str, str]) -> None:
    wrong = Only(**{name: (value,) for name, value in only.items()})  # type: ignore[arg-type]
    [(name, value)] = only.items()
    with Record() as record:
        record.write(_bare("r1"))
        for ask in (lambda: record.timeline(only=wrong), lambda: record.standing("Norland", only=wrong)):
            with pytest.raises(RecordError, match=f"{name}: {value} is none; give "):
                ask()
