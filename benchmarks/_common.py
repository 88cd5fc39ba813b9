"""What every benchmark shares: where the data lies, and where figures go."""

from __future__ import annotations

import json
import os
import platform
import sys
from datetime import date
from pathlib import Path

import _table

from dragoman import __version__

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))  # training lies beside the benchmarks and is never installed
DATA = Path(os.environ.get("DRAGOMAN_DATA", HERE.parents[1] / "shared" / "data"))


def save(name: str, figures: dict[str, object], *, whole: bool = True) -> None:
    """Write figures with date, version and cores to ``results/NAME.json``, and the pages that show them anew.

    Those of a part of the data (not `whole`) are not written: they would stand where those of all of it are looked for.
    """
    if not whole:
        print(f"measured on a part of the data: results/{name}.json stays as it is")
        return
    path = HERE / "results" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    facts = {"date": date.today().isoformat(), "version": __version__, "cores": os.cpu_count(), "machine": platform.machine()}
    path.write_text(json.dumps({**facts, **figures}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _table.write()
