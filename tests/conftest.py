"""What all tests share: the reading model and the gold data, where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from spacy.language import Language

from dragoman import language
from dragoman.errors import LanguageError

ROOT = Path(__file__).parent.parent


def data_dir() -> Path:
    """Return where the gold data lies: ``DRAGOMAN_DATA``, or ``shared/data`` beside the checkout."""
    return Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline on one core; the test is skipped, and says so, where the model is absent."""
    try:
        return language.load(threads=1)
    except LanguageError as error:
        pytest.skip(f"no reading model: {error}")


@pytest.fixture(scope="session")
def data() -> Path:
    """The gold data; the test is skipped, and says so, where it is absent."""
    path = data_dir()
    if not path.is_dir():
        pytest.skip(f"gold data is not at {path}; set DRAGOMAN_DATA to measure against it")
    return path
