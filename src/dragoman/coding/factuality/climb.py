"""From a word up the tree: what each governor makes of what it governs."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from dragoman.claims import Tense
from dragoman.coding.factuality.values import Standing, weaker
from dragoman.coding.factuality.words import is_negated, own_standing
from dragoman.coding.lexicon.cues import CueKind
from dragoman.coding.lexicon.factuality import Effect, Factuality, Signature
from dragoman.coding.tree import Tree

_ENDS = frozenset({"parataxis", "appos", "list", "dep", "discourse", "vocative", "root", "ROOT", "orphan", "dislocated"})
_ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "compound"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Climber:
    """Walks up one tree.

    Attributes:
        stop: tokens of the cues around; what lies above belongs to another voice.
        attitude: what the innermost cue makes of its content; None for nothing.
    """

    tree: Tree
    words: Factuality
    stop: Set[int]
    attitude: CueKind | None = None

    def standing(self, i: int, depth: int = 0) -> Standing:
        """Return how token i stands in its voice."""
        own = own_standing(self.tree, i, self.words)
        head = self.tree.heads[i]
        if head == i or depth > 40:
            return own
        if head in self.stop or i in self.stop:
            return self._under_cue(own, i, head)
        base = self.tree.bases[i]
        if base == "conj":
            return self._coordinated(own, i, head, depth)
        if self.tree.marker(i) == "to" and base == "acl" and not self._signature(i, head):
            return _purpose(own)
        if base in _ENDS or self.tree.deps[i] == "acl:relcl":
            return own
        return self._governed(own, i, head, depth)

    def _under_cue(self, own: Standing, i: int, head: int) -> Standing:
        """Apply the attitude of the cue that governs i; "does not believe that" is belief of the contrary."""
        attitude = self.attitude
        if attitude is None:
            return _shift(own)
        raised = attitude.certainty != "certain" and head in self.stop and is_negated(self.tree, head, self.words)
        negative = own.negative ^ (attitude.polarity == "negative") ^ raised
        tense = own.tense if own.tense and self._is_finite(i) else (attitude.tense or own.tense)
        shifted = _shift(own)
        return Standing(negative, weaker(shifted.certainty, attitude.certainty), tense, own.condition)

    def _coordinated(self, own: Standing, i: int, first: int, depth: int) -> Standing:
        """Share what stands over the first conjunct, and its auxiliaries where this one has none of its own."""
        above = self.standing(first, depth + 1)
        alone = own_standing(self.tree, first, self.words)
        clause = bool(self.tree.kids(i, "nsubj")) or self._is_finite(i)
        if not clause or not self.tree.is_verbal(i):
            cc = {self.tree.words[c] for c in self.tree.kids(i, "cc")}
            negative = own.negative ^ (above.negative and "but" not in cc)
            tense = own.tense or above.tense
            return Standing(negative, weaker(own.certainty, above.certainty), tense, own.condition or above.condition)
        embedded = above if (above.certainty != alone.certainty or above.negative != alone.negative) else Standing()
        negative = own.negative ^ (above.negative ^ alone.negative)
        return Standing(negative, weaker(own.certainty, embedded.certainty), own.tense or above.tense, own.condition, own.shiftable)

    def _governed(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        tree = self.tree
        base = tree.bases[i]
        if base == "advcl" or (base == "acl" and not self._signature(i, head)):
            return self._adjunct(own, i, head, depth)
        signature = self._signature(i, head)
        periphrasis = self._periphrasis(i, head)
        if periphrasis:
            above = self.standing(head, depth + 1)
            return _joined(own, periphrasis, above, own.negative ^ above.negative)
        if signature:
            return self._apply(own, signature, i, head, depth)
        if base in _COMPLEMENTS or base in ("advmod", "amod"):
            above = self.standing(head, depth + 1)
            inherits = base != "ccomp"
            certainty = weaker(own.certainty, above.certainty) if inherits or above.certainty == "hypothetical" else own.certainty
            negative = own.negative ^ (above.negative and base == "xcomp")
            return Standing(
                negative, certainty, own.tense or above.tense, own.condition or above.condition, own.shiftable and base == "ccomp"
            )
        if base in _ARGUMENTS:
            return self._argument(own, i, head, depth)
        return own

    def _argument(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        """An event that fills a role: taken for granted where definite, else as its clause is."""
        above = self.standing(head, depth + 1)
        tense = own.tense or above.tense
        if self._is_definite(i) or (self.tree.bases[i] == "nmod" and above.certainty == "certain"):
            return Standing(own.negative, own.certainty, tense if above.certainty == "certain" else own.tense or "past", own.condition)
        negative = own.negative or (above.negative and self.tree.bases[i] in ("obj", "nsubj"))
        return Standing(negative, weaker(own.certainty, above.certainty), tense, own.condition or above.condition)

    def _adjunct(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        """A clause beside the main one: purposes are not so yet, the rest stands by itself."""
        tree = self.tree
        marker = tree.marker(i)
        if marker in self.words.purposes and not self._is_finite(i):
            return _purpose(own)
        above = self.standing(head, depth + 1)
        if tree.bases[i] == "acl":
            return Standing(own.negative, own.certainty, own.tense or above.tense, own.condition)
        if self._is_finite(i):
            later = marker in self.words.later and above.tense == "future"
            return Standing(own.negative, weaker(own.certainty, above.certainty) if later else own.certainty, own.tense, own.condition)
        certainty = weaker(own.certainty, above.certainty) if not marker else own.certainty
        return Standing(own.negative, certainty, own.tense or above.tense, own.condition)

    def _apply(self, own: Standing, signature: Signature, i: int, head: int, depth: int) -> Standing:
        above = self.standing(head, depth + 1)
        effect = signature.fails if above.negative else signature.holds
        shifted = _shift(own) if self.tree.bases[i] == "ccomp" else own
        floor = above.certainty if above.certainty != "certain" and not self._factive(signature) else "certain"
        negative = own.negative ^ effect.turns
        certainty = weaker(shifted.certainty, effect.certainty, floor)
        tense = own.tense if self._is_finite(i) and own.tense else (effect.tense or own.tense or above.tense)
        return Standing(negative, certainty, tense, own.condition or above.condition)

    @staticmethod
    def _factive(signature: Signature) -> bool:
        return signature.holds == signature.fails and signature.holds.certainty == "certain"

    def _signature(self, i: int, head: int) -> Signature | None:
        """Return what the governor's lexical entry makes of complements like i."""
        tree, base = self.tree, self.tree.bases[i]
        clausal = base in ("ccomp", "xcomp", "csubj", "acl", "advcl", "advmod")
        if not clausal and base not in _ARGUMENTS:
            return None
        if base == "nsubj" and tree.deps[i] != "nsubj:pass":
            return self._of_predicate(i, head)
        kind = ("that" if self._is_finite(i) else "infinitive") if clausal or tree.is_verbal(i) else "noun"
        marker = tree.marker(i)
        lemma = tree.lemmas[head]
        if tree.is_verbal(head) and tree.pos[head] != "AUX":
            particles = tree.kids(head, "compound:prt")
            lemma = (
                f"{lemma}_{tree.words[particles[0]]}"
                if particles and f"verb:{lemma}_{tree.words[particles[0]]}" in self.words.signatures
                else lemma
            )
            found = self.words.signature("verb", lemma, kind, marker)
            if found and base == "obl" and f"verb:{lemma}+{marker}" not in self.words.signatures:
                return None
            return found or self.words.signature("adjective", tree.words[head], kind, marker)
        if lemma == "be" and clausal:
            subjects = tree.kids(head, "nsubj")
            return self.words.signature("noun", tree.lemmas[subjects[0]], kind) if subjects else None
        if tree.pos[head] == "NOUN":
            if base == "nmod" and tree.deps[i] == "nmod:poss":
                return None
            return self.words.signature("noun", lemma, kind, marker)
        return self.words.signature("adjective", tree.words[head], kind, marker) if tree.pos[head] in ("ADJ", "ADV") else None

    def _of_predicate(self, i: int, head: int) -> Signature | None:
        """A subject of "is possible", "is likely": the predicate works on it."""
        if self.tree.pos[head] == "ADJ" and not self.tree.is_verbal(i):
            return self.words.signature("adjective", self.tree.words[head], "infinitive")
        return None

    def _periphrasis(self, i: int, head: int) -> Effect | None:
        """Return what "going to", "is to", "have to", "used to" make of an infinitive."""
        tree = self.tree
        if tree.bases[i] not in ("xcomp", "ccomp") or tree.marker(i) != "to":
            return None
        lemma, word = tree.lemmas[head], tree.words[head]
        if (lemma == "go" and tree.tags[head] == "VBG") or word == "about":
            past = any(tree.tags[a] == "VBD" for a in tree.kids(head, "aux", "cop"))
            return Effect(False, "hypothetical" if past else "certain", "future")
        if lemma == "be":
            return None if any(self._noun_signature(s) for s in tree.kids(head, "nsubj")) else Effect(False, "certain", "future")
        if lemma == "have":
            return Effect(False, "hypothetical", "future")
        if word == "used":
            return Effect(False, "certain", "past")
        return None

    def _noun_signature(self, i: int) -> bool:
        return f"noun:{self.tree.lemmas[i]}" in self.words.signatures

    def _is_finite(self, i: int) -> bool:
        tree = self.tree
        tags = {tree.tags[t] for t in (i, *tree.kids(i, "aux", "cop"))}
        return bool(tags & {"VBD", "VBZ", "VBP", "MD"})

    def _is_definite(self, i: int) -> bool:
        tree = self.tree
        if tree.kids(i, "nmod:poss") or tree.pos[i] == "PROPN":
            return True
        return any(tree.words[c] in _DEFINITE for c in tree.kids(i, "det"))


def _joined(own: Standing, effect: Effect, above: Standing, negative: bool) -> Standing:
    certainty = weaker(own.certainty, effect.certainty, above.certainty)
    return Standing(negative, certainty, effect.tense or own.tense or above.tense, own.condition or above.condition)


def _purpose(own: Standing) -> Standing:
    return Standing(own.negative, "hypothetical", "future", own.condition)


def _shift(own: Standing) -> Standing:
    """Read "would" as the future of a past saying."""
    if own.shiftable and own.certainty == "hypothetical":
        return Standing(own.negative, "certain", "future", own.condition)
    return own


def default_tense(tree: Tree, i: int) -> Tense:
    """Return the tense of the nearest finite governor; present where there is none."""
    for head in (i, *tree.ancestors(i)):
        tags = {tree.tags[t] for t in (head, *tree.kids(head, "aux", "cop"))}
        if "VBD" in tags or "VBN" in tags:
            return "past"
        if tags & {"VBZ", "VBP"}:
            return "present"
    return "present"
