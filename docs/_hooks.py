"""What mkdocs calls while it builds the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def on_config(config: Any) -> Any:
    """Leave out pages of the navigation that are not there yet, and parts of it that are empty then."""
    config.nav = _present(config.nav, Path(config.docs_dir))
    return config


def _present(entries: list[Any], docs: Path) -> list[Any]:
    kept: list[Any] = []
    for entry in entries:
        [(title, target)] = entry.items()
        if isinstance(target, list):
            if inner := _present(target, docs):
                kept.append({title: inner})
        elif (docs / target).is_file():
            kept.append(entry)
    return kept
