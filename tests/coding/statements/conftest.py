"""The real model, for what is asked of whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman import Reader, Reading, Report, language
from dragoman.errors import LanguageError


@pytest.fixture(scope="module")
def read() -> Callable[[str], Reading]:
    """Reads a text of 3 May 2024."""
    try:
        reader = Reader(nlp=language.load(threads=1))
    except LanguageError as error:
        pytest.skip(f"no reading model: {error}")
    return lambda text: reader.read(Report(id="r", text=text, published="2024-05-03"))
