"""What became of each frame that was tried at a word, and why: the reasons that an explanation gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dragoman.actors.cast import CastMention
from dragoman.claims import Claim, ClaimId
from dragoman.coding.again import is_of_post
from dragoman.coding.frames import compose
from dragoman.coding.frames.conditions import unmet
from dragoman.coding.frames.draft import Draft, spans_of
from dragoman.coding.frames.drafting import draft, is_in_time, without_repeats
from dragoman.coding.frames.match import Hit, Matcher, Trial
from dragoman.coding.frames.slots import Slots
from dragoman.coding.learned import Coder, are_asked, is_off_topic, proposed
from dragoman.coding.lexicon import Frame, Pattern, SlotSpec
from dragoman.coding.public import in_public
from dragoman.coding.scene import Scene, matcher_of
from dragoman.language.marks import Mark

_Key: TypeAlias = tuple[int, str, Pattern]
_NOTHING = Slots({})
_PRIVATE = "everyday words between private persons: nobody in it acts in public, nor do most of those whom the report mentions"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a frame that holds.

    Attributes:
        why: why it made no claim; of one that did, what changed on the way.
        made: the claim as the frame proposed it; None where a role that it needs has no actor.
    """

    why: str
    claim: ClaimId | None = None
    made: Draft | None = None


@dataclass(frozen=True, slots=True)
class Fates:
    """The drafts of a report at each step, by the frame that made them.

    Attributes:
        first: as the frames proposed them.
        told: once what is one event with another is gone into it.
        last: once what is said again is dropped.
        claims: ids of the claims that came of the last ones.
        drafts: of those claims, and of those by the learned heads.
    """

    scene: Scene
    coders: Collection[Coder]
    matcher: Matcher
    first: Mapping[_Key, Draft]
    told: Mapping[_Key, Draft]
    last: Mapping[_Key, Draft]
    every: tuple[Draft, ...]
    claims: Mapping[_Key, ClaimId]
    drafts: Mapping[ClaimId, Draft]

    def of(self, hit: Hit) -> Fate:
        """Return what became of a frame that holds at a word."""
        key = _key(hit)
        if "lexicon" not in self.coders:
            return Fate("frames are left out: only the learned heads are asked")
        if hit.frame.type == "none":
            return Fate("a frame of type none: the words mean nothing that is recorded")
        if key in self.last:
            why = _retyped(hit, self.last[key]) if in_public([self.last[key]], self.scene) else _PRIVATE
            return Fate(why, self.claims.get(key), self.last[key])
        if key in self.told:
            return Fate(self._covered(self.told[key]), made=self.told[key])
        if key in self.first:
            return Fate(self._absorbed(self.first[key]), made=self.first[key])
        made = draft(self.scene, hit)
        return Fate(self._lacking(hit) if made is None else self._outdone(hit, made), made=made)

    def weight(self, hit: Hit) -> float:
        """Return how much a frame counts beside others at its word, the learned heads' word included."""
        return round(hit.weight + self.scene.lexicon.trust.sense * self._likely(hit.frame.type, hit.tokens), 2)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the learned heads make of words, where they are asked."""
        return self.scene.marks if "learned" in self.coders else ()

    def _likely(self, kind: str, tokens: Collection[int]) -> float:
        return max((m.likely for m in self.marks if m.type == kind and m.token in tokens), default=0.0)

    def _covered(self, made: Draft) -> str:
        others = (one for one in self.told.values() if one is not made)
        by = next((one for one in others if made not in compose.join([one, made], self.scene.tree)), None)
        return f"joined with {self._named(by)}, which says it more fully" if by else "joined with another claim of the clause"

    def _absorbed(self, made: Draft) -> str:
        scene = self.scene
        if is_of_post(made, scene.tree, scene.lexicon):
            return "only says what somebody is head of"
        for one in self.every:
            pair = [one, made]
            if one is not made and _key_of(made) not in _by_key(compose.inherit(pair, scene.tree, scene.lexicon, scene.caster)):
                return f"one event with {self._named(one)}, into which it goes"
        return "one event with another claim, into which it goes"

    def _outdone(self, hit: Hit, made: Draft) -> str:
        """Say why a frame whose roles are filled made no claim: it is not in time, another came first, or the learned heads deny it."""
        if not is_in_time(made):
            return "its words mean this only of what is still to come"
        is_event, rivals = made.hit is not None and hit.frame.type.isupper(), [t.hit for t in self.matcher.trials(hit.token) if t.hit]
        winner = next((d for d in self.first.values() if d.token == hit.token and d.hit and d.hit.frame.type.isupper() == is_event), None)
        if winner and winner.hit:
            mine, its = self.weight(hit), self.weight(winner.hit)
            more = f"weighs more ({its:g} against {mine:g})" if its > mine else f"weighs as much ({its:g}) and stands before it"
            yours = winner.hit.frame.own and not hit.frame.own
            return f"{winner.rule} comes first: it {'is a frame of your own' if yours else more}"
        silent = max((h for h in rivals if h.frame.type == "none"), key=lambda h: (h.frame.own, self.weight(h)), default=None)
        if silent and silent.frame.own and not hit.frame.own:
            return f"{silent.frame.id}, by which the words mean nothing, comes first: it is a frame of your own"
        likely, least = self._likely(made.type, made.tokens), self.scene.lexicon.trust.of(made.type).keep
        if silent and self.weight(silent) >= self.weight(hit):
            return f"{silent.frame.id}, by which the words mean nothing, comes first: it weighs {self.weight(silent):g}"
        asked = are_asked(self.scene, self.coders)
        if asked and likely < least:
            return f"the learned heads hold {made.type} {likely:.2f} likely here, less than the {least:.2f} that a frame's claim needs"
        if asked and is_off_topic(self.scene, made.type, likely, made.tokens):
            return f"the learned heads hold {made.type} {likely:.2f} likely here and find too little in the rest of the report"
        return "another frame at this word came first"

    def _named(self, one: Draft) -> str:
        """Name a claim by its type, words and rule."""
        words = " … ".join(self.scene.tree.text[a:b] for a, b in spans_of(self.scene.tree, one.tokens))
        return f"{one.type} at “{words}” ({one.rule})"

    # roles

    def _lacking(self, hit: Hit) -> str:
        """Say which roles of a frame have no actor, and what stands where they were looked for."""
        frame, slots, caster = hit.frame, hit.slots, self.scene.caster
        found = {role: who for role, spec in frame.roles.items() if (who := caster.fill(spec, slots, at=hit.token))}
        if "recipient" not in found and frame.type in self.scene.lexicon.grammar["things"]:
            found["recipient"] = caster.thing(frame.roles.get("recipient", ()), slots)
        kept = without_repeats(hit.token, found)
        needed = [role for role in dict.fromkeys(frame.needs) if len(kept.get(role, ())) < frame.needs.count(role)]
        lacking = needed or [role for role in frame.roles if role not in kept]
        why = "; ".join(self._need(frame, role, slots, kept.get(role, ()), found.get(role, ())) for role in lacking)
        if needed:
            return f"needs {why}"
        return f"needs somebody in a role, and knows nobody there{': ' + why if why else ''}"

    def _need(self, frame: Frame, role: str, slots: Slots, kept: Sequence[CastMention], found: Sequence[CastMention]) -> str:
        """Say what a role lacks: ``recipient from object, where “talks” stands, who is no actor``."""
        count = frame.needs.count(role)
        what = f"{count} as {role}" if count > 1 else role
        if len(found) > len(kept):
            names = " and ".join(f"“{m.mention.text}”" for m in found)
            return f"{what}, but {names} has a part in it already"
        return f"{what} {self._looked(frame.roles.get(role, ()), slots)}"

    def _looked(self, spec: SlotSpec, slots: Slots) -> str:
        """Say in which slots a role is looked for, and what stands there."""
        looked = " | ".join(" + ".join(union) for union in spec) or "no slot"
        tokens = [t for union in spec for slot in union for t in self.scene.reader.path(slots, slot.rstrip("!"))]
        there = [f"“{text}”" for text in self.texts(tokens)]
        return f"from {looked}, where {' and '.join(there) or 'nothing'} {'stand' if len(there) > 1 else 'stands'}"

    # frames that do not hold

    def unfit(self, trial: Trial) -> tuple[str, Slots]:
        """Say which condition of a frame is not met, with the slots that it saw."""
        hit = self._without_conditions(trial)
        if hit is None:
            return trial.why, _NOTHING
        anchor = self.anchor(trial.token)
        for test in trial.frame.where:
            slots = self.scene.reader.slots(anchor) if trial.pattern.noun and test.slot.startswith("object") else hit.slots
            if trial.why.startswith(f"{test.slot} ") and not self.matcher.holds(test, slots):
                return unmet(test, self.texts(self.scene.reader.path(slots, test.slot)), self.scene.lexicon), hit.slots
        return trial.why, hit.slots

    def is_unfit(self, trial: Trial) -> bool:
        """Tell whether the wording of a frame that does not hold is there, so that its conditions decide."""
        return any(trial.why.startswith(f"{test.slot} does not") for test in trial.frame.where)

    def _without_conditions(self, trial: Trial) -> Hit | None:
        """Return the hit that there would be if the frame had no conditions, for the slots that it saw."""
        bare = replace(trial.frame, where=(), modes=())
        one = replace(self.scene.lexicon, index={trial.pattern.head: ((trial.pattern, bare),)})
        return next((t.hit for t in replace(self.matcher, lexicon=one).trials(trial.token) if t.hit), None)

    def anchor(self, i: int) -> int:
        """Return the token whose slots are those of token i: a modal has those of its verb."""
        tree = self.scene.tree
        return tree.heads[i] if tree.bases[i] == "aux" else i

    def texts(self, tokens: Sequence[int]) -> list[str]:
        """Return the words of tokens and of what is coordinated with them."""
        tree = self.scene.tree
        return list(dict.fromkeys(tree.doc[c].text for t in tokens for c in tree.conjuncts(t)))


def fates_of(scene: Scene, claims: Sequence[Claim], coders: Collection[Coder]) -> Fates:
    """Return what became of the frames of a report whose claims are known."""
    every = proposed(scene, coders)
    told = compose.inherit(every, scene.tree, scene.lexicon, scene.caster)
    last = compose.join(told, scene.tree)
    ids = {(c.type, c.rule, c.trigger): c.id for c in claims}
    drafts = {one: d for d in last if (one := ids.get((d.type, d.rule, spans_of(scene.tree, d.tokens))))}
    return Fates(
        scene=scene,
        coders=coders,
        matcher=matcher_of(scene),
        first=_by_key(every),
        told=_by_key(told),
        last=_by_key(last),
        every=tuple(every),
        claims={key: one for one, d in drafts.items() if (key := _key_of(d))},
        drafts=drafts,
    )


def _retyped(hit: Hit, made: Draft) -> str:
    """Say by which rule of PLOVER's a claim has another type than its frame."""
    if made.type == hit.frame.type:
        return ""
    return f"{hit.frame.type} in time to come counts as {made.type}"


def _key(hit: Hit) -> _Key:
    return hit.token, hit.frame.id, hit.pattern


def _key_of(made: Draft) -> _Key | None:
    return _key(made.hit) if made.hit else None


def _keyed(drafts: Sequence[Draft]) -> Iterator[tuple[_Key, Draft]]:
    return ((key, d) for d in drafts if (key := _key_of(d)))


def _by_key(drafts: Sequence[Draft]) -> dict[_Key, Draft]:
    return dict(_keyed(drafts))
