"""Which frames of the lexicon hold in a tree, and what fills their slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.frames.headword import Borrowed, Headword
from dragoman.coding.frames.slots import Grammar, SlotReader, Slots
from dragoman.coding.lexicon import Frame, Lexicon, Pattern, Test
from dragoman.coding.lexicon.frames import Entry, WordClass
from dragoman.coding.tree import Tree
from dragoman.language.dashes import JOINING

#: Tells whether the token heads a mention of this kind: ``actor``, ``person``, ``place``, ``country``, ``organization``.
IsOfKind = Callable[[int, str], bool]

_OTHER_WORDS = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
_DESCRIBING = frozenset({"ADJ", "ADV"})
_PARTICIPIAL = frozenset({"VBN", "VBG", "JJ", "RB"})
_SETTING = "setting"
_WORD, _KIND = 2, 1  # how much a condition says that a word or a kind meets
_FORCE = frozenset({"ASSAULT"})
_SINGULAR = frozenset({"NN", "NNP"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame that holds at a token.

    Attributes:
        tokens: the tokens of the trigger in text order.
        slots: the deep slots, nouns' "of" and possessors already read as the frame says.
        mode: the frame's modes, those that depend on fillers included.
        weight: how specific the match is: what the wording asks for, and how its conditions are met.
    """

    frame: Frame
    pattern: Pattern
    token: int
    tokens: tuple[int, ...]
    slots: Slots
    mode: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one pattern at one token, for explanation."""

    frame: Frame
    pattern: Pattern
    token: int
    hit: Hit | None
    why: str


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches a lexicon against one tree.

    Attributes:
        silent: tokens that mean nothing by themselves: in dates ("March" is no march) and in names of several words.
    """

    tree: Tree
    reader: SlotReader
    lexicon: Lexicon
    is_of_kind: IsOfKind
    borrowed: Borrowed
    silent: frozenset[int]

    def rivals(self) -> Iterator[tuple[Hit, ...]]:
        """Yield, for each token in text order, the frames that hold there: events, then relations; a user's own, then the most specific."""
        for i in range(len(self.tree.heads)):
            found = self._hits(i)
            for is_event in (True, False) if found else ():
                ranked = sorted(
                    (h for h in found if h.frame.type == "none" or h.frame.type.isupper() == is_event),
                    key=lambda h: (not h.frame.own, -h.weight, h.frame.type != "none"),
                )
                if ranked:
                    yield tuple(ranked)

    def _hits(self, i: int) -> list[Hit]:
        """Return what holds at token i; a pattern is not tried where a word that it needs is not in the sentence."""
        entries = self._entries(i)
        said = self.tree.said(i) if entries else frozenset[str]()
        entries = [entry for entry in entries if entry.may_hold(said)]
        if not entries:
            return []
        word = Headword(self.tree, self.reader, self.borrowed, i)
        results = (self._try(entry.pattern, entry.frame, word) for entry in entries)
        return [result for result in results if isinstance(result, Hit)]

    def trials(self, i: int) -> Iterator[Trial]:
        """Yield what became of each pattern that token i may head."""
        if not (entries := self._entries(i)):
            return
        word = Headword(self.tree, self.reader, self.borrowed, i)
        for entry in entries:
            result = self._try(entry.pattern, entry.frame, word)
            if isinstance(result, Hit):
                yield Trial(entry.frame, entry.pattern, i, result, "")
            else:
                yield Trial(entry.frame, entry.pattern, i, None, result)

    def _entries(self, i: int) -> Sequence[Entry]:
        """Return the patterns that token i may head, by its words and its part of speech."""
        tree, index = self.tree, self.lexicon.index
        lemma, word = tree.lemmas[i], tree.words[i]
        if (lemma not in index and word not in index) or i in self.silent:
            return ()
        if tree.bases[i] == "aux" and tree.tags[i] != "MD":  # "have failed" has nothing
            return ()
        return self.lexicon.headed(lemma, word, _word_classes(tree.pos[i], tree.deps[i], tree.tags[i]))

    def _try(self, pattern: Pattern, frame: Frame, word: Headword) -> Hit | str:
        """Return what a pattern makes of a word; what is refuted at the least cost is asked first, since few patterns hold."""
        tree, noun = self.tree, None
        slots = word.undergoing if pattern.word_class == "adjective" else word.slots
        if pattern.noun:
            noun = word.light_noun(pattern)
            if noun is None:
                return f"its object is not {pattern.noun!r}"
        tokens, bare = [word.token], slots
        if noun is not None:
            tokens.append(noun)
            is_object = any(noun in tree.conjuncts(t) for t in slots.get("object"))
            slots = _merge(slots, noun, self.reader.slots(noun), is_object=is_object)
        if pattern.modifiers:
            have = {tree.lemmas[m]: m for m in slots.get("modifier")}
            if not all(one in have for one in pattern.modifiers):
                return f"not modified by {' '.join(pattern.modifiers)!r}"
            tokens += [have[one] for one in pattern.modifiers]
        if pattern.particle:
            particle = self._particle_at(pattern.particle, word, slots)
            if particle is None:
                return f"no {pattern.particle!r} with it"
            tokens += particle
        if pattern.word_class == "noun":
            bare = slots = self._nominal(frame, slots) if noun is not None else self._as_noun(frame, word)
        weight = pattern.weight
        for test in frame.where:
            if test.slot == _SETTING and _SETTING not in slots.fillers:
                slots = slots.with_({_SETTING: word.setting})
            score = self._score(test, bare if test.slot.startswith("object") else slots)
            if score is None:
                return f"{test.slot} does not fit"
            weight += score
        tokens += [t for t in slots.support if tree.is_verbal(t)]
        modes = dict.fromkeys(frame.mode)
        modes.update(dict.fromkeys(r.mode for r in frame.modes if all(self.holds(t, bare) for t in r.tests)))
        return Hit(frame, pattern, word.token, tuple(sorted(set(tokens))), slots, tuple(modes), weight)

    def _particle_at(self, particle: str, word: Headword, slots: Slots) -> list[int] | None:
        """Return the tokens of a particle as `_particle` does, looked for once with the slots that several patterns ask about."""
        if slots is not word.slots:
            return self._particle(particle, word, slots)
        if particle not in word.particles:
            word.particles[particle] = self._particle(particle, word, slots)
        return word.particles[particle]

    def _particle(self, particle: str, word: Headword, slots: Slots) -> list[int] | None:
        """Return the tokens of a particle or preposition that must be there, None if it is not."""
        beside = word.beside
        if particle in beside:
            return [beside[particle]]
        for filler in slots.get(particle):
            if filler in self.silent and filler < word.anchor:  # "*on Monday* he called X"
                continue
            return self._marks(filler)
        opening = f"{particle}_"
        for slot, fillers in slots.fillers.items():  # "driven *out* of the city"
            if slot.startswith(opening):
                return self._marks(fillers[0])
        first, _, rest = particle.partition("_")  # "lashed *out* / *at* them"
        found = self._particle(rest, word, slots) if rest and first in beside else None
        return None if found is None else [beside[first], *found]

    def _marks(self, t: int) -> list[int]:
        """Return the preposition or subordinator before t."""
        tree = self.tree
        return [c for c in tree.children[t] if tree.deps[c] in ("case", "mark")][:1]

    def _as_noun(self, frame: Frame, word: Headword) -> Slots:
        """Return the slots of a noun of action as a frame reads them, as other frames do that ask the same of it."""
        key = (frame.of, frame.possessor, frame.type in self.lexicon.grammar["mutual"], frame.type in _FORCE)
        if key not in word.as_noun:
            word.as_noun[key] = self._nominal(frame, word.slots)
        return word.as_noun[key]

    def _nominal(self, frame: Frame, slots: Slots) -> Slots:
        """Read "of", possessors and modifiers of a noun of action as the frame says."""
        fillers = {k: list(v) for k, v in slots.fillers.items()}
        if slots.support and frame.type not in self.lexicon.grammar["mutual"] and self._has_own_doer(frame, slots):
            lent = self.reader.slots(slots.support[0]).get("subject")
            fillers["subject"] = [t for t in fillers.get("subject", ()) if t not in lent]
        both = frame.of == frame.possessor == "object" and slots.get("of")  # "*Chad's* killing of the rebel"
        for slot, role in (("of", frame.of), ("possessor", "subject" if both else frame.possessor)):
            for t in slots.get(slot):
                fillers.setdefault(role, []).append(t)
        for t in slots.get("modifier"):
            if self.is_of_kind(t, "generic") or (frame.type in _FORCE and self.tree.lemmas[t] in self.reader.grammar.premises):
                fillers.setdefault("object", []).append(t)
            elif self.is_of_kind(t, "actor") and ("subject" not in fillers or self._is_paired(t, fillers["subject"])):
                fillers.setdefault("subject", []).append(t)
        return replace(slots, fillers={k: tuple(dict.fromkeys(v)) for k, v in fillers.items()})

    def _has_own_doer(self, frame: Frame, slots: Slots) -> bool:
        """Tell whether a noun names its doer, so that its verb lends it none ("announced *Israel's* withdrawal")."""
        own = [t for slot, role in (("of", frame.of), ("possessor", frame.possessor)) if role == "subject" for t in slots.get(slot)]
        return any(self.tree.pos[t] != "PRON" and self.is_of_kind(t, "actor") for t in own)

    def _is_paired(self, t: int, others: list[int]) -> bool:
        """Tell whether a hyphen joins a modifier to another ("the *US-Japan* alliance")."""
        return t >= 2 and self.tree.words[t - 1] in JOINING and t - 2 in others

    def holds(self, test: Test, slots: Slots) -> bool:
        """Tell whether a condition on a slot holds."""
        return self._score(test, slots) is not None

    def _score(self, test: Test, slots: Slots) -> int | None:
        """Return how much a condition that holds says: a word 2, a kind 1, an absence 0; None where it does not hold."""
        fillers = self.reader.path(slots, test.slot)
        if not fillers:
            return 0 if test.negated != ("none" in test.kinds) else None
        best = self._best(fillers, test)
        if test.negated:
            return 0 if best == 0 else None
        return best or None

    def _best(self, fillers: tuple[int, ...], test: Test) -> int:
        """Return how much the one that meets a condition best, if any, makes it say."""
        if not test.words.isdisjoint(self.reader.named(fillers)):
            return _WORD
        if test.kinds and any(self._is_of_some(t, test.kinds) for filler in fillers for t in self.reader.unfolded(filler)):
            return _KIND
        return 0

    def _is_of_some(self, t: int, kinds: Iterable[str]) -> bool:
        return any(_is_plain(self.tree, self.reader.grammar, t, kind) or self.is_of_kind(t, kind) for kind in kinds)


def _word_classes(pos: str, dep: str, tag: str) -> tuple[WordClass, ...]:
    """Return the classes of patterns that a token of this part of speech can head."""
    is_verb, is_noun = pos in _OTHER_WORDS and dep not in ("cop", "aux:pass"), pos in _NAMING
    is_adjective = pos in _DESCRIBING or tag in _PARTICIPIAL
    return (*(("verb",) if is_verb else ()), *(("noun",) if is_noun else ()), *(("adjective",) if is_adjective else ()))


def _is_plain(tree: Tree, grammar: Grammar, t: int, kind: str) -> bool:
    """Tell whether a token is of a kind that syntax alone decides."""
    if kind == "any":
        return True
    if kind == "clause":
        return tree.is_verbal(t)
    if kind == "wished":
        return tree.is_verbal(t) and _is_wished(tree, grammar, t)
    if kind == "titled":
        return _is_titled(tree, t)
    if kind == "number":
        return tree.pos[t] == "NUM" or any(tree.deps[c] == "nummod" for c in tree.children[t])
    return kind == "money" and any(tree.tags[c] == "$" for c in (t, *tree.children[t]))


def _merge(verb: Slots, at: int, noun: Slots, *, is_object: bool) -> Slots:
    """Return a light verb's slots with those that its noun has besides.

    A noun that stands in a phrase leaves the verb its object: "took *X* into custody".
    """
    fillers = dict(verb.fillers)
    fillers["noun"] = (fillers.pop("object", ()) if is_object else ()) or (at,)
    for slot, tokens in noun.fillers.items():
        if slot not in ("self", "subject") and slot not in fillers:
            fillers[slot] = tokens
    return Slots(fillers, support=(), passive=verb.passive)


def _is_titled(tree: Tree, t: int) -> bool:
    """Tell a word that ends a name of capitals, as a headline's do not: "the Dayton *Agreement* has held"."""
    if t < 1 or not (tree.doc[t].text.istitle() and tree.doc[t - 1].text[:1].isupper()):
        return False
    return any(tree.is_verbal(token.i) and token.is_lower for token in tree.doc[t].sent)


def _is_wished(tree: Tree, grammar: Grammar, t: int) -> bool:
    """Tell whether a clause says what is to be, and not what is: "that he *go*", "that he *should* go", but not "that he *goes*"."""
    helpers = [c for c in tree.children[t] if tree.bases[c] in ("aux", "cop")]
    first = min([*helpers, t])
    one = any(tree.tags[c] in _SINGULAR or tree.words[c] in grammar.singular for c in tree.kids(t, "nsubj"))
    bare = tree.words[first] == tree.lemmas[first] and tree.tags[first] != "MD"  # "that *he go*", though the tagger takes it for another
    return tree.tags[first] == "VB" or (bare and one) or tree.lemmas[first] in grammar.wishing
