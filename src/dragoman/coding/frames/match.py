"""Which frames of the lexicon hold in a tree, and what fills their slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.coding.frames.slots import Grammar, SlotReader, Slots
from dragoman.coding.lexicon import Frame, Lexicon, Pattern, Test
from dragoman.coding.tree import Tree
from dragoman.language.dashes import JOINING

#: Tells whether the token heads a mention of this kind: ``actor``, ``person``, ``place``, ``country``, ``organization``.
IsOfKind = Callable[[int, str], bool]

#: The slots of a predicate that statements fill: ``speaker``, and ``subject`` where it is a verb of saying without one.
Borrowed = Callable[[int, Slots], dict[str, tuple[int, ...]]]

_OTHER_WORDS = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
_SETTING = "setting"
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
            found = [trial.hit for trial in self.trials(i) if trial.hit]
            for is_event in (True, False):
                ranked = sorted(
                    (h for h in found if h.frame.type == "none" or h.frame.type.isupper() == is_event),
                    key=lambda h: (not h.frame.own, -h.weight, h.frame.type != "none"),
                )
                if ranked:
                    yield tuple(ranked)

    def trials(self, i: int) -> Iterator[Trial]:
        """Yield what became of each pattern that token i may head."""
        tree = self.tree
        if i in self.silent or (tree.bases[i] == "aux" and tree.tags[i] != "MD"):  # "have failed" has nothing
            return
        for pattern, frame in self.lexicon.candidates(tree.lemmas[i], tree.words[i]):
            if not _fits(pattern, tree.pos[i], tree.deps[i], tree.tags[i]):
                continue
            yield self._try(pattern, frame, i)

    def _try(self, pattern: Pattern, frame: Frame, i: int) -> Trial:
        tree = self.tree
        anchor = tree.heads[i] if tree.bases[i] == "aux" else i
        slots, tokens = self._anchored(i, anchor), [i]
        if pattern.word_class == "adjective" and slots.passive and not slots.get("self"):  # "is *prepared* to"
            slots = replace(slots, fillers={**slots.fillers, "self": slots.get("object")})
        if lent := self.borrowed(anchor, slots):
            slots = replace(slots, fillers={**slots.fillers, **lent})
        bare = slots
        if pattern.noun:
            noun = self._light_noun(pattern, slots)
            if noun is None:
                return Trial(frame, pattern, i, None, f"its object is not {pattern.noun!r}")
            tokens.append(noun)
            is_object = any(noun in tree.conjuncts(t) for t in slots.get("object"))
            bare, slots = slots, _merge(slots, noun, self.reader.slots(noun), is_object=is_object)
        if pattern.modifiers:
            have = {tree.lemmas[m]: m for m in slots.get("modifier")}
            if not all(word in have for word in pattern.modifiers):
                return Trial(frame, pattern, i, None, f"not modified by {' '.join(pattern.modifiers)!r}")
            tokens += [have[word] for word in pattern.modifiers]
        if pattern.particle:
            particle = self._particle(pattern.particle, anchor, slots)
            if particle is None:
                return Trial(frame, pattern, i, None, f"no {pattern.particle!r} with it")
            tokens += particle
        if pattern.word_class == "noun":
            bare = slots = self._nominal(frame, slots)
        tokens += [t for t in slots.support if tree.is_verbal(t)]
        slots = self._with_setting(frame, slots, i)
        weight = pattern.weight
        for test in frame.where:
            score = self._score(test, bare if test.slot.startswith("object") else slots)
            if score is None:
                return Trial(frame, pattern, i, None, f"{test.slot} does not fit")
            weight += score
        modes = dict.fromkeys(frame.mode)
        modes.update(dict.fromkeys(r.mode for r in frame.modes if all(self.holds(t, bare) for t in r.tests)))
        hit = Hit(frame, pattern, i, tuple(sorted(set(tokens))), slots, tuple(modes), weight)
        return Trial(frame, pattern, i, hit, "")

    def _anchored(self, i: int, anchor: int) -> Slots:
        """Return the slots of a word, those of a modal being its verb's, which is what it says that has to be done."""
        slots = self.reader.slots(anchor)
        return slots if anchor == i else replace(slots, fillers={**slots.fillers, "infinitive": (anchor,)})

    def _with_setting(self, frame: Frame, slots: Slots, i: int) -> Slots:
        """Return the slots with the other nouns and names of the sentence and of the headline, where a frame asks what they are about."""
        if all(test.slot != _SETTING for test in frame.where):
            return slots
        sentence, sentences, pos = self.tree.doc[i].sent, self.tree.sentences, self.tree.pos
        headline = next((t for t in range(len(sentences)) if sentences[t] != sentences[0]), len(sentences))
        around = [*range(headline), *range(max(headline, sentence.start), sentence.end)]
        names = tuple(t for t in around if t != i and pos[t] in _NAMING)
        return replace(slots, fillers={**slots.fillers, _SETTING: names})

    def _light_noun(self, pattern: Pattern, slots: Slots) -> int | None:
        for filler in (*slots.get("object"), *slots.get(pattern.particle)):  # "lose *touch* with", "go on *strike*"
            for t in (one for c in self.tree.conjuncts(filler) for one in self._counted(c)):
                if pattern.noun in (self.tree.lemmas[t], self.tree.words[t]):
                    return t
        return None

    def _particle(self, particle: str, i: int, slots: Slots) -> list[int] | None:
        """Return the tokens of a particle or preposition that must be there, None if it is not."""
        tree = self.tree
        beside = {
            tree.words[c]: c
            for c in tree.children[i]
            if tree.deps[c] in ("compound:prt", "advmod") or (tree.deps[c] in ("case", "mark") and c > i)
        }
        if particle in beside:
            return [beside[particle]]
        for filler in slots.get(particle):
            if filler in self.silent and filler < i:  # "*on Monday* he called X"
                continue
            marks = [c for c in tree.children[filler] if tree.deps[c] in ("case", "mark")]
            return marks[:1]
        for slot, (filler, *_) in slots.fillers.items():  # "driven *out* of the city"
            if slot.startswith(f"{particle}_"):
                return [c for c in tree.children[filler] if tree.deps[c] in ("case", "mark")][:1]
        first, _, rest = particle.partition("_")  # "lashed *out* / *at* them"
        found = self._particle(rest, i, slots) if rest and first in beside else None
        return None if found is None else [beside[first], *found]

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
        best = max(self._fit(t, test) for f in fillers for c in self.tree.conjuncts(f) for t in self._counted(c))
        if test.negated:
            return 0 if best == 0 else None
        return best or None

    def _counted(self, t: int) -> tuple[int, ...]:
        """Return t and what it counts: "*dozens* of *activists*"."""
        return (t, *self.reader.counted(t))

    def _fit(self, t: int, test: Test) -> int:
        tree = self.tree
        if tree.lemmas[t] in test.words or tree.words[t] in test.words:
            return 2
        return int(any(_is_plain(tree, self.reader.grammar, t, kind) or self.is_of_kind(t, kind) for kind in test.kinds))


def _fits(pattern: Pattern, pos: str, dep: str, tag: str) -> bool:
    """Tell whether a token of this part of speech can head the pattern."""
    if pattern.word_class == "verb":
        return pos in _OTHER_WORDS and dep not in ("cop", "aux:pass")
    if pattern.word_class == "noun":
        return pos in ("NOUN", "PROPN")
    return pos in ("ADJ", "ADV") or tag in ("VBN", "VBG", "JJ", "RB")


def _is_plain(tree: Tree, grammar: Grammar, t: int, kind: str) -> bool:
    """Tell whether a token is of a kind that syntax alone decides."""
    if kind == "any":
        return True
    if kind == "clause":
        return tree.is_verbal(t)
    if kind == "wished":
        return tree.is_verbal(t) and _is_wished(tree, grammar, t)
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


def _is_wished(tree: Tree, grammar: Grammar, t: int) -> bool:
    """Tell whether a clause says what is to be, and not what is: "that he *go*", "that he *should* go", but not "that he *goes*"."""
    helpers = [c for c in tree.children[t] if tree.bases[c] in ("aux", "cop")]
    first = min([*helpers, t])
    one = any(tree.tags[c] in _SINGULAR or tree.words[c] in grammar.singular for c in tree.kids(t, "nsubj"))
    bare = tree.words[first] == tree.lemmas[first] and tree.tags[first] != "MD"  # "that *he go*", though the tagger takes it for another
    return tree.tags[first] == "VB" or (bare and one) or tree.lemmas[first] in grammar.wishing
