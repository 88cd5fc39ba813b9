"""Slots of clauses that hang on a noun: participles, gerunds and relatives without a relative word, which the noun has a part in."""

from __future__ import annotations

from dragoman.coding.frames.fillers import Fillers
from dragoman.coding.frames.nominal_slots import NominalSlots
from dragoman.coding.frames.rejected import rejecting

_CONTENT = frozenset({"of", "in"})  # before what a noun of mind or deed is about


class DescribedSlots(NominalSlots):
    """Gives the verbs of such clauses the noun, or who stands with it."""

    def _antecedent(self, i: int, passive: bool, found: Fillers) -> None:
        """Give participles and gapped relatives the noun that they modify."""
        tree, dep, head = self.tree, self.tree.deps[i], self.tree.heads[i]
        if dep == "acl:relcl":
            opening = (t for t in tree.subtree(i) if t < i and tree.pos[t] in ("PRON", "ADV", "SCONJ"))
            gap = not any(tree.words[t] in self.grammar.relative for t in opening)
            if gap and found.has("subject") and not passive and not found.has("object") and not found.has("clause"):
                found.put("object", head)
        elif dep == "amod":
            found.put("attributive", head)
            if tree.tags[i] == "VBN":
                found.put("object", head)
                for c in tree.kids(i, "obl:unmarked", "compound", "obl:agent", "nmod", "nmod:unmarked", "advmod", "amod"):
                    if c < i and tree.pos[c] in ("PROPN", "NOUN", "ADJ") and tree.marker(c) in ("", "by"):
                        found.take("unmarked")
                        found.put("subject", c)
            elif tree.tags[i] == "VBG":
                found.put("subject", head)
                found.put("object", *(c for c in tree.kids(i, "compound", "obl:unmarked") if c < i))  # "*rebel*-backing states"
        elif dep == "acl":
            if passive:
                ousted = (c for c in tree.kids(i, "obl", "nmod") if i < c and any(t < i for t in tree.kids(c, "case")))  # "of *ousted* Ali"
                found.put("_passive", *(self._appearing(i, head) or tuple(ousted) or (head,)))
            elif tree.tags[i] == "VBG" and not found.has("subject"):  # "support for *Chad* joining" is not of the support
                found.put("subject", *(self._issuer(head) or self._nearer(i, head) or self._intending(i, head) or (head,)))
                found.put("addressee", *self._addressee(head))

    def _nearer(self, i: int, noun: int) -> tuple[int, ...]:
        """Return who does what a gerund after a noun tells: "held *him* in contempt for refusing", "support for *Chad* joining"."""
        tree = self.tree
        if tree.bases[noun] == "obl" and tree.lemmas[noun] in self.grammar.custody and tree.marker(i) == "for":
            return self.slots(tree.heads[noun]).get("object")
        if tree.bases[noun] == "obl" and f"{tree.lemmas[tree.heads[noun]]} {tree.marker(i)}" in self.grammar.charging:
            return self.slots(tree.heads[noun]).get("object")  # "accused *him* in court of lying"
        return tuple(c for c in tree.kids(noun, "nmod") if tree.marker(c) == "for" and tree.edges(c)[1] == i - 1)

    def _appearing(self, i: int, place: int) -> tuple[int, ...]:
        """Return who appears where a participle hangs on the place: "*he* appeared in court charged with theft"."""
        tree, verb = self.tree, self.tree.heads[place]
        if tree.bases[place] != "obl" or tree.lemmas[verb] not in self.grammar.appearing:
            return ()
        with_what = any(tree.marker(c) in ("with", "of") for c in tree.children[i])
        return self.slots(verb).get("subject") if with_what else ()

    def _addressee(self, noun: int) -> tuple[int, ...]:
        """Return to whom a paper is sent: "sent *Chad* a letter", "a letter to *Chad*"; nobody of other nouns."""
        tree, verb = self.tree, self.tree.heads[noun]
        if tree.lemmas[noun] not in self.grammar.papers:
            return ()
        own = tuple(c for c in tree.kids(noun, "nmod") if tree.marker(c) == "to")
        if own or tree.deps[noun] != "obj" or not tree.is_verbal(verb):
            return own
        return self.slots(verb).get("indirect") or self.slots(verb).get("to")

    def _issuer(self, noun: int) -> tuple[int, ...]:
        """Return who issues a paper: the subject of the verb whose object it is, or whose it is; nobody of other nouns."""
        tree = self.tree
        if tree.lemmas[noun] not in self.grammar.papers:
            return ()
        own = tree.kids(noun, "nmod:poss") or [c for c in tree.kids(noun, "nmod") if tree.marker(c) in ("by", "from", "of")]
        verb = tree.heads[noun]
        if own or tree.deps[noun] not in ("obj", "obl") or not tree.is_verbal(verb) or verb == noun:
            return tuple(own)
        if rejecting(tree, self.grammar, noun) is not None:
            return ()
        return self.slots(verb).get("subject")

    def _intending(self, i: int, noun: int) -> tuple[int, ...]:
        """Return whose intention, habit or success it is to do what a gerund after "of" or "in" tells: "*Chad* has no plan of invading"."""
        tree, mark = self.tree, self.tree.marker(i)
        if mark not in _CONTENT or f"{tree.lemmas[tree.heads[noun]]} {mark}" in self.grammar.charging:
            return ()
        return self.owner(noun)
