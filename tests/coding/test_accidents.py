"""What kills people by nobody's hand is no assault; what somebody does is."""

import pytest

from dragoman import Reader, Report


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def assaults(reader: Reader, text: str) -> list[str]:
    reading = reader.read(Report(id="r", text=text))
    return [text[c.trigger[0].start : c.trigger[0].end] for c in reading.claims if c.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Two golfers were injured in a lightning strike near Tours.",
        "A navy trainer crashed at an air display, killing its pilot.",
        "Three welders were killed when a blast tore through a shipyard in Gdansk.",
        "Nine people are killed in an explosion caused by a gas leak at a hotel in Lima.",
        "An explosion at a fireworks warehouse killed eleven workers.",
        "Two children were injured by celebratory gunfire on New Year's Eve.",
        "Four people were killed when a tram struck pedestrians in Zagreb.",
        "A freight train hit a school bus, killing seven people.",
        "Four track workers are killed after being struck by an express train near Leeds.",
        "The toll from the explosion at the chemical plant rose to 30 dead and 80 injured.",
        "A shell explodes inside a tank during a live-fire exercise near Brno, killing three soldiers.",
        "Two paratroopers were killed and six others injured during a training exercise in Alaska.",
        "Four people are killed in an explosion at a munitions depot in northern Iraq.",
        "An explosion at a weapons depot near Hama killed three guards.",
        "Seven workers were killed and two injured after an explosion at a paper mill in Poland.",
    ],
)
def test_accidents_are_nobodys_assault(reader: Reader, text: str) -> None:
    assert assaults(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Eleven people were killed in a grenade attack at a market in Mogadishu.",
        "Six guards were killed in a bomb explosion at a fireworks factory.",
        "Two people were killed when a drone attacked a weapons depot in Homs.",
        "A drone struck an oil refinery, causing an explosion that killed two workers.",
        "A suicide bomber rammed a truck into a barracks, killing six soldiers.",
        "Rebels shot down a helicopter that crashed, killing its crew.",
        "Militants attacked a bus, killing 12 passengers.",
        "A man drove a van into a crowd in Lyon, killing nine people.",
        "Saboteurs blew up a gas pipeline near the border, injuring two engineers.",
        "A transport helicopter crashed after it was hit by a missile, killing eight soldiers.",
        "Gunmen killed two officers during a training exercise in Mali.",
        "Nine cadets were killed in an ambush during an exercise.",
    ],
)
def test_what_attackers_and_weapons_do_is_one(reader: Reader, text: str) -> None:
    assert assaults(reader, text)


def test_who_dies_in_a_crash_during_a_raid_is_killed_by_nobody(reader: Reader) -> None:
    found = assaults(reader, "A Chadian fighter jet crashes while repelling a rebel raid on the capital, killing its pilot.")
    assert found
    assert "killing" not in found
