"""What claims mean together: PLOVER's conversions, and one event told by several words of a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.accidents import without_accidents
from dragoman.coding.again import is_of_post, is_part_of_deed, is_part_of_words, is_said_again, is_said_of_meeting, no_more_roles
from dragoman.coding.frames.doers import acts_in, with_doers
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.hosted import with_parties
from dragoman.coding.lexicon import Frame, Lexicon
from dragoman.coding.roles.roles import Caster
from dragoman.coding.statements import RawStatement
from dragoman.coding.tree import Tree
from dragoman.coding.voices import in_own_voice, speaks_for_doers


def complete(frame: Frame, roles: Mapping[str, Sequence[CastMention]]) -> bool:
    """Tell whether enough roles are filled: those that the frame needs, else any, and one of them by an actor.

    A role that is named twice needs two actors. What is done to somebody is an event even where the text does not say who did it
    ("three envoys were expelled").
    """
    if roles and not frame.bare and not any(m.mention.actor or m.stands_for for found in roles.values() for m in found):
        return False
    if frame.needs:
        missing = [role for role in frame.needs if len(roles.get(role, ())) < frame.needs.count(role)]
        return not missing or (missing == ["actor"] and "recipient" in roles)
    return frame.bare or bool(roles)


def resolve(draft: Draft, cast: Cast, statements: Sequence[RawStatement], lexicon: Lexicon) -> Draft:
    """Apply PLOVER's rules on future events, and shorten the voice of one who speaks of himself.

    The manual codes future consultation, support, cooperation and aid as AGREE (as REJECT where they are
    ruled out, be it until a condition is met), and an announced retreat as CONCEDE. What its doer, or who speaks for
    him, says that he will do to somebody on a condition is a threat. The types are data: the ``future_*`` lists and
    ``threatens_on_terms`` of ``grammar.yaml``.
    """
    told = in_own_voice(draft, cast, statements, lexicon)
    if not told.is_event or told.tense != "future":
        return told
    if told.certainty not in ("certain", "probable"):
        if told.polarity == "negative" and told.condition and _is_announced(told) and told.type in lexicon.grammar["future_rejects"]:
            return told.with_(type=_REFUSAL, mode=(), polarity="positive", roles=_refusing(told))
        on_terms = told.polarity == "positive" and told.condition is not None and told.type in lexicon.grammar["threatens_on_terms"]
        threatens = on_terms and (len(told.voice) < len(draft.voice) or speaks_for_doers(told, cast, statements, lexicon))
        return told.with_(type=_THREAT, mode=()) if threatens else told
    for name, become in _FUTURE[told.polarity]:
        if told.type in lexicon.grammar.get(name, ()) and (become != _THREAT or _is_announced(told)):
            roles = _refusing(told) if become == _REFUSAL else told.roles
            return told.with_(type=become, mode=(), polarity="positive", roles=roles)
    return told


def may_become(kind: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a type of events or relations and those that `resolve` may make of it."""
    yield kind
    turns = (turn for found in _FUTURE.values() for turn in found)
    for name, become in (*turns, ("threatens_on_terms", _THREAT)):
        if kind in lexicon.grammar.get(name, ()):
            yield become


def _refusing(draft: Draft) -> dict[str, tuple[CastMention, ...]]:
    """Return the roles of what takes two and is ruled out: the others are refused by him who will not do it."""
    actors = draft.roles.get("actor", ())
    subjects = draft.hit.slots.get("subject") if draft.hit else ()
    own = tuple(m for m in actors if m.head in subjects)
    if not own or len(own) == len(actors) or "recipient" in draft.roles:
        return draft.roles
    return {**draft.roles, "actor": own, "recipient": tuple(m for m in actors if m not in own)}


def _is_announced(draft: Draft) -> bool:
    """Tell whether somebody is said to be about to do it: "will *attack*", "will *launch an attack*", not "the *attack* will fail"."""
    if draft.hit is None or "actor" not in draft.roles:
        return False
    return draft.hit.pattern.word_class == "verb" or bool(draft.hit.slots.support and draft.hit.slots.get("future"))


_THREAT = "THREATEN"
_CONCEDING = "CONCEDE"
_BY_OBJECT = ("CONSULT", "SANCTION")
_REFUSAL = "REJECT"
_AGREEING = "AGREE"  # "offered to resume *talks* with Chad if it withdrew": such talks have parties and conditions of their own
_FORESAID = frozenset({_AGREEING, _THREAT})  # of which a clause says what will be done: "threatened that it would strike X"
_TERMS = tuple((f"{act}{word}.subject",) for act in ("", "infinitive.", "clause.", "that.") for word in ("unless", "if"))
_FUTURE = {
    "positive": (("future_agrees", _AGREEING), ("future_concedes", _CONCEDING), ("future_threatens", _THREAT)),
    "negative": (("future_rejects", _REFUSAL),),
}


def inherit(drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon, caster: Caster) -> list[Draft]:
    """Give what is agreed, threatened or refused the recipient of the act that it is about: "agreed to send food to Sudan".

    Where the two are one event (``absorbs`` in ``grammar.yaml``: what is offered is no AID yet), the act itself goes.
    """
    acts = {d.token: d for d in drafts if d.is_event}
    drafts = [d for d in map(_turned_back, without_accidents(drafts, tree, lexicon)) if d.roles or not _is_turned(d)]
    drafts = [d for d in (_offered(d, acts, tree, lexicon) for d in drafts) if d]
    hostile = lexicon.grammar["hostile"]
    kind = {t: d for t, d in acts.items() if d.type not in hostile}
    made = [_with_recipient(d, kind if d.type in lexicon.grammar["friendly"] else acts, tree, lexicon) for d in drafts]
    made = [_on_terms(d, caster) if d.type == _THREAT else d for d in made]
    made = with_parties(with_doers(made, acts, caster, lexicon), tree, lexicon)
    made = [d for d in made if not (is_said_again(d, made, tree, lexicon) or is_part_of_words(d, made, tree, lexicon))]
    made = [d for d in made if not is_of_post(d, tree, lexicon)]
    made = [d for d in made if not (is_part_of_deed(d, made, tree) or is_said_of_meeting(d, made, tree, lexicon))]
    absorbed = [_absorbed(d, acts, tree, lexicon) for d in made]
    gone = {act.token for found in absorbed for act in found}
    return [_with_parties(d, found) for d, found in zip(made, absorbed, strict=True) if not (d.is_event and d.token in gone)]


def _is_turned(draft: Draft) -> bool:
    """Tell whether a certain future made an event another: what nobody is said to do is agreed by nobody."""
    return draft.hit is not None and draft.type != draft.hit.frame.type


def _turned_back(draft: Draft) -> Draft:
    """Return what nobody is said to concede as the retreat that is to come: "the truce *will take effect*"."""
    if draft.roles or draft.hit is None or draft.type != _CONCEDING or not _is_turned(draft):
        return draft
    return draft.with_(type=draft.hit.frame.type, mode=draft.hit.mode)


def _absorbed(draft: Draft, acts: Mapping[int, Draft], tree: Tree, lexicon: Lexicon) -> tuple[Draft, ...]:
    """Return the acts in the infinitive of what is agreed or refused, and of the noun that it does, where all are one event."""
    if not draft.is_event or draft.hit is None:
        return ()
    types = lexicon.grammar.get(f"{draft.type.lower()}_absorbs", ())
    if draft.type in _BY_OBJECT:
        done = (*draft.hit.slots.get("object"), *draft.hit.slots.get("noun")) if tree.is_verbal(draft.token) else ()
        return tuple(act for t in done if (act := acts.get(t)) and act.type in types)
    done = draft.hit.slots.get("infinitive")
    tokens = done if draft.type == _AGREEING else [t for i in done for t in (i, *tree.kids(i, "obj"))]
    vowed = lexicon.grammar["future_threatens"] if draft.type == _THREAT else ()  # "vowed to launch *an offensive*"
    told = [act for t in tokens if (act := acts.get(t)) and act is not draft]
    return tuple(a for a in told if a.type in types or (a.type in vowed and (a.tense, a.certainty) == ("future", "certain")))


def _with_parties(draft: Draft, absorbed: Sequence[Draft]) -> Draft:
    """Return the draft with the parties of the first act that it absorbs: "plans to meet *the king*".

    Where a frame tells to whom something goes, they are those to whom it goes: who is "ready to work with *Oman*" is ready alone.
    """
    own = {m.mention.actor for m in draft.roles.get("actor", ())}
    theirs = absorbed[0].roles.get("actor", ()) if absorbed else ()
    if not own < {m.mention.actor for m in theirs}:
        return draft
    reached = {m.mention.actor for m in draft.roles.get("recipient", ())}
    others = tuple(m for m in theirs if m.mention.actor not in own)
    if reached or (draft.hit is not None and "recipient" in draft.hit.frame.roles):
        fresh = tuple(m for m in others if m.mention.actor not in reached)
        return draft.with_(roles={**draft.roles, "recipient": (*draft.roles.get("recipient", ()), *fresh)})
    return draft.with_(roles={**draft.roles, "actor": theirs})


def _with_recipient(draft: Draft, acts: Mapping[int, Draft], tree: Tree, lexicon: Lexicon) -> Draft:
    if draft.type not in lexicon.grammar["inherits"] or draft.hit is None or _is_reached(draft, tree):
        return draft
    involved = {m.mention.actor for found in draft.roles.values() for m in found}
    names = ("infinitive", "gerund", "to", "object", *(["clause"] if draft.type in _FORESAID else []))
    for act in acts_in(draft.hit.slots, names, acts, tree):
        if "recipient" in act.roles:
            found = tuple(m for m in act.roles["recipient"] if m.mention.actor not in involved or m.mention.actor is None)
            if found:
                return draft.with_(roles={**draft.roles, "recipient": found})
    return draft


def _is_reached(draft: Draft, tree: Tree) -> bool:
    """Tell whether an event has a recipient of its own, not just what its act is done with: "refused to send *soldiers* to Chad"."""
    if draft.hit is None or "recipient" not in draft.roles:
        return False
    own = {t for act in draft.hit.slots.get("infinitive") for c in tree.kids(act, "obj") for t in tree.conjuncts(c)}
    return not all(m.head in own for m in draft.roles["recipient"])


def _on_terms(draft: Draft, caster: Caster) -> Draft:
    """Give a threat to nobody named him from whom its condition wants something: "threatened to strike unless *Chad* paid"."""
    if draft.hit is None or "recipient" in draft.roles or "actor" not in draft.roles:
        return draft
    involved = {m.mention.actor for found in draft.roles.values() for m in found}
    found = caster.fill(_TERMS, draft.hit.slots, at=draft.token)
    others = tuple(m for m in found if m.mention.actor and m.mention.actor not in involved)
    return draft.with_(roles={**draft.roles, "recipient": others}) if others else draft


def _offered(draft: Draft, acts: Mapping[int, Draft], tree: Tree, lexicon: Lexicon) -> Draft | None:
    """Return an offer without those who only turn it down, nothing where nobody else makes it: "*Oslo* spurned an offer by Rome"."""
    above = tree.heads[draft.token]
    refused = acts.get(above)
    if draft.type not in lexicon.grammar["offered"] or tree.is_verbal(draft.token) or tree.bases[draft.token] != "obj":
        return draft
    if refused is None or refused.type != "REJECT" or "actor" not in draft.roles:
        return draft
    refusers = {m.mention.actor for m in refused.roles.get("actor", ())}
    own = set(tree.subtree(draft.token))
    makers = tuple(m for m in draft.roles["actor"] if m.head in own or m.mention.actor not in refusers)
    if makers == draft.roles["actor"]:
        return draft
    left = {**{role: found for role, found in draft.roles.items() if role != "actor"}, **({"actor": makers} if makers else {})}
    return draft.with_(roles=left) if makers else None


def join(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """Drop what says again, in the same clause, what another draft says more fully."""
    at: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for token in draft.tokens:
            at[token].append(draft)

    def beside(draft: Draft) -> Iterator[Draft]:
        """Yield those that alone can cover a draft: those of its first token, of the token above it and of what that one governs."""
        above = tree.heads[draft.token]
        near = (draft.tokens[0], above, *(tree.kids(above, "xcomp") if tree.bases[draft.token] == "nsubj" else ()))
        return (other for t in near for other in at.get(t, ()) if other is not draft)

    return [draft for draft in drafts if not any(_covers(other, draft, tree) for other in beside(draft))]


def _covers(big: Draft, small: Draft, tree: Tree) -> bool:
    """Tell whether `big` already says what `small` says."""
    if big.is_event != small.is_event:
        return False
    within = set(small.tokens) <= set(big.tokens)
    if within and not tree.is_verbal(small.token) and (tree.is_verbal(big.token) or len(small.tokens) < len(big.tokens)):
        return True
    if big.type != small.type:
        return False
    if big.token == small.token and set(small.tokens) < set(big.tokens) and no_more_roles(big, small):
        return True
    if big.hit is None or small.hit is None or not tree.is_verbal(big.token):
        return False
    nominal = not tree.is_verbal(small.token)
    above = {big.token, *([tree.heads[big.token]] if tree.bases[big.token] == "xcomp" else ())}  # "*the truce* failed to *hold*"
    argument = tree.heads[small.token] in above and tree.bases[small.token] in ("nsubj", "obj")
    return nominal and argument and no_more_roles(big, small)
