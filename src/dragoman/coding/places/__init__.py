"""Where: the place names of a report, and the place of one event."""

from dragoman.coding.places.attach import place_of
from dragoman.coding.places.find import PlaceMention, find_places
from dragoman.coding.places.gazetteer import country_of

__all__ = ["PlaceMention", "country_of", "find_places", "place_of"]
