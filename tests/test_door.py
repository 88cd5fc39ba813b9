"""What `import dragoman` gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import InputError, LanguageRefused, UnreadableFile

_FRESH = """
import sys, types, dragoman
own = {name for name, value in vars(dragoman).items() if not name.startswith("_") and not isinstance(value, types.ModuleType)}
print(sorted(own - {"annotations"} - set(dragoman.__all__)))
print(sorted(name for name in sys.modules if name.split(".")[0] in {"spacy", "duckdb", "pyarrow", "onnxruntime", "msgspec"}))
"""


def test_all_is_exactly_what_is_visible() -> None:
    assert dir(dragoman) == sorted(dragoman.__all__)
    assert len(set(dragoman.__all__)) == len(dragoman.__all__)


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_name_leads_somewhere(name: str) -> None:
    assert getattr(dragoman, name) is not None


def test_importing_loads_nothing_heavy_and_leaks_no_name() -> None:
    out = subprocess.run([sys.executable, "-c", _FRESH], capture_output=True, text=True, check=True).stdout
    assert out.splitlines() == ["[]", "[]"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dragoman.nonsense


def test_the_name_of_a_file_is_not_read_as_a_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Talks began.")
    with pytest.raises(InputError, match=r"is the name of a file, not a text; give Path\("):
        dragoman.read(str(path))


@pytest.mark.parametrize("name", ["report.txt", "news/report.HTML", "news/", "reports.jsonl.gz", "./a.csv"])
def test_the_name_of_a_file_that_is_not_there_is_no_text_either(name: str) -> None:
    with pytest.raises(InputError, match="is the name of a file, not a text"):
        dragoman.read(name)


def test_what_cannot_be_read_says_so_by_its_own_exception(tmp_path: Path) -> None:
    french = "Les deux délégations se sont rencontrées lundi à Genève pour discuter d'un cessez-le-feu, a déclaré le ministère. " * 3
    with pytest.raises(LanguageRefused, match="written in French"):
        dragoman.read(french)
    (tmp_path / "french.txt").write_text(french)
    with pytest.raises(LanguageRefused, match=r"french\.txt: this report is written in French; Dragoman reads English"):
        dragoman.read(tmp_path / "french.txt")
    with pytest.raises(UnreadableFile) as caught:
        dragoman.read(tmp_path / "nofile.txt")
    fault = caught.value.fault
    assert (fault.where, fault.what) == (str(tmp_path / "nofile.txt"), "is not there")
    assert "check the name" in fault.remedy
    with pytest.raises(UnreadableFile, match="the text is empty"):
        dragoman.read(" ")


def test_a_title_is_for_a_text_and_a_date_must_be_one(tmp_path: Path) -> None:
    report = dragoman.Report(id="r", text="Norland and the Red Front held talks.")
    for source in (report, tmp_path / "report.txt"):
        with pytest.raises(InputError, match="title: is for a text alone"):
            dragoman.read(source, title="Talks")
    with pytest.raises(InputError, match="'someday' is no date"):
        dragoman.read(report, published="someday")


def test_a_file_of_several_reports_is_for_read_files(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"id": "a", "text": "Norland and the Red Front held talks."}\n{"id": "b", "text": "The talks failed on Monday."}\n')
    with pytest.raises(InputError, match="holds several reports; read them with read_files"):
        dragoman.read(path)
