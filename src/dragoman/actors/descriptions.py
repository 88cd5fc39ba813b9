"""Descriptions that refer back: "the regime", "the two factions", "both sides", "the Turkish president"."""

from __future__ import annotations

from dragoman.actors.bodies import body_actor, body_at
from dragoman.actors.dates import holds
from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import Description
from dragoman.actors.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.owners import Heads, owner_of, state_of
from dragoman.actors.parties import last_named, last_party
from dragoman.actors.pronouns import speakers
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.actors.titles import ends_title, is_styled, title_of
from dragoman.claims import ActorId

_WINDOW = 8
_LATELY = 2
_MOSTLY = 0.6
_BRIDGE = 0
_NEAR = 0.06
_FARTHEST = 40
_NAMED = 0.8
_BRIDGED = -0.3
_HOME = 2.0
_OWN = 2.5
_LOCATED = 2.0
_ADMINISTERED = 3.0
_STATE = Description("country", frozenset(("state",)), frozenset())
_PERSONS = Description("", frozenset(("person",)), frozenset())
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD"])
_NONE = Description("", frozenset(), frozenset())
_INTO = ("into", "to", "onto", "in")
_PARTS = ("compound", "amod", "flat", "det", "nummod", "cc", "advmod")


def description_of(syntax: Syntax, roster: Roster, i: int) -> Description | None:
    """Return the description that a noun phrase headed by token i may be: a definite one, or one that says "rivals"."""
    vocabulary = roster.directory.vocabulary
    known = noun(vocabulary.descriptions, syntax, i) if syntax.pos[i] in ("NOUN", "PROPN") else None
    counted = syntax.pos[i] in ("NUM", "PRON", "DET") and syntax.lower[i] in vocabulary.pairs["numbers"]
    if known is None and not counted:
        return None
    if known and not syntax.plural(i) and vocabulary.has("sides_only_in_pairs", known.lemma):  # "*the camp*" is of tents
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
        definite = not dets and vocabulary.has("one_at_a_time", title_of(syntax, roster, i))
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
    for c in syntax.kids(i, "compound", "amod"):
        if c in heads and heads[c].form == "name" and described.lemma == "side" and len(heads[c].actors) == 1:
            return heads[c].actors
    numbers = roster.directory.vocabulary.pairs["numbers"]
    marks = [syntax.lower[c] for c in syntax.kids(i, "nummod", "det", "det:predet", "cc:preconj", "amod")]
    count = next((int(numbers[w]) for w in (*marks, syntax.lower[i]) if w in numbers), None)
    owner = owner_of(syntax, roster, heads, i)
    if count or syntax.plural(i):
        if count is None and paired(syntax, roster, i, described):
            count = 2
        home = roster.actors[owner.actors[0]].country if owner else _home(syntax, roster, heads, i)
        return _several(discourse, described, i, count, home)
    if "person" in described.kinds and owner is not None:
        return _holder(discourse, described, i, owner)
    own = _own_states(discourse, i, heads) if "state" in described.kinds else frozenset[ActorId]()
    return _one(discourse, described, i, own=own) if owner is None else ()


def _several(discourse: Discourse, described: Description, i: int, count: int | None, home: str | None) -> tuple[ActorId, ...]:
    """Return those whom a plural description means: holders of one office, persons where they speak, else any who fit."""
    syntax, roster = discourse.syntax, discourse.roster
    titled = "person" in described.kinds and roster.directory.vocabulary.has("titled_only", described.lemma)
    title = frozenset(title_of(syntax, roster, i).split()) if titled else frozenset[str]()

    def fits(actor: ActorId) -> bool:
        return _fits(roster, described, actor)

    if not described.kinds and _says(syntax, roster, i):
        found = last_party(discourse, i, count, lambda a: _fits(roster, _PERSONS, a), home=home)
        if found:
            return found
    found = last_party(discourse, i, count, fits, home=home, states=described.kinds == {"state"})
    if titled and not any(is_styled(roster, a, title) for a in found):
        found = last_named(discourse, i, count, lambda a: fits(a) and is_styled(roster, a, title)) or found
    if not found and any(syntax.lower[c] in ("these", "those") for c in syntax.kids(i, "det")):
        found = last_named(discourse, i, count, fits)
    return found


def _says(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun phrase says or does what persons do: "*the two* said", "the remarks by *both*"."""
    has, head = roster.directory.vocabulary.has, syntax.heads[i]
    if syntax.base(i) == "nsubj":
        return has("said", syntax.lemmas[head]) or has("personal_verbs", syntax.lemmas[head])
    return syntax.base(i) == "nmod" and syntax.marker(i) in ("by", "of") and has("own_words", syntax.lemmas[head])


def _home(syntax: Syntax, roster: Roster, heads: Heads, i: int) -> str | None:
    """Return the country in which a description places whom it describes: "factions *in Palestine*"."""
    places = [heads[c].stands_for for c in syntax.kids(i, "nmod") if c in heads and heads[c].place]
    entry = roster.directory.entries.get(places[0]) if places and places[0] else None
    return entry.country if entry else None


def resolve_body(discourse: Discourse, i: int, heads: Heads) -> ActorId | None:
    """Return the body of the state spoken of that a bare "the army" or "the foreign ministry" names."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    body, words = body_at(syntax, roster, i) or (None, "")
    if body is None or not body.suffix or syntax.base(i) in _PARTS or owner_of(syntax, roster, heads, i):
        return None
    named_so = syntax.articled(i) or has("bare_bodies", body.suffix)
    if not named_so or not has("national_bodies", body.suffix):
        return None
    own = _own_states(discourse, i, heads)
    spoken = tuple(roster.enter(state) for state in own) if syntax.quoted[i] and len(own) == 1 else ()
    home = state_of(roster, roster.home) if not own and roster.share >= _MOSTLY else None
    state = spoken or ((roster.enter(home),) if home else ()) or _one(discourse, _STATE, i, own=own)
    return body_actor(roster, body, state[0], words) if state else None


def _own_states(discourse: Discourse, i: int, heads: Heads) -> frozenset[ActorId]:
    """Return the states of those who act or speak around token i: "the *Kenyan* minister told *the army* …"."""
    syntax, roster = discourse.syntax, discourse.roster
    around = []
    for t in syntax.above(i):
        subjects = [c for c in syntax.children[t] if c < i and syntax.base(c) == "nsubj"]
        around += subjects
        around += [c for s in subjects if s not in heads for c in syntax.kids(s, "nmod:poss")]
        around += [c for c in syntax.kids(t, "obl") if syntax.marker(c) == "according"]
    if syntax.quoted[i]:
        around += sorted(speakers(syntax, i))
    found = {_state_spoken_for(roster, heads[c]) for c in around if c in heads and len(heads[c].actors) == 1}
    return frozenset(state for state in found if state is not None)


def _state_spoken_for(roster: Roster, casting: Casting) -> ActorId | None:
    """Return the state for which an official, a body or an outlet of it acts or speaks."""
    who = roster.actors[casting.actors[0]]
    official = who.kind == "person" and not _STATELY.isdisjoint((who.sector, *who.other_sectors))
    return state_of(roster, who.country) if official or who.kind in ("government_body", "media") else None


def _one(discourse: Discourse, described: Description, i: int, *, own: frozenset[ActorId] = frozenset()) -> tuple[ActorId, ...]:
    """Return the readiest single actor that fits: the named before the described, the near before the far.

    Args:
        discourse: what has been mentioned.
        described: what the actor must be.
        i: the description's head.
        own: the states whose officials act or speak here, which are readier than others.
    """
    syntax, roster = discourse.syntax, discourse.roster
    governor = syntax.heads[i]
    vocabulary = roster.directory.vocabulary
    titled, title = vocabulary.has("titled_only", described.lemma), title_of(syntax, roster, i)
    worded = vocabulary.has("worded_only", described.lemma)
    against = vocabulary.has("opposed", described.lemma)
    located = syntax.base(i) in ("obl", "nmod") and (syntax.marker(i) == "of" or vocabulary.has("place_prepositions", syntax.marker(i)))
    beside = set(syntax.conjuncts(syntax.first_conjunct(i)))
    barred = {a for c in discourse.within(i, 0) if c.head in beside for a in c.actors}
    if _of_ours(syntax, roster, governor):
        barred |= own
    barred |= _others(discourse, i)
    best: tuple[float, tuple[ActorId, ...]] = (-9.9, ())
    for casting in discourse.within(i, _WINDOW):
        actor, extra = _candidate(discourse, described, casting, i)
        if actor is None or (casting.form == "generic" and _bare(syntax, casting)):
            continue
        if (syntax.heads[casting.head] == governor and syntax.base(i) in ("obj", "obl", "nsubj")) or governor == casting.head:
            continue
        if (titled and not _bears(roster, actor, title)) or actor in barred or (against and actor in own):
            continue
        if worded and (described.lemma not in pieces_of(roster.actors[actor].name) or _strange(discourse, actor, casting, i)):
            continue
        near = extra - _NEAR * min(i - casting.head, _FARTHEST) + (_NAMED if casting.form == "name" else 0.0)
        near += _ADMINISTERED if described.lemma == "administration" and vocabulary.has("administered", actor) else 0.0
        near += (_OWN if actor in own else 0.0) + (_LOCATED if located and casting.place else 0.0)
        score = discourse.salience(casting, i) + near + (_HOME * roster.share if roster.actors[actor].country == roster.home else 0.0)
        if score > best[0]:
            best = (score, (actor,))
    return best[1]


def _others(discourse: Discourse, i: int) -> set[ActorId]:
    """Return who does something to what token i describes, and is not it: "*Chad* invaded the country", "*Chad* sent aid to it"."""
    syntax, roster = discourse.syntax, discourse.roster
    verb = syntax.heads[i]
    if syntax.base(i) == "nmod" and syntax.base(verb) == "obj":
        verb = syntax.heads[verb]
    sent = syntax.marker(i) in _INTO and roster.directory.vocabulary.has("sent_out", syntax.lemmas[verb])
    if syntax.base(i) not in ("obj", "iobj") and not (sent and syntax.base(i) in ("obl", "nmod")):
        return set()
    subjects = set(syntax.kids(verb, "nsubj"))
    return {a for c in discourse.within(i, 0) if c.head in subjects for a in c.actors}


def _strange(discourse: Discourse, actor: ActorId, casting: Casting, i: int) -> bool:
    """Tell whether a body was named some sentences ago and is another country's than that of the report: not its "*army*"."""
    syntax, roster = discourse.syntax, discourse.roster
    country = roster.actors[actor].country
    abroad = country is not None and roster.home is not None and country != roster.home
    return abroad and roster.share >= _MOSTLY and syntax.sentence[i] - syntax.sentence[casting.head] > _LATELY


def _bare(syntax: Syntax, casting: Casting) -> bool:
    """Tell whether a noun phrase is a noun with no more than an article, which names nobody: "*the coalition*"."""
    return all(t == casting.head or syntax.base(t) == "det" for t in range(casting.first, casting.last))


def _of_ours(syntax: Syntax, roster: Roster, verb: int) -> bool:
    """Tell whether a verb's subject is the first person, whose deeds are done to others: "*we* will speak to the new government"."""
    who = [roster.directory.vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(verb, "nsubj")]
    return any(pronoun is not None and pronoun.person == 1 for pronoun in who)


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
    if described.lemma == "island" and not roster.directory.vocabulary.has("islands", actor):
        return False
    if entry and not holds(entry.since, entry.until, roster.published):
        return False
    if described.lemma == "territory" and (entry is None or entry.kind != "territory"):
        return False
    if entry and entry.kind == "territory" and roster.directory.vocabulary.has("sovereign", described.lemma):
        return False
    return not described.sectors or who.kind != "person" or who.sector is None or who.sector in described.sectors


def _bears(roster: Roster, actor: ActorId, title: str) -> bool:
    """Tell whether a person is styled so in the report or holds such an office on its date: with all the words of the title."""
    titles = [*roster.titles.get(actor, ()), *(o.title for o in roster.directory.offices_on(actor, roster.published))]
    words = set(pieces_of(title))
    return any(words <= set(pieces_of(own)) for own in titles)


def _holder(discourse: Discourse, described: Description, i: int, owner: Casting) -> tuple[ActorId, ...]:
    """Return the person of the report, else of the directory, who holds an office in the body that is named."""
    roster, syntax = discourse.roster, discourse.syntax
    country = roster.actors[owner.actors[0]].country
    title = title_of(syntax, roster, i)
    for casting in discourse.within(i, _WINDOW):
        for actor in casting.actors:
            who = roster.actors[actor]
            single = len(casting.actors) == 1 and casting.form != "generic" and who.country == country
            if single and _fits(roster, described, actor) and _bears(roster, actor, title):
                return (actor,)
    if not roster.directory.vocabulary.has("one_at_a_time", title):
        return ()
    if syntax.sentence[i] == 0:  # a heading's minister is named below it
        words = frozenset(title.split())
        styled = [a for a, who in roster.actors.items() if who.kind == "person" and who.country == country and is_styled(roster, a, words)]
        if len(styled) == 1:
            return (styled[0],)
    holders = roster.directory.holders(owner.actors[0], title, roster.published) if roster.published else ()
    named = [h for h in holders if h in roster.actors] if len(holders) > 1 else holders
    return (roster.enter(named[0]),) if len(named) == 1 else ()
