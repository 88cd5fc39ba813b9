"""What `import dragoman` gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import InputError

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


def test_a_file_of_several_reports_is_for_read_files(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"id": "a", "text": "Norland and the Red Front held talks."}\n{"id": "b", "text": "The talks failed on Monday."}\n')
    with pytest.raises(InputError, match="holds several reports; read them with read_files"):
        dragoman.read(path)
