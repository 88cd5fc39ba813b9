"""The real model, for what is asked of whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dragoman import Reader, Reading, Report


@pytest.fixture(scope="module")
def read(nlp: Language) -> Callable[[str], Reading]:
    """Reads a text of 3 May 2024."""
    reader = Reader(nlp=nlp)
    return lambda text: reader.read(Report(id="r", text=text, published="2024-05-03"))
