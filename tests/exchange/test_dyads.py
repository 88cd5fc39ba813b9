"""Events as pairs of actor and recipient."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.claims import Claim, Reading
from dragoman.exchange import dyads_to_arrow
from readings import talks


def _with(roles: dict[str, tuple[str, ...]], type: str = "CONSULT", mode: tuple[str, ...] = ()) -> Reading:
    """Return the reading of the talks with one claim, in which these mentions play these roles."""
    reading = talks()
    claim: Claim = msgspec.structs.replace(reading.claims[0], type=type, mode=mode, roles=roles)
    return msgspec.structs.replace(reading, claims=(claim,))


def _pairs(reading: Reading) -> list[tuple[str | None, str | None, bool]]:
    return [(row["actor_id"], row["recipient_id"], row["mutual"]) for row in dyads_to_arrow([reading]).to_pylist()]


def test_each_actor_is_paired_with_each_recipient() -> None:
    reading = _with({"actor": ("m1", "m2"), "recipient": ("m6", "m7")}, type="ACCUSE")
    assert _pairs(reading) == [
        ("norland", "council", False),
        ("norland", "ana-lund", False),
        ("red-front", "council", False),
        ("red-front", "ana-lund", False),
    ]


@pytest.mark.parametrize(
    ("type", "mode"), [("CONSULT", ()), ("AGREE", ()), ("COOPERATE", ()), ("ASSAULT", ()), ("RETREAT", ("ceasefire",))]
)
def test_each_two_of_those_who_act_with_each_other_are_one_mutual_row(type: str, mode: tuple[str, ...]) -> None:
    assert _pairs(_with({"actor": ("m1", "m2", "m6")}, type, mode)) == [
        ("norland", "red-front", True),
        ("norland", "council", True),
        ("red-front", "council", True),
    ]


def test_those_who_accuse_side_by_side_are_no_pair() -> None:
    assert _pairs(_with({"actor": ("m1", "m2")}, type="ACCUSE")) == [("norland", None, False), ("red-front", None, False)]


def test_an_event_of_nobody_keeps_a_row_and_one_who_suffers_it_too() -> None:
    assert _pairs(_with({}, type="PROTEST")) == [(None, None, False)]
    assert _pairs(_with({"recipient": ("m2",)}, type="ASSAULT")) == [(None, "red-front", False)]


def test_a_row_has_codes_score_and_certainty_and_relations_have_none() -> None:
    rows = dyads_to_arrow([talks()]).to_pylist()
    assert [row["event"] for row in rows] == ["r1#c1", "r1#c3"]
    meeting, aid = rows
    assert (meeting["actor_country"], meeting["actor_sector"], meeting["recipient_sector"]) == ("NOR", "GOV", "REB")
    assert (meeting["type"], meeting["mode"], meeting["quad"], meeting["score"], meeting["cameo"]) == ("CONSULT", "visit", 1, 4.0, "042")
    assert (meeting["date"], meeting["date_from"], meeting["contexts"]) == ("2024-05-03", "claim", "diplomatic; military")
    assert (aid["certainty"], aid["tense"], aid["condition"]) == ("hypothetical", "future", "if the truce holds")
    assert aid["voice"] == "Ana Lund; Norland Foreign Ministry > Norland"
