"""From a frame that holds to the claim that it makes: who is in its roles, how sure it is, when, where and by whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.claims import ROLES, Span, TimeValue
from dragoman.coding.contexts import contexts_of
from dragoman.coding.factuality import commit
from dragoman.coding.factuality.words import is_title
from dragoman.coding.frames import compose
from dragoman.coding.frames.draft import Draft, filled, phrase, span_of, title
from dragoman.coding.frames.fillers import Slots
from dragoman.coding.frames.match import Hit
from dragoman.coding.lexicon import SlotSpec
from dragoman.coding.lexicon.cues import CueKind
from dragoman.coding.numbers.counts import counts_of
from dragoman.coding.places import place_of
from dragoman.coding.roles.apart import is_one_side
from dragoman.coding.roles.before import fitting
from dragoman.coding.scene import Scene
from dragoman.coding.times import time_of
from dragoman.ontology import load as load_ontology

_OPEN: Final = frozenset({"possible", "hypothetical"})
_PLACED: Final = ("actor", "subject", "recipient", "object", "third_party")


def first_draft(scene: Scene, hits: tuple[Hit, ...], is_hopeless: Callable[[Draft], bool] = lambda _: False) -> Draft | None:
    """Return the claim of the most specific hit that makes one; a frame that means nothing ends the search.

    Args:
        scene: the report.
        hits: the frames that hold at a word, the best first.
        is_hopeless: tells of a claim without its time and certainty that nobody will believe it, whatever they are.
    """
    for hit in hits:
        if hit.frame.type == "none":
            return None
        outline = outlined(scene, hit)
        if outline is None:
            continue
        if not hit.frame.to_come and is_hopeless(outline):
            return None
        if is_in_time(made := told(scene, outline, hit.slots)):
            return made
    return None


def draft(scene: Scene, hit: Hit) -> Draft | None:
    """Return the claim that a hit makes, or None where the roles that it needs have no actor."""
    outline = outlined(scene, hit)
    return told(scene, outline, hit.slots) if outline else None


def outlined(scene: Scene, hit: Hit) -> Draft | None:
    """Return who does what to whom by a hit, or None where the roles that it needs have no actor."""
    frame, slots = hit.frame, hit.slots
    roles = {role: found for role, spec in frame.roles.items() if (found := _filled(scene, hit, role, spec))}
    if "recipient" not in roles and frame.type in scene.lexicon.grammar["things"]:
        roles["recipient"] = scene.caster.thing(frame.roles.get("recipient", ()), slots, at=hit.token)
    roles = narrowed(scene, frame.type, hit.token, without_repeats(hit.token, roles))
    if frame.type in scene.lexicon.grammar["mutual"] and not compose.complete(frame, roles):
        roles |= _between_speakers(scene, hit)
    if not compose.complete(frame, roles) or is_one_side(scene, hit.token, roles):
        return None
    if "object" not in roles and frame.type in scene.lexicon.grammar["holdings"]:
        held = scene.caster.thing(frame.roles.get("object", ()), slots, at=hit.token)
        roles |= {"object": held} if held else {}
    roles = fitting(scene, frame.type, hit.token, roles)
    if not (roles or frame.bare):
        return None
    if "recipient" in roles:
        roles["recipient"] = tuple(m for m in roles["recipient"] if not (scene.caster.is_matter(m) or _is_inquired(scene, hit, m)))
    roles = filled(roles)
    return Draft(
        type=frame.type,
        rule=frame.id,
        tokens=hit.tokens,
        roles=roles,
        hit=hit,
        mode=hit.mode,
        about=_phrases(scene, frame.about, slots),
        as_=next(iter(_phrases(scene, frame.as_, slots, but=[m.head for m in roles.get("subject", ())])), None),
        scope=next(iter(_phrases(scene, frame.scope, slots)), None),
    )


def is_in_time(made: Draft) -> bool:
    """Tell whether a claim is of a time of which its frame's words mean it: who "*has paid* a price" is threatened with none."""
    return made.hit is None or not made.hit.frame.to_come or made.tense == "future" or made.certainty in _OPEN


def _is_inquired(scene: Scene, hit: Hit, mention: CastMention) -> bool:
    """Tell a misdeed of nobody named that is looked into, and accused of nothing: "investigates *embezzlement*"."""
    tree, grammar = scene.tree, scene.lexicon.grammar
    nobody = not (mention.mention.actor or mention.stands_for)
    return nobody and tree.lemmas[mention.head] in grammar["misdeeds"] and any(tree.lemmas[t] in grammar["inquiring"] for t in hit.tokens)


def _filled(scene: Scene, hit: Hit, role: str, spec: SlotSpec) -> tuple[CastMention, ...]:
    """Return who fills a role of a hit; whoever does something is not whom what he does is done to."""
    found = scene.caster.fill(spec, hit.slots, at=hit.token, doing=role == "actor")
    told_of = hit.pattern.word_class != "verb"  # "they were disappointed": who feels is no sufferer
    if role != "actor" or not hit.slots.passive or told_of or any(slot.startswith("object") for union in spec for slot in union):
        return found
    suffering = {c for t in hit.slots.get("object") for c in scene.tree.conjuncts(t)}
    return tuple(m for m in found if m.head not in suffering)


def told(scene: Scene, made: Draft, slots: Slots) -> Draft:
    """Return a claim of known type, trigger and roles with how sure it is, when and where it is so, and by whose word."""
    tree, i = scene.tree, made.token
    frame = made.hit.frame if made.hit else None
    voice = voice_of(scene, made)
    stop, attitude = cued(scene, voice)
    sure = commit(tree, i, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude, lasting=not made.is_event)
    if (verb := _lending(scene, made)) is not None:
        lent = commit(tree, verb, lexicon=scene.lexicon.factuality, stop=stop, attitude=attitude, lasting=not made.is_event)
        sure = sure if (lent.polarity, lent.certainty) == ("positive", "certain") else lent
    near = [place for place in scene.places if tree.sentences[place.head] == tree.sentences[i]]
    place, time = place_of(tree.doc, i, near) if near else None, _time(scene, made, slots)
    made = made.with_(
        counts=counts_of(tree, i) if made.is_event else (),
        polarity=_flip(sure.polarity) if frame and frame.polarity == "negative" else sure.polarity,
        certainty=(frame and frame.certainty) or sure.certainty,
        tense=(frame and frame.tense) or ("past" if _is_over(scene, i, time) else sure.tense),
        condition=span_of(tree, *sure.condition) if sure.condition else None,
        time=time,
        place=span_of(tree, place.first, place.last) if place else None,
        voice=voice,
    )
    made = compose.resolve(made, scene.cast, scene.statements, scene.lexicon)
    return made.with_(contexts=contexts_of(tree, made, scene.lexicon))


def _lending(scene: Scene, made: Draft) -> int | None:
    """Return the verb by which somebody has a part in what there is: "may *join* the offensive"; not "may *deepen* the partnership"."""
    tree, hit = scene.tree, made.hit
    if hit is None or hit.pattern.word_class == "verb" or not hit.slots.support or hit.slots.get("possessor"):
        return None
    verb = hit.slots.support[0]
    lent = tree.heads[made.token] == verb and tree.is_verbal(verb) and bool(made.roles.get("actor" if made.is_event else "subject"))
    return verb if lent and tree.lemmas[verb] in scene.lexicon.factuality.entering else None


def cued(scene: Scene, voice: Sequence[int]) -> tuple[frozenset[int], CueKind | None]:
    """Return the tokens of the cues of a voice, and what the innermost of them makes of its content."""
    stop = frozenset(t for s in voice for t in scene.statements[s].cue)
    return stop, scene.statements[voice[-1]].attitude if voice else None


def voice_of(scene: Scene, made: Draft) -> tuple[int, ...]:
    """Return the statements that put a claim forward; what a title before a name tells is the outlet's word unless it is quoted."""
    around = scene.voices.get(made.token, ())
    offices = (t for _, (first, last), _ in scene.cast.offices for t in range(first, last))
    if made.is_event or not (is_title(scene.tree, made.token) or {made.token, scene.tree.heads[made.token]} & {*offices}):
        return around
    return tuple(n for n in around if any(first <= made.token < last for first, last in scene.statements[n].quoted))


def _between_speakers(scene: Scene, hit: Hit) -> dict[str, tuple[CastMention, ...]]:
    """Return as parties of what takes two those who speak of it together: "they discussed cooperation"."""
    if scene.tree.lemmas[hit.token] in scene.lexicon.grammar["sides"]:
        return {}  # "working with allies": those of the speakers, who need not be each other's
    found = scene.caster.fill((("speaker",),), hit.slots) or scene.caster.fill((("around",),), hit.slots)
    several = len({m.mention.actor for m in found}) > 1
    return {"actor" if hit.frame.type.isupper() else "subject": found} if several else {}


def _is_over(scene: Scene, i: int, time: TimeValue | None) -> bool:
    """Tell whether a noun names what ended before the report: it has no tense of its own, but its date has."""
    ended = time.end if time else None
    return bool(ended and scene.published and ended < scene.published.isoformat()) and not scene.tree.is_verbal(i)


def _time(scene: Scene, made: Draft, slots: Slots) -> TimeValue | None:
    """Return the time of a claim, else that of the event in which it is said to happen ("killed in Friday's attack")."""
    around = [t for slot in ("in", "during", "at") for t in slots.get(slot) if scene.tree.pos[t] == "NOUN"]
    sentences = {scene.tree.sentences[t] for t in (made.token, *around)}
    if all(scene.tree.sentences[time.first] not in sentences for time in scene.times):
        return None
    stop = frozenset(t for s in scene.statements if s.holds(made.token) for t in s.cue) - set(made.tokens)
    for i in (made.token, *around):
        if value := time_of(scene.tree.doc, i, scene.times, published=scene.published, trigger=made.tokens, stop=stop):
            return value
    return None


def without_repeats(token: int, roles: dict[str, tuple[CastMention, ...]]) -> dict[str, tuple[CastMention, ...]]:
    """Keep each actor once: in the first role that has it, by the mention nearest to the trigger, names before pronouns.

    What somebody is said to be comes after his name: "*Ali Musa*, the group's leader".
    In an event's role nobody stands beside the one whose name holds his: "an *Afghan army* base" is the army's. Words that mean nobody
    known are left out where words over them do: the *minister* of "*Minister Ann Lee*".
    """
    seen: set[str] = set()
    kept: dict[str, tuple[CastMention, ...]] = {}
    for role in _PLACED:
        if not roles.get(role):
            continue
        best: dict[str, CastMention] = {}
        for m in sorted(roles[role], key=lambda m: _remoteness(m, token)):
            best.setdefault(m.mention.actor or m.stands_for or f"{m.mention.start}", m)
        outer = best.values() if role in ROLES[:3] else ()
        fresh = [m for actor, m in best.items() if actor not in seen and not any(_within(m, o) for o in outer)]
        fresh = [m for m in fresh if not any(_means_less(m, o) for o in best.values())]
        seen |= set(best)
        if fresh:
            kept[role] = tuple(sorted(fresh, key=lambda m: (m.mention.start, m.mention.end, m.mention.actor or "")))
    return kept


def _remoteness(mention: CastMention, token: int) -> tuple[bool, bool, int]:
    return mention.form == "pronoun", mention.form != "name" and mention.head == token, abs(mention.head - token)


def _is_of_kind(scene: Scene, mention: CastMention, kind: str) -> bool:
    actor = scene.cast.who(mention)
    return actor is not None and actor.kind == kind


def narrowed(scene: Scene, kind: str, token: int, roles: dict[str, tuple[CastMention, ...]]) -> dict[str, tuple[CastMention, ...]]:
    """Return the roles of a relation between two sides without what is part of a longer name beside it.

    Who leads or belongs to a body does not lead or belong to the state before it: "*Pakistan's* Taliban leader". A state has
    leaders, but neither members nor commanders: an "*Iranian* commander" leads nobody that is named.
    """
    if kind == "fights":
        return {role: tuple(m for m in who if not any(_is_before(scene, m, o) for o in who)) for role, who in roles.items()}
    relation = load_ontology().relations.get(kind)
    if relation is None or relation.symmetric:
        return roles
    roles = {role: tuple(m for m in who if not any(_within(m, o) or _is_fragment(m, o) for o in who)) for role, who in roles.items()}
    tree, grammar, objects = scene.tree, scene.lexicon.grammar, roles.get("object", ())
    if kind in grammar["accepted"]:  # who rejects "*Chad's* annexation" may well recognize Chad
        objects = tuple(m for m in objects if tree.lemmas[tree.heads[m.head]] not in grammar["takings"])
    if kind in grammar["holdings"]:
        objects = tuple(m for m in objects if scene.caster.is_land(m) or not _is_owner(scene, m))
    if kind in grammar["bodies"]:
        # Whoever leads a person in the polls does not lead him; nobody leads "the president", but a member of "the pair" is one of it.
        told = kind == "leads"
        objects = tuple(m for m in objects if not ((told or m.form == "name") and _is_of_kind(scene, m, "person")))
        less = tuple(m for m in objects if not _is_of_kind(scene, m, "state"))
        named = kind == "member_of" or tree.lemmas[token] in scene.lexicon.classes["commanding"]
        objects = less if named else less or objects
    return filled({**roles, "object": objects})


def _is_owner(scene: Scene, mention: CastMention) -> bool:
    """Tell him whose a thing is, or after whom it is called: who takes "*rebel*-held districts" or "*Said's* villa" governs no rebels."""
    tree, t = scene.tree, mention.head
    return tree.deps[t] == "nmod:poss" or (tree.bases[t] in ("amod", "compound") and not mention.first <= tree.heads[t] < mention.last)


def _is_before(scene: Scene, inner: CastMention, outer: CastMention) -> bool:
    """Tell a word that says whose somebody is, and is no other side beside him: "*Turkish* troops"."""
    return _within(inner, outer) and scene.tree.heads[inner.head] == outer.head


def _is_fragment(part: CastMention, whole: CastMention) -> bool:
    """Tell whether a word that means nobody stands within the mention of somebody: "*Human Rights* Watch"."""
    inside = whole.first <= part.first and part.last <= whole.last and part.last - part.first < whole.last - whole.first
    return inside and part.mention.actor is None and whole.mention.actor is not None


def _means_less(one: CastMention, other: CastMention) -> bool:
    """Tell whether a mention of nobody known has words of one of somebody, and is not a longer phrase around it."""
    unknown = one.mention.actor is None and one.stands_for is None and other.mention.actor is not None
    (a, b), (c, d) = ((m.mention.start, m.mention.end) for m in (one, other))
    return unknown and a < d and c < b and not (a <= c and d <= b and (a, b) != (c, d))


def _within(inner: CastMention, outer: CastMention) -> bool:
    """Tell whether a name or adjective is part of a longer mention."""
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and inner.form in ("name", "adjective") and outer.first <= inner.first and inner.last <= outer.last


def _phrases(scene: Scene, spec: SlotSpec, slots: Slots, but: Sequence[int] = ()) -> tuple[Span, ...]:
    """Return the phrases in the first slots that are filled; "met on Monday" tells when, not on what."""
    for union in spec:
        heads = [(slot, t) for slot in union for t in scene.reader.path(slots, slot) if t not in scene.dated]
        if heads:
            return tuple(title(scene.tree, t) if slot == "itself" else phrase(scene.tree, t, but=but) for slot, t in heads)
    return ()


def _flip(polarity: str) -> str:
    return "negative" if polarity == "positive" else "positive"
