"""From surface syntax to deep slots: who is the subject of a predicate whatever its form.

One engine for active and passive verbs, relatives, participles, infinitives, gerunds, coordinated verbs,
nouns of action (with possessors, "by" and "of" phrases and support verbs) and adjectives. The names of the
slots are those that the lexicon uses:

    subject object indirect      deep grammatical functions ("by" of a passive is the subject)
    clause infinitive gerund     clausal complements (the head of the clause)
    purpose                      a "to" clause that is no complement
    predicative                  "called X a liar": the second predicate
    noun                         the noun of a light-verb phrase ("lost *influence*")
    broker                       who brokers, hosts or mediates the event that a noun names
    around                       the subject of the clause in which a noun of action without parties of its own stands
    self                         whom a noun or adjective itself is said of ("Iran, its sponsor")
    attributive                  the noun that a participle or adjective stands before ("a *suspected* thief")
    itself                       the noun itself, as a status ("its *chief backer*")
    modifier                     nouns and adjectives before a noun ("Israeli", "hostage")
    negation future              "not" and "will" beside a verb
    speaker                      the source of the statement around the predicate
    with from against on_behalf_of …     the phrase that the preposition marks, words joined by ``_``
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.coding.tree import Tree

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where"})
_CLAUSAL_PARENT = frozenset({"advcl", "xcomp", "ccomp", "acl", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists that reading slots needs, from ``grammar.yaml``.

    Attributes:
        support: verbs that lend a noun of action their subject ("launch", "hold", "carry out").
        happening: verbs whose subject is the event itself ("take place", "begin").
        brokering: verbs whose subject is a third party to the event ("host", "mediate").
        inside: prepositions that put a clause inside an event ("at talks", "during a conflict").
        beside: those of `inside` that may also put it beside an event of others ("during the meeting, protesters gathered").
        object_control: prepositions that give their gerund the object for subject ("accused him *of* lying").
        papers: what is issued ("resolution", "letter"); the issuer does what a participle says of it.
        subject_control: verbs whose infinitive has the verb's own subject even beside an object.
        complement: verbs whose "to" clause says what is asked, wherever the parser hangs it ("called on X to leave").
    """

    support: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    brokering: frozenset[str] = frozenset()
    subject_control: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slots:
    """The deep slots of one predicate.

    Attributes:
        fillers: slot name to head tokens, coordination not yet unfolded.
        support: tokens of a support verb that belong to the predicate.
        passive: whether the predicate is a passive verb.
    """

    fillers: Mapping[str, tuple[int, ...]]
    support: tuple[int, ...] = ()
    passive: bool = False

    def get(self, slot: str) -> tuple[int, ...]:
        """Return the fillers of a slot, empty if it is not there."""
        return self.fillers.get(slot, ())


@dataclass(slots=True)
class SlotReader:
    """Reads slots of one tree, each predicate once."""

    tree: Tree
    grammar: Grammar
    _seen: dict[int, Slots] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)

    def slots(self, i: int) -> Slots:
        """Return the slots of token i as verb, noun or adjective."""
        if i in self._seen:
            return self._seen[i]
        if i in self._open:  # a cycle through inherited subjects: nothing to inherit
            return Slots({})
        self._open.add(i)
        if self.tree.is_verbal(i):
            slots = self._verb(i)
        elif self.tree.pos[i] == "ADJ":
            slots = self._adjective(i)
        else:
            slots = self._noun(i)
        self._open.discard(i)
        self._seen[i] = slots
        return slots

    def path(self, slots: Slots, name: str) -> tuple[int, ...]:
        """Return the fillers of a slot, or of a slot of its fillers (``object.possessor``)."""
        slot, _, rest = name.partition(".")
        fillers = slots.get(slot)
        return tuple(t for f in fillers for t in self.path(self.slots(f), rest)) if rest else fillers

    # verbs

    def _verb(self, i: int) -> Slots:
        tree, found = self.tree, _Fillers()
        passive = tree.is_passive(i)
        for c in tree.children[i]:
            self._verb_child(i, c, passive, found)
        if found.has("particle") and not found.has("object"):  # "called off *the strike*" though the tree says it is oblique
            found.put("object", *(t for t in found.get("unmarked") if tree.deps[t] == "obl"))
        self._antecedent(i, passive, found)
        if tree.lemmas[i] in self.grammar.complement and not found.has("infinitive"):
            found.put("infinitive", *found.get("purpose"), *self._beside(found))
        if passive and found.has("object") and found.has("_passive"):
            found.put("indirect", *found.take("_passive"))
        found.put("object", *found.take("_passive"))
        if found.has("indirect") and not found.has("object"):
            found.put("object", *found.get("indirect"))
        if not found.has("object" if passive else "subject"):
            self._inherit(i, passive, found)
        if tree.deps[i] == "conj" and not passive and not found.has("object"):
            self._shared_object(i, found)
        return Slots(found.frozen(), passive=passive)

    def _verb_child(self, i: int, c: int, passive: bool, found: _Fillers) -> None:
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
        elif dep == "obl:agent":
            found.put("subject" if passive else tree.marker(c) or "by", filler)
        elif base in ("obl", "nmod"):
            mark = tree.marker(c)
            found.put("subject" if passive and mark == "by" and tree.pos[c] in ("PROPN", "PRON") else mark or "unmarked", filler)
        elif dep == "ccomp":
            found.put("clause", c)
        elif dep == "xcomp":
            found.put(_xcomp_slot(tree, c), c)
        elif base == "advcl":
            mark = tree.marker(c)
            found.put("purpose" if mark == "to" else mark or ("gerund" if tree.tags[c] == "VBG" else "adverbial"), c)
        else:
            self._verb_mark(c, found)

    def _beside(self, found: _Fillers) -> list[int]:
        """Return infinitives that hang on whom a verb speaks to, where they are what it says ("called on *X to leave*")."""
        tree = self.tree
        return [c for slot in _ADDRESSED for t in found.get(slot) for c in tree.kids(t, "acl") if tree.marker(c) == "to"]

    def _verb_mark(self, c: int, found: _Fillers) -> None:
        tree = self.tree
        if tree.deps[c] == "compound:prt":
            found.put("particle", c)
        elif tree.bases[c] == "advmod" and "Polarity=Neg" in str(tree.doc[c].morph):
            found.put("negation", c)
        elif tree.bases[c] == "aux" and tree.lemmas[c] in ("will", "shall"):
            found.put("future", c)

    def _resolve_relative(self, i: int, c: int) -> int:
        """Return the antecedent where child c of i is a relative pronoun, else c."""
        tree = self.tree
        if tree.words[c] not in _RELATIVE or tree.pos[c] not in ("PRON", "SCONJ", "ADV"):
            return c
        for a in (i, *tree.ancestors(i)):
            if tree.deps[a] == "acl:relcl":
                return tree.heads[a]
            if tree.bases[a] not in _CLAUSAL_PARENT and tree.deps[a] not in ("cop", "aux"):
                break
        return c

    def _antecedent(self, i: int, passive: bool, found: _Fillers) -> None:
        """Give participles and gapped relatives the noun that they modify."""
        tree, dep, head = self.tree, self.tree.deps[i], self.tree.heads[i]
        if dep == "acl:relcl":
            gap = not any(tree.words[t] in _RELATIVE for t in tree.subtree(i) if t < i and tree.pos[t] == "PRON")
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
        elif dep == "acl":
            if passive:
                found.put("_passive", head)
            elif tree.tags[i] == "VBG":
                found.put("subject", *(self._issuer(head) or (head,)))

    def _issuer(self, noun: int) -> tuple[int, ...]:
        """Return who issues a paper: the subject of the verb whose object it is, or whose it is; nobody of other nouns."""
        tree = self.tree
        if tree.lemmas[noun] not in self.grammar.papers:
            return ()
        own = tree.kids(noun, "nmod:poss") or [c for c in tree.kids(noun, "nmod") if tree.marker(c) in ("by", "from", "of")]
        verb = tree.heads[noun]
        if own or tree.deps[noun] not in ("obj", "obl") or not tree.is_verbal(verb) or verb == noun:
            return tuple(own)
        return self.slots(verb).get("subject")

    def _inherit(self, i: int, passive: bool, found: _Fillers) -> None:
        """Give a predicate without its own subject the one that it shares."""
        tree, dep, head = self.tree, self.tree.deps[i], self.tree.heads[i]
        slot = "object" if passive else "subject"
        if head == i:
            return
        if dep == "xcomp" or (dep == "advcl" and i in self.slots(head).get("infinitive")):
            found.put(slot, *self._controller(head))
        elif dep == "conj" and (tree.is_verbal(head) or tree.kids(head, "cop")):
            other = self.slots(head)
            shared = (
                other.get("object") if other.passive and tree.is_verbal(head) else other.get("subject") or other.get("self_of_predicate")
            )
            found.put(slot, *(shared or other.get("self")))
        elif dep in ("advcl", "ccomp", "parataxis") and not _is_finite(tree, i) and tree.is_verbal(head):
            found.put(slot, *self._doer_beside(i, self.slots(head)))
        elif dep in ("advcl", "acl") and tree.is_verbal(i) and not tree.is_verbal(head):
            owner = self.slots(head)
            found.put(slot, *(owner.get("subject") or owner.get("possessor") or owner.get("self_of_predicate")))
        elif tree.bases[i] in ("csubj", "advcl"):
            return

    def _doer_beside(self, i: int, clause: Slots) -> tuple[int, ...]:
        """Return who does a gerund beside a clause: "accused *him* of lying", "*he* left, smiling"; nobody after a passive."""
        mark = self.tree.marker(i)
        if mark in self.grammar.object_control and clause.get("object"):
            return clause.get("object")
        if clause.passive and not mark and self.tree.tags[i] == "VBG":
            return ()
        return clause.get("object") if clause.passive else clause.get("subject")

    def _controller(self, head: int) -> tuple[int, ...]:
        """Return who does the infinitive under head: its object ("urge X to go"), else its subject."""
        other = self.slots(head)
        if not self.tree.is_verbal(head):
            return other.get("self") or other.get("subject")
        if self.tree.lemmas[head] in self.grammar.subject_control and not other.passive:
            return other.get("subject")
        if self.tree.lemmas[head] in self.grammar.complement:
            return next((found for slot in _ADDRESSED if (found := other.get(slot))), other.get("subject"))
        return other.get("object") or other.get("indirect") or other.get("subject")

    def _shared_object(self, i: int, found: _Fillers) -> None:
        """Share the object of two verbs joined without anything between them ("seized and killed X")."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.is_verbal(head) and all(tree.deps[c] in ("cc", "advmod", "compound:prt") for c in tree.children[i]):
            found.put("object", *self.slots(head).get("object"))

    # nouns and adjectives

    def _noun(self, i: int) -> Slots:
        tree, found = self.tree, _Fillers()
        for c in tree.children[i]:
            self._noun_child(i, c, found)
        self._selves(i, found)
        support = self._support(i, found)
        if not any(found.has(slot) for slot in _PARTIES):
            found.put("around", *self._around(i, self.grammar.inside if found.has("with") else self.grammar.inside - self.grammar.beside))
        return Slots(found.frozen(), support=support)

    def _around(self, i: int, inside: frozenset[str]) -> tuple[int, ...]:
        """Return the subject of the clause that a noun in a prepositional phrase belongs to ("met at talks")."""
        tree = self.tree
        marks = [tree.marker(i)]
        while tree.deps[i] in ("nmod", "conj", "obl") and not tree.is_verbal(tree.heads[i]):
            i = tree.heads[i]
            marks.append(tree.marker(i))
        if tree.bases[i] != "obl" or not inside.intersection(marks):
            return ()
        clause = self.slots(tree.heads[i])
        if clause.passive or ("for" in marks and clause.get("object")):
            return clause.get("object")
        return clause.get("subject")

    def _noun_child(self, i: int, c: int, found: _Fillers) -> None:
        tree = self.tree
        dep, base = tree.deps[c], tree.bases[c]
        if dep == "nmod:poss":
            whose = self._resolve_relative(i, c)
            found.put("possessor", whose)
        elif base in ("nmod", "obl"):
            mark = tree.marker(c)
            found.put("subject" if mark == "by" else mark or "modifier", self._resolve_relative(i, c))
        elif dep == "amod" and tree.lemmas[c] in self.grammar.brokering:
            found.put("broker", *self.slots(c).get("subject"))
        elif dep in ("compound", "amod"):
            found.put("modifier", c)
        elif base == "acl" and tree.lemmas[c] in self.grammar.brokering:
            found.put("broker", *self.slots(c).get("subject"))
        elif base == "acl":
            found.put("infinitive" if tree.marker(c) == "to" else tree.marker(c) or "participle", c)
        elif dep == "ccomp":
            found.put("clause", c)
        elif dep == "appos":
            found.put("_appos", c)
        elif base == "nsubj":
            found.put("self_of_predicate", self._resolve_relative(i, c))

    def _selves(self, i: int, found: _Fillers) -> None:
        """Say of whom the noun is said: its subject under a copula, what it stands beside, itself."""
        tree = self.tree
        if not found.has("self_of_predicate"):
            found.put("self_of_predicate", *self._stray_subject(i))
        selves = list(found.get("self_of_predicate"))
        if tree.deps[i] == "appos":
            selves.append(tree.heads[i])
        if tree.deps[i] in ("xcomp",) and tree.is_verbal(tree.heads[i]):
            other = self.slots(tree.heads[i])
            selves += other.get("object") or other.get("subject")
        if tree.deps[i] in ("compound", "nmod:desc", "amod") and tree.is_nominal(tree.heads[i]):
            selves.append(tree.heads[i])
        if tree.deps[i] == "acl:relcl" and not selves:
            selves.append(tree.heads[i])
        selves += [c for c in tree.children[i] if tree.deps[c] in ("flat", "nmod:desc") and tree.pos[c] == "PROPN"]
        found.put("self", *selves, *found.take("_appos"), i)
        found.put("itself", i)

    def _stray_subject(self, i: int) -> list[int]:
        """Return the subject of a noun that has a copula but hangs, with its subject, on the verb of the next clause."""
        tree = self.tree
        copula = next(iter(tree.kids(i, "cop")), None)
        if copula is None or tree.deps[i] not in ("obl", "advmod", "dep"):
            return []
        before = [c for c in tree.kids(tree.heads[i], "nsubj") if c < copula]
        return before[-1:]

    def _support(self, i: int, found: _Fillers) -> tuple[int, ...]:
        """Borrow subject and prepositional phrases of a support verb."""
        tree = self.tree
        head, dep = tree.heads[i], tree.deps[i]
        if dep == "conj":
            head, dep = tree.heads[head], tree.deps[head]
        if head == i or not tree.is_verbal(head):
            return ()
        verb = self.slots(head)
        name = " ".join([tree.lemmas[head], *(tree.words[p] for p in verb.get("particle"))])
        prep = tree.marker(i)
        supports = name in self.grammar.support and (dep in {"obj", "nsubj:pass"})
        supports = supports or (bool(prep) and f"{name} {prep}" in self.grammar.support)
        happens = dep in ("nsubj", "nsubj:pass") and name in self.grammar.happening
        if not (supports or happens) or (supports and verb.get("predicative")):  # "called the killing a crime"
            return ()
        if supports:
            found.put("broker" if tree.lemmas[head] in self.grammar.brokering else "subject", *verb.get("subject"))
        for slot, fillers in verb.fillers.items():
            if slot not in _CORE and slot != prep and not found.has(slot):
                found.put(slot, *fillers)
        return (head, *verb.get("particle")) if supports else ()

    def _adjective(self, i: int) -> Slots:
        tree, found = self.tree, _Fillers()
        for c in tree.children[i]:
            base = tree.bases[c]
            if base == "nsubj":
                found.put("self", self._resolve_relative(i, c))
            elif base in ("obl", "nmod"):
                found.put(tree.marker(c) or "unmarked", self._resolve_relative(i, c))
            elif base in ("advcl", "xcomp", "ccomp", "acl"):
                found.put("infinitive" if tree.marker(c) == "to" else tree.marker(c) or "clause", c)
        head = tree.heads[i]
        if tree.deps[i] == "amod":
            found.put("attributive", head)
        if tree.deps[i] in ("amod", "acl:relcl", "acl") and not found.has("self"):
            found.put("self", head)
        elif tree.deps[i] == "xcomp" and tree.is_verbal(head):
            other = self.slots(head)
            found.put("self", *(other.get("object") or other.get("subject")))
        elif tree.deps[i] == "conj" and not found.has("self") and head != i:
            found.put("self", *(self.slots(head).get("self") or self.slots(head).get("subject")))
        return Slots(found.frozen())


_ADDRESSED = ("object", "indirect", "on", "upon", "to", "with")
_PARTIES = ("subject", "possessor", "between", "among", "of", "by", "against")
_CORE = frozenset({"subject", "object", "indirect", "clause", "infinitive", "gerund", "predicative", "particle", "adverbial"})


def _is_finite(tree: Tree, i: int) -> bool:
    """Tell whether a verb or its first auxiliary is finite."""
    return any("VerbForm=Fin" in str(tree.doc[t].morph) for t in (i, *tree.kids(i, "aux", "cop")))


def _xcomp_slot(tree: Tree, c: int) -> str:
    if tree.is_verbal(c):
        return "gerund" if tree.tags[c] == "VBG" else "infinitive"
    return "infinitive" if tree.marker(c) == "to" else "predicative"


class _Fillers:
    """Slots while they are being gathered."""

    def __init__(self) -> None:
        self._slots: dict[str, list[int]] = {}

    def put(self, slot: str, *tokens: int) -> None:
        have = self._slots.setdefault(slot, [])
        have += [t for t in tokens if t not in have]

    def take(self, slot: str) -> list[int]:
        return self._slots.pop(slot, [])

    def get(self, slot: str) -> list[int]:
        return self._slots.get(slot, [])

    def has(self, slot: str) -> bool:
        return bool(self._slots.get(slot))

    def frozen(self) -> dict[str, tuple[int, ...]]:
        return {slot: tuple(tokens) for slot, tokens in self._slots.items() if tokens and not slot.startswith("_")}
