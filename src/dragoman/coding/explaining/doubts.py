"""By which words a claim is denied, or is less than certain: those without which it would not be.

Coding keeps no trace of that. Here a sentence is asked again with one word after another left out, and what its cue makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import Final

from dragoman.claims import Claim
from dragoman.coding.explaining.explained import Doubtful
from dragoman.coding.factuality import Commitment, commit
from dragoman.coding.factuality.values import weaker
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.drafting import cued, voice_of
from dragoman.coding.scene import Scene

_PLAIN: Final[dict[Doubtful, str]] = {"polarity": "positive", "certainty": "certain"}
_NOTHING: Final = "\0"
_CUE: Final = -1
_NO_WORDS: Final = ("PUNCT", "SPACE")


def doubts_of(scene: Scene, made: Draft, claim: Claim) -> Iterator[tuple[Doubtful, tuple[int, ...], bool]]:
    """Yield what is not plain of a claim, ``polarity`` or ``certainty``, with the words to which it owes that.

    The third value tells whether its frame says so, whatever the words around are. No words means the form of a clause, such as
    an imperative's, or the trigger itself. What a later step made of a claim is left out.

    Args:
        scene: the report.
        made: the claim as it was drafted.
        claim: what came of it.
    """
    asked = _Asked(scene, made)
    frame = made.hit.frame if made.hit else None
    for about, plain in _PLAIN.items():
        value = getattr(claim, about)
        if value == plain:
            continue
        if frame and getattr(frame, about) == value:
            yield about, (), True
        elif getattr(told := asked.sure(frozenset()), about) == value:
            yield about, asked.words(about, told), False


@dataclass(frozen=True, slots=True)
class _Asked:
    """One claim, of which is asked how sure it is without some of its sentence's words."""

    scene: Scene
    made: Draft

    def sure(self, without: Set[int]) -> Commitment:
        """Return how sure a claim is where some words meant nothing; _CUE is what the innermost cue makes of it."""
        scene, made = self.scene, self.made
        stop, attitude = cued(scene, voice_of(scene, made))
        if attitude is not None and _CUE in without:
            attitude = replace(attitude, certainty="certain", polarity="positive")
        words, lemmas = ([_NOTHING if t in without else word for t, word in enumerate(of)] for of in (scene.tree.words, scene.tree.lemmas))
        tree = replace(scene.tree, words=words, lemmas=lemmas)
        return commit(tree, made.token, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude, lasting=not made.is_event)

    def words(self, about: Doubtful, told: Commitment) -> tuple[int, ...]:
        """Return each word without which alone a claim would be surer than told; where there is none, the fewest that are so together."""
        every = [_CUE, *self._beside()]
        found = [one for one in every if self._is_surer(told, frozenset((one,)), about)]
        if not found and self._is_surer(told, frozenset(every), about):
            found = every
            for one in every:
                fewer = [other for other in found if other != one]
                found = fewer if self._is_surer(told, frozenset(fewer), about) else found
        voice = voice_of(self.scene, self.made)
        cue = self.scene.statements[voice[-1]].cue if voice and _CUE in found else ()
        return tuple(sorted({*cue, *found} - {_CUE}))

    def _beside(self) -> list[int]:
        """Return the other words of a claim's sentence."""
        tree, made = self.scene.tree, self.made
        here = (t for t, n in enumerate(tree.sentences) if n == tree.sentences[made.token])
        return [t for t in here if t not in made.tokens and tree.pos[t] not in _NO_WORDS]

    def _is_surer(self, told: Commitment, without: Set[int], about: Doubtful) -> bool:
        one = self.sure(without)
        if about == "polarity":
            return one.polarity != told.polarity
        return one.certainty != told.certainty and weaker(one.certainty, told.certainty) == told.certainty
