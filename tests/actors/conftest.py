"""What tests of this room share: the directory, and the model that reads their texts."""

import pytest
from spacy.language import Language

from dragoman import language
from dragoman.actors import Directory, load_directory


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return language.load()
