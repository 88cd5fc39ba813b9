"""Slots of nouns of action and adjectives: their parties stand around them, or with the verb that supports them."""

from __future__ import annotations

from dragoman.coding.frames import verbs
from dragoman.coding.frames.fillers import Fillers, Grammar, Slots
from dragoman.coding.tree import Tree

_CLAUSAL_PARENT = frozenset({"advcl", "xcomp", "ccomp", "acl", "conj", "parataxis"})
_STRUCK = frozenset({"of", "on", "at", "in", "against", "near", "outside", "inside"})
_PARTIES = ("subject", "possessor", "between", "among", "of", "by", "against")
_CORE = frozenset({"subject", "object", "indirect", "clause", "infinitive", "gerund", "predicative", "particle", "adverbial"})


class NominalSlots:
    """Reads the slots of what is no verb; who reads those of verbs is its heir.

    Attributes:
        tree: the syntax.
        grammar: the words that matter.
    """

    tree: Tree
    grammar: Grammar

    def slots(self, i: int) -> Slots:
        """Return the slots of any token."""
        raise NotImplementedError

    def _resolve_relative(self, i: int, c: int) -> int:
        """Return the antecedent where child c of i is a relative pronoun, else c."""
        tree = self.tree
        if tree.words[c] not in self.grammar.relative or tree.pos[c] not in ("PRON", "SCONJ", "ADV"):
            return verbs.named(tree, self.grammar, c) or c
        for a in (i, *tree.ancestors(i)):
            if tree.deps[a] == "acl:relcl":
                return self._harming(a, c) or tree.heads[a]
            if tree.bases[a] not in _CLAUSAL_PARENT and tree.deps[a] not in ("cop", "aux"):
                break
        return c

    def _harming(self, verb: int, pronoun: int) -> int | None:
        """Return the attack on what a clause of harm hangs on: "the *bombing* of a clinic *that* killed two", which the clinic did not."""
        tree, t = self.tree, self.tree.heads[verb]
        attack = tree.heads[t]
        harmed = tree.bases[t] == "nmod" and tree.marker(t) in _STRUCK and tree.lemmas[attack] in self.grammar.harmful
        said = tree.words[pronoun] in ("that", "which") and tree.deps[pronoun] == "nsubj" and tree.lemmas[verb] in self.grammar.harming
        return attack if harmed and said and not tree.is_passive(verb) else None

    def _noun(self, i: int) -> Slots:
        tree, found = self.tree, Fillers()
        for c in tree.children[i]:
            self._noun_child(i, c, found)
        self._selves(i, found)
        if tree.lemmas[i] in self.grammar.alleging and not found.has("from"):  # "allegations of abuse *from X*"
            found.put("from", *(t for c in found.get("of") for t in tree.kids(c, "nmod") if tree.marker(t) == "from"))
        if tree.lemmas[i] in self.grammar.assailing and not found.has("subject"):
            self._assailant(found)
        support = self._support(i, found)
        if not found.has("subject"):
            found.put("subject", *self._laid_on(i))
        if not any(found.has(slot) for slot in _PARTIES):
            found.put("around", *self._around(i, beside=found.has("with")))
        return Slots(found.frozen(), support=support)

    def _assailant(self, found: Fillers) -> None:
        """Read the "of" of an attack as who attacks where an "on" says whom: "the attacks *of rebels* on the town"."""
        tree, said = self.tree, [c for c in found.get("of") if self.tree.doc[c].ent_type_ != "DATE"]
        below = [
            t for c in said for t in tree.kids(c, "nmod") if tree.pos[c] == tree.pos[t] == "PROPN" and tree.marker(t) in ("on", "against")
        ]
        if not said or not (below or found.has("on") or found.has("against")):
            return
        dates = [c for c in found.take("of") if c not in said]
        found.put("of", *dates)
        found.put("subject", *said)
        found.put("on", *below)

    def _laid_on(self, i: int) -> list[int]:
        """Return on whom somebody lays what a noun names: "blamed the *attack* on X", "an *attack* blamed on X"."""
        tree, noun = self.tree, self._count_of(i)
        laying = [tree.heads[noun]] if tree.deps[noun] in ("obj", "nsubj:pass") else []
        laying += [v for v in tree.kids(noun, "acl") if tree.is_passive(v)]
        laying += [
            v
            for v in tree.kids(noun, "acl:relcl")
            if any(tree.words[c] in self.grammar.relative for c in tree.kids(v, "obj", "nsubj:pass"))
        ]
        return [c for v in laying for c in self.laid_by(v)]

    def laid_by(self, verb: int) -> list[int]:
        """Return on whom a verb lays what a noun names: "blamed the attack *on X*"; nobody for most verbs."""
        tree = self.tree
        return [c for c in tree.kids(verb, "obl") if f"{tree.lemmas[verb]} {tree.marker(c)}" in self.grammar.laid]

    def _around(self, i: int, *, beside: bool) -> tuple[int, ...]:
        """Return the subject of the clause that a noun in a prepositional phrase belongs to ("met at talks")."""
        tree = self.tree
        marks = [tree.marker(i)]
        while tree.deps[i] in ("nmod", "conj", "obl") and not tree.is_verbal(tree.heads[i]):
            i = tree.heads[i]
            marks.append(tree.marker(i))
        if tree.bases[i] != "obl" or marks[-1] not in self.grammar.inside or (marks[-1] in self.grammar.beside and not beside):
            return ()
        clause = self.slots(tree.heads[i])
        if self._is_absent(i, tree.heads[i], marks[-1], clause):
            return ()
        if clause.passive and marks[-1] in self.grammar.beside and tree.lemmas[tree.heads[i]] in self.grammar.issuing:
            return clause.get("subject")
        if clause.passive or ("for" in marks and clause.get("object")):
            return clause.get("object")
        return clause.get("subject")

    def is_absent(self, i: int, token: int) -> bool:
        """Tell whether token is subject of a verb that denies him part in what noun i names: "*absent from* the talks"."""
        clause = self.slots(verb := self.tree.heads[i])
        return token in (*clause.get("subject"), *clause.get("self")) and self._is_absent(i, verb, self.tree.marker(i), clause)

    def _is_absent(self, noun: int, verb: int, prep: str, clause: Slots) -> bool:
        """Tell whether the subject of a verb has no part in what others hold: "is not taking part in the *talks*"."""
        name = " ".join([self.tree.lemmas[verb], *(self.tree.words[p] for p in clause.get("particle"))])
        nouns = clause.get("object")
        names = {name, f"{name} {prep}", *(f"{name} {self.tree.lemmas[n]} {prep}" for n in nouns)}
        none = clause.get("negation") or any(verbs.denies(self.tree, self.grammar, n) for n in nouns)  # "took *no* part in"
        part = self.grammar.attending | (self.grammar.taken_up if self.tree.is_definite(noun) else set())  # "not involved in *the* talks"
        return (bool(none) and not names.isdisjoint(part)) or not names.isdisjoint(self.grammar.absent)

    def _noun_child(self, i: int, c: int, found: Fillers) -> None:
        tree = self.tree
        dep, base = tree.deps[c], tree.bases[c]
        if dep == "nmod:poss":
            whose = self._resolve_relative(i, c)
            found.put("possessor", whose)
        elif base in ("nmod", "obl"):
            mark = tree.marker(c)
            found.put("broker", *self._patron(c, mark))
            if mark == "by":
                found.put("subject", self._resolve_relative(i, c))
            if mark != "from" or not self.is_alleged(i):
                found.put(mark or ("modifier" if c < i else "unmarked"), self._resolve_relative(i, c))
        elif dep == "amod" and tree.lemmas[c] in self.grammar.brokering:
            found.put("broker", *self.slots(c).get("subject"))
        elif dep in ("compound", "amod"):
            found.put("modifier", *tree.hyphened(c))
        elif base == "acl" and tree.lemmas[c] in self.grammar.brokering:
            found.put("broker", *self.slots(c).get("subject"))
        elif base == "acl":
            found.put("infinitive" if tree.has_to(c) else tree.marker(c) or "participle", c)
        elif dep == "ccomp":
            found.put("clause", c)
        elif dep == "appos":
            found.put("_appos", c)
        elif base == "nsubj":
            found.put("self_of_predicate", self._resolve_relative(i, c))

    def is_alleged(self, i: int) -> bool:
        """Tell whether a noun is what somebody alleges: "allegations of *abuse* from X" are from X, the abuse is not."""
        tree = self.tree
        return tree.deps[i] == "nmod" and tree.marker(i) == "of" and tree.lemmas[tree.heads[i]] in self.grammar.alleging

    def _patron(self, c: int, mark: str) -> list[int]:
        """Return under whose auspices, or by whose mediation, an event is said to be by the phrase that c heads."""
        tree = self.tree
        if not mark or tree.lemmas[c] not in self.grammar.patronage:
            return []
        return (
            tree.kids(c, "nmod:poss")
            or [t for t in tree.kids(c, "nmod") if tree.marker(t) in ("of", "by")]
            or tree.kids(c, "amod", "compound")
        )

    def _selves(self, i: int, found: Fillers) -> None:
        """Say of whom the noun is said: its subject under a copula, what it stands beside, itself."""
        tree = self.tree
        if not found.has("self_of_predicate"):
            found.put("self_of_predicate", *verbs.stray_subject(tree, i))
        count = self._count_of(i)
        if count != i:  # "*X* is one of its allies", "*X*, one of its allies"
            of_whom = tree.kids(count, "nsubj") if tree.kids(count, "cop") else []
            found.put("self_of_predicate", *(self._resolve_relative(count, c) for c in of_whom))
        selves = list(found.get("self_of_predicate"))
        if selves and (mark := tree.preposition(i)):
            found.put(f"self_{mark}", *selves)
        first = tree.first_conjunct(count) if tree.pos[count] == "NOUN" and not selves else count
        if tree.deps[first] == "appos":  # "X, a lawyer and *member* of the council"
            selves.append(tree.heads[first])
        elif first != count and tree.kids(first, "cop"):  # "X is a lawyer and *member* of the council"
            selves += self.slots(first).get("self_of_predicate")
        if tree.deps[i] in ("xcomp",) and tree.is_verbal(tree.heads[i]):
            other = self.slots(tree.heads[i])
            selves += other.get("object") or other.get("subject")
        if tree.deps[i] in ("compound", "nmod:desc", "amod") and tree.is_nominal(tree.heads[i]):
            selves.append(tree.heads[i])
        if tree.deps[i] == "acl:relcl" and not selves:
            selves.append(tree.heads[i])
        selves += [c for c in tree.children[i] if tree.deps[c] in ("flat", "nmod:desc") and tree.pos[c] == "PROPN"]
        selves += found.take("_appos")
        own = () if selves and count != i else (i,)
        found.put("self", *selves, *own)
        found.put("bearer", *selves, *own)
        found.put("itself", i)
        if mark := tree.preposition(i):
            found.put(f"itself_{mark}", i)

    def counted(self, i: int) -> list[int]:
        """Return what a noun only says how many or how much of: "*dozens* of *activists*", "hundreds of *thousands* of *men*"."""
        of = self.tree.kids(i, "nmod") if self.tree.lemmas[i] in self.grammar.quantities else []
        return [t for c in of if self.tree.marker(c) == "of" for t in (c, *self.counted(c))]

    def _count_of(self, i: int) -> int:
        """Return the word that says how many of a noun are meant, the noun itself where none does: "*one* of its allies"."""
        tree, head = self.tree, self.tree.heads[i]
        counted = tree.deps[i] == "nmod" and tree.marker(i) == "of" and tree.lemmas[head] in self.grammar.quantities
        return head if counted else i

    def _support(self, i: int, found: Fillers) -> tuple[int, ...]:
        """Borrow subject and prepositional phrases of a support verb."""
        tree = self.tree
        head, dep, prep = tree.heads[i], tree.deps[i], tree.marker(i)
        if dep == "conj":
            head, dep = tree.heads[head], tree.deps[head]
        if (count := self._count_of(i)) != i:  # "began a round *of talks*"
            head, dep, prep = tree.heads[count], tree.deps[count], tree.marker(count)
        if head != i and prep and f"{tree.lemmas[head]} {prep}" in self.grammar.taken_up:
            taken = self.slots(head)
            doer = taken.get("self") or taken.get("object" if taken.passive else "subject")
            found.put("subject", *(() if found.has("subject") or self._is_absent(i, head, prep, taken) else doer))
            return (head,)
        if head == i or not tree.is_verbal(head):
            found.put("subject", *self._inclined(i, head, prep, found))
            return ()
        verb = self.slots(head)
        name = " ".join([tree.lemmas[head], *(tree.words[p] for p in verb.get("particle"))])
        supports = name in self.grammar.support and (dep in {"obj", "nsubj:pass"})
        supports = supports or (bool(prep) and f"{name} {prep}" in self.grammar.support)
        happens = dep in ("nsubj", "nsubj:pass") and name in self.grammar.happening
        received = self._is_received(i, name, found, verb)
        if received and dep == "obj":
            found.put("to", *(() if found.has("to") else verb.get("subject")))
            supports = True
        if not (supports or happens) or (supports and verbs.is_anothers(tree, self.grammar, i, name, verb)):
            return ()
        found.put("held", head)
        if self._is_absent(i, head, prep, verb):
            return (head, *verb.get("particle")) if supports and not tree.is_definite(i) else ()
        if supports and tree.lemmas[head] in self.grammar.brokering:
            takes_part = tree.lemmas[head] in self.grammar.presiding and (found.has("with") or verb.get("with"))
            found.put("subject" if takes_part else "broker", *verb.get("subject"))
        elif supports and not (received or found.has("subject")):
            # Who "announced the seizure of the ship *by pirates*" did not seize it.
            found.put("subject", *verb.get("subject"))
        for slot, fillers in verb.fillers.items():
            if slot not in _CORE and slot != prep and not found.has(slot):
                found.put(slot, *fillers)
        return (head, *verb.get("particle")) if supports else ()

    def _inclined(self, i: int, noun: int, prep: str, found: Fillers) -> tuple[int, ...]:
        """Return who does what stands behind a noun of wish or part: "*Chad* has no interest *in talks*", "no part in *the talks*"."""
        apart = found.has("subject") or (self.tree.is_definite(i) and verbs.denies(self.tree, self.grammar, noun))
        return self.owner(noun) if f"{self.tree.lemmas[noun]} {prep}" in self.grammar.inclined and not apart else ()

    def owner(self, noun: int) -> tuple[int, ...]:
        """Return whose a noun is, or who has it: "*Chad's* interest", "*Chad* showed interest"."""
        slots = self.slots(noun)
        return slots.get("possessor") or (slots.get("subject") if slots.support else ())

    def _is_received(self, i: int, name: str, found: Fillers, verb: Slots) -> bool:
        """Tell whether the subject of a verb has what a noun names from others: "*won* praise", "*has* support *from* Iran"."""
        if self.tree.lemmas[i] not in self.grammar.bestowed:
            return False
        given = found.has("from") or bool(verb.get("from")) or self.tree.lemmas[i] in self.grammar.orders
        return (name in self.grammar.receiving and not found.has("of")) or (name in self.grammar.having and given)

    def _adjective(self, i: int) -> Slots:
        tree, found = self.tree, Fillers()
        for c in tree.children[i]:
            base = tree.bases[c]
            if base == "nsubj":
                found.put("self", self._resolve_relative(i, c))
                found.put(f"self_{tree.marker(i)}", self._resolve_relative(i, c))
                found.put("negation", *verbs.nothing_of(tree, self.grammar, c))
            elif base in ("obl", "nmod"):
                found.put(tree.marker(c) or "unmarked", self._resolve_relative(i, c))
            elif base in ("advcl", "xcomp", "ccomp", "acl", "csubj"):
                found.put("infinitive" if tree.has_to(c) else tree.marker(c) or "clause", c)
            elif base == "advmod" or (tree.deps[c] == "cc:preconj" and verbs.denies(tree, self.grammar, c)):  # "*neither* free nor fair"
                found.put("negation" if verbs.denies(tree, self.grammar, c) else "adverb", c)
        head = tree.heads[i]
        if tree.deps[i] == "amod":
            found.put("attributive", head)
        if tree.deps[i] in ("amod", "acl:relcl", "acl") and not found.has("self"):
            found.put("self", head)
        elif tree.deps[i] == "xcomp" and tree.is_verbal(head):
            other = self.slots(head)
            found.put("held", head)
            found.put("self", *(other.get("object") or other.get("subject")))
        elif tree.deps[i] == "conj" and not found.has("self") and head != i:
            found.put("self", *(self.slots(head).get("self") or self.slots(head).get("subject")))
        return Slots(found.frozen())
