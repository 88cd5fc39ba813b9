"""``dragoman actors``: whom a name means on a day, whether files are in order, whom a record names that the directory lacks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman.actors import Directory
from dragoman.claims import Failure, Reading, Report
from dragoman.record import Record
from fake_commandline import Run
from readings import talks


def test_a_person_is_found_with_the_office_of_the_day(run: Run) -> None:
    ran = run("actors", "find", "Sergei Lavrov", "--on", "2011-03-01")
    assert ran.status == 0
    assert ran.out.startswith("Sergei Lavrov  sergei-lavrov  person  RUS GOV\n")
    assert "foreign minister (russia), 2004-03-09 to now" in ran.out


def test_one_who_left_office_is_of_the_elite_afterwards(run: Run) -> None:
    sectors = [json.loads(run("actors", "find", "John Kerry", "--on", day, "--json").out)["sector"] for day in ("2015-06-01", "2019-06-01")]
    assert sectors == ["GOV", "ELI"]


def test_a_family_name_gives_all_who_bear_it_in_office_on_the_day(run: Run) -> None:
    ran = run("actors", "find", "Sharif", "--on", "2014-03-01", "--json")
    found = [json.loads(line)["id"] for line in ran.out.splitlines()]
    assert "nawaz-sharif" in found
    assert "raheel-sharif" in found
    assert len(found) > 2


def test_nobody_is_found_of_a_name_that_nobody_bears(run: Run) -> None:
    assert run("actors", "find", "Quillon Varnsby").out == "Nobody of this name.\n"
    assert run("actors", "find", "Hezbolah").out == "Nobody of this name; near names are: Hezbollah.\n"


@pytest.mark.parametrize("text", ["Russian foreign minister", "the foreign minister of Russia", "Russia's foreign minister resigned"])
def test_an_office_beside_its_land_finds_who_held_it(run: Run, text: str) -> None:
    assert run("actors", "find", text, "--on", "2015-01-01").out.startswith("Sergei Lavrov  sergei-lavrov  person  RUS GOV\n")


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    ran = run("actors", "find", "Hamas", "--on", "March")
    assert ran.status == 2
    assert "'March' is no day; write it as 2011-03-01" in ran.err


def test_our_own_files_have_no_faults(run: Run) -> None:
    ran = run("actors", "check")
    assert (ran.status, ran.out) == (0, "No faults in our own files; give yours to check them.\n")


def test_a_group_of_ones_own_takes_no_name_from_ours_unless_it_takes_its_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("id,name,kind,country,sector\nmy-hamas,Hamas,armed_group,PSE,REB\n")
    ran = run("actors", "check", str(path))
    assert ran.status == 1
    assert "name 'hamas' also means 'hamas'" in ran.out
    path.write_text(path.read_text().replace("my-hamas", "hamas"))
    assert run("actors", "check", str(path)).out == f"No faults in {path}.\n"


def test_every_fault_of_a_file_has_a_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("id,name,kind,country,sector\na,A Front,party,ZZZ,PTY\nb,B Front,party,USA,XXX\n")
    ran = run("actors", "check", str(path))
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert len(lines) == 2
    assert any("groups.csv:2: unknown country 'ZZZ'" in line for line in lines)
    assert any("groups.csv:3: unknown sector 'XXX'" in line for line in lines)
    told = [json.loads(line) for line in run("actors", "check", str(path), "--json").out.splitlines()]
    assert sorted(fault["what"] for fault in told) == ["unknown country 'ZZZ'", "unknown sector 'XXX'"]


def test_what_would_mean_nothing_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("id,name,kind,country,sector\na,A Front,party,ZZZ,PTY\n")
    for arguments, told in (
        (("check", "--on", "2011-03-01"), "--on: is for find, not for check"),
        (("find", "Hamas", "--limit", "3"), "--limit: is for unknown, not for find"),
        (("unknown", "Hamas"), "“Hamas”: is for find and check, not for unknown"),
        (("check", str(path), "--actors", str(tmp_path)), "give a file or folder to check, or --actors, not both"),
    ):
        ran = run("actors", *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert told in ran.err
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "elsewhere"))
    assert "unknown country 'ZZZ'" in run("actors", "check", str(path)).out


def test_a_file_that_is_no_table_is_refused_with_those_that_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "friends.csv").write_text("id\n")
    ran = run("actors", "check", str(tmp_path / "friends.csv"))
    assert ran.status == 2
    assert "the tables are states.csv, people.csv" in ran.err


def test_the_unknown_of_a_record_are_listed_with_where_they_stand(run: Run, tmp_path: Path) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(talks())
    ran = run("actors", "unknown")
    assert "Red Front  red-front  armed_group NOR REB  1 mentions in 1 reports" in ran.out
    assert "Norland and the Red Front held talks in Ostby" in ran.out
    assert "the Council" not in ran.out


def test_what_a_users_folder_holds_is_not_unknown(run: Run, tmp_path: Path) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(talks())
    own = tmp_path / "own"
    own.mkdir()
    (own / "groups.csv").write_text("id,name,kind,country,sector\nred-front,Red Front,armed_group,NOR,REB\n")
    assert "red-front" not in run("actors", "unknown", "--actors", str(own)).out
    assert "red-front" in run("actors", "find", "the Red Front", "--actors", str(own)).out


def test_reports_are_read_with_a_users_actors_over_ours(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "groups.csv").write_text("id,name,kind,country,sector\nvale-front,Vale Front,armed_group,MLI,REB\n")
    given = []

    class Reader:
        def __init__(self, directory: Directory | None = None, lexicon: object = None, coders: object = None) -> None:
            given.append(directory)

        def read_many(self, reports: Iterable[Report | Failure]) -> Iterator[Reading]:
            return (Reading(report=report) for report in reports if isinstance(report, Report))

    monkeypatch.setattr(sys.modules["dragoman.reader"], "Reader", Reader)
    (tmp_path / "report.txt").write_text("The Vale Front met Fatah.")
    assert run("code", "report.txt", "--actors", str(own)).status == 0
    assert given[0].entries["vale-front"].country == "MLI"
    assert given[0].entries["fatah"].country == "PSE"


def test_the_unknown_of_a_report_without_a_date_are_listed_too(run: Run, tmp_path: Path) -> None:
    with Record(tmp_path / "dragoman.duckdb") as record:
        record.write(talks(published=None))
    ran = run("actors", "unknown")
    assert ran.status == 0
    assert "[r1]" in ran.out
