"""From the tokens that fill a frame's slots to the mentions that fill its roles."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Mention, MentionId
from dragoman.coding.frames.draft import span_of
from dragoman.coding.frames.slots import SlotReader, Slots
from dragoman.coding.lexicon import SlotSpec
from dragoman.coding.roles.extent import complete
from dragoman.coding.tree import Tree

_MAX_DEPTH = 3
_BEFORE = frozenset({"amod", "compound", "nmod"})
_BEARING = frozenset({"self", "bearer"})  # whom a noun is said of is said of nobody who owns him
_OPPOSED = frozenset({"against", "over"})  # who is against what is done against somebody is not against him
LANDS = frozenset({"state", "territory"})
_ADOPTING = frozenset({"igo", "government_body"})
_SEIZING = LANDS | _ADOPTING | {"armed_force"}  # these arrest and are not arrested
_OWNING = (frozenset({"of", "from", "against", "on"}), frozenset({"of", "from"}))


@dataclass(frozen=True, slots=True)
class Caster:
    """Finds who is meant by a token of a role.

    A role's mention is the actor, not the clause around it: where the phrase itself is no actor, the actor
    that owns it stands in ("*Israeli* air strikes killed", "condemned *Iran's* test").

    Attributes:
        timed: tokens of times of any kind, which are nobody.
        towns: tokens of the names of towns.
    """

    tree: Tree
    reader: SlotReader
    cast: Cast
    timed: frozenset[int] = frozenset()
    delegates: frozenset[str] = frozenset()
    namely: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    likenesses: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    manned: frozenset[str] = frozenset()
    sited: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    unadopted: frozenset[str] = frozenset()
    making: frozenset[str] = frozenset()
    wielded: frozenset[str] = frozenset()
    wielding: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    premises: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    fates: frozenset[str] = frozenset()
    inflicted: frozenset[str] = frozenset()
    calamities: frozenset[str] = frozenset()
    meaningless: frozenset[str] = frozenset()
    towns: frozenset[int] = frozenset()

    def fill(self, spec: SlotSpec, slots: Slots, *, at: int | None = None, doing: bool = False) -> tuple[CastMention, ...]:
        """Return the mentions of the first alternative of slots that holds any, for the predicate at token at.

        Whoever does something is not whom what he does is done to: "strikes on *rebels* killed ten" (`doing`).
        """
        for union in spec:
            found: dict[CastMention, None] = {}
            for slot in union:
                for t in () if self._is_likeness(slots, slot) else self.reader.path(slots, slot.rstrip("!")):
                    here = self.mentions(t, places=slot.endswith("!"), owners=slot not in _BEARING, at=at)
                    here = tuple(m for m in here if not (doing and self._is_target(m, t)) and not self._says_what_kind(m))
                    found.update(dict.fromkeys(m for m in here if slot != "bearer" or self.is_told(m, slots)))
            if found:
                return tuple(sorted(found, key=lambda m: (m.mention.start, m.mention.end, m.mention.actor or "")))
        return ()

    def _is_likeness(self, slots: Slots, slot: str) -> bool:
        """Tell whether a slot is what stands below a thing that shows somebody: the "of" of "a statue *of Lenin*"."""
        above = slot.partition(".")[0]
        return "." in slot and any(self.tree.lemmas[t] in self.likenesses for t in slots.get(above))

    def _is_target(self, mention: CastMention, t: int) -> bool:
        """Tell him to whom a noun's act is done: "strikes on *rebels*"; one named in the noun's own words may own it."""
        tree = self.tree
        below = None if tree.is_verbal(t) else tree.below(t, mention.head)
        return below is not None and tree.deps[below] == "nmod" and tree.marker(below) in ("on", "against")

    def _says_what_kind(self, mention: CastMention) -> bool:
        """Tell an adjective that says of what kind an act is, and names nobody: "a *terrorist* attack"."""
        kind = self.tree.lemmas[mention.head] in self.meaningless and mention.last - mention.first == 1
        return kind and self.tree.bases[mention.head] in ("amod", "compound") and mention.head < self.tree.heads[mention.head]

    def is_told(self, mention: CastMention, slots: Slots) -> bool:
        """Tell whether a noun says of somebody what he is, and does not just name some by it: "*members* of the party met"."""
        return mention.form != "generic" or mention.head not in slots.get("itself")

    def thing(self, spec: SlotSpec, slots: Slots, *, at: int | None = None) -> tuple[CastMention, ...]:
        """Return the places, things or numbers of people that stand first in the slots of a role: "shelled the *power plant*"."""
        for slot in (s for union in spec for s in union):
            for t in map(self._counted, self.reader.path(slots, slot.rstrip("!"))):
                if self.tree.pos[t] in ("NOUN", "PROPN", "NUM") and t not in self.timed and not self.reader.counted(t):
                    listed = (c for c in self.tree.conjuncts(t) if self.tree.pos[c] in ("NOUN", "PROPN") or c == t)
                    listed = (c for c in listed if c == t or not self._is_told_before(at, t, c))
                    return tuple(self.plain(c) for c in listed)
        return ()

    def is_land(self, mention: CastMention) -> bool:
        """Tell whether a mention names a state or territory, or a place."""
        actor = self.cast.acting(mention)
        return mention.place or (actor is not None and actor.kind in LANDS)

    def is_deed(self, mention: CastMention) -> bool:
        """Tell whether words of nobody name what is done or is so: "deplored the *attacks*"."""
        lemma = self.tree.lemmas[mention.head]
        return not (mention.mention.actor or mention.stands_for) and (lemma in self.deeds or lemma in self.fates)

    def is_thing(self, mention: CastMention) -> bool:
        """Tell whether words of nobody are no name, no number of people and nothing with people on board: "protested *unpaid wages*"."""
        named = mention.mention.actor or mention.stands_for or self.tree.pos[mention.head] in ("NUM", "PROPN")
        return not named and self.tree.lemmas[mention.head] not in self.manned

    def suffered(self, t: int) -> tuple[CastMention, ...]:
        """Return those whose fate a noun names: "the death *of X*", "*X's* murder"; nobody of other nouns."""
        tree = self.tree
        if tree.lemmas[t] not in self.fates:
            return ()
        owned = [c for c in tree.kids(t, "nmod:poss") if not self._does_it(t, c)]
        owners = [*owned, *(c for c in tree.kids(t, "nmod") if tree.marker(c) == "of")]
        return tuple(m for o in owners for c in tree.conjuncts(o) for m in self._of(c, places=False, depth=1))

    def is_sufferer(self, mention: CastMention, *, but: Container[int] = ()) -> bool:
        """Tell him whose fate a noun over him names, one of the tokens left out: "the arrest *of X*", "*X's* return"."""
        tree, t = self.tree, self.tree.first_conjunct(mention.head)
        fate = tree.heads[t]
        if fate in but or tree.lemmas[fate] not in self.fates or tree.is_verbal(fate):
            return False
        return (tree.deps[t] == "nmod:poss" and not self._does_it(fate, t)) or (tree.deps[t] == "nmod" and tree.marker(t) == "of")

    def is_matter(self, mention: CastMention) -> bool:
        """Tell whether words of nobody name what is said, asked or proposed, to which nothing is done."""
        return not (mention.mention.actor or mention.stands_for) and self.tree.lemmas[mention.head] in self.sayings

    def _counted(self, t: int) -> int:
        """Return the land of which a noun says how much: "parts of *the north*"; any other noun as it is."""
        below = self.reader.counted(t)
        return below[0] if below and self.tree.pos[below[0]] == "PROPN" else t

    def plain(self, t: int) -> CastMention:
        """Return a mention of a noun with the modifiers before it, referring to no actor."""
        tree = self.tree
        left = [c for c in tree.children[t] if c < t and tree.deps[c] in ("amod", "compound", "nummod", "nmod:poss")]
        first = min([t, *left])
        start, end = span_of(tree, first, t + 1)
        known = next((m for m in self.cast.at(t)), None)
        if known:
            return known
        made = CastMention(
            mention=Mention(id=MentionId(""), start=start, end=end, text=tree.text[start:end]),
            first=first,
            last=t + 1,
            head=t,
            form="description",
        )
        return complete(tree, made, quantities=self.quantities)

    def alone(self, t: int) -> tuple[CastMention, ...]:
        """Return who token t refers to, without what is coordinated with it; a place's name may stand for its state."""
        return tuple(dict.fromkeys(self._of(t, places=True, depth=0)))

    def mentions(self, t: int, *, places: bool = False, owners: bool = True, at: int | None = None) -> tuple[CastMention, ...]:
        """Return who token t and what is coordinated with it refer to.

        Args:
            t: the head token of a phrase.
            places: whether a place's name may stand for the state that it names ("flew to Beijing").
            owners: whether the actor that owns what is no actor may stand in for it.
            at: the predicate; what stands before its turn is told of t alone ("*A*, the leader of X, and B").
        """
        found: list[CastMention] = []
        for one in self.tree.conjuncts(t):
            if one != t and (self._begins_anew(t, one) or self._is_told_before(at, t, one)):
                break
            if one != t and self._is_excepted(one):
                continue
            found += self._of(one, places=places, depth=0 if owners else _MAX_DEPTH)
        return tuple(dict.fromkeys(found))

    def _of(self, t: int, *, places: bool, depth: int) -> list[CastMention]:
        here = [m for m in self.cast.at(t) if (m.mention.actor and not m.place) or (places and m.place and m.stands_for)]
        if here:
            return self._sent_by(t, places=places) or self._named(t) or here
        for owners in self._owners(t) if depth < _MAX_DEPTH and self.tree.pos[t] != "PRON" else ():
            if found := [m for o in owners for c in self.tree.conjuncts(o) for m in self._of(c, places=places, depth=depth + 1)]:
                return found
        return []

    def _begins_anew(self, t: int, other: int) -> bool:
        """Tell whether what is coordinated is told of in its own turn: "A, *led* by B and C, *led* by D"."""
        tree = self.tree
        again = any(tree.lemmas[c] == tree.lemmas[tree.heads[t]] for c in tree.kids(other, "acl"))
        return again or (bool(tree.kids(other, "nmod:poss")) and self._is_another(t, other))

    def _is_another(self, t: int, other: int) -> bool:
        """Tell what somebody has or does, beside somebody: "the release of prisoners and *Ann Lee's election*"."""
        tree = self.tree
        named, thing = self.cast.at(t), tree.lemmas[other] not in self.premises and tree.pos[other] == "NOUN"
        return thing and not self.cast.at(other) and any(m.mention.actor or m.stands_for for m in named)

    def _is_told_before(self, at: int | None, t: int, other: int) -> bool:
        """Tell whether a predicate is told of t before what is coordinated comes, of which it is not: "A, *led* by X, and B".

        One before its noun is told of what has neither an article nor an attribute of its own: "the *ruling* party and *the* opposition".
        """
        tree = self.tree
        if at is not None and at < t and tree.heads[at] == t and tree.bases[at] in _BEFORE:
            return bool(tree.kids(other, "det", "amod", "nummod"))
        if at is None or not t < at < other:
            return at == t and bool(tree.kids(other, "det", "nummod"))  # "seven rebel *members* and *a* major"
        way = list(tree.ancestors(at))
        return t in way and other not in way[: way.index(t)]

    def _is_excepted(self, other: int) -> bool:
        """Tell whether what is coordinated is just what is not meant: "by Chad but *not* by Sudan or Mali"."""
        tree, above = self.tree, self.tree.heads[other]
        excepted = any(tree.words[c] == "not" for c in tree.kids(other, "advmod", "cc"))
        return excepted or (tree.deps[above] == "conj" and tree.has(above, ("but",), "cc") and self._is_excepted(above))

    def _sent_by(self, t: int, *, places: bool) -> list[CastMention]:
        """Return the several actors whose delegates act together: "representatives of *Sudan* and *Egypt* met"."""
        tree = self.tree
        if tree.lemmas[t] not in self.delegates:
            return []
        senders = [c for c in tree.kids(t, "nmod") if tree.marker(c) in ("of", "from")]
        found = [m for s in senders for c in tree.conjuncts(s) for m in self._of(c, places=places, depth=_MAX_DEPTH)]
        return found if len({m.mention.actor for m in found}) > 1 else []

    def _named(self, t: int) -> list[CastMention]:
        """Return whom a plural noun's phrase goes on to name: "states such as *Sudan* and *Egypt*"."""
        tree = self.tree
        examples = [c for c in tree.kids(t, "nmod") if tree.marker(c) in self.namely]
        return [m for e in examples for c in tree.conjuncts(e) for m in self._of(c, places=True, depth=_MAX_DEPTH)]

    def _owners(self, t: int) -> Iterable[list[int]]:
        """Yield groups of tokens whose actors may stand for t, nearest in meaning first."""
        tree = self.tree
        aside = tree.lemmas[t] in self.accompanying and tree.marker(t) == "with" and tree.bases[t] == "obl"
        aside = aside or (tree.lemmas[t] in self.venues and tree.marker(t) in ("at", "outside", "inside"))
        if aside or tree.lemmas[t] in self.likenesses or tree.lemmas[t] in self.somebody:  # a statue of somebody is not his
            return
        if tree.is_verbal(t):
            yield list(self.reader.slots(t).get("subject"))
            return
        befalls = tree.lemmas[t] in self.fates
        yield [c for c in tree.kids(t, "appos") if self._kind(c) == "person" and not tree.kids(c, "det")]  # "its chair, *Ann Lee*"
        yield [c for c in tree.kids(t, "nmod:poss") if not befalls or self._does_it(t, c)]
        yield [c for c in tree.kids(t, "nmod") if tree.marker(c) in ("by",)]
        yield self._makers(t)
        near = [c for kid in tree.kids(t, "amod", "compound", "nmod:desc", "flat") for c in tree.hyphened(kid)]
        before = [c for c in near if not self.is_matter_of(t, c)]
        before = [c for c in before if not ((befalls and self._kind(c) == "person") or (self._is_draft(t) and self._kind(c) in _ADOPTING))]
        before = [c for c in before if not (c in self.towns or tree.lemmas[c] in self.premises) or tree.lemmas[t] not in self.sited]
        yield [c for c in before if not tree.is_verbal(c)]  # "a Saudi-backed *Yemeni* offensive"
        yield before
        owning = _OWNING[tree.marker(t) in _OPPOSED] - ({"on"} if tree.lemmas[t] in self.matters else set())
        owning -= {"of", "against", "on"} if befalls or tree.lemmas[t] in self.inflicted else set()
        yield [c for c in tree.kids(t, "nmod") if tree.marker(c) in owning]
        yield tree.kids(t, "appos")

    def _does_it(self, t: int, owner: int) -> bool:
        """Tell whether he whose a noun of what befalls somebody is does it: a state, or anybody where its "of" says to whom."""
        return self._kind(owner) in _SEIZING or any(self.tree.marker(c) == "of" for c in self.tree.kids(t, "nmod"))

    def _makers(self, t: int) -> list[int]:
        """Return who has made an offer or paper or set off a weapon, where a participle says so: "the plan *laid out by Oslo*"."""
        tree = self.tree
        wielded = tree.lemmas[t] in self.wielded
        if not (wielded or tree.lemmas[t] in self.papers or tree.lemmas[t] in self.sayings):
            return []
        how = self.wielding if wielded else self.making
        made = [v for v in tree.kids(t, "acl") if tree.lemmas[v] in how and tree.is_passive(v)]
        return [a for v in made for a in self.reader.slots(v).get("subject")]

    def _is_draft(self, t: int) -> bool:
        """Tell a paper that the body named before it has not adopted yet: a "*draft* Council statement"."""
        return self.tree.lemmas[t] in self.papers and self.tree.has(t, self.unadopted, "amod", "compound")

    def is_matter_of(self, t: int, c: int) -> bool:
        """Tell a land whose name before a noun says what a paper is about, or where a war was: "the *Kosovo* resolution"."""
        befell = self.tree.lemmas[t] in self.calamities and {"on", *_OPPOSED}.isdisjoint(map(self.tree.marker, self.tree.kids(t, "nmod")))
        named = self.tree.deps[c] == "compound" and not self.tree.doc[c].text.isupper() and "." not in self.tree.words[c]
        return (befell or (named and self.tree.lemmas[t] in self.papers)) and self._kind(c) in LANDS

    def _kind(self, c: int) -> str:
        """Return of what kind he is whom a word names, empty where it names nobody."""
        return next((who.kind for m in self.cast.at(c) if (who := self.cast.who(m))), "")
