"""Who says what: statements, with their source, cue and content, and the voice in which a word stands.

`find_statements` reads them off a Doc with Universal Dependencies; `voice_of` gives the chain of statements
around a token, `voices_of` those of all tokens. Words that report are data: ``coding/lexicon/cues.yaml``.
"""

from dragoman.coding.statements.find import find_statements
from dragoman.coding.statements.values import RawStatement
from dragoman.coding.statements.voice import Voices, voice_of, voices_of

__all__ = ["RawStatement", "Voices", "find_statements", "voice_of", "voices_of"]
