"""Descriptions that refer back: "the regime", "the two factions", "both sides", "the Turkish president"."""

from __future__ import annotations

from dragoman.actors.bodies import body_actor, body_at
from dragoman.actors.dates import holds
from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import Description
from dragoman.actors.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.owners import Heads, owner_of, state_of
from dragoman.actors.parties import last_party
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.actors.titles import ends_title, title_before
from dragoman.claims import ActorId

_WINDOW = 8
_BRIDGE = 0
_NEAR = 0.06
_FARTHEST = 40
_NAMED = 0.8
_BRIDGED = -0.3
_HOME = 2.0
_OWN = 1.5
_STATE = Description("country", frozenset(("state",)), frozenset())
_PERSONS = Description("", frozenset(("person",)), frozenset())
_NONE = Description("", frozenset(), frozenset())
_PARTS = ("compound", "amod", "flat", "det", "nummod", "cc", "advmod")


def description_of(syntax: Syntax, roster: Roster, i: int) -> Description | None:
    """Return the description that a noun phrase headed by token i may be: a definite one, or one that says "rivals"."""
    vocabulary = roster.directory.vocabulary
    known = noun(vocabulary.descriptions, syntax, i) if syntax.pos[i] in ("NOUN", "PROPN") else None
    counted = syntax.pos[i] in ("NUM", "PRON", "DET") and syntax.lower[i] in vocabulary.pairs["numbers"]
    if known is None and not counted:
        return None
    if syntax.base(i) in _PARTS or syntax.deps[i] == "nmod:desc" or syntax.kids(i, "cop") or ends_title(syntax, roster, i):
        return None
    dets = [syntax.lower[c] for c in syntax.kids(i, "det", "det:predet", "cc:preconj", "nummod")]
    definite = any(vocabulary.has("definite", d) for d in dets) or (counted and syntax.lower[i] == "both")
    owners = [vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(i, "nmod:poss") if syntax.pos[c] == "PRON"]
    both = vocabulary.has("own_state", syntax.lemmas[i])  # "our countries" are the speaker's and another's, "our partners" only others'
    ours = any(both or owner is None or owner.person != 1 for owner in owners)
    definite = definite or (ours and (syntax.plural(i) and "state" in (known or _NONE).kinds))
    if not definite and known and syntax.plural(i):
        definite = paired(syntax, roster, i, known)
    if not definite and known and not syntax.plural(i):
        definite = not dets and vocabulary.has("one_at_a_time", _title(syntax, roster, i))
    return (known or _NONE) if definite else None


def paired(syntax: Syntax, roster: Roster, i: int, described: Description) -> bool:
    """Tell whether a plural noun speaks of the parties of one conflict: "*rival* groups", "*two* factions"."""
    vocabulary = roster.directory.vocabulary
    modifiers = [syntax.lemmas[c] for c in syntax.kids(i, "amod", "compound")]
    dual = any(syntax.lower[c] in vocabulary.words["dual"] for c in syntax.kids(i, "nummod"))
    return any(vocabulary.has("pairing", m) for m in modifiers) or (dual and vocabulary.has("of_a_pair", described.lemma))


def resolve_description(discourse: Discourse, described: Description, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a description refers to; none where nobody before it fits."""
    syntax, roster = discourse.syntax, discourse.roster
    numbers = roster.directory.vocabulary.pairs["numbers"]
    marks = [syntax.lower[c] for c in syntax.kids(i, "nummod", "det", "det:predet", "cc:preconj", "amod")]
    count = next((int(numbers[w]) for w in (*marks, syntax.lower[i]) if w in numbers), None)
    owner = owner_of(syntax, roster, heads, i)
    if count or syntax.plural(i):
        if count is None and paired(syntax, roster, i, described):
            count = 2
        home = roster.actors[owner.actors[0]].country if owner else _home(syntax, roster, heads, i)
        described = _PERSONS if not described.kinds and _says(syntax, roster, i) else described
        return last_party(discourse, i, count, lambda a: _fits(roster, described, a), home=home, states=described.kinds == {"state"})
    if "person" in described.kinds and owner is not None:
        return _holder(discourse, described, i, owner)
    return _one(discourse, described, i) if owner is None else ()


def _says(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun phrase is the subject of a verb of saying: "*the two* said"."""
    return syntax.base(i) == "nsubj" and roster.directory.vocabulary.has("said", syntax.lemmas[syntax.heads[i]])


def _home(syntax: Syntax, roster: Roster, heads: Heads, i: int) -> str | None:
    """Return the country in which a description places whom it describes: "factions *in Palestine*"."""
    places = [heads[c].stands_for for c in syntax.kids(i, "nmod") if c in heads and heads[c].place]
    entry = roster.directory.entries.get(places[0]) if places and places[0] else None
    return entry.country if entry else None


def resolve_body(discourse: Discourse, i: int, heads: Heads) -> ActorId | None:
    """Return the body of the state spoken of that a bare "the army" or "the foreign ministry" names."""
    syntax, roster = discourse.syntax, discourse.roster
    if not any(syntax.lower[c] == "the" for c in syntax.kids(i, "det")) or syntax.base(i) in _PARTS:
        return None
    body, words = body_at(syntax, roster, i) or (None, "")
    if body is None or not body.suffix or owner_of(syntax, roster, heads, i):
        return None
    if not roster.directory.vocabulary.has("national_bodies", body.suffix):
        return None
    state = _one(discourse, _STATE, i, own=_own_state(discourse, i, heads))
    return body_actor(roster, body, state[0], words) if state else None


def _own_state(discourse: Discourse, i: int, heads: Heads) -> ActorId | None:
    """Return the state of the official who acts or speaks around token i: "the *Kenyan* minister told *the army* …"."""
    syntax, roster = discourse.syntax, discourse.roster
    for t in syntax.above(i):
        for subject in (heads[c] for c in syntax.children[t] if c in heads and c < i and syntax.base(c) == "nsubj"):
            who = roster.actors[subject.actors[0]] if len(subject.actors) == 1 else None
            if who is not None and who.kind == "person" and "GOV" in (who.sector, *who.other_sectors):
                return state_of(roster, who.country)
    return None


def _one(discourse: Discourse, described: Description, i: int, *, own: ActorId | None = None) -> tuple[ActorId, ...]:
    """Return the readiest single actor that fits: the named before the described, the near before the far.

    Args:
        discourse: what has been mentioned.
        described: what the actor must be.
        i: the description's head.
        own: the state whose official acts here, which is readier than others.
    """
    syntax, roster = discourse.syntax, discourse.roster
    governor = syntax.heads[i]
    vocabulary = roster.directory.vocabulary
    titled = vocabulary.has("titled_only", described.lemma)
    worded = vocabulary.has("worded_only", described.lemma)
    best: tuple[float, tuple[ActorId, ...]] = (-9.9, ())
    for casting in discourse.within(i, _WINDOW):
        actor, extra = _candidate(discourse, described, casting, i)
        if actor is None or (casting.form == "generic" and casting.last - casting.first == 1):
            continue
        if (syntax.heads[casting.head] == governor and syntax.base(i) in ("obj", "obl", "nsubj")) or governor == casting.head:
            continue
        if titled and not _bears(roster, actor, described.lemma):
            continue
        if worded and described.lemma not in pieces_of(roster.actors[actor].name):
            continue
        near = extra - _NEAR * min(i - casting.head, _FARTHEST) + (_NAMED if casting.form == "name" else 0.0)
        near += _OWN if actor == own else 0.0
        score = discourse.salience(casting, i) + near + (_HOME * roster.share if roster.actors[actor].country == roster.home else 0.0)
        if score > best[0]:
            best = (score, (actor,))
    return best[1]


def _candidate(discourse: Discourse, described: Description, casting: Casting, i: int) -> tuple[ActorId | None, float]:
    """Return whom a mention offers to a description: its actor, or the state whose government it is part of."""
    roster, syntax = discourse.roster, discourse.syntax
    state_like = "state" in described.kinds
    actors = casting.actors or ((casting.stands_for,) if casting.stands_for and state_like else ())
    if len(actors) != 1:
        return None, 0.0
    if _fits(roster, described, actors[0]):
        return actors[0], 0.0
    who = roster.actors[actors[0]]
    governing = who.kind in ("government_body", "party") and "GOV" in (who.sector, *who.other_sectors)
    if state_like and governing and syntax.sentence[i] - syntax.sentence[casting.head] <= _BRIDGE:
        state = state_of(roster, who.country)
        if state is not None:
            return roster.enter(state), _BRIDGED
    return None, 0.0


def _fits(roster: Roster, described: Description, actor: ActorId) -> bool:
    who = roster.actors[actor]
    if not described.kinds:
        return True
    if who.kind not in described.kinds or (who.kind == "person" and actor in roster.plural):
        return False
    entry = roster.directory.entries.get(actor)
    if entry and not holds(entry.since, entry.until, roster.published):
        return False
    if entry and entry.kind == "territory" and roster.directory.vocabulary.has("sovereign", described.lemma):
        return False
    return not described.sectors or who.kind != "person" or who.sector is None or who.sector in described.sectors


def _bears(roster: Roster, actor: ActorId, lemma: str) -> bool:
    """Tell whether a person is styled so in the report or holds such an office on its date."""
    titles = [*roster.titles.get(actor, ()), *(o.title for o in roster.directory.offices_on(actor, roster.published))]
    return any(lemma in pieces_of(title) for title in titles)


def _title(syntax: Syntax, roster: Roster, i: int) -> str:
    """Return the office that a noun names, with the words that belong to it: "foreign minister"."""
    span = title_before(syntax, roster, i)
    first = span[0] if span else min([i, *(c for c in syntax.kids(i, "compound") if c < i and syntax.pos[c] == "NOUN")])
    return " ".join([*syntax.lower[first:i], syntax.lemmas[i]])


def _holder(discourse: Discourse, described: Description, i: int, owner: Casting) -> tuple[ActorId, ...]:
    """Return the person of the report, else of the directory, who holds an office in the body that is named."""
    roster, syntax = discourse.roster, discourse.syntax
    country = roster.actors[owner.actors[0]].country
    title = _title(syntax, roster, i)
    for casting in discourse.within(i, _WINDOW):
        for actor in casting.actors:
            who = roster.actors[actor]
            single = len(casting.actors) == 1 and casting.form != "generic" and who.country == country
            if single and _fits(roster, described, actor) and _bears(roster, actor, described.lemma):
                return (actor,)
    if roster.published is None or not roster.directory.vocabulary.has("one_at_a_time", title):
        return ()
    holders = roster.directory.holders(owner.actors[0], title, roster.published)
    return (roster.enter(holders[0]),) if len(holders) == 1 else ()
