"""Where: the place names of a report, and the place of one event."""

from dragoman.coding.places.attach import place_of
from dragoman.coding.places.find import PlaceMention, find_places

__all__ = ["PlaceMention", "find_places", "place_of"]
