"""What is said to be so, when, where, how surely and by whom: Doc and cast in, statements and claims out.

Works on any spaCy `Doc` with Universal Dependencies. The lexicon is data (``lexicon/*.yaml``).
"""

from dragoman.coding.code import Coding, code
from dragoman.coding.learned import CODERS, Coder
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.lexicon import load as load_lexicon

__all__ = ["CODERS", "Coder", "Coding", "Lexicon", "code", "load_lexicon"]
