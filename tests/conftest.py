"""What all tests share: the gold data, where it is present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def data_dir() -> Path:
    """Return where the gold data lies: ``DRAGOMAN_DATA``, or ``shared/data`` beside the checkout."""
    return Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def data() -> Path:
    """The gold data; the test is skipped, and says so, where it is absent."""
    path = data_dir()
    if not path.is_dir():
        pytest.skip(f"gold data is not at {path}; set DRAGOMAN_DATA to measure against it")
    return path
