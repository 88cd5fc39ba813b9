"""Lexicon and learned heads make one answer.

The lexicon proposes claims and explains them; the heads say how likely each is, decide between the senses of a word, fill roles that a
frame left open, and find what no frame covers. How far each is believed stands in ``learned.yaml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final, Literal

from dragoman.actors.cast import CastMention
from dragoman.claims import ROLES, ActorId
from dragoman.coding.frames.compose import may_become
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.drafting import first_draft, narrowed, told, without_repeats
from dragoman.coding.frames.match import Hit
from dragoman.coding.implied import by_its_words
from dragoman.coding.learned_rules import rule_of
from dragoman.coding.lexicon import Trust
from dragoman.coding.roles.apart import has_no_part, turned
from dragoman.coding.roles.before import fitting, of_others
from dragoman.coding.roles.borne import told_of
from dragoman.coding.roles.sides import is_alone, lacks_subject, others
from dragoman.coding.scene import Scene, matcher_of, named_in
from dragoman.language.marks import Mark
from dragoman.ontology import RelationType
from dragoman.ontology import load as load_ontology

Coder = Literal["lexicon", "learned"]
CODERS: Final[tuple[Coder, ...]] = ("lexicon", "learned")
_EVEN: Final = 0.5  # of what the heads were not asked
_LINKING: Final = frozenset({"case", "mark", "cc", "det", "punct", "fixed"})  # "*concerning* the raid"
_LEANING: Final = frozenset({"aux", "cop", "compound", "xcomp", "obj", "advmod"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """The heads' word on one report.

    Attributes:
        at: marks by token and type.
    """

    scene: Scene
    trust: Trust
    at: Mapping[tuple[int, str], Mark] = field(default_factory=dict)

    @property
    def relations(self) -> Mapping[str, RelationType]:
        """What is known of the types of relations."""
        return load_ontology().relations

    def first_draft(self, ranked: tuple[Hit, ...]) -> Draft | None:
        """Return the claim of the best hit that makes one, as the heads see it."""
        made = first_draft(self.scene, ranked, self._is_hopeless)
        if made is None or self._is_denied(made):
            return None
        return self.completed(made)

    def _is_hopeless(self, draft: Draft) -> bool:
        """Tell whether a claim will fall whatever its time and certainty make of it; which need not be asked then."""
        if self._is_plain(draft):
            return False
        return all(self._is_denied(draft.with_(type=kind)) for kind in may_become(draft.type, self.scene.lexicon))

    def _is_plain(self, draft: Draft) -> bool:
        return draft.hit is not None and draft.hit.weight >= self.trust.spare

    def _is_denied(self, draft: Draft) -> bool:
        """Tell whether the heads hold a claim so unlikely that it falls; never one of a user's own frames, of sure or of plain words."""
        plain = self._is_plain(draft)
        if draft.hit is not None and (_is_own(draft) or draft.hit.frame.sure or (plain and len(draft.roles) > 1)):
            return False
        likely = self.likely(draft)
        return likely < self.trust.of(draft.type).keep or (not plain and is_off_topic(self.scene, draft.type, likely, draft.tokens))

    def ranked(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return the frames of a word, the best first: a user's own, then by weight and how likely their types are, none being certain."""
        sure = {h.frame.id: 1.0 if h.frame.type == "none" else self._of(h.frame.type, h.tokens) for h in hits}
        return tuple(sorted(hits, key=lambda h: (not h.frame.own, -(h.weight + self.trust.sense * sure[h.frame.id]))))

    def likely(self, draft: Draft) -> float:
        """Return how likely the heads hold a claim of this type, or of the type it had before it was put in the future, at its trigger."""
        return max(self._of(kind, draft.tokens) for kind in draft.kinds)

    def _of(self, kind: str, tokens: Iterable[int]) -> float:
        return max((m.likely for t in tokens if (m := self.at.get((t, kind)))), default=0.0)

    def completed(self, draft: Draft) -> Draft:
        """Return the draft with roles as the heads see them, where they are surer than its frame."""
        mark = max((m for t in draft.tokens if (m := self.at.get((t, draft.type)))), key=lambda m: m.likely, default=None)
        if mark is None:
            return draft
        theirs = self.fillers(mark, self.trust.fill)
        roles = dict(draft.roles) if mark.likely < self.trust.sure or _is_own(draft) else self._checked(draft, mark, theirs)
        taken = {m.mention.actor for found in roles.values() for m in found}
        for role, found in theirs.items():
            fresh = tuple(m for m in found if m.mention.actor and m.mention.actor not in taken)
            mutual = role == "recipient" and len(roles.get("actor", ())) > 1  # who agree or meet do nothing to a third
            if role not in roles and fresh and not mutual:
                roles[role] = fresh
                taken |= {m.mention.actor for m in fresh}
        if is_alone(self.scene, made := draft.with_(roles=roles)) or lacks_subject(self.scene, made):
            roles["actor"] = (*roles["actor"], *others(self.scene, made, self.fillers(mark, self.trust.beside).get("actor", ())))
        if roles == draft.roles:
            return draft
        return draft.with_(roles=of_others(self.scene, draft.token, without_repeats(draft.token, roles)))

    def _checked(self, draft: Draft, mark: Mark, theirs: Mapping[str, tuple[CastMention, ...]]) -> dict[str, tuple[CastMention, ...]]:
        """Return a frame's roles, each without those whom the heads see no part for where they see somebody else's in it."""
        roles = dict(draft.roles)
        for role, found in draft.roles.items():
            seen = tuple(m for m in found if self._has_part(mark, m))
            roles[role] = seen or theirs.get(role) or found
        return roles

    def _has_part(self, mark: Mark, mention: CastMention) -> bool:
        """Tell whether the heads give somebody a part, by this mention or another; outside their sentence they see nobody."""
        sentences, caster = self.scene.tree.sentences, self.scene.caster
        if sentences[mention.head] != sentences[mark.token]:
            return True
        if any(mention.first <= t < mention.last for t, _, _ in mark.roles):
            return True
        who = mention.mention.actor
        return who is not None and any(m.mention.actor == who for t, _, _ in mark.roles for m in caster.alone(t))

    def fillers(self, mark: Mark, least: float) -> dict[str, tuple[CastMention, ...]]:
        """Return who is in a mark's roles by the heads, each as the cast knows him."""
        found: dict[str, dict[CastMention, None]] = defaultdict(dict)
        own = ROLES[:3] if mark.type.isupper() else ROLES[3:]
        for token, seen, likely in mark.roles:
            if likely < least or token in self.scene.dated:
                continue
            role = turned(self.scene, mark.token, token, seen)
            if role in own and not has_no_part(self.scene, mark.type, mark.token, token, role):
                found[role].update(dict.fromkeys(self._who(mark, token, role)))
        return fitting(self.scene, mark.type, mark.token, {role: tuple(mentions) for role, mentions in found.items() if mentions})

    def _who(self, mark: Mark, token: int, role: str) -> Sequence[CastMention]:
        caster, tree = self.scene.caster, self.scene.tree
        whole = role == "object" and mark.type in self.scene.lexicon.grammar["bodies"]  # whoever leads *his* plan does not lead him
        here = tuple(m for m in caster.alone(token) if not whole or m.first <= token < m.last)
        if here or role == "actor" or tree.pos[token] not in ("NOUN", "PROPN"):
            return here
        plain = caster.plain(token)
        return () if mark.type.isupper() and caster.is_matter(plain) else (plain,)

    def silenced(self, ranked: Iterable[tuple[Hit, ...]]) -> dict[bool, set[int]]:
        """Return the words that a frame of type none fits best, for events (true) and for relations.

        Verbs that lend their noun a subject may still tell an event: "*denied* the Holocaust".

        A wording of a verb and its noun is meant whole: where it tells nothing, neither of them does ("took *control* of the chamber").
        """
        lending = self.scene.lexicon.grammar["support"]
        none = [hits[0] for hits in ranked if hits[0].frame.type == "none"]
        whole = {t for hit in none if hit.pattern.noun for t in hit.tokens}
        alone = {hit.token for hit in none}
        return {False: whole | alone, True: whole | {t for t in alone if self.scene.tree.lemmas[t] not in lending}}

    def alone(self, drafts: Sequence[Draft], silent: Mapping[bool, Collection[int]]) -> Iterator[Draft]:
        """Yield the claims that only the heads find, none at words that frames of type none silence for events (true) or relations."""
        taken = {(t, kind) for d in drafts for t in d.tokens for kind in d.kinds}
        found = list(drafts)
        names, unnamed = named_in(self.scene.cast), self.scene.lexicon.grammar["unnamed"]
        events = {d.token for d in drafts if d.is_event}
        for mark in sorted(self.at.values(), key=lambda m: (m.token, m.type)):
            if mark.likely < least_of(self.scene, mark) or mark.token in self.scene.caster.timed or self._is_told(mark, taken):
                continue
            if is_off_topic(self.scene, mark.type, mark.likely, (mark.token,), alone=True):
                continue
            if mark.type in unnamed and mark.token in names and not self.scene.tree.doc[mark.token].is_lower:
                continue  # the "Coalition to *Defeat* the Vale Front" is called so
            is_event = mark.type.isupper()
            if mark.token in silent.get(is_event, ()) or (is_event and mark.token in events):  # one word, one event: the frame's
                continue
            if self.scene.tree.bases[mark.token] in _LINKING:
                continue
            made = self._made(mark)
            told = self._is_same if mark.type in self.relations else self._is_part
            if made and not any(told(made, d) for d in found):
                yield made
                found.append(made)
                taken.add((mark.token, mark.type))

    def _is_same(self, made: Draft, told: Draft) -> bool:
        """Tell whether a relation is told in the same sentence already: "*served* as the *mayor*"."""
        sentences = self.scene.tree.sentences
        if made.type != told.type or sentences[made.token] != sentences[told.token]:
            return False
        ours, theirs = _parties(made), _parties(told)
        return all(who & theirs[role] for role, who in ours.items() if role in theirs)

    def _is_part(self, made: Draft, told: Draft) -> bool:
        """Tell whether an event is told beside it with nobody else: "an *exchange* of fire", "a *donor* of aid", "*said* he's to blame"."""
        heads, bases, theirs = self.scene.tree.heads, self.scene.tree.bases, _parties(told)
        if heads[told.token] == made.token and bases[told.token] in ("nmod", "ccomp", "acl"):
            return made.type == told.type and all(who <= theirs.get(role, set()) for role, who in _parties(made).items())
        below = heads[made.token] == told.token and bases[made.token] == "nmod"
        return made.type == told.type and below and _parties(made) == theirs

    def _is_told(self, mark: Mark, taken: set[tuple[int, str]]) -> bool:
        """Tell whether a claim of the type stands already at the word, or at the word that it leans on."""
        tree = self.scene.tree
        near = [*self._joined(mark.token), *(c for c in tree.children[mark.token] if tree.bases[c] in _LEANING)]
        if tree.bases[mark.token] in _LEANING:
            near.append(tree.heads[mark.token])
        return any((t, mark.type) in taken for t in near)

    def _joined(self, token: int) -> Iterator[int]:
        """Yield a word and those that it is joined to without a space between, as the parts of *test-fired* are."""
        doc = self.scene.tree.doc
        yield token
        for step in (-1, 1):
            i = token
            while 0 <= i + step < len(doc) and not doc[min(i, i + step)].whitespace_ and not doc[i + step].is_space:
                i += step
                yield i

    def _made(self, mark: Mark) -> Draft | None:
        tree, i = self.scene.tree, mark.token
        parts = without_repeats(i, self.fillers(mark, self.trust.part))
        likely = narrowed(self.scene, mark.type, i, told_of(self.scene, mark.type, i, parts))
        roles = without_repeats(i, self.fillers(mark, self.trust.role)) if mark.type.isupper() else likely
        who = {m.mention.actor for found in likely.values() for m in found if m.mention.actor}
        known = bool(who) and not (mark.type in self.trust.doers and "actor" not in likely)
        if not (known and roles) and mark.likely < self.trust.bare:
            return None
        relation = self.relations.get(mark.type)
        if relation is not None and not (len(roles) == 2 or (relation.symmetric and len(who) > 1)):  # it has two ends
            return None
        if len(who) < 2 and mark.likely < self.trust.single:
            return None
        tokens = tuple(sorted({i, *tree.kids(i, "compound:prt")}))
        made = Draft(type=mark.type, rule=rule_of(mark), tokens=tokens, roles=roles)
        return by_its_words(self.scene, told(self.scene, made, self.scene.reader.slots(i)))


def are_asked(scene: Scene, coders: Collection[Coder]) -> bool:
    """Tell whether there are learned heads and they are asked."""
    return "learned" in coders and scene.has_heads


def least_of(scene: Scene, mark: Mark) -> float:
    """Return how likely the heads must hold a claim that only they find."""
    return scene.lexicon.trust.least(mark.type, light=scene.tree.lemmas[mark.token] in scene.lexicon.grammar["light"])


def is_off_topic(scene: Scene, kind: str, likely: float, tokens: Collection[int], *, alone: bool = False) -> bool:
    """Tell whether what the report is about makes a claim too doubtful to be told.

    Args:
        scene: the report.
        kind: the claim's type.
        likely: how likely the heads hold it.
        tokens: its trigger.
        alone: whether only the heads find it.
    """
    about = scene.lexicon.trust.about
    least = about.alone if alone else about.least
    return likely < about.anywhere.get(kind, 2.0) and scene.subject.odds(about, likely, tokens) < log(least)


def in_place(scene: Scene, drafts: Iterable[Draft], coders: Collection[Coder]) -> list[Draft]:
    """Return what is told of words that the heads do not look at, where the report is about such things at all."""
    if not are_asked(scene, coders):
        return list(drafts)
    return [d for d in drafts if not is_off_topic(scene, d.type, _EVEN, d.tokens)]


def _parties(draft: Draft) -> dict[str, set[ActorId | None]]:
    """Return who is in a claim's roles."""
    return {role: {m.mention.actor for m in who} for role, who in draft.roles.items()}


def _is_own(draft: Draft) -> bool:
    """Tell whether a claim is of one of a user's own frames."""
    return draft.hit is not None and draft.hit.frame.own


def _without_spent(ranked: Sequence[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """Return the frames of words but for events of nouns that a verb's wording of type none takes with it: "*poses* a *threat*"."""
    none = (hits[0] for hits in ranked if hits[0].frame.type == "none" and hits[0].pattern.noun)
    spent = {t for hit in none for t in hit.tokens if t != hit.token}
    return [hits for hits in ranked if hits[0].token not in spent or hits[0].frame.own or not hits[0].frame.type.isupper()]


def proposed(scene: Scene, coders: Collection[Coder]) -> list[Draft]:
    """Return the claims of a report's words by the coders asked; by the frames alone where the pipeline has no learned heads."""
    rivals = matcher_of(scene).rivals() if "lexicon" in coders else ()
    if not are_asked(scene, coders):
        return [made for hits in _without_spent(list(rivals)) if (made := first_draft(scene, hits))]
    opinion = Opinion(scene, scene.lexicon.trust, {(m.token, m.type): m for m in scene.marks})
    ranked = _without_spent([opinion.ranked(hits) for hits in rivals])
    drafts = [made for hits in ranked if (made := opinion.first_draft(hits))]
    return [*drafts, *opinion.alone(drafts, opinion.silenced(ranked))]
