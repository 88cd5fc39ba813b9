"""What the words above a word make of it: signatures of the lexicon, and the periphrases of English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.factuality.nouns import effects_on, is_founded, is_known, names_of
from dragoman.coding.factuality.spoken import is_said_to
from dragoman.coding.factuality.values import Standing
from dragoman.coding.lexicon.factuality import Factuality
from dragoman.coding.lexicon.signatures import Effect, Signature
from dragoman.coding.tree import ARGUMENTS, Tree
from dragoman.language.dashes import HYPHENS

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl", "advmod"})
_GOVERNED = _CLAUSAL | ARGUMENTS


@dataclass(frozen=True, slots=True)
class Governors:
    """Looks up governors in one tree."""

    tree: Tree
    words: Factuality

    def signature(self, i: int, head: int) -> Signature | None:
        """Return what the governor's lexical entry makes of complements like i."""
        tree, base = self.tree, self.tree.bases[i]
        told = tree.marker(i).startswith("to") or any(tree.tags[a] == "VB" for a in tree.kids(i, "aux", "cop"))
        bare = base == "xcomp" and not tree.is_verbal(i) and not told
        if base not in _GOVERNED or bare or (base == "obl" and self._is_partaken(i, head)):
            return None
        reduced = base == "acl" and not tree.is_finite(i)  # not "evidence that they *had attacked*"
        apart = (base == "acl" and self.is_timed(i)) or (base in ("ccomp", "xcomp") and self._is_choice(i))
        if apart or (reduced and (tree.tags[i] == "VBN" or (tree.tags[i] == "VBG" and not tree.marker(i)))):
            return None
        if base == "nsubj" and tree.deps[i] != "nsubj:pass":
            return self._of_predicate(i, head)
        if (tree.deps[i] == "nsubj:pass" and self._serves(head)) or self.has_purpose(i, head) or is_said_to(tree, i, head, self.words):
            return None
        kind = self._kind(i)
        is_being = tree.lemmas[head] == "be" and base in _CLAUSAL and (tree.pos[head] == "AUX" or tree.kids(head, "expl"))
        come = tree.lemmas[head] in self.words.arriving and base in _CLAUSAL and tree.marker(i).endswith("to")
        subjects = tree.kids(head, "nsubj") if is_being or come else []
        due = self.words.signature("noun", tree.lemmas[subjects[0]], kind) if subjects else None
        if is_being or due:  # "the aim is to leave", "the *time* has come to leave"
            return due
        if (tree.is_verbal(head) or tree.tags[head].startswith("VB")) and tree.pos[head] != "AUX":
            return self._of_verb(i, head, kind)
        if tree.pos[head] == "NOUN":
            return None if tree.deps[i] == "nmod:poss" else self._of_noun(i, head, kind)
        return self._of_adjective(i, head, kind) if tree.pos[head] in ("ADJ", "ADV") else None

    def is_timed(self, i: int) -> bool:
        """Tell a clause of time, which no noun asks for, whatever the parse hangs it on: "there will be no talks *until they leave*"."""
        marker = self.tree.marker(i)
        return (marker in self.words.later or marker in self.words.awaiting) and self.tree.is_finite(i)

    def raised(self, i: int, head: int) -> int | None:
        """Return the infinitive or participle of which a wanted thing is the subject: "wants *the talks* to resume"."""
        tree = self.tree
        if tree.bases[i] != "obj" or tree.is_verbal(i) or not tree.is_verbal(head):
            return None
        told = [c for c in tree.kids(head, "xcomp") if c > i and (tree.marker(c) == "to" or tree.tags[c] == "VBN") and tree.is_verbal(c)]
        found = self.words.signature("verb", tree.lemmas[head], "infinitive") if told else None
        return told[0] if found and found.name in ("wants", "expects") else None

    def of_subject(self, verb: int) -> Signature | None:
        """Return what an infinitive or participle makes of its subject, which it is the object of where it is a passive."""
        passive = self.tree.tags[verb] == "VBN"
        return self.words.signature("verb", self._name(verb), "noun" if passive else "subject")

    def _is_partaken(self, i: int, head: int) -> bool:
        """Tell what there is whoever has a part in it: "was not involved in *the talks*"."""
        return f"{self.tree.lemmas[head]} {self.tree.marker(i)}" in self.words.partaking and self.is_definite(i)

    def is_complement(self, i: int, head: int) -> bool:
        """Tell a clause that its governor asks for, though the tree hangs it as an adjunct: "glad to", "prevented from"."""
        tree = self.tree
        asked = tree.pos[head] == "ADJ" and (not tree.marker(i) or tree.marker(i) in self.words.asked)
        # "Discussed *working* together": the parse may take a bare gerund for a clause beside the verb.
        near = all(t in tree.kids(head, "compound:prt") for t in range(head + 1, i))
        beside = tree.tags[i] == "VBG" and not tree.marker(i) and i > head and near and not tree.kids(head, "obj")
        names = {f"verb:{self._name(head)}+{tree.marker(i)}", f"adjective:{tree.words[head]}+{tree.marker(i)}"}  # "interested *in*"
        return asked or beside or not names.isdisjoint(self.words.signatures)

    def _is_choice(self, i: int) -> bool:
        """Tell a question of what to do, which is open whatever is made of it: "has not decided *whether to leave*"."""
        tree = self.tree
        return tree.marker(i).partition("_")[0] in self.words.questions and tree.marker(i).endswith("_to") and not tree.is_finite(i)

    def _kind(self, i: int) -> str:
        if self.tree.bases[i] in _CLAUSAL or self.tree.is_verbal(i):
            return "that" if self.tree.is_finite(i) else "infinitive"
        return "noun"

    def _of_verb(self, i: int, head: int, kind: str) -> Signature | None:
        tree, marker = self.tree, self.tree.marker(i)
        lemma = self._name(head)
        gerund = kind == "infinitive" and tree.tags[i] == "VBG" and marker != "to"
        if lemma in self.words.sending and self.is_served(i, head):
            return None
        found = self.words.signature("verb", lemma, "gerund", marker) if gerund else None
        found = found or self._of_naming(i, head, kind) or self.words.signature("verb", lemma, kind, marker)
        if found and "noun" in found.of and found.fails.turns and not found.holds.turns and found.holds.certainty == "certain":
            found = self._of_object(i, head, kind) or found  # "issued *an order* to leave" leaves it open, "managed to leave" does not
        named = tree.tags[head] == "VBG" and marker == "of" and bool(tree.kids(head, "det"))  # "*the lifting of* sanctions"
        if found and not named and tree.bases[i] == "obl" and f"verb:{lemma}+{marker}" not in self.words.signatures:
            return None
        if found and found.holds.turns and kind == "noun" and tree.lemmas[i] in self.words.said:
            return None
        return found or self._shared(i, head, kind) or self._of_object(i, head, kind) or self._of_adjective(i, head, kind)

    def _of_naming(self, i: int, head: int, kind: str) -> Signature | None:
        """Return what a noun makes of what it is called beside a verb: "made *the release* a condition", "a goal of"."""
        tree = self.tree
        if kind != "noun" or tree.bases[i] != "obj":
            return None
        names = [c for c in tree.kids(head, "xcomp", "obj") if c > i and tree.pos[c] == "NOUN" and not tree.marker(c)]
        return next(filter(None, (self.words.signature("noun", tree.lemmas[c], "named") for c in names)), None)

    def is_served(self, i: int, head: int) -> bool:
        """Tell an act that is done by sending somebody to do it: "sent doctors *to help*"."""
        tree = self.tree
        return tree.lemmas[head] in self.words.sending and tree.lemmas[i] in self.words.served and tree.marker(i) == "to"

    def _name(self, verb: int) -> str:
        """Return the lemma of a verb, with its particle or bare object where the lexicon has the two as one: "take place"."""
        tree = self.tree
        beside = [tree.words[p] for p in tree.kids(verb, "compound:prt", "advmod")]
        beside += [tree.lemmas[o] for o in tree.kids(verb, "obj") if not tree.children[o]]
        names = (f"{tree.lemmas[verb]}_{word}" for word in beside)
        return next((name for name in names if f"verb:{name}" in self.words.signatures), tree.lemmas[verb])

    def _of_object(self, i: int, head: int, kind: str) -> Signature | None:
        """Return what the verb's object makes of an infinitive that the parse hangs on the verb: "announced its plans to leave"."""
        tree = self.tree
        if tree.bases[i] != "xcomp" or tree.marker(i) != "to":
            return None
        objects = [o for o in tree.kids(head, "obj") if o < i and tree.pos[o] == "NOUN"]
        return self.words.signature("noun", tree.lemmas[objects[0]], kind) if objects else None

    def _shared(self, i: int, head: int, kind: str) -> Signature | None:
        """Return what the first of two verbs makes of an object that they share: "to provide and speed up the aid"."""
        tree, first = self.tree, self.tree.heads[head]
        if kind != "noun" or tree.bases[i] != "obj" or tree.bases[head] != "conj" or tree.kids(first, "obj"):
            return None
        return self.words.signature("verb", tree.lemmas[first], kind) if tree.is_verbal(first) else None

    def _of_noun(self, i: int, head: int, kind: str) -> Signature | None:
        lemma, marker = self._whole(head), self.tree.marker(i)
        if marker in self.words.examples:
            return None
        before = self.words.signature("noun", lemma, "modifier") if self.tree.bases[i] == "compound" else None
        known = marker == "of" or f"noun:{lemma}+{marker}" in self.words.signatures
        bare = kind == "noun" and known and not self.tree.kids(i, "det", "nmod:poss") and self.tree.pos[i] == "NOUN"
        before = before or (self.words.signature("noun", lemma, "bare", marker) if bare else None)
        return before or self.words.signature("noun", lemma, kind, marker)

    def _whole(self, noun: int) -> str:
        """Return the lemma of a noun, with the part before its hyphen: "time-line"."""
        words = self.tree.words
        joined = noun > 1 and words[noun - 1] in HYPHENS and self.tree.heads[noun - 2] == noun
        return f"{self.tree.lemmas[noun - 2]}-{self.tree.lemmas[noun]}" if joined else self.tree.lemmas[noun]

    def has_lapsed(self, head: int) -> bool:
        """Tell what had been hoped or planned and did not come: "had hoped to meet", "we expected them to leave"."""
        tree = self.tree
        if tree.lemmas[head] not in self.words.lapsed or tree.kids(head, "nsubj:pass"):
            return False
        before = tree.tags[head] == "VBN" and any(tree.lemmas[a] == "have" and tree.tags[a] == "VBD" for a in tree.kids(head, "aux"))
        ours = tree.tags[head] == "VBD" and tree.has(head, self.words.performers, "nsubj")
        return before or ours

    def is_wished_for(self, noun: int) -> bool:
        """Tell words that nobody has said yet, since somebody wants or awaits them: "expects *assurances* that"."""
        head = self.tree.heads[noun]
        signature = self.signature(noun, head) if self.tree.bases[noun] in ("obj", "obl", "nmod") else None
        return signature is not None and signature.holds.certainty in ("hypothetical", "probable") and signature.past is None

    def is_failed(self, i: int, head: int) -> bool:
        """Tell what was tried in vain: "a failed bid to leave", "an attempt to leave failed"."""
        tree, above = self.tree, self.tree.heads[head]
        if tree.is_verbal(head) or tree.bases[i] != "acl" or tree.marker(i) != "to":
            return False
        vain = any(e.turns and e.certainty == "certain" for e in effects_on(tree, head, self.words, "amod"))
        fails = tree.bases[head] == "nsubj" and tree.lemmas[above] in self.words.failing and not tree.kids(above, "xcomp")
        return vain or (fails and tree.tags[above] in ("VBD", "VBN", "VBZ", "VBP"))

    def is_dealt_with(self, i: int, head: int) -> bool:
        """Tell what one has, or has not, to do with: "had nothing to do with the attack"."""
        tree = self.tree
        dealing = tree.lemmas[head] == "do" and tree.marker(head) == "to" and tree.marker(i) == "with"
        return dealing and tree.lemmas[tree.heads[head]] in self.words.dealings | {"have"}

    def is_definite(self, i: int) -> bool:
        """Tell what is spoken of as known, or is a name, and comes to be by no verb above it."""
        known = self.tree.pos[i] == "PROPN" or is_known(self.tree, i, self.words)
        return known and not is_founded(self.tree, i, self.words)

    def is_carried_out(self, i: int, head: int) -> bool:
        """Tell a killing that somebody ordered, and that is known: "ordered the murder of the editor"."""
        tree = self.tree
        if tree.lemmas[head] in self.words.planned and (tree.bases[i] != "obj" or tree.tags[head] == "VBG"):
            return False  # "is planning the attack", "the attack was planned for Monday"
        killing = tree.lemmas[i] in self.words.ordered and not tree.is_verbal(i) and tree.bases[i] in ("obj", "nsubj")
        return killing and tree.lemmas[head] in self.words.ordering and tree.tags[head] in ("VBD", "VBN", "VBG")

    def is_unadopted(self, noun: int, standing: Standing) -> bool:
        """Tell a paper that nobody has adopted: one that is to come, that somebody rejects, or a draft."""
        tree, head = self.tree, self.tree.heads[noun]
        if tree.is_verbal(noun) or self.words.signature("noun", tree.lemmas[noun], "modifier") is None:
            return False
        rejected = tree.bases[noun] in ("obj", "nsubj") and names_of(tree, head, "advmod") & self.words.rejecting
        draft = tree.has(noun, self.words.unadopted, "amod", "compound")
        return bool(rejected) or draft or standing.negative or standing.certainty == "hypothetical"

    def _of_adjective(self, i: int, head: int, kind: str) -> Signature | None:
        tree = self.tree
        made = tree.bases[head] == "xcomp" and f"verb:{tree.lemmas[tree.heads[head]]}_{tree.words[head]}"
        if made and made in self.words.signatures:  # "make sure that they leave"
            return self.words.signature("verb", made.removeprefix("verb:"), kind)
        bare = kind == "noun" and tree.bases[head] != "amod" and not self.is_definite(i)  # not "a source *close to* negotiations"
        found = self.words.signature("adjective", tree.words[head], "bare", tree.marker(i)) if bare else None
        return found or self.words.signature("adjective", tree.words[head], kind, tree.marker(i))

    def _serves(self, head: int) -> bool:
        """Tell "was intended to calm": what is meant for something is there already."""
        aimed = self.tree.lemmas[head] in self.words.aimed
        return aimed and any(self.tree.marker(c) == "to" for c in self.tree.kids(head, "xcomp", "advcl", "ccomp"))

    def has_purpose(self, i: int, head: int) -> bool:
        """Tell the subject of "was to prevent an attack", though the parse may call it an object."""
        tree = self.tree
        before = tree.bases[i] in ("nsubj", "obj") and tree.marker(head) == "to"
        return before and any(i < c < head for c in tree.kids(head, "cop"))

    def singles_out(self, i: int, head: int) -> bool:
        """Tell "the first to call", "the last leader to leave": whoever is so called did it."""
        tree = self.tree
        near = [head, *tree.kids(head, "amod", "nummod")]
        singled = not tree.is_verbal(head) and any(tree.words[t] in self.words.singled or _ORDINAL.fullmatch(tree.words[t]) for t in near)
        return singled and tree.marker(i) == "to" and not self.signature(i, head)

    def _of_predicate(self, i: int, head: int) -> Signature | None:
        """A subject of "is possible", "is likely", "could resume": the predicate works on it."""
        if self.tree.is_verbal(i):
            return None
        if self.tree.pos[head] == "ADJ":
            judged = self.tree.words[head] in self.words.judged and is_known(self.tree, i, self.words)
            return None if judged else self.words.signature("adjective", self.tree.words[head], "infinitive")
        return self.words.signature("verb", self._name(head), "subject")

    def is_judged(self, i: int, head: int, signature: Signature) -> bool:
        """Tell what is judged by an adjective that else is said of what is to come: "it is important that we *came*"."""
        judged = self.tree.pos[head] == "ADJ" and signature.holds.certainty == "hypothetical" and self.tree.marker(i) == "that"
        return judged and self.tree.is_finite(i)

    def periphrasis(self, i: int, head: int) -> Effect | None:
        """Return what "going to", "is to", "have to", "used to" make of an infinitive."""
        tree = self.tree
        if tree.bases[i] not in ("xcomp", "ccomp") or tree.marker(i) != "to":
            return None
        lemma, word = tree.lemmas[head], tree.words[head]
        if (lemma == "go" and tree.tags[head] == "VBG") or word == "about":
            past = any(tree.tags[a] == "VBD" for a in tree.kids(head, "aux", "cop"))
            return Effect(False, "hypothetical" if past else "certain", "future")
        if lemma in ("be", "have") and any(tree.has(t, self.words.unfinished, "advmod") for t in (head, i)):
            return Effect(False, "hypothetical", "future")  # "has yet to leave"
        if lemma == "be":
            planned = any(f"noun:{tree.lemmas[s]}" in self.words.signatures for s in tree.kids(head, "nsubj"))
            return None if planned else Effect(False, "certain", "future")
        if lemma == "have":
            return Effect(False, "certain", "past") if self._is_past(head) else Effect(False, "hypothetical", "future")
        return Effect(False, "certain", "past") if word == "used" else None

    def _is_past(self, i: int) -> bool:
        """Tell "had to", "has had to": what had to be done was done."""
        auxiliaries = self.tree.kids(i, "aux")
        perfect = self.tree.is_perfect(i) and all(self.tree.tags[a] != "MD" for a in auxiliaries)
        return perfect or (not auxiliaries and self.tree.tags[i] == "VBD")
