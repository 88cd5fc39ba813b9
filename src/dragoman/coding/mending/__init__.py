"""What a parse has plainly wrong is set right before coding reads it: relations that English does not have."""

from dragoman.coding.mending.mend import mend
from dragoman.coding.mending.relations import Relations

__all__ = ["Relations", "mend"]
