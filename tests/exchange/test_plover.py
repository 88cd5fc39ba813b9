"""Events in PLOVER's own JSON form."""

from __future__ import annotations

import json

from dragoman.exchange import to_plover
from dragoman.record import Record
from readings import renamed, talks


def test_an_event_has_plovers_required_fields_and_names() -> None:
    meeting = json.loads(next(to_plover([talks()], coder="dragoman 9")).to_json())
    assert {key: meeting[key] for key in ("id", "date", "event", "mode", "quad_code", "event_scale", "coder")} == {
        "id": "r1#c1",
        "date": "2024-05-03",
        "event": ["CONSULT"],
        "mode": ["visit"],
        "quad_code": 1,
        "event_scale": 4.0,
        "coder": "dragoman 9",
    }
    assert meeting["actor"][0] == {
        "code": "NOR",
        "sector": "GOV",
        "entity_text": "Norland",
        "identifier_id": "norland",
        "identifier_text": "Norland",
    }
    assert meeting["event_loc"] == {
        "extracted_place": "Ostby",
        "resolved_place": "Østby",
        "geonameid": 3143242,
        "lat": 61.2,
        "lon": 12.25,
        "country_code": "NOR",
    }
    assert meeting["cite_info"]["publication"] == "The Ostby Courier"
    assert meeting["voice"] == ["Norland Foreign Ministry"]


def test_all_parties_to_talks_are_actors_of_one_record_and_relations_are_none() -> None:
    events = list(to_plover([talks()]))
    assert [event.event for event in events] == [("CONSULT",), ("AID",)]
    assert [len(event.actor) for event in events] == [2, 1]


def test_what_is_supposed_or_to_come_is_kept_and_marked_as_plovers_auxiliary_modes_do() -> None:
    *_, aid = to_plover([talks()])
    assert aid.context == ("hypothetical", "future")
    assert (aid.certainty, aid.condition) == ("hypothetical", "if the truce holds")
    assert aid.size == {"things": 40.0, "money": 2.5}


def test_an_event_dated_by_its_report_says_so_and_an_undated_one_has_no_date() -> None:
    *_, dated = to_plover([talks()])
    assert (dated.date, dated.date_from) == ("2024-06-30", "claim")
    with Record() as record:
        record.write(renamed(talks(published=None), "r5"))
        assert [event.id for event in to_plover(record.timeline())] == ["r5#c1", "r5#c3"]
