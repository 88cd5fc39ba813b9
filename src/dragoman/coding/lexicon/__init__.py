"""The coding lexicon: which words say what, and which of their slots is which role.

Every predicate is data in the ``*.yaml`` files beside this one; a user's own folder of such files lies over
ours. `load` reads, checks and indexes them; all faults are reported together with file and line.
"""

from dragoman.coding.lexicon.frames import Frame, Lexicon, Pattern, SlotSpec, Test
from dragoman.coding.lexicon.load import load
from dragoman.coding.lexicon.trust import About, Bounds, Confidence, Trust

__all__ = ["About", "Bounds", "Confidence", "Frame", "Lexicon", "Pattern", "SlotSpec", "Test", "Trust", "load"]
