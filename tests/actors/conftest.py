"""What tests of this room share: the directory."""

import pytest

from dragoman.actors import Directory, load_directory


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory()
