"""The values of this room: a statement in tokens, and its parts while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims import Manner
from dragoman.coding.lexicon.cues import CueKind

#: A half-open range of tokens.
Range = tuple[int, int]
#: Tags of verbs that have a tense of their own.
TENSED = frozenset({"VBD", "VBZ", "VBP"})
#: Parts of speech of what is no word.
LOOSE = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class RawStatement:
    """A statement in token indices.

    Attributes:
        source: heads of the noun phrases that say it, in text order; empty where nobody is named.
        source_span: first and last token (half-open) of the whole source; None where there is none.
        cue: tokens that report it, in text order; empty for a quotation without a cue.
        content: what is said, as ranges in text order.
        within: index of the statement inside whose content this one stands.
        attitude: how the source stands to the content; None for a quotation without a cue.
        quoted: what of the content stands between quotation marks.
        asides: what of the content the source did not say: appositions and clauses between commas that the reporter adds,
            the phrase for whoever is bidden, and what is taken for granted.
        named: what the source calls something that is taken for granted: "called the raid *an attack on us all*".
    """

    source: tuple[int, ...]
    source_span: Range | None
    cue: tuple[int, ...]
    content: tuple[Range, ...]
    manner: Manner
    within: int | None = None
    attitude: CueKind | None = None
    quoted: tuple[Range, ...] = ()
    asides: tuple[Range, ...] = ()
    named: tuple[Range, ...] = ()

    def is_said(self) -> bool:
        """Tell what is plainly said, quoted without a cue too, from what is believed, wanted or denied."""
        return self.attitude is None or self.attitude.name == "says"

    def holds(self, i: int) -> bool:
        """Tell whether token i stands in the content."""
        return _in(i, self.content)

    def reaches(self, i: int) -> bool:
        """Tell whether token i stands in the content as its source gave it, in no aside of the reporter's."""
        return self.holds(i) and (_in(i, self.quoted) or not _in(i, self.asides))

    def voices(self, i: int) -> bool:
        """Tell whether token i is put forward by this source: no aside, and not what its cue takes for granted.

        What is quoted is always the source's.
        """
        presupposed = self.attitude is not None and self.attitude.presupposed
        return self.reaches(i) and i not in self.cue and (_in(i, self.quoted) or _in(i, self.named) or not presupposed)

    def voiced(self) -> set[int]:
        """Return the tokens that `voices` tells to be put forward, for who asks about all."""
        quoted = _tokens(self.quoted)
        found = _tokens(self.content) - (_tokens(self.asides) - quoted) - {*self.cue}
        presupposed = self.attitude is not None and self.attitude.presupposed
        return found & (quoted | _tokens(self.named)) if presupposed else found


def _tokens(ranges: tuple[Range, ...]) -> set[int]:
    return {i for first, last in ranges for i in range(first, last)}


def _in(i: int, ranges: tuple[Range, ...]) -> bool:
    for first, last in ranges:  # noqa: SIM110 - asked of most tokens for most statements: a generator takes three times as long
        if first <= i < last:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: heads and the whole span."""

    heads: tuple[int, ...] = ()
    span: Range | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the text that may report a statement, and what its syntax offers.

    Attributes:
        anchor: the verb, noun or adjective itself.
        tokens: all tokens of the cue.
        kind: how it commits its source.
        heads: heads of the phrases and clauses that are its content; empty where only a quotation can be.
        outside: tokens that are no content though they hang below a content head (an interrupting cue clause).
        quotes: whether direct speech may be its content.
        source: who speaks.
        bidden: head of the phrase for whoever is bidden, whom the source addresses rather than puts forward.
        granted: what of the content the source takes for granted: the attack, where a part in the attack is denied.
        named: head of what something is called.
    """

    anchor: int
    tokens: tuple[int, ...]
    kind: CueKind
    source: Source
    heads: tuple[int, ...] = ()
    outside: frozenset[int] = frozenset()
    quotes: bool = False
    bidden: int | None = None
    granted: tuple[Range, ...] = ()
    named: int | None = None
