"""What the words above a word make of it: signatures of the lexicon, and the periphrases of English."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.lexicon.factuality import Effect, Factuality, Signature
from dragoman.coding.tree import Tree

_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl", "advmod"})
_ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Governors:
    """Looks up governors in one tree."""

    tree: Tree
    words: Factuality

    def signature(self, i: int, head: int) -> Signature | None:
        """Return what the governor's lexical entry makes of complements like i."""
        tree, base = self.tree, self.tree.bases[i]
        if base not in _CLAUSAL | _ARGUMENTS or (base == "xcomp" and not tree.is_verbal(i) and tree.marker(i) != "to"):
            return None
        if base == "acl" and tree.tags[i] == "VBN":
            return None
        if base == "nsubj" and tree.deps[i] != "nsubj:pass":
            return self._of_predicate(i, head)
        if tree.deps[i] == "nsubj:pass" and self._serves(head):
            return None
        kind = self._kind(i)
        if tree.is_verbal(head) and tree.pos[head] != "AUX":
            return self._of_verb(i, head, kind)
        if tree.lemmas[head] == "be" and base in _CLAUSAL:
            subjects = tree.kids(head, "nsubj")
            return self.words.signature("noun", tree.lemmas[subjects[0]], kind) if subjects else None
        if tree.pos[head] == "NOUN":
            return None if tree.deps[i] == "nmod:poss" else self._of_noun(i, head, kind)
        return self._of_adjective(i, head, kind) if tree.pos[head] in ("ADJ", "ADV") else None

    def is_complement(self, i: int, head: int) -> bool:
        """Tell a clause that its governor asks for, though the tree hangs it as an adjunct: "glad to", "prevented from"."""
        tree = self.tree
        asked = tree.pos[head] == "ADJ" and tree.marker(i) in ("", "to", "for", "that", "whether", "if", "about", "of")
        return asked or f"verb:{tree.lemmas[head]}+{tree.marker(i)}" in self.words.signatures

    def _kind(self, i: int) -> str:
        if self.tree.bases[i] in _CLAUSAL or self.tree.is_verbal(i):
            return "that" if is_finite(self.tree, i) else "infinitive"
        return "noun"

    def _of_verb(self, i: int, head: int, kind: str) -> Signature | None:
        tree, marker = self.tree, self.tree.marker(i)
        particles = [f"{tree.lemmas[head]}_{tree.words[p]}" for p in tree.kids(head, "compound:prt")]
        lemma = next((p for p in particles if f"verb:{p}" in self.words.signatures), tree.lemmas[head])
        gerund = kind == "infinitive" and tree.tags[i] == "VBG" and marker != "to"
        found = self.words.signature("verb", lemma, "gerund", marker) if gerund else None
        found = found or self.words.signature("verb", lemma, kind, marker)
        if found and tree.bases[i] == "obl" and f"verb:{lemma}+{marker}" not in self.words.signatures:
            return None
        return found or self._of_adjective(i, head, kind)

    def _of_noun(self, i: int, head: int, kind: str) -> Signature | None:
        lemma, marker = self.tree.lemmas[head], self.tree.marker(i)
        before = self.words.signature("noun", lemma, "modifier") if self.tree.bases[i] == "compound" else None
        return before or self.words.signature("noun", lemma, kind, marker)

    def _of_adjective(self, i: int, head: int, kind: str) -> Signature | None:
        return self.words.signature("adjective", self.tree.words[head], kind, self.tree.marker(i))

    def _serves(self, head: int) -> bool:
        """Tell "was intended to calm": what is meant for something is there already."""
        aimed = self.tree.lemmas[head] in self.words.aimed
        return aimed and any(self.tree.marker(c) == "to" for c in self.tree.kids(head, "xcomp", "advcl", "ccomp"))

    def singles_out(self, i: int, head: int) -> bool:
        """Tell "the first to call", "the last leader to leave": whoever is so called did it."""
        tree = self.tree
        near = [head, *tree.kids(head, "amod", "nummod")]
        singled = not tree.is_verbal(head) and any(tree.words[t] in self.words.singled for t in near)
        return singled and tree.marker(i) == "to" and not self.signature(i, head)

    def _of_predicate(self, i: int, head: int) -> Signature | None:
        """A subject of "is possible", "is likely": the predicate works on it."""
        if self.tree.pos[head] == "ADJ" and not self.tree.is_verbal(i):
            return self.words.signature("adjective", self.tree.words[head], "infinitive")
        return None

    def periphrasis(self, i: int, head: int) -> Effect | None:
        """Return what "going to", "is to", "have to", "used to" make of an infinitive."""
        tree = self.tree
        if tree.bases[i] not in ("xcomp", "ccomp") or tree.marker(i) != "to":
            return None
        lemma, word = tree.lemmas[head], tree.words[head]
        if (lemma == "go" and tree.tags[head] == "VBG") or word == "about":
            past = any(tree.tags[a] == "VBD" for a in tree.kids(head, "aux", "cop"))
            return Effect(False, "hypothetical" if past else "certain", "future")
        if lemma == "be":
            planned = any(f"noun:{tree.lemmas[s]}" in self.words.signatures for s in tree.kids(head, "nsubj"))
            return None if planned else Effect(False, "certain", "future")
        if lemma == "have":
            return Effect(False, "certain", "past") if self._is_past(head) else Effect(False, "hypothetical", "future")
        return Effect(False, "certain", "past") if word == "used" else None

    def _is_past(self, i: int) -> bool:
        """Tell "had to", "has had to": what had to be done was done."""
        auxiliaries = self.tree.kids(i, "aux")
        perfect = any(self.tree.lemmas[a] == "have" for a in auxiliaries) and all(self.tree.tags[a] != "MD" for a in auxiliaries)
        return perfect or (not auxiliaries and self.tree.tags[i] == "VBD")


def is_question(tree: Tree, i: int) -> bool:
    """Tell an embedded question that takes its answer for granted: "would not say what happened"."""
    return any(tree.tags[c] in ("WP", "WRB", "WDT") and c < i for c in tree.children[i]) and is_finite(tree, i)


def is_finite(tree: Tree, i: int) -> bool:
    """Tell a finite clause or verb."""
    tags = {tree.tags[t] for t in (i, *tree.kids(i, "aux", "cop"))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})
