"""A word at which the patterns of the lexicon are tried, and what they ask of it: looked up once, however many are tried."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from dragoman.coding.frames.slots import SlotReader, Slots
from dragoman.coding.lexicon import Pattern
from dragoman.coding.tree import Tree

#: The slots of a predicate that statements fill: ``speaker``, and ``subject`` where it is a verb of saying without one.
Borrowed = Callable[[int, Slots], dict[str, tuple[int, ...]]]

_NAMING = frozenset({"NOUN", "PROPN"})


class Headword:
    """A token that may head patterns.

    Attributes:
        token: its index.
        anchor: whose slots it has: those of its verb where it is a modal, for that is what it says has to be done.
        slots: its slots, with those that statements lend.
        as_noun: the same as frames read those of a noun, by what they ask of it.
        particles: the tokens of each particle that was looked for with these slots, None of one that is not there.
    """

    def __init__(self, tree: Tree, reader: SlotReader, borrowed: Borrowed, token: int) -> None:
        """Read the slots of a token."""
        self.tree, self.reader, self.token = tree, reader, token
        self.anchor = tree.heads[token] if tree.bases[token] == "aux" else token
        slots = reader.slots(self.anchor)
        if self.anchor != token:
            slots = slots.with_({"infinitive": (self.anchor,)})
        lent = borrowed(self.anchor, slots)
        self.slots = slots.with_(lent) if lent else slots
        self.as_noun: dict[tuple[str, str, bool, bool], Slots] = {}
        self.particles: dict[str, list[int] | None] = {}

    @cached_property
    def undergoing(self) -> Slots:
        """Its slots as those of an adjective, said of whom a passive verb happens to: "*they* are prepared to"."""
        passive = self.slots.passive and not self.slots.get("self")
        return self.slots.with_({"self": self.slots.get("object")}) if passive else self.slots

    @cached_property
    def beside(self) -> dict[str, int]:
        """Its particles, adverbs, and the prepositions after it, by word."""
        tree, i = self.tree, self.anchor
        return {
            tree.words[c]: c
            for c in tree.children[i]
            if tree.deps[c] in ("compound:prt", "advmod") or (tree.deps[c] in ("case", "mark") and c > i)
        }

    @cached_property
    def setting(self) -> tuple[int, ...]:
        """The other nouns and names of its sentence and of the headline, which tell what both are about."""
        sentence, sentences, pos = self.tree.doc[self.token].sent, self.tree.sentences, self.tree.pos
        headline = next((t for t in range(len(sentences)) if sentences[t] != sentences[0]), len(sentences))
        around = [*range(headline), *range(max(headline, sentence.start), sentence.end)]
        return tuple(t for t in around if t != self.token and pos[t] in _NAMING)

    def light_noun(self, pattern: Pattern) -> int | None:
        """Return the noun of a light verb that a pattern asks for: "lose *touch* with", "go on *strike*"; None where it is not there."""
        noun = self._objects.get(pattern.noun)
        return self._words(self.slots.get(pattern.particle)).get(pattern.noun) if noun is None and pattern.particle else noun

    @cached_property
    def _objects(self) -> dict[str, int]:
        return self._words(self.slots.get("object"))

    def _words(self, fillers: tuple[int, ...]) -> dict[str, int]:
        """Return the words and lemmas of fillers, each with the first token that has it."""
        found: dict[str, int] = {}
        for t in (one for filler in fillers for one in self.reader.unfolded(filler)):
            found.setdefault(self.tree.lemmas[t], t)
            found.setdefault(self.tree.words[t], t)
        return found
