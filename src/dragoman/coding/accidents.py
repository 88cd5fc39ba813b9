"""Deaths, injuries and explosions by nobody's hand: crashes, gas leaks, lightning, a bus that strikes people.

What harmed people is told by the report's own words. An attack is one that has a doer who is no vehicle, or whose sentence names weapons or
attackers; the words of both kinds are classes of the lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

_STATED = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Accidents:
    """What a report tells of accidents: the words of each of its sentences, and the lexicon's classes of words."""

    tree: Tree
    lexicon: Lexicon
    said: dict[int, set[str]]

    def of(self, name: str) -> frozenset[str]:
        """Return a class of the lexicon."""
        return self.lexicon.classes.get(name, frozenset())

    def words(self, draft: Draft) -> set[str]:
        """Return the words of a claim's sentence."""
        return self.said.get(self.tree.sentences[draft.token], set())

    def is_harm(self, draft: Draft) -> bool:
        """Tell whether a claim is of what accidents do to people as attacks do."""
        return self.tree.lemmas[draft.token] in self.lexicon.grammar["harm"]

    def is_burst(self, draft: Draft) -> bool:
        """Tell whether a claim's own noun may name an accident: "an *explosion* at a fireworks factory", "a *lightning* strike"."""
        tree, i = self.tree, draft.token
        beside = {tree.lemmas[c] for c in tree.children[i]}
        if beside & self.of("harmless"):
            return True
        here, burst = self.words(draft), self.of("burst")
        told = tree.lemmas[i] in burst or any(tree.lemmas[c] in burst for c in tree.kids(i, "nsubj"))  # "a blast *tore through* a bakery"
        return told and bool(here & self.of("hazard")) and not here & self.of("weapon")

    def is_driven(self, draft: Draft) -> bool:
        """Tell whether what harmed somebody is a vehicle: "a plane crashed, *killing* its pilot", "a bus that *struck* them"."""
        if self._is_wrecked(draft):
            return True
        if self.words(draft) & self.of("weapon"):
            return False
        said = self.tree.kids(draft.token, "nsubj", "obl:agent")
        doers = [i for i in said if self.tree.lemmas[i] in self.of("vehicle")] or [m.head for m in draft.roles.get("actor", ())] or said
        struck = self.tree.lemmas[draft.token] in self.of("run_into")
        return bool(doers) and all(self.tree.lemmas[i] in self.of("road") if struck else self._is_vehicle(i) for i in doers)

    def _is_wrecked(self, draft: Draft) -> bool:
        """Tell whether a harm comes of a crash that nobody caused, whatever was under way: "crashed in a raid, *killing* its pilot"."""
        tree, wreck = self.tree, self.tree.heads[draft.token]
        outcome = tree.bases[draft.token] == "advcl" and tree.tags[draft.token] == "VBG"
        if outcome and tree.bases[wreck] == "advcl" and tree.lemmas[wreck] not in self.of("wreck"):
            wreck = tree.heads[wreck]  # "crashed while repelling a raid, *killing* its pilot"
        crashes = outcome and tree.lemmas[wreck] in self.of("wreck") and any(self._is_vehicle(s) for s in tree.kids(wreck, "nsubj"))
        return crashes and not self.words(draft) & self.of("downing")

    def drilled(self) -> set[int]:
        """Return the sentences in which something befalls those who practise, and no attacker is named: "died *during an exercise*"."""
        tree, drill, foe = self.tree, self.of("drill"), self.of("foe")
        during = (i for i, lemma in enumerate(tree.lemmas) if lemma in drill and tree.marker(i) == "during")
        return {n for n in map(tree.sentences.__getitem__, during) if not self.said[n] & foe}

    def _is_vehicle(self, i: int) -> bool:
        """Tell whether a phrase is a vehicle's, or does what only vehicles do: "the Tejas *crashed*"."""
        tree = self.tree
        if tree.lemmas[i] in self.of("vehicle"):
            return True
        governor = tree.heads[i]
        crashes = tree.lemmas[governor] in self.of("wreck") and not any(tree.bases[c] == "obj" for c in tree.children[governor])
        relative = any(tree.lemmas[c] in self.of("wreck") for c in tree.kids(i, "acl:relcl", "acl"))
        return tree.lemmas[i] not in self.of("people") and (relative or (crashes and tree.deps[i] in _STATED))

    def happened(self) -> set[int]:
        """Return the sentences that tell of an accident or a disaster: "*crashed*", "the *bridge* *collapsed*", "a bus struck"."""
        mishap, breakdown, structure = self.of("mishap"), self.of("breakdown"), self.of("structure")
        found = {n for n, words in self.said.items() if words & mishap or (words & breakdown and words & structure)}
        found |= {n for n, words in self.said.items() if words & self.of("burst") and words & self.of("hazard")}
        return found | {self.tree.sentences[i] for i in self._struck()}

    def _struck(self) -> Iterator[int]:
        """Yield the verbs by which vehicles strike people."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemmas):
            if lemma in self.of("run_into") and any(tree.lemmas[c] in self.of("road") for c in tree.kids(i, "nsubj", "obl:agent")):
                yield i


def without_accidents(drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> list[Draft]:
    """Drop deaths and injuries by nobody's hand, where what the report tells of next before them is an accident and no attack."""
    violent = [d for d in drafts if d.type == "ASSAULT"]
    if not violent:
        return list(drafts)
    report = Accidents(tree, lexicon, _said(tree, lexicon.classes.get("stored_at", frozenset())))
    driven = {id(d) for d in violent if (report.is_harm(d) or tree.lemmas[d.token] in report.of("run_into")) and report.is_driven(d)}
    burst = {id(d) for d in violent if "actor" not in d.roles and report.is_burst(d)}
    drilled = report.drilled()
    drills = {id(d) for d in violent if "actor" not in d.roles and tree.sentences[d.token] in drilled}
    gone = driven | burst | drills
    attacked = {tree.sentences[d.token] for d in violent if id(d) not in gone and (not report.is_harm(d) or "actor" in d.roles)}
    causes = report.happened() | drilled | attacked | {tree.sentences[d.token] for d in violent if id(d) in gone}

    def is_accident(draft: Draft) -> bool:
        nearest = max((s for s in causes if s <= tree.sentences[draft.token]), default=None)
        return "actor" not in draft.roles and nearest is not None and nearest not in attacked

    gone |= {id(d) for d in violent if report.is_harm(d) and is_accident(d)}
    return [d for d in drafts if id(d) not in gone]


def _said(tree: Tree, stored_at: frozenset[str]) -> dict[int, set[str]]:
    """Return the nouns and verbs of each sentence, as words and as their lemmas, with the words that describe nouns.

    What is stored or made somewhere is not told by the place's name: a "*weapons* depot" has no weapon in it that hits anybody.
    """
    said: dict[int, set[str]] = defaultdict(set)
    for i, lemma in enumerate(tree.lemmas):
        stored = tree.bases[i] == "compound" and tree.lemmas[tree.heads[i]] in stored_at
        if tree.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ") and not (stored and lemma not in stored_at):
            said[tree.sentences[i]] |= {lemma, tree.words[i]}
    return said
