"""Who: the directory of actors, and the mentions of them in a report."""

from dragoman.actors.cast import Cast, CastMention, cast
from dragoman.actors.directory import Directory
from dragoman.actors.directory import load as load_directory

__all__ = ["Cast", "CastMention", "Directory", "cast", "load_directory"]
