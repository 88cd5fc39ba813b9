"""Who: the directory of actors, and the mentions of them in a report."""

from dragoman.actors.cast import Cast, CastMention, cast
from dragoman.actors.directory.directory import Directory, faults_of
from dragoman.actors.directory.directory import load as load_directory

__all__ = ["Cast", "CastMention", "Directory", "cast", "faults_of", "load_directory"]
