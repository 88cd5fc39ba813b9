"""From a word up the tree: what each governor makes of what it governs."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from dragoman.claims import Tense
from dragoman.coding.factuality.adjuncts import adjunct, purpose
from dragoman.coding.factuality.alone import fixed, waiting
from dragoman.coding.factuality.attempts import attempt_of, main_of, tried
from dragoman.coding.factuality.conditions import is_protasis, is_shifted
from dragoman.coding.factuality.cued import cue_over, under_cue
from dragoman.coding.factuality.governors import Governors
from dragoman.coding.factuality.negation import is_negated, is_negative_phrase
from dragoman.coding.factuality.nouns import is_done, is_undertaking
from dragoman.coding.factuality.refuted import refuted
from dragoman.coding.factuality.values import Standing, joined, shifted_back, weaker
from dragoman.coding.factuality.words import own_standing
from dragoman.coding.factuality.would import is_imagined, said_back
from dragoman.coding.lexicon.cues import CueKind
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.signatures import Signature
from dragoman.coding.tree import ARGUMENTS, Tree

_ENDS = frozenset({"parataxis", "appos", "list", "dep", "discourse", "vocative", "root", "ROOT", "orphan", "dislocated"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj"})


@dataclass(frozen=True)
class Climber:
    """Walks up one tree.

    Attributes:
        stop: tokens of the cues around; what lies above belongs to another voice.
        attitude: what the innermost cue makes of its content; None for nothing.
        lasting: what is looked at is a relation, which nobody has by trying ("tried to *seize power*" is a coup, and no rule).
    """

    tree: Tree
    words: Factuality
    stop: Set[int]
    attitude: CueKind | None = None
    lasting: bool = False

    @cached_property
    def governors(self) -> Governors:
        """What the words above a token make of it."""
        return Governors(self.tree, self.words)

    def standing(self, i: int, depth: int = 0) -> Standing:
        """Return how token i stands in its voice."""
        own = own_standing(self.tree, i, self.words, cues=self.stop)
        head = self.tree.heads[i]
        if head == i or depth > 40:
            return own
        anyhow = (
            refuted(self.tree, own, i, self.words)
            or self._tried(own, i, depth)
            or fixed(self.governors, own, (i, head), self.stop, self._free)
            or waiting(self.tree, own, i, self.words)
        )
        if anyhow:
            return anyhow
        cue = cue_over(self.governors, i, head, self.stop, self.attitude)
        if cue is not None:
            return under_cue(self.governors, own, (i, cue), self.stop, self.attitude, self._free)
        base = self.tree.bases[i]
        beside = self._beside(i, head) if base == "conj" else None
        if beside is not None and (shared := self.governors.signature(beside, head)):
            return self._apply(own, shared, beside, head, depth)
        if base == "conj":
            return self._coordinated(own, i, head, depth)
        infinitive = base in ("acl", "advcl", "xcomp") and self.tree.marker(i) == "to" and not self.tree.is_finite(i)  # not "who *is* to"
        if infinitive and not self.governors.signature(i, head):
            above = self.standing(head, depth + 1)
            if self.governors.singles_out(i, head):
                return Standing(own.negative, above.certainty, above.tense, above.condition)
            if base == "acl":
                return purpose(self.tree, self.words, own, above, i, head)
        return self._above(own, i, head, depth)

    def _free(self, i: int, stop: Set[int]) -> Standing:
        """Return how a token stands whose climb ends at other cues."""
        return Climber(self.tree, self.words, stop).standing(i)

    def _above(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        """Return how something stands below a governor that is neither a cue nor what it is joined to."""
        if is_imagined(self.tree, i, head, self.words):
            return Standing(own.negative, "hypothetical", "future", own.condition)
        if self.tree.deps[i] == "acl:relcl":
            return self._related(own, head, depth)
        raised = self.governors.raised(i, head)
        if raised is not None:
            return self._raised(own, i, raised, depth)
        return own if self.tree.bases[i] in _ENDS else self._governed(own, i, head, depth)

    def _tried(self, own: Standing, i: int, depth: int) -> Standing | None:
        """Return how an act stands that is one once it is tried, as trying to kill somebody is."""
        word = None if self.lasting and not depth else attempt_of(self.tree, i, self.words)
        if word is None or word in self.stop:
            return None
        return tried(own, self.standing(word, depth + 1))

    def _related(self, own: Standing, noun: int, depth: int) -> Standing:
        """A relative clause stands by itself, but for those of whom it is said that there are such, or who need not be there.

        "There may be states that will refuse", "there is nobody who attacked", "whoever attacks".
        """
        tree, head = self.tree, self.tree.heads[noun]
        if depth < 40 and head != noun and tree.kids(head, "expl") and tree.lemmas[head] == "be":
            above = self.standing(head, depth + 1)
            return Standing(own.negative ^ above.negative, weaker(own.certainty, above.certainty), own.tense, own.condition)
        if tree.lemmas[noun] == "time" and tree.kids(noun, "expl") and own.tense == "past":
            return Standing(own.negative, "hypothetical", "future", own.condition)  # "it is high time that they left"
        if own.tense == "present" and head != noun and depth < 40 and is_undertaking(tree, noun, self.words):
            # "Hopes for an agreement that leads to peace": what one that is not there yet does, it does not do yet.
            above = self.standing(noun, depth + 1)
            return Standing(own.negative, weaker(own.certainty, above.certainty), own.tense, own.condition)
        if tree.words[noun] in self.words.unspecific or tree.has(noun, self.words.unspecific, "det"):
            above = self.standing(noun, depth + 1) if head != noun else own
            told = above.certainty == "certain" and above.tense != "future" and not above.negative
            return own if told and own.tense == "past" else Standing(own.negative, "hypothetical", own.tense, own.condition)
        return own

    def _beside(self, i: int, verb: int) -> int | None:
        """Return the object that a noun stands beside, where the parse joins the noun to its verb: "wants peace and a vote"."""
        tree = self.tree
        if tree.pos[i] != "NOUN" or not tree.is_verbal(verb) or tree.kids(i, "nsubj", "cop"):
            return None
        before = [c for c in tree.kids(verb, "obj", "obl") if verb < c < i]
        return before[-1] if before else None

    def _coordinated(self, own: Standing, i: int, first: int, depth: int) -> Standing:
        """Share what stands over the first conjunct, and its auxiliaries where this one has none of its own."""
        above = self.standing(first, depth + 1)
        alone = own_standing(self.tree, first, self.words, cues=self.stop)
        if own.shiftable and alone.shiftable and above.certainty == "certain":
            own = shifted_back(own)  # "said that Chad *would* leave and Mali *would* stay"
        predicate = self.tree.is_verbal(i) or self.tree.kids(i, "cop")
        if not predicate or not (self.tree.kids(i, "nsubj") or self.tree.is_finite(i)):
            cc = {self.tree.words[c] for c in self.tree.kids(i, "cc")}
            negative = own.negative ^ (above.negative and "but" not in cc and not (own.negative and "nor" in cc))
            tense = own.tense or above.tense
            return Standing(negative, weaker(own.certainty, above.certainty), tense, own.condition or above.condition)
        if alone.condition and alone.condition[1] <= first and own.tense == alone.tense == "future":  # "if A leaves, B will and C will"
            return Standing(own.negative, weaker(own.certainty, alone.certainty), own.tense, own.condition or alone.condition)
        if alone.tense == "future" and own.tense == "past" and is_shifted(self.tree, first, self.words):
            own = Standing(own.negative, own.certainty, "future", own.condition)  # "would talk if they left and *freed* them"
        apart = above.certainty != alone.certainty or above.negative != alone.negative
        embedded = above if apart or is_protasis(self.tree, first, self.words) else Standing()
        negative = own.negative ^ (above.negative ^ alone.negative)
        return Standing(negative, weaker(own.certainty, embedded.certainty), own.tense or above.tense, own.condition, own.shiftable)

    def _governed(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        tree = self.tree
        base = tree.bases[i]
        signature = self.governors.signature(i, head)
        if (base == "advcl" and not (signature and self.governors.is_complement(i, head))) or (base == "acl" and not signature):
            return adjunct(self.governors, own, self.standing(main_of(tree, i, head, self.words), depth + 1), i, head)
        if base in ("ccomp", "csubj") and tree.is_question(i) and tree.is_finite(i):  # "would not say what happened"
            return said_back(tree, own, i, head, self.words)
        if base == "amod":
            return own
        periphrasis = self.governors.periphrasis(i, head)
        if periphrasis:
            above = self.standing(head, depth + 1)
            return joined(own, periphrasis, above, own.negative ^ above.negative)
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
        if base in ARGUMENTS:
            return self._argument(own, i, head, depth)
        return own

    def _raised(self, own: Standing, i: int, told: int, depth: int) -> Standing:
        """Return how something stands of which somebody wants or awaits something: "wants *the ban* lifted", "wants *talks* to resume"."""
        signature = self.governors.of_subject(told)
        if signature:
            return self._apply(own, signature, i, told, depth)
        if self.governors.is_definite(i):
            return Standing(own.negative, own.certainty, own.tense or "present", own.condition)
        above = self.standing(told, depth + 1)
        return Standing(own.negative, weaker(own.certainty, above.certainty), own.tense or above.tense, own.condition or above.condition)

    def _led_up(self, i: int, head: int) -> bool:
        """Tell whether an event came before what was agreed or decided: "agreed to free them *after talks* in Oslo"."""
        tree, words = self.tree, self.words
        before = tree.marker(i) in words.preceding and tree.lemmas[i] in words.leading_up
        return before and tree.bases[head] == "xcomp" and tree.lemmas[tree.heads[head]] in words.settled | words.offering

    def _argument(self, own: Standing, i: int, head: int, depth: int) -> Standing:
        """An event that fills a role: taken for granted where definite, else as its clause is."""
        if self._led_up(i, head):
            return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
        above = self.standing(head, depth + 1)
        first = above.tense != "future" or self.tree.bases[i] == "nmod"  # "a vote following the resignation of the premier"
        over = self.tree.marker(i) in self.words.preceding and first and above.certainty == "certain"
        tense = own.tense or ("past" if over else above.tense)
        if self.governors.has_purpose(i, head):
            # "The raid was to prevent an attack": what has a purpose is there.
            return Standing(own.negative, own.certainty, own.tense or self._of_copula(head), own.condition)
        if self.tree.marker(i) in self.words.settings and not is_negated(self.tree, i, self.words):
            return Standing(
                own.negative, own.certainty, own.tense or ("past" if above.certainty != "certain" else above.tense), own.condition
            )
        known = self.governors.is_definite(i)
        if known and above.tense == "future" and self._is_over(i):
            return Standing(own.negative, own.certainty, own.tense or "past", own.condition)
        if known and above.tense == "future" and above.certainty == "certain" and self._is_part(i):
            # "Will publish details of the investigation": what something is of is there.
            return Standing(own.negative, own.certainty, own.tense or "present", own.condition)
        if known or (self.tree.bases[i] == "nmod" and above.certainty == "certain"):
            return Standing(own.negative, own.certainty, tense if above.certainty == "certain" else own.tense, own.condition)
        negative = own.negative or (above.negative and self.tree.bases[i] in ("obj", "nsubj"))
        return Standing(negative, weaker(own.certainty, above.certainty), tense, own.condition or above.condition)

    def _is_over(self, i: int) -> bool:
        """Tell of a known event that it will have some effect, or be answered: "*the attack* will deepen the crisis"."""
        over = is_done(self.tree, i, self.words) and not self.tree.kids(i, "nmod:poss")
        effect = self.tree.deps[i] == "nsubj" and bool(self.tree.kids(self.tree.heads[i], "obj"))
        return over and (effect or (self.tree.bases[i] == "obl" and self.tree.marker(i) in self.words.resting))

    def _is_part(self, i: int) -> bool:
        """Tell what something is of, and that does not itself have yet to come: "details of the *inquiry*"."""
        tree, words = self.tree, self.words
        of = tree.bases[i] == "nmod" and tree.marker(i) == "of" and tree.pos[i] == "NOUN"
        return of and all(tree.lemmas[i] not in coming for coming in (words.announced, words.discussed, words.agreed))

    def _of_copula(self, head: int) -> Tense:
        return "past" if any(self.tree.tags[c] == "VBD" for c in self.tree.kids(head, "cop")) else "present"

    def _apply(self, own: Standing, signature: Signature, i: int, head: int, depth: int) -> Standing:
        above = self.standing(head, depth + 1)
        # In "launched no attack" one negation stands over both words, and is the noun's own.
        shared = own.negative and self.tree.bases[i] in ARGUMENTS and is_negative_phrase(self.tree, i, self.words)
        denied = above.negative ^ shared
        if self.governors.is_judged(i, head, signature) and own.tense == "past":
            return Standing(own.negative, own.certainty, own.tense, own.condition)
        effect = signature.fails if denied else signature.holds
        over = above.tense == "past" or (above.tense == "present" and self.tree.lemmas[head] in self.words.told_now)
        if signature.past and not denied and over:
            effect = signature.past
        shifted = said_back(self.tree, own, i, head, self.words) if self.tree.bases[i] == "ccomp" else own
        floor = above.certainty if above.certainty != "certain" and not self._factive(signature) else "certain"
        negative = own.negative ^ effect.turns
        certainty = weaker(shifted.certainty, effect.certainty, floor, "hypothetical" if self.governors.has_lapsed(head) else "certain")
        # What is taken for granted by what is yet to come is there already: "to ease the tension".
        before = "present" if above.tense == "future" and self._factive(signature) else above.tense
        awaited = effect.tense == "future" and own.tense == "present"  # "to make sure that they leave"
        tense = own.tense if self.tree.is_finite(i) and own.tense and not awaited else (effect.tense or own.tense or before)
        condition = own.condition or (None if self._factive(signature) else above.condition)
        return Standing(negative, certainty, tense, condition)

    @staticmethod
    def _factive(signature: Signature) -> bool:
        return signature.holds == signature.fails and signature.holds.certainty == "certain" and signature.past is None
