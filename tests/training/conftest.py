"""Training is run from the checkout and never installed."""

import sys
from pathlib import Path

import pytest
from spacy.language import Language

from dragoman.language import load

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    return load(threads=1)
