"""Whom a plural description means: the parties last named together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from dragoman.actors.owners import BANDS, state_of
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.discourse import Discourse, Party, role_weight
from dragoman.actors.reference.sides import brokers, is_bystander, known_brokers, stands_by
from dragoman.actors.reference.warring import as_sides, the_band_and_its_foe, the_only_two
from dragoman.actors.roster import Casting, Roster
from dragoman.claims import ActorId

_WINDOW = 8
_CLOSE_BY = 5
_JUST = 1
_ROLE = 0.4
_TOP = 1
_OPENING = 1.5
_AT_ODDS = 0.5
_SPOKEN_FOR = 0.5
_FACED = 0.5
_PAIR = 2
_GOVERNMENT = "government_body"
_PERSON = "person"
_ACTING = ("main", "subject")
_TOWARDS = ("with", "to", "against", "from", "toward", "towards", "on")
_BETWEEN = ("between", "among")


def last_party(
    discourse: Discourse,
    i: int,
    count: int | None,
    fits: Callable[[ActorId], bool],
    *,
    home: str | None = None,
    states: bool = False,
    whose: bool = True,
) -> tuple[ActorId, ...]:
    """Return the actors last named together before token i that fit, else the only ones of that number nearby.

    Args:
        discourse: what has been mentioned.
        i: the description's head.
        count: how many it means; None where it does not say.
        fits: whether an actor can be described so.
        home: the country of all of them, where the description says so.
        whose: whether those count whose name only says whose another is.
        states: whether it describes states, which those who act for them stand for ("Biden and Xi … both countries").
    """
    roster, syntax = discourse.roster, discourse.syntax

    def fitting(actor: ActorId) -> bool:
        return actor not in doers and fits(actor) and home in (None, roster.actors[actor].country)

    doers, opposed = _doers(discourse, i), roster.directory.vocabulary.has("of_a_pair", syntax.lemmas[i])
    best: tuple[float, tuple[ActorId, ...]] = (-9.9, ())
    for party, away in _near(discourse, i, opposed=opposed):
        actors = tuple(dict.fromkeys(_state(roster, a) for a in party.actors)) if states else party.actors
        sides = as_sides(roster, actors, fitting) if opposed else actors
        actors = actors if sides != actors and _third_acts(discourse, i, party, sides) else sides
        if len(actors) > 1 and doers.isdisjoint(actors) and all(fitting(a) for a in actors) and (count is None or len(actors) == count):
            far = away + (_SPOKEN_FOR if actors != party.actors and opposed else 0.0)
            ready = _ROLE * role_weight(syntax, party.lead) - far + party.at / len(syntax)
            best = max(best, (ready, actors), key=lambda found: found[0])
    facing = _facing(discourse, i, fitting) if states and count == _PAIR and not _joined_here(discourse, i, best[1]) else ()
    if facing:
        return facing
    if best[1]:
        best = (best[0], _with_the_doer(discourse, i, best[1], count))
        return tuple(roster.enter(a) if a in roster.directory.entries else a for a in best[1])
    if count is None:
        return ()
    near = [c for c in discourse.within(i, _CLOSE_BY) if not c.place and (whose or not _says_whose(discourse, c))]
    if opposed or roster.directory.vocabulary.has("only_counted", syntax.lemmas[i]):
        between = known_brokers(discourse, i)
        near = [c for c in near if between.isdisjoint(c.actors) and not stands_by(discourse, c)]
    recent = dict.fromkeys(a for c in near for a in c.actors if fitting(a))
    fought = the_band_and_its_foe(discourse, fitting) if opposed and count == _PAIR else ()
    if fought and (len(recent) != count or set(fought).isdisjoint(recent)):
        return fought
    if len(recent) == count:
        acting = {a for c in near if not _says_whose(discourse, c) for a in c.actors if roster.actors[a].kind != _GOVERNMENT}
        # "told the *Malian* Security Council … met the *US* Secretary of State": neither is a side
        likelier = _foremost(discourse, i, count, fitting)
        opening = {a for c in discourse.past if syntax.sentence[c.head] <= _TOP for a in c.named}
        return (likelier if acting.isdisjoint(recent) or opening.issuperset(likelier) else ()) or tuple(sorted(recent))
    lands = _with_places(discourse, i, fitting) if states else {}
    found = tuple(sorted(lands)) if len(lands) == count else _foremost(discourse, i, count, fitting)
    return found or (the_only_two(discourse, i, discourse.within(i, _CLOSE_BY), fitting) if opposed and count == _PAIR else ())


def _near(discourse: Discourse, i: int, *, opposed: bool) -> Iterator[tuple[Party, float]]:
    """Yield those named together before token i and how many sentences away they are.

    The two sides of a conflict are no brokers, one may only have accused the other, and those with whom a report opens are never far.
    """
    syntax = discourse.syntax
    top = (p for p in discourse.parties if syntax.sentence[p.at] <= _TOP and role_of(syntax, p.lead) in _ACTING)
    opening = next(top, None) if opposed else None
    between = known_brokers(discourse, i) if opposed else set()
    for party in discourse.parties:
        away = float(syntax.sentence[i] - syntax.sentence[party.at])
        away = min(away, _of_opening(discourse, party)) if party is opening else away
        if party.at < i and away <= _WINDOW and not (opposed and (brokers(discourse, party) or not between.isdisjoint(party.actors))):
            yield party, away
    for party in discourse.facing if opposed else ():
        away = syntax.sentence[i] - syntax.sentence[party.at]
        if party.at < i and away <= _WINDOW:
            yield party, away + _FACED


def _of_opening(discourse: Discourse, party: Party) -> float:
    """Return how far at most those are with whom a report opens: nearest where it tells that they fight or come to terms."""
    syntax = discourse.syntax
    verb = syntax.lemmas[syntax.heads[syntax.first_conjunct(party.lead)]]
    return _AT_ODDS if discourse.roster.directory.vocabulary.has("at_odds", verb) else _OPENING


def _joined_here(discourse: Discourse, i: int, found: tuple[ActorId, ...]) -> bool:
    """Tell whether those found are named together in the sentence of token i."""
    roster, syntax = discourse.roster, discourse.syntax
    here = [p for p in discourse.parties if p.at < i and syntax.sentence[p.at] == syntax.sentence[i]]
    return bool(found) and any({_state(roster, a) for a in p.actors} >= set(found) for p in here)


def _facing(discourse: Discourse, i: int, fitting: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return the two states of whom one does something to the other around token i: "*Chad* accused *Mali* … both countries"."""
    roster, syntax = discourse.roster, discourse.syntax
    near = {c.head: c for c in discourse.within(i, 0)}
    for verb in (syntax.first_conjunct(t) for t in syntax.above(i)):
        sides = [
            [near[c] for c in syntax.kids(verb, *deps) if c in near and c < i]
            for deps in (("nsubj", "nsubj:pass"), ("obj", "iobj", "obl:agent"))
        ]
        states = [{_state(roster, a) for c in side for a in c.actors} for side in sides]
        if all(len(side) == 1 for side in states) and states[0] != states[1]:
            pair = (states[0].pop(), states[1].pop())
            return pair if all(roster.actors[a].kind == "state" and fitting(a) for a in pair) else ()
    return ()


def _with_places(discourse: Discourse, i: int, fitting: Callable[[ActorId], bool]) -> dict[ActorId, None]:
    """Return the lands just named, be it as places: "in Bamako, *Mali*, and Niamey, *Niger*, … both countries"."""
    roster = discourse.roster
    lands = [a for c in discourse.within(i, _JUST) if c.form != "adjective" for a in c.named if a in roster.directory.entries]
    return dict.fromkeys(a for a in (roster.enter(a) for a in lands) if fitting(a))


def _with_the_doer(discourse: Discourse, i: int, actors: tuple[ActorId, ...], count: int | None) -> tuple[ActorId, ...]:
    """Return all who met where one of them has only just acted upon the others: "X met Y and Z. X praised Y and Z. *The leaders* …"."""
    syntax = discourse.syntax
    if syntax.base(i) != "nsubj" or (count is not None and count <= len(actors)):
        return actors
    last = max((p.at for p in discourse.parties if p.actors == actors and p.at < i), default=-1)
    whole = [p for p in discourse.parties if p.at < last and set(actors) < set(p.actors) and count in (None, len(p.actors))]
    near = whole[-1].actors if whole and syntax.sentence[last] - syntax.sentence[whole[-1].at] <= _CLOSE_BY else ()
    subjects = [c for c in discourse.past if syntax.sentence[c.head] == syntax.sentence[last] and role_of(syntax, c.head) == "main"]
    acting = {a for c in subjects for a in c.actors}
    return near if near and set(near) - set(actors) == acting else actors


def _says_whose(discourse: Discourse, casting: Casting) -> bool:
    """Tell whether a state's name only says whose another is that is mentioned: "*US* singer X and Y … both"."""
    syntax, roster = discourse.syntax, discourse.roster
    state = len(casting.actors) == 1 and roster.actors[casting.actors[0]].kind == "state"
    return state and syntax.base(casting.head) in ("amod", "compound")


def _doers(discourse: Discourse, i: int) -> set[ActorId]:
    """Return who acts upon those whom token i describes, and so is none of them: "*Chad* urged both sides", "ties with both"."""
    syntax, roster = discourse.syntax, discourse.roster
    verb = syntax.heads[i]
    bidden = _bidden(discourse, i)
    if bidden is not None:
        verb = bidden
    elif syntax.base(i) == "nmod" and syntax.marker(i) in _TOWARDS and syntax.base(verb) in ("obj", "obl"):
        verb = syntax.heads[verb]
    elif syntax.base(i) not in ("obj", "iobj") and not (syntax.base(i) == "obl" and _towards(discourse, i)):
        return set()
    while syntax.base(verb) == "xcomp" and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    wish = bidden is not None or roster.directory.vocabulary.has("wishes", syntax.lemmas[verb])
    leads = syntax.kids(verb, "nsubj", "nmod:poss") if wish else syntax.kids(verb, "nsubj")
    subjects = {m for c in leads for m in syntax.conjuncts(c)}
    if not subjects and syntax.base(verb) == "ccomp":  # "Chad said *Idris* would speak to both", read as if he said it
        subjects = {c for c in syntax.kids(syntax.heads[verb], "nsubj") if syntax.heads[verb] < c < verb}
    found = {a for c in discourse.within(i, 0) if c.head in subjects and len(c.actors) == 1 for a in c.actors}
    return found | {_state(roster, a) for a in found if wish or roster.actors[a].kind == _GOVERNMENT}


def _towards(discourse: Discourse, i: int) -> bool:
    """Tell whether a preposition makes token i those to whom something is done: "spoke *to* both", "mediate *between* the two"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    marker, verb = syntax.marker(i), syntax.lemmas[syntax.heads[i]]
    return marker in _TOWARDS or (marker in _BETWEEN and (has("brokers", verb) or has("brokering_verbs", verb)))


def _bidden(discourse: Discourse, i: int) -> int | None:
    """Return the verb or noun that says what somebody wants of those whom token i describes: "*hopes* that both sides return".

    Who *says* that they must or should do so is none of them either.
    """
    syntax = discourse.syntax
    clause = syntax.heads[syntax.first_conjunct(i)]
    above = syntax.heads[clause]
    told = syntax.base(i) == "nsubj" and syntax.base(clause) in ("ccomp", "xcomp", "acl")
    has = discourse.roster.directory.vocabulary.has
    ought = any(has("ought", syntax.lower[c]) for c in syntax.kids(clause, "aux")) and has("said", syntax.lemmas[above])
    return above if told and (ought or has("wishes", syntax.lemmas[above])) else None


def last_named(discourse: Discourse, i: int, count: int | None, fits: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return all of those named nearby before token i who fit, where they are several and as many as are counted."""
    doers = _doers(discourse, i)
    near = [c for c in discourse.within(i, _CLOSE_BY) if c.form == "name"]
    recent = dict.fromkeys(a for c in near for a in c.actors if a not in doers and fits(a))
    return tuple(sorted(recent)) if len(recent) > 1 and count in (None, len(recent)) else ()


def _foremost(discourse: Discourse, i: int, count: int, fitting: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return the so many actors that the report has named clearly more often than any other that fits."""
    every = discourse.within(i, len(discourse.syntax))
    named = Counter(a for c in every for a in (c.actors or (c.stands_for,)) if a in discourse.roster.actors)
    pair = discourse.roster.directory.vocabulary.has("of_a_pair", discourse.syntax.lemmas[i])
    fit = [(n, actor) for actor, n in named.most_common() if actor and fitting(actor)]
    ranked = [(n, actor) for n, actor in fit if not (pair and is_bystander(discourse, actor))]
    clear = len(ranked) >= count and ranked[count - 1][0] > 1 and (len(ranked) == count or ranked[count - 1][0] > ranked[count][0])
    return tuple(sorted(actor for _, actor in ranked[:count])) if clear else ()


def _state(roster: Roster, actor: ActorId) -> ActorId:
    """Return the state that a person or body of government acts for, or the actor itself."""
    who = roster.actors[actor]
    state = state_of(roster, who.country) if who.kind in ("person", "government_body") and who.sector == "GOV" else None
    return roster.enter(state) if state is not None else actor


def sides_of_principals(discourse: Discourse, i: int, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the states or bands of the two of whom a report tells that they met, where those found were only spoken about.

    "X of Chad met Y of Mali. They discussed the war of A and B. *The two sides* …" has Chad and Mali.
    """
    syntax, roster = discourse.syntax, discourse.roster
    here = syntax.sentence[i]
    if role_of(syntax, i) != "main" or syntax.quoted[i]:
        return ()
    parties = [p for p in discourse.parties if p.at < i]
    heads = [p.lead for p in parties if set(p.actors) == set(found)]
    heads += [c.head for c in discourse.within(i, _WINDOW) if not set(c.actors).isdisjoint(found)]
    if any(role_of(syntax, head) in _ACTING for head in heads):
        return ()
    officials = [p for p in parties if syntax.sentence[p.at] <= _TOP or here - syntax.sentence[p.at] <= _CLOSE_BY]
    for party in officials:
        who = [roster.actors[a] for a in party.actors]
        states = as_sides(roster, party.actors, lambda actor: roster.actors[actor].kind != _PERSON)
        sides = [roster.actors[s].kind for s in states]
        if len(states) == len(who) == _PAIR and all(w.kind == _PERSON for w in who) and _PERSON not in sides:
            return () if not found and _third_acts(discourse, i, party, states) else states
    return ()


def _third_acts(discourse: Discourse, i: int, party: Party, sides: tuple[ActorId, ...]) -> bool:
    """Tell whether someone else, who may be a side himself, has acted since two met: "X met Y. *The rebels* refused. The two sides …"."""
    syntax, roster = discourse.syntax, discourse.roster
    lands = {roster.actors[a].country for a in sides}
    for c in discourse.past:
        later = party.at < c.head < i and syntax.sentence[c.head] > syntax.sentence[party.at]
        if later and c.form == "name" and len(c.actors) == 1 and role_of(syntax, c.head) == "main":
            who = roster.actors[c.actors[0]]
            if who.kind in BANDS or (who.kind == "state" and who.country not in lands):
                return True
    return False


def subjects_before(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return those named together whose deed the sentence before told, where token i acts too: "*Chad and Mali* agreed. *Both* …"."""
    syntax = discourse.syntax
    if role_of(syntax, i) != "main":
        return ()
    near = [p for p in discourse.parties if syntax.sentence[i] - syntax.sentence[p.at] == 1 and role_of(syntax, p.lead) == "main"]
    return near[-1].actors if near else ()


def principals(discourse: Discourse, count: int | None, fits: Callable[[ActorId], bool]) -> tuple[ActorId, ...]:
    """Return those whom a report's first sentences name together as whom it is about: "X met Y. … *The leaders* …"."""
    top = [p for p in discourse.parties if discourse.syntax.sentence[p.at] <= _TOP]
    return next((p.actors for p in top if count in (None, len(p.actors)) and all(fits(a) for a in p.actors)), ())
