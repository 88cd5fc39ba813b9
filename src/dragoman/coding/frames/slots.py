"""From surface syntax to deep slots: who is the subject of a predicate whatever its form.

One engine for active and passive verbs, relatives, participles, infinitives, gerunds, coordinated verbs,
nouns of action (with possessors, "by" and "of" phrases and support verbs) and adjectives. The names of the
slots are those that the lexicon uses:

    subject object indirect      deep grammatical functions ("by" of a passive is the subject)
    clause infinitive gerund     clausal complements (the head of the clause)
    question                     the clause, where it is a question ("asked *what* he wanted")
    purpose                      a "to" clause that is no complement
    predicative                  "called X a liar": the second predicate
    noun                         the noun of a light-verb phrase ("lost *influence*")
    broker                       who brokers, hosts or mediates the event that a noun names
    around                       the subject of the clause in which a noun of action without parties of its own stands
    held                         the verb by which a noun of action is held or takes place ("talks *began*")
    self_among self_behind …     the subject of a noun under "be" and that preposition ("*X* is behind the attack")
    self                         whom a noun or adjective itself is said of ("Iran, its sponsor")
    bearer                       the same without what the noun alone names ("*members* met" has none)
    attributive                  the noun that a participle or adjective stands before ("a *suspected* thief")
    addressee                    to whom the paper goes of which a participle is said ("a letter to *X* threatening")
    itself                       the noun itself, as a status ("its *chief backer*")
    itself_in itself_of …        the same where that preposition stands before it ("in *support* of")
    modifier                     nouns and adjectives before a noun ("Israeli", "hostage")
    bidding                      the verb itself, where it is an imperative
    negation future speaker      "not" and "will" beside a verb; the source of the statement around the predicate
    with from against on_behalf_of …     the phrase that the preposition marks, words joined by ``_``
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.frames import verbs
from dragoman.coding.frames.described_slots import DescribedSlots
from dragoman.coding.frames.fillers import Fillers, Grammar, Slots
from dragoman.coding.tree import Tree

_ADDRESSED = ("object", "indirect", "on", "upon", "to", "with")
_ADVERBIAL = frozenset({"ADV", "ADP"})  # "it is *up* to X"

__all__ = ["Grammar", "SlotReader", "Slots"]


@dataclass
class SlotReader(DescribedSlots):
    """Reads slots of one tree, each predicate once."""

    tree: Tree
    grammar: Grammar
    _seen: dict[int, Slots] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)
    _unfolded: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _named: dict[tuple[int, ...], frozenset[str]] = field(default_factory=dict)

    def slots(self, i: int) -> Slots:
        """Return the slots of token i as verb, noun or adjective."""
        if i in self._seen:
            return self._seen[i]
        if i in self._open:  # a cycle through inherited subjects: nothing to inherit
            return Slots({})
        self._open.add(i)
        if self.tree.is_verbal(i):
            slots = self._verb(i)
        elif self.tree.pos[i] == "ADJ" or (self.tree.pos[i] in _ADVERBIAL and self.tree.kids(i, "cop")):
            slots = self._adjective(i)
        else:
            slots = self._noun(i)
        self._open.discard(i)
        self._seen[i] = slots
        return slots

    def path(self, slots: Slots, name: str) -> tuple[int, ...]:
        """Return the fillers of a slot, or of a slot of its fillers and of what is coordinated with them (``object.possessor``)."""
        if "." not in name:
            return slots.fillers.get(name, ())
        slot, _, rest = name.partition(".")
        fillers = slots.get(slot)
        found = dict.fromkeys(t for f in fillers for c in self.tree.conjuncts(f) for t in self.path(self.slots(c), rest))
        laid = {t for f in fillers for t in self._laid_on(f)} if rest == "subject" and found else frozenset[int]()
        return tuple(t for t in found if t not in laid)  # "died in an attack *blamed on X*": what he is blamed for is the attack

    def unfolded(self, filler: int) -> tuple[int, ...]:
        """Return a filler with what is coordinated with it and what they count: "*dozens* of *activists*"."""
        known = self._unfolded.get(filler)
        if known is None:
            known = self._unfolded[filler] = tuple(t for c in self.tree.conjuncts(filler) for t in (c, *self.counted(c)))
        return known

    def named(self, fillers: tuple[int, ...]) -> frozenset[str]:
        """Return the lemmas and words of fillers, unfolded."""
        known = self._named.get(fillers)
        if known is None:
            tokens = [t for filler in fillers for t in self.unfolded(filler)]
            known = self._named[fillers] = frozenset((*(self.tree.lemmas[t] for t in tokens), *(self.tree.words[t] for t in tokens)))
        return known

    # verbs

    def _verb(self, i: int) -> Slots:
        tree, found = self.tree, Fillers()
        minded = verbs.is_minded(tree, self.grammar, i)
        passive = not minded and verbs.is_passive(tree, self.grammar, i)
        for c in tree.children[i]:
            self._verb_child(i, c, passive, found)
            found.put("negation", *verbs.nothing_of(tree, self.grammar, c))
        if minded:  # who is opposed to something opposes it
            found.put("subject", *(found.take("_passive") or [tree.heads[i]]))
            return Slots(found.frozen() | {"object": tuple(found.take("to"))})
        if found.has("particle") and not found.has("object"):  # "called off *the strike*" though the tree says it is oblique
            found.put("object", *(t for t in found.get("unmarked") if tree.deps[t] == "obl"))
        if not passive and not found.has("object"):
            found.put("object", *verbs.raised_objects(tree, self.grammar, i))
        found.put("bidding", *([i] if tree.is_bidding(i) else []))
        self._antecedent(i, passive, found)
        if tree.lemmas[i] in self.grammar.complement and not found.has("infinitive"):
            found.put("infinitive", *found.get("purpose"), *self._beside(found))
        if passive and (stranded := verbs.stranded(tree, i)) and found.has("_passive"):  # "was *cared for* by nuns": they cared for him
            found.put(stranded, *found.take("_passive"))
        if passive and found.has("object") and found.has("_passive"):
            found.put("indirect", *found.take("_passive"))
        found.put("object", *found.take("_passive"))
        if found.has("indirect") and not found.has("object"):
            found.put("object", *found.get("indirect"))
        if not found.has("object" if passive else "subject"):
            self._inherit(i, passive, found)
        if not passive and not found.has("object"):
            self._shared_object(i, found)
        if not found.has("as"):  # "acknowledged the front *as the heir* of the party" though the tree hangs it on the object
            found.put("as", *(c for o in found.get("object") for c in tree.kids(o, "nmod") if c > o and tree.marker(c) == "as"))
        return Slots(found.frozen(), passive=passive)

    def _verb_child(self, i: int, c: int, passive: bool, found: Fillers) -> None:
        tree = self.tree
        dep, base = tree.deps[c], tree.bases[c]
        filler = self._resolve_relative(i, c)
        if dep in ("nsubj:pass", "csubj:pass"):
            found.put("_passive", filler)
        elif base in ("nsubj", "csubj"):
            reduced = passive and base == "nsubj" and not tree.kids(i, "aux:pass") and tree.tags[i] == "VBN"
            found.put("_passive" if reduced else "subject", filler)
        elif dep == "obj":
            found.put("object", filler)
        elif dep == "iobj":
            found.put("indirect", filler)
        elif dep == "obl:agent" and tree.marker(c) != "according_to":
            found.put("subject" if passive else tree.marker(c) or "by", filler)
        elif base in ("obl", "nmod"):
            mark = tree.marker(c)
            if tree.pos[c] == "ADP" and not mark and (shared := verbs.behind_the_next(tree, i, c)):
                mark, filler = tree.words[c], shared
            found.put("broker", *self._patron(c, mark))
            found.put("subject" if passive and mark == "by" and tree.pos[c] in ("PROPN", "PRON") else mark or "unmarked", filler)
        elif dep == "ccomp":
            found.put("clause", c)
            if verbs.asks(tree, self.grammar, c):
                found.put("question", c)
        elif dep == "xcomp":
            found.put(_xcomp_slot(tree, c), c)
        elif base == "advcl":
            mark = "" if tree.marker(c) == "with" and tree.kids(c, "nsubj") else tree.marker(c)  # "with Chad abstaining"
            found.put("purpose" if mark == "to" else mark or ("gerund" if tree.tags[c] == "VBG" else "adverbial"), c)
        else:
            self._verb_mark(c, found)

    def _beside(self, found: Fillers) -> list[int]:
        """Return infinitives that hang on whom a verb speaks to, where they are what it says ("called on *X to leave*")."""
        return [c for slot in _ADDRESSED for t in found.get(slot) for c in self.tree.kids(t, "acl") if self.tree.marker(c) == "to"]

    def _verb_mark(self, c: int, found: Fillers) -> None:
        tree = self.tree
        if tree.bases[c] == "aux" and any(c < t for t in tree.kids(tree.heads[c], "nsubj")):
            found.put("inverted", c)
        if tree.bases[c] == "cc" and tree.words[c] in self.grammar.otherwise:
            found.put("otherwise", c)
        if tree.deps[c] == "compound:prt":
            found.put("particle", c)
        elif tree.bases[c] == "advmod":
            found.put("negation" if verbs.denies(tree, self.grammar, c) else "adverb", c)
        elif tree.bases[c] == "aux" and (tree.lemmas[c] in self.grammar.future or verbs.is_foretold(tree, self.grammar, c)):
            found.put("future", c)

    def _inherit(self, i: int, passive: bool, found: Fillers) -> None:
        """Give a predicate without its own subject the one that it shares."""
        tree, dep, head = self.tree, self.tree.deps[i], self.tree.heads[i]
        slot = "object" if passive else "subject"
        if head == i:
            return
        if dep == "xcomp" or (dep == "advcl" and i in self.slots(head).get("infinitive")):
            found.put(slot, *self._controller(head, i))
        elif dep == "conj" and (tree.is_verbal(head) or tree.kids(head, "cop")):
            other = self.slots(head)
            shared = (
                other.get("object") if other.passive and tree.is_verbal(head) else other.get("subject") or other.get("self_of_predicate")
            )
            found.put(slot, *(shared or other.get("self")))
        elif dep == "ccomp" and tree.is_bidding(i) and tree.is_verbal(head):  # "“Stop the raids”, he told *Chad*"
            found.put(slot, *(self.slots(head).get("indirect") or self.slots(head).get("object")))
        elif dep in ("advcl", "ccomp", "parataxis") and not (tree.is_finite(i) or tree.is_bidding(i)) and tree.is_verbal(head):
            found.put(slot, *self._doer_beside(i, self.slots(head)))
        elif dep in ("advcl", "acl") and tree.is_verbal(i) and not tree.is_verbal(head):
            owner = self.slots(head)
            if tree.lemmas[head] in self.grammar.directives and not passive and tree.marker(i).endswith("to"):
                found.put(slot, *self._told(head))
                return
            # "*He* was guilty of killing them"; who is concerned about doing something need not do it.
            said_of = owner.get("self") if tree.pos[head] == "ADJ" and tree.marker(i) in ("of", "for") else ()
            found.put(slot, *(owner.get("subject") or owner.get("possessor") or owner.get("self_of_predicate") or said_of))

    def _told(self, noun: int) -> tuple[int, ...]:
        """Return who is told to do something by a noun: "its call *on Iran* to", "gave *the army* an order to"."""
        tree, verb = self.tree, self.tree.heads[noun]
        if tree.deps[noun] == "obj" and tree.lemmas[noun] in self.grammar.orders and tree.lemmas[verb] in self.grammar.having:
            return self.slots(verb).get("subject")  # "*the police* have orders from the king to shoot"
        # The parse may hang "on" or "for" on the clause: "its call *on* Iran to release them".
        own = tuple(c for c in tree.kids(noun, "nmod", "obl") if c > noun and tree.marker(c) in ("on", "upon", "to", "for", "from", ""))
        beside = tree.deps[noun] == "obj" and tree.is_verbal(verb)
        return own or (next((t for slot in ("indirect", "on", "to") if (t := self.slots(verb).get(slot))), ()) if beside else ())

    def _doer_beside(self, i: int, clause: Slots) -> tuple[int, ...]:
        """Return who does a gerund beside a clause: "accused *him* of lying", "*he* left, smiling"; nobody after a passive."""
        mark = self.tree.marker(i)
        if mark == "in" and self.tree.lemmas[self.tree.heads[i]] in self.grammar.harm:  # "*died in shelling*"
            return ()
        if mark == "to" and (others := verbs.foiled(self.tree, self.grammar, i)) is not None:
            return self.slots(others).get("possessor")
        charged = f"{self.tree.lemmas[self.tree.heads[i]]} {mark}" in self.grammar.charging
        if (mark in self.grammar.object_control or charged) and clause.get("object"):
            return clause.get("object")
        if mark == "for" and (scolded := next((found for slot in sorted(self.grammar.scolding) if (found := clause.get(slot))), ())):
            return scolded
        if clause.passive and not mark and self.tree.tags[i] == "VBG":
            return ()
        if not mark and (nearer := verbs.harm_between(self.tree, self.grammar, i)) is not None:
            return self.slots(nearer).get("subject")
        return clause.get("object") if clause.passive else clause.get("subject")

    def _controller(self, head: int, i: int) -> tuple[int, ...]:
        """Return who does the infinitive under head: its object ("urge X to go"), else its subject."""
        other = self.slots(head)
        if not self.tree.is_verbal(head):
            return other.get("self") or other.get("subject")
        through = not other.get("object") and (other.get("on") or other.get("upon"))  # "called *on* him to", but "called him on Monday to"
        up = any(self.tree.lemmas[t] in self.grammar.called_up for t in other.get("object"))
        called = self.tree.lemmas[head] in self.grammar.calling and not (through or up)
        addressing = called and self.tree.lemmas[i] in self.grammar.addressing
        if (self.tree.lemmas[head] in self.grammar.subject_control or addressing) and not other.passive:
            return other.get("subject")
        objects = [c for c in self.tree.kids(head, "obj") if self.tree.lemmas[c] in self.grammar.directives and c < i]
        if objects and self.tree.pos[objects[0]] == "NOUN":
            return self._told(objects[0])
        if self.tree.lemmas[head] in self.grammar.complement:
            return next((found for slot in _ADDRESSED if (found := other.get(slot))), other.get("subject"))
        return other.get("object") or other.get("indirect") or other.get("subject")

    def _shared_object(self, i: int, found: Fillers) -> None:
        """Share the object of two verbs joined without anything between them ("seized and killed X"), wherever it hangs."""
        tree, head = self.tree, self.tree.heads[i]
        found.put("object", *verbs.objects_after(tree, self.grammar, i))
        if (
            tree.deps[i] == "conj"
            and tree.is_verbal(head)
            and all(tree.deps[c] in ("cc", "advmod", "compound:prt") for c in tree.children[i])
        ):
            found.put("object", *self.slots(head).get("object"))


def _xcomp_slot(tree: Tree, c: int) -> str:
    if tree.is_verbal(c):
        return "gerund" if tree.tags[c] == "VBG" else "infinitive"
    return "infinitive" if tree.marker(c) == "to" else "predicative"
