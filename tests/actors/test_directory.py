"""The directory: its own rows are without fault, a user's lie over them, and all faults are told at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import Directory, faults_of, load_directory
from dragoman.actors.describe import look_up
from dragoman.claims import ActorId
from dragoman.errors import DirectoryError


def test_our_own_rows_are_without_fault() -> None:
    assert [str(fault) for fault in faults_of()] == []


def test_a_users_rows_lie_over_ours(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text(
        "id,name,kind,country,sector,aliases\nhamas,Hamas Movement,party,PSE,PTY,\nvale-front,Vale Front,armed_group,MLI,REB,VLF\n"
    )
    theirs = load_directory(extra=tmp_path)
    assert theirs.entries["hamas"].name == "Hamas Movement"
    assert theirs.entries["vale-front"].country == "MLI"
    assert [f.actors for f in theirs.find("The VLF met Fatah")] == [("vale-front",), ("fatah",)]


def test_all_faults_of_a_users_folder_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name,country\njo-doe,Jo Doe,XXX\ntoo,many,USA,cells\n")
    (tmp_path / "offices.csv").write_text("person,title,from,until\njo-doe,mayor,2012,2010\nnobody,mayor,,\n")
    with pytest.raises(DirectoryError) as raised:
        load_directory(extra=tmp_path)
    told = str(raised.value)
    name = tmp_path.name
    for fault in (f"{name}/people.csv:2", f"{name}/people.csv:3", f"{name}/offices.csv:2", f"{name}/offices.csv:3"):
        assert fault in told


def test_a_row_reads_as_it_is_written_whatever_its_columns_order_and_quotes(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text('name,id\n"Jo ""Vale"" Doe",jo-doe\n')
    (tmp_path / "offices.csv").write_text('title,person,until,from,body\n"head of trade, ports and\nroads",jo-doe,2012,2010,canada\n')
    theirs = load_directory(extra=tmp_path)
    assert theirs.entries[ActorId("jo-doe")].name == 'Jo "Vale" Doe'
    (office,) = theirs.offices[ActorId("jo-doe")]
    assert (office.title, office.body, office.since, office.until) == ("head of trade, ports and\nroads", "canada", "2010", "2012")
    assert office in theirs.seats[ActorId("canada")]


def test_an_unknown_column_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("id,name,kind,land\nx,X,party,USA\n")
    with pytest.raises(DirectoryError, match=r"groups\.csv:1: unknown column 'land'.*columns are id, name, kind"):
        load_directory(extra=tmp_path)


def test_every_actor_needs_a_name_and_a_kind_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("id,name,kind\nnameless,,party\nvale-front,Vale Front,militia\n")
    told = [str(fault) for fault in faults_of(extra=tmp_path)]
    assert [":2: 'nameless' has no name" in told[1], ":3: unknown kind 'militia'; one of armed_group" in told[0]] == [True, True]
    assert len(told) == 2


def test_a_title_and_a_noun_are_of_a_kind_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "titles.csv").write_text("title,sector,kind\nsubprefect,GOV,yes\n")
    (tmp_path / "agents.csv").write_text("lemma,sector,kind\nsubprefect,GOV,people\n")
    told = "\n".join(str(fault) for fault in faults_of(extra=tmp_path))
    assert "titles.csv:2: unknown kind 'yes'; one of address, office" in told
    assert "agents.csv:2: unknown kind 'people'; one of group, person" in told


def test_a_folder_without_a_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("id,name,kind\nvale-front,Vale Front,armed_group\n")
    with pytest.raises(DirectoryError, match=r"no table in this folder; name its files states\.csv"):
        load_directory(extra=tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="no such folder"):
        load_directory(extra=tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Côte d'Ivoire team", ["ivory-coast"]),
        ("Cote d’Ivoire", ["ivory-coast"]),
        ("us and turkey", []),
        ("The US and Turkey", ["united-states", "turkey"]),
        ("Bashar al-Assad spoke", ["bashar-al-assad"]),
        ("Bashar Al Assad spoke", ["bashar-al-assad"]),
        ("South Sudan", ["south-sudan"]),
        ("Prawo i Sprawiedliwość", ["law-and-justice"]),
        ("Beata Szydło and Beata Szydlo", ["beata-szydlo", "beata-szydlo"]),
        ("Prawo i Sprawiedliwosc, Nowa Lewica", ["law-and-justice", "democratic-left-alliance-poland"]),
    ],
)
def test_names_are_found_however_they_are_spelt(directory: Directory, text: str, actors: list[str]) -> None:
    assert [a for f in directory.find(text) for a in f.actors] == actors


def test_who_holds_an_office_depends_on_the_day(directory: Directory) -> None:
    def foreign_secretary(*day: int) -> tuple[str, ...]:
        return directory.holders("united-kingdom", "foreign secretary", date(*day))

    assert foreign_secretary(2011, 6, 1) == ("william-hague",)
    assert foreign_secretary(2015, 6, 1) == ("philip-hammond",)
    assert directory.holders("united-kingdom", "astrologer royal", date(2011, 6, 1)) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Troops fought the Haqqani network in Khost.", "haqqani-network"),
        ("He led the Sinaloa cartel for years.", "sinaloa-cartel"),
        ("The Democratic Unionist party won.", "democratic-unionist-party"),
        ("The Maute group held Marawi.", "maute-group"),
    ],
)
def test_a_word_for_its_kind_after_a_name_may_begin_with_a_small_letter(directory: Directory, text: str, who: str) -> None:
    assert who in directory.find(text, on=date(2017, 7, 1))[0].actors


def test_other_words_of_a_name_may_not(directory: Directory) -> None:
    assert [f.text for f in directory.find("National front pages were full of it, and so was the national front.")] == []


@pytest.mark.parametrize(
    ("name", "day", "country", "title"),
    [
        ("Baltasar Garzon", "1998-10-17", "ESP", "judge"),
        ("Gen. Philippe Morillon", "1993-04-01", "FRA", "commander of UN forces in Bosnia"),
        ("Major Hamza al-Mustapha", "1997-05-01", "NGA", "security chief"),
        ("Roch Christian Kabore", "1995-02-01", "BFA", "prime minister"),
        ("Sein Win", "1995-07-11", "MMR", "leader of the exile government"),
        ("Sein Win", "2018-03-01", "MMR", "defence minister"),
        ("President Costis Stephanopoulos", "1999-01-01", "GRC", "president"),
        ("Prince Dipendra", "1999-01-01", "NPL", "crown prince"),
        ("Tagme Na Waie", "2008-06-01", "GNB", "army chief"),
        ("Pablo Monsanto", "1991-05-01", "GTM", "rebel commander"),
        ("Tony deBrum", "2015-12-01", "MHL", "foreign minister"),
        ("Jeannette Jara", "2025-11-01", "CHL", "presidential candidate"),
    ],
)
def test_somebody_in_the_news_is_known_with_the_office_of_the_day(
    directory: Directory, name: str, day: str, country: str, title: str
) -> None:
    on = date.fromisoformat(day)
    found = [actor for one in directory.find(name, on=on) for actor in one.actors]
    assert len(found) == 1
    assert directory.entries[found[0]].country == country
    assert title in [office.title for office in directory.offices_on(found[0], on)]


def test_an_office_is_held_in_a_body_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name,country\njo-doe,Jo Doe,MLI\n")
    (tmp_path / "offices.csv").write_text("person,title,body\njo-doe,leader,vale-front\njo-doe,mayor,\njo-doe,minister,mali\n")
    told = [str(fault) for fault in faults_of(extra=tmp_path)]
    assert len(told) == 1
    assert "offices.csv:2: unknown body 'vale-front'; give the id of a group or state" in told[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Gadet", "Peter Gatdet"),
        ("Birhanu Jula", "Berhanu Jula"),
        ("François Lounceny Fall", "François Lonseny Fall"),
        ("Hussein Mohamed Aidid", "Hussein Farrah Aidid"),
        ("Sondhi Limthongkul", "Sonthi Limthongkul"),
        ("Paulo Lukamba Gato", "Paulo Lukamba"),
        ("Agbéyomé Kodjo", "Messan Agbeyome Kodjo"),
        ("Guerrilla Army of the Poor", "EGP"),
        ("Unified Syndical Confederation of Rural Workers of Bolivia", "CSUTCB"),
    ],
)
def test_two_spellings_of_a_name_are_one_person(directory: Directory, one: str, other: str) -> None:
    assert [found.actors for found in directory.find(one)] == [found.actors for found in directory.find(other)] != []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Taliban militants attacked Kunduz.", "taliban"),
        ("The UN refugee agency sent tents.", "unhcr"),
        ("Tamil rebels shot down a helicopter.", "ltte"),
        ("Israeli forces entered Jenin.", "idf"),
    ],
)
def test_a_name_whose_own_last_word_is_small_is_found_so(directory: Directory, text: str, who: str) -> None:
    assert directory.find(text, on=date(2005, 7, 1))[0].actors == (who,)


@pytest.mark.parametrize(
    ("name", "day", "sectors"),
    [
        ("Taliban", date(1995, 5, 1), ("REB", ())),
        ("Taliban", date(1999, 5, 1), ("GOV", ("REB",))),
        ("Taliban", date(2010, 5, 1), ("REB", ())),
        ("Taliban", date(2023, 5, 1), ("GOV", ("REB",))),
        ("SPLM", date(1999, 5, 1), ("REB", ("PTY",))),
        ("SPLM", date(2012, 5, 1), ("PTY", ("GOV",))),
    ],
)
def test_what_a_group_is_depends_on_the_day(directory: Directory, name: str, day: date, sectors: tuple[str, tuple[str, ...]]) -> None:
    (known,) = look_up(directory, name, on=day)
    assert (known.sector, known.other_sectors) == sectors


def test_what_a_group_was_is_told_of_a_group_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "standings.csv").write_text("group,sector,until\nvale-front,REB,1999\nhamas,XXX,1999\n")
    told = "\n".join(str(fault) for fault in faults_of(extra=tmp_path))
    assert "standings.csv:2: unknown group 'vale-front'; add a row to groups.csv" in told
    assert "standings.csv:3: unknown sector 'XXX'" in told
