"""How sure: whether, how certainly and when something is so, in the eyes of whoever says it.

`commit` reads it off the syntax around one word; the words that matter are data: ``coding/lexicon/factuality.yaml``.
"""

from dragoman.coding.factuality.commit import commit
from dragoman.coding.factuality.values import Commitment

__all__ = ["Commitment", "commit"]
