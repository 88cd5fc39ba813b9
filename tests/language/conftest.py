"""The shipped model, where it is there."""

import pytest
from spacy.language import Language

from dragoman.errors import LanguageError
from dragoman.language import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline on one core."""
    try:
        return load(threads=1)
    except LanguageError as fault:
        pytest.skip(f"no model: {fault}")
