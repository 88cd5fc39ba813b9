"""When: the time expressions of a report, and the time of one event."""

from dragoman.coding.times.attach import time_of
from dragoman.coding.times.find import TimeMention, find_times

__all__ = ["TimeMention", "find_times", "time_of"]
